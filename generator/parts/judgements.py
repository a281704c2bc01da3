"""What a result says of its target, in sentences: what follows, why, and what to heed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.analysis.spans import precision
from generator.corpus.outcomes import Outcome
from generator.edition import formats
from generator.edition.edition import Edition
from generator.parts import figures, quantities
from generator.records.common import Bilingual
from generator.records.fact import Fact
from generator.records.quantity import Quantity


@dataclass(frozen=True)
class JudgementView:
    """What follows from a result. outcome: as a key; said: in words."""

    outcome: str
    said: str
    reasons: tuple[str, ...]
    caveats: tuple[str, ...]


def view(edition: Edition, outcome: Outcome) -> JudgementView:
    """Return what follows from a result, ready to show."""
    found, values = outcome.judgement, _values(edition, outcome)
    return JudgementView(
        outcome=found.outcome,
        said=edition.t(f"judged.outcome.{found.outcome}"),
        reasons=tuple(edition.t(f"judged.reason.{key}", **values) for key in found.reasons),
        caveats=tuple(edition.t(f"judged.caveat.{key}", **values) for key in found.caveats),
    )


def _values(edition: Edition, outcome: Outcome) -> dict[str, str]:
    """Return all that a sentence may name."""
    target, result, judgement = outcome.target.record, outcome.of.record, outcome.judgement
    facts = outcome.target.entry.facts
    base: Fact | None = next((of.record for of in facts if of.record.id == target.baseline), None)
    period = outcome.target.plan.period
    return {
        "result": bare(edition, result) if result.comparator == "eq" else figures.said(edition, result),
        "figure": bare(edition, target),
        "year": str(result.year),
        "target_year": str(target.year or ""),
        "line": _line(edition, target, judgement.line) if judgement.line is not None else "",
        "baseline": bare(edition, base) if base else "",
        "baseline_year": str(base.year or "") if base else "",
        "target_unit": _unit(edition, target),
        "result_unit": _unit(edition, result),
        "target_scope": _words(edition, target.scope),
        "result_scope": _words(edition, result.scope),
        "target_denominator": _words(edition, target.denominator),
        "result_denominator": _words(edition, result.denominator),
        "target_measure": edition.t(f"chart.measures.{target.measure}"),
        "result_measure": edition.t(f"chart.measures.{result.measure}"),
        "left_open": edition.say(target.left_open),
        "provisional_word": result.provisional_word or "",
        "start": str(period.start if period else ""),
        "since": str(result.since or result.year),
    }


def bare(edition: Edition, record: Quantity) -> str:
    """Return an amount without what hedges it."""
    amount = quantities.amount(edition, record)[0]
    return amount.text if amount else ""


def _line(edition: Edition, target: Quantity, line: Decimal) -> str:
    """Return where the straight line stands, to a tenth of what the target prints."""
    step = precision(target)
    shown = (line / step).quantize(Decimal("0.1")) * step if step else line
    return formats.normalised((shown,), edition.corpus.units[target.unit or ""], edition.language).text


def _unit(edition: Edition, record: Quantity) -> str:
    unit = edition.corpus.units.get(record.unit or "")
    if unit is None:
        return edition.t("result.none_of_it")
    return edition.say_unit(unit) or edition.t("result.plain_number")


def _words(edition: Edition, words: Bilingual | None) -> str:
    return edition.say(words) or edition.t("result.none_of_it")
