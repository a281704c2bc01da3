"""Files to be extracted that mean harm: told in a sentence, or read as nothing but text; nothing else is written."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from generator.cli import main
from tests.cases import few
from tests.extract import documents
from tests.hostile.conftest import Outcome, command, in_time
from tests.small import Repository

pytestmark = pytest.mark.builds

BODY = "word/document.xml"
LONG = b"<w:p><w:r><w:t>" + b"a" * 1_000 + b"</w:t></w:r></w:p>"
DTD = b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">'
LAUGHS = b"<!DOCTYPE w:document [<!ENTITY a0 'ha'>" + b"".join(
    f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>".encode() for i in range(1, 10)
)


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """Write a Word document of which one part is changed."""
    documents.word(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def entities(path: Path, declared: bytes, used: bytes, part: str = BODY, encoding: str = "utf-8") -> None:
    def change(content: bytes) -> bytes:
        root = content.index(b"<w:")
        whole = content[:root] + declared + b"]>" + content[root:].replace(b"</w:t>", used + b"</w:t>", 1)
        return whole.decode().replace("UTF-8", encoding).encode(encoding)

    changed(path, part, change)


def filled(path: Path, what: bytes, times: int) -> None:
    changed(path, BODY, lambda content: content.replace(b"<w:body>", b"<w:body>" + what * times, 1))


def many_parts(path: Path) -> None:
    documents.word(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for i in range(3):
            archive.writestr(f"word/media/{i}.png", bytes(90_000_000))


def locked(path: Path) -> None:
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 700, "A plan")
    canvas.save()


def nested(path: Path) -> None:
    path.write_bytes(b"%PDF-1.4\n1 0 obj\n" + b"[" * 200_000 + b"\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF")


def run(*inside: str) -> str:
    return f"<w:p><w:r>{''.join(inside)}</w:r></w:p>"


def boxes(path: Path) -> None:
    """Write text boxes in each other: entered from each of those around it, the last would be read 2^40 times."""
    documents.package(
        path, "<w:p><w:r><w:txbxContent>" * 40 + run("<w:t>a</w:t>") + "</w:txbxContent></w:r></w:p>" * 40, {}
    )


def spans(path: Path) -> None:
    cell = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>{run("<w:t>a</w:t>")}</w:tc></w:tr>'
    documents.package(path, f"<w:tbl>{cell * 8_000}</w:tbl>", {})


def notes(path: Path) -> None:
    words = f'<w:footnote w:id="2">{run("<w:t>" + "a" * 100_000 + "</w:t>")}</w:footnote>'
    documents.package(path, run('<w:footnoteReference w:id="2"/>' * 15_000), {"footnotes": words})


def levels(path: Path) -> None:
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    level = f'<w:lvl w:ilvl="0"><w:lvlText w:val="{"%1" * 1_000_000}"/></w:lvl>'
    listed = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    numbering = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>{listed}'
    documents.package(path, numbered * 50, {"numbering": numbering})


def goals(path: Path, words: str) -> None:
    path.write_text(f"甲市行动方案\n一、主要目标\n到2027年，营收{words}元。\n", encoding="utf-8")


HARMFUL: dict[str, tuple[str, Callable[[Path], object]]] = {
    "entities of the machine": ("a.docx", lambda path: entities(path, DTD, b"&x;")),
    "entities by the million": ("a.docx", lambda path: entities(path, LAUGHS, b"&a9;")),
    "entities in a header": ("a.docx", lambda path: entities(path, DTD, b"&x;", "word/header1.xml")),
    "a declaration nobody uses": ("a.docx", lambda path: entities(path, DTD, b"")),
    "a bomb of pictures": ("a.docx", many_parts),
    "a bomb of text": (
        "a.docx",
        lambda path: filled(path, LONG, 150_000),
    ),
    "a bomb of paragraphs": ("a.docx", lambda path: filled(path, b"<w:p/>", 3_000_000)),
    "entities in UTF-16": ("a.docx", lambda path: entities(path, DTD, b"&x;", encoding="utf-16")),
    "elements in each other": ("a.docx", lambda path: filled(path, b"<w:p>", 100_000)),
    "boxes in each other": ("a.docx", boxes),
    "cells across a thousand million columns": ("a.docx", spans),
    "a long note referred to everywhere": ("a.docx", notes),
    "a long text around each number": ("a.docx", levels),
    "a row of numerals": ("a.txt", lambda path: goals(path, "亿" * 7_000)),
    "a row of digits": ("a.txt", lambda path: goals(path, "1" + ",750" * 1_000)),
    "thousands of numbers": ("a.txt", lambda path: goals(path, "3亿、" * 2_000)),
    "a text of fifty megabytes": ("a.txt", lambda path: path.write_bytes(b"a" * 49_000_000)),
    "a cell of many digits": ("a.html", lambda path: path.write_text(f"<table><td colspan={'9' * 5_000}>a<td>b")),
    "an encoding that is none": ("a.html", lambda path: path.write_bytes(b"<meta charset=undefined>\xff\xff")),
    "escapes for an encoding": ("a.html", lambda path: path.write_bytes(b"<meta charset=unicode_escape>\xff\\ud800")),
    "no zip": ("a.docx", lambda path: path.write_bytes(b"PK\x03\x04" + bytes(1_000))),
    "an empty zip": ("a.docx", lambda path: zipfile.ZipFile(path, "w").close()),
    "a locked PDF": ("a.pdf", locked),
    "brackets of a PDF": ("a.pdf", nested),
    "no PDF": ("a.pdf", lambda path: path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 500)),
    "tags by the hundred thousand": ("a.html", lambda path: path.write_text("<div>" * 300_000)),
    "template syntax": ("a.txt", lambda path: path.write_text("甲市行动方案\n一、{{ x }}\n甲。", encoding="utf-8")),
}


READ = {"a long text around each number", "a cell of many digits"}  # there is a text in them
LARGE = {what for what in HARMFUL if what.startswith(("a bomb", "entities by", "elements", "brackets", "tags"))}


def arguments(repository: Repository, file: Path) -> list[str]:
    return ["extract", str(file), "--park", "jia", "--plan", "bing-2027", "--root", str(repository.root)]


def extracted(repository: Repository, file: Path, capsys: pytest.CaptureFixture[str]) -> Outcome:
    """Run the command here: a process of its own for each takes longer than the test."""
    with in_time():
        code = main(arguments(repository, file))
    said = capsys.readouterr()
    return Outcome(code, said.out, said.err)


def files(repository: Repository) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in repository.root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("what", few(HARMFUL, 6))
def test_a_file_that_means_harm_is_told_in_a_sentence(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    name, make = HARMFUL[what]
    file = tmp_path / name
    make(file)
    before = files(repository)
    done = command(*arguments(repository, file), limited=True) if what in LARGE else extracted(repository, file, capsys)
    assert done.code == (0 if what in READ else 1), done.err[-500:]
    assert "Traceback" not in done.err
    assert done.code == 0 or done.err.endswith("Nothing was written.\n")
    assert "root:" not in done.err
    now = files(repository)
    assert (now == before) == (done.code == 1)
    assert before.items() <= now.items()


@pytest.mark.parametrize(
    "words",
    few(
        [
            "2023-2025年2025年3月30日\n" * 1_500,
            "到2027年新增3家\n" * 1_500,
            "3家，" * 290,
            "甲 | 3 | 5家\n" * 1_500,
            "\u3000\n" * 3_000,
        ]
    ),
)
def test_as_much_as_a_text_may_hold_is_read_in_time(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"甲市行动方案\n一、主要目标\n指标 | 2025年 | 2027年\n{words}", encoding="utf-8")
    assert extracted(repository, file, capsys).code == 0


def test_what_a_page_would_do_is_not_in_the_files(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Scripts, handlers and links go; words that look like markup are words."""
    words = "甲市人民政府关于印发甲园行动方案的通知。各部门要认真组织实施，加强协调，确保各项任务落到实处。"
    page = tmp_path / "a.html"
    page.write_text(
        f"<html><head><title>甲园行动方案</title><script>alert(1)</script></head><body onload=alert(2)>"
        f"<style>p{{color:red}}</style><h1>甲园行动方案</h1><p onclick='alert(3)'>{words}</p>"
        f"<p><a href='javascript:alert(4)'>一、总体要求</a></p><p>{words}</p><p>二、主要任务</p>"
        f"<p>{words}&lt;img src=x onerror=alert(5)&gt;</p><iframe srcdoc='<script>alert(6)</script>'></iframe></body>",
        encoding="utf-8",
    )
    done = extracted(repository, page, capsys)
    assert done.code in (0, 1), done.err[-500:]
    assert "Traceback" not in done.err
    if done.code == 0:
        written = repository.read("content/bing-2027/source.txt") + repository.read("content/bing-2027/zh.md")
        assert not [n for n in (1, 2, 3, 4, 6) if f"alert({n})" in written]
        assert "alert(5)" in written
        assert words in written


def test_the_sound_document_is_read(repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the harmful ones are made of is not itself refused."""
    document = tmp_path / "a.docx"
    documents.word(document)
    assert docx.Document(str(document)).paragraphs
    assert extracted(repository, document, capsys).code == 0
