"""What can be said in the place of a TODO of a plan's record, by its English text and what is written already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.filling import labels
from generator.filling.clauses import Agrees, between, english_of
from generator.filling.known import Known, field
from generator.records.common import TODO
from generator.records.kinds import FACT, KINDS, PROVISION, TARGET
from generator.records.loading import is_gap
from generator.source.places import Keys
from generator.source.text_source import Text

THOUGHT = (
    "summary",
    "left_open",
    "reason",
    "note",
    "notes",
    "text",
    "definition",
    "explanation",
)  # what only a person can say
QUOTE = "quote_en"
TARGETS = KINDS[TARGET].plural
FIGURES = (TARGETS, KINDS[FACT].plural)  # records that hold quotes
METRIC, UNIT = "metric", "unit"  # fields of a target
ID, STATUS = "id", ("translation", "status")
IN_PREPARATION, DRAFT = "in-preparation", "draft"


class Answers:
    """What can be said in the place of a TODO, as far as it is known: each answer may lead to others."""

    def __init__(
        self,
        data: Any,
        chinese: Text,
        english: Text,
        words: Known,
        awaited: Mapping[Keys, str | None],
        terms: Agrees,
    ) -> None:
        self.data, self.known, self.awaited, self.terms = data, words, awaited, terms
        self.chinese = {p.id: p for p in chinese.provisions}
        self.english = {p.id: p for p in english.provisions if p.id not in english.machine and not is_gap(p)}
        self.finished = not english.machine and not any(map(is_gap, english.provisions))

    def of(self, keys: Keys) -> str | None:
        """Return what to write where keys lead to, or None where only a person can say it."""
        beside, last = self._at(keys[:-1]), keys[-1]
        if last == QUOTE:
            return self._quote(beside)
        if keys in self.awaited:
            return self.awaited[keys]
        if keys == STATUS:
            return DRAFT if self.finished else None
        if last == ID:
            return self._id(str(keys[0]), beside)
        named = field(keys[:-1])
        zh = beside.get("zh") if isinstance(beside, dict) and last == "en" else None
        if not isinstance(zh, str) or named in THOUGHT:
            return None
        return self.known.english(named, zh) or self._of_figure(named, self._at(keys[:-2]))

    def take(self, keys: Keys, said: str) -> None:
        """Remember an answer."""
        self._at(keys[:-1])[keys[-1]] = said

    def called(self, name: str, zh: str) -> str | None:
        """Return what a name is in English; a metric is called as its targets are."""
        told = {each["label"]["en"] for each in self.data.get(TARGETS) or () if each["label"]["zh"] == zh} - {TODO}
        return self.known.english(name, zh) or (told.pop() if len(told) == 1 else None)

    def _quote(self, record: dict[str, Any]) -> str | None:
        quote, place = str(record.get("quote", "")), record.get(PROVISION)
        ours, theirs = self.chinese.get(str(place)), self.english.get(str(place))
        if not ours or not theirs:
            return None
        others = {
            each["quote"]: each[QUOTE]
            for kind in FIGURES
            for each in self.data.get(kind) or ()
            if each.get(PROVISION) == place and each.get(QUOTE, TODO) not in (TODO, None)
        }
        return english_of(quote, ours, theirs, self.terms) or between(
            quote, ours.words, theirs.words, others, self.terms
        )

    def _of_figure(self, named: str, record: Any) -> str | None:
        """Return the English of a label or a denominator by that of the quote."""
        if not isinstance(record, dict) or record.get(QUOTE, TODO) in (TODO, None):
            return None
        found = {"label": lambda: labels.of_quote(record, self.terms), "denominator": lambda: labels.whole(record)}
        return found[named]() if named in found else None

    def _id(self, kind: str, record: dict[str, Any]) -> str | None:
        """Return the id of a target by its metric, that of a fact by its name, where no other fact has the name."""
        if kind not in FIGURES:
            return None
        taken = [each["id"] for each in (each for name in FIGURES for each in self.data.get(name) or ())]
        if kind == TARGETS:
            metric = record.get(METRIC)
            return labels.next_id(metric, taken) if isinstance(metric, str) and metric != TODO else None
        name = record["label"]["en"]
        alike = [each for each in self.data[kind] if each["label"]["zh"] == record["label"]["zh"]]
        return labels.new_id(name, taken) if name != TODO and len(alike) == 1 else None

    def _at(self, keys: Keys) -> Any:
        data = self.data
        for key in keys:
            data = data[key]
        return data
