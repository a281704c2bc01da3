from __future__ import annotations

from generator.extract.drafting.annotations import annotate
from generator.extract.drafting.years import mentions
from tests.cases import cases_of

each = cases_of(__file__)


@each("mentions")
def test_years_are_named_with_the_words_that_set_them(words: str, expected: list[str]) -> None:
    assert [m.words for m in mentions(words)] == expected


@each("nearest")
def test_a_number_is_due_in_the_year_that_reaches_it(words: str, number: str, year: int | None) -> None:
    found = annotate(words).nearest(words.index(number))
    assert (found and found.year) == year


def test_a_span_of_years_is_named_as_it_is_printed() -> None:
    words = "到2030年,产值翻番。2025—2027年,累计获批新药8个。"
    found = annotate(words).nearest(words.index("8个"))
    assert found
    assert found.words == "2025—2027年"


def test_a_year_of_an_earlier_sentence_can_be_asked_for() -> None:
    words = "到2026年,企业8家。平台5个。"
    found = annotate(words).earlier(words.index("5个"))
    assert found is not None
    assert found.words == "到2026年"
