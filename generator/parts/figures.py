"""A target or fact as a reader sees it: a figure, what hedges it, and the words it came from."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.comparability import is_ratio
from generator.corpus.plan_entry import InPlan
from generator.edition import formats
from generator.edition.edition import Edition
from generator.edition.formats import Amount, english, normalised
from generator.edition.page import Link
from generator.language import languages, lexicon
from generator.parts.correction import Correction, of_plan
from generator.records.common import Printed
from generator.records.figure import Figure
from generator.records.target import Target
from generator.records.vocabulary import Unit

LONE = "一"  # alone it reads as a dash


@dataclass(frozen=True)
class FigureView:
    """A figure, ready to be laid out.

    comparator: word before the number, as printed in Chinese, by its meaning in English; "" for a bare number
    inside, behind: a Chinese comparator that stands before or after the unit (百余家, 5家左右), or ""
    amount: number and unit; None for what is stated in words only
    printed: number and unit as printed; a lone 一, which reads as a dash, is shown as 1 and quoted here
    full: the same in full digits of the base unit, where that reads differently
    counted: what kind of count it is, of what, relative to what, in one line
    quote: the Chinese words; quote_en: the same in English
    ended: that the period of its plan has ended, and when; "" while it has not
    striving: the hedge (力争, strive) of an aspirational target, or ""
    plain: the amount in the unit's base as a spreadsheet reads it, both ends of a range; size: what it is sorted by
    """

    id: str
    anchor: str
    kind: str
    label: str
    park: Link
    plan: Link
    itself: Link
    metric: Link | None
    comparator: str
    inside: str
    behind: str
    comparator_word: str
    amount: Amount | None
    full: str
    printed: str
    unit_inferred: str
    year: str
    horizon: str
    ended: str
    striving: str
    commitment: str
    commitment_word: str
    measure: str
    counted: str
    scope: str
    denominator: str
    baseline: Link | None
    repeat_of: Link | None
    quote: str
    quote_en: str
    provision: Link
    anomalies: tuple[Link, ...]
    notes: tuple[str, ...]
    correction: Correction | None
    share: float | None = None
    plain: str = ""
    size: float | None = None


def target(edition: Edition, of: InPlan[Target]) -> FigureView:
    """Return the view of a target."""
    return _view(edition, of, "target", of.record)


def fact(edition: Edition, of: InPlan[Figure]) -> FigureView:
    """Return the view of a fact."""
    return _view(edition, of, "fact", None)


def spoken(edition: Edition, view: FigureView) -> str:
    """Return a figure in one run of words: 力争达到3000亿元, strive for at least RMB 300 billion."""
    if view.amount is None:
        parts = [view.striving, edition.t("figure.words_only")]
    elif edition.is_original:
        number = f"{view.amount.number}{view.inside}{view.amount.after}{view.behind}"
        parts = [view.striving, view.comparator, number]
    else:
        parts = [view.striving, view.comparator, view.amount.text]
    return languages.of(edition.language).joint.join(filter(None, parts))


def values(figure: Figure) -> tuple[float, ...]:
    """Return a figure's amount, both ends of a range, or nothing for words."""
    return tuple(v for v in (figure.value, figure.value_low, figure.value_high) if v is not None)


