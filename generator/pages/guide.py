"""For investors: what the plans say, question by question and park by park, each answer with its words and provision.

Of many parks it is told how much their plans say to a question; the answers stand on the parks' pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.analysis.unsaid import unsaid
from generator.edition import holders
from generator.edition.addresses import INVESTORS
from generator.edition.edition import Edition
from generator.edition.facet_names import facet_names
from generator.edition.holders import Holder
from generator.edition.page import Link, Page
from generator.parts import answers, citation_forms, citations, in_charge, passages
from generator.parts.answers import Answer
from generator.parts.citation_forms import Citation
from generator.parts.citations import Cited
from generator.parts.in_charge import InCharge
from generator.records.facets import INDUSTRY
from generator.records.guide import GuideSection, Statement
from generator.records.pages import CALENDAR, GUIDE, PARKS, TASKS

MANY = 250  # statements that one page holds
PARKS_TOLD = 40  # parks that a question names then, those that say most


@dataclass(frozen=True)
class OfPark:
    """What a park's plans say to a question. answers: none where `park` leads to them, on the park's page."""

    id: str
    park: Link
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class SectionView:
    """A question: answers by park, and the parks of whose plans nothing is listed. more: how many are not named."""

    anchor: str
    title: str
    lead: str
    parks: tuple[OfPark, ...]
    silent: tuple[Link, ...]
    more: str


@dataclass(frozen=True)
class Whom:
    """A park, how much its plans say, and who is in charge as its plan names them."""

    id: str
    park: Link
    count: str
    in_charge: tuple[InCharge, ...]
    more: tuple[Link, ...]


@dataclass(frozen=True)
class GuidePage:
    """The guide. reading: how its verbs are meant; narrow: whether a filter serves; whom: by park; related: read on."""

    lead: str
    reading: tuple[str, ...]
    contact: str
    narrow: bool
    sections: tuple[SectionView, ...]
    whom: tuple[Whom, ...]
    related: tuple[Link, ...]
    citation: Citation


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the guide, where the publication has one."""
    if edition.has(GUIDE):
        yield Page(
            *(edition.to.guide(), "guide.html.j2", edition.t("guide.title"), _lead(edition), GUIDE, ()),
            make=partial(_guide, edition),
            cites=lambda: passages.file(edition, _cited(edition), lambda to: to.guide(), {}),
            script="guide.js",
            name=GUIDE,
            menus=("main",),
            shows=tuple(edition.corpus.plans.values()),
        )


def _statements(edition: Edition) -> list[Statement]:
    return [statement for section in edition.corpus.guide for statement in section.statements]


def _lead(edition: Edition) -> str:
    statements = _statements(edition)
    return edition.t("guide.lead", n=len(statements), plans=len({statement.plan for statement in statements}))


def _guide(edition: Edition) -> GuidePage:
    t, guide = edition.t, edition.corpus.guide
    return GuidePage(
        lead=_lead(edition),
        reading=tuple(t("guide.reading").split("\n")),
        contact=_contact(edition),
        narrow=1 < len(_statements(edition)) <= MANY,
        sections=tuple(_section(edition, section) for section in guide),
        whom=tuple(_whom(edition)),
        related=(
            *edition.page(TASKS),
            *(
                Link(t("task.by", facet=facet_names(t, (INDUSTRY,))), link.to)
                for link in edition.facets()
                if link == edition.facet(INDUSTRY)
            ),
            *edition.page(CALENDAR),
            *edition.page(PARKS),
        ),
        citation=citation_forms.citation(_cited(edition), edition.language),
    )


def _cited(edition: Edition) -> Cited:
    entries = edition.corpus.plans.values()
    return citations.page(edition, GUIDE, lambda e: e.t("guide.title"), lambda to: to.guide(), entries)


def _section(edition: Edition, section: GuideSection) -> SectionView:
    by_holder = answers.of_section(edition, section)
    many = len(_statements(edition)) > MANY
    shown = [holder for holder in holders.holders(edition) if holder.id in by_holder]
    told = sorted(shown, key=lambda holder: -len(by_holder[holder.id]))[:PARKS_TOLD] if many else shown
    left = len(shown) - len(told)
    return SectionView(
        anchor=section.section,
        title=edition.say(section.title),
        lead=edition.t(
            "guide.section_lead",
            n=len(section.statements),
            parks=edition.t("home.which.parks", n=sum(holder.id in edition.corpus.parks for holder in shown)),
        ),
        parks=tuple(_of_park(edition, holder, by_holder[holder.id], apart=many) for holder in told),
        silent=() if many else tuple(edition.park(park) for park in edition.parks if park.id not in by_holder),
        more=edition.t("guide.more_parks", n=left) if left else "",
    )


def _of_park(edition: Edition, holder: Holder, found: tuple[Answer, ...], *, apart: bool) -> OfPark:
    if apart and holder.id in edition.corpus.parks:
        return OfPark(holder.id, Link(holder.link.text, edition.to.park(holder.id, INVESTORS), len(found)), ())
    return OfPark(holder.id, holder.link, found)


def _whom(edition: Edition) -> Iterator[Whom]:
    """Yield the parks with statements, with who is in charge of the plan that each is shown by."""
    t, counts = edition.t, Counter(edition.corpus.plans[s.plan].holder for s in _statements(edition))
    for holder in holders.holders(edition):
        if n := counts[holder.id]:
            entry, is_park = holder.entries[0], holder.id in edition.corpus.parks
            found = () if holders.many(edition) else in_charge.of_plan(edition, entry)
            bodies, others = in_charge.leading(found)
            there = edition.to.park(holder.id, INVESTORS) if is_park else holder.link.to
            left = t("park.more_in_charge", n=len(others))
            more = (Link(left, edition.to.plan(entry.plan.id)),) if others else ()
            yield Whom(*(holder.id, Link(holder.link.text, there), t("home.statements", n=n)), bodies, more)


def _contact(edition: Edition) -> str:
    """Return in a sentence that the plans give no telephone numbers, where that is so."""
    entries = edition.corpus.plans.values()
    silent = all("telephone" in unsaid(p.words for p in entry.files.text.provisions) for entry in entries)
    return edition.t("guide.no_telephone") if silent else ""
