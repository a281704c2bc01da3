"""Pages of one plan alone."""

from __future__ import annotations

import pytest

from generator.cli import main
from tests.small import Repository

pytestmark = pytest.mark.builds


def test_the_pages_of_one_plan_stand_beside_the_published_site(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.replace("structured/plans/jia-2025.yaml", "metric: park-tax\n", "metric: park-tax # unsure: really?\n")
    assert main(["build", "--plan", "jia-2025", "--root", str(repository.root), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    for language in ("zh", "en"):
        page = f"build/plan/next/{language}/plans/jia-2025/index.html"
        assert page in told
        assert (repository.root / page).is_file()
    assert not list((repository.root / "build/plan/next").rglob("yi-2021"))
    assert not (repository.root / "site").exists()
    assert main(["build", "--plan", "no-such", "--root", str(repository.root)]) == 2


def test_what_is_unsure_is_not_published(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.replace("structured/plans/jia-2025.yaml", "metric: park-tax\n", "metric: park-tax # unsure: really?\n")
    assert main(["check", "--root", str(repository.root)]) == 0
    capsys.readouterr()
    assert main(["build", "--root", str(repository.root), "--lang", "en"]) == 1
    told = capsys.readouterr().err
    assert "W004 a draft is unsure here: really?" in told
    assert "Nothing was published" in told
    assert not (repository.root / "site").exists()
