"""The entries that belong to no single plan: parks, comparisons, the guide, vocabularies, what readers were told.

Words are those of the views.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import combinations

from generator.analysis.comparability import judge
from generator.corpus.plan_entry import InPlan
from generator.diff import reported_entries
from generator.diff.entries import Entry, Maker, Value
from generator.edition import formats, named
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts import axes, members
from generator.parts.reasons import sentences
from generator.records import vocabulary
from generator.records.facets import FACETS, INDUSTRY
from generator.records.kinds import CHANGE, COMPARISON, MEMBER, METRIC, PARK, REDIRECT, STATEMENT, TERM, UNIT
from generator.records.member import Member
from generator.records.metric import Metric
from generator.records.park import RANKS, Park, RankedIndustry
from generator.records.redirect import reference, split
from generator.records.target import Target


def entries(make: Maker) -> Iterator[Entry]:
    """Yield everything that belongs to no single plan."""
    edition, corpus = make.edition, make.edition.corpus
    for park in corpus.parks.values():
        yield make.entry(reference(PARK, park.id), edition.say(park.name), _park(make, park))
    yield from _comparisons(make)
    yield from _guide(make)
    for metric in corpus.metrics.values():
        yield make.entry(reference(METRIC, metric.id), edition.say(metric.name), _metric(make, metric))
    yield from _terms(make)
    yield from _vocabularies(make)
    for change in corpus.changes:
        values = (
            make.said("title", "diff.field.title", edition.say(change.title)),
            make.said("text", "diff.field.text", edition.say(change.text)),
        )
        yield make.entry(
            reference(CHANGE, change.key),
            edition.say(change.title),
            values,
            change.plan,
            edition.to.changes(change.key),
        )
    for member in corpus.members.values():
        yield make.entry(reference(MEMBER, member.id), *_member(make, member), address=edition.to.status())
    yield from reported_entries.entries(make)
    yield from _redirects(make)


def _redirects(make: Maker) -> Iterator[Entry]:
    edition = make.edition
    for redirect in edition.corpus.redirects:
        leads = redirect.new in make.there or split(redirect.new)[0] == "page"
        link = named.link(edition, redirect.new) if leads else Link(redirect.new, "")
        values = (
            make.said("to", "diff.field.to", f"{link.text} ({redirect.new})", redirect.new),
            make.said("date", "diff.field.date", formats.date(redirect.date, edition.language), redirect.date),
            make.said("reason", "diff.field.reason", edition.say(redirect.reason) if redirect.reason else ""),
        )
        yield make.entry(reference(REDIRECT, redirect.old), redirect.old, values, address=edition.to.of(redirect.old))


def _member(make: Maker, member: Member) -> tuple[str, tuple[Value, ...]]:
    """Return the name of a park of the whole, and what is said of it."""
    edition, park = make.edition, make.edition.corpus.parks.get(member.id)
    documents = [members.document(edition, document) for document in member.documents]
    said = " · ".join(
        " ".join((found.title, found.number, *found.facts, *([found.source.host.to] if found.source else [])))
        for found in documents
    )
    name = edition.say(park.name if park else member.name)
    values = (
        make.said(
            "name", "diff.field.name", edition.say(member.name), (edition.say(member.name), member.name_official)
        ),
        make.said("district", "diff.field.district", edition.say(member.district)),
        make.said("sources", "members.named_by", " · ".join(trace.address for trace in member.sources), member.sources),
        make.said("documents", "members.not_here", said, member.documents),
        make.said("note", "diff.field.notes", edition.say(member.note)),
    )
    return name, values


def _park(make: Maker, park: Park) -> Iterator[Value]:
    edition = make.edition
    yield make.said("name", "diff.field.name", edition.say(park.name))
    yield make.said("short_name", "diff.field.short_name", edition.say(park.short_name))
    yield make.said("pinyin", "diff.field.pinyin", park.pinyin)
    yield make.said("district", "diff.field.district", edition.say(park.district))
    yield make.said("district_code", "diff.field.district_code", park.district_code or "")
    yield make.said("profile", "diff.field.profile", edition.say(park.profile))
    yield make.said("watch", "park.watch", " · ".join(map(edition.say, park.watch)))
    for rank in RANKS:
        ranked: tuple[RankedIndustry, ...] = getattr(park.industries, rank)
        text = " · ".join(f"{edition.facet_value(INDUSTRY, r.industry).text}: {_words(r)}" for r in ranked)
        yield make.said(rank, f"rank.{rank}", text, tuple((r.industry, r.provision, _words(r)) for r in ranked))


def _words(ranked: RankedIndustry) -> str:
    return f"{ranked.words} ({ranked.words_en})" if ranked.words_en else ranked.words


def _comparisons(make: Maker) -> Iterator[Entry]:
    corpus = make.edition.corpus
    for id_, targets in corpus.targets_by_metric.items():
        if not corpus.metrics[id_].indicator:
            continue
        firsts = {axes.side(t).ref: t for t in targets if not t.record.repeat_of}
        for ref_a, ref_b in combinations(sorted(firsts), 2):
            a, b = firsts[ref_a], firsts[ref_b]
            if a.plan.id != b.plan.id:
                yield _comparison(make, id_, (ref_a, ref_b), a, b)


def _comparison(make: Maker, metric: str, refs: tuple[str, str], a: InPlan[Target], b: InPlan[Target]) -> Entry:
    edition = make.edition
    found = judge(edition.corpus.metrics[metric], axes.side(a), axes.side(b))
    reasons = [*sentences(edition, [a, b], [found]), *([edition.say(found.settled)] if found.settled else [])]
    values = (
        make.said("verdict", "diff.field.verdict", edition.t(f"compare.verdict.{found.verdict}")),
        make.said("reasons", "diff.field.reasons", " · ".join(reasons)),
    )
    name = edition.t(
        "diff.comparison",
        metric=edition.say(edition.corpus.metrics[metric].name),
        a=edition.holder(a.entry).text,
        b=edition.holder(b.entry).text,
    )
    return make.entry(reference(COMPARISON, metric, *refs), name, values, address=edition.to.metric(metric))


def _guide(make: Maker) -> Iterator[Entry]:
    edition = make.edition
    for section in edition.corpus.guide:
        for statement in section.statements:
            mark = hashlib.sha256(statement.words.encode()).hexdigest()[:8]
            ref = reference(STATEMENT, section.section, statement.plan, statement.provision, mark)
            values = (
                make.said("text", "diff.field.text", edition.say(statement.text)),
                make.said("quote", "figure.quote", statement.words),
            )
            name = edition.say(section.title)
            yield make.entry(ref, name, values, statement.plan, edition.to.guide(section.section))


def _metric(make: Maker, metric: Metric) -> Iterator[Value]:
    edition = make.edition
    unit = edition.say_unit(edition.corpus.units[metric.unit]) if metric.unit else ""
    yield make.said("name", "diff.field.name", edition.say(metric.name))
    yield make.said("definition", "metric.definition", edition.say(metric.definition))
    yield make.said(UNIT, "metric.unit", unit, metric.unit or "")
    yield make.said("direction", "diff.field.direction", edition.t(f"metric.direction.{metric.direction}"))
    yield make.said("indicator", "diff.field.indicator", edition.t(f"metric.indicator.{metric.indicator}".lower()))
    yield make.said("comparable", "metric.comparable", edition.say(metric.comparable) if metric.comparable else "")
    yield make.said(*_aliases(metric.aliases))
    for park, reason in sorted(metric.not_applicable.items()):
        yield make.said(f"not_applicable_{park}", "empty.not-applicable", edition.say(reason))


def _terms(make: Maker) -> Iterator[Entry]:
    for term in make.edition.corpus.terms.values():
        values = (
            make.said("zh", "diff.field.term_zh", term.zh),
            make.said("en", "diff.field.term_en", term.en),
            make.said("official", "glossary.official", term.official_en or ""),
            make.said("pinyin", "diff.field.pinyin", term.pinyin),
            make.said("explanation", "diff.field.explanation", make.edition.say(term.explanation)),
            make.said(*_aliases(term.aliases)),
        )
        yield make.entry(reference(TERM, term.id), term.zh if make.edition.is_original else term.en, values)


def _vocabularies(make: Maker) -> Iterator[Entry]:
    edition, corpus = make.edition, make.edition.corpus
    for key, facet in FACETS.items():
        for entry in corpus.vocabulary(facet).values():
            more = (_defined(edition, entry), *_inferred(edition, entry), _aliases(entry.aliases))
            yield _named(make, f"{key}/{entry.id}", edition.say(entry.name), *more)
    for unit in corpus.units.values():
        own = ("id", "diff.field.id", unit.id)
        yield _named(make, reference(UNIT, unit.id), edition.say_unit(unit) or unit.id, own)


def _named(make: Maker, ref: str, name: str, *more: tuple[str, str, str]) -> Entry:
    return make.entry(ref, name, (make.said("name", "diff.field.name", name), *(make.said(*each) for each in more)))


def _inferred(edition: Edition, entry: vocabulary.Entry | vocabulary.Body) -> Iterator[tuple[str, str, str]]:
    if isinstance(entry, vocabulary.Body):
        yield "name_inferred", "body.inferred", edition.say(entry.name_inferred)


def _aliases(aliases: tuple[str, ...]) -> tuple[str, str, str]:
    return "aliases", "diff.field.aliases", " · ".join(aliases)


def _defined(edition: Edition, entry: vocabulary.Entry | vocabulary.Body) -> tuple[str, str, str]:
    if isinstance(entry, vocabulary.Body):
        return "names", "body.names", " · ".join(sorted(entry.names))
    return "definition", "metric.definition", edition.say(entry.definition) if entry.definition else ""
