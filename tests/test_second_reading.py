"""The records of the plans against a second reading of the same texts, made without seeing the records.

Each difference must stand in tests/readings/settled.yaml with the reason why it stays, and nothing else may.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.project.layout import Layout
from generator.records.loading import PlanFiles, Records, load
from generator.records.target import Target
from generator.source import yaml_source
from generator.source.passages import Passages, Span, find

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
READINGS = TESTS / "readings"
SETTLED = READINGS / "settled.yaml"
PLANS = sorted(path.stem for path in READINGS.glob("*.json"))

VALUES = ("value", "value_low", "value_high")
COMPARED = (*VALUES, "unit", "comparator", "comparator_word", "measure", "year", "commitment", "commitment_word")
TARGET_KEYS = {"provision", "quote", *COMPARED}
TITLE_KEYS = {"provision", "title"}
SETTLED_KEYS = {"plan", "what", "field", "first", "second", "because"}

Second = dict[str, Any]  # a record of the second reading, as its file holds it


class Difference(NamedTuple):
    """What the two readings say differently.

    what: id of our target; `<provision> <quote>` of what only the second reading has; provision of a task or measure
    field: the field that differs, or target, task or measure where only one reading has the whole record
    """

    plan: str
    what: str
    field: str
    first: str | float | None
    second: str | float | None

    def __str__(self) -> str:
        return f"{self.plan}: {self.what}, {self.field}: ours {self.first!r}, second {self.second!r}"


@pytest.fixture(scope="module")
def records() -> Records:
    return load(Layout(ROOT))


def test_each_second_reading_has_its_plan(records: Records) -> None:
    assert PLANS
    assert set(PLANS) <= {p.plan.id for p in records.plans}


@pytest.mark.parametrize("plan", PLANS)
def test_the_second_reading_is_complete_and_of_this_text(records: Records, plan: str) -> None:
    reading, passages = _reading(plan), Passages(_plan_files(records, plan).text)
    assert set(reading) == {"targets", "tasks", "measures"}
    assert {frozenset(t) for t in reading["targets"]} == {frozenset(TARGET_KEYS)}
    assert {frozenset(t) for t in (*reading["tasks"], *reading["measures"])} == {frozenset(TITLE_KEYS)}
    strangers = [t["quote"] for t in reading["targets"] if _place(passages, t["provision"], t["quote"]) is None]
    assert not strangers, "these quotes are not in the text"


@pytest.mark.parametrize("plan", PLANS)
def test_the_two_readings_agree_or_their_difference_is_settled(records: Records, plan: str) -> None:
    settled = {difference for difference, _ in _settled() if difference.plan == plan}
    unsettled = [str(d) for d in _differences(_plan_files(records, plan)) if d not in settled]
    hint = "\nGo back to the text: mend structured/plans, or say in tests/readings/settled.yaml why ours stays."
    assert not unsettled, "\n".join(unsettled) + hint


def test_every_settled_entry_is_still_a_difference(records: Records) -> None:
    differences = {d for plan in PLANS for d in _differences(_plan_files(records, plan))}
    stale = [str(d) for d, _ in _settled() if d not in differences]
    assert not stale, "exceptions nobody re-examines:\n" + "\n".join(stale)


def test_every_settled_entry_is_said_once_and_has_its_reason() -> None:
    entries = yaml_source.load(SETTLED, SETTLED.name).data
    assert {frozenset(e) for e in entries} == {frozenset(SETTLED_KEYS)}
    settled = _settled()
    assert len({d for d, _ in settled}) == len(settled)
    assert not [str(d) for d, because in settled if len(because) < 20 or not because.endswith(".")]


def _reading(plan: str) -> dict[str, list[Second]]:
    reading: dict[str, list[Second]] = json.loads((READINGS / f"{plan}.json").read_text(encoding="utf-8"))
    return reading


def _settled() -> list[tuple[Difference, str]]:
    entries = yaml_source.load(SETTLED, SETTLED.name).data
    return [(Difference(*(e[key] for key in Difference._fields)), e["because"]) for e in entries]


def _plan_files(records: Records, plan: str) -> PlanFiles:
    return next(p for p in records.plans if p.plan.id == plan)


def _differences(plan_files: PlanFiles) -> Iterator[Difference]:
    reading, plan = _reading(plan_files.plan.id), plan_files.plan
    yield from _target_differences(plan_files, reading["targets"])
    tasks = {t.provision: _title(t.title.zh) for t in plan.tasks}
    second_tasks = {t["provision"]: _title(t["title"]) for t in reading["tasks"]}
    for provision in sorted(tasks.keys() | second_tasks.keys()):
        ours, theirs = tasks.get(provision), second_tasks.get(provision)
        if ours != theirs:
            yield Difference(plan.id, provision, "title" if ours and theirs else "task", ours, theirs)
    measures = {(m.provision, _title(m.title.zh)) for m in plan.measures}
    second_measures = {(m["provision"], _title(m["title"])) for m in reading["measures"]}
    for provision, title in sorted(measures - second_measures):
        yield Difference(plan.id, provision, "measure", title, None)
    for provision, title in sorted(second_measures - measures):
        yield Difference(plan.id, provision, "measure", None, title)


def _target_differences(plan_files: PlanFiles, reading: list[Second]) -> Iterator[Difference]:
    plan, passages, left = plan_files.plan.id, Passages(plan_files.text), list(reading)
    pairs: list[tuple[Target, Second]] = []
    # those that agree on the values first, so that a wrong value cannot take away another's partner
    for same_values in (True, False):
        for target in plan_files.plan.targets:
            if any(target is ours for ours, _ in pairs):
                continue
            if (second := _partner(target, left, passages, same_values)) is not None:
                pairs.append((target, second))
                left.remove(second)
    for target, second in pairs:
        for field in COMPARED:
            if getattr(target, field) != second[field]:
                yield Difference(plan, target.id, field, getattr(target, field), second[field])
    for target in plan_files.plan.targets:
        if not any(target is ours for ours, _ in pairs):
            yield Difference(plan, target.id, "target", target.quote, None)
    for second in left:
        yield Difference(plan, f"{second['provision']} {second['quote']}", "target", None, second["quote"])


def _partner(target: Target, left: list[Second], passages: Passages, same_values: bool) -> Second | None:
    """Return the record of the second reading that stands in the same words, the one that shares most of them."""
    own = _place(passages, target.provision, target.quote)
    best: tuple[int, Second] | None = None
    for second in left:
        place = _place(passages, second["provision"], second["quote"])
        if own is None or place is None or second["provision"] != target.provision:
            continue
        if same_values and any(getattr(target, key) != second[key] for key in VALUES):
            continue
        shared = min(own.end, place.end) - max(own.start, place.start)
        if shared > 0 and (best is None or shared > best[0]):
            best = (shared, second)
    return best[1] if best else None


def _place(passages: Passages, provision: str, quote: str) -> Span | None:
    passage = passages.by_id.get(provision)
    return find(quote, passage.words) if passage else None


def _title(title: str) -> str:
    return title.removesuffix("。")
