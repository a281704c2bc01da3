"""The automatic numbers of a Word document: they stand in no text run, yet are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from generator.language.lexicon import DIGITS

_HAN = re.compile("Counting|ideographDigital")
_LONGEST = 60  # characters of the text around a number
_MOST = 9999
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass
class Numbering:
    """Counts the numbered paragraphs of a document in order.

    levels: by list and level, the format of its number, its text (`（%1）`) and where it starts
    styles: by paragraph style, the list and level it belongs to
    """

    levels: dict[tuple[str, int], tuple[str, str, int]]
    styles: dict[str, tuple[str, int]]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> Numbering:
        """Return the numbering of a document; one without any counts nothing."""
        levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        parts = [p for p in document.part.package.iter_parts() if str(p.partname) == "/word/numbering.xml"]
        for part in parts:
            root = part.element
            abstract = {a.get(qn("w:abstractNumId")): a for a in root.iter(qn("w:abstractNum"))}
            for num in root.iter(qn("w:num")):
                pointer = num.find(qn("w:abstractNumId"))
                definition = abstract.get(pointer.get(qn("w:val"))) if pointer is not None else None
                if definition is not None:
                    for level in definition.iter(qn("w:lvl")):
                        levels[num.get(qn("w:numId")), whole(level.get(qn("w:ilvl")), 0, 9)] = _format(level)
        styles = {}
        for style in document.styles.element.iter(qn("w:style")):
            for at in _place(style):
                styles[style.get(qn("w:styleId"))] = at
        return cls(levels, styles)

    def label(self, paragraph: Any) -> str:
        """Return the number printed before a paragraph, or nothing; each call counts on."""
        style = next(iter(paragraph.xpath("./w:pPr/w:pStyle/@w:val")), None)
        place = next(iter(_place(paragraph)), self.styles.get(style or ""))
        if place is None or place not in self.levels:
            return ""
        list_, level = place
        counts = self.counts.setdefault(list_, {})
        counts[level] = counts.get(level, self.levels[place][2] - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            format_, _, start = self.levels.get((list_, at), ("decimal", "", 1))
            return _number(counts.get(at, start), format_)

        format_, text, _ = self.levels[place]
        return "" if format_ in {"bullet", "none"} else re.sub(r"%(\d)", number, text)


def _place(element: Any) -> list[tuple[str, int]]:
    """Return list and level of a paragraph or style, when it names a list."""
    places = []
    for properties in element.xpath("./w:pPr/w:numPr"):
        id_, level = properties.find(qn("w:numId")), properties.find(qn("w:ilvl"))
        if id_ is not None:
            places.append((id_.get(qn("w:val")), whole(level.get(qn("w:val")), 0, 9) if level is not None else 0))
    return places


def _format(level: Any) -> tuple[str, str, int]:
    def value(name: str, default: str) -> str:
        found = level.find(qn(name))
        return default if found is None else found.get(qn("w:val"), default)

    text = value("w:lvlText", "%1.")[:_LONGEST]
    return value("w:numFmt", "decimal"), text, whole(value("w:start", "1"), 1, _MOST)


def whole(written: str | None, otherwise: int, most: int) -> int:
    """Return a whole number as Word writes it, at most a given one; another where it is none."""
    return min(int(written[:9]), most) if written and re.fullmatch("[0-9]+", written) else otherwise


def _number(value: int, format_: str) -> str:
    if _HAN.search(format_):
        return chinese(value)
    if format_.startswith("decimalEnclosedCircle") and 1 <= value <= len(_CIRCLED):
        return _CIRCLED[value - 1]
    if format_ in {"lowerLetter", "upperLetter"} and 1 <= value <= 26:
        return chr(value + (96 if format_ == "lowerLetter" else 64))
    return str(value)


def chinese(value: int) -> str:
    """Write a number from 1 to 9999 as outlines print it: 一, 十, 十二, 二十, 三十五, 一百零二."""
    if not 0 < value <= _MOST:
        return str(value)
    signs = {digit: sign for sign, digit in DIGITS.items() if sign not in "〇两零"}
    words, gap = "", False
    for worth, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // worth % 10
        if digit:
            words += ("零" if gap and words else "") + signs[digit] + unit
        gap = not digit
    return words.removeprefix("一") if 10 <= value < 20 else words
