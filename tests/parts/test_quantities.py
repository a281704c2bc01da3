from __future__ import annotations

from typing import Any

import pytest

from generator.edition.edition import Edition
from generator.edition.formats import Amount
from generator.parts.quantities import Quantity, quantity, values
from generator.records.common import Printed


def stated(edition: Edition, id_: str, **fields: Any) -> Quantity:
    """Return how much a target of the corpus states, its record changed as told."""
    record = next(t.record for t in edition.corpus.plans["jia-2025"].targets if t.record.id == id_)
    return quantity(edition, record.model_copy(update=fields))


def printed(value: str, unit: str | None) -> Printed:
    return Printed(value=value, unit=unit)


def test_a_number_is_as_printed_in_chinese_and_exact_in_english(zh: Edition, en: Edition) -> None:
    assert stated(zh, "revenue").amount == Amount("", "30", "亿元")
    assert stated(zh, "revenue").full == "3,000,000,000元"
    assert stated(en, "revenue").amount == Amount("RMB", "3", "billion")
    assert stated(en, "revenue").full == "RMB 3,000,000,000"
    assert stated(en, "revenue").printed == "30亿元"


@pytest.mark.parametrize(
    ("quote", "word", "value", "unit"), [("百余家", "余", "百", "家"), ("近千家", "近", "千", "家")]
)
def test_an_inexact_figure_is_not_said_exactly(zh: Edition, quote: str, word: str, value: str, unit: str) -> None:
    inexact = {"quote": quote, "comparator_word": word, "printed": printed(value, unit)}
    shown = stated(zh, "high-tech-enterprises", **inexact)
    assert shown.amount is not None
    assert shown.full == ""


def test_full_digits_are_left_out_where_they_would_read_the_same(en: Edition) -> None:
    shown = stated(en, "idle-space")
    assert shown.amount is not None
    assert (shown.amount.text, shown.full) == ("30,000 m²", "")


def test_a_range_keeps_both_ends(zh: Edition, en: Edition) -> None:
    assert stated(zh, "incubators").amount == Amount("", "1–2", "家")
    assert stated(en, "incubators").amount == Amount("", "1–2", "")


def test_a_lone_one_in_chinese_is_shown_as_a_digit_with_its_printed_word_beside_it(zh: Edition, en: Edition) -> None:
    lone = {"value": 1, "comparator": "eq", "comparator_word": None, "printed": printed("一", None)}
    shown = stated(zh, "listed-companies", **lone)
    assert shown.amount == Amount("", "1", "")
    assert shown.full == "1个（原文作“一”）"
    assert (
        stated(en, "listed-companies", **lone).amount,
        stated(en, "listed-companies", **lone).printed,
    ) == (
        Amount("", "1", ""),
        "“一”",
    )
    assert stated(zh, "listed-companies", **lone | {"printed": printed("一", "家")}).amount == Amount("", "一", "家")


def test_a_spreadsheet_reads_an_amount_in_the_base_unit(edition: Edition) -> None:
    revenue, incubators, words = (stated(edition, id_) for id_ in ("revenue", "incubators", "park-tax"))
    assert (revenue.plain, revenue.size) == ("3000000000", 3_000_000_000)
    assert (incubators.plain, incubators.size) == ("1–2", 2)
    assert (words.plain, words.size) == ("", None)


def test_a_figure_in_words_has_no_values(edition: Edition) -> None:
    found = {t.record.id: values(t.record) for t in edition.corpus.plans["jia-2025"].targets}
    assert (found["incubators"], found["park-tax"]) == ((1, 2), ())
