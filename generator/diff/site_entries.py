"""The entries that belong to no single plan: parks, comparisons, the guide, vocabularies, what readers were told.

Words are those of the views.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import combinations

from generator.comparability import judge
from generator.corpus import Of
from generator.diff.entries import Entry, Maker, Value
from generator.records.metric import Metric
from generator.records.park import Park, RankedIndustry
from generator.records.target import Target
from generator.records.vocabulary import Body
from generator.views import charts

RANKS = ("leading", "characteristic", "future")


def entries(make: Maker) -> Iterator[Entry]:
    """Yield everything that belongs to no single plan."""
    scope, corpus = make.scope, make.scope.corpus
    for park in corpus.parks.values():
        yield make.entry(f"park/{park.id}", scope.say(park.name), _park(make, park))
    yield from _comparisons(make)
    yield from _guide(make)
    for metric in corpus.metrics.values():
        yield make.entry(f"metric/{metric.id}", scope.say(metric.name), _metric(make, metric))
    yield from _terms(make)
    yield from _vocabularies(make)
    for change in corpus.changes:
        values = (
            make.said("title", "diff.field.title", scope.say(change.title)),
            make.said("text", "diff.field.text", scope.say(change.text)),
        )
        yield make.entry(
            f"change/{change.key}", scope.say(change.title), values, change.plan, scope.to.changes(change.key)
        )


def _park(make: Maker, park: Park) -> Iterator[Value]:
    scope = make.scope
    yield make.said("name", "diff.field.name", scope.say(park.name))
    yield make.said("short_name", "diff.field.short_name", scope.say(park.short_name))
    yield make.said("pinyin", "diff.field.pinyin", park.pinyin)
    yield make.said("district", "diff.field.district", scope.say(park.district))
    yield make.said("profile", "diff.field.profile", scope.say(park.profile))
    yield make.said("watch", "park.watch", " · ".join(map(scope.say, park.watch)))
    for rank in RANKS:
        ranked: tuple[RankedIndustry, ...] = getattr(park.industries, rank)
        text = " · ".join(f"{scope.facet_value('industry', r.industry).text}: {r.words}" for r in ranked)
        yield make.said(rank, f"rank.{rank}", text, tuple((r.industry, r.provision, r.words) for r in ranked))


def _comparisons(make: Maker) -> Iterator[Entry]:
    for id_, targets in make.scope.corpus.targets_by_metric.items():
        firsts = {charts.side(t).ref: t for t in targets if not t.record.repeat_of}
        for ref_a, ref_b in combinations(sorted(firsts), 2):
            a, b = firsts[ref_a], firsts[ref_b]
            if a.plan.id != b.plan.id:
                yield _comparison(make, id_, (ref_a, ref_b), a, b)


def _comparison(make: Maker, metric: str, refs: tuple[str, str], a: Of[Target], b: Of[Target]) -> Entry:
    scope = make.scope
    found = judge(scope.corpus.metrics[metric], charts.side(a), charts.side(b))
    reasons = [*charts.caveats(scope, found), *([scope.say(found.settled)] if found.settled else [])]
    values = (
        make.said("verdict", "diff.field.verdict", scope.t(f"compare.verdict.{found.verdict}")),
        make.said("reasons", "diff.field.reasons", " · ".join(reasons)),
    )
    name = scope.t(
        "diff.comparison",
        metric=scope.say(scope.corpus.metrics[metric].name),
        a=scope.say(a.park.short_name),
        b=scope.say(b.park.short_name),
    )
    return make.entry(f"comparison/{metric}/{'/'.join(refs)}", name, values, address=scope.to.metric(metric))


def _guide(make: Maker) -> Iterator[Entry]:
    scope = make.scope
    for section in scope.corpus.guide:
        for statement in section.statements:
            mark = hashlib.sha256(statement.words.encode()).hexdigest()[:8]
            ref = f"statement/{section.section}/{statement.plan}/{statement.provision}/{mark}"
            values = (
                make.said("text", "diff.field.text", scope.say(statement.text)),
                make.said("quote", "figure.quote", statement.words),
            )
            name = scope.t(f"guide.section.{section.section}")
            yield make.entry(ref, name, values, statement.plan, scope.to.guide(section.section))


def _metric(make: Maker, metric: Metric) -> Iterator[Value]:
    scope = make.scope
    unit = scope.say_unit(scope.corpus.units[metric.unit]) if metric.unit else ""
    yield make.said("name", "diff.field.name", scope.say(metric.name))
    yield make.said("definition", "metric.definition", scope.say(metric.definition))
    yield make.said("unit", "metric.unit", unit, metric.unit or "")
    yield make.said("direction", "diff.field.direction", scope.t(f"metric.direction.{metric.direction}"))
    yield make.said("comparable", "metric.comparable", scope.say(metric.comparable) if metric.comparable else "")
    for park, reason in sorted(metric.not_applicable.items()):
        yield make.said(f"not_applicable_{park}", "empty.not-applicable", scope.say(reason))


def _terms(make: Maker) -> Iterator[Entry]:
    for term in make.scope.corpus.terms.values():
        values = (
            make.said("zh", "diff.field.term_zh", term.zh),
            make.said("en", "diff.field.term_en", term.en),
            make.said("official", "glossary.official", term.official_en or ""),
            make.said("pinyin", "diff.field.pinyin", term.pinyin),
            make.said("explanation", "diff.field.explanation", make.scope.say(term.explanation)),
        )
        yield make.entry(f"term/{term.id}", term.zh if make.scope.zh else term.en, values)


def _vocabularies(make: Maker) -> Iterator[Entry]:
    scope, corpus = make.scope, make.scope.corpus
    for kind, vocabulary in (
        ("theme", corpus.themes),
        ("industry", corpus.industries),
        ("instrument", corpus.instruments),
        ("beneficiary", corpus.beneficiaries),
    ):
        for entry in vocabulary.values():
            definition = scope.say(entry.definition) if entry.definition else ""
            yield _named(
                make, f"{kind}/{entry.id}", scope.say(entry.name), ("definition", "metric.definition", definition)
            )
    for body in corpus.bodies.values():
        yield _named(make, f"body/{body.id}", scope.say(body.name), ("names", "body.names", _printed(body)))
    for unit in corpus.units.values():
        yield _named(make, f"unit/{unit.id}", scope.say_unit(unit) or unit.id, ("id", "diff.field.id", unit.id))


def _named(make: Maker, ref: str, name: str, more: tuple[str, str, str]) -> Entry:
    return make.entry(ref, name, (make.said("name", "diff.field.name", name), make.said(*more)))


def _printed(body: Body) -> str:
    return " · ".join(sorted(body.names))
