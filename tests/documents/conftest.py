"""Documents of the invented publication, made once for all tests that look at them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.edition.edition import Edition
from generator.project.store import Store
from tests.paths import MINI
from tests.sites import edition_of


@pytest.fixture(scope="package")
def made_of() -> Edition:
    return replace(edition_of(MINI, "en"), documents=True)


@pytest.fixture(scope="package")
def documents(made_of: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with documents in it."""
    pytest.importorskip("typst", reason="documents are made with the extra `documents`")
    from generator.documents import written  # noqa: PLC0415 - needs the extra

    folder = tmp_path_factory.mktemp("documents")
    written.write(made_of, Store(folder / "kept"), folder / "site")
    return folder / "site"
