"""The first page: which park for what, which plans run, a first comparison, and the ways to everything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.edition import states
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.edition.publication import title
from generator.edition.states import Said
from generator.parts import aims, comparison, examples, jsonld, members, standing, which_park
from generator.parts.aims import Aims
from generator.parts.standing import Together
from generator.parts.which_park import WhichPark
from generator.records.facets import INDUSTRY, THEME
from generator.records.pages import CALENDAR, COMPARE, GUIDE, HOME, PARKS, PLANS, TASKS
from generator.records.park import RANKS

METRICS = 3
YEARS = 8  # of targets, the last ones


@dataclass(frozen=True)
class Due:
    """How many targets are due by a year, which leads to them. mark: that the year is over."""

    year: Link
    count: str
    mark: Said


@dataclass(frozen=True)
class List:
    """Ways in of one kind. all: where there is more than these, or more of each."""

    title: str
    entries: tuple[tuple[Link, str], ...]
    all: tuple[Link, ...]


@dataclass(frozen=True)
class Home:
    """The first page.

    examples: what to search for; caution: that parks are missing, see `members`
    ranks: what the ranks of industries are called; industries, parks, plans, metrics: the pages of all of them
    """

    title: str
    lead: str
    examples: tuple[tuple[str, str], ...]
    which: WhichPark | None
    ranks: tuple[tuple[str, str], ...]
    industries: tuple[Link, ...]
    parks: tuple[Link, ...]
    caution: str
    none_in_force: Said
    together: tuple[Together, ...]
    plans: tuple[Link, ...]
    due: tuple[Due, ...]
    aims: Aims
    metrics: tuple[Link, ...]
    lists: tuple[List, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the first page of a language."""
    t, to = edition.t, edition.to
    yield Page(
        *(to.home(), "home.html.j2", t("site.name"), t("home.description"), "", ()),
        make=partial(_home, edition),
        name=HOME,
        shows=tuple(edition.corpus.plans.values()),
        thing=partial(jsonld.site, edition),
    )


def _home(edition: Edition) -> Home:
    corpus, t = edition.corpus, edition.t
    return Home(
        title=title(t, len(corpus.plans)),
        lead=t("home.lead"),
        examples=examples.examples(edition),
        which=which_park.which_park(edition),
        ranks=tuple((rank, t(f"home.which.rank.{rank}")) for rank in RANKS),
        industries=tuple(Link(t("home.all_industries"), link.to) for link in _facet(edition, INDUSTRY)),
        parks=edition.page(PARKS, t("home.all_parks", n=len(corpus.parks))),
        caution=members.caution(edition),
        none_in_force=states.none_in_force(t, [entry.plan for entry in corpus.plans.values()], edition.today),
        together=standing.together(edition),
        plans=edition.page(PLANS, t("home.all_plans", n=len(corpus.plans))),
        due=tuple(_due(edition)),
        aims=aims.aims(edition, METRICS),
        metrics=edition.page(COMPARE, t("home.all_metrics", n=len(comparison.indicators(edition)))),
        lists=tuple(entry for entry in (_investors(edition), _themes(edition)) if entry.entries),
    )


def _facet(edition: Edition, key: str) -> Iterator[Link]:
    if key in edition.corpus.facets:
        yield edition.facet(key)


def _due(edition: Edition) -> Iterator[Due]:
    """Yield the years by which targets are due; each is counted once, restatements are not."""
    if not edition.has(CALENDAR):
        return
    counts = Counter(of.record.year for of in edition.corpus.promised_targets if of.record.year)
    for year, n in sorted(counts.items())[-YEARS:]:
        mark = edition.passed(year) or Said("", "")
        yield Due(Link(str(year), edition.to.calendar(str(year))), f"{n} {edition.t('count.target', n=n)}", mark)


def _investors(edition: Edition) -> List:
    """Return the subjects on which investors find answers."""
    entries = tuple(
        (
            Link(edition.say(section.title), edition.to.guide(section.section)),
            edition.t("home.statements", n=len(section.statements)),
        )
        for section in edition.corpus.guide
    )
    return List(edition.t("nav.guide"), entries, edition.page(GUIDE, edition.t("home.all_statements")))


def _themes(edition: Edition) -> List:
    links = edition.facet_values(THEME)
    entries = tuple(
        (Link(link.text, link.to), f"{link.count} {edition.t('count.task', n=link.count)}") for link in links
    )
    return List(
        edition.t("home.themes"), entries, edition.page(TASKS, edition.t("home.all_tasks", n=len(edition.corpus.tasks)))
    )
