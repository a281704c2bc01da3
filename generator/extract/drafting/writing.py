"""Lay a draft out as structured/plans/*.yaml are: the same keys in the same order, with comments between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.drafting.bodies import Named
from generator.extract.drafting.document import Heading
from generator.extract.drafting.figures import Drafted
from generator.extract.drafting.tasks import Titled
from generator.extract.drafting.yaml_text import Scalar, bilingual, comment, flow, item, notes, scalar
from generator.records.common import TODO, Bilingual
from generator.records.exclusion import Exclusion
from generator.records.facets import tags
from generator.records.figure import Figure
from generator.records.target import Target
from generator.records.task import Task
from generator.source.passages import Passages
from generator.source.text_source import CHAPTER, SECTION

DRAFT = (
    "yaml-language-server: $schema=../../schemas/plan.json",
    "Drafted from content/{plan}/zh.md. Write what is TODO; compare what is `unsure` with the text and remove the",
    "comment. `check` lists what is left to write.",
)
NO_SUMMARY = "summary: null  # or one plain sentence, at most a third of the passage"


@dataclass(frozen=True)
class DraftedTask:
    """A task with the bodies that no entry names, and doubts."""

    task: Task
    named: Named
    doubts: tuple[str, ...]


@dataclass(frozen=True)
class DraftedExclusion:
    """An exclusion and whether its reason is a guess."""

    exclusion: Exclusion
    doubt: str | None = None


@dataclass(frozen=True)
class Written:
    """Everything of a draft, ready to be laid out."""

    heading: Heading
    passages: Passages
    targets: Sequence[Drafted]
    facts: Sequence[Drafted]
    tasks: Sequence[DraftedTask]
    measures: Sequence[tuple[str, Titled, Named]]
    anomalies: Sequence[str]
    exclusions: Sequence[DraftedExclusion]


def write(draft: Written) -> str:
    """Return the YAML text."""
    lines = [comment(line.format(plan=draft.heading.plan)) for line in DRAFT] + [""]
    lines += draft.heading.lines()
    lines += ["", "# Targets", *_list("targets", _figures(draft, draft.targets))]
    lines += ["", "# Facts: what exists already", *_list("facts", _figures(draft, draft.facts))]
    lines += ["", "# Tasks", *_list("tasks", _tasks(draft))]
    lines += ["", "# Measures", *_list("measures", _measures(draft))]
    lines += [
        "",
        "# Anomalies: as printed, never mended",
        "# weight: figure where another number can be read, else note",
    ]
    lines += [*(comment(a) for a in draft.anomalies), "anomalies: []"]
    lines += ["", "# Exclusions: numbers that are no target and no fact"]
    lines += _list("exclusions", _exclusions(draft))
    lines += _proposals(draft)
    return "\n".join(lines).rstrip() + "\n"


def _list(key: str, lines: Iterator[str]) -> list[str]:
    listed = list(lines)
    while listed and not listed[-1]:
        listed.pop()
    return [f"{key}:", *listed] if any(not line.lstrip().startswith("#") for line in listed) else [f"{key}: []"]


def _figures(draft: Written, figures: Sequence[Drafted]) -> Iterator[str]:
    above = None
    for drafted in figures:
        heading = _above(draft.passages, drafted.figure.provision)
        if heading and heading != above:
            yield comment(heading, 2)
        above = heading
        for doubt in drafted.doubts:
            yield comment(f"unsure: {doubt}", 2)
        yield from item(_figure(drafted.figure))
        yield ""


def _figure(figure: Figure) -> Iterator[str]:
    yield from _keys(figure, "id", "metric")
    yield from bilingual("label", figure.label)
    yield from _keys(figure, "provision", "quote", "quote_en", "comparator", "comparator_word")
    yield from _keys(figure, *(("value_low", "value_high") if figure.comparator == "range" else ("value",)), "unit")
    yield from _present(figure, "unit_inferred")
    if figure.printed:
        yield f'printed: {{value: "{figure.printed.value}", unit: {scalar(figure.printed.unit, flow=True)}}}'
    else:
        yield "printed: null"
    yield from _keys(figure, *(("measure",) if isinstance(figure, Target) else ()), "year", "year_words")
    yield from _present(figure, "year_provision")
    if isinstance(figure, Target):
        yield from _keys(figure, "commitment", "commitment_word")
    if figure.denominator:
        yield from bilingual("denominator", figure.denominator)
    if isinstance(figure, Target):
        yield from _present(figure, "baseline", "repeat_of")
    yield from notes(figure.notes)


def _keys(figure: Figure, *keys: str) -> Iterator[str]:
    for key in keys:
        yield f"{key}: {scalar(getattr(figure, key))}"


def _present(figure: Figure, *keys: str) -> Iterator[str]:
    yield from _keys(figure, *(key for key in keys if getattr(figure, key)))


def _tasks(draft: Written) -> Iterator[str]:
    above = None
    for drafted in draft.tasks:
        heading = _above(draft.passages, drafted.task.provision)
        if heading and heading != above:
            yield comment(heading, 2)
        above = heading
        for doubt in drafted.doubts:
            yield comment(f"unsure: {doubt}", 2)
        yield from item(_task(drafted))
        yield ""


def _task(drafted: DraftedTask) -> Iterator[str]:
    task = drafted.task
    yield f"id: {scalar(task.id)}"
    yield f"provision: {scalar(task.provision)}"
    yield from bilingual("title", task.title)
    yield NO_SUMMARY
    yield f"theme: {scalar(task.theme)}"
    for facet in tags():
        if facet.vocabulary:
            yield from _words(facet.field, getattr(task, facet.field))
    yield from _actors(drafted.named)
    if task.places:
        yield "places:"
        for place in task.places:
            yield f"  - {flow({'zh': place.zh, 'en': place.en})}"
    if task.years:
        inner = ", ".join(f"{year}: {scalar(words, flow=True)}" for year, words in task.years.items())
        yield f"years: {{{inner}}}"


def _actors(named: Named) -> Iterator[str]:
    unknown = [f"# - {{body: {TODO}, role: {role}, words: {name}}}" for role, name in named.unknown]
    if named.actors:
        yield "bodies:"
        for actor in named.actors:
            yield f"  - {flow({'body': actor.body, 'role': actor.role, 'words': actor.words})}"
        yield from (f"  {line}" for line in unknown)
    elif unknown:
        yield "# bodies: no entry of structured/bodies.yaml names them yet; see the end of this file"
        yield from unknown


def _words(key: str, words: dict[str, str]) -> Iterator[str]:
    if words:
        yield f"{key}:"
        for id_, evidence in words.items():
            yield f"  {id_}: {scalar(evidence)}"


def _measures(draft: Written) -> Iterator[str]:
    for id_, titled, named in draft.measures:
        lines = [f"id: {scalar(id_)}", f"provision: {scalar(titled.provision.id)}"]
        if titled.quote:
            lines.append(f"quote: {scalar(titled.quote)}")
        title = draft.heading.vocabulary.bilingual(titled.title)
        yield from item([*lines, *bilingual("title", title), NO_SUMMARY, *_actors(named)])
        yield ""


def _exclusions(draft: Written) -> Iterator[str]:
    for drafted in draft.exclusions:
        e = drafted.exclusion
        values: dict[str, Scalar | Bilingual] = {"text": e.text}
        if e.provision:
            values["provision"] = e.provision
        line = f"  - {flow({**values, 'reason': e.reason})}"
        yield f"{line}   # unsure: {drafted.doubt}" if drafted.doubt else line


def _proposals(draft: Written) -> Iterator[str]:
    """Yield entries to paste into structured/bodies.yaml, as comments."""
    acting = [*(task.named for task in draft.tasks), *(named for *_, named in draft.measures)]
    names = dict.fromkeys([*draft.heading.unknown(), *(name for named in acting for _, name in named.unknown)])
    if names:
        yield ""
        yield "# To paste into structured/bodies.yaml, with the full names; then write the ids above:"
        for name in names:
            entry = flow({"id": TODO, "name": Bilingual(zh=name, en=TODO)})
            yield comment(f"- {entry[:-1]}, names: [{scalar(name, flow=True)}]}}")


def _above(passages: Passages, provision: str) -> str:
    """Return the headings of chapter and section a passage stands under."""
    chain = [*passages.around(provision), passages.by_id[provision]]
    return " ".join(f"{p.number or ''}{p.words}" for p in chain if p.level in (CHAPTER, SECTION)).strip()
