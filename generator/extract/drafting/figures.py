"""Targets and facts of running text: each amount with the words that say how it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.extract.drafting import asides, hedges
from generator.extract.drafting.annotations import Annotated
from generator.extract.drafting.conditions import counts_a_list
from generator.extract.drafting.places import Place
from generator.extract.drafting.quantities import PERCENT
from generator.extract.drafting.stated import Amount, Builder, Drafted, Due, Either, Stated
from generator.extract.drafting.vocabulary import bare_unit
from generator.extract.drafting.wording import label, own_subject
from generator.extract.drafting.years import Mention
from generator.extract.drafting.zones import Zone
from generator.language.lexicon import comparing
from generator.records.target import Target
from generator.source.passages import sentence
from generator.source.text_source import ROW, Provision

_REQUIRED = re.compile(r"原则上|应当|不得|不少于|不低于|不小于|不超过|不高于|不多于|不大于")
_EXISTS = re.compile(
    r"^.{0,4}?(?:现有|已有|已|原有|目前)[^,，;；。再]*$|(?:已[有建]|已建成|现有|既有)[^,，;；。]{0,4}$"
)
# What opens a sentence on what is there, and what in it turns to what is to come.
_SO_FAR = re.compile(r"(?:截至)?(?:目前|当前|现阶段)|据统计")
_TO_COME = re.compile(r"将|计划|规划|力争|争取|拟|再|下一步|到20\d\d年")
_LISTED = re.compile(rf"(?:{comparing(position='after')})?[、和]")
# Behind these what exists already is meant, unless a verb that makes something comes after.
_RESTS_ON = re.compile(
    r"^.{0,4}?(?:依托|发挥|利用(?![率量])|立足|基于|凭借)(?:(?!建设|新建|打造|培育|设立|建立|组建|建成|引进)[^,，;；。再])*$"
)
_RELATIVE = re.compile(r"(?:未来|今后|力争|用)?[一二三四五十两\d]{1,2}年(?:以?内|左右|时间)")
_RESPECTIVELY = re.compile(r"(分别[^\d]*)\d.*$")
_TOLD = re.compile(r".*\d[^、]*、(?=\w{1,4}$)")
_COMPARES = re.compile(r"较|比|同比|其中")
_SHARE_OF = re.compile(rf"({comparing(shortest=2)})[^,，;；。\d]{{1,30}}的$")
_BOUND = re.compile(rf"({comparing('ge', 'le', reaches=False)})\s*\d[^,，;；。、]*?(?:和|及|以及)?$")
_MONEY = re.compile(
    r"营收|收入|产值|税收|资金|投资|总额|成交额|交易额|增加值|规模|资产|贷款|信贷|融资|支出|生产总值|基金|产业"
)
PER = (
    (re.compile(r"每[百十]?万(?:名|常住人口|人口|人)?"), "万人"),
    (re.compile(r"每千(?:名|常住人口|人口|人)?"), "千人"),
    (re.compile(r"人均|每人|劳均"), "人"),
    (re.compile(r"每平方(?:公里|千米)|单位面积"), "平方公里"),
    (re.compile(r"亩均|每亩"), "亩"),
    (re.compile(r"每平方米|每平米"), "平方米"),
)
_SHARE = re.compile(
    r"(?:占(?!比)|相当于)(?P<whole>[^,，;；。占]{1,16}?)(?:的)?(?:比重|比例|比|份额)|占(?!比)(?P<total>[^,，;；。占]{1,16}?)的?$"
)


@dataclass(frozen=True)
class Figures:
    """Reads amounts into figures."""

    builder: Builder

    def read(self, place: Place) -> Either:
        """Read one amount: a fact when it exists already, a target when it is promised."""
        mention, doubts = self._year(place)
        amount = self._amount(place)
        stated = Stated(
            provision=place.provision.id,
            quote=_quote(place),
            label=label(place),
            due=Due.of(mention),
            amount=amount,
            hints=_relative(place, mention),
            of=_denominator(place),
            about=f"{label(place)} {place.quote}",
            context=sentence(place.words, place.segment),
            doubts=tuple(doubts),
        )
        if self._exists(place, mention):
            return self.builder.fact(replace(stated, doubts=(*doubts, *asides.of_fact(place))))
        return self._target(place, mention, stated)

    def from_nothing(self, p: Provision, text: Annotated, match: re.Match[str]) -> Iterator[Either]:
        """Yield the fact and the target of X从零到一的突破: none yet, and one to come."""
        what = match["what"].strip()
        none, one = (Amount(sign, None, inferred="个") for sign in re.findall("[零0一1]", match[0][len(what) :])[:2])
        there = match[0].split("的")[0].removesuffix("突破").removeprefix("实现")
        yield self.builder.fact(Stated(p.id, there, what, amount=none))
        due = Due.of(text.nearest(match.start()))
        yield self.builder.target(
            Stated(p.id, match[0], what, due=due, amount=one), "stock", hedges.commitment(text, match.start())
        )

    @property
    def _period(self) -> tuple[int, int]:
        return self.builder.period

    def _exists(self, place: Place, mention: Mention | None) -> bool:
        if place.rises:
            return True
        if place.zone is not Zone.PAST and _REQUIRED.search(place.clause):
            return False
        if mention and (mention.as_of or mention.year < self._period[0]) and not place.risen_from:
            return True
        said = sentence(place.words, place.segment).partition(place.quote)[0] + place.before
        if _SO_FAR.match(said) and not _TO_COME.search(said):
            return True
        if _EXISTS.search(place.clause) or _RESTS_ON.search(place.clause):
            return True
        if mention and mention.words[0] in "到至" and mention.year >= self._period[0]:
            return False
        if place.zone is Zone.PAST:
            return not (mention and mention.year > self._period[0])
        if place.zone in (Zone.CONTEXT, Zone.FRAME):
            promised = mention and mention.year > self._period[0]
            return not (promised or hedges.has_verb(place.before) or hedges.has_verb(place.clause))
        return mention is None and (asides.is_area(place) or _counts_a_list(place))

    def _year(self, place: Place) -> tuple[Mention | None, list[str]]:
        """Return the year, with the passage of its words when that is another one, and doubts."""
        text, at = place.text, place.quantity.start
        since = place.risen_from.end if place.risen_from else 0
        if place.zone is not Zone.PAST and (span := _span(place)):
            ends = place.carried if place.zone is Zone.GOALS else None
            return ends, [f"{span[0]} is printed; which year is meant?"] if ends else []
        own = text.nearest(at, since) or (text.nearest(place.segment.start) if since else None)
        if place.rises:  # a year that opens the clause is that of what it rises to
            return (None if own and own.frames else own), []
        past = place.zone in (Zone.CONTEXT, Zone.PAST)
        if own is None and past and not place.risen_from:
            behind = [m for m in text.years if place.segment.start <= m.start < place.segment.end and not m.compared]
            own = behind[0] if len(behind) == 1 else None
        if respectively := self._respectively(place):
            own = respectively
        if own is None and place.provision.level == ROW and len({m.year for m in text.years}) == 1:
            own = text.years[0]  # a column of due dates
        if own:
            other = "五" in own.words and own.year > self._period[1]
            return own, [f"{own.words} is printed; which year is meant?"] if other else []
        return self._reaching(place, at, past)

    def _respectively(self, place: Place) -> Mention | None:
        """Return the year of an amount where years and amounts are listed alike: 2026年、2027年分别新增50家、60家."""
        clause, segment = place.text.clause(place.quantity.start), place.text.segment(place.quantity.start)
        amounts = [q for q in place.text.amounts if clause.start <= q.start < clause.end]
        named = [m for m in place.text.years if segment.start <= m.start < clause.end]
        last = named[-len(amounts) :]
        listed = all(re.fullmatch(r"[、，,和及]", place.words[a.end : b.start]) for a, b in pairwise(last))
        years = [m for m in named if m.start >= clause.start] or (last if listed else [])
        alike = "分别" in place.clause or all(
            _LISTED.fullmatch(place.words[a.end : b.start]) for a, b in pairwise(amounts)
        )
        if alike and len(years) == len(amounts) > 1:
            return years[amounts.index(place.quantity)]
        return None

    def _reaching(self, place: Place, at: int, past: bool) -> tuple[Mention | None, list[str]]:
        """Return the year of an earlier sentence or passage that holds on for an amount; an outlook does not."""
        text = place.text
        previous = text.earlier(at, self._period[1]) or text.earlier(at)
        last = text.earlier(at)
        if previous and (
            place.zone is Zone.GOALS or (past and (previous.as_of or previous is text.opening(self._period[0])))
        ):
            skipped = last is not None and last is not previous
            outlook = previous.year > self._period[1]
            doubt = f"{last.words} stands between" if skipped and last else f"{previous.words} is an outlook"
            return previous, [f"{doubt}; which year is meant?"] if skipped or outlook else []
        one_year = self._period[0] == self._period[1] and place.zone in (Zone.GOALS, Zone.TASKS, Zone.STEPS)
        if (place.zone is Zone.GOALS or one_year) and place.carried:
            carried = place.carried
            outer = (carried.provision or "").partition("/")[0]
            beside = not f"{place.provision.id.partition('/')[0]}.".startswith(f"{outer}.")
            within = carried.year == self._period[1]  # goals of the whole plan, in sections of their own
            doubt = f"{carried.words} stands in provision {carried.provision}; does it reach here?"
            doubtful = (beside and not within) or carried.year > self._period[1]
            return carried, [doubt] if doubtful else []
        if previous and place.zone in (Zone.TASKS, Zone.STEPS) and previous.year >= self._period[0]:
            first = text.sentences[0].end  # 到2025年,在空间优化方面,彰显特色。建成公园9座: it opens all of them
            opens = previous.start < text.clauses[0].end and not any(q.start < first for q in text.amounts)
            doubt = f"{previous.words} stands in an earlier sentence; does it reach here?"
            return (previous, []) if opens else (None, [doubt])
        return None, []

    def _amount(self, place: Place) -> Amount:
        quantity, before = place.quantity, _RESPECTIVELY.sub(r"\1", place.before)  # 分别达到600家、300家
        if quantity.in_words:
            return Amount(quantity.value, None, in_words=True)
        if quantity.unit in PERCENT:
            before = _SHARE_OF.sub(r"\1", before)  # 不超过投资额的30%
        between = place.words[quantity.number_end : quantity.end].removesuffix(quantity.unit or "")
        read = hedges.comparator(_at_least(place) or before, between, place.after, quantity.unit)
        units = self.builder.vocabulary.unit_words
        inferred = None
        if not bare_unit(quantity.unit or "", units):
            money = _MONEY.search(place.quote) or _MONEY.search(place.words[: quantity.start][-30:])
            big = (quantity.unit or "").endswith("亿") or quantity.value.endswith("亿")
            inferred = "元" if money and big else None
        return Amount(quantity.value, quantity.unit, read, _per(place), inferred)

    def _target(self, place: Place, mention: Mention | None, stated: Stated) -> Drafted[Target]:
        counted = place.words[place.risen_from.end : place.segment.end] if place.risen_from else place.quote
        if "分别" not in place.before and (told := _TOLD.match(place.before)):  # 增长8%、达到500亿元: a level
            counted = place.quote[told.end() :]
        before = _RESPECTIVELY.sub(r"\1", place.before)
        if goes_on := _list_before(place):  # 新增智能工厂5家、智能车间30个: the verb goes on
            counted, before = goes_on + counted, goes_on + before
        comparator = stated.amount.comparator.comparator if stated.amount else "eq"
        measured = hedges.measure(counted, before, self.builder.unit(stated), comparator)
        said = sentence(place.words, place.segment).partition(place.quote)[0]
        if not place.before.strip() and "累计" in said:  # 引进累计5家独角兽,100家科技型企业: the verb goes on
            measured = "cumulative"
        hedge = hedges.commitment(place.text, place.quantity.start)
        drafted = self.builder.target(stated, measured, hedge)
        doubts = (*drafted.doubts, *asides.of_target(place, mention, comparator, is_rule=self.builder.is_rule))
        return Drafted(drafted.figure, tuple(dict.fromkeys(doubts)), drafted.hints)


def _span(place: Place) -> re.Match[str] | None:
    at = place.quantity.start
    return _RELATIVE.search(place.words, place.text.sentence(at).start, at)


def _relative(place: Place, mention: Mention | None) -> tuple[str, ...]:
    """Return what is said of a time that is printed without a year: 5年内."""
    span = _span(place) if mention is None and place.zone is not Zone.PAST else None
    return (f"{span[0]} is printed; it sets no year by itself",) if span else ()


def _quote(place: Place) -> str:
    """Return the words to quote: the whole clause as far as the amount where what bounds it stands before another."""
    start = place.text.clause(place.quantity.start).start if _at_least(place) else place.segment.start
    return place.words[start : place.segment.end]


def _at_least(place: Place) -> str:
    """Return the words before an amount that goes on with a least or most: 不少于40块户外广告和500块招牌."""
    clause = place.text.clause(place.quantity.start)
    bound = _BOUND.search(place.words[clause.start : place.segment.start])
    return bound[1] if bound and not place.before.strip("和及") else ""


def _per(place: Place) -> str | None:
    """Return what an amount is per; nothing for a share, for 人均收入增长6% is 6 percent."""
    if place.quantity.unit in (*PERCENT, "个百分点", "倍"):
        return None
    before = place.before
    if _COMPARES.match(place.quote):
        before = sentence(place.words, place.segment).partition(place.quote)[0] + before
    return next((per for pattern, per in PER if pattern.search(own_subject(place, before))), None)


def _denominator(place: Place) -> str | None:
    for pattern, per in PER:
        match = pattern.search(place.before)
        if match and per != "人" and place.quantity.unit not in PERCENT:
            return match[0] if per == "万人" else per
    share = _SHARE.search(place.before) if place.quantity.unit in PERCENT else None
    return (share["whole"] or share["total"]).strip() if share else None


def _list_before(place: Place) -> str:
    """Return the words in front of an amount that goes on with a list, or with 其中; none where it has a verb."""
    clause = place.text.clause(place.quantity.start)
    if place.before.startswith("其中"):
        clause = place.text.clause(max(clause.start - 1, 0))
    words = place.words[clause.start : place.segment.start]
    goes_on = words.endswith(("、", "和")) or place.before.startswith("其中")
    return words if goes_on and not hedges.has_verb(place.before) else ""


def _counts_a_list(place: Place) -> bool:
    """Return whether the amount counts what the text lists; what is made of them is promised."""
    listed = counts_a_list(place.before, place.quantity) and bool(place.after)
    return listed and not (place.quantity.value.isdigit() and hedges.has_verb(place.before))
