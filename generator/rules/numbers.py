"""A figure says what its words say: number, unit, comparator, commitment, and what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal

from generator.analysis.texts import figures, quantities, targets
from generator.findings.finding import Finding
from generator.language import lexicon
from generator.language.amounts import NotAnAmount, NotANumber, amount
from generator.records.cited_target import CitedTarget
from generator.records.common import TODO
from generator.records.fact import Fact
from generator.records.filed import Records
from generator.records.kinds import KINDS, TARGET
from generator.records.quantity import Quantity
from generator.records.result import Result
from generator.records.target import Target
from generator.records.vocabulary import Unit
from generator.rules.registry import rule
from generator.source.passages import Passages, find, find_number
from generator.source.text_source import ROW

_VALUES = ("value", "value_low", "value_high", "unit", "printed")
_RESTATED = ("metric", "value", "value_low", "value_high", "unit", "measure")
_HEDGED = ("gt", "lt", "le", "approx")  # comparators that only a word makes


@rule("N001", scope="plan")
def fields_together(records: Records) -> Iterator[Finding]:
    """Find fields that do not go together."""
    for filed, keys, figure, _ in quantities(records):
        filled = {key for key in _VALUES if getattr(figure, key) is not None}
        required, optional = _fields(figure.comparator)
        if missing := required - filled:
            at = (*keys, "comparator")
            yield filed.finding("N001.with", at, comparator=figure.comparator, missing=sorted(missing))
        if extra := filled - required - optional:
            yield filed.finding("N001.without", (*keys, min(extra)), comparator=figure.comparator, extra=sorted(extra))
        if figure.unit_inferred and not figure.notes:
            yield filed.finding("N001.note", (*keys, "unit_inferred"))
        if _inferred(figure) and not figure.unit_inferred:
            yield filed.finding("N001.not-inferred", (*keys, "printed"))


@rule("N002", scope="plan")
def printed_outside_quote(records: Records) -> Iterator[Finding]:
    """Find a printed number or unit that does not stand in the quote."""
    for found in quantities(records):
        filed, keys, figure, passages = found
        for key, look in (("value", find_number), ("unit", find)):
            printed = getattr(figure.printed, key, None)
            where = figure.quote if key == "value" else f"{figure.quote} {_heading(found.provision, passages)}"
            if printed and not look(printed, where):
                yield filed.finding("N002.printed", (*keys, "printed", key), key=key, printed=printed)


@rule("N003", scope="plan")
def unreadable_number(records: Records) -> Iterator[Finding]:
    """Find a printed number that cannot be read, or a unit that its entry does not print."""
    units = _units(records)
    for filed, keys, figure, _ in quantities(records):
        at = (*keys, "printed")
        try:
            _amounts(figure, units)
        except NotANumber:
            yield filed.finding("N003.number", at, printed=figure.printed and figure.printed.value)
        except NotAnAmount:
            allowed = tuple(units[figure.unit or ""].printed)
            yield filed.finding("N003.unit", at, allowed=allowed, printed=figure.printed and figure.printed.unit)


@rule("N004", scope="plan")
def value_as_printed(records: Records) -> Iterator[Finding]:
    """Find a value that is not what is printed."""
    units = _units(records)
    for filed, keys, figure, _ in quantities(records):
        with suppress(NotANumber, NotAnAmount):
            amounts = _amounts(figure, units)
            is_range = figure.comparator == "range"
            stated = (figure.value_low, figure.value_high) if is_range else (figure.value,)
            if amounts and None not in stated and tuple(Decimal(str(s)) for s in stated) != amounts:
                printed, given = "–".join(f"{a:f}" for a in amounts), "–".join(map(str, stated))
                at = (*keys, "value_low" if is_range else "value")
                yield filed.finding("N004.value", at, printed=printed, value=given)


@rule("N005", scope="plan")
def comparator_as_printed(records: Records) -> Iterator[Finding]:
    """Find a comparator that is not what its word says."""
    for filed, keys, figure, _ in quantities(records):
        word, kind = figure.comparator_word, figure.comparator
        if word and (allowed := lexicon.comparator_words(kind)):
            whole = _with_negation(word, figure.quote)
            if not all(kind in lexicon.meanings(words) for words in (word, whole)):
                at = (*keys, "comparator_word")
                yield filed.finding("N005.word", at, comparator=kind, allowed=allowed, word=whole)
        if word is None and kind in _HEDGED:
            yield filed.finding("N005.no-word", (*keys, "comparator"), comparator=kind)
        if isinstance(figure, Fact | Result) and kind == "ge" and word in lexicon.REACHED:
            yield filed.finding("N005.reached", (*keys, "comparator"), word=word)


@rule("N006", scope="plan")
def unit_of_metric(records: Records) -> Iterator[Finding]:
    """Find a target in another unit than its metric's."""
    metrics = {m.record.id: m.record for m in records.metrics}
    for filed, keys, target in targets(records):
        metric = metrics.get(target.metric)
        if metric and target.unit and target.unit not in (metric.unit, TODO):
            yield filed.finding("N006.unit", (*keys, "unit"), metric_unit=metric.unit, unit=target.unit)


