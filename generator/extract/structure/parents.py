"""Read on which documents a document rests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extract.structure import labels, prose
from generator.extract.structure.document import Document
from generator.extract.structure.labels import CHAPTER
from generator.extract.structure.metadata import Parent
from generator.extract.structure.outline import Block

NAMED = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》(?:[（(]([^（）()]{2,20}[〔\[【]\d{4}[〕\]】]\s*\d+\s*号)[）)])?")
_MADE_BY = re.compile(r"(?:根据|依据|按照|依照|贯彻|落实).*(?:制定|制订|编制|出台|提出)(?:本|如下|以下)")
_FIRST = 4  # blocks of the chapters in which a document without a preamble says by what it is made


def of_document(document: Document) -> Iterator[Parent]:
    """Yield the documents that one rests on: all that its preamble names, or that it says it is made by."""
    title = document.title or document.notice_title
    own = prose.fold(title.words) if title else ""
    seen: set[str] = set()
    named = [(f"preamble/{n}", block) for n, block in enumerate(document.preamble, 1)]
    named += [(at, block) for at, block in _first_passages(document.chapters) if _MADE_BY.search(block.words)]
    for provision, block in named:
        for match in NAMED.finditer(block.words):
            name = prose.fold(match[1])
            if name not in seen and name != own and name not in own:
                seen.add(name)
                yield Parent(match[1], match[2], provision)


def _first_passages(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """Yield the first blocks of the chapters with their addresses."""
    path: list[int] = []
    paragraphs = 0
    for block in blocks[:_FIRST]:
        label = labels.read(block.words) if block.level else None
        path = [*path[: block.level - CHAPTER], label.number] if label else path
        paragraphs = 0 if label else paragraphs + 1
        yield ".".join(map(str, path)) + (f"/{paragraphs}" if paragraphs else ""), block
