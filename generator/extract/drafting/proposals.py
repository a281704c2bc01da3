"""What a plan needs of the vocabularies and does not find there: entries to paste, as comments below a draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.extract.drafting.vocabulary import Vocabulary, bare_unit
from generator.extract.drafting.yaml_text import comment, flow
from generator.language.units import COUNTERS, MEASURES, compound
from generator.records.common import TODO
from generator.records.plan import Plan
from generator.source.text_source import Text

_PROGRAMME = re.compile(r"(?P<name>“[\u4e00-\u9fffA-Za-z0-9+]{2,12}”(?:计划|工程|行动|专项))")
_PLACE = re.compile(
    r"(?:在|依托|推进|推动|建设|打造|加快|支持|聚焦|围绕|、|和|^)"
    r"(?P<name>[\u4e00-\u9fff]{2,6}?(?:科学城|大学城|科技城|新城|科创园|科技园|创新区|街道|片区|自贸区|保税区|港区|枢纽|湾区))"
)


def proposals(plan: Plan, bodies: Iterable[str], vocabulary: Vocabulary, text: Text) -> Iterator[str]:
    """Yield the lines: units, metrics, bodies, programmes as terms and places, each with where the text names it."""
    yield from _listed("units.yaml; then write the units above", _units(plan, vocabulary))
    yield from _listed("metrics.yaml; then write the metrics above", _metrics(plan))
    yield from _listed("bodies.yaml, with the full names; then write the ids above", _bodies(bodies, text))
    known = {term.record.zh for term in vocabulary.records.terms}
    yield from _listed("terms.yaml, where a programme has an English name of its own", _programmes(text, known))
    yield from _listed("plans, as `places` of the tasks that they are named in", _places(text))


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
        elif made := compound(word):
            id_, english, worth = made
            yield f"- {flow({'id': id_, 'name': {'zh': word, 'en': english}, 'printed': {word: worth}})}"
        elif word:
            yield f"- {word}: what is it worth in the unit that counts things, or in one of its own?"


def _metrics(plan: Plan) -> Iterator[str]:
    for target in plan.targets:
        if target.metric == TODO and target.comparator != "qualitative":
            name, definition = {"zh": target.label.zh, "en": target.label.en}, {"zh": TODO, "en": TODO}
            entry = {"id": TODO, "name": name, "definition": definition, "unit": target.unit, "direction": "none"}
            yield f"- {flow({**entry, 'comparable': None})}   # {target.provision}"


def _bodies(names: Iterable[str], text: Text) -> Iterator[str]:
    for name in dict.fromkeys(names):
        entry = flow({"id": TODO, "name": {"zh": name, "en": TODO}, "names": [name]})
        yield f"- {entry}   # {_where(name, text)}"


def _programmes(text: Text, known: set[str]) -> Iterator[str]:
    for name in _named(_PROGRAMME, text):
        if name not in known:
            entry = {"id": TODO, "zh": name, "en": TODO, "pinyin": TODO, "explanation": {"zh": TODO, "en": TODO}}
            yield f"- {flow(entry)}   # {_where(name, text)}"


def _places(text: Text) -> Iterator[str]:
    for name in _named(_PLACE, text):
        yield f"- {flow({'zh': name, 'en': TODO})}   # {_where(name, text)}"


def _named(pattern: re.Pattern[str], text: Text) -> Iterator[str]:
    """Yield what a pattern names in numbered passages, once each; places only where they are named at least twice."""
    found = Counter(m["name"] for p in text.provisions if p.id[0].isdigit() for m in pattern.finditer(p.words))
    yield from (name for name, times in found.items() if times > 1 or pattern is _PROGRAMME)


def _where(name: str, text: Text) -> str:
    return ", ".join([p.id for p in text.provisions if name in p.words][:3])
