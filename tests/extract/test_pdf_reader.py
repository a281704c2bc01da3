from __future__ import annotations

from pathlib import Path

import pytest

from generator.extract.readers import pdf, read_file
from generator.extract.structure.lines import ExtractError
from tests.extract import papers
from tests.told import failing


def test_a_pdf_knows_where_paragraphs_begin_and_what_stands_at_the_edge_of_pages(tmp_path: Path) -> None:
    paper = papers.Paper(tmp_path / "a.pdf", header="甲园规划")
    paper.centred("甲园行动方案")
    paper.paragraph("一、目标")
    paper.paragraph(
        "到2026年，园区产值达到500亿元，集聚企业1200家，每平方公里产值达到60亿元以上，其中高新技术企业超过300家。"
    )
    for _ in range(24):
        paper.paragraph("园区企业稳步增长。")
    paper.save()
    capture = read_file(tmp_path / "a.pdf")
    assert [(line.text, line.starts, line.drop) for line in capture.lines][:6] == [
        ("甲园规划", None, "page-header"),
        ("甲园行动方案", None, None),
        ("一、目标", True, None),
        ("到2026年，园区产值达到500亿元，集聚企业1200家，每平", True, None),
        ("方公里产值达到60亿元以上，其中高新技术企业超过300家。", False, None),
        ("园区企业稳步增长。", True, None),
    ]
    assert [line.text for line in capture.lines if line.drop == "page-number"] == ["—1—", "—2—"]


def test_a_scanned_pdf_is_told_what_to_do_about(tmp_path: Path) -> None:
    papers.scanned(tmp_path / "a.pdf")
    with failing(ExtractError, r"holds pictures of pages and no text: have it recognised \(OCR\)"):
        read_file(tmp_path / "a.pdf")


def test_a_pdf_of_too_many_pages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers.five_year(tmp_path / "a.pdf")
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with failing(ExtractError, "at most 2 pages"):
        read_file(tmp_path / "a.pdf")


def test_a_pdf_in_two_columns_is_read_one_after_the_other(tmp_path: Path) -> None:
    papers.columns(tmp_path / "a.pdf")
    made = "".join(line.text for line in read_file(tmp_path / "a.pdf").lines)
    assert made.startswith("柳园行动方案一、主要目标" + papers.COLUMN * 12 + "二、重点任务" + papers.COLUMN * 12)


def test_the_lines_of_a_pdf_without_indents_are_joined_by_their_distance(tmp_path: Path) -> None:
    papers.spaced(tmp_path / "a.pdf")
    capture = read_file(tmp_path / "a.pdf")
    assert [line.text for line in capture.lines if line.starts is False] == ["二行接在后面，说完了这一句话。"] * 6


def test_text_beside_a_table_of_a_pdf_is_read(tmp_path: Path) -> None:
    papers.beside(tmp_path / "a.pdf")
    capture = read_file(tmp_path / "a.pdf")
    assert "表旁的字" in "".join(line.text for line in capture.lines)
    assert capture.notes == ()


@pytest.mark.parametrize(
    "objects",
    [
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>endobj 4 0 obj 4 0 R endobj",
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 6 8]/Contents 4 0 R>>endobj "
        "4 0 obj 5 0 R endobj 5 0 obj 4 0 R endobj",
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[/a /b]>>endobj",
        papers.doubling(28),
    ],
    ids=["its own content", "each other's content", "a box of names", "forms that draw each other"],
)
def test_a_pdf_that_leads_nowhere_is_damaged(tmp_path: Path, objects: str) -> None:
    head = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    lines = f"{head}{objects}".replace("endobj ", "endobj\n")
    path = tmp_path / "a.pdf"
    path.write_text(f"%PDF-1.4\n{lines}\ntrailer<</Root 1 0 R>>\n%%EOF", encoding="utf-8", newline="\n")
    with failing(ExtractError, r"a\.pdf is not a PDF or is damaged"):
        read_file(path)
