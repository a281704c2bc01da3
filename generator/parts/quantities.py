"""How much a figure states: as printed, as a language writes it, in full digits, as a spreadsheet reads it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.edition import formats
from generator.edition.edition import Edition
from generator.edition.formats import Amount, english, normalised
from generator.language.lexicon import SHORT_OF
from generator.parts import hedges
from generator.records import quantity as stated
from generator.records.common import Printed

LONE = ("一", "两")  # alone the one reads as a dash, the other as a word without its noun


@dataclass(frozen=True)
class Quantity:
    """How much a figure states.

    amount: number and unit as the language writes them; None for what is stated in words only
    full: the same in full digits of the base unit, "" where that reads no differently or would be too exact
    printed: number and unit as printed; a lone 一 or 两, which reads as no number, is shown in digits and quoted here
    plain: as a spreadsheet reads it, in the base unit, both ends of a range; size: what it is sorted by
    """

    amount: Amount | None
    full: str
    printed: str
    plain: str
    size: float | None


def values(figure: stated.Quantity) -> tuple[float, ...]:
    """Return a figure's amount, both ends of a range, or nothing for words."""
    return tuple(v for v in (figure.value, figure.value_low, figure.value_high) if v is not None)


def quantity(edition: Edition, record: stated.Quantity) -> Quantity:
    """Return how much a figure states, in the forms that pages show."""
    shown, full = amount(edition, record)
    return Quantity(
        amount=shown,
        full=full if shown and full != shown.text and not _inexact(edition, record) else "",
        printed=_printed(record),
        plain="–".join(str(v) for v in values(record)),
        size=max(values(record), default=None),
    )


def _inexact(edition: Edition, record: stated.Quantity) -> bool:
    """Return whether a Chinese figure is not what its digits say: 百余家 is not 100, 千亿以上 not 100,000,000,000元."""
    hedge = hedges.hedge(edition, record)
    return bool(hedge.inside or hedge.behind) or (edition.is_original and record.comparator_word in SHORT_OF)


def amount(edition: Edition, record: stated.Quantity) -> tuple[Amount | None, str]:
    """Return a figure's amount as the language writes it, and in full digits."""
    if record.comparator == "qualitative" or record.unit is None or record.printed is None:
        return None, ""
    amounts, unit = values(record), edition.corpus.units[record.unit]
    full = normalised(amounts, unit, edition.language).text
    if not edition.is_original:
        return english(amounts, unit), full
    if not record.unit_inferred and record.printed.value == "–".join(f"{v}" for v in amounts):
        full = ""  # 600件 is not made plainer by 600个
    number = record.printed.value.replace("-", "–")
    if _lone(record.printed):
        number = formats.number(amounts[0], edition.language)
        full = edition.t("figure.full_of", full=full, printed=_printed(record))
    return Amount("", number, record.printed.unit or ""), full


def _lone(printed: Printed) -> bool:
    return printed.value in LONE and not printed.unit


def _printed(record: stated.Quantity) -> str:
    """Return number and unit as printed, in quotation marks where they could be taken for something else."""
    if not record.printed:
        return ""
    words = f"{record.printed.value}{record.printed.unit or ''}"
    return f"“{words}”" if _lone(record.printed) else words
