"""What has become of a plan is said on its pages and wherever its figures are shown."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace
from html import unescape

import pytest

from generator.edition.edition import Edition
from generator.edition.states import none_in_force
from generator.language.languages import LANGUAGES
from generator.site import pages as all_pages
from generator.site.render import Renderer
from tests.cases import few
from tests.paths import ROOT

DAY = datetime.date.fromisoformat
SAID = {"zh": "期限已于2025年12月31日届满", "en": "Period ended on 31 December 2025"}
OVER = {"zh": "期限已于2025年12月31日届满", "en": "Year ended on 31 December 2025"}
RUNS = {"zh": "实施期至2026年12月31日", "en": "Runs until 31 December 2026"}
HEADING = {"zh": "2021–2025（", "en": "2021–2025 ("}


def rendered(edition: Edition, day: str, *addresses: str) -> dict[str, str]:
    """Return pages by their address as they are built on a day: those named, or every page."""
    on = replace(edition, today=DAY(day))
    renderer = Renderer((ROOT / "site_templates",), on.language, on.t)
    asked = (page for page in all_pages.pages(on) if not addresses or page.address in addresses)
    return {page.address: renderer.page(page) for page in asked}


def states(html: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return each state on a page: its name, what is said, and what will be said from which day on."""
    pattern = re.compile(r'<span class="state state--([\w-]+)"(?: data-turns="([^"]*)"[^>]*)?>([^<]*)</span>')
    return [
        (name, said, [tuple(turn) for turn in json.loads(unescape(turns))] if turns else [])
        for name, turns, said in pattern.findall(html)
    ]


@pytest.fixture(scope="module")
def ended(edition: Edition) -> tuple[Edition, dict[str, str]]:
    """Every page as it is once the period of yi's first plan has ended, and that of jia's has not."""
    return edition, rendered(edition, "2026-01-01")


def test_the_pages_of_a_plan_say_what_has_become_of_it(ended: tuple[Edition, dict[str, str]]) -> None:
    edition, pages = ended
    to, said, runs = edition.to, SAID[edition.language], RUNS[edition.language]
    for own in (to.plan("yi-2021"), to.text("yi-2021")):
        assert ("ended", said, []) in states(pages[own]), own
    for other in (to.plan("jia-2025"), to.text("jia-2025")):
        assert [name for name, words, _ in states(pages[other]) if words == runs] == ["in-force"], other
        assert said not in pages[other]


def test_where_its_figures_are_compared_it_is_said_too(ended: tuple[Edition, dict[str, str]]) -> None:
    edition, pages = ended
    to, said, heading = edition.to, SAID[edition.language], HEADING[edition.language]
    inline = said[:1].lower() + said[1:]
    for address in (to.compare(), to.calendar(), to.parks()):
        assert re.search(rf"2021–2025<span[^>]*>{re.escape(heading[9:])}{inline}", pages[address]), address
    assert pages[to.metric("high-tech-enterprises")].count(OVER[edition.language]) == 1
    assert said in pages[to.plans()]
    assert said in pages[to.home()]
    assert said in pages[to.park("yi")]


def test_the_day_on_which_a_state_turns_is_there_for_the_script(edition: Edition) -> None:
    metric = edition.to.metric("high-tech-enterprises")
    found = states(rendered(edition, "2025-12-31", metric)[metric])
    turn = [("2026-01-01", OVER[edition.language])]
    assert [(said, later) for _, said, later in found if later == turn] == [("", turn)]  # nothing is said yet


def corrected(html: str, day: str) -> str:
    """Return a page as the script shows it by a reader's day: see `states` of theme.js."""

    def said(match: re.Match[str]) -> str:
        turns, before, after, now = match.groups("")
        due = [words for on, words in json.loads(unescape(turns or "[]")) if on <= day]
        return (due[-1] and f"{before}{due[-1]}{after}") if due else unescape(now)

    pattern = r'<span class="state state--[\w-]+"(?: data-turns="([^"]*)" data-before="([^"]*)" data-after="([^"]*)")?>'
    return re.sub(rf"{pattern}([^<]*)</span>", said, html)


@pytest.mark.parametrize("language", few(LANGUAGES))
def test_a_page_of_an_earlier_day_is_put_right_by_the_readers_day(editions: dict[str, Edition], language: str) -> None:
    edition = editions[language]
    days = ("2026-12-31", "2027-01-01", "2027-06-30")
    built = {day: rendered(edition, day) for day in days}
    assert rendered(edition, "2026-06-01") == built[days[0]]
    to = edition.to
    ordered = {to.home(), to.parks()}  # put the plans that run first
    # what is due without a result is listed from the day on which the site is built
    due = {to.results(), to.park("jia"), to.plan("jia-2025"), to.metric("park-tax")}
    for day in days[1:]:
        wrong = [a for a, html in built[days[0]].items() if corrected(html, day) != corrected(built[day][a], day)]
        assert {*wrong} <= ordered | due


def test_what_is_said_of_all_plans_together_turns_when_one_of_them_does(edition: Edition) -> None:
    on = {day: replace(edition, today=DAY(day)) for day in ("2026-06-30", "2027-01-01", "2040-01-01")}
    (_, ends), (_, next_ends), (_, over) = (each.current for each in on.values())
    assert ends.later[0] == ("2027-01-01", next_ends.text)
    assert [text for _, text in ends.later] == [*dict.fromkeys(text for _, text in ends.later)]
    assert (over.text, over.later) == (edition.t("current.open"), ())  # one of the city's rules has no last day


def test_a_site_none_of_whose_plans_is_in_force_says_so(edition: Edition) -> None:
    plans = [edition.corpus.plans[id_].plan for id_ in ("jia-2025", "yi-2025")]
    nothing, over = edition.t("current.none"), "2028-01-01"
    before, after = (none_in_force(edition.t, plans, DAY(day)) for day in ("2026-06-30", over))
    assert (before.text, before.later) == ("", ((over, nothing),))
    assert (after.text, after.later) == (nothing, ())


def test_a_park_of_several_plans_is_shown_by_the_latest_and_the_others_stand_after_it(edition: Edition) -> None:
    park = edition.to.park("yi")
    html = rendered(edition, "2026-06-30", park)[park]
    first, _, rest = html.partition('id="stated-1"')
    assert edition.to.plan("yi-2025").removeprefix(f"{edition.language}/") in first
    assert "target-high-tech-enterprises" in rest
    assert re.search(r'<span class="state state--ended">[^<]*2025', rest)
