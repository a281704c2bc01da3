from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.findings.finding import Finding
from generator.rules.equal_numbers import extra_number, lost, lost_number, order, percent_sign, unit, won
from tests.cases import cases_of
from tests.paths import JIA_ENGLISH
from tests.small import Repository
from tests.told import advised, said, side_by_side

each = cases_of(__file__)

EXCEPTIONS = "structured/exceptions.yaml"


RULES = (lost_number, extra_number, percent_sign, unit, order)


def compare(zh: str, en: str) -> list[Finding]:
    return [departure.finding for rule in RULES for departure in rule(side_by_side(zh, en))]


def codes(zh: str, en: str) -> list[str]:
    return [f.code for f in compare(zh, en)]


# What equals what


@each("equal")
def test_equals(zh: str, en: str) -> None:
    assert codes(zh, en) == []
    assert lost(zh, en) == won(zh, en) == []


@each("different")
def test_what_is_not_equal(zh: str, en: str, found: list[str]) -> None:
    assert codes(zh, en) == found


# Order


@each("elsewhere")
def test_dates_ordinals_and_words_may_stand_elsewhere(zh: str, en: str) -> None:
    assert codes(zh, en) == []


def test_the_order_is_told() -> None:
    [found] = compare("15家、35家", "35 and 15")
    assert said(found).startswith("numbers must come in the order of the Chinese: 15, 35; ")
    assert "`order`" in advised(found)


# Amounts generated in both languages

PLACES = st.integers(0, 2)
SCALES = {"": 0, "万": 4, "亿": 8}


def in_english(value: Decimal) -> list[str]:
    """Return the ways English writes an amount."""
    ways = [f"{value.normalize():,f}"]
    for word, power in (("million", 6), ("billion", 9)):
        if value >= 10**power:
            ways.append(f"{value.scaleb(-power).normalize():f} {word}")
    return ways


@st.composite
def amounts(draw: st.DrawFn) -> tuple[str, str, Decimal]:
    """Draw an amount as Chinese and English print it, and its value."""
    number = Decimal(draw(st.integers(2, 99_999))).scaleb(-draw(PLACES))
    scale = draw(st.sampled_from(sorted(SCALES)))
    value = number.scaleb(SCALES[scale])
    return f"{number.normalize():f}{scale}", draw(st.sampled_from(in_english(value))), value


UNITS = st.sampled_from(
    [("家", "{} companies"), ("%", "{}%"), ("元", "RMB {}"), ("平方米", "{} m²"), ("平方公里", "{} square kilometres")]
)
YEARS = st.integers(2015, 2049)


@given(amounts(), UNITS, YEARS)
def test_an_amount_and_its_english_raise_nothing(
    amount: tuple[str, str, Decimal], unit: tuple[str, str], year: int
) -> None:
    zh, en, _ = amount
    assert codes(f"到{year}年,达到{zh}{unit[0]}。", f"Reach {unit[1].format(en)} by {year}.") == []


@given(amounts(), amounts(), UNITS)
def test_another_amount_is_noticed(
    amount: tuple[str, str, Decimal], other: tuple[str, str, Decimal], unit: tuple[str, str]
) -> None:
    assume(amount[2] != other[2])
    assert codes(f"达到{amount[0]}{unit[0]}。", f"Reach {unit[1].format(other[1])}.") == ["E101", "E102"]


@given(amounts(), st.sampled_from([Decimal(10), Decimal(1000), Decimal(10**4), Decimal("0.1"), Decimal("0.001")]))
def test_an_amount_of_another_magnitude_is_noticed(amount: tuple[str, str, Decimal], factor: Decimal) -> None:
    zh, _, value = amount
    for wrong in in_english(value * factor):
        assert set(codes(f"达到{zh}家。", f"Reach {wrong}.")) == {"E101", "E102"}


@given(amounts(), UNITS.filter(lambda unit: unit[0] != "家"))
def test_a_lost_unit_is_noticed(amount: tuple[str, str, Decimal], unit: tuple[str, str]) -> None:
    zh, en, _ = amount
    assert codes(f"达到{zh}{unit[0]}。", f"Reach {en}.") == ["E103" if unit[0] == "%" else "E104"]


