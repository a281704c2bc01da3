"""The picture of what is reported of a target: what it starts from, each result, and the target, on one axis."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import partial

from generator.corpus.plan_entry import InPlan
from generator.edition import holders
from generator.edition.edition import Edition
from generator.language import languages
from generator.parts import cautions, charts, figures, judgements, reported, result_charts
from generator.parts.pictures.picture import Bar, Bars, Numbers, Picture, picture, sources
from generator.parts.pictures.pictured import Pictured
from generator.parts.quantities import values
from generator.parts.result_charts import Shown
from generator.parts.strips import of_quantity
from generator.records.pages import RESULTS
from generator.records.target import Target

_COLUMNS = (
    *("record", "what", "year", "comparator", "value", "value_low", "value_high", "unit"),
    *("figure", "provisional", "outcome"),
)


def pictured(edition: Edition) -> Iterator[Pictured]:
    """Yield the picture of each target that a result can be drawn beside."""
    if edition.has(RESULTS):
        for entry in edition.corpus.plans.values():
            for target in entry.distinct_targets:
                if found := of_target(edition, target):
                    yield found


def of_target(edition: Edition, target: InPlan[Target]) -> Pictured | None:
    """Return the picture of what is reported of a target; None where nothing can be drawn."""
    if not result_charts.is_drawn(edition, target):
        return None
    return Pictured(
        page=edition.to.plan(target.plan.id),
        title=edition.say(target.record.label),
        about=edition.t("result.drawn"),
        make=partial(edition.once, _picture, target),
        name=target.record.id,
    )


def _picture(edition: Edition, target: InPlan[Target]) -> Picture:
    t, shown = edition.t, [*result_charts.shown(edition, target)]
    goals, greatest = values(target.record), max(max(values(each.record)) for each in shown)
    bars = tuple(
        Bar(each.name, _said(edition, target, each), of_quantity(each.record, greatest, each.fill, goals))
        for each in shown
    )
    told = t("list.semicolon").join(t("chart.said", name=bar.whose, value=bar.said) for bar in bars)
    shapes = charts.legend(edition, [target], [each.record for each in shown])
    label = edition.say(target.record.label)
    return picture(
        edition,
        edition.to.plan(target.plan.id),
        title=label,
        lead=f"{holders.whose(edition, target.entry)}{t('list.dash')}{t('result.drawn')}",
        finding=t("result.drawn_text", label=label, values=told),
        parts=(Bars("", bars, tuple(_notes(edition, shown))),),
        legend=(*shapes, charts.goal(t("picture_file.goal"))),
        source=_source(edition, target, shown),
        days=(target.entry.newest, *_days(edition, shown)),
        numbers=Numbers(_COLUMNS, tuple(_row(edition, each) for each in shown)),
    )


def _said(edition: Edition, target: InPlan[Target], shown: Shown) -> str:
    """Return an amount with all that it must not be told without; of a result, what follows from it."""
    if shown.outcome:
        record, judged = shown.outcome.of.record, judgements.view(edition, shown.outcome)
        provisional = edition.t("result.provisional") if record.provisional_word else ""
        return " · ".join(filter(None, (figures.said(edition, record), provisional, judged.said)))
    view = figures.view(edition, shown.of)
    mark = view.horizon.mark.text if shown.of is target else ""
    return " · ".join(filter(None, (f"{figures.spoken(edition, view)}{cautions.bracketed(edition, view)}", mark)))


def _notes(edition: Edition, shown: list[Shown]) -> Iterator[str]:
    """Yield why a result is judged as it is, and what to heed."""
    for each in shown:
        if each.outcome:
            judged = judgements.view(edition, each.outcome)
            heed = (edition.t("result.caveats"), *judged.caveats) if judged.caveats else ()
            told = languages.of(edition.language).joint.join((*judged.reasons, *heed))
            yield edition.t("list.dash").join((each.name, told))


def _source(edition: Edition, target: InPlan[Target], shown: list[Shown]) -> str:
    plan, at = edition.plan(target.entry), edition.provision(target.entry, target.record.provision)
    reports = (reported.source(edition, each.outcome.of.record.source) for each in shown if each.outcome)
    named = (edition.t("list.dash").join((report.title, report.detail)) for report in reports)
    return sources(edition, dict.fromkeys((f"{plan.text} {at.text}", *named)))


def _days(edition: Edition, shown: list[Shown]) -> Iterator[datetime.date | None]:
    """Yield when what results are quoted from was published."""
    corpus = edition.corpus
    for source in (each.outcome.of.record.source for each in shown if each.outcome):
        yield corpus.plans[source.plan].newest if source.plan else corpus.reports[source.report or ""].date


def _row(edition: Edition, shown: Shown) -> tuple[str | int | float | None, ...]:
    record, outcome = shown.record, shown.outcome
    amount = (record.comparator, record.value, record.value_low, record.value_high, record.unit)
    provisional = outcome.of.record.provisional_word if outcome else None
    judged = outcome.judgement.outcome if outcome else None
    kind = shown.of.kind
    return (shown.of.ref, kind, record.year, *amount, figures.said(edition, record), provisional, judged)
