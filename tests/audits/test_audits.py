"""What was worked out once for a plan is held against its records."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from generator.audits.readings import COMPARED
from generator.audits.run import audit
from generator.cli import main
from generator.findings.finding import DataError
from generator.records.loading import load
from tests.paths import JIA, JIA_TEXT
from tests.small import Repository
from tests.told import matches

pytestmark = pytest.mark.builds

READING = "structured/audit/readings/jia-2025.yaml"
SETTLED = "structured/audit/settled.yaml"
COMPARISONS = "structured/audit/comparisons.yaml"
MISPRINTS = "structured/audit/misprints.yaml"


def reading(repository: Repository) -> dict[str, list[dict[str, Any]]]:
    """Return a second reading of plan jia-2025 that agrees with its records."""
    plan = load(repository.layout).plans[0].plan
    current = [target for target in plan.targets if target.wording is None]
    return {
        "targets": [{key: getattr(t, key) for key in ("provision", "quote", *COMPARED)} for t in current],
        "tasks": [{"provision": t.provision, "title": t.title.zh} for t in plan.tasks],
        "measures": [{"provision": m.provision, "title": m.title.zh} for m in plan.measures],
    }


def write(repository: Repository, path: str, data: object) -> None:
    repository.write(path, yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def settle(repository: Repository, *entries: dict[str, object]) -> None:
    """Write settlements above those that are there."""
    write(repository, SETTLED, [*entries, *yaml.safe_load(repository.read(SETTLED))])


def found(repository: Repository) -> list[tuple[str, str]]:
    return [(finding.path, finding.code) for finding in audit(repository.layout)]


def test_without_anything_to_hold_against_it_nothing_is_wrong(repository: Repository) -> None:
    assert audit(repository.layout) == []


def test_two_readings_that_agree(repository: Repository) -> None:
    write(repository, READING, reading(repository))
    assert audit(repository.layout) == []


def test_a_value_read_differently_is_told_at_the_record_until_it_is_settled(repository: Repository) -> None:
    second = reading(repository)
    second["targets"][0]["value"] = 3_000_000_001
    write(repository, READING, second)
    place = repository.place(JIA, "3000000000")
    matches(audit(repository.layout), [(place, "A003", "revenue, value: ours is '3000000000', the second reading")])
    reason = "The text prints thirty, and the second reader miscounted."
    entry = {"plan": "jia-2025", "what": "revenue", "field": "value", "first": 3_000_000_000, "second": 3_000_000_001}
    settle(repository, entry | {"because": reason})
    assert audit(repository.layout) == []
    settle(repository, entry | {"because": reason})
    assert found(repository) == [(SETTLED, "A004")]


@pytest.mark.parametrize("kind", ["targets", "tasks", "measures"])
def test_a_record_that_only_one_reading_has_is_told(repository: Repository, kind: str) -> None:
    second = reading(repository)
    second[kind].pop()
    write(repository, READING, second)
    assert found(repository) == [(JIA, "A003")]


def test_a_record_that_only_the_second_reading_has_is_told(repository: Repository) -> None:
    second = reading(repository)
    second["tasks"].append({"provision": "2.1.2/1", "title": "落实企业“服务包”制度"})
    write(repository, READING, second)
    assert found(repository) == [(JIA, "A003")]


def test_a_wrong_value_takes_no_other_record_its_partner(repository: Repository) -> None:
    second = reading(repository)
    second["targets"].reverse()
    second["targets"][-1]["year"] = 2027
    write(repository, READING, second)
    matches(
        audit(repository.layout),
        [(repository.place(JIA, "2026\n    year_words: 到2026年"), "A003", "revenue, year: ours is '2026'")],
    )


def test_a_quote_of_the_second_reading_that_is_not_in_the_text_is_told(repository: Repository) -> None:
    second = reading(repository)
    second["targets"][0]["quote"] = "园区总营收达到30亿元"
    write(repository, READING, second)
    assert (READING, "A002") in found(repository)


def test_a_settlement_of_no_difference_is_told(repository: Repository) -> None:
    write(repository, READING, reading(repository))
    entry = {"plan": "jia-2025", "what": "revenue", "field": "year", "first": 2026, "second": 2027}
    settle(repository, entry | {"because": "The year stands in the heading."})
    matches(audit(repository.layout), [(f"{SETTLED}:2:9", "A004", "must settle a difference")])


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("structured/audit/readings/bing-2025.yaml", {"targets": [], "tasks": [], "measures": []}),
        (COMPARISONS, [{"targets": ["bing-2025/revenue", "jia-2025/revenue"], "verdict": "caveat"}]),
        (MISPRINTS, [{"plan": "bing-2025", "printed": "云谷"}]),
    ],
)
def test_a_plan_that_is_not_there_is_told(repository: Repository, path: str, data: object) -> None:
    write(repository, path, data)
    assert found(repository) == [(path, "A001")]


BOTH = ["jia-2025/high-tech-enterprises", "yi-2021/high-tech-enterprises"]


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ({"targets": BOTH, "verdict": "not-comparable", "reasons": ["measure"], "one_axis": False}, []),
        ({"targets": BOTH, "verdict": "comparable"}, ["A006"]),
        ({"targets": BOTH, "verdict": "not-comparable", "reasons": ["denominator"]}, ["A006"]),
        ({"targets": BOTH, "one_axis": True}, ["A007"]),
        ({"targets": ["jia-2025/revenue", "jia-2025/none"], "verdict": "comparable"}, ["A005"]),
        ({"targets": ["jia-2025/revenue", "jia-2025/incubators"]}, ["A005"]),
        ({"targets": ["jia-2025/revenue"]}, ["R004"]),
    ],
)
def test_verdicts_are_those_that_were_worked_out(
    repository: Repository, entry: dict[str, object], codes: list[str]
) -> None:
    write(repository, COMPARISONS, [entry])
    assert found(repository) == [(COMPARISONS, code) for code in codes]


def test_a_slip_that_was_mended_or_is_not_told_is_told(repository: Repository) -> None:
    write(repository, MISPRINTS, [{"plan": "jia-2025", "printed": "云谷"}])
    assert audit(repository.layout) == []
    write(repository, MISPRINTS, [{"plan": "jia-2025", "printed": printed} for printed in ("雨谷", "一窗受理")])
    matches(
        audit(repository.layout),
        [
            (f"{MISPRINTS}:2:12", "A008", "the text of jia-2025 must hold"),
            (f"{MISPRINTS}:4:12", "A008", "an anomaly of jia-2025 must tell"),
        ],
    )


def test_a_file_that_nothing_reads_is_told(repository: Repository) -> None:
    repository.write("structured/audit/comparison.yaml", "[]\n")
    assert found(repository) == [("structured/audit/comparison.yaml", "S017")]


def test_all_that_is_wrong_in_the_form_of_files_is_told(repository: Repository) -> None:
    write(repository, MISPRINTS, [{"plan": "jia-2025"}, {"plan": "jia-2025", "printed": "云谷", "why": "a slip"}])
    repository.write(SETTLED, "- [\n")
    assert {code for _, code in found(repository)} == {
        "R003",
        "R002",
        "S004",
        "A003",
    }  # what is settled there is read by nobody


def test_data_with_errors_are_not_audited(repository: Repository) -> None:
    repository.replace(JIA_TEXT, "抄送:", "分送:")
    with pytest.raises(DataError):
        audit(repository.layout)


def test_the_command_tells_what_is_wrong_in_the_language_asked_for(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "--root", str(repository.root)]) == 0
    assert capsys.readouterr() == ("4 audits, nothing wrong.\n", "")
    write(repository, MISPRINTS, [{"plan": "jia-2025", "printed": "雨谷"}])
    assert main(["audit", "--root", str(repository.root), "--lang", "zh", "--format", "github"]) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"::error file={MISPRINTS},line=2,col=12,title=A008::jia-2025 的正文应有“雨谷”")
