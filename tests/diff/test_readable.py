"""A head with findings is told as far as it can be read, and what is not told is named."""

from __future__ import annotations

import json

import pytest

from generator.cli import main
from generator.diff.as_json import as_json
from generator.diff.markdown import markdown
from generator.findings.finding import DataError
from tests.diff.conftest import History
from tests.paths import JIA, YI

TARGET = "target/jia-2025/high-tech-enterprises"
METRIC = "metric: high-tech-enterprises"
PLACE, NOWHERE = (f"en: High-tech enterprises}}\n    provision: {place}" for place in ("1/2", "9/2"))


def test_a_wrong_figure_is_told_beside_the_finding(history: History) -> None:
    history.replace(JIA, "value: 120", "value: 130")
    report = history.report()
    assert [finding.code for finding in report.wrong] == ["N004"]
    assert [(change.ref, change.what) for change in report.changes if change.kind == "target"] == [(TARGET, "changed")]
    assert (report.left_out, report.good) == ((), False)


def test_a_plan_that_cannot_be_read_is_named_and_the_others_are_told(history: History) -> None:
    history.replace(JIA, "standing:", "standing: [")
    history.replace(YI, "value: 50\n", "value: 9\n")
    report = history.report()
    assert report.left_out[0] == "plan/jia-2025"
    assert {change.plan for change in report.changes if change.kind == "target"} == {"yi-2021"}
    assert not [change for change in report.changes if change.plan == "jia-2025"]
    assert not [finding for finding in report.findings if "jia-2025" in str(finding.values)]


def test_a_record_that_stands_nowhere_is_named_and_the_others_are_told(history: History) -> None:
    history.replace(JIA, PLACE, NOWHERE)
    history.replace(JIA, "proposed: null", "proposed: 甲谷")
    report = history.report()
    assert TARGET in report.left_out
    assert [change.kind for change in report.changes if change.plan == "jia-2025"] == ["anomaly"]
    assert not report.findings


@pytest.mark.parametrize("id_", ["nowhere", "TODO"])
def test_an_entry_that_is_still_to_be_written_is_called_by_its_id(history: History, id_: str) -> None:
    history.replace(JIA, METRIC, f"metric: {id_}")
    report = history.report()
    told = {change.ref: change for change in report.changes}
    assert [field.after.en for field in told[TARGET].fields if field.key == "metric"] == [id_]
    assert f"metric/{id_}" not in told
    assert report.left_out == ()


def test_records_of_a_new_plan_without_ids_are_all_told(history: History) -> None:
    for id_ in ("revenue", "high-tech-enterprises"):
        history.replace(JIA, f"- id: {id_}\n", "- id: TODO\n")
    told = [change.ref for change in history.report().changes if change.kind == "target" and change.what == "added"]
    assert told == ["target/jia-2025/TODO-1", "target/jia-2025/TODO-2"]


def test_what_stands_behind_a_record_that_is_left_out_keeps_its_line(history: History) -> None:
    history.replace(JIA, PLACE, NOWHERE)
    history.replace(JIA, "value: 20\n", "value: 21\n")
    report = history.report()
    lines = history.read(JIA).splitlines()
    told = [lines[finding.line - 1] for finding in report.untold]
    assert told
    assert all(line.startswith("  - id: ") for line in told)


def test_a_vocabulary_that_cannot_be_read_leaves_nothing_to_tell(history: History) -> None:
    history.replace("structured/units.yaml", "{id: count", "[id: count")
    with pytest.raises(DataError, match=r"structured/units\.yaml"):
        history.report()


def test_the_findings_stand_before_what_differs_in_both_forms(history: History) -> None:
    history.replace(JIA, PLACE, NOWHERE)
    report = history.report()
    text = markdown(report, ("en",))
    assert f"The head has {len(report.wrong)} findings that must be mended; what follows may be incomplete." in text
    assert f"<code>{TARGET}</code>" in text
    given = json.loads(as_json(report))
    assert len(given["wrong"]) == len(report.wrong)
    assert TARGET in given["left_out"]


def test_findings_are_an_error_whatever_is_asked(history: History) -> None:
    history.replace(JIA, PLACE, NOWHERE)
    assert main(["diff", "start", "--require-changes", "--root", str(history.root)]) == 1
