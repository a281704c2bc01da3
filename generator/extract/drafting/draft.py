"""The draft of a plan's file: everything a program can read out of its text, and TODO where an editor has to write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis import coverage
from generator.extract.drafting.anomalies import anomalies
from generator.extract.drafting.bodies import Bodies, bodies
from generator.extract.drafting.document import ENGLISH, Heading
from generator.extract.drafting.exclusions import reason_for
from generator.extract.drafting.facets import Facets, facets, years
from generator.extract.drafting.ids import with_ids
from generator.extract.drafting.passage import read_figures
from generator.extract.drafting.tasks import Titled, measures, tasks
from generator.extract.drafting.vocabulary import Vocabulary, vocabulary
from generator.extract.drafting.writing import DraftedExclusion, DraftedTask, Written, write
from generator.extract.drafting.zones import zones
from generator.extract.structure.metadata import Metadata
from generator.language.dates import period_in
from generator.language.numerals import find_numbers
from generator.records.exclusion import Exclusion
from generator.records.facets import tags
from generator.records.filed import Filed, PlanFiles, Records
from generator.records.plan import Plan
from generator.records.reading import read
from generator.records.task import Task
from generator.source import yaml_source
from generator.source.passages import Passages
from generator.source.text_source import PREAMBLE, Text


def draft(text: Text, metadata: Metadata, park: str, plan: str, records: Records) -> str:
    """Return the YAML of structured/plans/<plan>.yaml for a Chinese text.

    text: zh.md; metadata: what the document says of itself; park, plan: ids
    records: the repository, for its vocabularies and for English that stands in it already
    The text parses, breaks no rule but where a value is TODO, and accounts for every number.
    """
    written = _written(text, metadata, park, plan, records)
    return write(_accounted(written, text))


def _written(text: Text, metadata: Metadata, park: str, plan: str, records: Records) -> Written:
    known = replace(records, plans=tuple(p for p in records.plans if p.plan.id != plan))
    passages = Passages(text)
    of = zones(passages)
    words = vocabulary(known)
    period = metadata.period.value if metadata.period else _period(text)
    everywhere = bodies(known, None, ()).forms
    issuers = tuple(everywhere[i.value] for i in metadata.issuers if i.value in everywhere)
    district = next((p.record.district.zh for p in known.parks if p.record.id == park), None)
    here = bodies(known, district, issuers)
    readings = with_ids(read_figures(passages, of, words, period))
    about = facets(known)
    return Written(
        heading=Heading(plan, park, metadata, words, {**everywhere, **here.forms}, period),
        passages=passages,
        targets=readings.targets,
        facts=readings.facts,
        tasks=[_task(titled, passages, words, here, about) for titled in tasks(passages, of)],
        measures=[(_id(m, i), m, here.named(m)) for i, m in enumerate(measures(passages, of), 1)],
        anomalies=[*anomalies(text), *_doubts(metadata, passages)],
        exclusions=[DraftedExclusion(e) for e in _merged(readings.exclusions)],
    )


def _doubts(metadata: Metadata, passages: Passages) -> Iterator[str]:
    """Yield what is doubtful about a provision."""
    for doubt in metadata.doubts:
        if doubt.place in passages.by_id:
            yield f"{doubt.place}: {ENGLISH.tell(doubt.reason)}"


def _task(titled: Titled, passages: Passages, words: Vocabulary, here: Bodies, about: Facets) -> DraftedTask:
    headings = " ".join(p.words for p in passages.around(titled.provision.id))
    theme, doubt = about.theme(titled, headings)
    named = here.named(titled)
    task = Task(
        id=_id(titled, 0),
        provision=titled.provision.id,
        title=words.bilingual(titled.title),
        summary=None,
        theme=theme,
        **{facet.field: about.tags(facet.vocabulary, titled) for facet in tags() if facet.vocabulary},
        bodies=named.actors,
        places=about.named_places(titled),
        years=years(titled),
    )
    return DraftedTask(task, named, (f"theme: {doubt}",) if doubt else ())


def _id(titled: Titled, n: int) -> str:
    """Return the id of a task or measure: its provision with hyphens, and its number where several share one."""
    id_ = titled.provision.id.replace("/", "-p").replace(".", "-")
    return f"{id_}-{n}" if titled.quote else id_


def _period(text: Text) -> tuple[int, int]:
    """Return the period of a title, or else the first and last year a text names."""
    title = next((p.words for p in text.provisions if p.id == PREAMBLE), "")
    if said := period_in(title):
        return said[0]
    named = [int(n.text) for p in text.provisions for n in find_numbers(p.words) if _is_year(n.text)]
    return (min(named), max(named)) if named else (2000, 2000)


def _is_year(printed: str) -> bool:
    return len(printed) == 4 and printed.isdigit() and "1990" <= printed <= "2060"


def _merged(exclusions: list[Exclusion]) -> list[Exclusion]:
    """Return exclusions once each; the same words in several passages become one for the whole plan."""
    passages: dict[tuple[str, str], set[str | None]] = {}
    for e in exclusions:
        passages.setdefault((e.text, e.reason), set()).add(e.provision)
    once: dict[tuple[str, str], Exclusion] = {}
    for e in exclusions:
        key = (e.text, e.reason)
        once.setdefault(key, e if len(passages[key]) == 1 else Exclusion(text=e.text, reason=e.reason))
    return list(once.values())


def _accounted(written: Written, text: Text) -> Written:
    """Return the draft without exclusions that cover nothing, and with one for each number still left out."""
    found = _coverage(written, text)
    kept = [e for i, e in enumerate(written.exclusions) if i not in found.idle]
    for provision, number in found.missing:
        words, reason, doubt = reason_for(provision.words, number)
        kept.append(DraftedExclusion(Exclusion(text=words, provision=provision.id, reason=reason), doubt))
    order = {p.id: i for i, p in enumerate(text.provisions)}
    unique = {(e.exclusion.text, e.exclusion.provision): e for e in kept}
    placed = sorted(unique.values(), key=lambda e: order.get(e.exclusion.provision or "", -1))
    return replace(written, exclusions=placed)


def _coverage(written: Written, text: Text) -> coverage.Coverage:
    document = yaml_source.parse(write(written), "draft")
    filed = Filed(read(Plan, document), document)
    return coverage.measure(PlanFiles(filed, text, None, None, None, "", ()))
