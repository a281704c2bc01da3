"""Pages are made one by one, each once, and none depends on another."""

from __future__ import annotations

import pickle
import pickletools
import random
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.language.languages import LANGUAGES
from generator.project.layout import Layout
from generator.project.store import Store
from generator.rules.run import validate
from generator.site import pages as all_pages
from generator.site.build import editions_of
from generator.site.engine import Engine
from generator.site.gate import Made
from generator.site.making import Maker
from generator.site.publish import Folder
from tests.paths import MINI
from tests.site.finished import contents
from tests.sites import TODAY, BuiltSite

pytestmark = pytest.mark.builds


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages laid out since."""
    addresses: list[str] = []
    page = Engine.page

    def counted(self: Engine, address: str, *rest: object) -> str:
        addresses.append(address)
        return page(self, address, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Engine, "page", counted)
    return addresses


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_third_of_the_pages_made_alone_are_the_same(
    built_mini: BuiltSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """A page depends on no other."""
    monkeypatch.setenv("SITE_URL", "https://example.org/plans")
    monkeypatch.delenv("REPO_URL", raising=False)
    edition = editions_of(Layout(MINI), Corpus.of(validate(Layout(MINI)).records), TODAY)[language]
    pages = list(all_pages.pages(edition))
    chosen = random.Random(language).sample(pages, len(pages) // 3)  # noqa: S311 - the same each time
    site = Folder(tmp_path / "site")
    maker = Maker(Layout(tmp_path), edition, pages, Store(tmp_path / "kept"), Made())
    for page in chosen:
        maker.page(page, site)
    alone = contents(site.path)
    assert len(alone) == len(chosen) + sum(page.cites is not None for page in chosen)
    assert alone.items() <= contents(built_mini.folder).items()


def test_only_what_has_changed_is_laid_out_again(tmp_path: Path, made: list[str]) -> None:
    edition = editions_of(Layout(MINI), Corpus.of(validate(Layout(MINI)).records), TODAY)["en"]
    pages = list(all_pages.pages(edition))[:3]

    def make(pages: list[Page]) -> dict[str, str]:
        made.clear()
        store, site = Store(tmp_path / "kept"), Folder(tmp_path / "site")
        maker = Maker(Layout(tmp_path), edition, pages, store, Made())
        for page in pages:
            maker.page(page, site)
        return contents(site.path)

    first = make(pages)
    assert made == [page.address for page in pages]
    assert make(pages) == first
    assert made == []
    for path in (tmp_path / "kept").iterdir():
        path.write_bytes(path.read_bytes().replace(b"</html>", b"<p>damaged</p></html>"))
    assert make(pages) == first
    assert len(made) == 3


def test_no_page_shows_a_set(edition: Edition) -> None:
    """It is written in another order by each process, so that a page by what it shows would be another each time."""
    sets = {"EMPTY_SET", "FROZENSET"}
    shown = {page.address: pickle.dumps(page.body) for page in all_pages.pages(edition)}
    assert not [a for a, view in shown.items() if sets & {code.name for code, _, _ in pickletools.genops(view)}]
