"""Tables: rows with cells, and tables that a capture flattened to one cell a line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from generator.extract.structure import prose
from generator.extract.structure.lines import Line
from generator.language.lexicon import MAGNITUDE
from generator.language.units import COUNTERS, MEASURES

Rows = tuple[tuple[str, ...], ...]
_SPANNING = re.compile(r".{0,2}(?:类别|类型|分类|门类)|板块|领域|维度|方面|层级")
_MOST_COLUMNS = 8
_MOST_LINES = 800
_LONGEST_CELL = 60
_MORE = (*"元家个件项座条所人名", "平方米", "平方公里")  # units that every vocabulary has
# What a heading says that its column holds; the first that fits decides. What a cell holds, where that can be seen.
HEADINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("serial", re.compile(r"序号?|编号|No\.?")),
    ("year", re.compile(r"年度|年份")),
    ("unit", re.compile(r"(?:计量)?单位")),
    ("attribute", re.compile(r".*(?:属性|性质|指标类型|类型)")),
    ("name", re.compile(r".*(?:指标|名称)(?:名称)?(?:[（(].*)?")),
    ("base", re.compile(r".*(?:基数|基期|基准|现状|实际|完成|初值).*")),
    ("goal", re.compile(r".*(?:目标|规划|预期|计划)(?:值|数|目标)?.*|.*(?:年均|增速|增长率|累计).*")),
    ("name", re.compile(r".*(?:项目|内容|类别)")),
)
_CELLS = (
    ("unit", re.compile(rf"[{MAGNITUDE}]*(?:{'|'.join(map(re.escape, (*MEASURES, *COUNTERS, *_MORE)))})")),
    ("attribute", re.compile(r"约束性|预期性|指导性|引导性")),
    ("figure", re.compile(r"[≥≤＞＜><约]?\s*\d.*|[—－/-]+|\D{1,8}\d[\d.,]*[%％]?(?:以上|左右)?")),
)
_OF_A_FIGURE = re.compile(r"[“\"]?十[一二三四五六七八九]五[”\"]?(?:时期|期间)?|20\d\d\s*年?")
_FIGURES = ("base", "goal")
_YEAR = re.compile(r"20\d\d\s*年?(?:实际|目标|预期|规划|完成)?值?$")
_LONGEST_HEADING = 12
_FEWEST_ROWS = 2
_AMOUNT = re.compile(r"[≥≤＞＜><约]?\s*[\d—－-]")


def of_rows(lines: Sequence[Line], at: int) -> tuple[Rows, int] | None:
    """Return the table that begins at a line, and how many lines it takes; None for a single row."""
    end = at
    while end < len(lines) and len(lines[end].cells) > 1:
        end += 1
    if end < at + 2:
        return None
    wide = max(len(line.cells) for line in lines[at:end])
    return _aligned([line.cells + ("",) * (wide - len(line.cells)) for line in lines[at:end]]), end - at


def _aligned(rows: list[tuple[str, ...]]) -> Rows:
    """Return rows with their cells in their columns.

    A row below a cell that spans several rows has cells fewer, and captures put them at the left. They are parted
    where their kinds, numbers and words, are then those of the last whole row.
    """
    aligned: list[tuple[str, ...]] = []
    whole: tuple[str, ...] = ()
    for cells in rows:
        said = cells[: len(cells) - _blank_end(cells)]
        free = len(cells) - len(said)
        whole = whole if free else cells
        if not whole or len(said) < 2:
            aligned.append(cells)
            continue
        opened = [(*said[:at], *("",) * free, *said[at:]) for at in (len(said), *range(len(said)))]
        aligned.append(max(opened, key=lambda moved: _likeness(moved, whole)))
    return tuple(aligned)


def _blank_end(cells: tuple[str, ...]) -> int:
    return sum(1 for _ in itertools.takewhile(lambda cell: not cell, reversed(cells)))


def _likeness(cells: tuple[str, ...], whole: tuple[str, ...]) -> int:
    """Return how many cells are of the same kind as those of another row."""
    pairs = zip(cells, whole, strict=True)
    return sum(bool(a) and bool(_AMOUNT.match(a)) == bool(_AMOUNT.match(b)) for a, b in pairs)


def flattened(lines: Sequence[Line], begin: int) -> tuple[Rows, int, list[str]] | None:
    """Return a table printed one cell a line, how many lines it takes, and the rows that had a cell missing.

    The head names the serial number, before it perhaps what spans several rows, and ends before row 1; each row begins
    with the next number. Of cells that a page left out, since they are empty or span the rows above, the kind of the
    others tells where they were.
    """
    over = 1 if _SPANNING.fullmatch(lines[begin].words) else 0  # columns before the serial number
    if [heading(line.words) for line in lines[begin + over : begin + over + 1]] != ["serial"]:
        return _unnumbered(lines, begin)
    below = itertools.takewhile(lambda line: not line.cells, lines[begin : begin + _MOST_LINES])
    words = [line.words for line in below]
    at = next((i for i, cell in enumerate(words[: 2 * _MOST_COLUMNS]) if cell == "1"), 0)
    head = _head(words[: max(at - over, 0)])
    if not over + 2 <= len(head) <= _MOST_COLUMNS + over or not all(map(_is_cell, head)):
        return None
    heads, rows, short = head[over + 1 :], [head], []
    spans = words[at - over : at]
    while at < len(words) and words[at] == str(number := 1 + sum(bool(row[over]) for row in rows[1:])):
        cells, at, after = _row(words, at, heads, over, str(number + 1))
        short += [str(number)] if len(cells) < len(heads) else []
        rows.append((*(spans or [""] * over), str(number), *_filled(cells[: len(heads)], heads)))
        if below_it := cells[len(heads) :]:
            rows.append((*[""] * (over + 1), *_filled(below_it, heads)))
        spans = after
    return (tuple(rows), at - len(spans), short) if number > 2 else None


def _unnumbered(lines: Sequence[Line], begin: int) -> tuple[Rows, int, list[str]] | None:
    """Return a table without serial numbers: its head ends with years or values, each row with as many figures."""
    below = itertools.takewhile(lambda line: not line.cells, lines[begin : begin + _MOST_LINES])
    words = [line.words for line in below] if _of_a_head(lines[begin].words) else []
    head = _head(list(itertools.takewhile(_of_a_head, words[:_MOST_COLUMNS])))
    figures = len(list(itertools.takewhile(lambda h: _wanted(h) == "figure", reversed(head))))
    at = len(list(itertools.takewhile(_of_a_head, words[:_MOST_COLUMNS])))
    rows = [head]
    while 1 < figures < len(head):
        said = list(itertools.takewhile(lambda c: _is_cell(c) and _kind(c, _CELLS) != "figure", words[at:]))
        cells = words[at : at + len(said) + figures]
        if not 0 < len(said) <= len(head) - figures or not _is_whole(cells, head):
            break
        rows.append((*[""] * (len(head) - len(cells)), *cells))
        at += len(cells)
    captioned = not any(row[0] for row in rows[1:])  # what stands first is the title of the table
    return (tuple(rows), at, []) if len(rows) > _FEWEST_ROWS and not captioned else None


def _of_a_head(words: str) -> bool:
    return len(words) <= _LONGEST_HEADING and (
        heading(words) in ("name", "unit", *_FIGURES) or _YEAR.match(words) is not None
    )


def _head(words: list[str]) -> tuple[str, ...]:
    """Return the headings; those of a figure stand on two lines: “十四五” and 完成值."""
    head: list[str] = []
    for cell in words:
        if head and _OF_A_FIGURE.fullmatch(head[-1]) and heading(cell) in _FIGURES:
            head[-1] += cell
        else:
            head.append(cell)
    return tuple(head)


def _row(
    words: list[str], at: int, heads: Sequence[str], over: int, following: str
) -> tuple[list[str], int, list[str]]:
    """Return the cells behind a serial number, where the next row has its own, and what spans that row before it.

    What is more than a row has (其中 …) is a row below it. The next number stands as late as the head allows.
    """
    width = len(heads) + 1
    ends = [i for i in range(at + 2, min(at + 2 * width, len(words))) if words[i] == following]
    ends = [i for i in ends if all(_is_cell(cell, within=True) for cell in words[at + 1 : i])]
    near = [i for i in ends if i <= at + width + over] or [i for i in ends if "其中" in words[at + width]][:1]
    if not near:
        end = at + 1
        while end < min(at + width, len(words)) and _is_cell(words[end]) and not _is_whole(words[at + 1 : end], heads):
            end += 1
        return words[at + 1 : end], end, []
    cells = words[at + 1 : near[-1]]
    figures = _wanted(heads[-1]) == "figure" and _kind(cells[-1], _CELLS) != "figure"
    spans = cells[-1:] if over and len(cells) > 1 and (figures or len(cells) == width) else []
    return cells[: len(cells) - len(spans)], near[-1], spans


def _is_whole(cells: list[str], heads: Sequence[str]) -> bool:
    """Return whether the last cells are the figures that end a row."""
    figures = len(list(itertools.takewhile(lambda h: _wanted(h) == "figure", reversed(heads))))
    return 0 < figures < len(cells) and all(_kind(cell, _CELLS) == "figure" for cell in cells[-figures:])


def _filled(cells: list[str], heads: Sequence[str]) -> list[str]:
    """Return cells with empty ones where a heading wants another kind, as many as are missing; from the right."""
    filled: list[str] = []
    left = list(cells)
    for i in range(len(heads) - 1, -1, -1):
        skipped = len(left) <= i and (not left or _kind(left[-1], _CELLS) != _wanted(heads[i]))
        filled.insert(0, "" if skipped else left.pop())
    return filled


def heading(words: str) -> str:
    """Return what a heading says that its column holds; "other" where it says nothing known."""
    return _kind(re.sub(r"\s", "", words), HEADINGS) or "other"


def _wanted(head: str) -> str | None:
    """Return the kind of cell below a heading; None for words."""
    kind = heading(head)
    figure = kind in _FIGURES or re.search(r"20\d\d", head)
    return "figure" if figure else kind if kind in ("unit", "attribute") else None


def _kind(words: str, kinds: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    return next((kind for kind, pattern in kinds if pattern.fullmatch(words)), None)


def _is_cell(words: str, *, within: bool = False) -> bool:
    """Return whether a line can be a cell; within: of a row behind which another one comes."""
    return (
        len(words) <= _LONGEST_CELL
        and not re.search("。" if within else "[。；]", words)
        and not (prose.starts_label(words) and not re.match(r"\d", words))
        and (within or not prose.opens(words))
    )
