"""Sort the lines of a capture into the parts of a document and what is not the document, each line with a reason."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.extract.structure import chrome, contents, front, labels, outline, prose, strays
from generator.extract.structure.document import Document, Dropped
from generator.extract.structure.front import Front
from generator.extract.structure.lines import Capture, ExtractError, Line
from generator.extract.structure.metadata import Doubt
from generator.extract.structure.outline import Block
from generator.extract.structure.validity import IN_FORCE
from generator.language import dates
from generator.language.lexicon import ENUMERATED, ENUMERATOR
from generator.records.dropped import DropReason
from generator.source.text_source import ANNEX, COLOPHON

_COLOPHON = re.compile(
    r"(?:主送|抄送|抄报|分送|报送|主题词)\s*[:：]|[（(]?此件|[（(]?(?:信息)?公开(?:选项|属性|方式|形式|类别)\s*[:：]|附\s*[件表]\s*\d*\s*[:：]?"
    r"|.{2,40}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发|联系人[:：]"
)
_CONTACT = re.compile(r"联系电话|地址|邮编")  # at the foot of a page, but also of a notice that asks for comments
_ANNEX = re.compile(r"附\s*[件表]\s*\d*\s*[:：]|附\s*[件表]\s*\d*$|附\s*[件表]\s*\d")
_COPIES = re.compile(r"(?:抄送|抄报|分送|主题词)\s*[:：]|.{2,40}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发")
_ENTRY = re.compile(r"\d{1,2}\s*[.．、]")
_SECTION = re.compile(rf"[（(][{ENUMERATED}]+[）)]|{ENUMERATOR}")
_NOTE = re.compile(r"\[\d+\]|注\s*\d*\s*[:：]")
_PRINTED = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发")


def read(capture: Capture) -> Document:
    """Return the document that a capture holds."""
    return _Reader(capture).read()


class _Reader:
    def __init__(self, capture: Capture) -> None:
        self.lines = [line for line in capture.lines if line.words]
        self.dropped: list[Dropped] = []
        self.record: list[Line] = []
        self.doubts: list[Doubt] = []

    def read(self) -> Document:
        lines = self._without(self.lines, _furniture)
        toc = contents.find(lines)
        for i in sorted(toc):
            self._drop(lines[i], "table-of-contents")
        lines = [line for i, line in enumerate(lines) if i not in toc]
        lines, marks = strays.without(self._without_loose_page_numbers(lines))
        for number, mark in marks:
            self.dropped.append(Dropped(number, mark, "page-chrome"))
            self.doubts.append(Doubt.of(number, "doubt.stray", mark=mark))
        place = front.find(lines)
        if place.notice == place.title and place.body == len(lines) and not any(prose.is_prose(x.words) for x in lines):
            raise ExtractError("extract.no-document")
        if place.notice == place.title:
            self.doubts.append(Doubt.of("title", "doubt.no-title"))
        if place.body == len(lines):
            self.doubts.append(Doubt.of(lines[place.start].number, "doubt.no-chapter"))
        titles = self._titles(lines, place)
        self._before(lines[: place.start], titles)
        body, tail = self._behind(lines, place)
        chapters, doubts = outline.chapters(body)
        a, b = place.notice, place.title
        return Document(
            letterhead=(self._each if titles[0] else self._part)(lines[place.start : a[0]]),
            notice_title=titles[0],
            notice=self._part(lines[a[1] : b[0]] if a[1] > a[0] else ()),
            title=titles[1],
            preamble=self._part(lines[b[1] : place.body]),
            chapters=tuple(chapters),
            tail=tuple(self._tail(tail)),
            dropped=tuple(sorted(self.dropped, key=lambda d: d.line)),
            record=tuple(self.record),
            doubts=(*self.doubts, *doubts),
        )

    def _drop(self, line: Line, reason: DropReason) -> None:
        self.dropped.append(Dropped(line.number, line.text.strip(), reason))

    def _without(self, lines: Sequence[Line], reason_of: Callable[[Line], DropReason | None]) -> list[Line]:
        kept = []
        for line in lines:
            if reason := reason_of(line):
                self._drop(line, reason)
            else:
                kept.append(line)
        return kept

    def _without_loose_page_numbers(self, lines: list[Line]) -> list[Line]:
        """Drop a bare number that stands between the two halves of a sentence."""
        kept: list[Line] = []
        for i, line in enumerate(lines):
            before = kept[-1].words if kept else ""
            after = lines[i + 1] if i + 1 < len(lines) else None
            if (
                re.fullmatch(r"\d{1,3}", line.words)
                and after is not None
                and prose.is_prose(before)
                and (not prose.finished(before) or after.starts is True or prose.starts_label(after.words))
            ):
                self._drop(line, "page-number")
            else:
                kept.append(line)
        return kept

    def _titles(self, lines: Sequence[Line], place: Front) -> tuple[Block | None, Block | None]:
        def block(span: tuple[int, int]) -> Block | None:
            if span[0] == span[1]:
                return None
            parts = [self._unbarred(line) for line in lines[slice(*span)]]
            return Block(1, prose.title(" ".join(line.words for line in parts)), parts[0].number)

        return block(place.notice), block(place.title)

    def _before(self, lines: Sequence[Line], titles: tuple[Block | None, Block | None]) -> None:
        """Drop what stands before the document."""
        known = [prose.fold(title.words) for title in titles if title]
        for line in self._unrecorded(lines):
            words = prose.fold(line.words)
            if any(len(words) > 6 and (words in title or words.startswith(title)) for title in known):
                self._drop(line, "page-title")
            elif not line.aside and (prose.is_body(line.words) or dates.is_date(line.words)):
                self.record.append(line)
                self._drop(line, "title-page")
            else:
                self._drop(line, "page-chrome")

    def _unrecorded(self, lines: Sequence[Line]) -> Iterator[Line]:
        """Yield the lines that are no metadata; drop and keep the others as the page's record of the document."""
        label: Line | None = None
        for line in lines:
            field = chrome.is_field(line)
            if chrome.pairs(line):
                self.record.append(line)
                self._drop(line, "page-metadata")
            elif label is not None and not field:
                self.record.append(replace(line, cells=(label.words, line.words)))
                self._drop(line, "page-metadata")
            elif field:
                self._drop(line, "page-metadata")
            else:
                yield line
            label = line if field else None

    def _part(self, lines: Sequence[Line]) -> tuple[Block, ...]:
        """Return the blocks of the notice or preamble, without the page's chrome between them."""
        kept = []
        for line in self._unrecorded(lines):
            around = chrome.is_chrome(line) and (line.aside or not _CONTACT.match(line.words))
            if around or (line.aside and not _is_document(line)):
                self._drop(line, "page-chrome")
            else:
                kept.append(self._unbarred(line))
        return tuple(outline.paragraphs(kept))

    def _each(self, lines: Sequence[Line]) -> tuple[Block, ...]:
        """Return the lines of a letterhead, each a paragraph of its own."""
        return tuple(Block(0, self._unbarred(line).words, line.number) for line in lines)

    def _behind(self, lines: Sequence[Line], place: Front) -> tuple[list[Line], list[Line]]:
        """Return the lines of the chapters, and of colophon and annexes; drop what stands behind the document."""
        last = _last_chapter(lines, place.body)
        end = next((i for i in range(last + 1, len(lines)) if _is_tail(lines[i:])), len(lines))
        for line in self._unrecorded(lines[end:]):
            self._drop(line, "page-chrome")
        kept = self._without(lines[place.body : last + 1], _aside)
        rest = self._without(lines[last + 1 : end], _aside)
        cut = next((i for i in range(len(rest)) if _opens_colophon(rest[i:]) or (i and _ends(rest[i:]))), len(rest))
        return [self._unbarred(line) for line in (*kept, *rest[:cut])], rest[cut:]

    def _tail(self, lines: Sequence[Line]) -> Iterator[tuple[str, tuple[Block, ...]]]:
        """Yield colophon and annexes; a printing line behind the annexes is the colophon where there is no other."""
        begin = next((i for i in range(len(lines)) if _is_annex(lines[i:])), len(lines))
        last = (i for i in range(begin, len(lines)) if begin == 0 and _COPIES.match(lines[i].words))
        end = next(last, len(lines))
        for name, part in ((COLOPHON, lines[:begin]), (ANNEX, lines[begin:end]), (COLOPHON, lines[end:])):
            if part:
                yield name, tuple(outline.paragraphs([self._unbarred(line) for line in part]))

    def _unbarred(self, line: Line) -> Line:
        """Return a line without the bars that divide cells; each is listed."""
        if "|" not in line.text or not line.cells:
            return line
        bars = re.findall(r"[ \u3000]?\|", line.text)
        self.dropped += (Dropped(line.number, bar, "table-bar") for bar in bars)
        cells = tuple(cell.replace("|", "").strip() for cell in line.cells)
        return replace(line, cells=cells) if len(cells) > 1 else replace(line, text=cells[0], cells=())


