"""The list of documents, and a page for each: metadata, targets, tasks, measures, facts, anomalies, citation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.corpus.formats import FORMATS
from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import addresses, formats
from generator.edition.edition import Edition, years_of
from generator.edition.page import Link, Page
from generator.pages import tasks
from generator.pages.tasks import Evidence, TaskGroup
from generator.parts import citations, figures, jsonld
from generator.parts.citations import Form
from generator.parts.correction import Correction, correction, of_plan
from generator.parts.figures import FigureView
from generator.records.anomaly import Anomaly
from generator.records.kinds import KINDS, Kind, inside_plan
from generator.records.measure import Measure
from generator.source.text_source import PART

DATES = ("adopted", "signed", "printed", "published", "retrieved")


@dataclass(frozen=True)
class Field:
    """A line of metadata. missing: the document does not say; zh: the value is the printed Chinese; key: what it is."""

    name: str
    value: str
    missing: bool = False
    zh: bool = False
    link: Link | None = None
    key: str = ""


@dataclass(frozen=True)
class PlanCard:
    """A document in a list."""

    itself: Link
    title_other: str
    park: Link
    number: str
    kind: str
    period: str
    ended: str
    dates: tuple[Field, ...]
    counts: tuple[tuple[str, int], ...]
    text: Link


@dataclass(frozen=True)
class RecordView:
    """A record that is known by a title and a text, such as a safeguard measure."""

    anchor: str
    title: str
    title_other: str
    summary: str
    provision: Link
    correction: Correction | None
    bodies: tuple[Evidence, ...]


@dataclass(frozen=True)
class RecordSection:
    """The records of a kind on a plan's page. anchor: id of its heading."""

    anchor: str
    title: str
    records: tuple[RecordView, ...]


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


@dataclass(frozen=True)
class ParentView:
    """A document a plan rests on."""

    title: str
    title_other: str
    number: str
    provision: Link


@dataclass(frozen=True)
class PlanPage:
    """One document."""

    card: PlanCard
    lead: str
    fields: tuple[Field, ...]
    parents: tuple[ParentView, ...]
    targets: tuple[FigureView, ...]
    facts: tuple[FigureView, ...]
    tasks: tuple[TaskGroup, ...]
    measures: tuple[RecordView, ...]
    anomalies: tuple[AnomalyView, ...]
    others: tuple[RecordSection, ...]
    outline: tuple[tuple[int, Link], ...]
    citations: tuple[Form, ...]
    passages: tuple[Form, ...]
    official: Field | None
    coverage: str
    downloads: tuple[Link, ...]
    correction: Correction | None


