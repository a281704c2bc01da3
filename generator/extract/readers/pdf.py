"""Read a PDF with a text layer: lines by their place on the page, tables by their rules."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdftypes import PDFStream, resolve1
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from generator.extract import budget
from generator.extract.readers.accounting import lost
from generator.extract.readers.columns import in_reading_order
from generator.extract.structure.lines import ExtractError, Line, row
from generator.findings.finding import Message
from generator.records.dropped import DropReason

_PAGE_NUMBER = re.compile(r"[-—–·\s]*\d{1,4}[-—–·\s]*|第\s*\d+\s*页.*|\d+\s*/\s*\d+")
_FOOTNOTE = re.compile(r"[①-⑳]|\[\d+\]|〔\d+〕|\d{1,2}(?=\s*[\u4e00-\u9fff])")
_MARGIN = 0.1  # of the page's height: where headers and footers stand
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+obj\s+(\d+)\s+\d+\s+R\s*endobj")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")
_PICTURE = 0.15  # of the page's area: a smaller one holds no table
MAX_PAGES = 500
MAX_DRAWN = 20_000  # forms of a page

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it says of fonts and boxes is no help to an editor


@dataclass(frozen=True)
class _Row:
    """A line of print or a row of a table, and its place on its page."""

    page: int
    top: float
    left: float
    right: float
    size: float
    text: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Page:
    """A page: its size, its rows, all characters on it, whether it has a large picture."""

    width: float
    height: float
    rows: list[_Row]
    given: str
    pictured: bool


def read(path: Path) -> tuple[list[Line], list[Message]]:
    """Return the lines of a PDF in reading order.

    A line that is indented begins a paragraph, one at the left margin behind a full one continues it. Page numbers
    and what is repeated at the edge of pages are marked to be dropped; a footnote stands behind its paragraph.
    """
    if _is_circular(path.read_bytes()):
        raise _damaged(path)
    try:
        with pdfplumber.open(path) as pdf:
            if len(pdf.pages) > MAX_PAGES:
                raise ExtractError("extract.pages", file=path.name, most=MAX_PAGES)
            budget.extend(len(pdf.pages))
            pages = [_page(page, path) for page in pdf.pages]
    except (PdfminerException, MalformedPDFException) as error:
        cause = error.args[0] if error.args else None
        if isinstance(cause, PDFPasswordIncorrect):
            raise ExtractError("extract.locked", file=path.name) from None
        raise _damaged(path) from None
    except (PDFException, ValueError, KeyError, TypeError, IndexError, AttributeError):
        raise _damaged(path) from None
    if not any(page.rows for page in pages):
        raise ExtractError("extract.pictures", file=path.name)
    lines = _lines(pages)
    return lines, [*_gaps(pages), *lost([page.given for page in pages], lines)]


def _gaps(pages: list[_Page]) -> Iterator[Message]:
    """Yield a note for pages without text, and for those with a large picture."""
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.rows]
    if empty:
        yield Message.of("extract.blank", pages=empty)
    pictured = [str(number) for number, page in enumerate(pages, 1) if page.pictured and page.rows]
    if pictured:
        yield Message.of("extract.pictured", pages=pictured)


def _is_circular(raw: bytes) -> bool:
    """Return whether an object is nothing but a reference that leads back to it: following that one would never end."""
    leads = dict(_REFERENCE.findall(raw))
    for start, following in leads.items():
        at, steps = following, 0
        while at in leads and at != start and steps <= len(leads):
            at, steps = leads[at], steps + 1
        if at == start or steps > len(leads):
            return True
    return False


def _drawn(data: bytes, resources: Any, known: dict[int | None, int]) -> int:
    """Return how many forms are drawn by some content, those drawn by forms included. known: of forms, by their id."""
    forms = resolve1((resolve1(resources) or {}).get("XObject")) or {}
    total = 0
    for name in _DRAWN.findall(data):
        form = resolve1(forms.get(name.decode("latin-1")))
        if isinstance(form, PDFStream) and str(form.get("Subtype")) == "/'Form'":
            if form.objid not in known:
                known[form.objid] = 0  # of one that draws itself
                known[form.objid] = _drawn(form.get_data(), form.get("Resources"), known)
            total += 1 + known[form.objid]
    return total


def _damaged(path: Path) -> ExtractError:
    return ExtractError("extract.pdf", file=path.name)


def _page(page: Any, path: Path) -> _Page:
    contents = [resolve1(content) for content in page.page_obj.contents]
    data = b" ".join(content.get_data() for content in contents if isinstance(content, PDFStream))
    if _drawn(data, page.page_obj.resources, {}) > MAX_DRAWN:
        raise _damaged(path)
    plain = page.dedupe_chars()
    given = "".join(char["text"] for char in plain.chars)
    areas = (image["width"] * image["height"] for image in page.images)
    pictured = any(area > _PICTURE * page.width * page.height for area in areas)
    found = _Page(page.width, page.height, list(_rows(plain)), given, pictured)
    page.close()
    return found


def _rows(page: Any) -> Iterator[_Row]:
    """Yield the rows of a page in reading order: from top to bottom, one column after the other."""
    tables = [table for table in page.find_tables() if len(table.rows) > 1 and len(table.rows[0].cells) > 1]
    found: list[tuple[float, _Row]] = []
    for table in tables:
        for i, (place, cells) in enumerate(zip(table.rows, table.extract(), strict=True)):
            words = tuple(re.sub(r"\s+", "", cell or "") for cell in cells)
            left, top, right, _ = place.bbox
            at = top + i * 1e-3
            found.append((at, _Row(page.page_number, at, left, right, 0, "\t".join(words), words)))

    def outside(thing: dict[str, Any]) -> bool:
        if thing.get("object_type") != "char":
            return True
        x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
        return not any(t.bbox[0] <= x <= t.bbox[2] and t.bbox[1] <= y <= t.bbox[3] for t in tables)

    print_ = [line["chars"] for line in page.filter(outside).extract_text_lines(return_chars=True)]
    for at, chars, shift in in_reading_order(print_, page.width, [table.bbox[1] for table in tables]):
        text = _text(chars)
        if text.strip():
            left, right = min(c["x0"] for c in chars), max(c["x1"] for c in chars)
            size = median(char["size"] for char in chars)
            found.append((at, _Row(page.page_number, chars[0]["top"], left - shift, right - shift, size, text)))
    yield from (placed for _, placed in sorted(found, key=lambda f: f[0]))


def _text(chars: list[dict[str, Any]]) -> str:
    """Join the characters of a line; a gap of nearly half a character is a space."""
    parts: list[str] = []
    end = None
    for char in sorted(chars, key=lambda c: c["x0"]):
        if end is not None and char["x0"] - end > 0.4 * char["size"] and parts[-1] != " ":
            parts.append(" ")
        parts.append(char["text"])
        end = char["x1"]
    return "".join(parts).strip()


def _lines(pages: list[_Page]) -> list[Line]:
    furniture = _furniture(pages)
    text = [r for page in pages for r in page.rows if not r.cells and r not in furniture]
    if not text:
        return [_placed(r, None, (0, 0, 0), (1, False, 0)) for page in pages for r in page.rows]
    size = Counter(round(r.size) for r in text for _ in r.text).most_common(1)[0][0]
    body = [r for r in text if abs(r.size - size) < 2]
    starts = Counter(round(r.left / 4) for r in [r for r in body if len(r.text) > 8] or body or text)
    left = min(start for start, _ in starts.most_common(3)) * 4
    right = _right(text, left)
    indented = sum(size < r.left - left < 3 * size for r in text) * 10 > len(text)
    leading = 0 if indented else _leading(text)
    found: list[Line] = []
    waiting: list[Line] = []  # footnotes whose mark has stood in the paragraph that is still running
    before: _Row | None = None
    for page in pages:
        notes = _footnotes([r for r in page.rows if r not in furniture], size, page.height)
        noted = {r for note in notes.values() for r in note}
        for r in page.rows:
            if r in furniture:
                found.append(Line(r.text, page=r.page, drop=furniture[r]))
                continue
            if r in noted:
                continue
            line = _placed(r, before, (left, right, page.width), (size, indented, leading))
            if line.starts is not False:
                found += waiting
                waiting = []
            found.append(line)
            for mark in [mark for mark in notes if mark in r.text]:
                waiting += _note_lines(notes.pop(mark))
            before = r
        waiting += [line for note in notes.values() for line in _note_lines(note)]
    return found + waiting


def _right(text: list[_Row], left: float) -> float:
    """Return the right margin: where lines end that the next line, at the left margin, goes on with."""
    ends = sorted(a.right for a, b in pairwise(text) if abs(b.left - left) < b.size / 2 and len(a.text) > 8)
    return ends[len(ends) * 3 // 4] if ends else max(r.right for r in text)


def _note_lines(note: list[_Row]) -> list[Line]:
    return [Line(r.text, page=r.page, starts=i == 0) for i, r in enumerate(note)]


def _leading(text: list[_Row]) -> float:
    """Return how far apart the lines of a paragraph are, 0 where paragraphs are no further apart than lines."""
    steps = Counter(round(b.top - a.top) for a, b in pairwise(text) if a.page == b.page and b.top - a.top > a.size / 2)
    wide = sum(n for step, n in steps.items() if steps and step > 1.25 * min(s for s, _ in steps.most_common(2)))
    return min(s for s, _ in steps.most_common(2)) if wide * 10 > sum(steps.values()) else 0


def _placed(r: _Row, before: _Row | None, edges: tuple[float, float, float], style: tuple[float, bool, float]) -> Line:
    """Return a line with what its place says: indented, further down, continuing, centred."""
    if r.cells:
        return replace(row(list(r.cells)), page=r.page)
    (left, right, width), (size, indented, leading) = edges, style
    indent = r.left - left
    centred = indent > 1.5 * size and abs((r.left + r.right) / 2 - width / 2) < size and r.right < right - size
    full = before is not None and not before.cells and before.right > right - 2.5 * size
    starts: bool | None = None
    if indent > size and not centred:
        starts = True
    elif abs(indent) <= size and before is not None:
        apart = leading and r.page == before.page and r.top - before.top > 1.25 * leading
        close = indented or (leading and r.page == before.page)
        starts = True if not full or before.cells or apart else False if close else None
    return Line(r.text, page=r.page, starts=starts, centred=centred)


def _furniture(pages: list[_Page]) -> dict[_Row, DropReason]:
    """Return what stands at the edges of pages and is no part of the text, with the reason."""
    edge: dict[str, list[tuple[_Row, DropReason]]] = {}
    for page in pages:
        for r in page.rows:
            if r.top < page.height * _MARGIN or r.top > page.height * (1 - _MARGIN):
                reason: DropReason = "page-header" if r.top < page.height / 2 else "page-footer"
                edge.setdefault(re.sub(r"\d+", "#", r.text), []).append((r, reason))
    found: dict[_Row, DropReason] = {}
    for same in edge.values():
        for r, reason in same:
            if _PAGE_NUMBER.fullmatch(r.text):
                found[r] = "page-number"
            elif len(same) > 1 and len({s.page for s, _ in same}) > 1 and len(same) * 3 >= len(pages):
                found[r] = reason
    return found


def _footnotes(rows: list[_Row], size: float, height: float) -> dict[str, list[_Row]]:
    """Return the footnotes of a page by their marks: smaller print at its foot."""
    foot: list[_Row] = []
    for r in reversed(rows):
        if r.cells or r.size > size - 1.5 or r.top < height / 2:
            break
        foot.append(r)
    notes: dict[str, list[_Row]] = {}
    for r in reversed(foot):
        mark = _FOOTNOTE.match(r.text)
        if mark:
            notes[mark[0]] = [r]
        elif notes:
            notes[next(reversed(notes))].append(r)
    return notes
