"""What the tests of the finished site share."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from tests.site.finished import Pages
from tests.sites import BuiltSite


@pytest.fixture(scope="session")
def pages(built_site: BuiltSite) -> Pages:
    """Every page of the site by its path."""
    return {
        path.relative_to(built_site.folder).as_posix(): lxml_html.document_fromstring(path.read_bytes().decode())
        for path in sorted(built_site.folder.rglob("*.html"))
    }
