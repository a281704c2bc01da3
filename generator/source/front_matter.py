"""Read the front matter of a text: what it says of itself, between two lines of hyphens before its first word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.findings.finding import DataError, Finding
from generator.source import yaml_source
from generator.source.yaml_source import Document

KEYS = ("plan", "language", "source")
CAPTURE = "source.txt"  # what a text was taken from; it stands beside it


class Front(NamedTuple):
    """What a text says of itself, the words behind it with the lines before them, and what is wrong with its form."""

    meta: dict[str, Any]
    body: str
    offset: int
    findings: list[Finding]


def read(source: str, name: str) -> Front:
    """Read what stands before the words of a text; name: how findings call the file."""
    match = re.match(r"---\n(.*?\n)---\n", source, re.DOTALL)
    if not match:
        return Front({}, source, 0, [Finding.of("S010.front-matter", name, 1)])
    body = source[match.end() :], source.count("\n", 0, match.end())
    try:
        front = yaml_source.parse(f"---\n{match[1]}", name)
    except DataError as error:
        return Front({}, *body, list(error.findings))
    if not isinstance(front.data, dict):
        return Front({}, *body, [Finding.of("S010.front-matter-lines", name, 1)])
    return Front(front.data, *body, list(_departures(front)))


def _departures(front: Document) -> Iterator[Finding]:
    """Yield what a front matter must not say: whatever is none of its keys, and another capture than the one beside."""
    for key, value in front.data.items():
        if key not in KEYS:
            yield front.key_finding("S010.front-matter-key", (key,), key=key, allowed=KEYS)
        elif key == "source" and value != CAPTURE:
            yield front.finding("S010.front-matter-source", (key,), must=CAPTURE, given=value)
