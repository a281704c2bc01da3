from __future__ import annotations

from typing import Any

import pytest

from tests.cases import few
from tests.paths import JIA
from tests.small import Repository
from tests.told import said

METRICS = "structured/metrics.yaml"
TEXT = "{zh: 口径不同, en: They count differently}"
PAIR = "[jia-2025/high-tech-enterprises, yi-2021/high-tech-enterprises]"
COMPUTED = "not-comparable"


def add(repository: Repository, words: str) -> None:
    """Add some keys to the metric that both parks have."""
    repository.replace(METRICS, "comparable: {zh: 须同为存量, en: Both must be a stock}", f"{SHARED}, {words}")


SHARED = "comparable: {zh: 须同为存量, en: Both must be a stock}"


def caveat(parks: str) -> str:
    return f"caveats: [{{parks: {parks}, text: {TEXT}}}]"


def caveat_on(targets: str, more: str = "") -> str:
    return f"caveats: [{{targets: {targets}, text: {TEXT}{more}}}]"


def settled(targets: str, verdict: str) -> str:
    return f"settled: [{{targets: {targets}, verdict: {verdict}, reason: {TEXT}}}]"


@pytest.mark.parametrize("words", [caveat("[jia, yi]"), caveat("[yi, jia]"), caveat_on(PAIR), settled(PAIR, "caveat")])
def test_what_is_about_a_pair_of_targets_may_be_said(repository: Repository, words: str) -> None:
    add(repository, words)
    assert repository.findings() == []


@pytest.mark.parametrize(
    ("words", "code", "message"),
    few(
        [
            (caveat("[jia, bing]"), "V001", "parks must be two that both have a target of the metric"),
            (caveat("[jia, jia]"), "V001", "parks must be two that both have a target of the metric"),
            (
                caveat_on("[jia-2025/listed-companies, yi-2021/high-tech-enterprises]"),
                "V001",
                "of this metric, of different",
            ),
            (caveat_on(PAIR, ", parks: [jia, yi]"), "V001", "either parks or targets"),
            (f"caveats: [{{text: {TEXT}}}]", "V001", "either parks or targets"),
            (
                settled("[jia-2025/listed-companies, yi-2021/high-tech-enterprises]", "caveat"),
                "V002",
                "two of this metric",
            ),
            (settled(PAIR, COMPUTED), "V003", "verdict must differ from the computed one"),
        ],
        4,
    ),
)
def test_what_is_about_nothing_or_repeats_the_program_is_refused(
    repository: Repository, words: str, code: str, message: str
) -> None:
    add(repository, words)
    [found] = repository.findings()
    assert (found.path, found.code) == (METRICS, code)
    assert message in said(found)


def test_a_pair_is_settled_once(repository: Repository) -> None:
    entry: Any = f"{{targets: {PAIR}, verdict: caveat, reason: {TEXT}}}"
    add(repository, f"settled: [{entry}, {entry}]")
    assert [f.code for f in repository.findings()] == ["V004"]


def test_a_verdict_without_a_reason_is_refused(repository: Repository) -> None:
    add(repository, f"settled: [{{targets: {PAIR}, verdict: caveat}}]")
    assert [f.code[0] for f in repository.findings()] == ["R"]


@pytest.mark.parametrize(
    ("zh", "en", "wrong"),
    [
        ("统计哪些企业", "which companies are counted", 0),
        ("统计哪些企业。", "which companies are counted", 1),
        ("未写明统计哪些企业", "the text does not say which companies are counted", 2),
    ],
)
def test_what_is_left_open_stands_behind_does_not_say(repository: Repository, zh: str, en: str, wrong: int) -> None:
    words = f"    left_open: {{zh: {zh}, en: {en}}}\n"
    repository.replace(JIA, "    repeat_of: listed-companies\n", f"    repeat_of: listed-companies\n{words}")
    assert [f.code for f in repository.findings()] == ["V005"] * wrong


def test_a_list_of_goals_measures_and_compares_nothing(repository: Repository) -> None:
    add(repository, "indicator: false")
    found = repository.findings()
    assert [(f.code, f.path) for f in found if f.path == METRICS] == [("V006", METRICS)] * 2  # unit and comparable
    assert {f.code for f in found} == {"V006"}
    assert len([f for f in found if f.path != METRICS]) == 2  # a target of each plan has a number


def test_goals_in_words_may_be_listed(repository: Repository) -> None:
    repository.replace(METRICS, "id: low-altitude-park, ", "id: low-altitude-park, indicator: false, ")
    assert repository.findings() == []
