"""What is said to be published is what a finished site has, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html as lxml_html

from generator.analysis.published import destination, destinations, parts, published
from generator.edition.addresses import Addresses
from generator.language.languages import LANGUAGES
from generator.records.loading import load
from tests.sites import BuiltSite

DATED = re.compile(r"/text/\d{4}-\d\d-\d\d/#")
ANCHOR = re.compile(r"(?:target|fact|measure|anomaly|result|milestone|term|p)-(?:[^-].*)")


def built(site: Path, language: str) -> tuple[set[str], set[str]]:
    """Return the pages of a language, and the anchors on them that stand for something published."""
    pages, anchors = set(), set()
    for path in (site / language).rglob("index.html"):
        address = f"{path.parent.relative_to(site).as_posix()}/"
        pages.add(address)
        ids = lxml_html.parse(str(path)).xpath("//@id")
        if re.search(r"/plans/[^/]+/|/glossary/", address) and not address.endswith("/existing/"):  # told again there
            anchors |= {f"{address}#{id_}" for id_ in ids if ANCHOR.fullmatch(id_)}
    return pages, anchors


@pytest.mark.builds
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["built_mini", "built_site"])
def test_everything_on_the_site_can_be_redirected(request: pytest.FixtureRequest, language: str, name: str) -> None:
    site: BuiltSite = request.getfixturevalue(name)
    to = Addresses(language)
    records = load(site.layout)
    refs = published(records)
    said = {to.of(ref) for ref in destinations(records)} | {f"{language}/{path}" for path in parts(records)}
    said |= {to.text(ref.removeprefix("plan/")) for ref in refs if ref.startswith("plan/")}
    pages, anchors = built(site.folder, language)
    gone = {to.of(redirect.record.old) for redirect in records.redirects}  # stand where their successors do
    assert {address for address in said if "#" not in address} == pages - gone
    passages = {anchor for anchor in anchors if DATED.search(anchor)}  # of earlier wordings: they go with their page
    assert {address for address in said if "#" in address} == anchors - gone - passages


THERE = frozenset({"plan/new", "target/new/a", "task/new/1", "metric/m"})


@pytest.mark.parametrize(
    ("ref", "redirects", "led"),
    [
        ("target/old/a", {}, ""),
        ("target/old/a", {"target/old/a": "metric/m"}, "metric/m"),
        ("target/old/a", {"plan/old": "plan/new"}, "target/new/a"),
        ("target/old/a", {"plan/old": "plan/new", "target/old/a": "metric/m"}, "metric/m"),
        ("target/old/b", {"plan/old": "plan/new"}, ""),
        ("target/old/b", {"plan/old": "page/plans"}, "page/plans"),
        ("task/old/1", {"plan/old": "plan/new"}, "task/new/1"),
        ("task/old/1", {"plan/old": "page/plans"}, ""),
        ("metric/x", {"plan/old": "plan/new"}, ""),
    ],
)
def test_a_plan_takes_along_what_is_in_it(ref: str, redirects: dict[str, str], led: str) -> None:
    assert destination(ref, redirects, THERE) == led
