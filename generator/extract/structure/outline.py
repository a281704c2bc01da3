"""Turn the lines of a document into the blocks of zh.md: titles, headings, paragraphs, tables, colophon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.extract.structure import labels, prose, table_rows
from generator.extract.structure.labels import ITEM, Label
from generator.extract.structure.lines import Line
from generator.extract.structure.metadata import Doubt
from generator.language.lexicon import OUTLINED

_LONGEST_HEADING = 45
_SHORTEST_BROKEN = 12
_THEMED = re.compile(r"(第\S+?条\s*[（(【][^（）()【】]{2,30}[）)】])\s*(.+)")  # 第三条（支持创新） 给予…
_BOX = re.compile(r"专栏\s*[\d一二三四五六七八九十]")
_NUMERAL = re.compile(rf"[\d{OUTLINED}]")
_OPEN, _CLOSE = "“‘《〈「『（([【", "”’》〉」』）)]】"


@dataclass(frozen=True)
class Block:
    """One block of a Markdown text.

    level: as many # as a heading has, 0 for a paragraph or table
    words: of a heading or paragraph, on one line
    rows: of a table, its head row first
    line: 1-based line of source.txt on which it begins
    """

    level: int
    words: str
    line: int
    rows: table_rows.Rows = ()


@dataclass
class _Part:
    """Lines that are one paragraph or one labelled passage; `breaks` counts the ones broken inside a sentence."""

    words: str
    line: Line
    label: Label | None = None
    rows: table_rows.Rows = ()

    @property
    def is_heading(self) -> bool:
        """Whether this is a numbered line without a sentence: a heading, whole or broken."""
        whole = len(self.words) <= _LONGEST_HEADING and not re.search("[。：；]", self.words)
        return (
            self.label is not None
            and whole
            and not prose.finished(self.words)
            and not self.words.endswith(("，", "、"))
        )


def paragraphs(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks of a part without chapters: nothing in it is a heading."""
    return [Block(0, part.words, part.line.number, part.rows) for part in _Joiner({}).join(lines)]


def chapters(lines: Sequence[Line]) -> tuple[list[Block], list[Doubt]]:
    """Return the blocks of the chapters, and what is doubtful about their outline."""
    found = [label for line in lines if not line.cells and (label := labels.read(line.words))]
    joiner = _Joiner(labels.levels([label.style for label in found], labels.top(found)) if found else {})
    parts = joiner.join(lines)
    outline = _Outline(joiner.levels)
    for part in parts:
        outline.add(part)
    blocks, doubts = outline.blocks, [*joiner.doubts, *outline.doubts]
    if joiner.breaks >= 2:
        blocks, more = _rejoined(blocks, joiner.breaks)
        doubts += more
    return blocks, doubts