@given(
    st.integers(1, 400), st.integers(1, 400), st.sampled_from(["", "万", "亿"]), UNITS, st.sampled_from("-–~至"),
    st.sampled_from(["–", "-", " to ", " or "]),
)  # fmt: skip
def test_a_range_and_its_english_raise_nothing(
    low: int, more: int, scale: str, unit: tuple[str, str], zh_between: str, en_between: str
) -> None:
    high = low + more
    factor, word = {"": (1, ""), "万": (10**4, ""), "亿": (100, " million")}[scale]
    en = f"{low * factor:,}{en_between}{high * factor:,}{word}"
    zh = f"建设{low}{zh_between}{high}{scale}{unit[0]}"
    assert codes(zh, f"Build {unit[1].format(en)}") == []
    assert codes(zh, f"Build {unit[1].format(f'{low * factor:,}{word}')}") == ["E101"]
    reversed_ = f"{high * factor:,}{word}{en_between}{low * factor:,}{word}"
    assert codes(zh, f"Build {unit[1].format(reversed_)}") == ["E105"]


@given(YEARS, YEARS)
def test_another_year_is_noticed(year: int, other: int) -> None:
    assert (codes(f"到{year}年", f"by {other}") == []) is (year == other)


@given(st.lists(st.integers(2, 5000), min_size=2, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_amounts_that_changed_places_are_noticed(numbers: list[int], dice: object) -> None:
    shuffled = list(numbers)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    zh = "、".join(f"{n}家" for n in numbers)
    found = codes(zh, ", ".join(f"{n:,}" for n in shuffled))
    assert found == ([] if shuffled == numbers else ["E105"])


@given(
    st.text("一二三两五十百万亿0123456789.,%元年家-至双第分之", max_size=30),
    st.text("0123456789.,%–- onetwthirdRMBm²", max_size=30),
)
def test_whatever_stands_there_is_compared(zh: str, en: str) -> None:
    assert set(codes(zh, en)) <= {"E101", "E102", "E103", "E104", "E105"}


# In a repository


@pytest.mark.parametrize(
    ("old", "new", "code", "part"),
    [
        ("has 100 high-tech", "has high-tech", "E101", "number must be in the English: '100'"),
        ("100 high-tech", "100 high-tech 7", "E102", "number must be in the Chinese: '7'"),
        ("100 high-tech", "100% high-tech", "E103", "unit must be in the English 0 times, is 1 times: '%'"),
        ("RMB 3 billion", "3 billion", "E104", "unit must be in the English 1 times, is 0 times: '元'"),
    ],
)
def test_a_finding_stands_at_its_provision(repository: Repository, old: str, new: str, code: str, part: str) -> None:
    repository.replace(JIA_ENGLISH, old, new)
    [found, *more] = [
        f for f in repository.findings() if f.code != "Q005"
    ]  # a quotation of the words stands there no more
    assert more == []
    assert (found.code, f"{found.path}:{found.line}:1") == (code, repository.line(JIA_ENGLISH, new))
    assert part in said(found)
    assert "⇔" in said(found)
    assert advised(found)


def test_a_unit_with_another_number() -> None:
    [found, _] = compare("投资5亿元买10台,共6亿元", "RMB 10 for 500 million, RMB 600 million")
    assert found.code == "E104"
    assert said(found).startswith("unit must be with its number: '500000000 元'")


def granted(words: str) -> str:
    return f"- {{plan: jia-2025, provision: 1/2, rule: numbers, words: {words}, reason: Said elsewhere.}}\n"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("more than 120 high-tech", "more high-tech", '"120"'),
        ("RMB 3 billion", "3 billion", "元"),
        ("park's total revenue", "park's total revenue by 7%", "'%'"),
        ("about 20 invention", "2 million invention", '"20"'),
    ],
)  # fmt: skip
def test_an_exception_lets_one_number_go(repository: Repository, old: str, new: str, words: str) -> None:
    before = {said(f) for f in repository.findings()}
    repository.replace(JIA_ENGLISH, old, new)
    without = {said(f) for f in repository.findings()} - before
    repository.prepend(EXCEPTIONS, granted(words))
    with_ = {said(f) for f in repository.findings()}
    assert with_ < without


def test_an_exception_lets_the_order_go(repository: Repository) -> None:
    repository.replace(JIA_ENGLISH, "more than 120", "more than 5")
    repository.replace(JIA_ENGLISH, "5 newly added", "120 newly added")
    assert [f.code for f in repository.findings()] == ["E105"]
    repository.prepend(EXCEPTIONS, granted("order"))
    repository.expect()


@pytest.mark.parametrize("words", ['"120"', "元", "order"])
def test_an_exception_that_nothing_needs(repository: Repository, words: str) -> None:
    repository.prepend(EXCEPTIONS, granted(words))
    plain = words.strip('"')
    repository.expect((repository.place(EXCEPTIONS, words), "X001", f"exception must be needed: '{plain}'"))
