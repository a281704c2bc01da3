"""Targets and facts: each amount with the words that say how it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.extract.drafting import hedges
from generator.extract.drafting.places import Place
from generator.extract.drafting.quantities import Quantity
from generator.extract.drafting.vocabulary import Vocabulary, bare_unit
from generator.extract.drafting.wording import label, outside, unit_inferred
from generator.extract.drafting.years import Mention, earlier, mentions, nearest
from generator.extract.drafting.zones import Zone
from generator.language.amounts import amount
from generator.language.dates import FIVE_YEAR_PLAN
from generator.language.lexicon import REACHED, comparing
from generator.records.common import TODO, Bilingual, Printed
from generator.records.fact import Fact
from generator.records.target import Target
from generator.source.clauses import CLAUSE_MARKS, SENTENCE_MARKS, around, split
from generator.source.passages import sentence
from generator.source.text_source import Provision

_EXISTS = re.compile(r"^.{0,4}?(?:依托|现有|已有|已|原有|目前|发挥|利用(?!率)|立足|基于|凭借)[^,，;；。再]*$")
_FIVE_YEARS = re.compile(rf"{FIVE_YEAR_PLAN}(?:期间|时期|期?末)")
_RESPECTIVELY = re.compile(r"(分别[^\d]*)\d.*$")
_GRANT = re.compile(r"给予|奖励|补贴|补助|资助")
_COMPARES = re.compile(r"较|比|同比|其中")
_SHARE_OF = re.compile(rf"({comparing(shortest=2)})[^,，;；。\d]{{1,8}}的$")
_MONEY = re.compile(
    r"营收|收入|产值|税收|资金|投资|总额|成交额|交易额|增加值|规模|资产|贷款|信贷|融资|支出|生产总值|基金"
)
_PER = (
    (re.compile(r"每万(?:名|常住人口|人口|人)?"), "万人"),
    (re.compile(r"人均|每人|劳均"), "人"),
    (re.compile(r"每平方(?:公里|千米)|单位面积"), "平方公里"),
    (re.compile(r"亩均|每亩"), "亩"),
    (re.compile(r"每平方米|每平米"), "平方米"),
)
_SHARE = re.compile(
    r"(?:占|相当于)(?P<whole>[^,，;；。占]{1,16}?)(?:的)?(?:比重|比例|比|份额)|占(?P<total>[^,，;；。占]{1,16}?)的?$"
)
_SMALL_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_ITEM = re.compile(r"、|和|及|与")


@dataclass(frozen=True)
class Drafted:
    """A figure and what the program is unsure of, as comments for the editor."""

    figure: Target | Fact
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Figures:
    """Reads amounts into figures.

    period: first and last year of the plan
    """

    vocabulary: Vocabulary
    period: tuple[int, int]

    def read(self, place: Place) -> Drafted:
        """Read one amount: a fact when it exists already, a target when it is promised."""
        mention, where, doubts = self._year(place)
        fields, unsure = self._common(place)
        fields |= {
            "year": mention.year if mention else None,
            "year_words": mention.words if mention else None,
            "year_provision": where,
        }
        if self._exists(place, mention):
            metric, _ = self.vocabulary.metric(f"{fields['label'].zh} {place.quote}", fields.get("unit"))
            if fields["comparator"] == "ge" and fields["comparator_word"] in REACHED:
                fields["comparator"] = "eq"
            return Drafted(Fact(**fields, metric=None if metric == TODO else metric), tuple(unsure))
        return self._target(place, mention, fields, [*doubts, *unsure])

    def from_nothing(self, provision: Provision, match: re.Match[str]) -> Iterator[Drafted]:
        """Yield the fact and the target of X从零到一的突破: none yet, and one to come."""
        what, unit = match["what"].strip(), self.vocabulary.unit("个", None) or TODO
        year = nearest(provision.words, match.start())
        shared: dict[str, Any] = {
            "id": "todo",
            "label": self.vocabulary.bilingual(what),
            "provision": provision.id,
            "quote_en": TODO,
            "comparator": "eq",
            "unit": unit,
            "unit_inferred": True,
        }
        none, one = (Printed(value=sign, unit=None) for sign in re.findall("[零0一1]", match[0][len(what) :])[:2])
        metric, unsure = self.vocabulary.metric(what, unit)
        yield Drafted(
            Fact(
                **shared,
                metric=None if metric == TODO else metric,
                quote=match[0].split("的")[0].removesuffix("突破").removeprefix("实现"),
                value=0,
                printed=none,
                notes=(unit_inferred(none.value, self.vocabulary, unit),),
            )
        )
        hedge = hedges.commitment(provision.words, match.start())
        yield Drafted(
            Target(
                **shared,
                metric=metric,
                quote=match[0],
                value=1,
                printed=one,
                notes=(unit_inferred(one.value, self.vocabulary, unit),),
                measure="stock",
                year=year.year if year else None,
                year_words=year.words if year else None,
                commitment=hedge.commitment,
                commitment_word=hedge.word,
            ),
            tuple(d for d in (unsure, hedge.doubt) if d),
        )

    def _exists(self, place: Place, mention: Mention | None) -> bool:
        if place.rises:
            return True
        if mention and (mention.as_of or mention.year < self.period[0]) and not place.risen_from:
            return True
        if place.zone in (Zone.CONTEXT, Zone.FRAME):
            return not (mention and mention.words[0] in "到至" and mention.year >= self.period[0])
        clause = place.words[hedges.clause_of(place.words, place.quantity.start).start : place.quantity.start]
        return _EXISTS.search(clause) is not None or _counts_a_list(place)

    def _year(self, place: Place) -> tuple[Mention | None, str | None, list[str]]:
        """Return the year, the passage of its words when that is another one, and doubts."""
        words, at = place.words, place.quantity.start
        since = place.risen_from.end if place.risen_from else 0
        said = words[around(split(words, SENTENCE_MARKS), at).start : at]
        if place.zone is not Zone.CONTEXT and (span := _FIVE_YEARS.search(said)) and not mentions(said):
            return None, None, [f"{span[0]} is printed; which year is meant?"]
        if place.quantity.unit == "倍":  # 2020年是2015年的1.8倍: the year behind 是 is the one compared with
            at = hedges.clause_of(words, at).start
        own = nearest(words, at, since) or (nearest(words, place.segment.start) if since else None)
        if place.rises:  # a year that opens the clause is that of what it rises to
            return (None if own and own.frames else own), None, []
        if own is None and place.zone is Zone.CONTEXT and not place.risen_from:
            behind = [
                m for m in mentions(words) if place.segment.start <= m.start < place.segment.end and not m.compared
            ]
            own = behind[0] if len(behind) == 1 else None
        if own:
            return own, None, []
        previous = earlier(words, at)
        if previous and (place.zone is Zone.GOALS or (place.zone is Zone.CONTEXT and previous.as_of)):
            return previous, None, []
        if place.zone is Zone.GOALS and place.carried and not place.rises:
            carried = place.carried
            outer = carried.provision.partition("/")[0]
            beside = not f"{place.provision.id.partition('/')[0]}.".startswith(f"{outer}.")
            doubt = f"{carried.mention.words} stands in provision {carried.provision}; does it reach here?"
            return carried.mention, carried.provision, [doubt] if beside else []
        if previous and place.zone is Zone.TASKS:
            return None, None, [f"{previous.words} stands in an earlier sentence; does it reach here?"]
        return None, None, []

    def _common(self, place: Place) -> tuple[dict[str, Any], list[str]]:
        """Return what targets and facts share, and doubts."""
        quantity, before = place.quantity, _RESPECTIVELY.sub(r"\1", place.before)  # 分别达到600家、300家
        if quantity.unit == "%":
            before = _SHARE_OF.sub(r"\1", before)  # 不超过投资额的30%
        between = place.words[quantity.number_end : quantity.end].removesuffix(quantity.unit or "")
        read = hedges.comparator(before, between, place.after)
        fields: dict[str, Any] = {
            "id": "todo",  # given when all figures are known
            "label": self.vocabulary.bilingual(label(place)),
            "provision": place.provision.id,
            "quote": place.quote,
            "quote_en": TODO,
            "comparator": read.comparator,
            "comparator_word": read.word,
            "printed": Printed(value=quantity.value, unit=quantity.unit),
            "denominator": self._denominator(place),
        }
        if quantity.in_words:
            return fields | {"comparator": "qualitative", "comparator_word": None}, []
        unit, inferred, doubts = self._unit(place)
        values = self._values(quantity, unit)
        if quantity.is_range:
            fields |= {"comparator": "range", "comparator_word": None, "value_low": values[0], "value_high": values[1]}
        else:
            fields["value"] = values[0]
        notes = (unit_inferred(quantity.printed, self.vocabulary, unit),) if inferred else ()
        return fields | {"unit": unit, "unit_inferred": inferred, "notes": notes}, doubts

    def _unit(self, place: Place) -> tuple[str, bool, list[str]]:
        """Return the unit's id, whether it is inferred, and doubts."""
        printed = place.quantity.unit or ""
        before = place.before
        if _COMPARES.match(place.quote):
            before = sentence(place.words, place.segment).partition(place.quote)[0] + before
        per = next((per for pattern, per in _PER if pattern.search(before)), None)
        bare = bare_unit(printed, self.vocabulary.unit_words)
        if not bare:
            money = _MONEY.search(place.quote) or _MONEY.search(place.words[: place.quantity.start][-30:])
            big = printed.endswith("亿") or place.quantity.value.endswith("亿")
            inferred = self.vocabulary.unit("元", per) if money and big else None
            if inferred:
                return inferred, True, []
            return TODO, False, ["no unit is printed; which is meant? then unit_inferred: true and a note"]
        unit = self.vocabulary.unit(printed, per)
        if unit is None:
            what = f"{bare} per {per}" if per else bare
            return TODO, False, [f"no unit of structured/units.yaml prints {what}; add it there"]
        return unit, False, []

    def _values(self, quantity: Quantity, unit: str) -> list[int | float]:
        bare = bare_unit(quantity.unit or "", self.vocabulary.unit_words)
        known = self.vocabulary.units[unit].printed if unit in self.vocabulary.units else {bare: 1}
        values = amount(quantity.value, quantity.unit, known)
        as_printed = "." in quantity.value and quantity.unit in (None, bare)
        return [int(v) if v == v.to_integral_value() and not as_printed else float(v) for v in values]

    def _denominator(self, place: Place) -> Bilingual | None:
        for pattern, per in _PER:
            match = pattern.search(place.before)
            if match and per != "人":
                return self.vocabulary.bilingual(match[0] if per == "万人" else per)
        share = _SHARE.search(place.before) if place.quantity.unit == "%" else None
        return self.vocabulary.bilingual((share["whole"] or share["total"]).strip()) if share else None

    def _target(self, place: Place, mention: Mention | None, fields: dict[str, Any], doubts: list[str]) -> Drafted:
        unit = None if fields.get("unit") in (None, TODO) else fields["unit"]
        metric, unsure = self.vocabulary.metric(f"{fields['label'].zh} {place.quote}", unit)
        hedge = hedges.commitment(place.words, place.quantity.start)
        counted = place.words[place.risen_from.end : place.segment.end] if place.risen_from else place.quote
        before = _RESPECTIVELY.sub(r"\1", place.before)
        if goes_on := _list_before(place):  # 新增智能工厂5家、智能车间30个: the verb goes on
            counted, before = goes_on + counted, goes_on + before
        measured, open_ = hedges.measure(counted, before, fields.get("unit"), fields["comparator"])
        said = sentence(place.words, place.segment).partition(place.quote)[0]
        if not place.before.strip() and "累计" in said:  # 引进累计5家独角兽,100家科技型企业: the verb goes on
            measured, open_ = "cumulative", None
        doubts = [*doubts, *_asides(place)]
        if mention and not self.period[0] <= mention.year <= self.period[1]:
            fields = fields | {"notes": (*fields.get("notes", ()), outside(mention, self.period))}
        wordless = place.quantity.in_words
        target = Target(
            **fields,
            metric=metric,
            measure="unspecified" if wordless else measured,
            commitment=hedge.commitment,
            commitment_word=hedge.word,
        )
        return Drafted(target, tuple(d for d in (*doubts, unsure, hedge.doubt, None if wordless else open_) if d))


