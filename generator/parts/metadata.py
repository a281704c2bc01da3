"""What is known about a document, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis import standing
from generator.corpus.plan_entry import PlanEntry
from generator.edition import formats
from generator.edition.edition import Edition, years_of
from generator.edition.page import Link

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
    yield field("kind", edition.kind(entry))
    yield field("period", years_of(entry))
    yield from _validity(edition, entry)
    issuers = t("list.comma").join(filter(None, map(body, plan.issuers)))
    yield field("issuers", t(f"plan.issuance.{plan.issuance}", issuers=issuers))
    if plan.drafter:
        yield field("drafter", body(plan.drafter))
    if plan.sealed_on_behalf_by:
        yield field("sealed_on_behalf_by", body(plan.sealed_on_behalf_by))
    if plan.adoption:
        yield field("adoption", edition.say(plan.adoption))
    yield from dates(edition, entry)
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


def dates(edition: Edition, entry: PlanEntry) -> Iterator[Field]:
    """Yield the dates of a document, those it does not state among them."""
    for name in DATES:
        day = getattr(entry.plan.dates, name)
        yield Field(
            edition.t(f"date.{name}"),
            formats.date(day, edition.language) if day else edition.t("plan.not_stated"),
            missing=day is None,
            key=name,
        )


def _validity(edition: Edition, entry: PlanEntry) -> Iterator[Field]:
    """Yield from when to when a document holds; that nothing printed says so, where its end follows from its period."""
    t, plan, held = edition.t, entry.plan, standing.term(entry.plan)
    if plan.validity and plan.validity.start:
        yield Field(t("plan.field.start"), formats.date(plan.validity.start, edition.language), key="start")
    if held.end is None:
        yield Field(t("plan.field.end"), t("plan.no_end"), missing=True, key="end")
    else:
        day = formats.date(held.end, edition.language)
        yield Field(t("plan.field.end"), t("plan.end_derived", date=day) if held.derived else day, key="end")
