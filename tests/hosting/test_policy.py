from __future__ import annotations

import re

import pytest

from generator.hosting import policy
from generator.project.layout import PROGRAM
from tests.sites import BuiltSite


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("assets/site.css", policy.FOR_EVER),
        ("assets/css/home.css", policy.FOR_EVER),
        ("assets/favicon.svg", policy.A_DAY),
        ("search/0a1b2c/t21.json", policy.FOR_EVER),
        ("search/en.json", policy.ANEW),
        ("images/park-jia.png", policy.A_DAY),
        ("data/targets.csv", policy.ANEW),
        ("en/index.html", policy.ANEW),
        ("en/assets/site.css", policy.ANEW),
        ("built.json", policy.ANEW),
    ],
)
def test_only_what_names_its_content_in_its_address_is_kept_for_ever(path: str, kept: str) -> None:
    assert policy.kept(path) == kept


def test_every_file_of_a_site_has_a_type_of_its_own(built_mini: BuiltSite) -> None:
    endings = {path.suffix.removeprefix(".") for path in built_mini.folder.rglob("*") if path.is_file()}
    assert endings <= policy.TYPES.keys()
    assert policy.content_type("en/index.html") == "text/html; charset=utf-8"
    assert policy.content_type("images/park-jia.png") == "image/png"
    assert policy.content_type("what.else") == policy.ANY


def test_the_header_says_what_pages_say_of_themselves_and_refuses_frames() -> None:
    frame = (PROGRAM / "site_templates/theme/main.html").read_text(encoding="utf-8")
    said = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', frame)
    assert [f"{words}; frame-ancestors 'none'" for words in said] == [policy.ALONE]


def test_only_pages_made_for_frames_may_be_shown_in_one(built_mini: BuiltSite) -> None:
    page = next((built_mini.folder / policy.FRAMES).rglob("index.html")).read_text(encoding="utf-8")
    said = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert [f"{words}; frame-ancestors *" for words in said] == [policy.FRAMED]
    assert policy.ALONE.endswith("frame-ancestors 'none'")


def test_what_never_changes_at_its_address_is_asked_for_with_its_version(built_mini: BuiltSite) -> None:
    """Else a browser would show an old script or style sheet for a year."""
    for page in built_mini.folder.rglob("*.html"):
        named = re.findall(r'(?:href|src)="[^"]*assets/([^"]+\.(?:js|css)[^"]*)"', page.read_text(encoding="utf-8"))
        assert all(re.fullmatch(r"[^?]+\?v=[0-9a-f]+", name) for name in named), page
