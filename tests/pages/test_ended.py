"""A plan whose period has ended says so on its pages and where its figures are compared."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from generator.analysis import standing
from generator.edition.edition import Edition
from generator.site import pages as all_pages
from generator.site.render import Renderer
from tests.paths import ROOT

SAID = {
    "zh": ("期限已于2025年12月31日届满", "2021–2025（期限已于2025年12月31日届满）"),
    "en": ("Period ended on 31 December 2025", "2021–2025 (period ended on 31 December 2025)"),
}
OVER = {"zh": "期限已于2025年12月31日届满", "en": "Year ended on 31 December 2025"}


@pytest.fixture(scope="module")
def shown(edition: Edition) -> tuple[Edition, dict[str, str]]:
    """Every page as it is once the period of yi's plan has ended, and that of jia's has not."""
    last_days = standing.last_days(entry.plan for entry in edition.corpus.plans.values())
    ended = replace(edition, ended=standing.ended(last_days, datetime.date(2026, 6, 30)))
    renderer = Renderer((ROOT / "site_templates",), ended.language, ended.t)
    return ended, {page.address: renderer.page(page) for page in all_pages.pages(ended)}


def test_the_pages_of_a_plan_that_has_ended_say_so(shown: tuple[Edition, dict[str, str]]) -> None:
    edition, pages = shown
    to, (said, _) = edition.to, SAID[edition.language]
    for own in (to.plan("yi-2021"), to.text("yi-2021"), to.park("yi")):
        assert f'<p class="notice">{said}' in pages[own], own
    for other in (to.plan("jia-2025"), to.text("jia-2025"), to.park("jia")):
        assert said not in pages[other], other


def test_where_its_figures_are_compared_it_is_said_too(shown: tuple[Edition, dict[str, str]]) -> None:
    edition, pages = shown
    to, (said, heading) = edition.to, SAID[edition.language]
    assert heading in pages[to.compare()]
    assert heading in pages[to.calendar()]
    assert pages[to.metric("high-tech-enterprises")].count(OVER[edition.language]) == 1
    assert OVER[edition.language] in pages[to.calendar()]
    for listed in (to.home(), to.plans(), to.parks()):
        assert said in pages[listed]


def test_nothing_is_said_of_periods_that_run(edition: Edition) -> None:
    renderer = Renderer((ROOT / "site_templates",), edition.language, edition.t)
    said = SAID[edition.language][0]
    assert not [page.address for page in all_pages.pages(edition) if said in renderer.page(page)]
