"""A target or fact as a reader sees it: a figure, what hedges it, and the words it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.comparability import is_ratio
from generator.corpus.plan_entry import InPlan
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.edition.states import Said
from generator.parts import doubts, hedges, quantities
from generator.parts.correction import lines
from generator.parts.doubts import Doubts
from generator.parts.further import further
from generator.parts.hedges import Hedge
from generator.parts.quantities import Quantity
from generator.records import quantity as stated
from generator.records.figure import Figure
from generator.records.kinds import FACT, TARGET
from generator.records.target import Target


@dataclass(frozen=True)
class Basis:
    """What a figure counts.

    measure: the kind of count, such as a stock; scope: of what; denominator: relative to what
    text: all of a target's in one line
    silent: its plan does not say which kind of count it is
    """

    measure: str
    scope: str
    denominator: str
    text: str
    silent: bool


@dataclass(frozen=True)
class Horizon:
    """When a figure holds.

    text: the year in words (by 2026); "" where none is stated
    mark: what has become of its plan, or that a target's year is over
    """

    year: str
    text: str
    mark: Said


@dataclass(frozen=True)
class Evidence:
    """The words a figure was read from, in both languages, and where they stand."""

    quote: str
    quote_en: str
    provision: Link


@dataclass(frozen=True)
class FigureView:
    """A figure, ready to be laid out.

    baseline: the fact a target starts from; repeat_of: the target it restates; restated: where its plan states it again
    further: name and text of each field that none of these says
    """

    id: str
    anchor: str
    label: str
    park: Link
    plan: Link
    itself: Link
    metric: Link | None
    quantity: Quantity
    hedge: Hedge
    basis: Basis
    horizon: Horizon
    evidence: Evidence
    doubts: Doubts
    baseline: Link | None
    repeat_of: Link | None
    restated: tuple[Evidence, ...]
    further: tuple[tuple[str, str], ...]
    lines: str


def view(edition: Edition, of: InPlan[Figure]) -> FigureView:
    """Return a target or fact ready to show; each is made once for an edition."""
    return edition.once(_view, of)


def spoken(edition: Edition, figure: FigureView) -> str:
    """Return a figure in one run of words: 力争达到3000亿元, strive for at least RMB 300 billion."""
    return hedges.spoken(edition, figure.quantity.amount, figure.hedge)


def dated(edition: Edition, value: str, horizon: str) -> str:
    """Return a figure with its year: at least 600 by 2026, 到2026年达到600件; bare numbers keep apart: 到2025年，15."""
    if not horizon:
        return value
    return edition.t("metric.dated_number" if value[:1].isdigit() else "metric.dated", value=value, year=horizon)


def said(edition: Edition, record: stated.Quantity) -> str:
    """Return a quantity that is no figure of a plan in one run of words, in the same way."""
    return hedges.spoken(edition, quantities.amount(edition, record)[0], hedges.hedge(edition, record))


def _view(edition: Edition, of: InPlan[Figure]) -> FigureView:
    record, target = of.record, hedges.promise(of.record)
    label = edition.say(record.label)
    provision = edition.provision(of.entry, record.provision)
    return FigureView(
        id=record.id,
        anchor=f"{of.kind}-{record.id}",
        label=label,
        park=holders.link(edition, of.entry),
        plan=edition.plan(of.entry),
        itself=Link(label, edition.to.of(of.ref)),
        metric=_metric(edition, record),
        quantity=quantities.quantity(edition, record),
        hedge=hedges.hedge(edition, record),
        basis=_basis(edition, record),
        horizon=_horizon(edition, of),
        evidence=Evidence(record.quote, record.quote_en or "", provision),
        doubts=doubts.doubts(edition, of),
        baseline=_baseline(edition, of, target.baseline) if target and target.baseline else None,
        repeat_of=_repeat_of(edition, of, target.repeat_of) if target and target.repeat_of else None,
        restated=tuple(_restated(edition, of)),
        further=further(edition, of),
        lines=lines(edition, of),
    )


def cited(edition: Edition, of: InPlan[Figure]) -> str:
    """Return what a figure is called in a reference: its label, and where it stands."""
    return f"{edition.say(of.record.label)}, {edition.provision(of.entry, of.record.provision).text}"


def _metric(edition: Edition, record: Figure) -> Link | None:
    """Return a link to the page of a figure's metric, where there is one."""
    if not record.metric or not edition.corpus.targets_by_metric.get(record.metric):
        return None
    return Link(edition.say(edition.corpus.metrics[record.metric].name), edition.to.metric(record.metric))


def _basis(edition: Edition, record: Figure) -> Basis:
    target = hedges.promise(record)
    measure = _measure(edition, target) if target else ""
    scope = edition.say(record.scope) if record.scope else ""
    denominator = edition.say(record.denominator) if record.denominator else ""
    parts = (measure, scope, edition.t("chart.denominator", words=denominator) if denominator else "")
    text = edition.t("list.semicolon").join(filter(None, parts)) if target else ""
    return Basis(measure, scope, denominator, text, target is not None and target.measure == "unspecified")


def _measure(edition: Edition, target: Target) -> str:
    ratio = target.measure == "unspecified" and is_ratio(target)
    return edition.t("measure.ratio" if ratio else f"measure.{target.measure}")


def _horizon(edition: Edition, of: InPlan[Figure]) -> Horizon:
    year = str(of.record.year or "")
    if not hedges.promise(of.record):
        text = edition.t("figure.in_year", year=year) if year else ""
        return Horizon(year, text, edition.standing_of_fact(of.entry))
    return Horizon(year, edition.t("figure.by_year", year=year) if year else "", edition.horizon(of))


def _baseline(edition: Edition, of: InPlan[Figure], id_: str) -> Link:
    """Return a link to the fact a target starts from, with its amount, what hedges that, and its year."""
    fact = next(fact for fact in of.entry.records[FACT] if fact.record.id == id_)
    figure, printed = view(edition, fact), fact.record.printed
    stated = spoken(edition, figure) if figure.quantity.amount else (printed.value if printed else "")
    year = figure.horizon.year
    text = edition.t("figure.baseline_of", figure=stated, year=year) if year else stated
    return Link(text, edition.to.of(fact.ref))


def _repeat_of(edition: Edition, of: InPlan[Figure], id_: str) -> Link:
    """Return a link to the target that a target restates."""
    target = next(target for target in of.entry.records[TARGET] if target.record.id == id_)
    return Link(edition.say(target.record.label), edition.to.of(target.ref))


def _restated(edition: Edition, of: InPlan[Figure]) -> Iterator[Evidence]:
    """Yield the words in which a plan states a figure again."""
    for said in (target.record for target in of.entry.targets if target.record.repeat_of == of.record.id):
        yield Evidence(said.quote, said.quote_en or "", edition.provision(of.entry, said.provision))
