"""How much a figure states: as printed, as a language writes it, in full digits, as a spreadsheet reads it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.edition import formats
from generator.edition.edition import Edition
from generator.edition.formats import Amount, english, normalised
from generator.records import quantity as stated
from generator.records.common import Printed

LONE = "一"  # alone it reads as a dash


@dataclass(frozen=True)
class Quantity:
    """How much a figure states.

    amount: number and unit as the language writes them; None for what is stated in words only
    full: the same in full digits of the base unit, "" where that reads no differently
    printed: number and unit as printed; a lone 一, which reads as a dash, is shown as 1 and quoted here
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
        full=full if shown and full != shown.text else "",
        printed=_printed(record),
        plain="–".join(str(v) for v in values(record)),
        size=max(values(record), default=None),
    )


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
    if _reads_as_a_dash(record.printed):
        number = formats.number(amounts[0], edition.language)
        full = edition.t("figure.full_of", full=full, printed=_printed(record))
    return Amount("", number, record.printed.unit or ""), full


def _reads_as_a_dash(printed: Printed) -> bool:
    return printed.value == LONE and not printed.unit


def _printed(record: stated.Quantity) -> str:
    """Return number and unit as printed, in quotation marks where they could be taken for something else."""
    if not record.printed:
        return ""
    words = f"{record.printed.value}{record.printed.unit or ''}"
    return f"“{words}”" if _reads_as_a_dash(record.printed) else words