def _view(edition: Edition, of: InPlan[Figure] | InPlan[Target], kind: str, target_: Target | None) -> FigureView:
    figure: Figure = of.record
    plan, t, to = of.plan, edition.t, edition.to
    amount, full, inferred = _amount(edition, figure)
    baseline = repeat = None
    if target_ and target_.baseline:
        start = next(f for f in of.entry.facts if f.record.id == target_.baseline)
        baseline = Link(_short(edition, start.record), to.inside("fact", plan.id, start.record.id))
    if target_ and target_.repeat_of:
        first = next(x for x in of.entry.targets if x.record.id == target_.repeat_of)
        repeat = Link(edition.say(first.record.label), to.inside("target", plan.id, first.record.id))
    metric = edition.corpus.metrics[figure.metric] if figure.metric else None
    before, inside, behind = _comparator(edition, figure)
    striving = bool(target_ and target_.commitment == "aspirational")
    year = str(figure.year) if figure.year else ""
    return FigureView(
        id=figure.id,
        anchor=f"{kind}-{figure.id}",
        kind=kind,
        label=edition.say(figure.label),
        park=edition.park(of.park),
        plan=edition.plan(of.entry),
        itself=Link(edition.say(figure.label), to.inside(kind, plan.id, figure.id)),
        metric=Link(edition.say(metric.name), to.metric(metric.id))
        if metric and edition.corpus.targets_by_metric.get(metric.id)
        else None,
        comparator=before,
        inside=inside,
        behind=behind,
        comparator_word=figure.comparator_word or "",
        amount=amount,
        full=full if amount and full != amount.text else "",
        printed=_printed(figure),
        unit_inferred=inferred,
        year=year,
        horizon=t("figure.by_year" if target_ else "figure.in_year", year=year) if year else "",
        ended=edition.ended_on(of.entry),
        striving=t("figure.strive") if striving else "",
        commitment=t(f"commitment.{target_.commitment}") if target_ else "",
        commitment_word=(target_.commitment_word or "") if target_ else "",
        measure=_measure(edition, target_) if target_ else "",
        counted=_counted(edition, target_) if target_ else "",
        scope=edition.say(figure.scope) if figure.scope else "",
        denominator=edition.say(figure.denominator) if figure.denominator else "",
        baseline=baseline,
        repeat_of=repeat,
        quote=figure.quote,
        quote_en=figure.quote_en or "",
        provision=edition.provision(of.entry, figure.provision),
        anomalies=tuple(
            Link(t(f"anomaly.kind.{a.record.kind}"), to.inside("anomaly", plan.id, a.record.id))
            for a in of.entry.anomalies_of(figure.id)
        ),
        notes=tuple(edition.say(note) for note in figure.notes),
        correction=of_plan(
            edition,
            kind,
            f"{edition.say(figure.label)} ({edition.provision(of.entry, figure.provision).text})",
            of,
            to.inside(kind, plan.id, figure.id),
        ),
        plain="–".join(str(v) for v in values(figure)),
        size=max(values(figure), default=None),
    )


def _amount(edition: Edition, figure: Figure) -> tuple[Amount | None, str, str]:
    """Return amount, full digits, and the unit where it was inferred."""
    if figure.comparator == "qualitative" or figure.unit is None or figure.printed is None:
        return None, "", ""
    unit = edition.corpus.units[figure.unit]
    amounts = values(figure)
    full = normalised(amounts, unit, edition.language).text
    inferred = _inferred(edition, unit) if figure.unit_inferred else ""
    if edition.is_original:
        if not inferred and figure.printed.value == "–".join(f"{v}" for v in amounts):
            full = ""  # 600件 is not made plainer by 600个
        number = figure.printed.value.replace("-", "–")
        if _reads_as_a_dash(figure.printed):
            number = formats.number(amounts[0], edition.language)
            full = edition.t("figure.full_of", full=full, printed=_printed(figure))
        return Amount("", number, figure.printed.unit or ""), full, inferred
    return english(amounts, unit), full, inferred


def _reads_as_a_dash(printed: Printed) -> bool:
    return printed.value == LONE and not printed.unit


def _printed(figure: Figure) -> str:
    """Return number and unit as printed, in quotation marks where they could be taken for something else."""
    if not figure.printed:
        return ""
    words = f"{figure.printed.value}{figure.printed.unit or ''}"
    return f"“{words}”" if _reads_as_a_dash(figure.printed) else words


def _measure(edition: Edition, target_: Target) -> str:
    ratio = target_.measure == "unspecified" and is_ratio(target_)
    return edition.t("measure.ratio" if ratio else f"measure.{target_.measure}")


def _counted(edition: Edition, target_: Target) -> str:
    parts = (
        _measure(edition, target_),
        edition.say(target_.scope) if target_.scope else "",
        edition.t("chart.denominator", words=edition.say(target_.denominator)) if target_.denominator else "",
    )
    return edition.t("list.semicolon").join(filter(None, parts))


def _inferred(edition: Edition, unit: Unit) -> str:
    name = edition.say_unit(unit)
    return edition.t("figure.unit_inferred", unit=name) if name else edition.t("figure.unit_not_printed")


def _comparator(edition: Edition, figure: Figure) -> tuple[str, str, str]:
    """Return the comparator where its language puts it: before the number, before the unit, behind the unit."""
    if not edition.is_original:
        return edition.t(f"comparator.{figure.comparator}"), "", ""
    word = figure.comparator_word or ""
    position = lexicon.position(word)
    return ("", word, "") if position == "inside" else ("", "", word) if position == "after" else (word, "", "")


def _short(edition: Edition, figure: Figure) -> str:
    amount, _, _ = _amount(edition, figure)
    number = amount.text if amount else (figure.printed.value if figure.printed else "")
    year = edition.t("figure.in_year", year=figure.year) if figure.year else ""
    return " ".join(part for part in (number, year) if part)
