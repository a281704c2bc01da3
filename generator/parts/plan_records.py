"""Records of a plan that are shown in sections: those known by a title and a text, and what is printed oddly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.named import anomaly_name
from generator.edition.page import Link
from generator.parts import facet_words
from generator.parts.correction import lines
from generator.parts.facet_words import FacetWords
from generator.records.anomaly import FIGURE, WEIGHT, Anomaly
from generator.records.kinds import FACT, TARGET, Kind


@dataclass(frozen=True)
class RecordView:
    """A record that is known by a title and a text, such as a safeguard measure."""

    anchor: str
    title: str
    title_other: str
    summary: str
    provision: Link
    lines: str
    bodies: tuple[FacetWords, ...]


@dataclass(frozen=True)
class AnomalyView:
    """Something printed oddly: what stands there, what is probably meant, and why. marked: it can change a figure."""

    anchor: str
    plan: Link
    kind: str
    marked: bool
    weight: str
    printed: str
    proposed: str
    reason: str
    provision: Link
    targets: tuple[Link, ...]
    lines: str


@dataclass(frozen=True)
class AnomalyGroup:
    """What is printed oddly of one weight, under a heading."""

    title: str
    anomalies: tuple[AnomalyView, ...]


def record(edition: Edition, kind: Kind, of: InPlan[Any]) -> RecordView:
    """Return a record that is known by a title and a text, ready to show."""
    held, title = of.record, edition.say(getattr(of.record, kind.title))
    return RecordView(
        anchor=f"{kind.name}-{held.id}",
        title=title,
        title_other=edition.other(getattr(held, kind.title)),
        summary=edition.say(getattr(held, kind.text)),
        provision=edition.provision(of.entry, held.provision),
        lines=lines(edition, of),
        bodies=facet_words.bodies(edition, held),
    )


def anomaly(edition: Edition, of: InPlan[Anomaly]) -> AnomalyView:
    """Return an anomaly ready to show."""
    record, entry = of.record, of.entry
    found = {figure.record.id: figure for figure in (*entry.records[TARGET], *entry.records[FACT])}
    return AnomalyView(
        anchor=f"{of.kind}-{record.id}",
        plan=Link(holders.whose(edition, entry), edition.to.plan(entry.plan.id)),
        kind=anomaly_name(edition, record),
        marked=record.weight == FIGURE,
        weight=edition.t(f"anomaly.weight.{record.weight}"),
        printed=record.printed,
        proposed=record.proposed or "",
        reason=edition.say(record.reason),
        provision=edition.provision(entry, record.provision),
        targets=tuple(
            Link(edition.say(found[id_].record.label), edition.to.of(found[id_].ref)) for id_ in record.targets
        ),
        lines=lines(edition, of),
    )


def has_existing(entry: PlanEntry) -> bool:
    """Return whether a plan has figures of what is there, or notes on its text that change no figure."""
    return bool(entry.facts) or any(of.record.weight != FIGURE for of in entry.anomalies)


def by_weight(edition: Edition, anomalies: Iterable[InPlan[Anomaly]]) -> tuple[AnomalyGroup, ...]:
    """Return anomalies ready to show, those that can change a figure first."""
    found = list(anomalies)
    groups = (
        AnomalyGroup(
            edition.t(f"anomaly.group.{weight}"),
            tuple(anomaly(edition, of) for of in found if of.record.weight == weight),
        )
        for weight in WEIGHT
    )
    return tuple(group for group in groups if group.anomalies)
