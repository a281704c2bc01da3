"""Read Markdown texts into provisions with stable ids.

A text is a front matter and then, separated by blank lines: `#` titles, `##` chapters, `###` sections, `####` items,
paragraphs and pipe tables; a line `---` before the colophon, `***` before the annexes. Nothing else of Markdown is
read: every other sign is text. In English, comments on lines of their own are for editors and none of the text. Ids
follow the numbering as printed (chapter 二, section (三), item 2 is 2.3.2), not the order of the headings.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.findings.finding import DataError, Finding
from generator.language.lexicon import OUTLINE_NUMBER
from generator.language.numerals import parse_chinese
from generator.project.remembered import remembered
from generator.source import front_matter
from generator.source.characters import MOST_FINDINGS, read_text, template_syntax
from generator.source.remarks import CLOSE, OPEN, Comment, comments

MAX_CHARACTERS = 200_000  # of a text; the longest has 53,000
MAX_PROVISIONS = 2_000  # of a text; the longest has 131
MAX_WORDS = 8_000  # characters of one; the cells of a row, written as JSON, must fit in a spreadsheet's cell

LETTERHEAD, NOTICE, PREAMBLE, COLOPHON, ANNEX = "letterhead", "notice", "preamble", "colophon", "annex"
RULES = {"---": COLOPHON, "***": ANNEX}  # the line that stands before what follows the chapters
PART, CHAPTER, SECTION, ITEM, PARAGRAPH, ROW = range(6)

_LABELS = {
    CHAPTER: re.compile(
        rf"(第?(?P<n>{OUTLINE_NUMBER})(?:\s*[、．.]|[章篇条]|部分)\s*|(?P<d>\d{{1,3}})(?:\s*[.．、](?!\d)\s*|\s+))"
    ),
    SECTION: re.compile(
        rf"([（(](?P<n>{OUTLINE_NUMBER}|\d{{1,3}})[)）]\s*|\d{{1,2}}[.．](?P<m>\d{{1,2}})(?![\d.．])\s*|(?P<d>\d{{1,3}})[.．]?\s+)"
    ),
    ITEM: re.compile(
        r"(\d{1,2}[.．]\d{1,2}[.．](?P<m>\d{1,2})\s*|(?P<d>\d{1,3})\s*[.．、]\s*|[（(](?P<n>\d{1,3})[)）]\s*|(?P<c>[①-⑳])\s*)"
    ),
}
# Below 第一章 the outline goes on with 第一节, and then with 一、 and （一）.
_BELOW_ARTICLES = re.compile(
    rf"(第(?P<n>{OUTLINE_NUMBER})[章节条]\s*|(?P<m>{OUTLINE_NUMBER})、\s*|[（(](?P<k>{OUTLINE_NUMBER})[)）]\s*)"
)
_EXAMPLE = {CHAPTER: "## 一、标题", SECTION: "### (一)标题", ITEM: "#### 1.标题"}
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_RULE_ROW = re.compile(r"\|(?:\s*:?-{3,}:?\s*\|)+")


@dataclass(frozen=True)
class Provision:
    """One addressable passage.

    id: address in the outline, the same in every language (`2.3.2`, `2.3.2/1`, `2.3/7/3`, `notice/2`)
    parent: id of the passage that holds it; None at the top
    level: 0 part (letterhead, notice, preamble, colophon, annex), 1 chapter, 2 section, 3 item, 4 paragraph or table,
        5 table row
    number: outline label as printed, or None
    heading, text: a container has a heading, a paragraph or row has a text; a row's cells are joined by spaces,
        a table's text is its head row
    cells: of a table (its head row) and of a row
    line: 1-based line of the file
    """

    id: str
    parent: str | None
    level: int
    number: str | None
    heading: str | None
    text: str | None
    cells: tuple[str, ...]
    line: int

    @property
    def words(self) -> str:
        """Everything printed here and not in a passage inside it, without the outline label."""
        return self.heading or self.text or ""


@dataclass(frozen=True)
class Text:
    """A text in one language: front matter and provisions in reading order."""

    path: str
    meta: dict[str, Any]
    provisions: tuple[Provision, ...]
    comments: tuple[Comment, ...] = ()

    def below(self, comment: Comment) -> tuple[Provision, ...]:
        """Return the passage that a comment stands above: with its rows, where it is a table."""
        behind = [p for p in self.provisions if p.line > comment.end and p.words]
        return tuple(p for p in behind if behind[0].id in (p.id, p.parent if p.level == ROW else None))

    @cached_property
    def machine(self) -> frozenset[str]:
        """The ids of the passages that are drafts made by a program, which no person has accepted."""
        return frozenset(p.id for comment in self.comments if comment.machine for p in self.below(comment))


def load(path: Path, name: str) -> Text:
    """Read a text.

    Raises DataError with everything that is wrong about its form.
    """
    return parse(read_text(path, name), name)


@remembered(64)
def parse(source: str, name: str) -> Text:
    """Read the words of a text file.

    Raises DataError with everything that is wrong about its form.
    """
    if len(source) > MAX_CHARACTERS:
        raise DataError([Finding.of("S016.text", name, most=MAX_CHARACTERS, length=len(source))])
    return _Reader(source, name).read()


class _Reader:
    def __init__(self, source: str, name: str) -> None:
        self.name = name
        self.provisions: list[Provision] = []
        self.counts: dict[str, int] = {}
        self.seen: dict[str, int] = {}
        self.container = LETTERHEAD
        self.open: dict[int, str] = {}
        self.articled = False  # whether the present chapter is called 第一章 rather than 一、
        self.meta, self.body, self.offset, self.findings = front_matter.read(source, name)
        self.comments = self._comments()
        self.titles = len(re.findall(r"^# ", self.body, re.MULTILINE))

    def read(self) -> Text:
        for line, block in self._blocks():
            heading = _HEADING.fullmatch(block)
            if heading:
                self._heading(len(heading[1]), heading[2].strip(), line)
            elif block in RULES:
                self._open(RULES[block], None, None, PART, line)
            elif block.startswith("|"):
                self._table(block, line)
            else:
                self._paragraph(block, line)
        if self.findings:
            raise DataError(self.findings)
        return Text(self.name, self.meta, tuple(self.provisions), self.comments)

    def _fail(self, sentence: str, line: int, **values: object) -> None:
        self.findings.append(Finding.of(sentence, self.name, line, **values))
        if len(self.findings) >= MOST_FINDINGS:
            raise DataError(self.findings)

    def _add(self, provision: Provision) -> None:
        """Take a passage up, unless it or the text is out of all proportion."""
        words, line = provision.words, provision.line
        if len(self.provisions) >= MAX_PROVISIONS:
            self._fail("S016.passages", line, most=MAX_PROVISIONS)
            raise DataError(self.findings)
        if len(words) + len(provision.cells) > MAX_WORDS:
            self._fail("S016.passage", line, most=MAX_WORDS, words=f"{words[:60]}…")
        elif syntax := template_syntax(words, self.name, line, 1):
            self.findings.append(syntax)
        if self._english and (OPEN in words or CLOSE in words):
            self._fail("S010.comment", line, words=words[:60])
        self.provisions.append(provision)

    @property
    def _english(self) -> bool:
        return str(self.meta.get("language")).startswith("en")

    def _comments(self) -> tuple[Comment, ...]:
        return tuple(comments(self.body.split("\n"), self.offset + 1)) if self._english else ()

    def _blocks(self) -> list[tuple[int, str]]:
        """Return (line, block) pairs; a heading is a block of its own, lines of a paragraph are joined, in English by
        a space.
        """
        joint = " " if self._english else ""
        aside = {line for c in self.comments for line in range(c.line, c.end + 1)}
        blocks: list[tuple[int, str]] = []
        current: list[str] = []
        start = 0

        def flush() -> None:
            if current:
                glue = "\n" if current[0].startswith("|") else joint
                blocks.append((start, glue.join(current)))
                current.clear()

        for number, line in enumerate(self.body.split("\n"), self.offset + 1):
            stripped = line.strip()
            hidden = not stripped or number in aside
            if hidden or _HEADING.fullmatch(stripped) or stripped in RULES:
                flush()
                if not hidden:
                    blocks.append((number, stripped))
                continue
            if not current:
                start = number
            current.append(stripped)
        flush()
        return blocks

    def _heading(self, depth: int, words: str, line: int) -> None:
        if depth == 1:
            first = not any(p.level == PART and p.heading for p in self.provisions)
            self._open(NOTICE if first and self.titles > 1 else PREAMBLE, None, None, PART, line, words)
            return
        level = depth - 1
        if level > ITEM:
            self._fail("S010.depth", line, heading=words)
            return
        label = self._label(level, words)
        if not label:
            self._fail("S010.number", line, heading=words, example=_EXAMPLE[level])
            return
        printed = next(group for group in label.groupdict().values() if group)
        number = _number(printed)
        parents = [self.open[outer] for outer in range(CHAPTER, level) if outer in self.open]
        parent = parents[-1] if parents else None
        if level > CHAPTER and parent is None:
            self._fail("S010.chapter", line, heading=words)
            return
        for deeper in range(level, ITEM + 1):
            self.open.pop(deeper, None)
        id_ = f"{parent}.{number}" if parent else str(number)
        self.open[level] = id_
        self._open(id_, parent, label[0].strip(), level, line, words[label.end() :])

    def _label(self, level: int, words: str) -> re.Match[str] | None:
        """Return the printed number of a heading, or None."""
        label = _LABELS[level].match(words)
        if label is None and level > CHAPTER and self.articled:
            label = _BELOW_ARTICLES.match(words)
        if level == CHAPTER and label:
            self.articled = words.startswith("第")
        return label

    def _open(
        self, id_: str, parent: str | None, number: str | None, level: int, line: int, words: str | None = None
    ) -> None:
        if id_ in self.seen:
            self._fail("S011.number", line, id=id_, first=self.seen[id_])
        self.seen[id_] = line
        self.container = id_
        self._add(Provision(id_, parent, level, number, words, None, (), line))

    def _next(self, line: int) -> str:
        if not self.provisions:
            self._open(self.container, None, None, PART, line)
        self.counts[self.container] = self.counts.get(self.container, 0) + 1
        return f"{self.container}/{self.counts[self.container]}"

    def _paragraph(self, words: str, line: int) -> None:
        id_ = self._next(line)
        self._add(Provision(id_, self.container, PARAGRAPH, None, None, words, (), line))

    def _table(self, block: str, line: int) -> None:
        lines = block.split("\n")
        rows = [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in lines]
        if len(lines) < 3 or not _RULE_ROW.fullmatch(lines[1]) or len({len(row) for row in rows}) != 1:
            self._fail("S010.table", line)
            return
        id_ = self._next(line)
        self._add(Provision(id_, self.container, PARAGRAPH, None, None, _join(rows[0]), rows[0], line))
        for i, row in enumerate(rows[2:], 1):
            self._add(Provision(f"{id_}/{i}", id_, ROW, None, None, _join(row), row, line + 1 + i))


def _number(printed: str) -> int:
    """Return the number of a label: 3, 三, ③."""
    if printed.isdecimal():
        return int(printed)
    return int(unicodedata.numeric(printed)) if "①" <= printed <= "⑳" else parse_chinese(printed)


def _join(cells: tuple[str, ...]) -> str:
    return " ".join(cell for cell in cells if cell)
