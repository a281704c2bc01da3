"""What a task is about: theme, tags, places and years, found by the words of the vocabularies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.extract.drafting.tasks import Titled
from generator.extract.drafting.years import mentions
from generator.records.common import TODO, YEARS, Bilingual
from generator.records.filed import Filed, Records
from generator.records.task import Task
from generator.records.vocabulary import Entry
from generator.source.clauses import CLAUSE_MARKS, around, split

_LONGEST_WORDS = 24
_PROMINENT = re.compile(
    r"(?:聚焦|围绕|重点|打造|建设|发展|培育|推动|推进|做强|壮大|提升|完善|深化|构建|支持|布局|加快|强化|引领|形成|以)[^,，;；。]{0,14}$"
)
_AREA_TITLE, _AREA_SECTION, _AREA_BODY = 5.0, 2.0, 0.5


@dataclass(frozen=True)
class Facets:
    """The vocabularies by which a task is tagged; places are those that other plans of the repository name."""

    records: Records
    places: Mapping[str, str]

    def theme(self, titled: Titled, headings: str) -> tuple[str, str | None]:
        """Return the theme whose words weigh most in title, headings and text, and a doubt where two are close."""
        scores = {}
        for entry in self.records.themes:
            scores[entry.record.id] = sum(
                _AREA_TITLE * (word in titled.title)
                + _AREA_SECTION * (word in headings)
                + _AREA_BODY * min(titled.body.count(word), 3)
                for word in forms(entry.record)
            )
        ranked = sorted(scores, key=lambda id_: -scores[id_])
        if not ranked or not scores[ranked[0]]:
            return TODO, None
        close = len(ranked) > 1 and scores[ranked[1]] > 0.75 * scores[ranked[0]]
        return ranked[0], f"or {ranked[1]}?" if close else None

    def tags(self, kind: str, titled: Titled) -> dict[str, str]:
        """Return entries of a vocabulary that a task is about, each with the words that show it.

        An entry counts when one of its words stands in the title, where the text turns to something, or twice.
        """
        entries: Iterable[Filed[Entry]] = self.records.filed.get(kind, ())
        found: dict[str, tuple[int, str]] = {}
        whole = f"{titled.title}。{titled.body}"
        for entry in entries:
            words = [w for w in forms(entry.record) if w in whole]
            if words and _is_about(titled, whole, words):
                word = max(words, key=len)
                found[entry.record.id] = (whole.find(word), _evidence(titled, word))
        return {id_: words for id_, (_, words) in sorted(found.items(), key=lambda item: item[1][0])}

    def named_places(self, titled: Titled) -> tuple[Bilingual, ...]:
        """Return the places that stand in a task's text, of those named in other plans; the longest at each place."""
        names = sorted(self.places, key=len, reverse=True)
        if not names:
            return ()
        found = dict.fromkeys(m[0] for m in re.finditer("|".join(map(re.escape, names)), titled.body))
        return tuple(Bilingual(zh=zh, en=self.places[zh]) for zh in found)


def facets(records: Records) -> Facets:
    """Index a repository."""
    tasks: list[Task] = [t for p in records.plans for t in p.plan.tasks]
    return Facets(records, {place.zh: place.en for t in tasks for place in t.places if place.en != TODO})


def years(titled: Titled) -> dict[int, str]:
    """Return the years that a task names, each with its words."""
    found: dict[int, str] = {}
    for mention in mentions(titled.body):
        if not mention.as_of and mention.year in YEARS:
            found.setdefault(mention.year, mention.words)
    return found


def forms(entry: Entry) -> list[str]:
    """Return the Chinese words by which an entry is found: its own, or the parts of its name."""
    return list(entry.words) or [part for part in re.split(r"[与和、]", entry.name.zh) if len(part) > 1]


def _is_about(titled: Titled, whole: str, words: list[str]) -> bool:
    if any(word in titled.title for word in words):
        return True
    if sum(whole.count(word) for word in words) >= 2:
        return True
    return any(_PROMINENT.search(whole[: whole.find(word)]) for word in words)


def _evidence(titled: Titled, word: str) -> str:
    """Return the clause that holds a word when it is short, else the word."""
    text = titled.body if word in titled.body else titled.title
    at = text.find(word)
    clause = around(split(text, CLAUSE_MARKS + "\n"), at)
    words = text[clause.start : clause.end]
    return words if len(words) <= _LONGEST_WORDS else word
