"""Read a Word document: paragraphs with their automatic numbers, tables, notes, page headers and footers."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from generator.extract.readers.accounting import lost, shortened
from generator.extract.readers.numbering import Numbering, whole
from generator.extract.readers.raised import raised
from generator.extract.structure.lines import ExtractError, Line, row
from generator.findings.finding import Message
from generator.records.dropped import DropReason

_P, _TABLE, _BOX = qn("w:p"), qn("w:tbl"), qn("w:txbxContent")
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_TEXTS = {qn("w:t"), _MATHS}
# Deleted text, codes of fields, and the copy of a drawing for old programs.
_UNREAD = {
    qn("w:del"), qn("w:moveFrom"), qn("w:delText"), qn("w:instrText"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
# Through these to the rows of a table and the cells of a row: content controls, insertions, marked-up XML.
_THROUGH = {qn(f"w:{tag}") for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_SIGNS = {qn("w:tab"): " ", qn("w:noBreakHyphen"): "-", qn("w:cr"): "\n"}
# The Symbol and Wingdings fonts, by code: what their characters are called in Unicode.
_SYMBOLS = {
    0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xB9: "≠", 0xBB: "≈", 0xB8: "÷", 0xA2: "′", 0xB2: "″",
    0x25: "%", 0x2B: "+", 0x2D: "-", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0xB7: "·", 0x6C: "●", 0x6E: "■", 0x75: "◆",
    0xA8: "□", 0xFC: "✓", 0xFE: "☑", 0x6D: "μ",
}  # fmt: skip
_PICTURES = "count(.//*[local-name()='blip' or local-name()='imagedata' or local-name()='chart'])"
_MAX_UNPACKED = 200_000_000
_MAX_XML = 20_000_000  # bytes of all parts but pictures
_MAX_PARAGRAPHS = 20_000  # ten times the passages a text may have
_MOST_COLUMNS = 100


def read(path: Path) -> tuple[list[Line], list[Message]]:
    """Return what Word shows of a document, with a note when it holds tracked changes.

    Insertions are read, deletions are not, as if all changes were accepted. Footnotes and endnotes stand behind the
    paragraph or table that refers to them first, as [1], [2] …
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _prove_harmless(archive, path.name)
        return _read(docx.Document(str(path)), path.name)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        RuntimeError,  # a part is locked, or packed in an unknown way
        PackageNotFoundError,
        KeyError,
        ValueError,
        AttributeError,
        etree.XMLSyntaxError,
    ):
        raise ExtractError("extract.word", file=path.name) from None


def _read(document: Any, name: str) -> tuple[list[Line], list[Message]]:
    body = document.element.find(qn("w:body"))
    if body is None:
        raise ExtractError("extract.word", file=name)
    if body.xpath("count(.//w:p)") > _MAX_PARAGRAPHS:
        raise ExtractError("extract.paragraphs", file=name, most=_MAX_PARAGRAPHS)
    for run in body.xpath(".//w:r[w:rPr/w:vertAlign/@w:val='superscript']/w:t"):
        run.text = raised(run.text or "")
    reader = _Body(document, body)
    lines = [*_furniture(document), *reader.blocks(body), *reader.unreferred()]
    tracked = [Message.of("extract.tracked")] if body.xpath("boolean(.//w:ins | .//w:del)") else []
    given = [element.text or "" for element in _whole(body) if element.tag in _TEXTS]
    return lines, [*tracked, *reader.pictures(), *lost(given, lines)]


def _prove_harmless(archive: zipfile.ZipFile, name: str) -> None:
    """Raise ExtractError for parts that are out of all proportion, and for XML that declares entities.

    Word never declares any (ECMA-376, part 2, forbids it). Words put in by one would be missing from what is read.
    """
    parts = archive.infolist()
    written = [part for part in parts if not part.filename.lower().startswith(("word/media/", "word/embeddings/"))]
    if sum(part.file_size for part in parts) > _MAX_UNPACKED or sum(part.file_size for part in written) > _MAX_XML:
        raise ExtractError("extract.unpacked", file=name)
    for part in written:
        if b"<!DOCTYPE" in archive.read(part).replace(b"\0", b""):  # in UTF-16 too
            raise ExtractError("extract.entities", file=name)


def _furniture(document: Any) -> Iterator[Line]:
    """Yield the words of page headers and footers, once each."""
    seen: set[str] = set()
    reasons: dict[str, DropReason] = {"header": "page-header", "footer": "page-footer"}
    for name, reason in reasons.items():
        for paragraph in (p for part in _parts(document, name) for p in part.iter(_P)):
            text = " ".join(_text(paragraph).split())
            if text and text not in seen:
                seen.add(text)
                yield Line(text, drop=reason)


