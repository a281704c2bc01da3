"""Measure what `extract` drafts from a text: `python -m tools.extraction_figures [--differences]`.

Each plan is drafted from its published text as if its file were not there, and compared with that file. The program was
written by someone who had read the plans, so these figures hold what was reached; they do not foretell what another
plan will give. tools/audit_extraction.py holds the shares of structured/audit/extraction.yaml.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from generator.analysis import coverage
from generator.extract.drafting.draft import draft
from generator.extract.structure.metadata import Metadata, Parent, Read
from generator.language.numerals import find_numbers
from generator.project.layout import PROGRAM, Layout
from generator.records.common import TODO
from generator.records.figure import Figure
from generator.records.filed import Filed, PlanFiles, Records
from generator.records.loading import load
from generator.records.plan import Plan
from generator.records.reading import read
from generator.records.target import Target
from generator.source import yaml_source
from generator.source.passages import Passages, Span, find


class Score(NamedTuple):
    """How many are wanted, how many are drafted, and how many of these are right."""

    wanted: int
    drafted: int
    right: int

    def __add__(self, other: Score) -> Score:  # type: ignore[override]
        return Score(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.drafted if self.drafted else 1.0


@dataclass(frozen=True)
class Comparison:
    """One plan: scores by what is compared, and the differences as sentences."""

    scores: dict[str, Score]
    differences: tuple[str, ...]


def metadata(plan: Plan, records: Records) -> Metadata:
    """Return what a document says of itself, as its curated record has it: reading it is not measured here."""
    names = {b.record.id: b.record.names[0] for b in records.bodies}

    def some(value: Any) -> Any:
        return None if value is None else Read(value, str(value), 1)

    return Metadata(
        title=some(plan.title.zh),
        kind=some(plan.kind),
        document_number=some(plan.document_number),
        index_number=some(plan.index_number),
        issuance=some(plan.issuance),
        issuers=tuple(some(names[i]) for i in plan.issuers),
        drafter=some(names.get(plan.drafter or "")),
        sealed_on_behalf_by=some(names.get(plan.sealed_on_behalf_by or "")),
        disclosure=some(plan.disclosure and plan.disclosure.zh),
        release=some(plan.release and plan.release.zh),
        addressees=some(plan.addressees and plan.addressees.zh),
        cc=some(plan.cc and plan.cc.zh),
        printed_by=some(names.get(plan.printed_by or "")),
        adopted=some(plan.dates.adopted),
        signed=some(plan.dates.signed),
        printed=some(plan.dates.printed),
        published=some(plan.dates.published),
        adoption=some(plan.adoption and plan.adoption.zh),
        period=some(plan.period and (plan.period.start, plan.period.end)),
        parents=tuple(Parent(p.title.zh, p.number, p.provision) for p in plan.parents),
        publisher=some(plan.source.publisher.zh),
        address=some(plan.source.address),
    )


def drafted(files: PlanFiles, records: Records) -> Plan:
    """Return the record drafted from a plan's text, with the plan itself left out of what the program knows."""
    others = replace(records, plans=tuple(p for p in records.plans if p.plan.id != files.plan.id))
    text = draft(files.text, metadata(files.plan, records), files.plan.park or TODO, files.plan.id, others)
    return read(Plan, yaml_source.parse(text, "draft"))


def compare(files: PlanFiles, records: Records) -> Comparison:
    """Compare a draft with the curated record."""
    ours, theirs = drafted(files, records), files.plan
    passages = Passages(files.text)
    scores: dict[str, Score] = {}
    differences: list[str] = []

    def sets(name: str, wanted: Iterable[Any], got: Iterable[Any]) -> None:
        a, b = set(wanted), set(got)
        scores[name] = Score(len(a), len(b), len(a & b))
        differences.extend(f"{name}: missing {x}" for x in sorted(a - b, key=str))
        differences.extend(f"{name}: too many {x}" for x in sorted(b - a, key=str))

    sets("tasks", ((t.provision, t.title.zh) for t in theirs.tasks), ((t.provision, t.title.zh) for t in ours.tasks))
    sets(
        "measures",
        ((m.provision, m.title.zh) for m in theirs.measures),
        ((m.provision, m.title.zh) for m in ours.measures),
    )
    pairs = list(_pairs(theirs.targets, ours.targets, passages))
    scores["targets"] = Score(len(theirs.targets), len(ours.targets), len(pairs))
    numeric = [(a, b) for a, b in pairs if a.printed]
    scores["with a number"] = Score(
        sum(t.printed is not None for t in theirs.targets),
        sum(t.printed is not None for t in ours.targets),
        len(numeric),
    )
    differences += [f"targets: missing {_said(t)}" for t in theirs.targets if not any(t is a for a, _ in pairs)]
    differences += [f"targets: too many {_said(t)}" for t in ours.targets if not any(t is b for _, b in pairs)]
    checks: dict[str, Callable[[Target], object]] = {
        "value unit comparator year": lambda t: (t.value, t.value_low, t.value_high, t.unit, t.comparator, t.year),
        "comparator_word": lambda t: t.comparator_word,
        "year_words": lambda t: (t.year_words, t.year_provision),
        "commitment": lambda t: (t.commitment, t.commitment_word),
        "measure": lambda t: t.measure,
        "metric": lambda t: t.metric,
    }
    for name, key in checks.items():
        scores[f"- {name}"] = Score(len(pairs), len(pairs), sum(key(a) == key(b) for a, b in pairs))
        differences += [f"{name}: {key(a)} but {key(b)} in {a.quote}" for a, b in pairs if key(a) != key(b)]
    facts = list(_pairs(theirs.facts, ours.facts, passages))
    scores["facts"] = Score(len(theirs.facts), len(ours.facts), len(facts))
    differences += [f"facts: missing {_said(t)}" for t in theirs.facts if not any(t is a for a, _ in facts)]
    differences += [f"facts: too many {_said(t)}" for t in ours.facts if not any(t is b for _, b in facts)]
    same = [(a, b) for a, b in facts if _reads(a) == _reads(b)]
    scores["- value unit comparator year "] = Score(len(facts), len(facts), len(same))
    differences += [f"fact: {_reads(a)} but {_reads(b)} in {a.quote}" for a, b in facts if _reads(a) != _reads(b)]
    sets("excluded numbers", _excluded(files, theirs), _excluded(files, ours))
    wanted, got = dict(_reasons(files, theirs)), dict(_reasons(files, ours))
    both = wanted.keys() & got.keys()
    scores["- reason"] = Score(len(both), len(both), sum(wanted[k] == got[k] for k in both))
    differences += [f"reason: {wanted[k]} but {got[k]} for {k}" for k in sorted(both) if wanted[k] != got[k]]
    sets("bodies with role", _bodies(theirs), _bodies(ours))
    for kind in ("theme", "industries", "instruments", "beneficiaries", "years"):
        sets(kind, _tags(theirs, kind), _tags(ours, kind))
    return Comparison(scores, tuple(differences))


