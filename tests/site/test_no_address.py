"""A site whose address is not known names none of its own: it would be invented."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from openpyxl import load_workbook  # type: ignore[import-untyped]

from generator.findings.finding import Message
from tests.paths import MINI
from tests.sites import BuiltSite, build_site, shared

pytestmark = pytest.mark.builds

OWN = "https://park-plans.example/"
TEXTS = {".html", ".json", ".csv", ".xml", ".ics", ".txt"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    def build(root: Path) -> BuiltSite:
        shutil.copytree(MINI, root)
        publication = root / "structured/publication.yaml"
        said = publication.read_text(encoding="utf-8")
        publication.write_text(said.replace(f"site_address: {OWN}\n", ""), encoding="utf-8")
        return build_site(root)

    return shared(tmp_path_factory, "no-address", build)


def test_the_build_says_so(site: BuiltSite) -> None:
    assert Message.of("build.no-address") in site.said


def test_nothing_published_holds_an_address_of_its_own(site: BuiltSite) -> None:
    texts = [path for path in site.folder.rglob("*") if path.suffix in TEXTS]
    assert len(texts) > 100
    assert not [path for path in texts if b"park-plans.example" in path.read_bytes()]
    assert not [*site.folder.rglob("*feed*.xml"), *site.folder.rglob("sitemap*.xml"), *site.folder.rglob("opensearch*")]


def test_a_page_names_no_address_for_machines(site: BuiltSite) -> None:
    for path in site.folder.rglob("*.html"):
        page: Any = html.fromstring(path.read_bytes())
        assert not page.xpath("//link[@rel='canonical'] | //link[@hreflang] | //meta[@property='og:url']"), path
        assert not page.xpath("//meta[@property='og:image'] | //script[@type='application/ld+json']"), path


@pytest.mark.parametrize("path", ["en/parks/jia", "zh/parks/jia", "en/plans/jia-2025", "en/data"])
def test_citations_are_whole_without_it(site: BuiltSite, path: str) -> None:
    page: Any = html.fromstring((site.folder / path / "index.html").read_bytes())
    forms = [" ".join(form.itertext()).strip() for form in page.xpath("//*[@class='cite__text']|//pre")]
    assert len(forms) > 3
    for form in forms:
        assert not re.search(r"\b(url|UR|URL)\b", form), form
        assert not re.search(r"[(\[{]\s*[)\]}]|\.\s*\.|,\s*[.,]", form), form


def test_the_data_name_no_page(site: BuiltSite) -> None:
    package = json.loads((site.folder / "data/datapackage.json").read_bytes())
    assert "homepage" not in package
    book = load_workbook(site.folder / "data" / package["workbook"]["path"], read_only=True)
    cells = [str(cell) for row in book[book.sheetnames[0]].iter_rows(values_only=True) for cell in row if cell]
    assert not [cell for cell in cells if "en/data/" in cell]
