"""Feeds, search descriptions and calendars as strict readers take them: nothing is missing, nothing is too much."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar
from lxml import etree

from generator.edition.edition import Edition
from generator.exports import opensearch
from tests.sites import BuiltSite

HERE = Path(__file__).parent / "formats"
STRICT = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)


def grammar(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(HERE / f"{name}.rng"), STRICT))


ATOM, OPEN_SEARCH = grammar("atom"), grammar("opensearch")


@pytest.mark.parametrize(("name", "schema"), [("feed.xml", ATOM), ("opensearch.xml", OPEN_SEARCH)])
def test_every_file_is_as_its_format_says(built_mini: BuiltSite, name: str, schema: etree.RelaxNG) -> None:
    files = [*built_mini.folder.rglob(name)]
    assert len(files) >= 2
    for file in files:
        schema.assertValid(etree.parse(str(file), STRICT))


def _without(name: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        found = next(root.iter(f"{{*}}{name}"))
        parent = found.getparent()
        assert parent is not None
        parent.remove(found)

    return change


def _saying(name: str, words: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        next(root.iter(f"{{*}}{name}")).text = words

    return change


def _twice(name: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{name}").text = "again"

    return change


@pytest.mark.parametrize(
    ("file", "schema", "change"),
    [
        *(("en/feed.xml", ATOM, _without(name)) for name in ("id", "title", "updated", "author")),
        ("en/feed.xml", ATOM, _saying("updated", "2026-11-30")),
        ("en/feed.xml", ATOM, _saying("updated", "2026-11-30T00:00:00")),
        ("en/feed.xml", ATOM, _saying("id", "no address")),
        ("en/feed.xml", ATOM, _twice("title")),
        ("en/feed.xml", ATOM, _twice("summary")),
        *(("en/opensearch.xml", OPEN_SEARCH, _without(name)) for name in ("ShortName", "Description")),
        ("en/opensearch.xml", OPEN_SEARCH, _saying("ShortName", "x" * 17)),
        ("en/opensearch.xml", OPEN_SEARCH, _saying("Image", "favicon.svg")),
        ("en/opensearch.xml", OPEN_SEARCH, _twice("Other")),
    ],
)
def test_a_file_that_is_not_is_refused(
    built_mini: BuiltSite, file: str, schema: etree.RelaxNG, change: Callable[[etree._Element], None]
) -> None:
    root = etree.parse(str(built_mini.folder / file), STRICT).getroot()
    assert schema.validate(root)
    change(root)
    assert not schema.validate(root)


def test_a_long_name_that_is_too_long_is_left_out(edition: Edition) -> None:
    described = replace(opensearch.described(replace(edition, site_url="https://example.org/")), long_name="x" * 49)
    root = etree.fromstring(opensearch.as_xml(described))
    OPEN_SEARCH.assertValid(etree.ElementTree(root))
    assert root.find("{*}LongName") is None


def test_every_calendar_is_as_rfc_5545_says(built_mini: BuiltSite) -> None:
    files = [*built_mini.folder.rglob("*.ics")]
    assert len(files) >= 2
    for file in files:
        content = file.read_bytes()
        lines = content.split(b"\r\n")
        assert lines[-1] == b""
        assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
        calendar = Calendar.from_ical(content)
        assert not calendar.errors
        assert {"version", "prodid"} <= {name.lower() for name in calendar}
        for event in calendar.walk("VEVENT"):
            assert not event.errors
            assert all(len(_each(event[name])) == 1 for name in ("uid", "dtstamp", "dtstart"))
            assert not ("dtend" in event and "duration" in event)


def _each(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
