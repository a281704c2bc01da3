"""A document in its parts, and the lines of its capture that are none of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.structure.lines import Line
from generator.extract.structure.metadata import Doubt
from generator.extract.structure.outline import Block
from generator.records.dropped import DropReason
from generator.source.text_source import COLOPHON


@dataclass(frozen=True)
class Dropped:
    """A line of the capture, or a part of it, that is not the document."""

    line: int
    text: str
    reason: DropReason


@dataclass(frozen=True)
class Document:
    """A document in its parts; each list of blocks is in reading order.

    notice_title, title: the titles, None when there is none; the letterhead holds a notice without a title of its own
    tail: what follows the chapters, colophon and annexes as they come, each with its name in a text
    dropped: everything of the capture that is in no part
    record: the lines of metadata among what was dropped
    """

    letterhead: tuple[Block, ...]
    notice_title: Block | None
    notice: tuple[Block, ...]
    title: Block | None
    preamble: tuple[Block, ...]
    chapters: tuple[Block, ...]
    tail: tuple[tuple[str, tuple[Block, ...]], ...]
    dropped: tuple[Dropped, ...]
    record: tuple[Line, ...]
    doubts: tuple[Doubt, ...]

    @property
    def colophon(self) -> tuple[Block, ...]:
        """The signature, copies and printing line behind the chapters."""
        return tuple(block for name, blocks in self.tail if name == COLOPHON for block in blocks)