@rule("N007", scope="plan")
def commitment_as_printed(records: Records) -> Iterator[Finding]:
    """Find a commitment that its word does not carry."""
    for found in figures(records):
        filed, keys, target = found.filed, found.keys, found.figure
        if not isinstance(target, Target):
            continue
        word = target.commitment_word
        if (target.commitment == "aspirational") != (word is not None):
            yield filed.finding("N007.no-word", (*keys, "commitment"))
        elif word and not re.search(lexicon.hedging(), word):
            allowed = lexicon.hedge_words()
            yield filed.finding("N007.word", (*keys, "commitment_word"), allowed=allowed, word=word)
        if target.commitment_open and not (target.commitment == "firm" and _hedged(found.sentence())):
            yield filed.finding("N007.open", (*keys, "commitment_open"), allowed=lexicon.hedge_words())


def _hedged(sentence: str | None) -> bool:
    return sentence is None or re.search(lexicon.hedging(), sentence) is not None


@rule("N008", scope="plan")
def measure_as_printed(records: Records) -> Iterator[Finding]:
    """Find a measure that the sentence of the quote does not print."""
    for found in quantities(records):
        target = found.figure
        if (
            isinstance(target, Target | Result | CitedTarget)
            and not target.notes
            and (words := lexicon.count_words(target.measure))
        ):
            context = found.sentence()
            if context is not None and not any(w in context for w in words):
                given = {"measure": target.measure, "allowed": words, "sentence": context[:60]}
                yield found.filed.finding("N008.measure", (*found.keys, "measure"), **given)


@rule("N009", scope="plan")
def longer_word(records: Records) -> Iterator[Finding]:
    """Find a unit's word that goes on behind another one or the name: 人次 counts something else than 人."""
    for filed in records.units:
        shown, printed = filed.record.name.zh, filed.record.printed
        for word in set(printed) - {shown}:
            shorter = [w for w in {shown, *printed} - {word, ""} if word.startswith(w)]
            if shorter:
                longest = max(shorter, key=len)
                yield filed.finding("N009.longer", ("printed", word), word=word, shorter=longest, shown=shown)


@rule("N010", scope="plan")
def restated_alike(records: Records) -> Iterator[Finding]:
    """Find a target that counts or states otherwise what it restates, where no doubt of the plan says so."""
    for plan_files in records.plans:
        stated = {target.id: target for target in plan_files.plan.targets}
        for keys, target in plan_files.records(KINDS[TARGET]):
            first = stated.get(target.repeat_of or "")
            doubted = any({target.id, target.repeat_of} <= {*anomaly.targets} for anomaly in plan_files.plan.anomalies)
            for key in _RESTATED if first and first.wording == target.wording and not doubted else ():
                if getattr(first, key) != getattr(target, key):
                    given = {"key": key, "id": target.repeat_of, "first": getattr(first, key)}
                    yield plan_files.filed.finding("N010.otherwise", (*keys, key), value=getattr(target, key), **given)


def _heading(provision: str, passages: Passages) -> str:
    """Return what is printed above the cells of a table: its one or two headings, and the passage before, a caption."""
    row = passages.by_id.get(provision)
    table = passages.by_id.get(row.parent or "") if row and row.level == ROW else None
    if table is None:
        return ""
    before = [p for p in passages.children.get(table.parent or "", ()) if p.line < table.line][-1:]
    return " ".join(p.words for p in (*before, table, *passages.children[table.id][:1]))


def _fields(comparator: str) -> tuple[set[str], set[str]]:
    """Return which fields a comparator requires, and which it also allows."""
    if comparator == "qualitative":
        return set(), {"unit", "printed"}
    values = {"value_low", "value_high"} if comparator == "range" else {"value"}
    return {*values, "unit", "printed"}, set()


def _inferred(figure: Quantity) -> bool:
    """Return whether a figure has a unit that is not printed."""
    return figure.printed is not None and figure.printed.unit is None and figure.unit not in (None, TODO)


def _units(records: Records) -> dict[str, Unit]:
    return {u.record.id: u.record for u in records.units}


def _amounts(figure: Quantity, units: dict[str, Unit]) -> tuple[Decimal, ...] | None:
    """Return what is printed, in the base of its unit; None where there is nothing to read.

    Raises NotANumber or NotAnAmount.
    """
    unit = units.get(figure.unit or "")
    if figure.printed is None or unit is None or figure.comparator == "qualitative":
        return None
    return amount(figure.printed.value, figure.printed.unit, unit.printed)


def _with_negation(word: str, quote: str) -> str:
    """Return a comparator's word with the negation before it, unless the quote also prints it without."""
    return min(re.findall(f"{lexicon.NEGATION}?{re.escape(word)}", quote), key=len, default=word)
