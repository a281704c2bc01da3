"""Read a state as far as it can be told: without what has no right form, and what refers to nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from generator.diff.stand_ins import needed, with_records, with_stand_ins
from generator.findings.finding import DataError, Finding
from generator.project.layout import Layout
from generator.records.filed import Filed, PlanFiles, Records, files
from generator.records.kinds import PLAN, Kind, inside_plan
from generator.records.loading import load
from generator.records.redirect import reference
from generator.rules.run import everything, findings, is_of
from generator.source import places

LEADING = ("F001", "F002", "F003")  # the rules that ask whether what is referred to is there


class Key(NamedTuple):
    """What a record is known by in both states.

    id: the record itself where it has none
    """

    kind: str
    plan: str
    id: object

    @property
    def ref(self) -> str:
        """Return what names it; "" where it has no id."""
        named = isinstance(self.id, str)
        return reference(*filter(None, (self.kind, self.plan, str(self.id)))) if named else ""


@dataclass(frozen=True)
class State:
    """What is read of a state.

    findings: everything that is wrong with it and must be mended
    left_out: the plans that cannot be read
    """

    records: Records
    findings: tuple[Finding, ...] = ()
    left_out: tuple[Key, ...] = ()


def base(layout: Layout) -> Records:
    """Read a state that need not keep every rule of today, if only all it refers to is there. Raises DataError."""
    records = load(layout)
    if missing := findings(records, LEADING):
        raise DataError(missing)
    return records


def head(layout: Layout) -> State:
    """Read a state whatever is wrong with it. Raises DataError where what belongs to no plan cannot be read."""
    wrong = tuple(finding for finding in everything(layout) if finding.severity == "error")
    records = load(layout, first=bool(wrong))
    if not wrong:
        return State(records)
    unread = records.written - {each.plan.id for each in records.plans}
    return State(records, wrong, tuple(Key(PLAN, "", id_) for id_ in sorted(unread)))


def together(base: Records, head: State) -> tuple[Records, Records, tuple[Key, ...]]:
    """Return both states as far as both can be told, and what is left out: what one has alone would look new or gone.

    Raises DataError where what refers to nothing is no record.
    """
    if not head.findings:
        return base, head.records, ()
    ids = needed(base, head.records)
    before, after = with_stand_ins(base, ids), with_stand_ins(head.records, ids)
    left_out = head.left_out
    while True:
        before, found = _settled(before, left_out)
        after, found = _settled(after, found)
        if len(found) == len(left_out):
            return before, after, left_out
        left_out = found


def _settled(records: Records, left_out: Collection[Key]) -> tuple[Records, tuple[Key, ...]]:
    """Return records without some, and without those that refer to nothing that is left; and all that is left out."""
    gone = dict.fromkeys(left_out)
    while True:
        told = _without(records, gone)
        missing = findings(told, LEADING)
        if not missing:
            return told, tuple(gone)
        holders = [_holder(told, finding) for finding in missing]
        if None in holders:
            raise DataError(missing)
        gone.update((key, None) for key in holders if key)


def _filed(records: Records) -> Iterator[tuple[tuple[str, int, int], Key]]:
    """Yield where each record begins, and what it is known by; a plan begins anew behind each of its lists."""
    for each in records.plans:
        document, own = each.filed.document, Key(PLAN, "", each.plan.id)
        yield (document.path, 0, 0), own
        yield from (((document.path, *document.mark(name)), own) for name in type(each.plan).model_fields)
        for kind in inside_plan():
            for keys, record in each.records(kind):
                yield (document.path, *document.mark(*keys)), _key(kind, record, each.plan.id)
    for kind in _listed():
        for filed in records.of(kind):
            yield (filed.document.path, *filed.document.mark(*filed.at)), _key(kind, filed.record)


def _listed() -> list[Kind]:
    return [kind for kind in files() if kind.name != PLAN]


def _key(kind: Kind, record: Any, plan: str = "") -> Key:
    return Key(kind.name, plan, getattr(record, "id", record))


def _holder(records: Records, finding: Finding) -> Key | None:
    """Return the record that a finding stands in."""
    of_text = next((each.plan.id for each in records.plans if is_of(each.plan.id, finding.path)), "")
    at = (finding.path, finding.line, finding.column)
    before = [(place, key) for place, key in _filed(records) if place[0] == at[0] and place <= at]
    if not before and of_text:
        return Key(PLAN, "", of_text)
    return max(before, key=lambda found: (found[0], bool(found[1].plan)))[1] if before else None


def _without(records: Records, gone: Collection[Key]) -> Records:
    plans = tuple(_plan_without(each, gone) for each in records.plans if Key(PLAN, "", each.plan.id) not in gone)
    listed = {kind.plural: _list_without(kind, records.of(kind), gone) for kind in _listed()}
    return replace(records, plans=plans, filed=listed, written=frozenset(each.plan.id for each in plans))


def _list_without(kind: Kind, filed: Collection[Filed[Any]], gone: Collection[Key]) -> tuple[Filed[Any], ...]:
    return tuple(each for each in filed if _key(kind, each.record) not in gone)


def _plan_without(each: PlanFiles, gone: Collection[Key]) -> PlanFiles:
    """Return a plan without some of its records; the places of the others stay with them."""
    left: dict[str, tuple[Any, ...]] = {}
    place = each.filed.document.place
    for kind in inside_plan():
        found = getattr(each.plan, kind.plural)
        lost = {i for i, record in enumerate(found) if _key(kind, record, each.plan.id) in gone}
        if lost:
            left[kind.plural] = tuple(record for i, record in enumerate(found) if i not in lost)
            place = places.without(place, kind.plural, lost)
    if not left:
        return each
    moved = replace(each, filed=replace(each.filed, document=replace(each.filed.document, place=place)))
    return with_records(moved, left)
