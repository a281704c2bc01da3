# ruff: noqa: E501 - a table of cases reads best with one case a line
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings.guesses import date, near, near_plan, nearest, number
from tests.paths import JIA, JIA_TEXT
from tests.small import Repository
from tests.told import ENGLISH, advised

TEXT = "到2026年,园区总营收力争达到30亿元,高新技术企业超过120家,新增上市企业5家。"


def told(words: str, text: str = TEXT) -> str:
    """Return what is guessed of words that should stand in a text, in English."""
    return " ".join(ENGLISH.guesses[guess.says].format(**dict(guess.values)) for guess in nearest(words, text))


@pytest.mark.parametrize(
    ("words", "guess"),
    [
        ("到2026年，园区总营收", "the nearest words there are “到2026年,园区总营收”: “,” is printed, not “，”;"),
        ("高新技术企业120家", "the nearest words there are “高新技术企业超过120家”: “超过” is missing;"),
        ("高新技术的企业超过120家", "the nearest words there are “高新技术企业超过120家”: “的” is too much;"),
        (
            "园区总营收力争打到30亿元",
            "the nearest words there are “园区总营收力争达到30亿元”: “达” is printed, not “打”;",
        ),
        ("总营收 力争达到 31亿元", "the nearest words there are “总营收力争达到30亿元”: “0” is printed, not “1”;"),
        ("完全不是这份文件的话", ""),
        ("", ""),
    ],
)
def test_words_that_nearly_stand_in_a_text(words: str, guess: str) -> None:
    assert told(words) == guess


def test_no_more_than_a_few_differences_are_named() -> None:
    assert told("高薪技木企叶超过120家,新曾上市企业5家").count("is printed") == 3


@given(
    st.text(st.sampled_from("到2026年,园区总营收力争"), max_size=30),
    st.text(st.sampled_from("到2026年,园区总营收力争"), max_size=60),
)
def test_a_guess_at_words_always_stands_in_the_text(words: str, text: str) -> None:
    for guess in nearest(words, text)[:1]:
        assert str(dict(guess.values)["words"]) in text


def test_words_as_long_as_a_book_are_not_compared() -> None:
    assert nearest("一" * 4000, "一" * 4000) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025/3/1", "2025-03-01"), ("2025.3.1", "2025-03-01"), ("2025年3月1日", "2025-03-01"), ("2025-3-1", "2025-03-01"),
        ("20250301", "2025-03-01"), ("２０２５-03-01", "2025-03-01"), ("2025-03-01", "2025-03-01"), (" 2025-03-01", "2025-03-01"),
    ],
)  # fmt: skip
def test_a_date_written_in_another_way(written: str, meant: str) -> None:
    guess = date(written)
    assert guess
    assert dict(guess.values) == {"near": meant}


def test_a_day_that_a_month_has_not() -> None:
    guess = date("2025-02-30")
    assert guess
    assert (guess.says, dict(guess.values)) == ("month", {"month": "2025-02", "days": "28"})


@pytest.mark.parametrize(
    "written", ["1 March 2025", "3/1/2025", "2025-13-01", "0000-02-30", "2025", "", "明年", "2025-1-2-3"]
)
def test_what_could_be_more_than_one_date_is_not_guessed(written: str) -> None:
    assert date(written) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("１２０", "120"),
        ("3,000,000", "3000000"),
        ("3 000", "3000"),
        ("3000", "3000"),
        ("0.5", "0.5"),
        ("５．５", "5.5"),
        ("-3", "-3"),
    ],
)
def test_a_number_written_in_another_way(written: str, meant: str) -> None:
    guess = number(written)
    assert guess
    assert dict(guess.values) == {"near": meant}


@pytest.mark.parametrize("written", ["3,00", "3e9", "30亿", "1-2", "007", "", "约20", "1,0000"])
def test_what_is_no_plain_number_is_not_guessed(written: str) -> None:
    assert number(written) is None


def test_nothing_is_guessed_of_what_is_like_nothing() -> None:
    assert near("xyz", ["revenue", "patents"]) is None
    assert near("revenu", []) is None


def test_a_quote_that_stands_in_another_provision(repository: Repository) -> None:
    repository.replace(JIA, "provision: 1/1\n    quote: 园区有", "provision: 1/2\n    quote: 园区有")
    [finding] = [f for f in repository.findings() if f.says == "quote"]
    assert advised(finding).startswith("these words stand in 1/1; copy the words")


def test_a_quote_of_a_comma_that_the_text_prints_otherwise(repository: Repository) -> None:
    repository.replace(JIA_TEXT, "落实企业“服务包”制度,", "落实企业“服务包”制度,")
    repository.replace("structured/guide.yaml", "words: 落实企业“服务包”制度,", "words: 落实企业“服务包”制度，")
    [finding] = repository.findings()
    assert "“,” is printed, not “，”; copy" in advised(finding)


def test_a_provision_that_is_not_there_is_looked_for_by_its_words(repository: Repository) -> None:
    repository.replace(JIA, "provision: 3/1", "provision: 3/7")
    [finding] = repository.findings()
    assert advised(finding).startswith("these words stand in 3/1; list them")


@pytest.mark.parametrize(
    ("given", "meant"),
    [("jiangpna-2025", "jiangpan-2025"), ("fair-2025", None), ("jiangpan-2026", None), ("jiangpan", None)],
)
def test_no_plan_of_another_park_or_year_is_guessed(given: str, meant: str | None) -> None:
    guess = near_plan(given, ["jiangpan-2025", "nanwan-2025", "fair-2021"])
    assert (dict(guess.values)["near"] if guess else None) == meant
