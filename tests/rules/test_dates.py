from __future__ import annotations

import pytest

from tests.paths import JIA, YI, YI_TEXT
from tests.small import Repository


@pytest.mark.parametrize(
    ("old", "new", "words", "part"),
    [
        (
            "printed: 2025-03-05",
            "printed: 2025-02-28",
            "2025-02-28",
            "printed must not be before signed (2025-03-01): '2025-02-28'",
        ),
        (
            "published: 2025-03-06",
            "published: 2025-03-04",
            "2025-03-04",
            "published must not be before printed (2025-03-05): '2025-03-04'",
        ),
        (
            "adopted: null",
            "adopted: 2025-03-02",
            "2025-03-01",
            "signed must not be before adopted (2025-03-02): '2025-03-01'",
        ),
        (
            "retrieved: null",
            "retrieved: 2024-12-31",
            "2024-12-31",
            "retrieved must not be before published (2025-03-06): '2024-12-31'",
        ),
    ],
)
def test_dates_out_of_order(repository: Repository, old: str, new: str, words: str, part: str) -> None:
    repository.replace(JIA, old, new)
    repository.expect((repository.place(JIA, words), "D001", part))


def test_dates_may_fall_on_one_day_and_be_missing(repository: Repository) -> None:
    repository.replace(JIA, "printed: 2025-03-05", "printed: null")
    repository.replace(JIA, "published: 2025-03-06", "published: 2025-03-01")
    repository.expect()


def test_a_period_that_ends_before_it_begins(repository: Repository) -> None:
    repository.replace(YI, "{start: 2021, end: 2025}", "{start: 2026, end: 2025}")
    repository.expect(
        (repository.place(YI, "2025}"), "D002", "period must not end before 2026: '2025'"),
        (
            repository.place(YI, "2025\n    year_words"),
            "D003",
            "period 2026–2025 or carry a note: '2025'",
        ),
    )


@pytest.mark.parametrize("period", ["{start: 2025, end: 2025}", "{start: 2025, end: 2030}"])
def test_the_first_and_the_last_year_lie_in_the_period(repository: Repository, period: str) -> None:
    repository.replace(YI, "{start: 2021, end: 2025}", period)
    repository.expect()


def test_a_year_outside_the_period_needs_a_note(repository: Repository) -> None:
    repository.replace(YI, "{start: 2021, end: 2025}", "{start: 2021, end: 2024}")
    repository.expect((repository.place(YI, "2025\n"), "D003", "period 2021–2024 or carry a note: '2025'"))
    repository.replace(
        YI,
        "commitment: firm\n",
        "commitment: firm\n    notes: [{zh: 期限在规划期外。, en: The horizon lies outside.}]\n",
    )
    repository.expect()


def test_a_year_that_its_words_do_not_print(repository: Repository) -> None:
    repository.replace(YI, "year: 2025\n", "year: 2024\n")
    repository.expect((repository.place(YI, "到2025年"), "D004", "year_words must print 2024: '到2025年'"))


def test_words_without_their_year(repository: Repository) -> None:
    repository.replace(YI, "year: 2025\n", "year: null\n")
    repository.expect((repository.place(YI, "null\n    year_words"), "D004", "year and year_words must come together"))


def test_a_year_without_its_words_is_not_captured_either(repository: Repository) -> None:
    repository.replace(YI, "    year_words: 到2025年\n", "")
    repository.expect(
        (repository.line(YI_TEXT, "到2025年"), "C001", "'2025'"),
        (repository.place(YI, "2025\n    commitment"), "D004", "year and year_words must come together"),
    )


def test_a_year_of_a_fact_or_a_task_that_its_words_do_not_print(repository: Repository) -> None:
    repository.replace(JIA, "year: 2024\n", "year: 2023\n")
    repository.replace(JIA, "years: {2026: 到2026年}", "years: {2025: 到2026年}")
    repository.expect(
        (repository.place(JIA, "截至2024年"), "D004", "year_words must print 2023: '截至2024年'"),
        (repository.place(JIA, "到2026年}"), "D004", "words must print 2025: '到2026年'"),
    )
