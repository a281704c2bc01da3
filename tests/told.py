"""What findings and failures say, held against what a test expects."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import pytest

from generator.analysis.pairs import Pair
from generator.findings.finding import DataError, Failure, Finding
from generator.messages.catalogue import catalogue
from generator.source.text_source import Provision

ENGLISH = catalogue("en")
Expected = tuple[str, str, str]  # path:line:column, code, the key part of the message


@contextmanager
def failing(kind: type[Failure], said: str) -> Iterator[pytest.ExceptionInfo[Failure]]:
    """Expect a failure that says, in English, what a pattern finds."""
    with pytest.raises(kind) as caught:
        yield caught
    assert re.search(said, ENGLISH.tell(caught.value.message))


def said(finding: Finding) -> str:
    """Return what a finding says in English."""
    return ENGLISH.message(finding)


def advised(finding: Finding) -> str:
    """Return what it says is to be done, in English."""
    return ENGLISH.hint(finding)


def matches(findings: Iterable[Finding], expected: list[Expected]) -> None:
    """Assert that the findings are these, all of them, in this order; of a message the key part is enough."""
    found = list(findings)
    told = [(f"{f.path}:{f.line}:{f.column}", f.code, said(f)) for f in found]
    shown = "\n".join(" ".join(t) for t in told)
    assert [t[:2] for t in told] == [e[:2] for e in expected], shown
    for (_, _, sentence), (_, _, part) in zip(told, expected, strict=True):
        assert part in sentence, shown
    assert all(advised(f) for f in found)


def raised(action: Callable[[], object]) -> list[Finding]:
    """Return the findings an action fails with."""
    with pytest.raises(DataError) as caught:
        action()
    return caught.value.findings


def side_by_side(zh: str, en: str) -> Pair:
    """Return a provision of plan a in both languages."""
    chinese, english = (Provision("1/1", "1", 4, None, None, words, (), 7) for words in (zh, en))
    return Pair("a", "content/a/en.md", chinese, english)
