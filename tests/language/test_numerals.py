from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.numerals import NOT_NUMBERS, find_numbers, parse, parse_chinese
from tests.cases import cases_of

each = cases_of(__file__)


def written(number: int) -> str:
    """Write an integer below 10^16 as a Chinese numeral, by the book (一百零五, 十万零三)."""

    def below_10000(n: int) -> str:
        text, pending = "", False
        for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit, n = divmod(n, power)
            if digit:
                text += ("零" if pending else "") + "零一二三四五六七八九"[digit] + sign
                pending = False
            else:
                pending = bool(text)
        return text

    def joined(n: int, power: int, sign: str, rest: int) -> str:
        head, tail = divmod(n, power)
        if not head:
            return written(tail) if tail else ""
        gap = "零" if tail and tail < rest else ""
        return f"{written(head)}{sign}{gap}{written(tail) if tail else ''}"

    if number == 0:
        return "零"
    if number >= 10**8:
        return joined(number, 10**8, "亿", 10**7)
    if number >= 10**4:
        return joined(number, 10**4, "万", 10**3)
    text = below_10000(number)
    return text.removeprefix("一") if text.startswith("一十") else text


@each("writer")
def test_the_writer_these_tests_rest_on(number: int, numeral: str) -> None:
    assert written(number) == numeral


@given(st.integers(0, 10**16 - 1))
def test_any_integer_written_in_chinese_is_read_back(number: int) -> None:
    assert parse_chinese(written(number)) == number
    assert parse(written(number)) == number


@each("printed")
def test_numbers_as_printed(printed: str, value: int | str) -> None:
    assert parse(printed) == Decimal(value)


@each("refused", "printed")
def test_what_is_no_plain_number_has_no_value(printed: str) -> None:
    assert parse(printed) is None


def test_a_numeral_of_absurd_length_has_no_value() -> None:
    assert parse("一" * 5000) is None


@each("not_chinese", "numeral")
def test_what_is_no_chinese_numeral_is_refused(numeral: str) -> None:
    with pytest.raises(ValueError, match=f"^{numeral}$"):
        parse_chinese(numeral)


def found(text: str) -> list[list[str | int | None]]:
    return [[n.text, None if n.value is None else int(n.value)] for n in find_numbers(text)]


@each("texts")
def test_the_numbers_of_a_text_in_order(text: str, numbers: list[list[str | int]]) -> None:
    assert found(text) == numbers


@pytest.mark.parametrize("word", NOT_NUMBERS)
def test_a_chinese_numeral_inside_a_word_is_no_number(word: str) -> None:
    assert found(f"甲{word}乙") == []


def test_a_word_hides_only_its_own_numeral() -> None:
    assert found("统一三区,进一步建5家一流园区") == [["三", 3], ["5", 5]]


@each("enumerators", "before")
def test_an_enumerator_is_no_number(before: str) -> None:
    assert found(f"{before}一是落实。") == []


def test_a_numeral_before_is_elsewhere_is_a_number() -> None:
    assert found("其中三是重点") == [["三", 3]]


@given(st.text("0123456789.,一二三〇十百万亿是流甲。 步进", max_size=40))
def test_what_is_found_is_what_stands_there(text: str) -> None:
    numbers = list(find_numbers(text))
    assert [text[n.start : n.end] for n in numbers] == [n.text for n in numbers]
    assert all(a.end <= b.start for a, b in pairwise(numbers))
    assert all(n.value == parse(n.text) for n in numbers)


@given(st.integers(0, 10**12), st.sampled_from(["", "万", "亿"]), st.sampled_from(["园区", "达到", "约", "。"]))
def test_arabic_digits_always_count(number: int, magnitude: str, before: str) -> None:
    [one] = find_numbers(f"{before}{number}{magnitude}家")
    assert one.text == f"{number}{magnitude}"
    assert one.value == number * {"": 1, "万": 10**4, "亿": 10**8}[magnitude]


def test_a_text_of_nothing_but_digits_is_found_whatever_its_length() -> None:
    assert [(n.start, n.end, n.value) for n in find_numbers("一" * 5000)] == [(0, 5000, None)]
    [arabic] = find_numbers("9" * 5000)
    assert (arabic.start, arabic.end) == (0, 5000)
