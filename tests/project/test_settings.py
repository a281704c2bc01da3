from __future__ import annotations

from pathlib import Path

import pytest

from generator.project import settings
from generator.project.forge import Repository
from generator.project.layout import Layout
from generator.project.settings import Settings
from tests.conftest import advised, raised, said

SITE = "site_url: https://example.org/plans/\n"


@pytest.fixture
def layout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Layout:
    """A repository with a configuration of its own, in an environment that says nothing."""
    for name in ("SITE_URL", "REPO_URL"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    return Layout(tmp_path, tmp_path)


def test_without_a_repository_there_is_none(layout: Layout) -> None:
    assert settings.read(layout) == Settings("https://example.org/plans/", None)


@pytest.mark.parametrize(
    ("lines", "files"),
    [("", "blob/main/"), ("edit_uri: edit/trunk/\n", "edit/trunk/"), ("edit_uri: /blob/main\n", "blob/main/")],
)
def test_the_configuration_names_the_repository_and_its_branch(layout: Layout, lines: str, files: str) -> None:
    layout.configuration.write_text(f"{SITE}repo_url: https://github.com/a/b/\n{lines}", encoding="utf-8")
    assert settings.read(layout).repository == Repository("https://github.com/a/b", files)


def test_the_environment_goes_first(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    layout.configuration.write_text(f"{SITE}repo_url: https://github.com/a/b\n", encoding="utf-8")
    monkeypatch.setenv("SITE_URL", "https://fork.example")
    monkeypatch.setenv("REPO_URL", "https://github.com/fork/b")
    expected = Settings("https://fork.example/", Repository("https://github.com/fork/b", "blob/main/"))
    assert settings.read(layout) == expected


@pytest.mark.parametrize("address", ["javascript:alert(1)", "github.com/a/b", "https://", "https://a.example/?b=1"])
def test_what_is_no_address_is_refused_where_it_stands(layout: Layout, address: str) -> None:
    layout.configuration.write_text(f'{SITE}repo_url: "{address}"\n', encoding="utf-8")
    [finding] = raised(lambda: settings.read(layout))
    assert (finding.path, finding.line, finding.column, finding.code) == ("mkdocs.yml", 2, 11, "S020")
    assert address in said(finding)
    assert "REPO_URL" in advised(finding)
