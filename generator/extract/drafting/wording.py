"""The label of a figure, from the plan's own words."""

from __future__ import annotations

import re

from generator.extract.drafting import hedges
from generator.extract.drafting.conditions import MAKES
from generator.extract.drafting.places import Place
from generator.language import lexicon

_NOT_IN_LABEL = re.compile(
    rf"实现|其中|(?:预计|[到较比与])?\s*(?:19|20)\d\d\s*年[底末]?前?\s*|与[^,，]{{1,20}}相比|^(?:预计|确保|保持|\d{{1,2}}[.．](?!\d))|\d+年以?内|"
    rf"{lexicon.comparing(reaches=True, shortest=2)}|{lexicon.comparing(shortest=3)}|"
    rf"(?:{lexicon.changed_to()}|{lexicon.comparing()}|{lexicon.comparing(position='after')}|[为至到在]|预计|将(?:有?可能)?|有望|稳定|维持|保持|"
    rf"{'|'.join(lexicon.count_words('cumulative'))})$"
)
_ASIDE = re.compile(r"[(（][^()（）]*[)）](?=[\u4e00-\u9fff])")  # inside a name: 高质量（含培育）孵化器
_VERB_BEFORE_NUMBER = re.compile(r"^(?!对)[\u4e00-\u9fff、]{2,8}$")

LONGEST = 60  # of a label, in characters

_ACTS = re.compile(rf"(?:{MAKES.pattern}|突破)(?<!累计)(?<!每年)(?<![增有达到过超])$")
_LISTED_ALIKE = re.compile(r"(?P<subjects>[^,，;；。]+)分别(?P<verb>(?:(?:19|20)\d\d\s*年|[^\d,，;；。])*)")
_TELLS = re.compile(rf"较|同比|完成|持续|逐步|{'|'.join(lexicon.CHANGES)}")
_AFTER = re.compile(rf"^{lexicon.comparing(position='after')}?的?")
_ONLY_CHANGES = re.compile(rf"(?:年均|累计)?(?:{'|'.join(lexicon.CHANGES)})")
_NO_SUBJECT = re.compile(r"[较占]|同比|分别|比(?![例重率])")


def label(place: Place) -> str:
    """Return what is counted, in the plan's words: the noun before or behind the amount."""
    said = _up_to_first(place)
    if _NO_SUBJECT.match(said) or (_ONLY_CHANGES.fullmatch(said) and not _AFTER.sub("", place.after)):
        said = _subject_before(place) + said
    own = own_subject(place, said)
    before = hedges.hedge_free(own)
    for _ in range(3):
        before = _NOT_IN_LABEL.sub("", before).strip(",，:：、 ")
    before = before.split("翻")[0].strip(",，") or before
    after = _AFTER.sub("", place.after).strip("的")
    after = re.split(r"[(（]", _ASIDE.sub("", after))[0].strip(",，、 ")
    does = (
        hedges.breaks_through(place.before, place.after, place.quantity.unit)
        or _ACTS.search(before)
        or before.endswith(("的", "以及"))
    )
    if after and own == said and not place.rises and (not before or does or _VERB_BEFORE_NUMBER.fullmatch(before)):
        return shortened(after)
    return shortened(before or after or place.quote)


def shortened(words: str) -> str:
    """Return words that are too long for a label up to the last comma that they reach."""
    if len(words) <= LONGEST:
        return words
    ends = [m.start() for m in re.finditer("[、，,；;]", words[: LONGEST + 1])]
    return words[: ends[-1]] if ends else words[:LONGEST]


def _up_to_first(place: Place) -> str:
    """Return the words in front of an amount; up to the first where several are told of one subject."""
    first = place.risen_from or next((q for q in place.text.amounts if q.start >= place.segment.start), place.quantity)
    if "分别" in place.before or first.start >= place.quantity.start:
        return re.sub("^将|[由从]$", "", place.before)
    return re.sub("^将|[由从]$", "", _TELLS.split(place.words[place.segment.start : first.start])[0])


def own_subject(place: Place, before: str) -> str:
    """Return the words in front of an amount with the one subject that is its own: A、B分别达到600家、300家."""
    respectively = _LISTED_ALIKE.search(before)
    if respectively is None:
        return before
    subjects = re.split("[、和与]|以?(?<![普涉])及", respectively["subjects"])
    clause = place.text.clause(place.quantity.start)
    amounts = [q for q in place.text.amounts if clause.start <= q.start < clause.end]
    alike = len(subjects) == len(amounts) and place.quantity in amounts
    return (subjects[amounts.index(place.quantity)] if alike else respectively["subjects"]) + respectively["verb"]


def _subject_before(place: Place) -> str:
    """Return the subject that an earlier clause of the segment names for one that only compares: 较上年增长5%."""
    start = place.text.segment(place.quantity.start).start
    for clause in reversed([c for c in place.text.clauses if start <= c.start and c.end <= place.segment.start]):
        ends = [q.start for q in place.text.amounts if clause.start <= q.start < clause.end]
        words = _TELLS.split(place.words[clause.start : min([clause.end, *ends])])[0]
        named = _NOT_IN_LABEL.sub("", words).strip()
        if len(named) > 1 and not _NO_SUBJECT.match(named):
            return named
    return ""
