"""Compare the records of plans with a second reading of the same texts, made without seeing the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.audits.files import entries, plan_of, unknown, whole
from generator.findings.finding import Finding
from generator.project.layout import Layout
from generator.records.audit import READINGS, Reading, SecondTarget, Settlement, Told
from generator.records.filed import Filed, PlanFiles, Records
from generator.records.kinds import MEASURE, TARGET, TASK
from generator.records.plan import Plan
from generator.records.target import Target
from generator.source.files import listed
from generator.source.passages import Passages, Span, find

VALUES = ("value", "value_low", "value_high")
COMPARED = (*VALUES, "unit", "comparator", "comparator_word", "measure", "year", "commitment", "commitment_word")


class Difference(NamedTuple):
    """What the two readings say differently: plan, what and field as in a settlement, ours, theirs."""

    plan: str
    what: str
    field: str
    first: Told
    second: Told


def check(layout: Layout, records: Records) -> Iterator[Finding]:
    """Yield A001 for a reading of no plan, A002 for a quote that is not in the text, A003 for a difference that is not
    settled, A004 for a settlement of none.
    """
    broken: list[Finding] = []
    settled = entries(layout, Settlement, broken)
    known = {_difference(s.record): s for s in settled}
    found: set[Difference] = set()
    for path in listed(layout.structured / READINGS, "*.yaml"):
        filed, files = whole(layout, path, Reading, broken), plan_of(records, path.stem)
        if filed and files:
            yield from _strangers(filed, files)
            different = list(differences(files, filed.record))
            found.update(different)
            yield from (_unsettled(files, d) for d in different if d not in known)
        elif filed:
            yield unknown(records, filed, (), path.stem)
    yield from broken
    yield from (s.finding("A004.idle", ("what",)) for s in settled if _idle(s, known, found))


def _difference(settlement: Settlement) -> Difference:
    return Difference(*(getattr(settlement, key) for key in Difference._fields))


def _idle(settled: Filed[Settlement], known: dict[Difference, Filed[Settlement]], found: set[Difference]) -> bool:
    """Return whether a settlement is of no difference, or of one that another entry settles."""
    difference = _difference(settled.record)
    return difference not in found or known[difference] is not settled


def _strangers(filed: Filed[Reading], files: PlanFiles) -> Iterator[Finding]:
    passages = Passages(files.text)
    for i, target in enumerate(filed.record.targets):
        if _place(passages, target.provision, target.quote) is None:
            at = ("targets", i, "quote")
            yield filed.finding("A002.quote", at, provision=target.provision, words=target.quote)


def _unsettled(files: PlanFiles, difference: Difference) -> Finding:
    ids = [target.id for target in files.plan.targets]
    at = ("targets", ids.index(difference.what), difference.field) if difference.what in ids else ()
    values = {key: _told(value) for key, value in difference._asdict().items()}
    return files.filed.finding("A003.reading", at, **values)


def _told(value: Told) -> str:
    return "null" if value is None else str(value)


def differences(files: PlanFiles, reading: Reading) -> Iterator[Difference]:
    """Yield what the records of a plan and a second reading say differently."""
    plan = files.plan
    yield from _target_differences(files, reading)
    tasks = {t.provision: _title(t.title.zh) for t in plan.tasks}
    theirs = {t.provision: _title(t.title) for t in reading.tasks}
    for provision in sorted(tasks.keys() | theirs.keys()):
        ours, second = tasks.get(provision), theirs.get(provision)
        if ours != second:
            yield Difference(plan.id, provision, "title" if ours and second else TASK, ours, second)
    measures = {(m.provision, _title(m.title.zh)) for m in plan.measures}
    others = {(m.provision, _title(m.title)) for m in reading.measures}
    yield from (Difference(plan.id, at, MEASURE, title, None) for at, title in sorted(measures - others))
    yield from (Difference(plan.id, at, MEASURE, None, title) for at, title in sorted(others - measures))


def _target_differences(files: PlanFiles, reading: Reading) -> Iterator[Difference]:
    plan, left = files.plan, list(reading.targets)
    pairs = _pairs(files, left)
    for target, second in pairs:
        for field in COMPARED:
            if getattr(target, field) != getattr(second, field):
                yield Difference(plan.id, target.id, field, getattr(target, field), getattr(second, field))
    paired = {target.id for target, _ in pairs}
    for target in _current(plan):
        if target.id not in paired:
            yield Difference(plan.id, target.id, TARGET, target.quote, None)
    for second in left:
        yield Difference(plan.id, f"{second.provision} {second.quote}", TARGET, None, second.quote)


def _pairs(files: PlanFiles, left: list[SecondTarget]) -> list[tuple[Target, SecondTarget]]:
    """Return the targets that both readings have; what only the second one has is left."""
    passages, pairs = Passages(files.text), list[tuple[Target, SecondTarget]]()
    # those that agree on the values first, so that a wrong value cannot take away another's partner
    for same_values in (True, False):
        for target in _current(files.plan):
            if any(target is ours for ours, _ in pairs):
                continue
            if (second := _partner(target, left, passages, same_values)) is not None:
                pairs.append((target, second))
                left.remove(second)
    return pairs


def _current(plan: Plan) -> Iterator[Target]:
    """Yield the targets of the text of today: a second reading is of no earlier wording."""
    yield from (target for target in plan.targets if target.wording is None)


def _partner(target: Target, left: list[SecondTarget], passages: Passages, same_values: bool) -> SecondTarget | None:
    """Return the record of the second reading that stands in the same words, the one that shares most of them."""
    own = _place(passages, target.provision, target.quote)
    best: tuple[int, SecondTarget] | None = None
    for second in left:
        place = _place(passages, second.provision, second.quote)
        if own is None or place is None or second.provision != target.provision:
            continue
        if same_values and any(getattr(target, key) != getattr(second, key) for key in VALUES):
            continue
        shared = min(own.end, place.end) - max(own.start, place.start)
        if shared > 0 and (best is None or shared > best[0]):
            best = (shared, second)
    return best[1] if best else None


def _place(passages: Passages, provision: str, quote: str) -> Span | None:
    passage = passages.by_id.get(provision)
    return find(quote, passage.words) if passage else None


def _title(title: str) -> str:
    return title.removesuffix("。")
