from __future__ import annotations

from pathlib import Path

import pytest

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.pages import briefs
from generator.pages.briefs import Brief, ParkBrief
from tests.sites import edition_of


def test_a_park_has_a_brief_of_its_latest_plan(pages: dict[str, Page], edition: Edition) -> None:
    body = pages[edition.to.brief("yi")].body
    assert isinstance(body, ParkBrief)
    assert body.page.to == edition.to.park("yi")
    shown = sum(len(group.rows) for group in body.targets) + len(body.worded)
    assert shown == len(edition.corpus.plans["yi-2025"].distinct_targets)
    assert body.rest == ()


def test_more_than_a_sheet_holds_is_cut_and_told(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(briefs, "TARGETS", 2)
    page = next(page for page in briefs.pages(edition) if page.address == edition.to.brief("yi"))
    body = page.body
    assert isinstance(body, ParkBrief)
    assert sum(len(group.rows) for group in body.targets) == 2
    left = len(edition.corpus.plans["yi-2025"].distinct_targets) - 2
    assert body.rest == (edition.t("brief.more_targets", n=left),)


def test_parks_stand_side_by_side_on_a_sheet(pages: dict[str, Page], edition: Edition) -> None:
    body = pages[edition.to.brief()].body
    assert isinstance(body, Brief)
    assert [card.itself.to for card, _ in body.parks] == [edition.to.park(park.id) for park in edition.parks]


def test_a_park_without_a_plan_has_a_brief_too(with_silent_park: Path) -> None:
    edition = edition_of(with_silent_park, "en")
    page = next(page for page in briefs.pages(edition) if page.address == edition.to.brief("bing"))
    assert isinstance(page.body, ParkBrief)
    assert page.body.targets == ()
