from __future__ import annotations

import datetime
import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from lxml import etree

from generator.edition.edition import Edition
from generator.exports import feed as feeds
from generator.exports import opensearch
from generator.language.languages import LANGUAGES, TAGS
from tests.sites import BuiltSite

ATOM = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
STRICT = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
SITE = "https://example.org/plans/"


def feed(site: BuiltSite, language: str) -> etree._Element:
    return etree.parse(str(site.folder / language / "feed.xml"), STRICT).getroot()


def only(element: etree._Element, path: str) -> etree._Element:
    """Return the one element there."""
    (found,) = element.findall(path)
    return found


def texts(element: etree._Element, name: str) -> list[str]:
    return [str(child.text) for child in element.findall(ATOM + name)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_has_all_that_rfc_4287_asks_for(built_mini: BuiltSite, language: str) -> None:
    root = feed(built_mini, language)
    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == TAGS[language]
    for name in ("id", "title", "updated", "subtitle", "rights"):
        assert len(texts(root, name)) == 1, name
    assert texts(only(root, f"{ATOM}author"), "name") == [texts(root, "title")[0].split(":")[0].split("：")[0]]
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{SITE}{language}/feed.xml", "alternate": f"{SITE}{language}/changes/"}
    for entry in root.findall(f"{ATOM}entry"):
        for name in ("id", "title", "updated", "published", "content"):
            assert len(texts(entry, name)) == 1, name
        assert len(entry.findall(f"{ATOM}link[@rel='alternate']")) == 1
        assert only(entry, f"{ATOM}content").get("type") == "text"


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_are_unique_addresses_and_times_are_times(built_mini: BuiltSite, language: str) -> None:
    root = feed(built_mini, language)
    ids = [str(element.text) for element in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids) == 10
    assert all(urlsplit(id_).scheme == "urn" for id_ in ids)
    times = [str(element.text) for name in ("updated", "published") for element in root.iter(ATOM + name)]
    assert all(TIME.fullmatch(time) for time in times)
    assert texts(root, "updated")[0] == max(times)
    for name in ("updated", "published"):
        own = [texts(entry, name)[0] for entry in root.findall(f"{ATOM}entry")]
        assert own == sorted(set(own), reverse=True)


def test_every_entry_has_an_instant_of_its_own_which_a_newer_one_does_not_move() -> None:
    days = [datetime.date(2026, 2, 2)] * 3 + [datetime.date(2026, 1, 1)]
    times = feeds.instants(days)
    assert times == sorted(set(times), reverse=True)
    assert [time.date() for time in times] == days
    assert feeds.instants([days[0], *days])[1:] == times


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-12-31", "Park A 2025–2026: runs until 31 December 2026."),
        ("2027-01-01", "Park A 2025–2026: period ended on 31 December 2026."),
        ("2027-06-30", "Park A 2025–2026: period ended on 31 December 2026."),
    ],
)
def test_entries_end_with_what_has_become_of_their_plan(en: Edition, day: str, said: str) -> None:
    on = replace(en, today=datetime.date.fromisoformat(day))
    own = dict(feeds.feeds(on))[on.to.feed(on.to.plan("jia-2025"))]
    assert {entry.text.splitlines()[-1] for entry in own.entries} == {said}


def test_words_are_escaped(built_mini: BuiltSite) -> None:
    entry = feed(built_mini, "en").findall(f"{ATOM}entry")[0]
    assert texts(entry, "title") == ["Correction: revenue <target> & its year"]
    [content] = texts(entry, "content")
    assert content.startswith("The year is 2026, not 2025 — see </content> in the text.\n")
    assert not list(only(entry, f"{ATOM}content"))


def test_what_an_entry_leads_to_is_there(built_mini: BuiltSite) -> None:
    for language in LANGUAGES:
        for link in feed(built_mini, language).iter(f"{ATOM}link"):
            path, _, anchor = str(link.get("href")).removeprefix(SITE).partition("#")
            file = built_mini.folder / path / "index.html" if path.endswith("/") else built_mini.folder / path
            assert file.is_file()
            assert f'id="{anchor}"' in file.read_text(encoding="utf-8") or not anchor


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_description_names_the_search_of_its_language(built_mini: BuiltSite, language: str) -> None:
    root = etree.parse(str(built_mini.folder / language / "opensearch.xml"), STRICT).getroot()
    space = f"{{{opensearch.NAMESPACE}}}"
    assert root.tag == f"{space}OpenSearchDescription"
    assert 0 < len(str(root.findtext(f"{space}ShortName"))) <= 16
    assert 0 < len(str(root.findtext(f"{space}Description"))) <= 1024
    url = only(root, f"{space}Url[@type='text/html']")
    assert url.get("template") == f"{SITE}{language}/?q={{searchTerms}}"


def test_every_page_points_to_feed_and_search_of_its_language(built_mini: BuiltSite) -> None:
    text = (built_mini.folder / "zh" / "parks" / "jia" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="alternate" type="application/atom+xml"' in text
    assert 'href="../../feed.xml"' in text
    assert '<link rel="search" type="application/opensearchdescription+xml"' in text
    assert 'href="../../opensearch.xml"' in text
