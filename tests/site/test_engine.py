"""The engine lays out a page as its own program would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.language.languages import LANGUAGES
from generator.project.layout import Layout
from generator.rules.run import validate
from generator.site import pages as all_pages
from generator.site import tree
from generator.site.build import editions_of
from generator.site.engine import Engine, EngineError
from generator.site.render import Renderer
from tests.sites import TODAY, BuiltSite
from tests.told import failing

pytestmark = pytest.mark.builds


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_byte_for_byte_what_the_engines_own_program_makes(
    built_mini: BuiltSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Its Markdown gives back the HTML of our templates as it is."""
    monkeypatch.setenv("SITE_URL", "https://example.org/plans")
    monkeypatch.delenv("REPO_URL", raising=False)
    corpus = Corpus.of(validate(built_mini.layout).records)
    edition = editions_of(built_mini.layout, corpus, TODAY)[language]
    layout = Layout(tmp_path)
    written = tree.write(
        layout, edition, list(all_pages.pages(edition)), Renderer(layout.template_folders, language, edition.t)
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--config-file"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "true"}
    subprocess.run(
        [*command, str(written.configuration), "--site-dir", str(tmp_path / "made")], check=True, env=environment
    )
    made = {
        p.relative_to(tmp_path / "made").as_posix(): p.read_text(encoding="utf-8")
        for p in (tmp_path / "made").rglob("*.html")
    }
    whole = {name: edition.version.filled_in(page).encode() for name, page in made.items()}  # filled in when published
    folder = built_mini.folder / language
    assert {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.html")} == whole


def test_a_wrong_template_is_told_with_the_page(built_mini: BuiltSite) -> None:
    engine = Engine(built_mini.layout.build / "mkdocs.en.yml")
    with failing(EngineError, r"en/parks/: .*none.html"):
        engine.page("en/parks/", {"template": "none.html"}, "<div>words</div>")


def test_a_warning_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nno_such_setting: 1\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    with failing(EngineError, r"mkdocs.yml: .*no_such_setting"):
        Engine(tmp_path / "mkdocs.yml")
