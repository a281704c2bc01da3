"""What is looked up first of a park: its district, latest plan, bodies in charge, industries, and what is not said."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.analysis.unsaid import unsaid
from generator.corpus.plan_entry import PlanEntry
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.edition.states import Said
from generator.parts import in_charge, metadata, ranks
from generator.parts.citations import official_address
from generator.parts.in_charge import InCharge
from generator.parts.metadata import Field
from generator.parts.ranks import RankView
from generator.records.park import Park

NAMED = 4  # bodies in charge that are told of; the plan's page has the others


@dataclass(frozen=True)
class PlanFacts:
    """The plan a park is shown by. official: its official page; more: how many more bodies it puts in charge, in words.

    unsaid: what readers look for and the plan does not give
    """

    plan: Link
    text: Link
    number: str
    state: Said
    issued: str
    dates: tuple[Field, ...]
    in_charge: tuple[InCharge, ...]
    more: str
    official: Link | None
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
    bodies = in_charge.of_plan(edition, entry)
    missing = [t(f"park.unsaid.{name}") for name in unsaid(p.words for p in entry.files.text.provisions)]
    return PlanFacts(
        plan=edition.plan(entry),
        text=Link(t("plan.text"), edition.to.text(plan.id)),
        number=plan.document_number or "",
        state=edition.state(entry),
        issued=next(field.value for field in metadata.fields(edition, entry) if field.key == "issuers"),
        dates=tuple(field for field in metadata.dates(edition, entry, ("signed", "published")) if not field.missing),
        in_charge=bodies[:NAMED],
        more=t("park.more_in_charge", n=len(bodies) - NAMED) if len(bodies) > NAMED else "",
        official=Link(urlsplit(address).hostname or address, address) if (address := official_address(plan)) else None,
        unsaid=t("list.comma").join(missing),
    )
