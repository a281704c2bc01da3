from __future__ import annotations

from tests.small import Repository

CHANGES = "structured/changes.yaml"


def test_a_change_of_a_plan_that_does_not_exist(repository: Repository) -> None:
    repository.replace(CHANGES, "plan: jia-2025", "plan: jia-2052")
    place = repository.place(CHANGES, "jia-2052")
    repository.expect((place, "F001", "plan must name a file of structured/plans/: 'jia-2052'"))


def test_a_change_dated_before_its_plan_was_signed(repository: Repository) -> None:
    repository.replace(CHANGES, "date: 2025-05-20", "date: 2025-04-14")
    place = repository.place(CHANGES, "2025-04-14")
    repository.expect(
        (place, "D005", "date must not be before the plan was signed (2025-04-15): '2025-04-14'"),
        (repository.place(CHANGES, "2025-05-17"), "D006", "'2025-05-17' stands below 2025-04-14"),
    )


def test_two_entries_of_one_day_plan_and_kind(repository: Repository) -> None:
    repository.replace(CHANGES, "2025-06-02", "2025-06-01")
    repository.replace(CHANGES, "kind: correction", "kind: new-plan")
    place = repository.place(CHANGES, "2025-06-01", 2)
    repository.expect((place, "I003", "'2025-06-01-jia-2025-new-plan'"))


def test_a_date_that_does_not_exist(repository: Repository) -> None:
    repository.replace(CHANGES, "2025-06-02", "2025-06-31")
    [finding] = repository.findings()
    assert (finding.code, finding.line) == ("S007", 1)


def test_a_kind_that_does_not_exist(repository: Repository) -> None:
    repository.replace(CHANGES, "kind: correction", "kind: deletion")
    [finding] = repository.findings()
    assert (finding.code, finding.line) == ("R004", 2)


def test_words_in_one_script_only(repository: Repository) -> None:
    repository.replace(CHANGES, "en: The full text.", "en: 全文。")
    [finding] = repository.findings()
    assert finding.code == "L001"


def test_a_repository_without_changes_is_complete(repository: Repository) -> None:
    (repository.root / CHANGES).unlink()
    repository.expect()


def test_the_newest_change_stands_first(repository: Repository) -> None:
    repository.replace(CHANGES, "date: 2025-06-01", "date: 2025-06-03")
    repository.expect((repository.place(CHANGES, "2025-06-03"), "D006", "'2025-06-03' stands below 2025-06-02"))
