"""What a one-page brief says, read from its finished page, so that the sheet has the words of the page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import segno
from lxml import html
from lxml.html import HtmlElement

_LEFT_OUT = ("brief__tools", "visually-hidden")  # what is for a screen alone
_LINES, _LINE_CLASSES = (
    {"p", "div", "li", "br"},
    {"side__figure", "side__verdict"},
)  # elements that stand on lines of their own
_MARKS = {"flag": "doubt", "muted": "muted"}  # by the class on the page
_BREAK = "\n"  # no text of an element is that: there white space is a space


@dataclass(frozen=True)
class Run:
    """Words, and how their page sets them off: doubt (about a figure), muted or ""."""

    words: str
    mark: str


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its lines, over how many columns it goes, and whether it heads others."""

    lines: tuple[Line, ...]
    span: int
    head: bool


@dataclass(frozen=True)
class Block:
    """A heading (rank from 1), a paragraph (rank 0), or a table (rows); heads: its rows before the body."""

    rank: int
    words: str
    rows: tuple[tuple[Cell, ...], ...] = ()
    heads: int = 0


@dataclass(frozen=True)
class Sheet:
    """A brief. wide: whether it lies across; code: of its address, as SVG; "" where the address is not known."""

    language: str
    title: str
    publisher: str
    blocks: tuple[Block, ...]
    wide: bool
    address: str
    code: str


def sheet(page: bytes, language: str, publisher: str, address: str) -> Sheet:
    """Return what a finished page of a brief says. address: its own, where it is known."""
    tree = cast("HtmlElement", html.document_fromstring(page.decode()))
    found = tree.find_class("page--brief")[0]
    for name in _LEFT_OUT:
        for element in found.find_class(name):
            element.drop_tree()
    blocks = tuple(_blocks(found))
    title = next(block.words for block in blocks if block.rank == 1)
    return Sheet(language, title, publisher, blocks, "page--side" in found.classes, address, _code(address))


def _blocks(element: HtmlElement) -> Iterator[Block]:
    for child in element:
        if child.tag in {"h1", "h2", "h3"}:
            yield Block(int(child.tag[1]), _words(child))
        elif child.tag == "p":
            yield Block(0, _words(child))
        elif child.tag == "table":
            yield Block(0, "", tuple(_row(row) for row in child.iter("tr")), len(child.findall("thead/tr")))
        elif child.tag == "dl":
            yield Block(0, "", tuple(_pair(pair) for pair in child))
        else:
            yield from _blocks(child)


def _row(row: HtmlElement) -> tuple[Cell, ...]:
    return tuple(Cell(_lines(cell), int(cell.get("colspan", "1")), cell.tag == "th") for cell in row)


def _pair(pair: HtmlElement) -> tuple[Cell, ...]:
    return tuple(Cell(_lines(cell), 1, cell.tag == "dt") for cell in pair)


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _lines(cell: HtmlElement) -> tuple[Line, ...]:
    """Return the words of a cell, in the lines in which its page has them."""
    lines: list[list[Run]] = [[]]
    for words, mark in _runs(cell, ""):
        if words == _BREAK:
            lines.append([])
        elif words:
            lines[-1].append(Run(words, mark))
    return tuple(tuple(line) for line in lines if "".join(run.words for run in line).strip())


def _runs(element: HtmlElement, mark: str) -> Iterator[tuple[str, str]]:
    """Yield runs of words with how they are set off, and breaks of lines."""
    yield _spaced(element.text), mark
    for child in element:
        breaks = child.tag in _LINES or not _LINE_CLASSES.isdisjoint(child.classes)
        if breaks:
            yield _BREAK, ""
        yield from _runs(child, next((_MARKS[name] for name in child.classes if name in _MARKS), mark))
        if breaks:
            yield _BREAK, ""
        yield _spaced(child.tail), mark


def _spaced(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _code(address: str) -> str:
    if not address:
        return ""
    drawn = io.BytesIO()
    segno.make(address, micro=False).save(drawn, kind="svg", border=0, xmldecl=False, svgns=True)
    return drawn.getvalue().decode()
