"""Word documents made for the tests: invented plans, laid out as offices lay them out."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def word(path: Path) -> None:
    """Write a Word document with automatic numbers, a header, merged cells, a footnote mark and tracked changes."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "雁湖高新区管委会文件汇编"
    document.sections[0].footer.paragraphs[0].text = "内部资料"
    _numbering(document)
    _centred(document, "雁湖市人民政府文件")
    _centred(document, "雁政发〔2025〕12号")
    _centred(document, "雁湖市人民政府关于印发雁湖机器人产业园\n建设行动方案（2025—2027年）的通知")
    document.add_paragraph("各区人民政府，市政府各部门：")
    document.add_paragraph("现将《雁湖机器人产业园建设行动方案（2025—2027年）》印发给你们，请认真组织实施。")
    document.add_paragraph("雁湖市人民政府").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph("2025年2月18日").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _centred(document, "雁湖机器人产业园建设行动方案\n（2025—2027年）")
    document.add_paragraph(
        "为建设雁湖机器人产业园，根据《国家机器人产业规划》（工信部联规〔2021〕206号），制定本方案。"
    )
    _numbered(document, "工作目标", 0)
    paragraph = document.add_paragraph("到2027年，产业规模达到")
    _change(paragraph, "w:del", "300")
    _change(paragraph, "w:ins", "350")
    paragraph.add_run("亿元，主要指标见下表：")
    table = document.add_table(rows=3, cols=3)
    for row, cells in zip(
        table.rows, (("领域", "指标", "目标"), ("整机", "产量（万台）", "6.5"), ("", "国产化率", "85%")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    _numbered(document, "重点任务", 0)
    _numbered(document, "突破核心部件", 1)
    _numbered(document, "攻关减速器。研制谐波减速器，寿命达到1万小时以上。", 2)
    _numbered(document, "攻关控制器。国产控制器市场占有率提高10个百分点。", 2)
    _numbered(document, "拓展应用场景", 1)
    _numbered(document, "推广工业应用。打造示范工厂20家。", 2)
    _numbered(document, "保障措施", 0)
    document.add_paragraph("建立市级专班，统筹推进各项工作。")
    document.add_paragraph("抄送：市委各部门。")
    document.add_paragraph("雁湖市人民政府办公室\t2025年2月20日印发")
    document.save(str(path))


def _centred(document: Any, text: str) -> None:
    document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER


def _numbering(document: Any) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (format_, text) in enumerate(_LEVELS)
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _numbered(document: Any, text: str, level: int) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
    properties.append(parse_xml(xml))


def _change(paragraph: Any, tag: str, text: str) -> None:
    """Add a tracked insertion or deletion."""
    run = paragraph.add_run(text)._r
    change = parse_xml(f'<{tag} {nsdecls("w")} w:id="1" w:author="a" w:date="2025-01-01T00:00:00Z"/>')
    run.addprevious(change)
    change.append(run)
    if tag == "w:del":
        for words in run.iter(qn("w:t")):
            words.tag = qn("w:delText")


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = f'xmlns:w="{_WORD}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMED = ("footnotes", "endnotes", "header1", "footer1", "numbering", "styles")


def package(path: Path, body: str, parts: Mapping[str, str]) -> None:
    """Write a Word document from the XML of its body.

    parts: by name (`footnotes`), the XML inside the root of a part; by path (`word/more.xml`), a whole part
    """
    roots = {"header1": "hdr", "footer1": "ftr"}
    written = {
        f"word/{name}.xml": f"<w:{roots.get(name, name)} {_SPACES} {_MC}>{xml}</w:{roots.get(name, name)}>"
        for name, xml in parts.items()
        if name in _NAMED
    }
    named = [name for name in _NAMED if name in parts]
    kinds = {name: name.rstrip("1") for name in named}
    overrides = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{_TYPES}.{kinds[n]}+xml"/>' for n in named)
    links = "".join(
        f'<Relationship Id="r{i}" Type="{_RELATIONS}/{kinds[n]}" Target="{n}.xml"/>' for i, n in enumerate(named)
    )
    package_of = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package_of}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Default Extension="XML" ContentType="application/xml"/><Override '
        f'PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package_of}/relationships"><Relationship Id="r1" '
        f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package_of}/relationships">{links}</Relationships>',
        "word/document.xml": f"<w:document {_SPACES} {_MC}><w:body>{body}</w:body></w:document>",
        **written,
        **{name: xml for name, xml in parts.items() if "/" in name},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def empty_word(path: Path) -> None:
    """Write a Word document without words."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(16)
    document.save(str(path))
