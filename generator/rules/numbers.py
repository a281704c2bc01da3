"""A figure says what its words say: number, unit, comparator, commitment, and what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.findings.finding import Finding
from generator.language import lexicon
from generator.language.amounts import NotAnAmount, NotANumber, amount
from generator.records.common import TODO
from generator.records.figure import Figure
from generator.records.loading import Filed, Records
from generator.records.plan import Plan
from generator.records.target import Target
from generator.records.vocabulary import Unit
from generator.source.passages import Passages, find, find_number, sentence
from generator.source.yaml_source import Keys


def check(records: Records) -> Iterator[Finding]:
    """Yield N001 … N009, see `_unit`, `_figure` and `_target`."""
    for filed_unit in records.units:
        yield from _unit(filed_unit)
    units = {u.record.id: u.record for u in records.units}
    metrics = {m.record.id: m.record for m in records.metrics}
    for plan_files in records.plans:
        filed, plan = plan_files.filed, plan_files.plan
        passages = Passages(plan_files.text)
        for i, target in enumerate(plan.targets):
            yield from _figure(filed, ("targets", i), target, units)
            yield from _target(filed, ("targets", i), target, passages)
            metric = metrics.get(target.metric)
            if metric and target.unit and target.unit not in (metric.unit, TODO):
                yield filed.finding("N006.unit", ("targets", i, "unit"), metric_unit=metric.unit, unit=target.unit)
        for i, fact in enumerate(plan.facts):
            yield from _figure(filed, ("facts", i), fact, units)
            if fact.comparator == "ge" and fact.comparator_word in lexicon.REACHED:
                yield filed.finding("N005.reached", ("facts", i, "comparator"), word=fact.comparator_word)


def _unit(filed: Filed[Unit]) -> Iterator[Finding]:
    """Yield N009 for a printed word that goes on behind another one or the name: 人次 counts something else than 人."""
    unit = filed.record
    shown = unit.name.zh
    for word in unit.printed:
        for shorter in sorted({shown, *unit.printed} - {word, ""}, key=len, reverse=True):
            if word != shown and word.startswith(shorter):
                yield filed.finding("N009.longer", ("printed", word), word=word, shorter=shorter, shown=shown)
                break


def _figure(filed: Filed[Plan], keys: Keys, figure: Figure, units: dict[str, Unit]) -> Iterator[Finding]:
    """Yield N001 for fields that do not go together, N002 for a printed number or unit outside the quote,
    N003 for one that cannot be read, N004 for a value that is not what is printed, N005 for a comparator that
    is not what its word says.
    """
    yield from _shape(filed, keys, figure)
    word, kind = figure.comparator_word, figure.comparator
    if word and (allowed := lexicon.comparator_words(kind)):
        printed_word = _with_negation(word, figure.quote)
        if not all(kind in lexicon.meanings(words) for words in (word, printed_word)):
            at = (*keys, "comparator_word")
            yield filed.finding("N005.word", at, comparator=kind, allowed=allowed, word=printed_word)
    if word is None and kind in ("gt", "lt", "le", "approx"):
        yield filed.finding("N005.no-word", (*keys, "comparator"), comparator=kind)
    if figure.printed is None:
        return
    for key in ("value", "unit"):
        printed = getattr(figure.printed, key)
        if printed and not (find if key == "unit" else find_number)(printed, figure.quote):
            yield filed.finding("N002.printed", (*keys, "printed", key), key=key, printed=printed)
    if figure.printed.unit is None and figure.unit not in (None, TODO) and not figure.unit_inferred:
        yield filed.finding("N001.not-inferred", (*keys, "printed"))
    unit = units.get(figure.unit or "")
    if unit is None or kind == "qualitative":
        return
    try:
        amounts = amount(figure.printed.value, figure.printed.unit, unit.printed)
    except NotANumber:
        yield filed.finding("N003.number", (*keys, "printed"), printed=figure.printed.value)
        return
    except NotAnAmount:
        allowed = tuple(unit.printed)
        yield filed.finding("N003.unit", (*keys, "printed"), allowed=allowed, printed=figure.printed.unit)
        return
    stated = (figure.value_low, figure.value_high) if kind == "range" else (figure.value,)
    if None not in stated and tuple(Decimal(str(s)) for s in stated) != amounts:
        key = "value_low" if kind == "range" else "value"
        printed, given = "–".join(f"{a:f}" for a in amounts), "–".join(map(str, stated))
        yield filed.finding("N004.value", (*keys, key), printed=printed, value=given)


def _with_negation(word: str, quote: str) -> str:
    """Return a comparator's word with the negation before it, unless the quote also prints it without."""
    return min(re.findall(f"{lexicon.NEGATION}?{re.escape(word)}", quote), key=len, default=word)


def _shape(filed: Filed[Plan], keys: Keys, figure: Figure) -> Iterator[Finding]:
    kind = figure.comparator
    filled = {
        key for key in ("value", "value_low", "value_high", "unit", "printed") if getattr(figure, key) is not None
    }
    required: set[str]
    if kind == "qualitative":
        required, optional = set(), {"unit", "printed"}
    elif kind == "range":
        required, optional = {"value_low", "value_high", "unit", "printed"}, set()
    else:
        required, optional = {"value", "unit", "printed"}, set()
    if missing := required - filled:
        yield filed.finding("N001.with", (*keys, "comparator"), comparator=kind, missing=sorted(missing))
    if extra := filled - required - optional:
        yield filed.finding("N001.without", (*keys, min(extra)), comparator=kind, extra=sorted(extra))
    if figure.unit_inferred and not figure.notes:
        yield filed.finding("N001.note", (*keys, "unit_inferred"))


def _target(filed: Filed[Plan], keys: Keys, target: Target, passages: Passages) -> Iterator[Finding]:
    """Yield N007 for a commitment that its word does not carry, N008 for a measure that the text does not print."""
    word = target.commitment_word
    if (target.commitment == "aspirational") != (word is not None):
        yield filed.finding("N007.no-word", (*keys, "commitment"))
    elif word and not re.search(lexicon.hedging(), word):
        allowed = lexicon.hedge_words()
        yield filed.finding("N007.word", (*keys, "commitment_word"), allowed=allowed, word=word)
    words = lexicon.count_words(target.measure)
    provision = passages.by_id.get(target.provision)
    span = find(target.quote, provision.words) if provision else None
    if words and provision and span and not target.notes:
        context = sentence(provision.words, span)
        if not any(w in context for w in words):
            yield filed.finding(
                "N008.measure", (*keys, "measure"), measure=target.measure, allowed=words, sentence=context[:60]
            )
