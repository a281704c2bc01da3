"""The last look: pages that lead on."""

from __future__ import annotations

import pytest

from tests.site.tiny import Site

MOVED = '<meta http-equiv="refresh" content="0; url={to}">'
LEADS_ON = MOVED + '<meta name="robots" content="noindex"><link rel="canonical" href="https://example.org/zh/parks/">'


def moved(site: Site, to: str, head: str = LEADS_ON) -> None:
    for language in ("zh", "en"):
        site.page(f"{language}/old/index.html", "", head.format(to=to))


def test_a_page_that_has_moved_may_lead_on(site: Site) -> None:
    moved(site, "../parks/#jia")
    assert site.problems() == []
    moved(site, "../parks/", f"<noscript>{MOVED}</noscript>{LEADS_ON.removeprefix(MOVED)}")
    assert site.problems() == []


@pytest.mark.parametrize(
    ("to", "problem"), [("../nowhere/", "broken link: ../nowhere/"), ("../parks/#yi", "broken anchor: ../parks/#yi")]
)
def test_a_page_that_leads_on_to_nothing_is_refused(site: Site, to: str, problem: str) -> None:
    moved(site, to)
    assert site.problems() == [f"en/old/index.html: {problem}", f"zh/old/index.html: {problem}"]


@pytest.mark.parametrize("to", ["https://example.org/", "//example.org/", "/zh/", "javascript:alert(1)", ""])
def test_a_page_may_lead_on_within_the_site_only(site: Site, to: str) -> None:
    moved(site, to)
    assert site.problems() == [f"{name}/old/index.html: http-equiv must not be used: refresh" for name in ("en", "zh")]


@pytest.mark.parametrize(
    "head", [MOVED, LEADS_ON + MOVED, LEADS_ON.replace("noindex", "index"), LEADS_ON.replace("canonical", "license")]
)
def test_a_refresh_on_any_other_page_is_refused(site: Site, head: str) -> None:
    moved(site, "../parks/", head)
    assert set(site.problems()) == {f"{n}/old/index.html: http-equiv must not be used: refresh" for n in ("en", "zh")}


def test_nobody_is_led_on_twice(site: Site) -> None:
    moved(site, "../older/")
    for language in ("zh", "en"):
        site.page(f"{language}/older/index.html", "", LEADS_ON.format(to="../parks/"))
    assert site.problems() == [
        f"{language}/old/index.html: leads to a page that leads on itself: ../older/" for language in ("en", "zh")
    ]
