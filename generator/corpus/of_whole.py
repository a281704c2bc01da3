"""Rows of the published data that belong to no file of one record: verdicts, statements, changes, states, redirects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.analysis import comparability, standing
from generator.corpus.corpus import Corpus
from generator.records.kinds import CHANGE, COMPARISON, REDIRECT, STANDING, STATEMENT

Values = Iterator[Mapping[str, Any]]


def _comparisons(corpus: Corpus) -> Values:
    """Yield how targets of parks compare, metric by metric; restatements and lists of unlike goals are not compared."""
    for metric in corpus.metrics.values():
        found = corpus.targets_by_metric.get(metric.id, ()) if metric.indicator else ()
        targets = [of for of in found if of.park and not of.record.repeat_of]
        sides = [comparability.side(of.plan, of.record) for of in targets]
        for a, b, said in comparability.comparisons(metric, sides):
            if len({targets[i].plan.id for i in (*a, *b)}) > 1:
                yield {
                    "metric": metric.id,
                    "a": [targets[i].id for i in a],
                    "b": [targets[i].id for i in b] if a is not b else [],
                    **{key: list(getattr(said, key)) for key in ("reasons", "caveats")},
                    **{key: getattr(said, key) for key in ("verdict", "computed", "settled")},
                }


def _statements(corpus: Corpus) -> Values:
    for section in corpus.guide:
        for said in section.statements:
            own = {key: getattr(said, key) for key in ("plan", "provision", "words", "text")}
            yield {"section": section.section, "title": section.title, **own}


def _changes(corpus: Corpus) -> Values:
    for change in corpus.changes:
        own = {key: getattr(change, key) for key in ("date", "kind", "plan", "title", "text")}
        altered = [{key: getattr(a, key) for key in ("record", "what", "old", "new")} for a in change.altered]
        yield {"id": change.key, **own, "altered": altered}


def _standings(corpus: Corpus) -> Values:
    """Yield the states that each plan goes through, which no day of a build changes."""
    for entry in corpus.plans.values():
        for state in standing.states(entry.plan):
            since = None if state.since == standing.BEGINNING else state.since
            own = {"since": since, "until": state.until, "declared": state.declared}
            yield {"plan": entry.plan.id, "state": state.name, **own}


def _redirects(corpus: Corpus) -> Values:
    for redirect in corpus.redirects:
        yield {key: getattr(redirect, key) for key in ("old", "new", "date", "reason")}


OF_WHOLE: Mapping[str, Callable[[Corpus], Values]] = {
    COMPARISON: _comparisons,
    STATEMENT: _statements,
    CHANGE: _changes,
    STANDING: _standings,
    REDIRECT: _redirects,
}
