"""Build a figure from what was read of it, the same way for running text and for tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from generator.extract.drafting.annotations import Period
from generator.extract.drafting.hedges import Hedge, Reading
from generator.extract.drafting.vocabulary import Vocabulary, bare_unit
from generator.extract.drafting.years import Mention
from generator.language.amounts import RANGE_SIGNS, amount
from generator.language.lexicon import REACHED, Measured
from generator.language.units import COUNTERS, MEASURES
from generator.records.common import TODO, Bilingual, Printed
from generator.records.fact import Fact
from generator.records.target import Target
from generator.rules.quotes import governing

F = TypeVar("F", Target, Fact)

BARE = Reading("eq", None)


@dataclass(frozen=True)
class Drafted(Generic[F]):
    """A figure and what the program is unsure of; hints are for the editor, but question nothing that is written."""

    figure: F
    doubts: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


Either = Drafted[Target] | Drafted[Fact]


@dataclass(frozen=True)
class Amount:
    """A printed amount.

    value, unit: as printed; where the unit stands in a heading, as printed there
    per: what it is per (万人, 平方公里); inferred: the unit word that is meant where none is printed
    in_words: whether it is no plain number (三分之一)
    """

    value: str
    unit: str | None
    comparator: Reading = BARE
    per: str | None = None
    inferred: str | None = None
    in_words: bool = False

    @property
    def is_range(self) -> bool:
        return any(sign in self.value for sign in RANGE_SIGNS)


@dataclass(frozen=True)
class Due:
    """The year of a figure, the words that set it, and their passage where it is another one."""

    year: int | None = None
    words: str | None = None
    provision: str | None = None

    @classmethod
    def of(cls, mention: Mention | None) -> Due:
        return cls(mention.year, mention.words, mention.provision) if mention else cls()


@dataclass(frozen=True)
class Stated:
    """What the words state, before it is known to be a target or a fact.

    amount: None for a promise in words; of: what a share or density is of; about: the words a metric is found by
    context: the sentence around them
    """

    provision: str
    quote: str
    label: str
    due: Due = field(default_factory=Due)
    amount: Amount | None = None
    of: str | None = None
    about: str = ""
    context: str = ""
    metric: str | None = None
    notes: tuple[Bilingual, ...] = ()
    doubts: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Builder:
    """Builds figures.

    period: first and last year of the plan
    is_rule: whether the text is a regulation (办法, 条例), whose amounts are conditions more often than goals
    """

    vocabulary: Vocabulary
    period: Period
    is_rule: bool = False

    def unit(self, stated: Stated) -> str | None:
        """Return the id of a figure's unit; None when no unit prints it."""
        a = stated.amount
        word = a and (a.inferred or a.unit)
        return self.vocabulary.unit(word, a.per) if a and word else None

    def fact(self, stated: Stated) -> Drafted[Fact]:
        """Return what exists already."""
        fields, doubts = self._fields(stated)
        metric, hint = self._metric(stated, fields)
        if fields["comparator"] == "ge" and fields.get("comparator_word") in REACHED:
            fields["comparator"] = "eq"
        return _drafted(Fact(**fields, metric=None if metric == TODO else metric), doubts, (*stated.hints, hint))

    def target(self, stated: Stated, measure: Measured, hedge: Hedge) -> Drafted[Target]:
        """Return what is promised."""
        fields, doubts = self._fields(stated)
        metric, hint = self._metric(stated, fields)
        year = stated.due.year
        doubts += ["the year lies before the plan; is it a fact?"] if year and year < self.period[0] else []
        if year and stated.due.words and not self.period[0] <= year <= self.period[1]:
            fields["notes"] = (*fields["notes"], _outside(year, stated.due.words, self.period))
        target = Target(
            **fields,
            metric=metric,
            measure=measure if "value" in fields or "value_low" in fields else "unspecified",
            commitment=hedge.commitment,
            commitment_word=hedge.word,
        )
        target = target.model_copy(update={"quote": _carrying(target, stated.context)})
        return _drafted(target, [*doubts, *([hedge.doubt] if hedge.doubt else [])], (*stated.hints, hint))

    def _metric(self, stated: Stated, fields: dict[str, Any]) -> tuple[str, str | None]:
        if stated.metric:
            return stated.metric, None
        unit = fields.get("unit")
        return self.vocabulary.metric(stated.about or stated.label, unit, stated.context)

    def _fields(self, stated: Stated) -> tuple[dict[str, Any], list[str]]:
        fields: dict[str, Any] = {
            "id": TODO,
            "label": self.vocabulary.bilingual(stated.label),
            "provision": stated.provision,
            "quote": stated.quote,
            "quote_en": TODO,
            "year": stated.due.year,
            "year_words": stated.due.words,
            "year_provision": stated.due.provision,
            "denominator": self.vocabulary.bilingual(stated.of) if stated.of else None,
            "comparator": "qualitative",
            "notes": stated.notes,
        }
        doubts = list(stated.doubts)
        if stated.amount and stated.amount.in_words:
            fields["printed"] = Printed(value=stated.amount.value, unit=None)
        elif stated.amount:
            unit = self.unit(stated)
            doubts += [] if unit or stated.amount.unit else ["no unit is printed; which is meant?"]
            fields |= self._amount(stated.amount, unit)
            fields["notes"] = (*stated.notes, *self._inferred(stated.amount, unit))
        return fields, doubts

    def _amount(self, a: Amount, unit: str | None) -> dict[str, Any]:
        values = self._values(a, unit)
        fields: dict[str, Any] = {
            "printed": Printed(value=a.value, unit=a.unit or None),
            "unit": unit or TODO,
            "unit_inferred": bool(a.inferred and unit),
        }
        if a.is_range:
            return fields | {"comparator": "range", "value_low": values[0], "value_high": values[1]}
        return fields | {
            "comparator": a.comparator.comparator,
            "comparator_word": a.comparator.word,
            "value": values[0],
        }

    def _values(self, a: Amount, unit: str | None) -> list[int | float]:
        bare = bare_unit(a.unit or "", (*self.vocabulary.unit_words, *MEASURES, *COUNTERS))
        known = self.vocabulary.units[unit].printed if unit else {bare: 1, "": 1}
        as_printed = "." in a.value and a.value[-1].isdigit() and a.unit in (None, bare)
        values = amount(a.value, a.unit, known)
        return [int(v) if v == v.to_integral_value() and not as_printed else float(v) for v in values]

    def _inferred(self, a: Amount, unit: str | None) -> Iterable[Bilingual]:
        if a.inferred and unit:
            name, printed = self.vocabulary.units[unit].name, f"{a.value}{a.unit or ''}"
            yield Bilingual(
                zh=f"原文只印“{printed}”，未印单位；据上下文推断单位为{name.zh}。",
                en=f"The text prints only “{printed}” without a unit; that {name.en or 'items'} are meant is inferred.",
            )


def _carrying(target: Target, sentence: str) -> str:
    """Return the quote of a target, begun early enough to carry the words of its sentence that govern its figure."""
    quote = target.quote
    for _, words in governing(target):
        at = sentence.find(quote)
        before = max((sentence.rfind(word, 0, at) for word in words), default=-1) if at > 0 else -1
        if before >= 0 and not any(word in quote for word in words):
            quote = sentence[before : at + len(quote)]
    return quote


def _outside(year: int, words: str, period: Period) -> Bilingual:
    return Bilingual(
        zh=f"原文印“{words}”，不在本计划{period[0]}—{period[1]}年的计划期内。",
        en=f"The text prints “{words}” ({year}), outside the plan's period {period[0]}–{period[1]}.",
    )


def _drafted(figure: F, doubts: Iterable[str], hints: Iterable[str | None]) -> Drafted[F]:
    return Drafted(figure, tuple(dict.fromkeys(doubts)), tuple(hint for hint in hints if hint))
