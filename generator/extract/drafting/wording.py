"""Words a draft supplies itself: labels from the plan's own words, and notes that a rule asks for."""

from __future__ import annotations

import re

from generator.extract.drafting import hedges
from generator.extract.drafting.places import Place
from generator.extract.drafting.vocabulary import Vocabulary
from generator.extract.drafting.years import Mention
from generator.language import lexicon
from generator.records.common import Bilingual

_NOT_IN_LABEL = re.compile(
    rf"实现|其中|到?(?:19|20)\d\d年[底末]?|"
    rf"{lexicon.comparing(reaches=True, shortest=2)}|{lexicon.comparing(shortest=3)}|"
    rf"(?:{lexicon.changed_to()}|{lexicon.comparing()}|{lexicon.comparing(position='after')}|[为至到]|"
    rf"{'|'.join(lexicon.count_words('cumulative'))})$"
)
_VERB_BEFORE_NUMBER = re.compile(r"^(?!对)[\u4e00-\u9fff、]{2,8}$")


def label(place: Place) -> str:
    """Return what is counted, in the plan's words: the noun before or behind the amount."""
    before = hedges.hedge_free(place.before)
    for _ in range(2):
        before = _NOT_IN_LABEL.sub("", before).strip(",，:：、 ")
    before = before.split("翻")[0].strip(",，") or before
    after = re.sub(rf"^{lexicon.comparing(position='after')}?的?", "", place.after).strip("的")
    after = re.split(r"[(（]", after)[0].strip(",，、 ")
    if after and (not before or _VERB_BEFORE_NUMBER.fullmatch(before)):
        return after[:60]
    return (before or after or place.quote)[:60]


def outside(mention: Mention, period: tuple[int, int]) -> Bilingual:
    """Return the note of a year outside the plan's period."""
    return Bilingual(
        zh=f"原文印“{mention.words}”，不在本计划{period[0]}—{period[1]}年的计划期内。",
        en=f"The text prints “{mention.words}” ({mention.year}), outside the plan's period {period[0]}–{period[1]}.",
    )


def unit_inferred(printed: str, vocabulary: Vocabulary, unit: str) -> Bilingual:
    """Return the note of a unit that the text does not print."""
    name = vocabulary.units[unit].name
    return Bilingual(
        zh=f"原文只印“{printed}”，未印单位；据上下文推断单位为{name.zh}。",
        en=f"The text prints only “{printed}” without a unit; that {name.en or 'items'} are meant is inferred.",
    )
