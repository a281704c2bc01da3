"""What a plan needs of the vocabularies and does not find there: entries to paste, as comments below a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.extract.drafting.vocabulary import Vocabulary, bare_unit
from generator.extract.drafting.yaml_text import comment, flow
from generator.language.units import COUNTERS, MEASURES
from generator.records.common import TODO
from generator.records.plan import Plan
from generator.source.text_source import Text


def proposals(plan: Plan, bodies: Iterable[str], vocabulary: Vocabulary, text: Text) -> Iterator[str]:
    """Yield the lines: units, metrics and bodies, each with what the text says of it."""
    yield from _listed("units.yaml; then write the units above", _units(plan, vocabulary))
    yield from _listed("metrics.yaml; then write the metrics above", _metrics(plan))
    yield from _listed("bodies.yaml, with the full names; then write the ids above", _bodies(bodies, text))


def _listed(where: str, entries: Iterator[str]) -> Iterator[str]:
    lines = list(dict.fromkeys(entries))
    if lines:
        yield from ("", comment(f"To paste into structured/{where}:"), *map(comment, lines))


def _units(plan: Plan, vocabulary: Vocabulary) -> Iterator[str]:
    known = vocabulary.unit_words
    for figure in (*plan.targets, *plan.facts):
        if figure.unit != TODO or figure.printed is None or not figure.printed.unit:
            continue
        word = bare_unit(figure.printed.unit, (*known, *MEASURES, *COUNTERS))
        if word in MEASURES:
            id_, english, worth = MEASURES[word]
            base = next(w for w, (other, _, one) in MEASURES.items() if other == id_ and one == 1)
            yield f"- {flow({'id': id_, 'name': {'zh': base, 'en': english}, 'printed': {word: worth}})}"
        elif word:
            yield f"- {word}: what is it worth in the unit that counts things, or in one of its own?"


def _metrics(plan: Plan) -> Iterator[str]:
    for target in plan.targets:
        if target.metric == TODO and target.comparator != "qualitative":
            entry = {"id": TODO, "name": {"zh": target.label.zh, "en": target.label.en}, "unit": target.unit}
            yield f"- {flow({**entry, 'direction': TODO})}   # {target.provision}"


def _bodies(names: Iterable[str], text: Text) -> Iterator[str]:
    for name in dict.fromkeys(names):
        where = ", ".join([p.id for p in text.provisions if name in p.words][:3])
        entry = flow({"id": TODO, "name": {"zh": name, "en": TODO}, "names": [name]})
        yield f"- {entry}   # {where}"
