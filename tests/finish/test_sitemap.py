from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from generator.addresses import other_language
from generator.finish import sitemap

SITE = "https://example.org/plans/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ADDRESSES = ("en/", "en/parks/", "en/plans/jia-2025/text/")


def written(folder: Path, addresses: tuple[str, ...] = ADDRESSES, site: str = SITE) -> etree._Element:
    sitemap.write(addresses, site, folder)
    return etree.fromstring((folder / "sitemap.xml").read_bytes())


def entries(root: etree._Element) -> dict[str, dict[str, str]]:
    """Return the alternates of every address by language."""
    return {
        str(url.findtext("s:loc", namespaces=NAMES)): {
            str(link.get("hreflang")): str(link.get("href"))
            for link in url.findall("x:link[@rel='alternate']", namespaces=NAMES)
        }
        for url in root.findall("s:url", namespaces=NAMES)
    }


def test_every_page_is_listed_in_both_languages(tmp_path: Path) -> None:
    listed = entries(written(tmp_path))
    assert set(listed) == {SITE + a for a in ADDRESSES} | {SITE + other_language(a) for a in ADDRESSES}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_does_not_matter_whose_addresses_are_given(tmp_path: Path, language: str) -> None:
    given = tuple(a if language == "en" else other_language(a) for a in ADDRESSES)
    assert len(entries(written(tmp_path, given))) == 2 * len(ADDRESSES)


def test_the_two_languages_name_each_other_and_themselves(tmp_path: Path) -> None:
    listed = entries(written(tmp_path))
    for address, alternates in listed.items():
        assert set(alternates) == {"zh-CN", "en"}
        assert address in alternates.values()
        for other in alternates.values():
            assert listed[other] == alternates


def test_an_address_with_an_ampersand_is_still_xml(tmp_path: Path) -> None:
    site = "https://example.org/?a=1&b="
    assert f"{site}en/" in entries(written(tmp_path, ("en/",), site))


def test_many_pages_are_cut_into_several_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "LIMIT", 4)
    index = written(tmp_path)
    parts = [str(loc.text) for loc in index.findall("s:sitemap/s:loc", namespaces=NAMES)]
    assert parts == [f"{SITE}sitemap-1.xml", f"{SITE}sitemap-2.xml"]
    found = [entries(etree.fromstring((tmp_path / p.removeprefix(SITE)).read_bytes())) for p in parts]
    assert [len(part) for part in found] == [4, 2]
    assert len({address for part in found for address in part}) == 2 * len(ADDRESSES)


def test_robots_are_told_where_the_sitemap_is(tmp_path: Path) -> None:
    written(tmp_path)
    assert (tmp_path / "robots.txt").read_text(encoding="utf-8").splitlines() == [
        "User-agent: *", "Allow: /", f"Sitemap: {SITE}sitemap.xml",
    ]  # fmt: skip


def test_the_order_of_the_pages_does_not_matter(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, addresses in ((one, ADDRESSES), (other, ADDRESSES[::-1])):
        folder.mkdir()
        sitemap.write(addresses, SITE, folder)
    assert (one / "sitemap.xml").read_bytes() == (other / "sitemap.xml").read_bytes()