def _furniture(line: Line) -> DropReason | None:
    """Return why a line is no part of any document, wherever it stands."""
    if chrome.says_nothing(line):
        return line.drop or "page-chrome"
    return line.drop or ("page-number" if chrome.is_page_number(line) else None)


def _last_chapter(lines: Sequence[Line], body: int) -> int:
    """Return the place of the last chapter's heading, before any annex behind which the chapters do not go on."""
    found = [(i, label) for i in range(body, len(lines)) if (label := labels.read(lines[i].words))]
    chapters = {i: label.number for i, label in found if label.style == found[0][1].style}
    last, number = body, 1
    for i in range(body, len(lines)):
        if (
            i > body
            and _ANNEX.match(lines[i].words)
            and not any(at > i and n == number + 1 for at, n in chapters.items())
        ):
            break
        if i in chapters and not chrome.is_chrome(lines[i]):
            last, number = i, chapters[i]
    return last


def _is_tail(lines: Sequence[Line]) -> bool:
    """Return whether the page goes on here where the document has ended: no outline comes any more."""
    line = lines[0]
    if _COLOPHON.match(line.words) or not (chrome.is_chrome(line) or chrome.pairs(line)):
        return False
    return not any(_SECTION.match(later.words) and not later.aside for later in lines)


def _is_annex(lines: Sequence[Line]) -> bool:
    """Return whether an annex begins here, rather than the list of annexes that stands above a signature."""
    if not _ANNEX.match(lines[0].words):
        return False
    below = itertools.takewhile(lambda line: not _ANNEX.match(line.words), lines[1:])
    return any(
        line.cells or not (_ENTRY.match(line.words) or prose.is_body(line.words) or _opens_colophon([line]))
        for line in below
    )


