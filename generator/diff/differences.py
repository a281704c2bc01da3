"""What differs between two states, each described in both languages: entries matched by what they are known by."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.diff.entries import Entry
from generator.records.common import Both
from generator.records.kinds import COMPARISON, PLAN, reported
from generator.records.redirect import split

Entries = Mapping[str, Entry]
What = Literal["added", "removed", "changed", "moved"]
WHATS: tuple[What, ...] = ("added", "removed", "changed", "moved")


Said = Both[str]
NOTHING = Said(zh="", en="")


@dataclass(frozen=True)
class Field:
    """Something said of an entry, before and after; NOTHING where nothing was or is said."""

    key: str
    name: Said
    before: Said
    after: Said


@dataclass(frozen=True)
class Change:
    """An entry that differs.

    what: moved where its id has changed, whatever else has
    ref: what it is known by, after the change; was: before, where that differs
    plan: the one it belongs to, or ""; plan_name: a short name of that; address: where it stands, or stood, or ""
    """

    kind: str
    what: What
    ref: str
    was: str
    plan: str
    plan_name: Said
    name: Said
    address: Said
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class _Value:
    name: Said
    text: Said
    compared: Hashable


ABSENT = _Value(NOTHING, NOTHING, None)


@dataclass(frozen=True)
class Described:
    """A state, described in both languages."""

    zh: Entries
    en: Entries

    def entry(self, ref: str) -> tuple[Entry, Entry]:
        return self.zh[ref], self.en[ref]


def differences(base: Described, head: Described, redirects: Mapping[str, str]) -> tuple[Change, ...]:
    """Return what differs, in the order of a report.

    redirects: by what has gone, what it is called now
    """
    moved = {new: old for old, new in redirects.items() if _moved(base, head, old, new)}
    order = reported()
    return tuple(sorted(_all(base, head, moved), key=lambda change: order.index(change.kind)))


def _moved(base: Described, head: Described, old: str, new: str) -> bool:
    """Return whether an entry goes on under another id: what was there before keeps its own history."""
    went_on = old in base.zh and old not in head.zh and new in head.zh and new not in base.zh
    return went_on and split(old)[0] == split(new)[0]


def _all(base: Described, head: Described, moved: Mapping[str, str]) -> Iterator[Change]:
    new = [f"/{split(ref)[1]}/" for ref in head.zh.keys() - base.zh.keys() - moved.keys() if split(ref)[0] == PLAN]
    for ref in head.zh:
        old = moved.get(ref, ref)
        if old not in base.zh:
            if not _derived(ref) or any(plan in ref for plan in new):
                yield _change("added", ref, "", head.entry(ref), tuple(_fields(None, head.entry(ref))))
            continue
        fields = tuple(_fields(base.entry(old), head.entry(ref)))
        if old != ref:
            yield _change("moved", ref, old, head.entry(ref), fields)
        elif fields:
            yield _change("changed", ref, "", head.entry(ref), fields)
    gone = base.zh.keys() - head.zh.keys() - set(moved.values())
    for ref in base.zh:
        if ref in gone and not _derived(ref):
            yield _change("removed", ref, "", base.entry(ref), tuple(_fields(base.entry(ref), None)))


def _derived(ref: str) -> bool:
    """Return whether an entry only follows from others: it is told where it changed, not where it began or ended."""
    return split(ref)[0] == COMPARISON


def _change(what: What, ref: str, was: str, pair: tuple[Entry, Entry], fields: tuple[Field, ...]) -> Change:
    zh, en = pair
    plans, names, addresses = (
        Said(zh=getattr(zh, name), en=getattr(en, name)) for name in ("plan_name", "name", "address")
    )
    return Change(split(ref)[0], what, ref, was, zh.plan, plans, names, addresses, fields)


def _fields(before: tuple[Entry, Entry] | None, after: tuple[Entry, Entry] | None) -> Iterator[Field]:
    """Yield what is said otherwise: compared as different, and seen so by a reader of either language."""
    old, new = (_values(*pair) if pair else {} for pair in (before, after))
    for key in dict.fromkeys((*new, *old)):
        was, now = old.get(key, ABSENT), new.get(key, ABSENT)
        if was.text != now.text and was.compared != now.compared:
            yield Field(key, now.name if key in new else was.name, was.text, now.text)


def _values(zh: Entry, en: Entry) -> dict[str, _Value]:
    """Return what is said of an entry in both languages."""
    pairs = {key: (value, en.values[key]) for key, value in zh.values.items()}
    return {
        key: _Value(Said(zh=z.name, en=e.name), Said(zh=z.text, en=e.text), (z.compared, e.compared))
        for key, (z, e) in pairs.items()
    }
