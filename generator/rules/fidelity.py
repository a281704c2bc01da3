"""The published text is the capture, but for the lines listed as dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings.finding import Finding
from generator.records.dropped import Dropped
from generator.records.filed import Filed, PlanFiles, Records
from generator.rules.registry import rule

# Full-width forms fold to half-width ones: a repost or a PDF may carry either.
_FOLD = str.maketrans("，：；（）！？．％", ",:;()!?.%")


@rule("T001", scope="plan")
def dropped_line(records: Records) -> Iterator[Finding]:
    """Find a dropped line that is not in the capture."""
    for plan_files in records.wordings:
        _, absent = _remaining(plan_files)
        for filed in absent:
            words = filed.record.text[:60]
            yield filed.finding("T001.dropped", ("text",), line=filed.record.line, words=words)


@rule("T002", scope="plan")
def captured_text(records: Records) -> Iterator[Finding]:
    """Find where a text first departs from what its capture holds beside the dropped lines."""
    for plan_files in records.wordings:
        if plan_files.capture is not None:
            yield from _departure(plan_files)


def fold(text: str) -> str:
    """Return a text without white space and with full-width punctuation folded."""
    return re.sub(r"\s+", "", text).translate(_FOLD)


def _remaining(plan_files: PlanFiles) -> tuple[str, list[Filed[Dropped]]]:
    """Return the capture without the dropped lines, and those of them that are not in it."""
    lines = (plan_files.capture or "").split("\n")
    absent = []
    for filed in plan_files.dropped:
        at, words = filed.record.line - 1, filed.record.text
        if at < len(lines) and words in lines[at]:
            lines[at] = lines[at].replace(words, "", 1)
        else:
            absent.append(filed)
    return "".join(lines), absent


def _departure(plan_files: PlanFiles) -> Iterator[Finding]:
    text, source = plan_files.text, fold(_remaining(plan_files)[0])
    position = 0
    for provision in text.provisions:
        words = fold((provision.number or "") + ("".join(provision.cells) or provision.words))
        expected = source[position : position + len(words)]
        if expected != words:
            at = next((k for k, (a, b) in enumerate(zip(words, expected, strict=False)) if a != b), 0)
            here = slice(max(0, at - 8), at + 12)
            yield Finding.of("T002.differs", text.path, provision.line, words=words[here], captured=expected[here])
            return
        position += len(words)
    if position < len(source):
        line = text.provisions[-1].line if text.provisions else 1
        yield Finding.of("T002.ends", text.path, line, captured=source[position : position + 20])