def _ends(lines: Sequence[Line]) -> bool:
    """Return whether the document says here, behind its last item, since when and until when it is in force."""
    return bool(IN_FORCE.match(lines[0].words)) and not any(prose.starts_label(line.words) for line in lines)


def _aside(line: Line) -> DropReason | None:
    return "page-chrome" if line.aside and not _is_document(line) else None


def _is_document(line: Line) -> bool:
    """Return whether a line outside the main part of a page still reads like the document's own."""
    numbered = chrome.document_number(line.words) == line.words
    return (
        numbered
        or prose.finished(line.words)
        or dates.is_date(line.words)
        or prose.is_prose(line.words)
        or bool(line.cells)
    )


def _opens_colophon(lines: Sequence[Line]) -> bool:
    words = lines[0].words
    if _NOTE.match(words):
        return all(_NOTE.match(line.words) or _COLOPHON.match(line.words) for line in lines)
    if _COLOPHON.match(words) or dates.is_date(words) or _PRINTED.match(words):
        return True
    signed = dates.signature(words)
    if signed and prose.is_body(signed[0]):
        return True
    return (
        prose.is_body(words)
        and len(lines) > 1
        and (dates.is_date(lines[1].words) or bool(_PRINTED.match(lines[1].words)) or prose.is_body(lines[1].words))
    )
