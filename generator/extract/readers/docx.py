"""Read a Word document: paragraphs with their automatic numbers, tables, footnotes, page headers and footers."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from generator.extract.readers.numbering import Numbering
from generator.extract.structure.lines import ExtractError, Line, row
from generator.findings.finding import Message
from generator.records.dropped import DropReason

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = qn("w:txbxContent")
# Deleted text; the copy of a drawing for old programs; the words of a text box, which are paragraphs of their own.
_UNREAD = {qn("w:del"), qn("w:moveFrom"), _FALLBACK}
_MAX_UNPACKED = 200_000_000
_MAX_XML = 20_000_000  # bytes of all parts but pictures
_MAX_PARAGRAPHS = 20_000  # ten times the passages a text may have


def read(path: Path) -> tuple[list[Line], list[Message]]:
    """Return what Word shows of a document, with a note when it holds tracked changes.

    Insertions are read, deletions are not, as if all changes were accepted. Footnotes stand behind the paragraph that
    refers to them, as [1], [2] …
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _prove_harmless(archive, path.name)
        document = docx.Document(str(path))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        RuntimeError,  # a part is locked, or packed in an unknown way
        PackageNotFoundError,
        KeyError,
        ValueError,
        etree.XMLSyntaxError,
    ):
        raise ExtractError("extract.word", file=path.name) from None
    body = document.element.body
    if body.xpath("count(.//w:p)") > _MAX_PARAGRAPHS:
        raise ExtractError("extract.paragraphs", file=path.name, most=_MAX_PARAGRAPHS)
    notes = [Message.of("extract.tracked")] if _tracked(body) else []
    return [*_furniture(document), *_Body(document).lines()], notes


def _prove_harmless(archive: zipfile.ZipFile, name: str) -> None:
    """Raise ExtractError for parts that are out of all proportion, and for XML that declares entities.

    Word never declares any (ECMA-376, part 2, forbids it). Words put in by one would be missing from what is read.
    """
    parts = archive.infolist()
    written = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    if sum(part.file_size for part in parts) > _MAX_UNPACKED or sum(part.file_size for part in written) > _MAX_XML:
        raise ExtractError("extract.unpacked", file=name)
    for part in written:
        if b"<!DOCTYPE" in archive.read(part).replace(b"\0", b""):  # in UTF-16 too
            raise ExtractError("extract.entities", file=name)


def _tracked(body: Any) -> bool:
    return bool(body.xpath(".//w:ins | .//w:del"))


def _furniture(document: Any) -> Iterator[Line]:
    """Yield the words of page headers and footers, once each."""
    seen: set[str] = set()
    reason: DropReason
    for section in document.sections:
        for part, reason in ((section.header, "page-header"), (section.footer, "page-footer")):
            for paragraph in part._element.iter(qn("w:p")):  # noqa: SLF001  (python-docx offers no text of a header's shapes)
                text = _text(paragraph)
                if text.strip() and text not in seen:
                    seen.add(text)
                    yield Line(text, drop=reason)


class _Body:
    def __init__(self, document: Any) -> None:
        self.body = document.element.body
        self.numbering = Numbering.of(document)
        self.footnotes = _footnotes(document)

    def lines(self) -> list[Line]:
        return [line for element in self.body for line in self._element(element)]

    def _element(self, element: Any) -> Iterator[Line]:
        if element.tag == qn("w:p"):
            yield from self._paragraph(element)
        elif element.tag == qn("w:tbl"):
            yield from self._table(element)
        elif element.tag == qn("w:sdt"):  # a content control, for instance a table of contents
            for inner in element.iterchildren(qn("w:sdtContent")):
                for child in inner:
                    yield from self._element(child)

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        for box in paragraph.iter(_BOX):
            if not any(ancestor.tag == _FALLBACK for ancestor in box.iterancestors()):
                for inner in box:
                    yield from self._element(inner)
        label = self.numbering.label(paragraph)
        centred = bool(paragraph.xpath("./w:pPr/w:jc[@w:val='center']"))
        for i, text in enumerate(_text(paragraph).split("\n")):
            words = label + text.lstrip() if i == 0 and label else text
            if words.strip():
                yield Line(words, centred=centred)
        for reference in paragraph.iter(qn("w:footnoteReference")):
            note = self.footnotes.get(reference.get(qn("w:id")))
            if note:
                yield Line(note, starts=True)

    def _table(self, table: Any) -> Iterator[Line]:
        rows = [list(_cells(tr)) for tr in table.iterchildren(qn("w:tr"))]
        wide = max((len(cells) for cells in rows), default=0)
        if wide < 2:
            for paragraph in table.iter(qn("w:p")):
                yield from self._paragraph(paragraph)
            return
        for cells in rows:
            if any(cells):
                yield row(cells + [""] * (wide - len(cells)))


def _cells(tr: Any) -> Iterator[str]:
    """Yield the cells of a row; what a merged cell covers is empty."""
    for cell in tr.iterchildren(qn("w:tc")):
        merge = cell.xpath("./w:tcPr/w:vMerge")
        covered = bool(merge) and merge[0].get(qn("w:val")) != "restart"
        yield "" if covered else " ".join(_text(p) for p in cell.iter(qn("w:p")))
        for span in cell.xpath("./w:tcPr/w:gridSpan/@w:val"):
            yield from [""] * (int(span) - 1)


def _text(paragraph: Any) -> str:
    """Return what a paragraph shows; a line broken by hand is a line."""
    parts: list[str] = []
    for element in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen"), qn("w:footnoteReference")):
        if _unread(element, paragraph):
            continue
        if element.tag == qn("w:t"):
            parts.append(element.text or "")
        elif element.tag == qn("w:tab"):
            parts.append("" if element.getparent().tag == qn("w:tabs") else " ")
        elif element.tag == qn("w:br"):
            parts.append("\n" if element.get(qn("w:type")) in {None, "textWrapping"} else "")
        elif element.tag == qn("w:noBreakHyphen"):
            parts.append("-")
        else:
            parts.append(f"[{element.get(qn('w:id'))}]")
    return "".join(parts)


def _unread(element: Any, paragraph: Any) -> bool:
    """Return whether a piece of text is not shown in this paragraph."""
    for ancestor in element.iterancestors():
        if ancestor is paragraph:
            return False
        if ancestor.tag in _UNREAD or ancestor.tag == _BOX:
            return True
    return False


def _footnotes(document: Any) -> dict[str, str]:
    """Return the footnotes by id, each headed by its mark."""
    found: dict[str, str] = {}
    for part in document.part.package.iter_parts():
        if re.fullmatch(r"/word/footnotes\d*\.xml", str(part.partname)):
            root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
            for note in root.iter(qn("w:footnote")):
                text = "".join(_text(p) for p in note.iter(qn("w:p"))).strip()
                if text and note.get(qn("w:type")) is None:
                    found[str(note.get(qn("w:id")))] = f"[{note.get(qn('w:id'))}] {text}"
    return found