def _parts(document: Any, called: str) -> Iterator[Any]:
    """Yield the roots of the parts of a document that are called so."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    parts = {str(part.partname): part for part in document.part.package.iter_parts()}
    for name, part in sorted(parts.items()):
        if re.fullmatch(rf"/word/{called}\d*\.xml", name, re.IGNORECASE):
            yield etree.fromstring(part.blob, parser)


class _Body:
    """Walks the body of a document. marks: by kind and id of a note, the number it is printed with."""

    def __init__(self, document: Any, body: Any) -> None:
        self.body = body
        self.numbering = Numbering.of(document)
        self.notes = {kind: _notes(document, kind) for kind in _NOTES.values()}
        self.marks: dict[tuple[str, str], int] = {}
        self.numbers = count(1)

    def blocks(self, element: Any) -> Iterator[Line]:
        """Yield the lines of the paragraphs and tables in an element."""
        for child in element:
            if child.tag == _P:
                yield from self._paragraph(child)
            elif child.tag == _TABLE:
                yield from self._table(child)
            elif child.tag not in _UNREAD:
                yield from self.blocks(child)

    def unreferred(self) -> Iterator[Line]:
        """Yield the notes that nothing refers to."""
        for kind, notes in self.notes.items():
            for id_, words in notes.items():
                if (kind, id_) not in self.marks:
                    yield Line(words, starts=True)

    def pictures(self) -> Iterator[Message]:
        """Yield a note when the document holds pictures."""
        holders = [p for p in self.body.iter(_P) if p.xpath(_PICTURES)]
        if holders:
            above = next((t for p in holders[0].xpath("preceding::w:p")[::-1] if (t := _text(p).strip())), "")
            yield Message.of("extract.images", count=len(holders), words=shortened(above))

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        for element in _own(paragraph):
            if element.tag == _BOX:
                yield from self.blocks(element)
        fresh = self._fresh(paragraph)
        centred = bool(paragraph.xpath("./w:pPr/w:jc[@w:val='center']"))
        for i, text in enumerate(self._words(paragraph).split("\n")):
            if text.strip():
                yield Line(text, centred=centred, starts=True if i == 0 else None)
        yield from fresh

    def _fresh(self, element: Any) -> list[Line]:
        """Return the lines of the notes that an element is the first to refer to, and give each its number."""
        lines = []
        for reference in _own(element):
            kind, id_ = _NOTES.get(reference.tag), str(reference.get(qn("w:id")))
            if kind and (kind, id_) not in self.marks:
                self.marks[kind, id_] = next(self.numbers)
                if words := self.notes[kind].get(id_):
                    lines.append(Line(f"[{self.marks[kind, id_]}] {words}", starts=True))
        return lines

    def _words(self, paragraph: Any) -> str:
        """Return what a paragraph shows with its automatic number."""
        label, text = self.numbering.label(paragraph), _text(paragraph, self.marks)
        return label + text.lstrip() if label else text

    def _table(self, table: Any) -> Iterator[Line]:
        rows = [list(self._cells(tr)) for tr in _inside(table, qn("w:tr"))]
        wide = max((len(cells) for cells in rows), default=0)
        if wide < 2:
            for cell in (tc for tr in _inside(table, qn("w:tr")) for tc in _inside(tr, qn("w:tc"))):
                yield from self.blocks(cell)
            return
        notes = self._fresh(table)
        for cells in ([self._cell(cell) for cell in cells] for cells in rows):
            if any(cells):
                yield row(cells + [""] * (wide - len(cells)))
        yield from notes

    def _cells(self, tr: Any) -> Iterator[Any]:
        """Yield the cells of a row; None for what a merged cell covers."""
        for cell in list(_inside(tr, qn("w:tc")))[:_MOST_COLUMNS]:
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            covered = merge is not None and merge.get(qn("w:val")) != "restart"
            yield None if covered else cell
            for span in cell.xpath("./w:tcPr/w:gridSpan/@w:val")[:1]:
                yield from [None] * (whole(span, 1, _MOST_COLUMNS) - 1)

    def _cell(self, cell: Any) -> str:
        return "" if cell is None else " ".join(self._words(p) for p in _paragraphs(cell)).strip()


def _own(element: Any) -> Iterator[Any]:
    """Yield what is shown in an element, text boxes but not what is in them."""
    for child in element:
        if child.tag not in _UNREAD:
            yield child
            if child.tag != _BOX:
                yield from _own(child)


def _whole(element: Any) -> Iterator[Any]:
    """Yield what is shown in an element, text boxes and what is in them."""
    for child in _own(element):
        yield child
        if child.tag == _BOX:
            yield from _whole(child)


def _paragraphs(element: Any) -> Iterator[Any]:
    return (child for child in _whole(element) if child.tag == _P)


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _inside(child, tag)


def _text(paragraph: Any, marks: dict[tuple[str, str], int] | None = None) -> str:
    """Return what a paragraph shows; a line broken by hand is a line."""
    parts: list[str] = []
    for element in _own(paragraph):
        if element.tag in _TEXTS:
            parts.append(element.text or "")
        elif element.tag == qn("w:tab") and element.getparent().tag == qn("w:tabs"):
            continue
        elif element.tag in _SIGNS:
            parts.append(_SIGNS[element.tag])
        elif element.tag == qn("w:br"):
            parts.append("\n" if element.get(qn("w:type")) in {None, "textWrapping"} else "")
        elif element.tag == qn("w:sym"):
            parts.append(_symbol(element.get(qn("w:char")) or ""))
        elif marks and (kind := _NOTES.get(element.tag)):
            parts.append(f"[{marks.get((kind, str(element.get(qn('w:id')))), '')}]")
    return "".join(parts)


def _symbol(code: str) -> str:
    """Return the character of a symbol font, a box where its name in Unicode is not known here."""
    return _SYMBOLS.get(int(code, 16) & 0xFF, "□") if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else "□"


def _notes(document: Any, kind: str) -> dict[str, str]:
    """Return the footnotes or endnotes by id."""
    found: dict[str, str] = {}
    for root in _parts(document, f"{kind}s"):
        for note in root.iter(qn(f"w:{kind}")):
            text = " ".join("".join(_text(p) for p in _paragraphs(note)).split())
            if text and note.get(qn("w:type")) is None:
                found[str(note.get(qn("w:id")))] = text
    return found
