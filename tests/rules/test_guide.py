# ruff: noqa: E501 - a table of cases reads best with one case a line
from __future__ import annotations

import pytest

from tests.cases import few
from tests.small import Repository
from tests.told import advised, said

GUIDE = "structured/guide.yaml"


@pytest.mark.parametrize(
    ("old", "new", "words", "code", "part"),
    few([
        ("plan: jia-2025", "plan: jia-2024", "jia-2024", "F001", "plan must name a file of structured/plans/: 'jia-2024'"),
        ("provision: 2.1.2/1", "provision: 2.1.2/9", "2.1.2/9", "F002", "provision must be one of the text's: '2.1.2/9'"),
        ("words: 落实企业", "words: 免费落实企业", "免费落实企业", "Q001", "words must stand in provision 2.1.2/1"),
        ("section: market-access", "section: finance", "finance\n  title: {zh: 市场准入与试点", "I001", "section must be given once: 'finance'"),
        ("RMB 3 billion", "RMB 4 billion", '"By 2026', "G001", "number must"),
        ("力争达到30亿元。", "力争达到40亿元。", "到2026年，园", "G001", "number must"),
        ("the plan strives for total", "the plan sets total", '"By 2026', "G002", "must keep what hedges the words: '力争'"),
        ("the plan supports start-ups", "start-ups are paid for", '"An industry', "G002", "must keep what hedges the words: '支持'"),
        ("zh: 设立产业基金，支持初创企业。", "zh: 设立产业基金，资助初创企业。", "设立产业基金，资", "G002", "must keep what hedges the words: '支持'"),
        ("en: “Service packages” for companies and", "en: “Service packages” 服务", "“Service packages” 服务 a single", "L001", "English must be English"),
    ], 5),
)  # fmt: skip
def test_a_statement_says_what_its_plan_says(
    repository: Repository, old: str, new: str, words: str, code: str, part: str
) -> None:
    repository.replace(GUIDE, old, new)
    found = repository.findings()
    assert {f.code for f in found} == {code}
    assert all(part in said(f) and advised(f) for f in found)
    assert f"{found[0].path}:{found[0].line}:{found[0].column}" == repository.place(GUIDE, words)


def test_a_statement_of_a_target_may_say_its_year(repository: Repository) -> None:
    repository.replace(GUIDE, "words: 到2026年,园区总营收", "words: 园区总营收")
    repository.expect()
    repository.replace(GUIDE, "By 2026, the plan", "By 2027, the plan")
    assert {f.code for f in repository.findings()} == {"G001"}


def test_a_section_is_named_by_who_publishes(repository: Repository) -> None:
    repository.replace(
        GUIDE, "section: finance\n  title: {zh: 金融, en: Finance}", "section: taxes\n  title: {zh: 税, en: Tax}"
    )
    repository.expect()
    repository.replace(GUIDE, "\n  title: {zh: 税, en: Tax}", "")
    (finding,) = repository.findings()
    assert (finding.code, "title" in said(finding)) == ("R003", True)


def test_a_repository_may_have_no_guide(repository: Repository) -> None:
    (repository.root / GUIDE).unlink()
    repository.expect()