@dataclass(frozen=True)
class PlanList:
    """All documents."""

    lead: str
    cards: tuple[PlanCard, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the document pages of a language, the full text excepted."""
    t, to = edition.t, edition.to
    lead = t("plan.list_lead", n=len(edition.corpus.plans))
    yield Page(
        *(to.plans(), "plans.html.j2", t("plan.list_title"), lead, "plans", ()),
        make=lambda: PlanList(lead, tuple(card(edition, entry) for entry in edition.entries())),
        name="plans",
        menus=("main",),
        shows=tuple(edition.corpus.plans.values()),
    )
    for entry in edition.corpus.plans.values():
        plan = entry.plan
        yield Page(
            *(to.plan(plan.id), "plan.html.j2", edition.say(plan.title), _lead(edition, entry), "plans"),
            trail=edition.page("plans"),
            make=partial(_plan, edition, entry),
            script="copy.js",
            shows=(entry,),
            card=f"plan-{plan.id}",
            thing=partial(jsonld.plan, edition, entry),
        )


def _lead(edition: Edition, entry: PlanEntry) -> str:
    restated = len(entry.targets) - len(entry.distinct_targets)
    return edition.t(
        "plan.lead",
        park=edition.say(entry.park.name),
        targets=len(entry.distinct_targets),
        restated=edition.t("plan.restated", n=restated) if restated else "",
        tasks=len(entry.plan.tasks),
        measures=len(entry.plan.measures),
        period=years_of(entry),
    )


def card(edition: Edition, entry: PlanEntry) -> PlanCard:
    """Return a document as it stands in a list."""
    plan, t = entry.plan, edition.t
    counts = (
        ("target", len(entry.distinct_targets)),
        ("task", len(plan.tasks)),
        ("measure", len(plan.measures)),
    )
    return PlanCard(
        itself=edition.plan(entry),
        title_other=edition.other(plan.title),
        park=edition.park(entry.park),
        number=plan.document_number or "",
        kind=t(f"plan.kind.{plan.kind}"),
        period=years_of(entry),
        ended=edition.ended_on(entry),
        dates=tuple(f for f in _dates(edition, entry) if not f.missing),
        counts=tuple((t(f"count.{kind}", n=n), n) for kind, n in counts),
        text=Link(t("plan.text"), edition.to.text(plan.id)),
    )


def anomaly(edition: Edition, of: InPlan[Anomaly]) -> AnomalyView:
    """Return an anomaly ready to show."""
    record, entry = of.record, of.entry
    labels = {f.record.id: (edition.say(f.record.label), "target") for f in entry.targets}
    labels |= {f.record.id: (edition.say(f.record.label), "fact") for f in entry.facts}
    return AnomalyView(
        anchor=f"anomaly-{record.id}",
        plan=Link(edition.say(entry.park.short_name), edition.to.plan(entry.plan.id)),
        kind=edition.t(f"anomaly.kind.{record.kind}"),
        printed=record.printed,
        proposed=record.proposed or "",
        reason=edition.say(record.reason),
        provision=edition.provision(entry, record.provision),
        targets=tuple(
            Link(labels[id_][0], edition.to.plan(entry.plan.id, f"{labels[id_][1]}-{id_}")) for id_ in record.targets
        ),
        correction=of_plan(
            edition, "anomaly", record.printed, of, edition.to.inside("anomaly", entry.plan.id, record.id)
        ),
    )


def measure(edition: Edition, of: InPlan[Measure]) -> RecordView:
    """Return a measure ready to show."""
    return record(edition, KINDS["measure"], of)


def record(edition: Edition, kind: Kind, of: InPlan[Any]) -> RecordView:
    """Return a record that is known by a title and a text, ready to show."""
    held, title = of.record, edition.say(getattr(of.record, kind.title))
    return RecordView(
        anchor=f"{kind.name}-{held.id}",
        title=title,
        title_other=edition.other(getattr(held, kind.title)),
        summary=edition.say(getattr(held, kind.text)),
        provision=edition.provision(of.entry, held.provision),
        correction=of_plan(edition, kind.name, title, of, edition.to.inside(kind.name, of.plan.id, held.id)),
        bodies=tasks.bodies(edition, held),
    )


def _plan(edition: Edition, entry: PlanEntry) -> PlanPage:
    plan, t = entry.plan, edition.t
    official = plan.official_translation
    work = citations.plan(edition, entry)
    return PlanPage(
        card=card(edition, entry),
        lead=_lead(edition, entry),
        fields=tuple(fields(edition, entry)),
        parents=tuple(
            ParentView(
                edition.say(p.title), edition.other(p.title), p.number or "", edition.provision(entry, p.provision)
            )
            for p in plan.parents
        ),
        targets=tuple(figures.target(edition, x) for x in entry.targets),
        facts=tuple(figures.fact(edition, x) for x in entry.facts),
        tasks=tasks.by_section(edition, entry),
        measures=tuple(measure(edition, x) for x in entry.measures),
        anomalies=tuple(anomaly(edition, x) for x in entry.anomalies),
        others=tuple(_others(edition, entry)),
        outline=tuple(_outline(edition, entry)),
        citations=citations.forms(work, t),
        passages=citations.forms(citations.passage(edition, work, edition.to.plan(plan.id)), t),
        official=Field(
            t("plan.official_translation"),
            f"{official.title}{f' ({official.number})' if official.number else ''} — {edition.say(official.publisher)}",
            link=Link(official.address, official.address) if official.address else None,
        )
        if official
        else None,
        coverage=t(
            "plan.coverage",
            total=entry.coverage.total,
            captured=entry.coverage.captured,
            excluded=entry.coverage.excluded,
        ),
        downloads=tuple(
            Link(name, addresses.data(name))
            for format_ in sorted(FORMATS.values(), key=lambda format_: format_.ending)
            for name in (format_.file(KINDS[kind].data) for kind in format_.plan)
        ),
        correction=correction(
            edition, "plan", edition.say(plan.title), plan.id, entry.source_line, edition.to.plan(plan.id)
        ),
    )


def _others(edition: Edition, entry: PlanEntry) -> Iterator[RecordSection]:
    """Yield the kinds of record that stand on this page and have no section made for them."""
    for kind in inside_plan():
        own = kind.page != "plan" or kind.plural in PlanPage.__dataclass_fields__
        if not own and (views := tuple(record(edition, kind, of) for of in entry.records[kind.name])):
            yield RecordSection(kind.plural, edition.t(f"data.{kind.data}.name"), views)


def _outline(edition: Edition, entry: PlanEntry) -> Iterator[tuple[int, Link]]:
    """Yield a link to each headed provision with its depth."""
    for p in entry.files.text.provisions:
        if p.level == PART:
            yield 0, Link(edition.t(f"provision.{p.id}"), edition.to.text(entry.plan.id, p.id))
        elif p.heading:
            yield p.level - 1, edition.heading_link(entry, p.id)


def _dates(edition: Edition, entry: PlanEntry) -> Iterator[Field]:
    for name in DATES:
        day = getattr(entry.plan.dates, name)
        yield Field(
            edition.t(f"date.{name}"),
            formats.date(day, edition.language) if day else edition.t("plan.not_stated"),
            missing=day is None,
            key=name,
        )


def fields(edition: Edition, entry: PlanEntry) -> Iterator[Field]:
    """Yield what is known about a document, line by line."""
    plan, t = entry.plan, edition.t

    def field(key: str, value: str | None, *, zh: bool = False, link: Link | None = None) -> Field:
        name, said = t(f"plan.field.{key}"), value or t("plan.not_stated")
        return Field(name, said, missing=not value, zh=zh and bool(value), link=link, key=key)

    def body(id_: str | None) -> str | None:
        return edition.say(edition.corpus.bodies[id_].name) if id_ else None

    yield field("number", plan.document_number, zh=True)
    yield field("index", plan.index_number)
    yield field("kind", t(f"plan.kind.{plan.kind}"))
    yield field("period", edition.periods([entry]))
    issuers = t("list.comma").join(filter(None, map(body, plan.issuers)))
    yield field("issuers", t(f"plan.issuance.{plan.issuance}", issuers=issuers))
    if plan.drafter:
        yield field("drafter", body(plan.drafter))
    if plan.sealed_on_behalf_by:
        yield field("sealed_on_behalf_by", body(plan.sealed_on_behalf_by))
    if plan.adoption:
        yield field("adoption", edition.say(plan.adoption))
    yield from _dates(edition, entry)
    yield field("disclosure", edition.say(plan.disclosure) if plan.disclosure else None)
    yield field("addressees", edition.say(plan.addressees) if plan.addressees else None)
    yield field("cc", edition.say(plan.cc) if plan.cc else None)
    yield field("printed_by", body(plan.printed_by))
    yield field("tier", t(f"tier.{plan.source.tier}"))
    yield field("publisher", edition.say(plan.source.publisher))
    address = plan.source.address
    yield field("address", address, link=Link(address, address) if address else None)
    if plan.source.note:
        yield field("source_note", edition.say(plan.source.note))
    done = plan.translation
    provenance = (
        t(f"translation.{done.status}"),
        edition.say(done.by) if done.by else "",
        formats.date(done.date, edition.language) if done.date else "",
    )
    yield field("translation", t("list.comma").join(filter(None, provenance)))
