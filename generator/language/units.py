"""Unit words that plans print: measures with the entry a vocabulary can have, and what single things are counted by."""

from __future__ import annotations

# By the word: id of the unit, its English, and what one is worth in the unit's base.
MEASURES: dict[str, tuple[str, str, float]] = {
    "亩": ("mu", "mu", 1),
    "公顷": ("ha", "hectares", 1),
    "平米": ("m2", "m²", 1),
    "平方千米": ("km2", "km²", 1),
    "立方米": ("m3", "m³", 1),
    "m3": ("m3", "m³", 1),
    "m³": ("m3", "m³", 1),
    "m2": ("m2", "m²", 1),
    "m²": ("m2", "m²", 1),
    "㎡": ("m2", "m²", 1),
    "km²": ("km2", "km²", 1),
    "米": ("m", "metres", 1),
    "公里": ("km", "km", 1),
    "千米": ("km", "km", 1),
    "km": ("km", "km", 1),
    "km2": ("km2", "km²", 1),
    "海里": ("nautical-mile", "nautical miles", 1),
    "毫米": ("mm", "mm", 1),
    "纳米": ("nm", "nm", 1),
    "吨": ("t", "tonnes", 1),
    "公斤": ("kg", "kg", 1),
    "千克": ("kg", "kg", 1),
    "斤": ("kg", "kg", 0.5),
    "克": ("kg", "kg", 0.001),
    "升": ("L", "litres", 1),
    "吨标准煤": ("tce", "tonnes of coal equivalent", 1),
    "标准煤": ("tce", "tonnes of coal equivalent", 1),
    "标箱": ("TEU", "TEU", 1),
    "标准箱": ("TEU", "TEU", 1),
    "TEU": ("TEU", "TEU", 1),
    "微克/立方米": ("ug/m3", "µg/m³", 1),
    "美元": ("USD", "US dollars", 1),
    "港元": ("HKD", "Hong Kong dollars", 1),
    "欧元": ("EUR", "euros", 1),
    "工作日": ("working-day", "working days", 1),
    "个工作日": ("working-day", "working days", 1),
    "天": ("day", "days", 1),
    "日": ("day", "days", 1),
    "周": ("week", "weeks", 1),
    "个月": ("month", "months", 1),
    "小时": ("hour", "hours", 1),
    "分钟": ("minute", "minutes", 1),
    "秒": ("second", "seconds", 1),
    "毫秒": ("ms", "milliseconds", 1),
    "岁": ("year-of-age", "years", 1),
    "倍": ("times", "times", 1),
    "千瓦时": ("kWh", "kWh", 1),
    "度": ("kWh", "kWh", 1),
    "MWh": ("kWh", "kWh", 1000),
    "GWh": ("kWh", "kWh", 1_000_000),
    "吉瓦时": ("kWh", "kWh", 1_000_000),
    "吉瓦": ("kW", "kW", 1_000_000),
    "kWh": ("kWh", "kWh", 1),
    "千瓦": ("kW", "kW", 1),
    "kW": ("kW", "kW", 1),
    "兆瓦": ("kW", "kW", 1000),
    "MW": ("kW", "kW", 1000),
    "GW": ("kW", "kW", 1_000_000),
    "TB": ("TB", "TB", 1),
    "PB": ("TB", "TB", 1000),
    "EB": ("TB", "TB", 1_000_000),
    "P": ("PFLOPS", "PFLOPS", 1),
    "PFlops": ("PFLOPS", "PFLOPS", 1),
    "PFLOPS": ("PFLOPS", "PFLOPS", 1),
    "EFLOPS": ("PFLOPS", "PFLOPS", 1000),
    "EFlops": ("PFLOPS", "PFLOPS", 1000),
    "Gbps": ("Gbps", "Gbps", 1),
    "Mbps": ("Mbps", "Mbps", 1),
    "户": ("household", "households", 1),
    "户次": ("household-times", "household-times", 1),
    "人次": ("person-times", "person-times", 1),
    "架次": ("sortie", "flights", 1),
    "标方": ("m3", "m³", 1),
    "∶1": ("ratio", "to 1", 1),
    ":1": ("ratio", "to 1", 1),
    "：1": ("ratio", "to 1", 1),
    "千伏安": ("kVA", "kVA", 1),
    "kVA": ("kVA", "kVA", 1),
    "%": ("percent", "%", 1),
    "％": ("percent", "%", 1),
}
# What a compound unit is made of besides: 元/度, 吨标准煤/万元, 件/万人.
_PARTS: dict[str, tuple[str, str, float]] = {
    "元": ("CNY", "RMB", 1),
    "人": ("person", "persons", 1),
    "平方米": ("m2", "m²", 1),
    "平方公里": ("km2", "km²", 1),
    "年": ("year", "years", 1),
    "月": ("month", "months", 1),
}
_OF = {"干基": ("dry", "dry matter"), "二氧化碳": ("CO2", "CO₂"), "二氧化碳当量": ("CO2e", "CO₂ equivalent")}
DURATIONS = ("个工作日", "工作日", "天", "日", "周", "个月", "小时", "分钟", "秒", "毫秒")

