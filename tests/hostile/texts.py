"""Change words and Markdown texts by what they are made of: headings, numbers, tables, brackets, a front matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

from tests.cases import load_yaml

NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*%?|[一二三四五六七八九十百千万亿]+")
MATERIALS: dict[str, Any] = load_yaml(Path(__file__).with_name("materials.yaml").read_text(encoding="utf-8"))
NUMBERS, BRACKETS, MARKUP, ODD = (MATERIALS[name] for name in ("numbers", "brackets", "markup", "characters"))
HEDGES = [*MATERIALS["hedges"], *MATERIALS["english"]]
FULL = str.maketrans(",.:;()%0123456789", "，。：；（）％０１２３４５６７８９")
HALF = {value: key for key, value in FULL.items()}


def words(value: str, random: Random) -> str:
    """Return other words of the same kind: they may be read, and say something else."""
    at = random.randint(0, len(value))
    match random.randrange(10):
        case 0:
            return value[:at].strip() or value
        case 1:
            return value + value
        case 2:
            return numbers(value, random)
        case 3:
            return value.translate(random.choice((FULL, HALF)))
        case 4:
            return f"{value[:at]}{random.choice(HEDGES)}{value[at:]}"
        case 5:
            return f"{value[:at]}{random.choice(NUMBERS)}{value[at:]}"
        case 6:
            return f"{value[:at]}{random.choice(BRACKETS)}{value[at:]}"
        case 7:
            return f"{value[:at]}{random.choice(MARKUP)}{value[at:]}"
        case 8:
            return f"{value[:at]}{random.choice(ODD)}{value[at:]}"
        case _:
            return random.choice((value[::-1], value.upper(), f"{value} " * 9 + value, (value * 4000)[:3999], "TODO"))


def numbers(text: str, random: Random) -> str:
    """Put another number for one, of digits or of characters; where there is none, put it anywhere."""
    found = [*NUMBER.finditer(text)]
    if not found:
        at = random.randint(0, len(text))
        return f"{text[:at]}{random.choice(NUMBERS)}{text[at:]}"
    match = random.choice(found)
    return f"{text[: match.start()]}{random.choice(NUMBERS)}{text[match.end() :]}"


def _headings(text: str, random: Random) -> str:
    """Raise, lower, renumber, repeat or drop a heading, or make one of a passage."""
    blocks = text.split("\n\n")
    headed = [i for i, block in enumerate(blocks) if block.startswith("#")] or [0]
    at = random.choice(headed)
    signs, _, said = blocks[at].partition(" ")
    match random.randrange(6):
        case 0:
            blocks[at] = f"{'#' * random.randint(1, 7)} {said}"
        case 1 | 2:
            bare = re.sub(r"^[(（第]?[0-9一二三四五六七八九十]+[)）章节、.]*\s*", "", said)
            blocks[at] = f"{signs} {random.choice(MATERIALS['labels'])}{bare}"
        case 3:
            blocks.insert(random.choice(headed), blocks[at])
        case 4:
            del blocks[at]
        case _:
            other = random.randrange(len(blocks))
            blocks[other] = f"{'#' * random.randint(1, 4)} {random.choice(MATERIALS['labels'])}{blocks[other]}"
    return "\n\n".join(blocks)


def _passages(text: str, random: Random) -> str:
    """Swap, repeat, join, split, drop passages."""
    front, dashes, body = text.partition("\n---\n\n")
    blocks = (body or text).split("\n\n")
    at, to = (random.randrange(len(blocks)) for _ in range(2))
    match random.randrange(5):
        case 0:
            blocks[at], blocks[to] = blocks[to], blocks[at]
        case 1:
            blocks.insert(to, blocks[at])
        case 2:
            blocks[at : at + 2] = ["".join(blocks[at : at + 2])]
        case 3:
            half = len(blocks[at]) // 2
            blocks[at : at + 1] = [blocks[at][:half], blocks[at][half:]]
        case _:
            del blocks[at]
    return f"{front}{dashes}" * bool(body) + "\n\n".join(blocks)


def _tables(text: str, random: Random) -> str:
    """Change a table, or put one in where there is none."""
    lines = text.split("\n")
    rows = [i for i, line in enumerate(lines) if line.startswith("|")]
    if not rows:
        lines[len(lines) // 2 : len(lines) // 2] = [
            "",
            "| 序号 | 指标 |",
            "| --- | --- |",
            f"| 1 | {random.choice(NUMBERS)} |",
            "",
        ]
        return "\n".join(lines)
    at = random.choice(rows)
    cells = lines[at].strip("|").split("|")
    match random.randrange(7):
        case 0:
            cells[random.randrange(len(cells))] = f" {random.choice((*NUMBERS, *HEDGES, '', '---'))} "
            lines[at] = f"|{'|'.join(cells)}|"
        case 1:
            lines[at] = f"|{'|'.join(random.sample(cells, len(cells)))}|"
        case 2:
            lines.insert(at, lines[random.choice(rows)])
        case 3:
            del lines[at]
        case 4:
            lines[at] += random.choice((" x |", "|", "\\|", "\n"))
        case 5:
            lines[at] = f"|{'  |' * len(cells)}"
        case _:
            for i in rows:
                lines[i] += f" {random.choice(NUMBERS)} |" if "---" not in lines[i] else " --- |"
    return "\n".join(lines)


def _signs(choices: list[str]) -> Callable[[str, Random], str]:
    """Return what puts signs anywhere, now and then many, or takes one out."""

    def put(text: str, random: Random) -> str:
        at = random.randint(0, len(text))
        sign = random.choice(choices)
        if sign in text and not random.randrange(3):
            return text.replace(sign, "", random.choice((1, -1)))
        return f"{text[:at]}{sign * random.choice((1, 1, 1, 2, 40))}{text[at:]}"

    return put


def _front(text: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(min(5, len(lines)))
    match random.randrange(3):
        case 0:
            lines[at] = random.choice(MATERIALS["fronts"])
        case 1:
            lines.insert(at, random.choice(MATERIALS["fronts"]))
        case _:
            del lines[at]
    return "\n".join(lines)


MUTATIONS: Mapping[str, Callable[[str, Random], str]] = {
    "headings": _headings,
    "passages": _passages,
    "numbers": numbers,
    "tables": _tables,
    "hedges": _signs(HEDGES),
    "brackets": _signs(BRACKETS),
    "markup": _signs(MARKUP),
    "characters": _signs(ODD),
    "front matter": _front,
}
