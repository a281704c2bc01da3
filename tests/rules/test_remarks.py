"""Numbers in what is said of a park in free words."""

from __future__ import annotations

import pytest

from tests.small import Repository
from tests.told import said

PARK = "structured/parks/jia.yaml"
REMARK = "{zh: 营收指标为力争。, en: The revenue target is one to strive for.}"


def found(repository: Repository, zh: str, en: str) -> list[str]:
    repository.replace(PARK, REMARK, f'{{zh: {zh}, en: "{en}"}}')
    return [said(finding) for finding in repository.findings() if finding.code == "N011"]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("营收30亿元为力争。", "Revenue of RMB 3 billion is one to strive for."),
        ("另见2031年3月9日的公告。", "See the notice of 9 March 2031 too."),
        ("期限为2029-2030年。", "It runs from 2029 to 2030."),
        ("见2.1.2和第9项。", "See 2.1.2 and item 9."),
        ("另见甲府〔2031〕77号。", "See document No. 77 [2031] too."),
    ],
)
def test_what_a_plan_prints_may_be_said(repository: Repository, zh: str, en: str) -> None:
    assert [words for words in found(repository, zh, en) if "must be printed" in words] == []


def test_what_no_plan_prints_may_not(repository: Repository) -> None:
    [words] = found(repository, "营收35亿元为力争。", "Revenue of RMB 3.5 billion is one to strive for.")
    assert "number must be printed in a plan of jia: '35'" in words


@pytest.mark.parametrize("en", ["Revenue of RMB 4 billion is one to strive for.", "Revenue is one to strive for."])
def test_both_languages_state_the_same_number(repository: Repository, en: str) -> None:
    assert any("must state the same number" in words for words in found(repository, "营收30亿元为力争。", en))


def test_a_park_without_a_plan_is_not_asked(repository: Repository) -> None:
    repository.write(
        "structured/parks/wu.yaml",
        repository.read(PARK).replace("id: jia", "id: wu").split("industries:")[0]
        + "industries: {}\nwatch:\n  - {zh: 共77家。, en: There are 77.}\n",
    )
    assert not [f for f in repository.findings() if f.code == "N011"]