# What single things are counted by (量词); an entry for a count can print them.
COUNTERS = (
    "套", "场", "场次", "次", "批", "辆", "架", "处", "起", "台", "台套", "艘", "班", "班次", "床", "张", "本", "种",
    "部", "支", "间", "层", "幢", "栋", "棵", "株", "颗", "款", "对", "片", "例", "册", "门", "车位", "岗位", "位",
    "根", "列", "发", "枚", "头", "只", "口", "眼", "宗", "笔", "份", "篇", "块", "副", "盏", "组", "类", "档",
    "学位", "床位", "泊位", "工位", "机位", "站", "节", "期", "轮", "道", "把", "队", "团", "对",
)  # fmt: skip
# Of these, those that numerals in Chinese characters stand before in so many names that only digits count with them.
WITH_DIGITS = tuple("期轮道类档站节位口发只块班层日度米组")
# Signs behind which a unit word is only the beginning of another one: 10位数, 3部门, 2户籍.
NOT_BEFORE = {
    "位": "数于居", "部": "门委件分署落", "户": "籍口外", "日": "期均常", "场": "所景地馆", "处": "理置罚于",
    "起": "草到步", "站": "点位", "期": "间货刊", "口": "岸径碑", "发": "展电布", "组": "织成建", "次": "产方",
    "本": "科市区年", "周": "边岁年转", "张": "江", "天": "然", "人": "才工口均次", "名": "单牌", "项": "目",
    "条": "例", "个": "体", "层": "次级", "类": "别", "班": "子", "批": "次发", "种": "植子业", "道": "路",
    "节": "能点日约", "只": "要有", "把": "握", "队": "伍", "台": "账", "对": "接口外标",
    "升": "级至降学任", "克": "服",
}  # fmt: skip


def compound(word: str) -> tuple[str, str, float] | None:
    """Return id, English and worth of a unit per another one, or of a substance: 吨/日, 吨干基/日, 元/万度.

    None where a part of it is not known. The worth is that in the units that the id names.
    """
    over, _, under = word.replace("／", "/").partition("/")
    of = next((sign for sign in sorted(_OF, key=len, reverse=True) if over.endswith(sign)), "")
    known = MEASURES | _PARTS
    many = next((sign for sign in ("百", "千", "万") if under.startswith(sign)), "")
    counted, per = known.get(over.removesuffix(of)), known.get(under.removeprefix(many))
    if counted is None or (under and per is None) or not (under or of):
        return None
    id_, english = (f"{counted[0]}-{_OF[of][0]}", f"{counted[1]} of {_OF[of][1]}") if of else counted[:2]
    if per is None:
        return id_, english, counted[2]
    times, tens = {"百": ("100-", "100 "), "千": ("1k-", "1,000 "), "万": ("10k-", "10,000 ")}.get(many, ("", ""))
    name = per[1] if tens else per[1].removesuffix("s")
    return f"{id_}/{times}{per[0]}", f"{english} per {tens}{name}", counted[2] / per[2]