def _said(figure: Figure) -> str:
    return f"{figure.provision} {figure.quote} {_reads(figure)}"


def _reads(figure: Figure) -> tuple[Any, ...]:
    return (figure.value, figure.value_low, figure.value_high, figure.unit, figure.comparator, figure.year)


def _pairs(wanted: Iterable[Any], got: Iterable[Any], passages: Passages) -> Iterator[tuple[Any, Any]]:
    """Pair figures that read the same number of the same passage, or the same words where there is no number."""
    left = list(got)
    for a in wanted:
        for b in left:
            if a.provision == b.provision and _same_place(a, b, passages.by_id[a.provision].words):
                left.remove(b)
                yield a, b
                break


def _same_place(a: Figure, b: Figure, words: str) -> bool:
    spans = [_span(f, words) for f in (a, b)]
    return None not in spans and (a.printed is None) == (b.printed is None) and spans[0].overlaps(*_ends(spans[1]))  # type: ignore[union-attr,arg-type]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _span(figure: Figure, words: str) -> Span | None:
    quote = find(figure.quote, words)
    if quote is None or figure.printed is None:
        return quote
    return next(iter(coverage.printed_spans(figure.printed, words, quote)), None)


def _files(files: PlanFiles, plan: Plan) -> PlanFiles:
    return replace(files, filed=Filed(plan, files.filed.document))


def _excluded(files: PlanFiles, plan: Plan) -> set[tuple[str, int, str]]:
    return set(_reasons(files, plan))


def _reasons(files: PlanFiles, plan: Plan) -> dict[tuple[str, int, str], str]:
    """Return, by passage, place and number, why it is excluded."""
    spans = coverage.figure_spans(_files(files, plan))
    result: dict[tuple[str, int, str], str] = {}
    for p in files.text.provisions:
        excluding = coverage.exclusion_spans(p, list(enumerate(plan.exclusions)))
        for n in find_numbers(p.words):
            by = [i for i, span in excluding if span.overlaps(n.start, n.end)]
            if by and not any(s.overlaps(n.start, n.end) for s in spans[p.id]):
                result[p.id, n.start, n.text] = plan.exclusions[by[0]].reason
    return result


def _bodies(plan: Plan) -> set[tuple[str, str, str]]:
    return {(t.id, a.body, a.role) for t in plan.tasks for a in t.bodies}


def _tags(plan: Plan, kind: str) -> set[tuple[str, str]]:
    if kind == "theme":
        return {(t.id, t.theme) for t in plan.tasks}
    return {(t.id, str(tag)) for t in plan.tasks for tag in getattr(t, kind)}


def table(compared: dict[str, Comparison]) -> Iterator[str]:
    """Yield the lines of a table: recall and precision of each plan and of all."""
    yield "recall / precision in %".ljust(28) + "".join(plan.rjust(16) for plan in compared) + "   all"
    for name in next(iter(compared.values())).scores:
        scores = [c.scores[name] for c in compared.values()]
        whole = Score(0, 0, 0)
        for score in scores:
            whole += score
        cells = "".join(f"{100 * s.recall:.0f} / {100 * s.precision:.0f}".rjust(16) for s in scores)
        counted = f"({whole.right} of {whole.wanted}, {whole.drafted} drafted)"
        yield f"{name:28}{cells}   {100 * whole.recall:.1f} / {100 * whole.precision:.1f} {counted}"


def main() -> None:
    """Print precision and recall of each plan and of all."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--differences", action="store_true", help="also print what differs")
    options = parser.parse_args()
    records = load(Layout(PROGRAM))
    compared = {p.plan.id: compare(p, records) for p in records.plans}
    print("\n".join(table(compared)))
    if options.differences:
        for plan, comparison in compared.items():
            print("\n".join(f"{plan}: {difference}" for difference in comparison.differences))


if __name__ == "__main__":
    main()
