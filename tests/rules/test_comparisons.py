from __future__ import annotations

from typing import Any

import pytest

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


def settled(targets: str, verdict: str) -> str:
    return f"settled: [{{targets: {targets}, verdict: {verdict}, reason: {TEXT}}}]"


@pytest.mark.parametrize("words", [caveat("[jia, yi]"), caveat("[yi, jia]"), settled(PAIR, "caveat")])
def test_what_is_about_a_pair_of_targets_may_be_said(repository: Repository, words: str) -> None:
    add(repository, words)
    assert repository.findings() == []


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (caveat("[jia, bing]"), "V001", "parks must be two that both have a target of the metric"),
        (caveat("[jia, jia]"), "V001", "parks must be two that both have a target of the metric"),
        (settled("[jia-2025/listed-companies, yi-2021/high-tech-enterprises]", "caveat"), "V002", "two of this metric"),
        (settled(PAIR, COMPUTED), "V003", "verdict must differ from the computed one"),
    ],
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