def _asides(place: Place) -> Iterator[str]:
    """Yield doubts whether an amount is a goal at all."""
    if re.match(r"的[^,，;；。]*\d", place.after):
        yield "a threshold or a property of what is counted behind it? then exclude it"
    if place.after.endswith("的"):
        yield "a condition rather than a goal? then exclude it"
    if _GRANT.search(place.quote):
        yield "the size of a grant rather than a goal? then exclude it"


def _list_before(place: Place) -> str:
    """Return the words in front of an amount that goes on with a list, or with 其中; none where it has a verb."""
    clauses = split(place.words, CLAUSE_MARKS)
    clause = around(clauses, place.quantity.start)
    if place.before.startswith("其中"):
        clause = around(clauses, max(clause.start - 1, 0))
    words = place.words[clause.start : place.segment.start]
    goes_on = words.endswith(("、", "和")) or place.before.startswith("其中")
    return words if goes_on and not hedges.has_verb(place.before) else ""


def _counts_a_list(place: Place) -> bool:
    """Return whether the amount counts what stands named before it: A、B两个特色园区."""
    value = place.quantity.value
    count = int(value) if value.isdigit() else _SMALL_NUMBERS.get(value)
    items = len(_ITEM.findall(place.before)) + 1
    return count is not None and count > 1 and items == count and bool(place.after) and not place.before[-1:].isdigit()
