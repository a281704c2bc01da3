from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.extract.extract import extract
from generator.extract.structure.metadata import Metadata
from generator.language import dates
from tests.told import ENGLISH

PLAN = "甲园行动方案(2025-2026年)\n为了发展,制定本方案。\n一、目标\n正文。\n二、任务\n正文。\n"


def read(tmp_path: Path, before: str = "", after: str = "", plan: str = PLAN) -> Metadata:
    path = tmp_path / "a.txt"
    path.write_text(before + plan + after, encoding="utf-8")
    return extract(path, "a").metadata


NOTICE = "甲区人民政府关于印发《甲园行动方案(2025-2026年)》的通知\n各单位:\n现印发给你们。\n"


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2025年3月30日", datetime.date(2025, 3, 30)),
        ("2025 年 3 月 30 日", datetime.date(2025, 3, 30)),
        ("二〇二五年三月三十日", datetime.date(2025, 3, 30)),
        ("二○二五年十二月十一日", datetime.date(2025, 12, 11)),
        ("二O二五年十月二十日", datetime.date(2025, 10, 20)),
        ("2025-04-07 17:05", datetime.date(2025, 4, 7)),
        ("2025年3月", None),
        ("2025年13月1日", None),
        ("三月", None),
    ],
)
def test_a_date_in_digits_or_chinese_numerals(words: str, date: datetime.date | None) -> None:
    assert dates.date_in(words) == date


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("甲园行动方案(2025-2026年)", (2025, 2026)),
        ("甲园行动方案（2024—2026 年）", (2024, 2026)),
        ("甲园行动方案（2025年至2027年）", (2025, 2027)),
        ("甲园“十二五”规划", (2011, 2015)),
        ("甲园“十四五”规划", (2021, 2025)),
        ("甲园“十五五”规划", (2026, 2030)),
        ("甲园2025年工作计划", (2025, 2025)),
    ],
)
def test_the_period_that_a_title_names(title: str, years: tuple[int, int]) -> None:
    found = dates.period_in(title)
    assert found is not None
    assert found[0] == years


def test_a_title_without_years_leaves_the_period_open_and_says_so(tmp_path: Path) -> None:
    metadata = read(tmp_path, plan=PLAN.replace("(2025-2026年)", ""))
    assert metadata.period is None
    assert [doubt.place for doubt in metadata.doubts] == ["period"]


def test_every_value_names_its_words_and_their_line(tmp_path: Path) -> None:
    metadata = read(tmp_path, NOTICE + "甲区人民政府\n2025年3月30日\n")
    assert metadata.signed is not None
    assert (metadata.signed.value, metadata.signed.words, metadata.signed.line) == (
        datetime.date(2025, 3, 30), "2025年3月30日", 5,
    )  # fmt: skip
    assert [(issuer.value, issuer.line) for issuer in metadata.issuers] == [("甲区人民政府", 4)]


def test_two_bodies_that_sign_on_the_line_of_the_date(tmp_path: Path) -> None:
    metadata = read(tmp_path, NOTICE + "甲区科学技术委员会　甲区财政局　2025年3月30日\n")
    assert [issuer.value for issuer in metadata.issuers] == ["甲区科学技术委员会", "甲区财政局"]


def test_of_a_notice_nobody_signed_the_title_names_the_issuer(tmp_path: Path) -> None:
    metadata = read(tmp_path, NOTICE + "2025年3月30日\n")
    assert [(issuer.value, issuer.line) for issuer in metadata.issuers] == [("甲区人民政府", 1)]


def test_a_date_without_a_day_is_no_date_of_signature_and_is_told(tmp_path: Path) -> None:
    metadata = read(tmp_path, NOTICE + "甲区人民政府\n2025年3月\n")
    assert metadata.signed is None
    [doubt] = metadata.doubts
    assert (doubt.place, ENGLISH.tell(doubt.reason)) == ("signed", "the date gives no day: “2025年3月”")


