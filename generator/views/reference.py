"""Glossary, sources, status and about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from generator.corpus import PlanEntry
from generator.records.term import Term
from generator.views import plans
from generator.views.correction import CorrectionSources, correction_sources
from generator.views.page import Link, Page, Scope
from generator.views.plans import AnomalyView, Field

TERMS = "structured/terms.yaml"
PLACES = 8  # places shown per term; the count says how many there are


@dataclass(frozen=True)
class TermView:
    """A term. places: where it occurs, shortened to a few; lines: its id and line, see `text.Block`."""

    anchor: str
    zh: str
    pinyin: str
    en: str
    official: str
    explanation: str
    places: tuple[Link, ...]
    count: int
    lines: str


@dataclass(frozen=True)
class Glossary:
    """All terms under initials."""

    lead: str
    groups: tuple[tuple[str, tuple[TermView, ...]], ...]
    sources: CorrectionSources | None


@dataclass(frozen=True)
class SourceView:
    """Where a text comes from."""

    plan: Link
    park: Link
    tier: str
    fields: tuple[Field, ...]
    dropped: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True)
class Sources:
    """Provenance of every text, and everything printed oddly."""

    lead: str
    sources: tuple[SourceView, ...]
    anomalies: tuple[AnomalyView, ...]


@dataclass(frozen=True)
class StatusRow:
    """State of one plan; cells in the order of `Status.columns`."""

    plan: Link
    cells: tuple[str, ...]


@dataclass(frozen=True)
class ExclusionGroup:
    """Numbers of a plan that are no targets, by reason."""

    plan: Link
    reasons: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Status:
    """Coverage and translation, plan by plan."""

    lead: str
    columns: tuple[str, ...]
    rows: tuple[StatusRow, ...]
    exclusions: tuple[ExclusionGroup, ...]


@dataclass(frozen=True)
class About:
    """What this is, how it is made, what a reader can hold it to. sections: heading and paragraphs."""

    lead: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    links: tuple[Link, ...]


def pages(scope: Scope) -> Iterator[Page]:
    """Yield the reference pages of a language."""
    yield _glossary(scope)
    yield _sources(scope)
    yield _status(scope)
    yield _about(scope)


def _glossary(scope: Scope) -> Page:
    groups: dict[str, list[TermView]] = {}
    by_name = (lambda term: term.zh) if scope.zh else (lambda term: term.en)
    for term in scope.sorted(scope.corpus.terms.values(), by_name):
        places = scope.corpus.places_by_term[term.id]
        view = TermView(
            anchor=f"term-{term.id}",
            zh=term.zh,
            pinyin=term.pinyin,
            en=term.en,
            official=term.official_en or "",
            explanation=scope.say(term.explanation),
            places=tuple(_place(scope, *place) for place in places[:PLACES]),
            count=len(places),
            lines=f"{term.id} {scope.corpus.term_lines[term.id]}" if scope.repository else "",
        )
        groups.setdefault(_initial(term, zh=scope.zh), []).append(view)
    body = Glossary(
        scope.t("glossary.lead", n=len(scope.corpus.terms)),
        tuple((k, tuple(v)) for k, v in groups.items()),
        correction_sources(scope, {scope.t("edit.edit"): TERMS}, "terms/", scope.to.glossary()),
    )
    title, script = scope.t("glossary.title"), "edit.js" if scope.repository else ""
    return Page(scope.to.glossary(), "glossary.html.j2", title, body.lead, "about", (), body, script)


def _place(scope: Scope, entry: PlanEntry, provision: str) -> Link:
    name = f"{scope.say(entry.park.short_name)} {scope.provision(entry, provision).text}"
    return Link(name, scope.to.text(entry.plan.id, provision))


def _initial(term: Term, *, zh: bool) -> str:
    first = normalize("NFD", term.pinyin if zh else term.en)[0].upper()
    return first if first.isalpha() and first.isascii() else "#"


def _sources(scope: Scope) -> Page:
    sources = []
    for entry in scope.entries():
        source, t = entry.plan.source, scope.t
        fields = [
            Field(t("plan.field.publisher"), scope.say(source.publisher)),
            Field(
                t("plan.field.address"),
                source.address or t("plan.not_stated"),
                missing=not source.address,
                link=Link(source.address, source.address) if source.address else None,
            ),
        ]
        if source.note:
            fields.append(Field(t("plan.field.source_note"), scope.say(source.note)))
        dropped = tuple(
            (d.line, d.text.strip(), t(f"dropped.{d.reason}")) for d in (filed.record for filed in entry.files.dropped)
        )
        sources.append(
            SourceView(scope.plan(entry), scope.park(entry.park), t(f"tier.{source.tier}"), tuple(fields), dropped)
        )
    anomalies = tuple(plans.anomaly(scope, a) for entry in scope.entries() for a in entry.anomalies)
    body = Sources(scope.t("sources.lead", n=len(anomalies)), tuple(sources), anomalies)
    return Page(scope.to.sources(), "sources.html.j2", scope.t("sources.title"), body.lead, "about", (), body)


def _status(scope: Scope) -> Page:
    t = scope.t
    keys = (
        "provisions",
        "numbers",
        "captured",
        "excluded",
        "missing",
        "targets",
        "restatements",
        "facts",
        "tasks",
        "measures",
        "anomalies",
        "translation",
    )
    rows = tuple(StatusRow(scope.plan(e), _status_cells(scope, e)) for e in scope.entries())
    exclusions = tuple(ExclusionGroup(scope.plan(e), _exclusions(scope, e)) for e in scope.entries())
    body = Status(t("status.lead"), tuple(t(f"status.{key}") for key in keys), rows, exclusions)
    return Page(scope.to.status(), "status.html.j2", t("status.title"), body.lead, "about", (), body)


def _status_cells(scope: Scope, entry: PlanEntry) -> tuple[str, ...]:
    plan, coverage = entry.plan, entry.coverage
    numbers = (
        len(entry.files.text.provisions),
        coverage.total,
        coverage.captured,
        coverage.excluded,
        len(coverage.missing),
        len(entry.distinct_targets),
        len(entry.targets) - len(entry.distinct_targets),
        len(plan.facts),
        len(plan.tasks),
        len(plan.measures),
        len(plan.anomalies),
    )
    return (*map(str, numbers), scope.t(f"translation.{plan.translation.status}"))


def _exclusions(scope: Scope, entry: PlanEntry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    groups: dict[str, list[str]] = {}
    for exclusion in entry.plan.exclusions:
        groups.setdefault(exclusion.reason, []).append(exclusion.text)
    return tuple((scope.t(f"exclusion.{reason}"), tuple(words)) for reason, words in groups.items())


ABOUT = ("what", "numbers", "translation", "anomalies", "comparison", "corrections", "licence")


def _about(scope: Scope) -> Page:
    t, to = scope.t, scope.to
    sections = tuple((t(f"about.{key}.title"), tuple(t(f"about.{key}.text").split("\n"))) for key in ABOUT)
    links = (
        Link(t("glossary.title"), to.glossary()),
        Link(t("sources.title"), to.sources()),
        Link(t("status.title"), to.status()),
        Link(t("data.title"), to.data()),
    )
    return Page(
        to.about(),
        "about.html.j2",
        t("about.title"),
        t("about.lead"),
        "about",
        (),
        About(t("about.lead"), sections, links),
    )
