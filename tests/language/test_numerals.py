from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.numerals import NOT_NUMBERS, find_numbers, parse, parse_chinese


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


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (0, "零"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (105, "一百零五"),
        (1010, "一千零一十"),
        (100003, "十万零三"),
        (30000, "三万"),
        (100000000, "一亿"),
        (120000000003, "一千二百亿零三"),
    ],
)
def test_the_writer_these_tests_rest_on(number: int, numeral: str) -> None:
    assert written(number) == numeral


@given(st.integers(0, 10**16 - 1))
def test_any_integer_written_in_chinese_is_read_back(number: int) -> None:
    assert parse_chinese(written(number)) == number
    assert parse(written(number)) == number


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1000", 1000),
        ("0", 0),
        ("5.5", "5.5"),
        ("1533.63", "1533.63"),
        ("1,750", 1750),
        ("1,234,567", 1234567),
        ("1.4万", 14000),
        ("3000亿", 3000 * 10**8),
        ("2千万", 2 * 10**7),
        ("15万亿", 15 * 10**12),
        ("三", 3),
        ("〇", 0),
        ("两", 2),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("两百", 200),
        ("百", 100),
        ("千亿", 10**11),
        ("万", 10**4),
        ("亿", 10**8),
        ("一百零五", 105),
        ("三万五千", 35000),
        ("一亿二千万", 120000000),
        ("万亿", 10**12),
        ("二〇三五", 2035),
        ("二零二六", 2026),
        ("一六〇〇", 1600),
    ],
)
def test_numbers_as_printed(printed: str, value: int | str) -> None:
    assert parse(printed) == Decimal(value)


@pytest.mark.parametrize(
    "printed",
    ["", " ", "家", "约20", "20家", "1.", ".5", "1,75", "1-2", "-5", "5%", "二十家", "1e3", "三分之一", "一" * 5000],
)
def test_what_is_no_plain_number_has_no_value(printed: str) -> None:
    assert parse(printed) is None


@pytest.mark.parametrize("numeral", ["", "3", "三家", "abc", "三 "])
def test_what_is_no_chinese_numeral_is_refused(numeral: str) -> None:
    with pytest.raises(ValueError, match=f"^{numeral}$"):
        parse_chinese(numeral)


def found(text: str) -> list[tuple[str, int | None]]:
    return [(n.text, None if n.value is None else int(n.value)) for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("园区没有数字。", []),
        ("到2026年,建成5家孵化器", [("2026", 2026), ("5", 5)]),
        ("营收1.4万亿元", [("1.4万亿", 14 * 10**11)]),
        ("撬动社会资金千亿以上", [("千亿", 10**11)]),
        ("总投资1,750万元", [("1,750万", 17500000)]),
        ("第2,000,第3", [("2,000", 2000), ("3", 3)]),
        ("5,10", [("5", 5), ("10", 10)]),
        ("建设1-2家", [("1", 1), ("2", 2)]),
        ("“1+4”联动", [("1", 1), ("4", 4)]),
        ("5G、B5G和5G+超高清", [("5", 5), ("5", 5), ("5", 5)]),
        ("三大产业、两百余家", [("三", 3), ("两百", 200)]),
        ("三位一体", [("三", 3)]),
        ("一是三年,二是五年", [("三", 3), ("五", 5)]),
    ],
)
def test_the_numbers_of_a_text_in_order(text: str, numbers: list[tuple[str, int]]) -> None:
    assert found(text) == numbers


@pytest.mark.parametrize("word", NOT_NUMBERS)
def test_a_chinese_numeral_inside_a_word_is_no_number(word: str) -> None:
    assert found(f"甲{word}乙") == []


def test_a_word_hides_only_its_own_numeral() -> None:
    assert found("统一三区,进一步建5家一流园区") == [("三", 3), ("5", 5)]


@pytest.mark.parametrize("before", ["", "甲。", "甲;", "甲；", "甲:", "甲：", "甲,", "甲，", "甲 ", "甲\n"])
def test_an_enumerator_is_no_number(before: str) -> None:
    assert found(f"{before}一是落实。") == []


def test_a_numeral_before_is_elsewhere_is_a_number() -> None:
    assert found("其中三是重点") == [("三", 3)]


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
