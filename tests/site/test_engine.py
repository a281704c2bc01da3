"""The engine makes a page as its own program would, and each page once."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.language.languages import LANGUAGES
from generator.site import engine
from generator.site.engine import Engine, EngineError
from generator.site.tree import Tree
from tests.paths import MINI
from tests.sites import BuiltSite, edition_of
from tests.told import failing

pytestmark = pytest.mark.builds

DOCUMENT = "---\ntemplate: main.html\ntitle: A & B\n---\n\n<div>words of this page alone</div>\n"


def tree_of(site: BuiltSite, language: str) -> Tree:
    """Return what a built site's pages of a language were made from."""
    layout = site.layout
    configuration = layout.build / f"mkdocs.{language}.yml"
    return Tree(language, configuration, layout.build / "docs" / language, (configuration,), 0)


@pytest.fixture
def tree(built_mini: BuiltSite, tmp_path: Path) -> Tree:
    """A tree of one page."""
    (tmp_path / "docs/parks").mkdir(parents=True)
    (tmp_path / "docs/parks/index.md").write_text(DOCUMENT, encoding="utf-8")
    return replace(tree_of(built_mini, "en"), docs=tmp_path / "docs")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents made since."""
    names: list[str] = []
    page = Engine.page

    def counted(self: Engine, name: str, document: str) -> str:
        names.append(name)
        return page(self, name, document)

    monkeypatch.setattr(Engine, "page", counted)
    return names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_byte_for_byte_what_the_engines_own_program_makes(
    built_mini: BuiltSite, tmp_path: Path, language: str
) -> None:
    tree = tree_of(built_mini, language)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--config-file"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "true"}
    subprocess.run([*command, str(tree.configuration), "--site-dir", str(tmp_path)], check=True, env=environment)
    version = edition_of(MINI, language).version  # filled in when a page is published
    made = {p.relative_to(tmp_path).as_posix(): p.read_text(encoding="utf-8") for p in tmp_path.rglob("*.html")}
    whole = {name: version.filled_in(page).encode() for name, page in made.items()}
    folder = built_mini.folder / language
    assert {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.html")} == whole


def test_a_page_that_has_not_changed_is_not_made_again(tree: Tree, tmp_path: Path, made: list[str]) -> None:
    first = engine.run([tree], tmp_path / "kept")
    assert (first, made) == (engine.run([tree], tmp_path / "kept"), ["parks/index.md"])
    assert "words of this" in first["en/parks/index.html"].read_text(encoding="utf-8")


def test_only_what_has_changed_is_made_and_nothing_else_is_kept(tree: Tree, tmp_path: Path, made: list[str]) -> None:
    (tree.docs / "index.md").write_text(DOCUMENT, encoding="utf-8")
    engine.run([tree], tmp_path / "kept")
    made.clear()
    (tree.docs / "parks/index.md").write_text(DOCUMENT.replace("words of", "other words of"), encoding="utf-8")
    pages = engine.run([tree], tmp_path / "kept")
    assert made == ["parks/index.md"]
    assert "other words" in pages["en/parks/index.html"].read_text(encoding="utf-8")
    assert set((tmp_path / "kept").iterdir()) == set(pages.values())


def test_a_change_of_what_all_pages_are_made_with_makes_them_anew(tree: Tree, tmp_path: Path, made: list[str]) -> None:
    theme = tmp_path / "main.html"
    theme.write_text("one", encoding="utf-8")
    tree = replace(tree, design=(theme,))
    engine.run([tree], tmp_path / "kept")
    theme.write_text("other", encoding="utf-8")
    engine.run([tree], tmp_path / "kept")
    assert made == ["parks/index.md"] * 2


def test_many_pages_are_shared_out_and_are_the_same(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[str]
) -> None:
    for i in range(5):
        (tree.docs / f"{i}.md").write_text(DOCUMENT.replace("words", f"page {i}"), encoding="utf-8")
    here = {path: file.read_bytes() for path, file in engine.run([tree], tmp_path / "here").items()}
    made.clear()
    monkeypatch.setattr(engine, "FEW", 0)
    elsewhere = {path: file.read_bytes() for path, file in engine.run([tree], tmp_path / "elsewhere").items()}
    assert elsewhere == here
    assert made == []


@pytest.mark.parametrize("few", [0, engine.FEW])
def test_an_error_says_which_page_and_keeps_no_page(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(engine, "FEW", few)
    (tree.docs / "parks/index.md").write_text(DOCUMENT.replace("main.html", "none.html"), encoding="utf-8")
    with failing(EngineError, r"parks/index.md: .*none.html"):
        engine.run([tree], tmp_path / "kept")
    assert not [path for path in (tmp_path / "kept").iterdir() if "words of this" in path.read_text(encoding="utf-8")]


def test_a_warning_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nno_such_setting: 1\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    with failing(EngineError, r"mkdocs.yml: .*no_such_setting"):
        Engine(tmp_path / "mkdocs.yml")
