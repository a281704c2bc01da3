"""Briefs that fit a sheet of paper: of each park, and of parks side by side. Pages hold all that is cut off here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from generator.corpus.plan_entry import PlanEntry
from generator.edition.addresses import Addresses
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.pages import parks
from generator.pages.parks import ParkCard
from generator.parts import citation_forms, citations, comparison, documents, key_facts, target_table, task_cards
from generator.parts.comparison import Row as MetricRow
from generator.parts.key_facts import KeyFacts
from generator.parts.target_table import Group, Row
from generator.parts.task_cards import ThemeTasks
from generator.records.pages import BRIEF, COMPARE, PARKS
from generator.records.park import Park

# What has room on a sheet.
SIGNS = {"zh": 240, "en": 500}  # of what a park is
TARGETS = 12
THEMES = 10
SIDE = 6  # parks side by side
METRICS = 8


@dataclass(frozen=True)
class ParkBrief:
    """A park on a sheet. profile: its first sentences; rest: what its page has beyond this, in words.

    worded: targets in words; themes: with the number of their tasks; page: the park's own
    """

    card: ParkCard
    facts: KeyFacts
    profile: str
    targets: tuple[Group, ...]
    worded: tuple[Row, ...]
    themes: tuple[ThemeTasks, ...]
    rest: tuple[str, ...]
    page: Link
    document: Link | None
    citation: str


@dataclass(frozen=True)
class Brief:
    """Parks side by side on a sheet. rest: what the comparison has beyond this, in words."""

    lead: str
    parks: tuple[tuple[ParkCard, KeyFacts], ...]
    metrics: tuple[MetricRow, ...]
    shown: tuple[str, ...]
    rest: tuple[str, ...]
    page: tuple[Link, ...]
    document: Link | None
    citation: str


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the briefs of a language."""
    t, to = edition.t, edition.to
    for park in edition.corpus.parks.values():
        name = edition.say(park.short_name)
        yield Page(
            *(to.brief(park.id), "brief.html.j2", t("brief.title", park=name), t("brief.lead", park=name), PARKS),
            trail=(*edition.page(PARKS), edition.park(park)),
            make=partial(_park, edition, park),
            shows=edition.corpus.plans_by_park.get(park.id, ()),
            card=f"park-{park.id}",
        )
    if edition.has(BRIEF):
        yield Page(
            *(to.brief(), "brief_side.html.j2", t("brief.side_title"), t("brief.side_lead"), COMPARE),
            trail=edition.page(COMPARE),
            make=partial(_side, edition),
            name=BRIEF,
            shows=tuple(edition.corpus.plans.values()),
        )


def _park(edition: Edition, park: Park) -> ParkBrief:
    entry = next(iter(edition.plans_of(park.id)), None)
    leading = [ranked.industry for ranked in park.industries.leading]
    table = target_table.of_plan(edition, entry, leading).groups if entry else ()
    groups, left = _first(table, TARGETS)
    figures = tuple(group for group in groups if group.rows[0].figure.quantity.amount)
    themes = task_cards.by_theme(edition, entry) if entry else ()
    return ParkBrief(
        card=parks.card(edition, park),
        facts=key_facts.of_park(edition, park),
        profile=_opening(edition.say(park.profile), SIGNS[edition.language]),
        targets=figures,
        worded=tuple(row for group in groups if group not in figures for row in group.rows),
        themes=themes[:THEMES],
        rest=(edition.t("brief.more_targets", n=left),) if left else (),
        page=edition.park(park),
        document=documents.brief(edition, park.id),
        citation=_reference(
            edition,
            f"brief-{park.id}",
            lambda e: e.t("brief.title", park=e.say(park.short_name)),
            lambda to: to.brief(park.id),
            edition.plans_of(park.id),
        ),
    )


def _side(edition: Edition) -> Brief:
    t = edition.t
    shared = comparison.shared(edition)
    rows = [comparison.row(edition, metric) for metric in shared]
    stated = {
        park.id: sum(any(c.id == park.id and c.plans for c in row.cells) for row in rows) for park in edition.parks
    }
    chosen = sorted(edition.parks, key=lambda park: -stated[park.id])[:SIDE]
    shown = [park for park in edition.parks if park in chosen]
    left = {
        "brief.more_parks": len(stated) - len(shown),
        "brief.more_metrics": len(edition.metrics) - len(rows[:METRICS]),
    }
    return Brief(
        lead=t("brief.side_lead"),
        parks=tuple((parks.card(edition, park), key_facts.of_park(edition, park)) for park in shown),
        metrics=tuple(rows[:METRICS]),
        shown=tuple(park.id for park in shown),
        rest=tuple(t(key, n=n) for key, n in left.items() if n > 0),
        page=edition.page(COMPARE),
        document=documents.brief(edition),
        citation=_reference(
            *(edition, BRIEF, lambda e: e.t("brief.side_title"), lambda to: to.brief(), edition.corpus.plans.values())
        ),
    )


def _reference(
    edition: Edition,
    key: str,
    title: Callable[[Edition], str],
    address: Callable[[Addresses], str],
    shows: Iterable[PlanEntry],
) -> str:
    """Return how a sheet is cited, in a line: as GB/T 7714 or APA has it. The day of reading is not known on paper."""
    cited = citations.page(edition, key, title, address, shows)
    if edition.is_original:
        return citation_forms.gbt(replace(cited, chinese=replace(cited.chinese, accessed="")))
    return citation_forms.apa(cited)


def _first(groups: tuple[Group, ...], most: int) -> tuple[tuple[Group, ...], int]:
    """Return the first rows of some groups, and how many are left."""
    found, left = [], most
    for group in groups:
        if left > 0:
            found.append(Group(group.title, group.rows[:left]))
        left -= len(group.rows)
    return tuple(found), max(-left, 0)


def _opening(text: str, most: int) -> str:
    """Return the first sentences of a text, one at least."""
    sentences = re.split(r"(?<=[。！？])|(?<=[.!?]) (?=[A-Z“])", text)
    joint = "" if "。" in text else " "
    said = sentences[0]
    for sentence in sentences[1:]:
        if len(said) + len(sentence) > most:
            break
        said += joint + sentence
    return said
