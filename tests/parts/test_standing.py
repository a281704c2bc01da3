"""How a document stands to others, in words."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from generator.edition.edition import Edition
from generator.parts import standing
from tests.paths import YI
from tests.sites import edition_of
from tests.small import Repository

AFTER = """relations:
  - kind: followed-by
    document:
      title: {{zh: 乙园行动方案(2028-2030年), en: Action Plan of Park B (2028–2030)}}
      number: null
      standing: {standing}
      source: {{address: "https://example.org/yi-2028", known: live-page, seen: 2025-05-25}}
issuance:"""


@pytest.mark.parametrize(("state", "said"), [("draft", "Draft successor"), ("issued", "Is followed by")])
def test_what_is_only_a_draft_follows_nothing_yet(repository: Repository, state: str, said: str) -> None:
    repository.replace(YI, "issuance:", AFTER.format(standing=state))
    en = edition_of(repository.root, "en")
    relations = standing.view(en, en.corpus.plans["yi-2021"]).relations
    assert [r.relation for r in relations if r.known and r.known.title.endswith("(2028–2030)")] == [said]


def test_that_nothing_is_known_to_follow_a_plan_is_said(en: Edition) -> None:
    en = replace(en, today=datetime.date(2026, 6, 1))
    earlier, last, followed = (en.corpus.plans[id_] for id_ in ("yi-2021", "yi-2025", "jia-2025"))
    alone = en.t("home.state.no_successor", n=1)
    assert standing.after(en, [last]) == standing.view(en, last).after == (alone,)
    assert alone not in standing.after(en, [earlier])
    assert standing.after(en, [last, followed])[-1] == en.t("home.state.no_successor_some", n=1)


def test_nothing_need_follow_what_has_not_begun(en: Edition) -> None:
    before = replace(en, today=datetime.date(2020, 1, 1))
    announced = [e for e in en.corpus.plans.values() if before.state(e).name in ("announced", "draft")]
    assert announced
    assert standing.after(before, announced) == ()
