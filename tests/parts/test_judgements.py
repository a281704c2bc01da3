from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.analysis.judging import judge
from generator.corpus.outcomes import Outcome
from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition.edition import Edition
from generator.language.languages import LANGUAGES
from generator.parts import judgements
from generator.records.filed import Filed
from tests.analysis.judged import case, cases

SAID = [(language, written) for written in cases() for language in LANGUAGES if "says" in written or "warns" in written]


def outcome_of(edition: Edition, written: dict[str, Any]) -> Outcome:
    """Return a case as what a result of a plan says of its target."""
    found, entry = case(written), edition.corpus.plans["jia-2025"]
    facts = (found.baseline,) if found.baseline else ()
    plan = entry.plan.model_copy(update={"targets": (found.target,), "facts": facts, "results": (found.result,)})
    own = PlanEntry(plan, entry.park, replace(entry.files, filed=Filed(plan, entry.files.filed.document)))
    target, result = (
        InPlan(kind, record, own, "") for kind, record in (("target", found.target), ("result", found.result))
    )
    return Outcome(result, target, judge(found), None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "written"), SAID, ids=lambda value: value if isinstance(value, str) else value["name"]
)
def test_reasons_are_said_in_both_languages(
    editions: dict[str, Edition], language: str, written: dict[str, Any]
) -> None:
    edition = editions[language]
    found = judgements.view(edition, outcome_of(edition, written))
    joint = "" if language == "zh" else " "
    if "says" in written:
        assert joint.join(found.reasons) == written["says"][language]
    if "warns" in written:
        assert joint.join(found.caveats) == written["warns"][language]


def test_every_outcome_reason_and_caveat_has_its_words(edition: Edition) -> None:
    for written in cases():
        found = judgements.view(edition, outcome_of(edition, written))
        assert found.said
        assert all((*found.reasons, *found.caveats))
