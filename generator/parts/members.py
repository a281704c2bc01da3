"""Which parks of the whole have a plan here, and what is known of the plans that are not here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.analysis import standing
from generator.edition import formats, holders, states
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.edition.states import Period, Said
from generator.language import languages
from generator.parts.metadata import how_known
from generator.records.lifecycle import COMES_AFTER, KnownDocument
from generator.records.member import Member
from generator.records.pages import PARKS
from generator.records.park import Park
from generator.records.provenance import Trace


@dataclass(frozen=True)
class TraceView:
    """A page that something is known from. host: its name, linked; known: how it is known."""

    host: Link
    known: str


@dataclass(frozen=True)
class DocumentView:
    """A plan that is known and not here.

    other: its title in the other language; facts: number and state; ended: that its period is over
    """

    title: str
    other: str
    number: str
    facts: tuple[str, ...]
    ended: Said
    source: TraceView | None
    note: str


@dataclass(frozen=True)
class MemberView:
    """A park of the whole.

    other, other_tag: its name in the other language, and the tag of that; translated: that its English name is ours
    here: its page, None where it has none; plans: with their period; named: pages that name it, where it has none
    """

    name: str
    other: str
    other_tag: str
    translated: str
    here: Link | None
    district: str
    plans: tuple[tuple[Link, tuple[Period, ...]], ...]
    documents: tuple[DocumentView, ...]
    named: tuple[TraceView, ...]
    note: str


@dataclass(frozen=True)
class MemberList:
    """All parks of the whole that are known.

    lead: how many there are and how many are here; sources: that say so
    here: leads to those that are here where they are many; then rows are the others
    """

    lead: str
    note: str
    sources: tuple[TraceView, ...]
    here: tuple[Link, ...]
    rows: tuple[MemberView, ...]


def whole(edition: Edition) -> MemberList | None:
    """Return all parks of the whole; None where the publication says nothing of it."""
    said = edition.corpus.publication.membership
    if not said and not edition.corpus.members:
        return None
    apart = edition.page(PARKS, edition.t("members.are_here")) if holders.many(edition) else ()
    here = () if apart else edition.parks
    rows = (*(_here(edition, park) for park in here), *_elsewhere(edition))
    note = edition.say(said.note) if said else ""
    return MemberList(_lead(edition), note, _traces(edition, said.sources if said else ()), apart, rows)


def caution(edition: Edition) -> str:
    """Return how many parks of the whole are here, and that the others may have promised as much; "" where all are."""
    here, count = len(edition.corpus.parks), _count(edition)
    return edition.t("members.caution", here=here, count=count) if count > here else ""


def of_park(edition: Edition, park: Park) -> tuple[DocumentView, ...]:
    """Return the plans of a park that are known and not here: those that its own plans name among them."""
    member, corpus = edition.corpus.members.get(park.id), edition.corpus
    named = [r for entry in corpus.plans_by_park.get(park.id, ()) for r in corpus.relations[entry.plan.id]]
    after = [r.document for r in named if r.document and r.kind in COMES_AFTER]
    return tuple(document(edition, known) for known in (*after, *(member.documents if member else ())))


def _count(edition: Edition) -> int:
    said = edition.corpus.publication.membership
    return said.count if said else len(edition.corpus.parks) + len(_others(edition))


def _others(edition: Edition) -> list[Member]:
    return [member for id_, member in edition.corpus.members.items() if id_ not in edition.corpus.parks]


def _lead(edition: Edition) -> str:
    t, count, here, known = edition.t, _count(edition), len(edition.corpus.parks), len(_others(edition))
    area = edition.say(edition.corpus.publication.area)
    counted = [t("members.counted", area=area, count=count)] if area and edition.corpus.publication.membership else []
    more = (("members.named", known), ("members.unnamed", count - here - known))
    said = [*counted, t("members.here", here=here), *(t(key, n=n) for key, n in more if n > 0)]
    return t("members.joint").join([*said, t("members.warning")])


def _here(edition: Edition, park: Park) -> MemberView:
    entries = edition.corpus.plans_by_park.get(park.id, ())
    member = edition.corpus.members.get(park.id)
    return MemberView(
        name=edition.say(park.short_name),
        other=edition.other(park.name),
        other_tag=_other_tag(edition),
        translated="",
        here=edition.park(park),
        district=edition.say(park.district),
        plans=tuple((edition.plan(entry), edition.periods([entry])) for entry in entries),
        documents=of_park(edition, park),
        named=(),
        note=edition.say(member.note) if member else "",
    )


def _elsewhere(edition: Edition) -> Iterator[MemberView]:
    """Yield the parks that have no page here, in the order of their names."""
    for member in edition.sorted(_others(edition), lambda member: edition.say(member.name)):
        yield MemberView(
            name=edition.say(member.name),
            other=edition.other(member.name),
            other_tag=_other_tag(edition),
            translated="" if edition.is_original or member.name_official else edition.t("members.translated"),
            here=None,
            district=edition.say(member.district),
            plans=(),
            documents=tuple(document(edition, known) for known in member.documents),
            named=_traces(edition, member.sources),
            note=edition.say(member.note),
        )


def _other_tag(edition: Edition) -> str:
    return languages.TAGS[languages.other(edition.language)]


def document(edition: Edition, of: KnownDocument) -> DocumentView:
    """Return a plan that is known and not here."""
    day = formats.date(of.date, edition.language) if of.date else ""
    state = edition.t(f"plan.standing.{of.standing}")
    state = edition.t("members.dated", state=state, date=day) if day else state
    return DocumentView(
        title=edition.say(of.title),
        other="" if edition.is_original else of.title.zh,
        number=of.number or "",
        facts=(state,) if of.number else (edition.t("members.no_number"), state),
        ended=_ended(edition, of),
        source=_trace(edition, of.source) if of.source else None,
        note=edition.say(of.note),
    )


def _ended(edition: Edition, of: KnownDocument) -> Said:
    year = standing.last_year(of)
    if year is None:
        return Said("", "")
    return states.inline(states.passed(edition.t, edition.language, year, edition.today, "plan.state.ended"))


def _traces(edition: Edition, traces: Iterable[Trace]) -> tuple[TraceView, ...]:
    return tuple(_trace(edition, trace) for trace in traces)


def _trace(edition: Edition, trace: Trace) -> TraceView:
    host = urlsplit(trace.address).hostname or trace.address
    return TraceView(Link(host, trace.address), how_known(edition, trace.known, trace.seen))
