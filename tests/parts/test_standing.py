"""How a document stands to others, in words."""

from __future__ import annotations

import pytest

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
