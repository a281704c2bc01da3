"""Amounts that nobody promises: conditions, grants, sizes by which a class is named, counts of what a text lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extract.drafting.patterns import Excluded
from generator.extract.drafting.quantities import Quantity
from generator.language import lexicon
from generator.language.units import COUNTERS
from generator.source.passages import Span

# Verbs that create something, and those that say of what there is that it is so: what they govern is promised.
CREATES = re.compile(r"培育|引进|引育|打造|建成|建设|新建|集聚|设立|新设|形成|组建|新增|力争|争取|实现")
MAKES = re.compile(
    rf"{CREATES.pattern}|引入|完成|组织|吸引|储备|优化|释放|盘活|招引|推出|布局|认定|培训|落地|开工|举办|开展|推进|推动|改造|"
    r"创建|开通|建立|攻克|制定|发布|遴选|支持|入库|转化|孵化|拓展|争创|达到|达|超过|超|突破|累计|每年|增加|增设|净增|完善|"
    r"实施|部署|投放|配建|筹建|申报|征集|评选|选派|扩大|招聘|招录|补充|开发|建造|更新|上市|获批|获评|推广|应用|孵育|聚集|"
    r"培养|选拔|扶持|资助|修缮|改建|修复|整治|治理|招收|选树|汇聚|拥有|现有|已有|共有|设有"
)
_AFTER, _BEFORE = lexicon.comparing(position="after"), lexicon.comparing()
_COMPARED = re.compile(rf"(?:{_BEFORE}|{lexicon.changed_to()})\s*$")
# What is done for money: its amount is the size of a grant. What is behind the amount tells it too.
_GRANTS = re.compile(
    r"给予|予以|最高支持|支持最高|奖励|奖补|补贴|补助|资助|贴息|奖金|按[^，,。；;]{2,12}(?:比例|标准)[^，,。；;]{0,6}支持"
)
_GRANTED = re.compile(r"[^，,。；;]{0,8}(?:奖励|奖补|补贴|补助|资助|贴息|经费支持|资金支持|开办经费|一次性)")
_GRANT_UNITS = ("元", "%", "％", "倍")
# The noun of a class behind a size by which it is named: 年产值超100亿元的龙头企业, 30人以上企业.
_KIND = (
    r"(?:产业|重大|重点|大型|中型|小型|龙头|骨干|优质|领军|头部|链主|上市|规上|规模以上|工业|服务业|科技|高新技术|商贸|金属|"
    r"非金属|大中型|充电|储能|发电|燃煤|大功率|及以上)*(?:企业|公司|项目|集群|楼宇|园区?|医院|矿山?|煤矿|机构|单位|法人|产业链|载体|平台|设施|设备|机组|锅炉)"
)
_OF_A_CLASS = re.compile(rf"(?:{_AFTER}){{1,2}}(?:的|(?={_KIND}))|的[^，,。；;]{{0,20}}?{_KIND}|(?={_KIND})")
_UP_TO_CLASS = re.compile(rf"(?:/[年月日天])?及?以下的?{_KIND}")
_OF_WHAT_IS_COUNTED = re.compile(
    rf"(?:{_AFTER}|级)?(?:的[^，,。；;]*[^，,。；;\d]|(?={_KIND})|[、及和][^，,。；;]*?的)"
)
_OVER = re.compile(r"(?:超过|超|逾)$")
_NOUN = re.compile(r"[\u4e00-\u9fff]{2,10}")
_ATTRIBUTE = re.compile(
    r"(?:产值|营收|收入|规模|面积|深度|高度|人数|投资|投资额|资金|产能|金额|税收|市值|估值|资产|距离|时间|年限|能力|井深|总量|能耗|用水量|用电量)"
    rf"(?:{_BEFORE}|为|在|过)?$"
)
_OF_SOME = re.compile(r"(?:一批|若干|部分)$")  # 一批100公顷以上的公园
_RATED = ("千瓦", "兆瓦", "kW", "MW", "千伏安")  # 60千瓦以上充电设施
_OF_A_ZONE = re.compile(r"(?<=里)[^，,。；;\d]{0,6}(?:区域|范围|片区)的")  # 15平方公里滨水区域的资源
# The size of those who are to have what is counted behind it: 1万名老人以上的街（镇）各建有1个.
_OF_HOLDERS = re.compile(rf"[\u4e00-\u9fff]{{0,4}}?(?:{_AFTER})[^，,。；;\d]{{0,30}}?[都均各](?:建|设|配|有)")
_OF_ONE = re.compile(rf"[\u4e00-\u9fff]{{0,4}}?(?:{_AFTER})的")  # 1所200张床位以上的机构
_OF_EACH = re.compile(
    r"[（(](?:单[个体家项]|每[个家座处]|[^（）()]{0,4}(?:面积|规模))[^（）()\d]*$"
)  # 20座（面积1000平米以上）
_ITEM = re.compile(r"、|和|及|与")


def conditions(
    words: str, clauses: Sequence[Span], sentences: Sequence[Span], found: Sequence[Quantity]
) -> Iterator[Excluded]:
    """Yield the words of the amounts that are none of a promise."""
    for clause in clauses:
        inside = [q for q in found if clause.start <= q.start < clause.end and not q.in_words]
        sizes: list[Quantity] = []
        sentence = next((s for s in reversed(sentences) if s.start <= clause.start), clause) if inside else clause
        for q in reversed(inside):
            if _is_grant(words, sentence.start, q) or words[clause.end - 1] == "的" or _OF_HOLDERS.match(words, q.end):
                yield Excluded(q.start, q.end, "condition")
            elif any(o.end == q.start for o in inside) and _OF_ONE.match(words, q.end):
                yield _size(words, clause, q)
            elif counts(q):
                yield from _counted(words, clause, q)
            elif _is_size(words, clause, q, inside, sizes):
                sizes.append(q)
                yield _size(words, clause, q)


def counts(q: Quantity) -> bool:
    """Return whether an amount counts single things."""
    unit = (q.unit or "").lstrip(lexicon.MAGNITUDE)
    return bool(unit) and (unit in COUNTERS or unit in "家个件项座条所名")


def counts_a_list(before: str, q: Quantity) -> bool:
    """Return whether an amount counts what stands named before it, and all of it: A、B两个特色园区."""
    count = int(q.value) if q.value.isdecimal() else lexicon.DIGITS.get(q.value, 0)
    return count > 1 and len(_ITEM.findall(before)) + 1 == count and not before[-1:].isdigit()


def compared(words: str) -> bool:
    """Return whether words end in what compares a number behind them."""
    return _COMPARED.search(words) is not None


def _is_grant(words: str, start: int, q: Quantity) -> bool:
    if re.split("[/／]", q.unit or "")[0].lstrip(lexicon.MAGNITUDE) not in _GRANT_UNITS:
        return False
    before = words[start : q.start]
    grants = list(_GRANTS.finditer(before))
    return bool(_GRANTED.match(words, q.end) or (grants and "达到" not in before[grants[-1].end() :]))


def _is_size(words: str, clause: Span, q: Quantity, inside: list[Quantity], sizes: list[Quantity]) -> bool:
    """Return whether an amount is the size of what is counted beside it, or by which a class is named."""
    before, after = words[clause.start : q.start], words[q.end : clause.end]
    if (aside := _OF_EACH.search(before)) and any(o.end == clause.start + aside.start() for o in inside if counts(o)):
        return True
    joined = bool(sizes) and re.match(r"[、或及]", after) and sizes[-1].start > q.end
    counted = any(counts(o) for o in inside if o.end <= q.start)
    if joined and counted and _ATTRIBUTE.search(before):  # 5家年收入过百亿元、2家年收入达500亿元的企业
        return True
    behind = next((o for o in inside if o.start > q.end and counts(o)), None)
    if behind:
        between = words[q.end : behind.start]
        return bool(_OF_WHAT_IS_COUNTED.match(between) or (_OVER.search(before) and _NOUN.fullmatch(between)))
    if counted and _OF_A_CLASS.match(after):
        return True
    of_some = q.unit in _RATED or _OF_SOME.search(before)
    if (of_some and _OF_A_CLASS.match(after)) or _OF_A_ZONE.match(words, q.end):
        return True
    attributed = _ATTRIBUTE.search(before) and not CREATES.search(before)
    return bool((attributed and (_OF_A_CLASS.match(after) or joined)) or _UP_TO_CLASS.match(after))


def _size(words: str, clause: Span, q: Quantity) -> Excluded:
    before = re.search(rf"{_BEFORE}$", words[clause.start : q.start])
    after = re.match(_AFTER, words[q.end : clause.end])
    return Excluded(q.start - len(before[0] if before else ""), q.end + len(after[0] if after else ""), "condition")


def _counted(words: str, clause: Span, q: Quantity) -> Iterator[Excluded]:
    """Yield a count in Chinese characters that nothing makes, has or compares: 四个功能区, not 建设两条大道."""
    before, after = words[clause.start : q.start], words[q.end : clause.end]
    said = MAKES.search(before[-12:]) or re.match(_AFTER, after) or compared(before)
    if not (q.value[0].isdigit() or said or counts_a_list(before, q)):
        yield Excluded(q.start, q.end + len(re.findall(r"^[\u4e00-\u9fff]{0,4}", after)[0]), "formula")
