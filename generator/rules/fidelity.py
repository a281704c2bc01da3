"""The published text is the capture, but for the lines listed as dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings.finding import Finding
from generator.records.loading import PlanFiles, Records

# Full-width forms fold to half-width ones: a repost or a PDF may carry either.
_FOLD = str.maketrans("，：；（）！？．％", ",:;()!?.%")


def check(records: Records) -> Iterator[Finding]:
    """Yield T001 for a dropped line that is not in the capture, T002 where the text departs from the capture."""
    for plan_files in records.plans:
        yield from _check(plan_files)


def fold(text: str) -> str:
    """Return a text without white space and with full-width punctuation folded."""
    return re.sub(r"\s+", "", text).translate(_FOLD)


def _check(plan_files: PlanFiles) -> Iterator[Finding]:
    text = plan_files.text
    lines = plan_files.capture.split("\n")
    for filed in plan_files.dropped:
        dropped = filed.record
        if dropped.line > len(lines) or dropped.text not in lines[dropped.line - 1]:
            yield filed.finding("T001.dropped", ("text",), line=dropped.line, words=dropped.text[:60])
            continue
        lines[dropped.line - 1] = lines[dropped.line - 1].replace(dropped.text, "", 1)
    source = fold("".join(lines))
    position = 0
    for provision in text.provisions:
        label = provision.number or ""
        printed = "".join(provision.cells) or provision.words
        words = fold(label + printed)
        if source[position : position + len(words)] != words:
            expected = source[position : position + len(words)]
            at = next((k for k, (a, b) in enumerate(zip(words, expected, strict=False)) if a != b), 0)
            here = slice(max(0, at - 8), at + 12)
            yield Finding.of("T002.differs", text.path, provision.line, words=words[here], captured=expected[here])
            return
        position += len(words)
    if position < len(source):
        line = text.provisions[-1].line if text.provisions else 1
        yield Finding.of("T002.ends", text.path, line, captured=source[position : position + 20])
