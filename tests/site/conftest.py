"""What the tests of the finished site share."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html as lxml_html

from tests.site.finished import Pages
from tests.site.tiny import Site
from tests.sites import BuiltSite


@pytest.fixture(scope="session")
def pages(built_site: BuiltSite) -> Pages:
    """Every page of the site by its path."""
    return {
        path.relative_to(built_site.folder).as_posix(): lxml_html.document_fromstring(path.read_bytes().decode())
        for path in sorted(built_site.folder.rglob("*.html"))
    }


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)
