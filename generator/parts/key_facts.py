"""What is looked up first of a park: its district, latest plan, bodies in charge, industries, and what is not said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.analysis.unsaid import unsaid
from generator.corpus.plan_entry import PlanEntry
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.edition.states import Said
from generator.parts import in_charge, metadata, ranks, standing
from generator.parts.citations import official_address
from generator.parts.in_charge import InCharge
from generator.parts.metadata import Field
from generator.parts.ranks import RankView
from generator.records.park import Park


@dataclass(frozen=True)
class PlanFacts:
    """The plan a park is shown by.

    after: what comes after it, or that nothing is known to; in_charge: the bodies that lead; folded: the others
    official: its official page; english: official English of it, "", and of documents it rests on, said so
    unsaid: what readers look for and the plan does not give
    """

    plan: Link
    text: Link
    number: str
    state: Said
    after: tuple[str, ...]
    issued: str
    dates: tuple[Field, ...]
    in_charge: tuple[InCharge, ...]
    folded: tuple[InCharge, ...]
    official: Link | None
    english: tuple[tuple[Link, str], ...]
    unsaid: str


@dataclass(frozen=True)
class KeyFacts:
    """A park's facts. plan: None where it has none here; industries: by the name of their rank."""

    district: str
    plan: PlanFacts | None
    industries: tuple[tuple[str, tuple[RankView, ...]], ...]


def of_park(edition: Edition, park: Park) -> KeyFacts:
    """Return a park's facts, by the latest of its plans; each is made once for an edition."""
    return edition.once(_of_park, park.id)


def _of_park(edition: Edition, id_: str) -> KeyFacts:
    park = edition.corpus.parks[id_]
    entry = next(iter(edition.plans_of(id_)), None)
    return KeyFacts(edition.say(park.district), _plan(edition, entry) if entry else None, ranks.of_park(edition, park))


def _plan(edition: Edition, entry: PlanEntry) -> PlanFacts:
    t, plan = edition.t, entry.plan
    first, others = in_charge.leading(in_charge.of_plan(edition, entry))
    missing = [t(f"park.unsaid.{name}") for name in unsaid(p.words for p in entry.files.text.provisions)]
    return PlanFacts(
        plan=edition.plan(entry),
        text=Link(t("plan.text"), edition.to.text(plan.id)),
        number=plan.document_number or "",
        state=edition.state(entry),
        after=standing.after(edition, [entry]),
        issued=next(field.value for field in metadata.fields(edition, entry) if field.key == "issuers"),
        dates=tuple(field for field in metadata.dates(edition, entry, ("signed", "published")) if not field.missing),
        in_charge=first,
        folded=others,
        official=Link(urlsplit(address).hostname or address, address) if (address := official_address(plan)) else None,
        english=tuple(_english(edition, entry)),
        unsaid=t("list.comma").join(missing),
    )


def _english(edition: Edition, entry: PlanEntry) -> Iterator[tuple[Link, str]]:
    """Yield the official English of a plan and of the documents that it rests on, where its address is known."""
    own = entry.plan.official_translation
    if own and own.address:
        yield Link(own.title, own.address), ""
    known = {term.zh: term for term in edition.corpus.terms.values() if term.official_source}
    for parent in entry.plan.parents:
        term = known.get(parent.title.zh)
        if term and term.official_source and term.official_source.address:
            yield Link(term.official_en or term.en, term.official_source.address), edition.t("park.rests_on")
