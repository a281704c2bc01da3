from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from generator.analysis.comparability import Comparison
from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.parts.reasons import SAID, sentences
from generator.records.common import Bilingual
from generator.records.target import Target
from tests.cases import load_yaml
from tests.paths import JIA, TESTS, YI_NEW
from tests.sites import edition_of
from tests.small import Repository

HIGH_TECH = "high-tech-enterprises"
CENTRES = Bilingual(zh="研发中心", en="R&D centres")
LABS = Bilingual(zh="实验室", en="laboratories")
WORDS = {"labs": LABS, "centres": CENTRES, "which": Bilingual(zh="统计哪些企业", en="which companies are counted")}
CASES: list[dict[str, Any]] = load_yaml((TESTS / "parts" / "reasons.yaml").read_text(encoding="utf-8"))


def fields(named: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a case with the words they name."""
    return {key: WORDS.get(str(value), value) for key, value in named.items()}


def pair(edition: Edition, *changed: dict[str, Any]) -> list[InPlan[Target]]:
    """Return the targets that both parks set for a metric, those of the first park and the second changed."""
    targets = sorted(edition.corpus.targets_by_metric[HIGH_TECH], key=lambda t: t.plan.id)
    return [replace(t, record=t.record.model_copy(update=new)) for t, new in zip(targets, changed, strict=True)]


@pytest.mark.parametrize("case", CASES, ids=[f"{i}-{case['reason']}" for i, case in enumerate(CASES)])
def test_a_reason_says_of_which_park_and_what(case: dict[str, Any], edition: Edition) -> None:
    targets = pair(edition, fields(case.get("a", {})), fields(case.get("b", {})))
    found = sentences(edition, targets, [Comparison("caveat", (case["reason"],))])
    assert found == (case[edition.language],)


def test_every_reason_has_its_words(edition: Edition) -> None:
    words = edition.t.words
    assert all({f"compare.reason.{reason}", f"compare.reason.{reason}.other"} & {*words} for reason in SAID)


def test_what_is_said_of_years_is_the_same_on_every_day(en: Edition) -> None:
    over = replace(en, today=datetime.date(2026, 1, 1))
    [said] = sentences(over, pair(over, {}, {}), [Comparison("caveat", ("year",))])
    assert said == "The target years differ. Park A: 2026; Park B (2021–2025): 2025."


def test_what_a_scope_says_is_not_said_again_by_the_names(en: Edition) -> None:
    targets = pair(en, {"scope": LABS}, {"scope": CENTRES})
    assert len(sentences(en, targets, [Comparison("not-comparable", ("scope", "label"))])) == 1


def test_a_label_that_holds_the_scope_is_not_said_beside_it(en: Edition) -> None:
    label = Bilingual(zh="新建实验室", en="Laboratories built")
    first, other = pair(en, {"scope": LABS, "label": label}, {"scope": CENTRES})
    centres = replace(first, record=first.record.model_copy(update={"scope": CENTRES}))
    [said] = sentences(en, [first, centres, other], [Comparison("not-comparable", ("scope",))])
    assert "Park A: laboratories" in said
    assert "Park A: Laboratories built" in said  # of the one whose scope its label does not say


def test_who_is_silent_is_told_once_for_a_whole_chart(en: Edition) -> None:
    targets = pair(en, {"measure": "unspecified"}, {"measure": "unspecified"})
    found = [Comparison("caveat", (r,)) for r in ("measure-unspecified", "measures-unspecified")]
    assert len(sentences(en, targets, found)) == 1


def test_two_plans_of_a_park_are_told_apart_by_their_years(repository: Repository) -> None:
    repository.replace(YI_NEW, "metric: unicorns", f"metric: {HIGH_TECH}")
    en = edition_of(repository.root, "en")
    targets = [t for t in en.corpus.targets_by_metric[HIGH_TECH] if t.holder == "yi"]
    [said] = sentences(en, targets, [Comparison("caveat", ("year",))])
    assert "Park B (2021–2025): 2025" in said


def test_a_figure_counted_otherwise_where_it_is_stated_again_says_how(repository: Repository) -> None:
    repository.replace(JIA, "repeat_of: listed-companies", f"repeat_of: {HIGH_TECH}")
    repository.replace(JIA, "kind: undefined-term\n    weight: note", "kind: inconsistent\n    weight: figure", nth=2)
    repository.replace(JIA, "targets: [listed-companies-task]", f"targets: [{HIGH_TECH}, listed-companies-task]")
    en = edition_of(repository.root, "en")
    targets = [t for t in en.corpus.targets_by_metric[HIGH_TECH] if not t.record.repeat_of]
    [said] = sentences(en, targets, [Comparison("caveat", ("restated",))])
    assert said == "Park A states the same figure in different ways: a level reached and an increase."
