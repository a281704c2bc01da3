"""The skeleton of an English text: the outline of the Chinese, every passage still to be written."""

from __future__ import annotations

from collections.abc import Iterator

from generator.records.common import TODO
from generator.source.text_source import CHAPTER, ITEM, PARAGRAPH, PART, ROW, RULES, SECTION, Provision, Text

_MARKS = {CHAPTER: "##", SECTION: "###", ITEM: "####"}
_OPENERS = {part: rule for rule, part in RULES.items()}


def skeleton(text: Text) -> str:
    """Return en.md for a Chinese text: the same outline, TODO for every heading, paragraph and filled cell."""
    head = f"---\nplan: {text.meta['plan']}\nlanguage: en\n---\n"
    blocks = list(_blocks(text.provisions))
    return head + "".join(f"\n{block}\n" for block in blocks)


def _blocks(provisions: tuple[Provision, ...]) -> Iterator[str]:
    for i, p in enumerate(provisions):
        if p.level == PART:
            if p.id in _OPENERS:
                yield _OPENERS[p.id]
            elif p.heading:
                yield f"# {TODO}"
        elif p.level in _MARKS:
            number = p.id.rpartition(".")[2]
            label = {CHAPTER: f"{number}.", SECTION: f"({number})", ITEM: f"{number}."}[p.level]
            yield f"{_MARKS[p.level]} {label} {TODO}"
        elif p.level == PARAGRAPH and p.cells:
            rows = [q for q in provisions[i + 1 :] if q.parent == p.id and q.level == ROW]
            yield "\n".join([_row(p), "| " + " | ".join("---" for _ in p.cells) + " |", *map(_row, rows)])
        elif p.level == PARAGRAPH:
            yield TODO


def _row(p: Provision) -> str:
    """Return a row: what is no word (numbers, signs) stays, an empty cell stays empty."""
    cells = [cell if not any("\u4e00" <= c <= "\u9fff" for c in cell) else TODO for cell in p.cells]
    return "| " + " | ".join(cells) + " |"
