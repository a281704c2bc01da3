"""Marks in front of outline labels that stand for what a file could not print: ？ 二、重点任务."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extract.structure import labels
from generator.extract.structure.lines import Line

_MARKED = re.compile(rf"\s*(?P<mark>[{labels.STRAY}·]*)\s*(?P<rest>.*)", re.DOTALL)


def without(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[int, str]]]:
    """Return the lines without such marks, and the marks with the numbers of their lines.

    A label is one where the number before or behind it heads another line.
    """
    found = [(line, match) for line in lines if (match := _MARKED.fullmatch(line.text))]
    read = [None if line.cells else labels.read(match["rest"]) for line, match in found]
    known = {(label.style, label.number + step) for label in read if label for step in (-1, 1)}
    kept, marks = [], []
    for (line, match), label in zip(found, read, strict=True):
        stray = match["mark"] and label and (label.style, label.number) in known
        kept.append(replace(line, text=match["rest"]) if stray else line)
        marks += [(line.number, match["mark"])] if stray else []
    return kept, marks
