"""Documents of the invented publication, made once for all tests that look at them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.edition.edition import Edition
from generator.findings.finding import WrongUse
from generator.project.store import Store
from tests.paths import MINI
from tests.sites import BuiltSite, edition_of


@pytest.fixture(scope="package")
def made_of() -> Edition:
    return replace(edition_of(MINI, "en"), documents=True, site_url="https://example.org/plans/")


@pytest.fixture(scope="package")
def documents(made_of: Edition, built_mini: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with documents in it."""
    can_be_made()
    from generator.documents import written  # noqa: PLC0415 - needs the extra

    folder = tmp_path_factory.mktemp("documents")
    site = with_briefs(built_mini, folder / "site")
    written.write({"en": made_of, "zh": made_of.other_edition}, Store(folder / "kept"), site)
    return site


def can_be_made() -> None:
    """Skip a test where documents cannot be made: without the extra, or without a font for Chinese."""
    pytest.importorskip("typst", reason="documents are made with the extra `documents`")
    from generator.documents.pdf import Press  # noqa: PLC0415 - needs the extra

    try:
        Press(())
    except WrongUse as error:
        pytest.skip(f"no font for Chinese is installed: {error}")


def with_briefs(built: BuiltSite, site: Path) -> Path:
    """Return a folder with the pages of briefs, which documents are made from."""
    for page in built.folder.rglob("brief/index.html"):
        target = site / page.relative_to(built.folder)
        target.parent.mkdir(parents=True)
        shutil.copyfile(page, target)
    return site