def test_a_number_on_the_page_that_is_not_the_documents_is_told(tmp_path: Path) -> None:
    metadata = read(tmp_path, "文号：甲府〔2025〕2号\n发布日期：2025-04-01\n甲府〔2025〕1号\n" + NOTICE)
    assert metadata.document_number is not None
    assert (metadata.document_number.value, metadata.document_number.line) == ("甲府〔2025〕1号", 3)
    assert [doubt.place for doubt in metadata.doubts] == ["document_number"]


def test_a_plan_that_its_notice_calls_otherwise_has_the_notices_title_and_is_told(tmp_path: Path) -> None:
    notice = NOTICE.replace("现印发", "现将《甲园行动方案(2025-2026年)》印发")
    metadata = read(tmp_path, notice, plan=PLAN.replace("甲园行动", "甲园的行动"))
    assert metadata.title is not None
    assert (metadata.title.value, metadata.title.line) == ("甲园行动方案(2025-2026年)", 3)
    assert [doubt.place for doubt in metadata.doubts] == ["title"]


@pytest.mark.parametrize("words", ["甲区人民政府办公室2025年4月7日印发", "甲区人民政府办公室\n2025年4月7日印发"])
def test_the_printing_line_stands_on_one_line_or_two(tmp_path: Path, words: str) -> None:
    metadata = read(tmp_path, NOTICE, f"抄送:区委各部门。\n{words}\n")
    assert metadata.printed is not None
    assert metadata.printed_by is not None
    assert (metadata.printed_by.value, metadata.printed.value) == ("甲区人民政府办公室", datetime.date(2025, 4, 7))
    assert metadata.cc is not None
    assert metadata.cc.value == "区委各部门。"


def test_fields_in_one_line_are_read_behind_one_that_is_not_known(tmp_path: Path) -> None:
    metadata = read(tmp_path, "国家: 中国 作者: 农业部 阅读次数: 100 发布时间: 2016-6-23\n")
    assert [issuer.value for issuer in metadata.issuers] == ["农业部"]
    assert metadata.published is not None
    assert metadata.published.value == datetime.date(2016, 6, 23)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("甲园奖励政策:甲园关于扶持企业的实施意见", "甲园关于扶持企业的实施意见"),
        ("甲园行动方案(2025-2026年)(全文)", "甲园行动方案(2025-2026年)"),
    ],
)
def test_what_a_page_puts_around_a_title_is_no_part_of_it(tmp_path: Path, heading: str, title: str) -> None:
    metadata = read(tmp_path, plan=PLAN.replace("甲园行动方案(2025-2026年)", heading))
    assert metadata.title is not None
    assert metadata.title.value == title


def test_a_title_that_begins_with_a_body_names_the_issuer(tmp_path: Path) -> None:
    metadata = read(tmp_path, plan=PLAN.replace("甲园行动方案(2025-2026年)", "甲市财政局“十四五”工业规划"))
    assert [issuer.value for issuer in metadata.issuers] == ["甲市财政局"]


def test_the_day_of_a_post_is_when_it_was_published(tmp_path: Path) -> None:
    metadata = read(tmp_path, "某人 发表于 2025-3-7 22:50:57\n")
    assert metadata.published is not None
    assert metadata.published.value == datetime.date(2025, 3, 7)


def test_all_documents_that_a_preamble_names_are_those_it_rests_on(tmp_path: Path) -> None:
    preamble = "为了发展,依据《甲条例》,制定本方案。同时落实《“十四五”乙规划》(乙发〔2021〕3号)。"
    metadata = read(tmp_path, plan=PLAN.replace("为了发展,制定本方案。", preamble))
    assert [(parent.title, parent.number, parent.provision) for parent in metadata.parents] == [
        ("甲条例", None, "preamble/1"),
        ("“十四五”乙规划", "乙发〔2021〕3号", "preamble/1"),
    ]


def test_a_text_without_a_preamble_says_in_its_first_article_what_it_rests_on(tmp_path: Path) -> None:
    articles = "第一条 根据《甲条例》等规定，制定本办法。\n第二条 按照《乙办法》执行。\n第三条 正文。\n"
    metadata = read(tmp_path, plan=f"甲园管理办法\n{articles}")
    assert [(parent.title, parent.provision) for parent in metadata.parents] == [("甲条例", "1")]