class _Joiner:
    """Joins lines that were broken inside a paragraph or heading."""

    def __init__(self, levels: dict[str, int]) -> None:
        self.levels = levels
        self.last: dict[int, int] = {}
        self.running: dict[int, int] = {}
        self.parts: list[_Part] = []
        self.doubts: list[Doubt] = []
        self.breaks = 0  # sentences broken across lines whose form does not say so

    def join(self, lines: Sequence[Line]) -> list[_Part]:
        at = 0
        while at < len(lines):
            at += self._table(lines, at) or self._line(lines[at], lines[at + 1 : at + 2])
        return self.parts

    def _table(self, lines: Sequence[Line], at: int) -> int:
        """Add the table that begins at a line; return how many lines it takes, 0 for none."""
        line = lines[at]
        if table := table_rows.of_rows(lines, at):
            self.parts.append(_Part("", line, rows=table[0]))
            return table[1]
        if flat := table_rows.flattened(lines, at):
            rows, count, short = flat
            self.parts.append(_Part("", line, rows=rows))
            if short:
                self.doubts.append(Doubt.of(line.number, "doubt.cells", rows=short))
            return count
        return 0

    def _line(self, line: Line, following: Sequence[Line]) -> int:
        words = " ".join(cell for cell in line.cells if cell) if line.cells else line.words
        before = self.parts[-1] if self.parts and not self.parts[-1].rows else None
        label = labels.read(words)
        label = label if label and label.style in self.levels else None
        if before is None or (label and self._is_label(label, before, line)):
            self._new(words, line, label)
        elif self._goes_on(before, line, following):
            if line.starts is None and not prose.finished(before.words):
                self.breaks += 1
            before.words = prose.joined(before.words, words)
            if before.label:
                before.label = labels.read(before.words)
        else:
            self._new(words, line, None)
        return 1

    def _new(self, words: str, line: Line, label: Label | None) -> None:
        if label:
            level = self.levels[label.style]
            self.last[level] = self.running[level] = label.number
            for deeper in range(level + 1, ITEM + 1):
                self.last.pop(deeper, None)
        self.parts.append(_Part(words, line, label))

    def _is_label(self, label: Label, before: _Part, line: Line) -> bool:
        """Return whether a label numbers this line, rather than standing by chance at the head of a broken one.

        The next number of a known level begins a part, wherever a sentence may have stopped.
        """
        level = self.levels[label.style]
        if label.outer and label.outer != tuple(self.last[at] for at in sorted(self.last) if at < level):
            return False
        expected = label.number in {self.last.get(level, 0) + 1, self.running.get(level, 0) + 1}
        done = prose.finished(before.words) or before.is_heading
        if line.starts is False:
            return done and expected
        if done or line.starts:
            return expected or not re.search(r"[，,]", _sentence(label.rest)[0])
        return expected and not before.words.endswith(("，", "、", "第")) and not _NUMERAL.match(label.rest)

    def _goes_on(self, before: _Part, line: Line, following: Sequence[Line]) -> bool:
        if before.is_heading:
            return self._heading_goes_on(before, line, following)
        return prose.continues(before.words, line) and not (prose.finished(before.words) and labels.read(line.words))

    def _heading_goes_on(self, before: _Part, line: Line, following: Sequence[Line]) -> bool:
        """Return whether a line is the second half of a heading that was broken in two."""
        if line.starts is False:
            return True
        short = (
            len(line.words) <= 20
            and not re.search(r"[，,。；;：:]", line.words)
            and len(before.words) >= _SHORTEST_BROKEN
        )
        if line.starts or not short or prose.starts_label(line.words) or line.cells or prose.opens(line.words):
            return False
        leads = bool(following) and (prose.is_prose(following[0].words) or prose.starts_label(following[0].words))
        if leads:
            self.doubts.append(Doubt.of(line.number, "doubt.second-half", words=line.words))
        return leads


