from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator.extract.readers import read_file
from generator.extract.readers.numbering import chinese
from generator.extract.structure.lines import Capture, ExtractError
from generator.findings.finding import WrongUse
from tests.cases import cases_of
from tests.extract import documents
from tests.told import ENGLISH, failing

each = cases_of(__file__)


def captured(path: Path, content: str | bytes) -> Capture:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_file(path)


def lines(capture: Capture) -> list[str]:
    return [line.text for line in capture.lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_a_text_is_read_in_the_encodings_it_may_come_in(tmp_path: Path, encoding: str) -> None:
    assert lines(captured(tmp_path / "a.txt", "一、目标\r\n达到２％\n".encode(encoding))) == ["一、目标", "达到２％"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("utf-8", "utf-8"),
        ("gb2312", "utf-8"),
        ("", "utf-8"),
        ("big5", "big5"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_is_in(tmp_path: Path, declared: str, encoding: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    capture = captured(tmp_path / "a.html", f"<html><head>{meta}</head><body><p>一、目的</p></body>".encode(encoding))
    assert lines(capture) == ["一、目的"]


def test_the_capture_is_the_text_as_utf8_with_a_line_for_each_line(tmp_path: Path) -> None:
    raw = "\n一、目标\n\n　　到2026年。\n"
    assert captured(tmp_path / "a.txt", raw).text == raw


def test_invisible_characters_are_taken_out_and_told(tmp_path: Path) -> None:
    capture = captured(tmp_path / "a.txt", "一、目\u200b标\n\x0c二、任\ufeff务\n")
    assert lines(capture) == ["一、目标", "二、任务"]
    assert [(r.line, r.column, r.code) for r in capture.removed] == [(1, 4, 0x200B), (2, 1, 0x0C), (2, 5, 0xFEFF)]


def test_radicals_become_ordinary_characters_and_are_told(tmp_path: Path) -> None:
    capture = captured(tmp_path / "a.txt", "⼀、主要⽬标\n到2027年⸺⻓江⺠⽣园达到５个。\n")
    assert lines(capture) == ["一、主要目标", "到2027年——长江民生园达到５个。"]
    assert [ENGLISH.tell(note) for note in capture.notes] == [
        "6 radicals and look-alikes of the file became ordinary characters, "
        "among them ⸺→—— ⺠→民 ⻓→长 ⼀→一 ⽣→生 ⽬→目"
    ]


def test_a_line_that_begins_like_a_heading_of_markdown_is_none(tmp_path: Path) -> None:
    capture = captured(tmp_path / "a.html", "<p>一、目标</p><p># 某选项</p>")
    assert lines(capture) == ["一、目标", "＃ 某选项"]
    assert "among them #→＃" in ENGLISH.tell(capture.notes[0])


def test_a_page_is_read_as_it_is_seen(tmp_path: Path) -> None:
    page = """<html><head><title>甲</title><style>p{}</style></head><body><script>乙</script>
      <!-- 丙 --><p style="display: none">丁</p><p>一、<b>目</b>标<br>到2026
      年，</p><div>园区&nbsp;产值 <span>达到</span>
      <span>5</span>亿元。</div><table><tr><th>指标<td>值<tr><td colspan=2>合计</table></body></html>"""
    assert lines(captured(tmp_path / "a.htm", page)) == [
        "甲", "一、目标", "到2026 年，", "园区\xa0产值 达到 5亿元。", "指标\t值", "合计\t",
    ]  # fmt: skip


@each("pages", "case")
def test_whatever_a_page_shows_is_read_and_what_it_hides_is_told(tmp_path: Path, case: dict[str, Any]) -> None:
    page = case["page"].replace("DIGITS", "9" * 5000).replace("LONG", "长" * 500)
    capture = captured(tmp_path / "a.html", page)
    shown = ["|".join(line.cells) or line.text for line in capture.lines]
    assert shown == [line.replace("LONG", "长" * 500) for line in case["lines"]]
    assert [ENGLISH.tell(note) for note in capture.notes] == case["notes"]


@pytest.mark.parametrize("inside", ["<div>" * 300 + "<p>深处的文字。</p>" + "</div>" * 300, "<span>某段。<br>" * 400])
def test_a_page_nested_deep_is_read_to_its_end(tmp_path: Path, inside: str) -> None:
    page = f"<p>一、主要目标</p>{inside}<p>后面的文字。</p>"
    assert lines(captured(tmp_path / "a.html", page))[-1] == "后面的文字。"


def test_a_page_nested_too_deep_is_refused(tmp_path: Path) -> None:
    with failing(ExtractError, r"a\.html holds elements nested too deep"):
        captured(tmp_path / "a.html", "<p>一、</p>" + "<div>" * 5000 + "<p>深处。")


def test_the_paragraphs_of_a_page_are_borders_and_its_broken_lines_are_not(tmp_path: Path) -> None:
    capture = captured(tmp_path / "a.html", "<p>甲，<br>乙</p><div>丙</div><ul><li>丁<b>戊</b></ul>")
    assert [(line.text, line.starts) for line in capture.lines] == [
        ("甲，", True), ("乙", None), ("丙", True), ("丁戊", True),
    ]  # fmt: skip


def test_a_merged_cell_is_empty_where_it_covers_a_row(tmp_path: Path) -> None:
    page = "<table><tr><td rowspan=2>创新<td>专利<td>5<tr><td>企业<td>6<tr><td>绿色<td>能耗<td>7</table>"
    assert [line.cells for line in captured(tmp_path / "a.html", page).lines] == [
        ("创新", "专利", "5"), ("", "企业", "6"), ("绿色", "能耗", "7"),
    ]  # fmt: skip


def test_a_table_that_only_lays_out_the_page_is_no_table(tmp_path: Path) -> None:
    page = "<table><tr><td>菜单<td><table><tr><td><p>一、目标<p>达到。</table></table>"
    assert lines(captured(tmp_path / "a.html", page)) == ["菜单", "一、目标", "达到。"]


@pytest.mark.parametrize(
    ("value", "printed"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五"), (100, "一百"), (105, "一百零五"), (-5, "-5")],
)
def test_an_automatic_number_is_written_as_outlines_print_it(value: int, printed: str) -> None:
    assert chinese(value) == printed


@each("word", "case")
def test_whatever_a_word_document_shows_is_read(tmp_path: Path, case: dict[str, Any]) -> None:
    documents.package(tmp_path / "a.docx", case["body"], case.get("parts", {}))
    capture = read_file(tmp_path / "a.docx")
    assert ["|".join(line.cells) or line.text for line in capture.lines] == case["lines"]
    assert [ENGLISH.tell(note) for note in capture.notes] == case.get("notes", [])


@each("word_refused", "case")
def test_a_word_document_that_is_none_is_told_in_a_sentence(tmp_path: Path, case: dict[str, Any]) -> None:
    documents.package(tmp_path / "a.docx", case.get("body", ""), case.get("parts", {}))
    with failing(ExtractError, "^" + case["says"]):
        read_file(tmp_path / "a.docx")


def test_an_entity_is_refused_whatever_its_part_is_called(tmp_path: Path) -> None:
    documents.package(tmp_path / "a.docx", "<w:p/>", {"word/more.XML": "<!DOCTYPE x [<!ENTITY e 'words'>]><x>&e;</x>"})
    with failing(ExtractError, r"a\.docx holds a document type"):
        read_file(tmp_path / "a.docx")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.odt", b"", "a.odt must be one of .txt, .md, .html, .htm, .docx, .pdf, .doc, .wps"),
        ("a", b"", "a must be one of"),
    ],
)
def test_a_file_of_another_kind_is_wrong_use(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    with failing(WrongUse, "^" + said):
        captured(tmp_path / name, content)


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    with failing(WrongUse, "must be a file: check its name and folder"):
        read_file(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "a.txt holds no text"),
        ("a.txt", " \n\u3000\n".encode(), "a.txt holds no text"),
        ("a.txt", b"\xff\xff\xff\x80", "a.txt must be text in UTF-8 or GB18030"),
        ("a.html", b"", "a.html must be a page with text"),
        ("a.html", b"<html><body><script>1</script></body></html>", "a.html holds no text"),
        ("a.html", b"<meta charset=ascii>\xff\xff", "a.html must be in UTF-8 or in the encoding it declares"),
        ("a.docx", b"PK\x03\x04 no zip", "a.docx is not a Word document or is damaged"),
        ("a.docx", b"", "a.docx is not a Word document or is damaged"),
        ("a.pdf", b"%PDF-1.7 cut off", "a.pdf is not a PDF or is damaged"),
        ("a.pdf", b"", "a.pdf is not a PDF or is damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    with failing(ExtractError, "^" + said) as caught:
        captured(tmp_path / name, content)
    assert not isinstance(caught.value, WrongUse)


def test_a_zip_that_is_no_word_document_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("a.txt", "甲")
    with failing(ExtractError, "is not a Word document"):
        read_file(tmp_path / "a.docx")


def test_a_word_document_without_words_is_told(tmp_path: Path) -> None:
    documents.empty_word(tmp_path / "a.docx")
    with failing(ExtractError, r"a\.docx holds no text"):
        read_file(tmp_path / "a.docx")


@pytest.mark.parametrize("name", ["a.doc", "a.wps"])
def test_an_old_word_file_is_converted_where_libreoffice_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")
    monkeypatch.setenv("PATH", str(tmp_path))
    with failing(WrongUse, f"{name} must be saved as .docx first"):
        read_file(tmp_path / name)
    documents.package(tmp_path / "made.docx", "<w:p><w:r><w:t>一、目标</w:t></w:r></w:p>", {})
    program = tmp_path / "soffice"  # does what the converter is told to: makes a .docx in the folder named
    program.write_text(f'#!/bin/sh\n[ "$4" = docx ] && /bin/cp {tmp_path}/made.docx "$6/a.docx"\n')
    program.chmod(0o755)
    capture = read_file(tmp_path / name)
    assert lines(capture) == ["一、目标"]
    assert [note.says for note in capture.notes] == ["extract.converted"]
    program.write_text("#!/bin/sh\nexit 1\n")
    with failing(ExtractError, "could not be converted"):
        read_file(tmp_path / name)


@pytest.mark.parametrize(("name", "package"), [("plan.docx", "docx"), ("plan.pdf", "pdfplumber")])
def test_without_the_extra_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str
) -> None:
    (tmp_path / name).write_bytes(b"any")
    monkeypatch.setitem(sys.modules, package, None)  # what Python does where a package is not installed
    for module in ("docx", "numbering", "pdf"):
        monkeypatch.delitem(sys.modules, f"generator.extract.readers.{module}", raising=False)
    with failing(WrongUse, r"pip install 'park-plans\[extract\]'"):
        read_file(tmp_path / name)
