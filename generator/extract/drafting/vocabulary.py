"""What the repository already knows, looked up by Chinese words: units, metrics, and English written before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.extract.structure.prose import fold
from generator.language.lexicon import MAGNITUDE
from generator.records.common import TODO, Bilingual
from generator.records.filed import Records
from generator.records.kinds import KINDS, lists
from generator.records.metric import Metric
from generator.records.vocabulary import Unit

_SAME = (
    ("营收", "营业收入"),
    ("GDP", "地区生产总值"),
    ("高企", "高新技术企业"),
    ("上市公司", "上市企业"),
    ("专利申请数", "专利申请量"),
)
_SIGNS = re.compile(r"[“”\"‘’()（）、和与及\s]")
ENOUGH = 0.6  # share of a metric's name that must stand in the words
LIKELY = 0.35


@dataclass(frozen=True)
class Vocabulary:
    """The vocabularies and plans of a repository.

    english: English of Chinese words that some record already has in both languages
    """

    records: Records
    units: Mapping[str, Unit]
    metrics: tuple[Metric, ...]
    english: Mapping[str, str] = field(repr=False)

    def bilingual(self, zh: str) -> Bilingual:
        """Return Chinese words with the English they have elsewhere, or with TODO."""
        zh = zh.strip()  # what was cut to its longest may end in a space
        return Bilingual(zh=zh, en=self.english.get(fold(zh), TODO))

    @property
    def unit_words(self) -> tuple[str, ...]:
        """All unit words that some unit prints."""
        return tuple({word for unit in self.units.values() for word in unit.printed})

    def unit(self, printed: str, per: str | None) -> str | None:
        """Return the id of the unit a printed word stands for; None when no unit prints it.

        per: what the figure is per (万人, 平方公里, 人), which tells 亿元 from 亿元 per km²
        """
        bare = bare_unit(printed.replace("％", "%"), self.unit_words)
        able = [unit for unit in self.units.values() if bare in unit.printed]
        if per:
            able = [unit for unit in able if unit.name.zh.endswith(f"/{per}")]
        else:
            able = [u for u in able if "/" not in u.name.zh] or [u for u in able if bare == u.name.zh]
        return able[0].id if able else None

    def metric(self, words: str, unit: str | None, context: str = "") -> tuple[str, str | None]:
        """Return the metric that words are about; TODO where none has the noun and the unit, with those that come near.

        Its longest name that stands in the words wins. Where a single metric has the unit, its noun may stand anywhere
        in the sentence.
        """
        able = [m for m in self.metrics if unit in (None, m.unit)]
        sole = len(able) == 1 and unit is not None
        ranked = sorted((_likeness(m, f"{words} {context}" if sole else words), len(m.name.zh), m.id) for m in able)
        if ranked and ranked[-1][0] >= ENOUGH:
            return ranked[-1][2], None
        near = [id_ for share, _, id_ in reversed(ranked) if share >= LIKELY][:3]
        return TODO, f"metric: perhaps {', '.join(near)}" if near else None


def vocabulary(records: Records) -> Vocabulary:
    """Index the records of a repository for a draft."""
    documents = [p.filed.document.data for p in records.plans] + [p.document.data for p in records.parks]
    for kind in (*lists(), KINDS["change"]):
        documents += [entry.document.data for entry in records.of(kind)[:1]]  # one document holds them all
    english = {fold(zh): en for data in documents for zh, en in _pairs(data) if TODO not in (zh, en)}
    english |= {fold(t.record.zh): t.record.en for t in records.terms}
    return Vocabulary(
        records,
        {u.record.id: u.record for u in records.units},
        tuple(m.record for m in records.metrics),
        english,
    )


def bare_unit(printed: str, known: Iterable[str]) -> str:
    """Return a printed unit without 万 or 亿 before it."""
    words = set(known)
    while printed and printed not in words and printed[0] in MAGNITUDE:
        printed = printed[1:]
    return printed


def _pairs(data: Any) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        if isinstance(data.get("zh"), str) and isinstance(data.get("en"), str):
            yield data["zh"], data["en"]
        for value in data.values():
            yield from _pairs(value)
    elif isinstance(data, list):
        for value in data:
            yield from _pairs(value)


def plain(words: str) -> str:
    """Return words as they are compared: abbreviations written out, signs and 和 left out."""
    for short, full in _SAME:
        words = words.replace(short, full)
    return _SIGNS.sub("", words)


def _likeness(metric: Metric, words: str) -> float:
    text = plain(words)
    if any(plain(word) in text for word in metric.words):
        return 1.0
    return max(likeness(metric.name.zh, words), likeness(metric.definition.zh, words))


def likeness(name: str, words: str) -> float:
    """Return the share of a name's pairs of characters that stand in the words."""
    text, wanted = plain(words), plain(name)
    pairs = [wanted[i : i + 2] for i in range(len(wanted) - 1)]
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0
