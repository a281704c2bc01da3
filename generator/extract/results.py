"""Read the figures of an annual or work report into draft results for the targets of plans that are here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.extract.drafting import hedges
from generator.extract.drafting.passage import read_figures
from generator.extract.drafting.stated import Drafted
from generator.extract.drafting.vocabulary import Vocabulary, likeness, vocabulary
from generator.extract.drafting.yaml_text import comment, flow
from generator.extract.drafting.zones import Zone
from generator.extract.extract import Extract
from generator.language import dates
from generator.language.lexicon import Measured
from generator.records.common import TODO
from generator.records.fact import Fact
from generator.records.filed import PlanFiles, Records
from generator.records.target import Target
from generator.source.passages import Passages
from generator.source.text_source import CHAPTER, SECTION

_ALIKE = 0.6  # share of a target's name that must stand in the words of a figure
# What a part that tells what is to come is called, and a report that opens the year after the one it tells of.
_TO_COME = re.compile(r"目标|安排|部署|打算|下一步|下步|思路|建议|展望|任务|重点工作|要求")
_OPENS_YEAR = re.compile(r"工作报告|计划(?:执行|草案)|预算")
# Fields that a result has as the figure has them.
_SAME = ("quote", "quote_en", "comparator", "comparator_word", "value", "value_low", "value_high", "unit", "printed")
_PROVISIONAL = re.compile(r"初步(?:核算|统计|测算)?|预计|快报|有望")


@dataclass(frozen=True)
class Reported:
    """A figure of a report and the target it may be a result of, with what is unsure of that."""

    target: Target
    fact: Fact
    measure: Measured
    year: int
    year_words: str
    doubts: tuple[str, ...]


def results(made: Extract, report: str, records: Records, plans: Sequence[PlanFiles]) -> str:
    """Return YAML to paste: the report for reports.yaml, then, for each plan, the results that its targets may have."""
    words = vocabulary(records)
    year, printed = _year(made)
    facts = list(_facts(made, words, year))
    lines = [comment("To paste into structured/reports.yaml:"), *_report(made, report)]
    for files in plans:
        found = [r for fact in facts if (r := _match(fact, files, (year, printed)))]
        lines += ["", comment(f"To paste into structured/plans/{files.plan.id}.yaml:"), *_listed(found, report, words)]
    return "\n".join(lines)


def _year(made: Extract) -> tuple[int, str | None]:
    """Return the year that a report tells of, and its words where the title prints it."""
    m = made.metadata
    found = dates.period_in(m.title.value) if m.title else None
    if found and m.title and not _OPENS_YEAR.search(m.title.value):
        return found[0][1], found[1]
    issued = m.signed or m.published or m.printed
    return (found[0][1] if found else issued.value.year if issued else 2000) - 1, None


def _facts(made: Extract, words: Vocabulary, year: int) -> Iterator[Drafted[Fact]]:
    """Yield the figures that the report says have been reached."""
    passages = Passages(made.text)
    zones: dict[str, Zone] = {}
    for p in made.text.provisions:
        named = dates.period_in(p.words) if p.level in (CHAPTER, SECTION) else None
        ahead = p.level in (CHAPTER, SECTION) and (_TO_COME.search(p.words) or (named and named[0][1] > year))
        zones[p.id] = Zone.FRAME if ahead else zones.get(p.parent or "", Zone.PAST)
    yield from (
        d for d in read_figures(passages, zones, words, (year, year)).facts if d.figure.comparator != "qualitative"
    )


def _match(drafted: Drafted[Fact], files: PlanFiles, of: tuple[int, str | None]) -> Reported | None:
    """Return the target of a plan that a figure is a result of, by noun, unit and measure; None where none fits."""
    fact = drafted.figure
    year, year_words = (fact.year, fact.year_words) if fact.year else of
    period = files.plan.period
    if period and not period.start <= year <= period.end:
        return None
    before = fact.quote.partition(fact.printed.value)[0] if fact.printed else fact.quote
    measure = hedges.measure(fact.quote, before, fact.unit, "ge")  # what is told as there is a level, reached or not
    able = [t for t in files.plan.targets if t.unit == fact.unit and not t.repeat_of and not t.wording]
    ranked = sorted(((_likeness(t, fact), t.id, t) for t in able), key=lambda r: r[:2], reverse=True)
    close = [t for share, _, t in ranked if share >= max(_ALIKE, ranked[0][0])]
    if not close:
        return None
    doubts = list(drafted.doubts)
    if len(close) > 1:
        doubts.append(f"or of {', '.join(t.id for t in close[1:])}?")
    if fact.metric != close[0].metric:
        doubts.append("matched by the name alone; does it count the same?")
    if measure != close[0].measure:
        doubts.append(f"the target counts {close[0].measure}, this {measure}")
    if not fact.year:
        doubts.append(f"no year is printed beside it; is it of {year}?")
    return Reported(close[0], fact, measure, year, year_words or TODO, tuple(dict.fromkeys(doubts)))


def _likeness(target: Target, fact: Fact) -> float:
    """Return how much of a target's name stands in the words of a figure; all of it where one metric has both."""
    same = target.metric == fact.metric and target.metric != TODO
    return max(likeness(target.label.zh, fact.quote), float(same and likeness(fact.label.zh, target.quote) > 0))


def _report(made: Extract, report: str) -> Iterator[str]:
    m = made.metadata
    issued = m.signed or m.published or m.printed
    publisher = m.publisher or next(iter(m.issuers), None)
    entry: dict[str, Any] = {
        "id": report,
        "title": {"zh": m.title.value if m.title else TODO, "en": TODO},
        "number": m.document_number.value if m.document_number else None,
        "publisher": {"zh": publisher.value if publisher else TODO, "en": TODO},
        "date": issued.value if issued else TODO,
        "address": m.address.value if m.address else None,
    }
    yield f"- {flow(entry)}"


def _listed(found: Sequence[Reported], report: str, words: Vocabulary) -> Iterator[str]:
    yield "results:" if found else comment("no figure of the report fits one of its targets")
    taken: Counter[str] = Counter()
    for r in found:
        fact, provisional = r.fact, _PROVISIONAL.search(r.fact.quote)
        id_ = f"{r.target.id}-{r.year}"
        taken[id_] += 1
        again = ["the report has another figure for it; which is meant?"] if taken[id_] > 1 else []
        entry = {
            "id": f"{id_}-{taken[id_]}" if again else id_,
            "target": r.target.id,
            "label": words.bilingual(fact.label.zh),
            "source": {"report": report},
            **{key: value for key in (*_SAME, "denominator") if (value := getattr(fact, key)) is not None},
            "year": r.year,
            "year_words": r.year_words,
            "measure": r.measure,
            **({"final": False, "provisional_word": provisional[0]} if provisional else {}),
        }
        yield from (comment(f"unsure: {doubt}", 2) for doubt in (*r.doubts, *again))
        lines = [f"{key}: {flow(value)}" for key, value in entry.items()]
        yield from (f"{'  - ' if i == 0 else '    '}{line}" for i, line in enumerate(lines))
