"""A guide for foreign investors: what the plans say, subject by subject, each statement with its provision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus.plan_entry import PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.parts import citation_forms, citations
from generator.parts.citation_forms import Citation
from generator.records.facets import INDUSTRY
from generator.records.guide import GuideSection, Statement
from generator.records.pages import CALENDAR, GUIDE, PARKS, TASKS


@dataclass(frozen=True)
class StatementView:
    """What a plan says, where, and in which words. cited: what it is called in references, in both languages."""

    text: str
    provision: Link
    words: str
    cited: tuple[str, str]


@dataclass(frozen=True)
class SectionView:
    """A subject: statements by park, and the parks of whose plans nothing is listed."""

    anchor: str
    title: str
    lead: str
    parks: tuple[tuple[Link, tuple[StatementView, ...]], ...]
    silent: tuple[Link, ...]


@dataclass(frozen=True)
class GuidePage:
    """The guide. reading: how its verbs are meant; related: where to read on."""

    lead: str
    reading: tuple[str, ...]
    sections: tuple[SectionView, ...]
    plans: tuple[Link, ...]
    related: tuple[Link, ...]
    citation: Citation
    passages: Citation


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the guide, where the publication has one."""
    if edition.has(GUIDE):
        yield Page(
            *(edition.to.guide(), "guide.html.j2", edition.t("guide.title"), _lead(edition), GUIDE, ()),
            make=partial(_guide, edition),
            script="copy.js",
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
    used = {statement.plan for statement in _statements(edition)}
    entries = edition.corpus.plans.values()
    cited = citations.page(edition, GUIDE, lambda e: e.t("guide.title"), lambda to: to.guide(), entries)
    passages = citations.passages(edition, cited, lambda to: to.guide())
    return GuidePage(
        lead=_lead(edition),
        reading=tuple(t("guide.reading").split("\n")),
        sections=tuple(_section(edition, section) for section in guide),
        plans=tuple(edition.plan(entry) for entry in edition.entries if entry.plan.id in used),
        related=(
            *edition.page(TASKS),
            *(
                Link(t("task.by", facet=link.text), link.to)
                for link in edition.facets()
                if link == edition.facet(INDUSTRY)
            ),
            *edition.page(CALENDAR),
            *edition.page(PARKS),
        ),
        citation=citation_forms.citation(cited, edition.language),
        passages=citation_forms.citation(passages, edition.language),
    )


def _section(edition: Edition, section: GuideSection) -> SectionView:
    by_park: dict[str, list[StatementView]] = {}
    for statement in section.statements:
        park = edition.corpus.plans[statement.plan].holder
        by_park.setdefault(park, []).append(_statement(edition, statement))
    shown = [holder for holder in holders.holders(edition) if holder.id in by_park]
    return SectionView(
        anchor=section.section,
        title=edition.say(section.title),
        lead=edition.t(
            "guide.section_lead",
            n=len(section.statements),
            parks=sum(holder.id in edition.corpus.parks for holder in shown),
        ),
        parks=tuple((holder.link, tuple(by_park[holder.id])) for holder in shown),
        silent=tuple(edition.park(park) for park in edition.parks if park.id not in by_park),
    )


def _statement(edition: Edition, statement: Statement) -> StatementView:
    entry = edition.corpus.plans[statement.plan]
    provision = edition.provision(entry, statement.provision)
    cited = (_cited(edition, entry, statement), _cited(edition.other_edition, entry, statement))
    return StatementView(edition.say(statement.text), provision, statement.words, cited)


def _cited(edition: Edition, entry: PlanEntry, statement: Statement) -> str:
    """Return what a statement is called in a reference: its park, and where it stands in the plan."""
    return f"{holders.whose(edition, entry)}, {edition.provision(entry, statement.provision).text}"
