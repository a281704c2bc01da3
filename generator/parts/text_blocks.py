"""A plan's text provision by provision, both languages side by side, with what was read out of it marked in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from generator.corpus.plan_entry import PlanEntry
from generator.edition.addresses import provision_anchor
from generator.edition.edition import Edition
from generator.edition.named import anomaly_name
from generator.edition.page import Link
from generator.parts import headlines, wordings
from generator.parts.glosses import Glosses, Mark, small
from generator.records.anomaly import FIGURE, NOTE
from generator.source.passages import Span, find
from generator.source.text_source import CHAPTER, ITEM, PARAGRAPH, PART, ROW, SECTION, Provision

KINDS = {PART: "part", CHAPTER: "chapter", SECTION: "section", ITEM: "item", PARAGRAPH: "paragraph"}


@dataclass(frozen=True)
class Segment:
    """A run of words; mark: what was read out of it (target, fact, anomaly, note, term) or "", and where that is.

    pieces: a Chinese heading's words, cut where they may break
    """

    text: str
    mark: str = ""
    link: Link | None = None
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True)
class Version:
    """A provision in one language.

    label: outline number as printed
    rows: of a table, each with its cells; the head row first
    """

    label: str
    segments: tuple[Segment, ...]
    rows: tuple[tuple[tuple[Segment, ...], ...], ...]


@dataclass(frozen=True)
class Block:
    """A provision ready to be laid out.

    kind: part, chapter, section, item, paragraph or table
    rank: of a heading, 2 for the highest and one more for each that it stands under; 0 of what is none
    rows: anchors of a table's rows, the head row excepted
    english: None while the translation is in preparation; stale: the Chinese has changed since
    machine: a program has drafted the English and no person has accepted it
    lines: id and lines of the provision in both files, for the links that the script makes; "" without a repository
    later: what became of a provision of an earlier wording, where the next one has it otherwise, and where that stands
    """

    anchor: str
    name: str
    kind: str
    rank: int
    rows: tuple[str, ...]
    chinese: Version
    english: Version | None
    stale: bool
    machine: bool = False
    lines: str = ""
    later: Link | None = None


class Blocks:
    """The blocks of one plan's text, in the order of its provisions."""

    def __init__(self, edition: Edition, entry: PlanEntry, glosses: Glosses) -> None:
        self.edition, self.entry, self.glosses = edition, entry, glosses
        self.rows = {
            p.id: [r for r in entry.passages.children[p.id] if r.level == ROW] for p in entry.files.text.provisions
        }
        self.later = wordings.later(edition, entry)
        self.found: dict[str, list[tuple[str, dict[str, str], Link]]] = {}
        for kind, id_, words, link in self._found():
            self.found.setdefault(id_, []).append((kind, words, link))
        self.seen: dict[tuple[str, str | None], set[str]] = {}

    def _lines(self, chinese: Provision, english: Provision | None) -> str:
        """Return a passage's id and the lines it is edited at; "" where nobody can report a problem."""
        if self.edition.repository:
            return f"{chinese.id} {chinese.line} {english.line if english else ''}"
        return chinese.id if self.edition.takes_reports else ""

    def __iter__(self) -> Iterator[Block]:
        above: list[int] = []  # levels of the headings that the passage stands under
        for p in self.entry.files.text.provisions:
            if p.level == ROW:
                continue
            heading = p.level < PARAGRAPH and not p.cells
            if heading:
                above = [*(level for level in above if level < p.level), p.level]
            rows = self.rows[p.id]
            english = self.entry.english.get(p.id)
            yield Block(
                anchor=provision_anchor(p.id),
                name=self.edition.provision(self.entry, p.id).text,
                kind="table" if p.cells else KINDS[p.level],
                rank=len(above) + 1 if heading else 0,
                rows=tuple(provision_anchor(row.id) for row in rows),
                chinese=self._version(p, rows, "zh"),
                english=self._version(english, [self.entry.english[r.id] for r in rows], "en") if english else None,
                lines=self._lines(p, english),
                later=self.later.get(p.id),
                stale=any(q.id in self.entry.stale for q in (p, *rows)),
                machine=p.id in self.entry.machine,
            )

    def _version(self, p: Provision, rows: list[Provision], language: str) -> Version:
        if p.cells:
            return Version("", (), tuple(self._cells(row) for row in (p, *rows)))
        segments = self._segments(p, language)
        if language == "zh" and p.level < PARAGRAPH:
            cut = partial(headlines.chinese, self.edition, self.entry)
            segments = tuple(replace(segment, pieces=cut(segment.text)) for segment in segments)
        return Version(p.number or "", segments, ())

    def _found(self) -> Iterator[tuple[str, str, dict[str, str], Link]]:
        """Yield what to mark: kind, provision, words by language, and where it leads. The first to come wins."""
        say, to = self.edition.say, self.edition.to.of
        for f in (*self.entry.targets, *self.entry.facts):
            words = {"zh": f.record.quote, "en": f.record.quote_en or ""}
            yield f.kind, f.record.provision, words, Link(say(f.record.label), to(f.ref))
        for a in self.entry.anomalies:
            kind = anomaly_name(self.edition, a.record)
            for inner in self.entry.passages.inside(a.record.provision):
                mark = a.kind if a.record.weight == FIGURE else NOTE
                yield mark, inner.id, {"zh": a.record.printed}, Link(kind, to(a.ref))

    def _marks(self, p: Provision, language: str) -> list[Mark]:
        marks: list[Mark] = []
        text = p.words
        for kind, words, link in self.found.get(p.id, ()):
            if words.get(language):
                span = find(words[language], text) if language == "zh" else _find_english(words["en"], text)
                if span:
                    _add(marks, (span, kind, link))
        for mark in self.glosses.marks(text, language, self.seen.setdefault((language, p.parent), set())):
            _add(marks, mark)
        return sorted(marks, key=lambda mark: mark[0].start)

    def _segments(self, p: Provision, language: str) -> tuple[Segment, ...]:
        segments = []
        position = 0
        text = p.words
        for span, kind, link in self._marks(p, language):
            segments += [Segment(text[position : span.start]), Segment(text[span.start : span.end], kind, link)]
            position = span.end
        segments.append(Segment(text[position:]))
        return tuple(segment for segment in segments if segment.text)

    def _cells(self, row: Provision) -> tuple[tuple[Segment, ...], ...]:
        """Mark the last cell of a row that a figure was read from: it holds the value."""
        cells: list[tuple[Segment, ...]] = [(Segment(cell),) for cell in row.cells]
        found = self.found.get(row.id)
        if found and row.level == ROW:
            kind, _, link = found[0]
            cells[-1] = (Segment(row.cells[-1], kind, link),)
        return tuple(cells)


def _add(marks: list[Mark], mark: Mark) -> None:
    if not any(mark[0].overlaps(other.start, other.end) for other, _, _ in marks):
        marks.append(mark)


def _find_english(words: str, text: str) -> Span | None:
    """Return where a clause stands in a text; it may begin a sentence there."""
    at = small(text).find(small(words))
    return Span(at, at + len(words)) if at >= 0 else None
