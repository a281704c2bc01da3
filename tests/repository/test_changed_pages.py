"""What a reviewer downloads: the pages of the plans that a pull request changes, and no others."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tests.paths import ROOT

_spec = importlib.util.spec_from_file_location("changed_pages", ROOT / ".github/changed_pages.py")
assert _spec
assert _spec.loader
changed_pages = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(changed_pages)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("assets/a.css", "data/plans.json", "index.html"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text("", encoding="utf-8")
    for page in ("plans/jia-2025", "plans/jia-2025/text", "tasks/jia-2025/2-1-1", "plans/yi-2025", "parks/jia"):
        for language in ("zh", "en"):
            (tmp_path / "site" / language / page).mkdir(parents=True, exist_ok=True)
            (tmp_path / "site" / language / page / "index.html").write_text(page, encoding="utf-8")
    return tmp_path / "site"


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("content/jia-2025/en.md", ["plans/jia-2025", "tasks/jia-2025"]),
        ("structured/plans/jia-2025.yaml", ["plans/jia-2025", "tasks/jia-2025"]),
        ("structured/parks/jia.yaml", ["parks/jia"]),
        ("structured/terms.yaml", []),
        ("README.md", []),
    ],
)
def test_a_file_changes_the_pages_of_its_plan_or_park(name: str, pages: list[str]) -> None:
    assert changed_pages.pages([name]) == pages


def test_the_pages_that_changed_are_laid_apart_with_what_they_need(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "changed"
    assert changed_pages.lay_apart(site, folder, ["content/jia-2025/zh.md"]) == [
        "zh/plans/jia-2025/index.html",
        "en/plans/jia-2025/index.html",
    ]
    shown = ("plans/jia-2025", "plans/jia-2025/text", "tasks/jia-2025/2-1-1")
    laid = {f"{language}/{page}/index.html" for language in ("en", "zh") for page in shown}
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert there == {"assets/a.css", "index.html", *laid}
    assert 'href="zh/plans/jia-2025/index.html"' in (folder / "index.html").read_text(encoding="utf-8")


def test_where_any_page_may_have_changed_the_whole_site_is_taken(site: Path, tmp_path: Path) -> None:
    assert (
        changed_pages.lay_apart(site, tmp_path / "changed", ["structured/terms.yaml", "content/gone-2020/zh.md"]) == []
    )
    assert (tmp_path / "changed/data/plans.json").is_file()
