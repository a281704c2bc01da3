"""What is added, taken away, or goes on under another id."""

from __future__ import annotations

import re

import pytest

from generator.records.kinds import referred
from tests.diff.conftest import REDIRECTS, History
from tests.paths import JIA, YI, YI_NEW

pytestmark = pytest.mark.builds

CHANGES = "structured/changes.yaml"


def test_an_id_that_changes_keeps_its_history(history: History) -> None:
    history.replace(JIA, "- id: park-tax", "- id: tax-revenue")
    history.replace(JIA, "label: {zh: 园区税收,", "label: {zh: 税收,")
    assert {c.what for c in history.changes()} == {"added", "removed"}
    history.prepend(
        REDIRECTS, "- {from: target/jia-2025/park-tax, to: target/jia-2025/tax-revenue, date: 2025-07-01}\n"
    )
    [change, redirect] = history.changes()
    assert (redirect.kind, redirect.what) == ("redirect", "added")
    assert (change.what, change.was, change.ref) == ("moved", "target/jia-2025/park-tax", "target/jia-2025/tax-revenue")
    assert [f.key for f in change.fields] == ["label"]


def test_a_plan_that_gets_another_id_takes_everything_along(history: History) -> None:
    rename(history)
    history.prepend(REDIRECTS, "- {from: plan/yi-2021, to: plan/yi-five, date: 2025-07-01}\n")
    report = history.report()
    inside = [c for c in report.changes if c.kind in referred() and c.plan]
    assert {c.what for c in inside} == {"moved"}
    assert {(c.was, c.ref) for c in inside if c.kind != "provision"} == {
        ("plan/yi-2021", "plan/yi-five"),
        ("target/yi-2021/high-tech-enterprises", "target/yi-five/high-tech-enterprises"),
        ("task/yi-2021/2-p1", "task/yi-five/2-p1"),
        ("measure/yi-2021/leadership", "measure/yi-five/leadership"),
    }
    assert report.findings == ()
    assert ("plans/yi-2021/text/", "plans/yi-five/text/") in report.places.moved
    assert report.places.removed == ()


def rename(history: History) -> None:
    """Give the smaller plan another id, everywhere."""
    (history.root / "content/yi-2021").rename(history.root / "content/yi-five")
    history.write(YI.replace("yi-2021", "yi-five"), history.read(YI).replace("yi-2021", "yi-five"))
    (history.root / YI).unlink()
    history.replace("content/yi-five/zh.md", "plan: yi-2021", "plan: yi-five")


def test_a_new_plan_and_a_new_park(history: History) -> None:
    changes = history.report(f"{without_yi(history)}..start").changes
    kinds = (
        "plan",
        "park",
        "target",
        "comparison",
        "task",
        "measure",
        "provision",
        "exclusion",
        "fact",
        "anomaly",
        "change",
        "redirect",
        "result",
        "milestone",
    )
    assert {(c.what, c.kind) for c in changes} == {("added", kind) for kind in kinds}
    assert {c.plan for c in changes} == {"yi-2021", "yi-2025", ""}


def without_yi(history: History) -> str:
    """Return a state that lacks a park and its plans, which are there at the start."""
    for path in (YI, YI_NEW, "structured/parks/yi.yaml", REDIRECTS, "structured/exceptions.yaml"):
        (history.root / path).unlink()
    history.git("rm", "-q", "-r", "content/yi-2021", "content/yi-2025")
    news = history.read(CHANGES)
    history.write(CHANGES, re.sub(r"^- (?:.+\n  )*?plan: yi-\d+\n(?:  .+\n)*", "", news, flags=re.MULTILINE))
    return history.commit()
