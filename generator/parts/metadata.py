"""What is known about a document, line by line."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis import standing
from generator.corpus.plan_entry import PlanEntry
from generator.edition import formats
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.edition.states import years_of
from generator.records.provenance import HowKnown
from generator.records.vocabulary import Body

DATES = ("adopted", "signed", "printed", "published", "retrieved")
# What no document says of itself: where these are missing nobody recorded them. The rest its text does not state.
RECORDED = frozenset({"index", "disclosure", "published", "retrieved", "address", "sha256"})


@dataclass(frozen=True)
class Field:
    """A line of metadata. missing: the document does not say; zh: the value is the printed Chinese; key: what it is."""

    name: str
    value: str
    missing: bool = False
    zh: bool = False
    link: Link | None = None
    key: str = ""


def fields(edition: Edition, entry: PlanEntry) -> Iterator[Field]:
    """Yield what is known about a document, line by line."""
    plan, t = entry.plan, edition.t

    def field(key: str, value: str | None, *, zh: bool = False, link: Link | None = None) -> Field:
        return _field(edition, key, value, zh=zh, link=link)

    def body(id_: str | None) -> str | None:
        return _body(edition, edition.corpus.bodies[id_]) if id_ else None

    yield field("number", plan.document_number, zh=True)
    yield field("index", plan.index_number)
    yield field("kind", edition.kind(entry))
    yield field("period", years_of(entry))
    yield from _validity(edition, entry)
    issuers = t("list.semicolon").join(filter(None, map(body, plan.issuers)))
    yield field("issuers", t(f"plan.issuance.{plan.issuance}", issuers=issuers))
    if plan.drafter:
        yield field("drafter", body(plan.drafter))
    if plan.sealed_on_behalf_by:
        yield field("sealed_on_behalf_by", body(plan.sealed_on_behalf_by))
    if plan.adoption:
        yield field("adoption", edition.say(plan.adoption))
    yield from dates(edition, entry)
    yield field("disclosure", edition.say(plan.disclosure) if plan.disclosure else None)
    if plan.release:
        yield field("release", edition.say(plan.release))
    yield field("addressees", edition.say(plan.addressees) if plan.addressees else None)
    yield field("cc", edition.say(plan.cc) if plan.cc else None)
    yield field("printed_by", body(plan.printed_by))
    yield field("tier", t(f"tier.{plan.source.tier}"))
    yield from origin(edition, entry)
    done = plan.translation
    provenance = (
        t(f"translation.{done.status}"),
        edition.say(done.by) if done.by else "",
        formats.date(done.date, edition.language) if done.date else "",
    )
    yield field("translation", t("list.clause").join(filter(None, provenance)))


def dates(edition: Edition, entry: PlanEntry, names: tuple[str, ...] = DATES) -> Iterator[Field]:
    """Yield the dates of a document, those that are not known among them."""
    for name in names:
        day = getattr(entry.plan.dates, name)
        said = formats.date(day, edition.language) if day else _missing(edition, name)
        yield Field(edition.t(f"date.{name}"), said, missing=day is None, key=name)


def _validity(edition: Edition, entry: PlanEntry) -> Iterator[Field]:
    """Yield from when to when a document holds; that nothing printed says so, where its end follows from its period."""
    t, plan, held = edition.t, entry.plan, standing.term(entry.plan)
    inferred = plan.validity.inferred if plan.validity else ()
    if plan.validity and plan.validity.start:
        day = formats.date(plan.validity.start, edition.language)
        said = t("plan.day_inferred", date=day) if "start" in inferred else day
        yield Field(t("plan.field.start"), said, key="start")
    if held.end is None:
        yield Field(t("plan.field.end"), t("plan.no_end"), missing=True, key="end")
    else:
        day, says = formats.date(held.end, edition.language), "day_inferred" if "end" in inferred else "end_derived"
        yield Field(t("plan.field.end"), t(f"plan.{says}", date=day) if held.derived else day, key="end")


def origin(edition: Edition, entry: PlanEntry) -> Iterator[Field]:
    """Yield who published the text, at which address, how that is known, and what identifies the capture."""
    source = entry.plan.source
    yield _field(edition, "publisher", edition.say(source.publisher))
    link = Link(source.address, source.address) if source.address else None
    yield _field(edition, "address", source.address, link=link)
    if source.address_known:
        known = how_known(edition, source.address_known, source.address_seen)
        yield _field(edition, "address_known", known)
    yield _field(edition, "sha256", source.sha256)
    if source.note:
        yield _field(edition, "source_note", edition.say(source.note))


def official(edition: Edition, entry: PlanEntry) -> Iterator[Field]:
    """Yield the official English version of a document, where there is one."""
    found = entry.plan.official_translation
    if found:
        number = f" ({found.number})" if found.number else ""
        link = Link(found.address, found.address) if found.address else None
        said = f"{found.title}{number} — {edition.say(found.publisher)}"
        yield Field(edition.t("plan.official_translation"), said, link=link)
        if found.address_known:
            known = how_known(edition, found.address_known, found.address_seen)
            yield Field(edition.t("plan.field.address_known"), known)


def how_known(edition: Edition, known: HowKnown, seen: datetime.date | None) -> str:
    """Return how an address is known, with the day its page or the copy of it was looked at."""
    said = edition.t(f"known.{known}")
    return edition.t("known.seen", known=said, date=formats.date(seen, edition.language)) if seen else said


def _body(edition: Edition, body: Body) -> str:
    """Return the name of a body, marked where no document prints it."""
    name = edition.say(body.name)
    return edition.t("body.name_inferred", name=name) if body.name_inferred else name


def _field(edition: Edition, key: str, value: str | None, *, zh: bool = False, link: Link | None = None) -> Field:
    said = value or _missing(edition, key)
    return Field(edition.t(f"plan.field.{key}"), said, missing=not value, zh=zh and bool(value), link=link, key=key)


def _missing(edition: Edition, key: str) -> str:
    return edition.t("plan.not_recorded" if key in RECORDED else "plan.not_stated")
