"""The days of a validity are those that its words print, or that follow from them and are marked so."""

from __future__ import annotations

import pytest

from tests.cases import few
from tests.paths import JIA
from tests.small import Repository

CLOSING = "建立协调机制"
PERIOD = "period: {start: 2025, end: 2026}"


def holding(repository: Repository, words: str, validity: str) -> list[str]:
    """Have the example's plan, signed on 1 March 2025, say so in its last passage; return what is found wrong."""
    repository.untranslate()
    for name in ("zh.md", "source.txt"):
        repository.replace(f"content/jia-2025/{name}", CLOSING, words)
    repository.replace(JIA, PERIOD, f"{PERIOD}\nvalidity: {{{validity}, words: {words}, provision: 3/1}}")
    return [finding.says for finding in repository.findings() if finding.code == "H003"]


@pytest.mark.parametrize(
    ("words", "validity", "found"),
    few(
        [
            ("自印发之日起施行，有效期三年", "start: 2025-03-01, end: 2028-02-29, inferred: [start, end]", []),
            ("自印发之日起施行，有效期三年", "end: 2028-02-29, inferred: [end]", []),
            ("自印发之日起施行", "start: 2025-03-01, inferred: [start]", []),
            ("自2025年5月1日起施行，有效期5年", "start: 2025-05-01, end: 2030-04-30, inferred: [end]", []),
            ("自印发之日起施行，有效期三年", "start: 2025-03-01, end: 2028-02-29", ["year"]),
            ("自印发之日起施行，有效期三年", "start: 2025-03-01, end: 2029-02-28, inferred: [start, end]", ["span"]),
            ("自印发之日起施行，有效期三年", "start: 2025-04-01, end: 2028-03-31, inferred: [start, end]", ["start"]),
            ("自印发之日起施行", "start: 2025-03-01, inferred: [start, end]", ["span"]),
        ],
        4,
    ),
)
def test_a_day_is_printed_or_counted_out(repository: Repository, words: str, validity: str, found: list[str]) -> None:
    assert holding(repository, words, validity) == found
