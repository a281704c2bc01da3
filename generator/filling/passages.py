"""Prepare an English text: what helps above each passage to be translated, or a program's draft in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.extract.skeleton import skeleton
from generator.filling.hints import Hints, hints
from generator.filling.memory import remember
from generator.project.layout import Layout
from generator.records.common import TODO
from generator.records.loading import is_gap, load
from generator.source import remarks, text_source
from generator.source.remarks import CLOSE, MACHINE, OPEN
from generator.source.text_source import ROW, Provision, Text

Translate = Callable[[Hints], str | None]
Say = Callable[[str], Hints]
_GAP = re.compile(rf"\b{TODO}\b")


@dataclass(frozen=True)
class Prepared:
    """An English text before and after. left: passages that are still to be translated; drafted: by a program."""

    name: str
    before: str
    after: str
    left: int
    drafted: int


def prepare(layout: Layout, plan: str, translate: Translate | None = None) -> Prepared:
    """Return the English text of a plan with what helps above each passage that is TODO. Nothing is written.

    translate: drafts a passage, or returns None; what it drafts is marked until a person accepts it
    Raises DataError when a file cannot be read, WrongUse when a package is missing.
    """
    name, path = f"content/{plan}/en.md", layout.content / plan / "en.md"
    chinese = text_source.load(layout.content / plan / "zh.md", f"content/{plan}/zh.md")
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    text = before or skeleton(chinese)
    english = text_source.parse(text, name)
    text = remarks.without(text, (c for c in english.comments if not c.machine))
    english = text_source.parse(text, name)
    records = load(layout, first=True)
    memory = remember(records, plan, chinese, english)
    lines, left, drafted = text.split("\n"), 0, 0
    for ours, theirs in reversed([*_gaps(chinese, english)]):
        helps = [hints(p.words, records, memory) for p in ours]
        done = _drafted(lines, ours, theirs, translate, lambda zh: hints(zh, records, memory)) if translate else False
        drafted, left = drafted + done, left + (not done)
        lines[theirs[0].line - 1 : theirs[0].line - 1] = [f"{OPEN} {MACHINE} {CLOSE}", ""] if done else _comment(helps)
    return Prepared(name, before, "\n".join(lines), left, drafted)


def _gaps(chinese: Text, english: Text) -> Iterator[tuple[list[Provision], list[Provision]]]:
    """Yield each passage that is to be translated, in both languages; a table with its rows."""
    ours = {p.id: p for p in chinese.provisions}
    for p in english.provisions:
        if p.level == ROW or not p.words or p.id not in ours:
            continue
        rows = [row for row in english.provisions if row.parent == p.id and row.level == ROW and row.id in ours]
        whole = [p, *rows]
        if any(map(is_gap, whole)):
            yield [ours[part.id] for part in whole], whole


def _comment(helps: list[Hints]) -> list[str]:
    """Return the lines of a comment, and a blank one: nothing in it can end it before its end."""
    said = [line.replace(CLOSE, "").replace("--", "–") for each in helps for line in each.lines()]
    return [OPEN, *said, CLOSE, ""]


def _drafted(lines: list[str], ours: list[Provision], theirs: list[Provision], translate: Translate, say: Say) -> bool:
    """Write a program's draft in the place of each TODO of a passage; return whether all of it could be drafted."""
    new: dict[int, str] = {}
    for zh, en in zip(ours, theirs, strict=True):
        if not is_gap(en) or len(zh.cells) != len(en.cells):
            continue
        chinese = [c for c, e in zip(zh.cells, en.cells, strict=True) if e == TODO] if zh.cells else [zh.words]
        said = [_line(translate(say(words)), cell=bool(zh.cells)) for words in chinese]
        if not all(said):
            return False
        drafts = iter(str(words) for words in said)
        new[en.line - 1] = _GAP.sub(lambda _, drafts=drafts: next(drafts), lines[en.line - 1])  # type: ignore[misc]
    for at, line in new.items():
        lines[at] = line
    return True


def _line(draft: str | None, *, cell: bool) -> str | None:
    """Return a draft as one line that can be no markup; None where there is none."""
    words = " ".join((draft or "").split())
    taken = (
        words.startswith(("#", "|", "---"))
        or any(sign in words for sign in (OPEN, CLOSE, TODO))
        or (cell and "|" in words)
    )
    return None if taken else words or None
