"""Write the text of a plan as a Word document: headings, numbers of provisions and notes are styles of their own."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import CharacterStyle
from docx.text.paragraph import Paragraph

from generator.documents.plan_text import Passage, PlanText, Version

_NUMBER, _ENGLISH, _NOTE = "Provision Number", "English Text", "Translation Note"
_LATEST = datetime.datetime(1980, 1, 1)  # noqa: DTZ001 - of every part of the file, so that the same text gives the same bytes
_SOFT = RGBColor(0x3C, 0x3C, 0x3C)


def word(text: PlanText, fonts: Mapping[str, str]) -> bytes:
    """Return the text of a plan as a Word document. fonts: of each language; a Word document only names them."""
    document = docx.Document()
    _styles(document, fonts)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = text.title.zh, text.publisher, " ".join(text.addresses)
    properties.created = properties.modified = _LATEST
    document.add_heading(text.title.zh, 0)
    document.add_paragraph(text.title.en, _ENGLISH)
    for said in (*(words for pair in text.about for words in (pair.zh, pair.en)), *text.addresses):
        if said:
            document.add_paragraph(said, _NOTE)
    for passage in text.passages:
        _passage(document, passage)
    return _same_every_time(document)


def _styles(document: Document, fonts: Mapping[str, str]) -> None:
    styles = document.styles
    for style in styles:
        if isinstance(style, CharacterStyle):  # paragraph styles are such as well
            style.font.name = fonts["en"]
            style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), fonts["zh"])
            style.font.color.rgb = RGBColor(0, 0, 0)
    _languages(styles.element)
    styles.add_style(_NUMBER, WD_STYLE_TYPE.CHARACTER).font.bold = True
    for name, size in ((_ENGLISH, 10.5), (_NOTE, 9)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size, style.font.color.rgb = Pt(size), _SOFT


def _languages(styles: BaseOxmlElement) -> None:
    """Say in which languages the words are, for spelling and for reading aloud: by their script."""
    for found in styles.iter(qn("w:lang")):
        found.set(qn("w:val"), "en-GB")
        found.set(qn("w:eastAsia"), "zh-CN")


def _passage(document: Document, passage: Passage) -> None:
    if passage.zh.rows:
        for version in filter(None, (passage.zh, passage.en)):
            _table(document, version)
    elif passage.rank:
        heading = document.add_heading(level=min(passage.rank, 9))
        _numbered(heading, passage.zh, "")
        if passage.en:
            heading.add_run().add_break()
            _numbered(heading, passage.en, " ")
    else:
        _numbered(document.add_paragraph(), passage.zh, "")
        if passage.en:
            _numbered(document.add_paragraph(style=_ENGLISH), passage.en, " ")
    for note in passage.notes:
        document.add_paragraph(f"{note.zh} {note.en}", _NOTE)


def _numbered(paragraph: Paragraph, version: Version, gap: str) -> None:
    if version.number:
        paragraph.add_run(version.number, _NUMBER)
    paragraph.add_run(f"{gap if version.number else ''}{version.words}")


def _table(document: Document, version: Version) -> None:
    table = document.add_table(len(version.rows), max(map(len, version.rows)), "Table Grid")
    head = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(head)  # noqa: SLF001 - the library has no other way to say which row is the head
    for row, cells in zip(table.rows, version.rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=False):
            cell.text = words
    document.add_paragraph()


def _same_every_time(document: Document) -> bytes:
    """Return a document as a file in which nothing says when it was written."""
    written, file = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as given, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in given.infolist():
            made.writestr(
                zipfile.ZipInfo(entry.filename, _LATEST.timetuple()[:6]), given.read(entry), zipfile.ZIP_DEFLATED
            )
    return file.getvalue()
