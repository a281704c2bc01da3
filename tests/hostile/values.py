"""Change one value of a YAML file, most often to another of its type: each returns whether it did."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Callable
from random import Random
from typing import Any

from generator.records.common import is_id
from tests.hostile import texts
from tests.hostile.seeds import Seeds, Slot
from tests.hostile.texts import MATERIALS

# What a document must never be, in the place of something else.
NASTY: list[Any] = [
    *(None, True, False, 0, -1, 1, 2026, 10**17, 0.1, -0.5, 1e15, datetime.date(2025, 3, 1)),
    *([], {}, [[]], [None], {"zh": "", "en": ""}, {"zh": "甲", "en": "A"}, {"zh": None}, {1: 2}, [{"id": "a"}]),
    *("", " ", "a", "A", "甲", "0", "1-2", "9" * 50, "一" * 50, "x" * 4000, "x " * 1999, "con", "..", "a/b", "2.1.2"),
    *("1/1", "9.9.9/9/9", "notice", "jia-2025", "count", "range", "qualitative", "firm", "https://a/", "https://["),
    *("<script>alert()</script>", '" onclick="x', "javascript:x", "{{ x }}", "{% x %}", "]]>", "=1+1", "\\", "\t", "|"),
    *("力争", "超过", "达到", "约", "30亿", "1.5%", "第十四个五年规划", "2026年", "thirty", "3 billion", "十" * 20),
]


def _number(slot: Slot, seeds: Seeds, random: Random) -> bool:
    value = slot.holder[slot.key]
    if type(value) not in (int, float):
        return False
    near = [value + 1, value - 1, value * 10, value * 1000, 0, 1, round(value / 2, 4), round(value * 1.1, 4), -value]
    alike = [v for v in seeds.values[slot.name] if type(v) is type(value)]
    slot.holder[slot.key] = random.choice([type(value)(v) for v in near] + alike * 2 + [random.choice(near)])
    return True


def _day(slot: Slot, _: Seeds, random: Random) -> bool:
    value = slot.holder[slot.key]
    if not isinstance(value, datetime.date):
        return False
    then = min(value, MATERIALS["days"][1])  # the calendar ends in the year 9999
    near = [then + datetime.timedelta(days) for days in (-1, 1, 400, -4000)]
    slot.holder[slot.key] = random.choice([*MATERIALS["days"], *near])
    return True


def _alike(slot: Slot, seeds: Seeds, random: Random) -> bool:
    """Put what stands under the same key elsewhere."""
    value = slot.holder[slot.key]
    known = (*seeds.values[slot.name], *MATERIALS["known"].get(slot.name, ()))
    alike = [v for v in known if v != value and type(v) is type(value)]
    if not alike:
        return False
    slot.holder[slot.key] = copy.deepcopy(random.choice(alike))
    return True


def _reference_to(slot: Slot, seeds: Seeds, random: Random) -> bool:
    """Put the id of another record for an id, of the right or of a wrong kind."""
    value = slot.holder[slot.key]
    if not (isinstance(value, str) and is_id(value) and value.isascii()):
        return False
    others = [v for v in seeds.values[slot.name] if isinstance(v, str)]
    slot.holder[slot.key] = random.choice([*others * 3, *seeds.ids])
    return True


def _provision(slot: Slot, seeds: Seeds, random: Random) -> bool:
    """Put the address of another passage, or of none."""
    if slot.name not in ("provision", "year_provision"):
        return False
    slot.holder[slot.key] = random.choice([*seeds.values["provision"], *MATERIALS["passages"]])
    return True


def _words(slot: Slot, _: Seeds, random: Random) -> bool:
    """Change words as words: cut, doubled, with other numbers, hedges, brackets and characters."""
    value = slot.holder[slot.key]
    if not isinstance(value, str) or is_id(value) or not value:
        return False
    slot.holder[slot.key] = texts.words(value, random)
    return True


def _bilingual(slot: Slot, seeds: Seeds, random: Random) -> bool:
    value = slot.holder[slot.key]
    if not isinstance(value, dict) or value.keys() != {"zh", "en"}:
        return False
    other = random.choice(seeds.titles)
    zh, en = value["zh"], value["en"]
    pairs = ((en, zh), (zh, zh), (en, en), (other["zh"], en), (zh, other["en"]), (other["zh"], other["en"]))
    value["zh"], value["en"] = random.choice(pairs)
    return True


def _list(slot: Slot, seeds: Seeds, random: Random) -> bool:
    """Empty a list; repeat, drop, swap its entries, or take one of another list."""
    value = slot.holder[slot.key]
    if not isinstance(value, list) or not value:
        return False
    entry = copy.deepcopy(random.choice(value))
    match random.randrange(7):
        case 0:
            value.clear()
        case 1:
            value.append(entry)
        case 2:
            if isinstance(entry, dict) and "id" in entry:
                entry["id"] = random.choice((*seeds.ids, "new"))
            value.append(entry)
        case 3:
            random.shuffle(value)
        case 4:
            value.pop(random.randrange(len(value)))
        case 5:
            lists = [v for v in seeds.values[slot.name] if isinstance(v, list) and v]
            value.insert(0, copy.deepcopy(random.choice(random.choice(lists or [value]))))
        case _:
            value.extend(copy.deepcopy(value) * random.choice((1, 3)))
    return True


def _optional(slot: Slot, seeds: Seeds, random: Random) -> bool:
    """Take a key out, or put one in that stands elsewhere beside the same keys."""
    value = slot.holder[slot.key]
    if not isinstance(value, dict) or not value or value.keys() == {"zh", "en"}:
        return False
    alike = [v for v in seeds.values[slot.name] if isinstance(v, dict) and len(v.keys() & value.keys()) > 1]
    absent = [(key, v) for other in alike for key, v in other.items() if key not in value]
    needless = [key for key in value if any(key not in other for other in alike)]
    if absent and random.randrange(2):
        key, new = random.choice(absent)
        value[key] = copy.deepcopy(new)
    elif needless or not random.randrange(8):
        del value[random.choice(needless or list(value))]
    else:
        return False
    return True


def _key(slot: Slot, seeds: Seeds, random: Random) -> bool:
    """Rename a key, or add one that nothing reads."""
    value = slot.holder[slot.key]
    if not isinstance(value, dict) or not value:
        return False
    key = random.choice(list(value))
    new = random.choice(
        [f"{key}s", str(key).upper(), 1, 2026, "zh", "id", "<b>", "\n", " ", "x" * 5000, "", "null", *seeds.ids]
    )
    value[new] = value[key]
    if random.randrange(2):
        del value[key]
    return True


def _type(slot: Slot, _: Seeds, random: Random) -> bool:
    """Put a value of another type: nothing for a text, a text for a number, a list in a list."""
    value = slot.holder[slot.key]
    slot.holder[slot.key] = copy.deepcopy(random.choice([*NASTY, [value], {"zh": value, "en": value}, str(value)]))
    return True


Family = Callable[[Slot, Seeds, Random], bool]
FAMILIES: dict[str, tuple[int, Family]] = {
    "numbers": (12, _number),
    "days": (6, _day),
    "values of the same key": (14, _alike),
    "references": (14, _reference_to),
    "passages": (8, _provision),
    "words": (16, _words),
    "bilingual words": (8, _bilingual),
    "lists": (10, _list),
    "optional keys": (10, _optional),
    "keys": (4, _key),
    "types": (8, _type),
}
