"""What keeps a figure from being an exact promise, and the figure with it in one run of words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.edition.formats import Amount
from generator.language import languages, lexicon
from generator.language.printed_hedges import beside
from generator.records import quantity as stated
from generator.records.target import Target


@dataclass(frozen=True)
class Hedge:
    """What keeps a figure from being an exact promise.

    before, inside, behind: what compares, where the language puts it: before the number (超过, more than), before the
        unit (百余家), behind the unit (5家左右)
    word: the comparator as printed
    striving: the hedge of an aspirational target (力争, strive for), or ""
    firmness: how firmly a target is promised, as a key; commitment: in words; commitment_word: as printed, unless said
    open: said of a target whose text can be read as striven for or firm, or ""
    """

    before: str
    inside: str
    behind: str
    word: str
    striving: str
    firmness: str
    commitment: str
    commitment_word: str
    open: str

    @property
    def comparator(self) -> str:
        """What compares, on whichever side: 达到…以上."""
        return "…".join(filter(None, (self.before, self.inside, self.behind)))


def promise(record: stated.Quantity) -> Target | None:
    """Return a figure where it is a target, which promises something."""
    return record if isinstance(record, Target) else None


def hedge(edition: Edition, record: stated.Quantity) -> Hedge:
    """Return what hedges a quantity; only a target can be striven for."""
    target = promise(record)
    before, inside, behind = _comparator(edition, record)
    firmness = target.firmness if target else ""
    word = (target.commitment_word or "") if target else ""
    shown = word if edition.is_original else ""
    return Hedge(
        before=before,
        inside=inside,
        behind=behind,
        word=record.comparator_word or "",
        striving=shown or edition.t("figure.strive") if firmness == "aspirational" else "",
        firmness=firmness,
        commitment=shown or (edition.t(f"commitment.{firmness}") if firmness else ""),
        commitment_word="" if shown else word,
        open=edition.t("commitment.open") if firmness == "either" else "",
    )


def _comparator(edition: Edition, record: stated.Quantity) -> tuple[str, str, str]:
    """Return the comparator where its language puts it: before the number, before the unit, behind the unit."""
    if not edition.is_original:
        key = "nearly" if record.comparator_word in lexicon.SHORT_OF else record.comparator
        return edition.t(f"comparator.{key}"), "", ""
    word, printed = record.comparator_word or "", record.printed
    if not (word and printed):
        return word, "", ""
    return beside(record.quote, word, printed.value, printed.unit or "")


def spoken(edition: Edition, amount: Amount | None, hedge: Hedge) -> str:
    """Return an amount with what hedges it in one run of words."""
    if amount is None:
        words = edition.t("figure.words_only")
        return edition.t("figure.words_striving", words=words, hedge=hedge.striving) if hedge.striving else words
    parts = [hedge.striving, hedge.before, hedged(edition, amount, hedge)]
    return languages.of(edition.language).joint.join(filter(None, parts))


def hedged(edition: Edition, amount: Amount, hedge: Hedge) -> str:
    """Return an amount with what compares inside and behind it: 百余家, 5家左右."""
    return f"{amount.number}{hedge.inside}{amount.after}{hedge.behind}" if edition.is_original else amount.text
