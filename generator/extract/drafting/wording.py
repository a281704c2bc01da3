"""The label of a figure, from the plan's own words."""

from __future__ import annotations

import re

from generator.extract.drafting import hedges
from generator.extract.drafting.places import Place
from generator.language import lexicon

_NOT_IN_LABEL = re.compile(
    rf"实现|其中|到?(?:19|20)\d\d年[底末]?前?|"
    rf"{lexicon.comparing(reaches=True, shortest=2)}|{lexicon.comparing(shortest=3)}|"
    rf"(?:{lexicon.changed_to()}|{lexicon.comparing()}|{lexicon.comparing(position='after')}|[为至到]|"
    rf"{'|'.join(lexicon.count_words('cumulative'))})$"
)
_ASIDE = re.compile(r"[(（][^()（）]*[)）](?=[\u4e00-\u9fff])")  # inside a name: 高质量（含培育）孵化器
_VERB_BEFORE_NUMBER = re.compile(r"^(?!对)[\u4e00-\u9fff、]{2,8}$")


def label(place: Place) -> str:
    """Return what is counted, in the plan's words: the noun before or behind the amount."""
    before = hedges.hedge_free(place.before)
    for _ in range(2):
        before = _NOT_IN_LABEL.sub("", before).strip(",，:：、 ")
    before = before.split("翻")[0].strip(",，") or before
    after = re.sub(rf"^{lexicon.comparing(position='after')}?的?", "", place.after).strip("的")
    after = re.split(r"[(（]", _ASIDE.sub("", after))[0].strip(",，、 ")
    if after and (not before or _VERB_BEFORE_NUMBER.fullmatch(before)):
        return after[:60]
    return (before or after or place.quote)[:60]
