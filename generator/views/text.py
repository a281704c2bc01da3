"""The full text of a plan, both languages side by side, with targets, facts and anomalies marked where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import provision_anchor
from generator.corpus import PlanEntry
from generator.source.passages import Span, find
from generator.source.text_source import CHAPTER, PARAGRAPH, PART, ROW, SECTION, Provision
from generator.views.page import Link, Page, Scope


@dataclass(frozen=True)
class Segment:
    """A run of words; mark: what was read out of it (target, fact, anomaly) or "", and where that is."""

    text: str
    mark: str = ""
    link: Link | None = None


@dataclass(frozen=True)
class Block:
    """A provision ready to be laid out.

    level: as in the source; kind: part, chapter, section, item, paragraph, table
    rows: of a table, each with its anchor and its cells as segments; the head row first
    english: None while the translation is in preparation
    """

    anchor: str
    name: str
    kind: str
    label: str
    segments: tuple[Segment, ...]
    rows: tuple[tuple[str, tuple[tuple[Segment, ...], ...]], ...]
    english: str | None


@dataclass(frozen=True)
class OutlineEntry:
    """An entry of the outline to jump by."""

    level: int
    link: Link


@dataclass(frozen=True)
class TextPage:
    """The text of one plan."""

    plan: Link
    park: Link
    lead: str
    notice: str
    outline: tuple[OutlineEntry, ...]
    blocks: tuple[Block, ...]
    marks: tuple[tuple[str, str], ...]


KINDS = {PART: "part", CHAPTER: "chapter", SECTION: "section", 3: "item", PARAGRAPH: "paragraph"}


def pages(scope: Scope) -> Iterator[Page]:
    """Yield the full-text pages of a language."""
    t, to = scope.t, scope.to
    for entry in scope.corpus.plans.values():
        plan = entry.plan
        trail = (Link(t("nav.plans"), to.plans()), scope.plan(entry))
        title = t("text.title", title=scope.say(plan.title))
        body = TextPage(
            plan=scope.plan(entry),
            park=scope.park(entry.park),
            lead=t("text.lead"),
            notice=t(f"text.notice.{plan.translation.status}"),
            outline=tuple(_outline(scope, entry)),
            blocks=tuple(_blocks(scope, entry)),
            marks=tuple((kind, t(f"text.mark.{kind}")) for kind in ("target", "fact", "anomaly")),
        )
        yield Page(
            to.text(plan.id),
            "text.html.j2",
            title,
            t("text.description", title=scope.say(plan.title)),
            "plans",
            trail,
            body,
        )


def _outline(scope: Scope, entry: PlanEntry) -> Iterator[OutlineEntry]:
    for p in entry.files.text.provisions:
        if p.level == PART:
            yield OutlineEntry(0, Link(scope.t(f"provision.{p.id}"), scope.to.text(entry.plan.id, p.id)))
        elif p.level in (CHAPTER, SECTION):
            yield OutlineEntry(p.level - 1, Link(f"{p.number or ''}{p.words}", scope.to.text(entry.plan.id, p.id)))


def _blocks(scope: Scope, entry: PlanEntry) -> Iterator[Block]:
    marks = _marks(scope, entry)
    rows: dict[str, list[Provision]] = {}
    for p in entry.files.text.provisions:
        if p.level == ROW and p.parent:
            rows.setdefault(p.parent, []).append(p)
    for p in entry.files.text.provisions:
        if p.level == ROW:
            continue
        table = (
            tuple((provision_anchor(row.id), _cells(row, marks)) for row in (p, *rows.get(p.id, ()))) if p.cells else ()
        )
        yield Block(
            anchor=provision_anchor(p.id),
            name=scope.provision(entry, p.id).text,
            kind="table" if p.cells else KINDS[p.level],
            label=p.number or "",
            segments=() if p.cells else _segments(p.words, marks.get(p.id, [])),
            rows=table,
            english=None,
        )


Mark = tuple[Span, str, Link]


def _marks(scope: Scope, entry: PlanEntry) -> dict[str, list[Mark]]:
    """Return what to mark, by provision: targets win over facts, facts over anomalies, where they overlap."""
    marks: dict[str, list[Mark]] = {}
    plan, to = entry.plan, scope.to
    found = [
        ("target", t.record.quote, t.record.provision, scope.say(t.record.label), to.target(plan.id, t.record.id))
        for t in entry.targets
    ]
    found += [
        ("fact", f.record.quote, f.record.provision, scope.say(f.record.label), to.fact(plan.id, f.record.id))
        for f in entry.facts
    ]
    found += [
        (
            "anomaly",
            a.record.printed,
            inner.id,
            scope.t(f"anomaly.kind.{a.record.kind}"),
            to.anomaly(plan.id, a.record.id),
        )
        for a in entry.anomalies
        for inner in entry.passages.inside(a.record.provision)
    ]
    for kind, words, id_, label, address in found:
        span = find(words, entry.provision(id_).words)
        taken = marks.setdefault(id_, [])
        if span and not any(span.overlaps(other.start, other.end) for other, _, _ in taken):
            taken.append((span, kind, Link(label, address)))
    return marks


def _segments(text: str, marks: list[Mark]) -> tuple[Segment, ...]:
    segments = []
    position = 0
    for span, kind, link in sorted(marks, key=lambda mark: mark[0].start):
        if span.start > position:
            segments.append(Segment(text[position : span.start]))
        segments.append(Segment(text[span.start : span.end], kind, link))
        position = span.end
    if position < len(text):
        segments.append(Segment(text[position:]))
    return tuple(segments)


def _cells(row: Provision, marks: dict[str, list[Mark]]) -> tuple[tuple[Segment, ...], ...]:
    """Mark the last cell of a row that a figure was read from: it holds the value."""
    found = marks.get(row.id, [])
    cells: list[tuple[Segment, ...]] = [(Segment(cell),) for cell in row.cells]
    if found and row.level == ROW:
        _, kind, link = found[0]
        cells[-1] = (Segment(row.cells[-1], kind, link),)
    return tuple(cells)
