"""An alias stands for one entry of its file, and is none of its own names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.findings.finding import Finding
from generator.records.filed import Records
from generator.records.kinds import lists
from generator.records.term import Term
from generator.rules.registry import rule


@rule("I004", scope="common")
def ambiguous_alias(records: Records) -> Iterator[Finding]:
    """Find an alias that repeats a name of its entry, or that names or stands for another entry of the same file."""
    for kind in (kind for kind in lists() if kind.model and "aliases" in kind.model.model_fields):
        taken = {_plain(name): entry.record.id for entry in records.of(kind) for name in _names(entry.record)}
        for entry in records.of(kind):
            own = {*map(_plain, _names(entry.record))}
            for i, alias in enumerate(entry.record.aliases):
                if _plain(alias) in own:
                    yield entry.finding("I004.own", ("aliases", i), alias=alias)
                elif _plain(alias) in taken:
                    yield entry.finding("I004.taken", ("aliases", i), alias=alias, taken=taken[_plain(alias)])
                taken.setdefault(_plain(alias), entry.record.id)
                own.add(_plain(alias))


def _names(record: Any) -> tuple[str, ...]:
    """Return what an entry is called in either language."""
    match record:
        case Term():
            return (record.zh, record.en, *filter(None, (record.official_en,)), *record.also)
        case _:
            return (record.name.zh, record.name.en)


def _plain(name: str) -> str:
    return "".join(name.casefold().split())