class _Outline:
    """Makes headings of labelled parts, splits what runs on behind one, refuses what would number twice."""

    def __init__(self, levels: dict[str, int]) -> None:
        self.levels = levels
        self.blocks: list[Block] = []
        self.doubts: list[Doubt] = []
        self.open: dict[int, int] = {}
        self.running: set[tuple[int, int]] = set()  # depth and number, for numbering that runs on through sections
        self.listed: set[tuple[int, ...]] = set()  # of entries of a list within a paragraph's sentence
        self.boxed: int | None = None  # in a box (专栏): the number of its last entry
        self.seen: set[tuple[int, ...]] = set()  # the numbers that lead to a heading, as its id has them

    def add(self, part: _Part) -> None:
        number = part.line.number
        if part.rows or part.label is None or part.label.style not in self.levels or self._is_in_box(part.label):
            self.boxed = 0 if _BOX.match(part.words) else self.boxed
            self.blocks.append(Block(0, part.words, number, part.rows))
            return
        level = self.levels[part.label.style]
        heading, rest = _sentence(part.words)
        address = (*(self.open[outer] for outer in sorted(self.open) if outer < level), part.label.number)
        follows = (*address[:-1], part.label.number - 1) in self.seen
        if part.label.style == "article" and (themed := _THEMED.match(part.words)):
            heading, rest = themed[1], themed[2]
        top = min(self.levels.values())
        longest = _LONGEST_HEADING * (2 if follows else 1)
        if level > top and len(heading) > longest and part.label.style not in ("article", "twice", "thrice"):
            heading, rest = _before_colon(part.words)
        if level > top and top not in self.open:
            self.doubts.append(Doubt.of(number, "doubt.before-chapter", label=part.label.text))
            self.blocks.append(Block(0, part.words, number))
            return
        listed = (*address[:-1], part.label.number - 1) in self.listed and not rest
        if not heading or listed or heading.endswith(("；", ";", "，", "、")):
            self.listed.add(address)
            self.blocks.append(Block(0, part.words, number))
            return
        if address in self.seen:
            self.doubts.append(Doubt.of(number, "doubt.twice", label=part.label.text))
            self.blocks.append(Block(0, part.words, number))
            return
        self._missing(address, part)
        self.seen.add(address)
        self.running.add((len(address), part.label.number))
        self.open = {outer: n for outer, n in self.open.items() if outer < level} | {level: part.label.number}
        self.blocks.append(Block(level, heading, number))
        if rest:
            inner = labels.read(rest)
            deeper = inner is not None and self.levels.get(inner.style, 0) > level
            self.add(_Part(rest, part.line, inner if deeper else None))

    def _is_in_box(self, label: Label) -> bool:
        """Return whether a label numbers an entry of a box rather than an item of the outline."""
        level = self.levels[label.style]
        follows = level == ITEM and label.number == self.open.get(ITEM, 0) + 1 and label.number > 1
        if self.boxed is None or level < ITEM or follows or label.number != self.boxed + 1:
            self.boxed = None
            return False
        self.boxed = label.number
        return True

    def _missing(self, address: tuple[int, ...], part: _Part) -> None:
        label = part.label
        if label and label.number > 1 and (len(address), label.number - 1) not in self.running:
            self.doubts.append(Doubt.of(part.line.number, "doubt.follows", label=label.text))


def _sentence(words: str) -> tuple[str, str]:
    """Return the first sentence with its 。 and what runs on behind it; a stop inside quotes or brackets ends none."""
    depth = 0
    for i, sign in enumerate(words):
        depth += sign in _OPEN
        depth -= sign in _CLOSE and depth > 0
        if sign == "。" and depth == 0:
            return words[: i + 1], words[i + 1 :].strip()
    return words, ""


def _before_colon(words: str) -> tuple[str, str]:
    """Return a short heading that ends with a colon and what runs on behind it; nothing when there is none."""
    match = re.match(r"([^：:，,。；;]{2,25}[：:])(.+)", words)
    return (match[1], match[2].strip()) if match else ("", words)


def _rejoined(blocks: list[Block], breaks: int) -> tuple[list[Block], list[Doubt]]:
    """Join what a page break divided between two sentences.

    Only in a capture whose pages broke inside sentences, and only where every item with its text on the line of its
    heading is one paragraph but for this one.
    """
    items = [i for i, block in enumerate(blocks) if block.level == ITEM]
    run_in = [i for i in items if i + 1 < len(blocks) and blocks[i + 1].line == blocks[i].line]
    odd = [i + 2 for i in run_in if i + 2 < len(blocks) and _is_plain(blocks[i + 2])]
    longer = [i for i in odd if i + 1 < len(blocks) and _is_plain(blocks[i + 1])]
    if len(run_in) < 4 or run_in != items or len(odd) > min(2, breaks - 1) or longer:
        return blocks, []
    kept, doubts = list(blocks), []
    for i in reversed(odd):
        kept[i - 1] = replace(kept[i - 1], words=prose.joined(kept[i - 1].words, kept[i].words))
        doubts.append(Doubt.of(kept.pop(i).line, "doubt.joined"))
    return kept, doubts


def _is_plain(block: Block) -> bool:
    return block.level == 0 and not block.rows


def markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown, an empty line between each two."""
    return "\n\n".join(_markdown(block) for block in blocks) + "\n"


def _markdown(block: Block) -> str:
    if block.rows:
        rule = ("---",) * len(block.rows[0])
        return "\n".join(f"| {' | '.join(cells)} |" for cells in (block.rows[0], rule, *block.rows[1:]))
    return f"{'#' * block.level} {block.words}" if block.level else block.words
