"""Records of a plan that are shown in sections: those known by a title and a text, and what is printed oddly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts import facet_words
from generator.parts.correction import Correction, of_plan
from generator.parts.facet_words import FacetWords
from generator.records.anomaly import Anomaly
from generator.records.kinds import FACT, TARGET, Kind


@dataclass(frozen=True)
class RecordView:
    """A record that is known by a title and a text, such as a safeguard measure."""

    anchor: str
    title: str
    title_other: str
    summary: str
    provision: Link
    correction: Correction | None
    bodies: tuple[FacetWords, ...]


@dataclass(frozen=True)
class AnomalyView:
    """Something printed oddly: what stands there, what is probably meant, and why."""

    anchor: str
    plan: Link
    kind: str
    printed: str
    proposed: str
    reason: str
    provision: Link
    targets: tuple[Link, ...]
    correction: Correction | None


def record(edition: Edition, kind: Kind, of: InPlan[Any]) -> RecordView:
    """Return a record that is known by a title and a text, ready to show."""
    held, title = of.record, edition.say(getattr(of.record, kind.title))
    return RecordView(
        anchor=f"{kind.name}-{held.id}",
        title=title,
        title_other=edition.other(getattr(held, kind.title)),
        summary=edition.say(getattr(held, kind.text)),
        provision=edition.provision(of.entry, held.provision),
        correction=of_plan(edition, title, of),
        bodies=facet_words.bodies(edition, held),
    )


def anomaly(edition: Edition, of: InPlan[Anomaly]) -> AnomalyView:
    """Return an anomaly ready to show."""
    record, entry = of.record, of.entry
    found = {figure.record.id: figure for figure in (*entry.records[TARGET], *entry.records[FACT])}
    return AnomalyView(
        anchor=f"{of.kind}-{record.id}",
        plan=Link(edition.holder(entry).text, edition.to.plan(entry.plan.id)),
        kind=edition.t(f"anomaly.kind.{record.kind}"),
        printed=record.printed,
        proposed=record.proposed or "",
        reason=edition.say(record.reason),
        provision=edition.provision(entry, record.provision),
        targets=tuple(
            Link(edition.say(found[id_].record.label), edition.to.of(found[id_].ref)) for id_ in record.targets
        ),
        correction=of_plan(edition, record.printed, of),
    )
