from __future__ import annotations

from generator.extract.drafting.annotations import excluded
from tests.cases import cases_of

each = cases_of(__file__)


@each("excluded")
def test_a_number_that_counts_nothing_is_known_by_its_form(words: str, text: str, reason: str) -> None:
    assert [(words[e.start : e.end], e.reason) for e in excluded(words)] == [(text, reason)]


@each("quantities", "words")
def test_a_quantity_is_not_excluded(words: str) -> None:
    assert excluded(words) == []


def test_the_plan_s_own_period_in_its_title_is_no_citation() -> None:
    words = "现将《某园方案(2025-2026年)》印发,按照《某市方案(2023-2025年)》执行"
    assert [(words[e.start : e.end], e.reason) for e in excluded(words, (2025, 2026))] == [
        ("2025-2026年", "period"),
        ("2023-2025年", "citation"),
    ]
