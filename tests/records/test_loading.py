from __future__ import annotations

from tests.paths import JIA, YI_NEW
from tests.small import Repository


def test_lists_that_nothing_refers_to_may_be_absent(repository: Repository) -> None:
    for name in ("terms", "guide", "changes"):
        (repository.root / f"structured/{name}.yaml").unlink(missing_ok=True)
    (repository.root / "structured/beneficiaries.yaml").unlink()
    repository.replace(JIA, "    beneficiaries: {startups: 初创企业}\n", "")
    repository.replace(YI_NEW, "    beneficiaries: {small-companies: 中小企业}\n", "")
    assert repository.findings() == []


def test_a_list_that_is_needed_is_asked_for_where_it_is_needed(repository: Repository) -> None:
    (repository.root / "structured/beneficiaries.yaml").unlink()
    repository.expect(
        (repository.place(JIA, "初创企业}"), "F001", "structured/beneficiaries.yaml"),
        (repository.place(YI_NEW, "中小企业}"), "F001", "structured/beneficiaries.yaml"),
    )


def test_what_is_still_to_be_written_of_a_redirect_is_found(repository: Repository) -> None:
    repository.write(
        "structured/redirects.yaml",
        "- {from: target/jia-2025/income, to: page/plans, date: 2025-07-01, reason: {zh: 已合并, en: TODO}}\n",
    )
    repository.expect((repository.place("structured/redirects.yaml", "TODO"), "W001", "0.reason.en"))
