"""Marks in front of outline labels that stand for what a file could not print: ？ 二、重点任务."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extract.structure import labels
from generator.extract.structure.lines import Line

_MARK = re.compile(rf"\s*[{labels.STRAY}·]+\s*")


def without(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[int, str]]]:
    """Return the lines without such marks, and the marks with their lines.

    A label counts as one where the number before or behind it heads another line.
    """
    bare = [
        line
        if line.cells
        else replace(line, text=_MARK.sub("", line.text, count=1))
        if _MARK.match(line.text)
        else line
        for line in lines
    ]
    read = [None if line.cells else labels.read(line.words) for line in bare]
    known = {(label.style, label.number) for label in read if label}
    kept, marks = list(lines), []
    for i, (line, label) in enumerate(zip(bare, read, strict=True)):
        beside = label and {(label.style, label.number - 1), (label.style, label.number + 1)} & known
        if line is not lines[i] and beside:
            kept[i] = line
            marks.append((line.number, _MARK.match(lines[i].text)[0].strip()))
    return kept, marks
