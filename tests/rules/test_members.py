from __future__ import annotations

from tests.paths import JIA
from tests.small import Repository

MEMBERS = "structured/members.yaml"
PUBLICATION = "structured/publication.yaml"


def test_a_park_that_is_here_is_not_named_as_missing(repository: Repository) -> None:
    repository.replace(MEMBERS, "- id: yi\n", "- id: yi\n  name: {zh: 高新区乙园, en: Park B}\n")
    repository.expect((repository.place(MEMBERS, "{zh: 高新区乙园,"), "F005", "must not be named as missing: 'yi'"))


def test_a_park_that_is_here_is_not_named_as_missing_under_another_id(repository: Repository) -> None:
    repository.replace(MEMBERS, "zh: 高新区壬园,", "zh: 高新区乙园,")
    place = repository.place(MEMBERS, "高新区乙园, en: Park I")
    repository.expect((place, "F005", "'高新区乙园' is parks/yi.yaml"))


def test_a_park_that_is_not_here_has_a_name(repository: Repository) -> None:
    repository.replace(MEMBERS, "- id: yi\n", "- id: geng\n")
    repository.expect((repository.place(MEMBERS, "geng"), "F005", "must have a name: 'geng'"))


def test_a_park_that_is_not_here_says_which_page_names_it(repository: Repository) -> None:
    repository.replace(MEMBERS, '  sources:\n    - {address: "https://example.org/zone/en", known: cited}\n', "")
    repository.expect((repository.place(MEMBERS, "gui"), "F005", "must say which page names it: 'gui'"))


def test_a_plan_that_is_here_is_not_listed_as_missing(repository: Repository) -> None:
    number = "甲府〔2025〕1号"
    assert number in repository.read(JIA)
    repository.replace(MEMBERS, "壬府〔2025〕2号", number)
    place = repository.place(MEMBERS, "{zh: 高新区壬园行动方案")
    repository.expect((place, "F005", "'高新区壬园行动方案(2025-2026年)' is jia-2025"))


def test_no_more_parks_are_named_than_there_are(repository: Repository) -> None:
    repository.replace(PUBLICATION, "count: 12", "count: 3")
    place = repository.place(PUBLICATION, "3\n  sources")
    repository.expect((place, "F006", "must not be less than the parks that are named, 4: '3'"))
