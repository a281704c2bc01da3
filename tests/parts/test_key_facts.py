from __future__ import annotations

import shutil
from pathlib import Path

from generator.edition.edition import Edition
from generator.parts import key_facts
from tests.paths import MINI
from tests.sites import edition_of


def test_a_park_is_told_of_by_its_latest_plan(edition: Edition) -> None:
    facts = key_facts.of_park(edition, edition.corpus.parks["yi"])
    assert facts.plan
    assert facts.plan.plan.to == edition.to.plan("yi-2025")
    assert facts.plan.official
    assert facts.plan.official.text == "example.org"
    assert [name for name, _ in facts.industries] == [
        edition.t(f"rank.{rank}") for rank in ("leading", "characteristic", "future")
    ]


def test_the_page_of_somebody_else_is_no_official_page(tmp_path: Path) -> None:
    root = Path(shutil.copytree(MINI, tmp_path / "reposted"))
    file = root / "structured/plans/yi-2025.yaml"
    file.write_text(file.read_text("utf-8").replace("tier: official-page", "tier: repost"), encoding="utf-8")
    edition = edition_of(root, "en")
    facts = key_facts.of_park(edition, edition.corpus.parks["yi"])
    assert facts.plan
    assert facts.plan.official is None


def test_what_the_plan_does_not_give_is_named_once(edition: Edition) -> None:
    facts = key_facts.of_park(edition, edition.corpus.parks["yi"])
    assert facts.plan
    assert edition.t("park.unsaid.telephone") in facts.plan.unsaid


def test_a_park_without_a_plan_has_none(with_silent_park: Path) -> None:
    edition = edition_of(with_silent_park, "en")
    assert key_facts.of_park(edition, edition.corpus.parks["bing"]).plan is None


def test_bodies_that_lead_come_first_and_the_others_are_folded(edition: Edition) -> None:
    for park in edition.corpus.parks.values():
        facts = key_facts.of_park(edition, park)
        assert facts.plan
        assert all(body.leads for body in facts.plan.in_charge) or not any(b.leads for b in facts.plan.folded)
        assert not {*facts.plan.in_charge} & {*facts.plan.folded}


def test_official_english_of_a_plan_and_of_what_it_rests_on_is_linked(edition: Edition) -> None:
    linked = {
        link.to
        for p in edition.corpus.parks.values()
        if (f := key_facts.of_park(edition, p).plan)
        for link, _ in f.english
    }
    plans = edition.corpus.plans.values()
    own = {e.plan.official_translation.address for e in plans if e.plan.official_translation}
    assert own
    assert {address for address in own if address} <= linked
