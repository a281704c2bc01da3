"""Change a repository by its structure: what is written stays mostly of its type and form, and means something else.

A mutation is made by a `random.Random`, so that its seed is enough to make it again.
"""

from __future__ import annotations

import copy
import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from random import Random
from typing import Any, NamedTuple

import yaml

from generator.analysis.published import destinations
from generator.project.layout import Layout
from generator.records.common import is_id
from generator.records.kinds import PROVISION
from generator.records.loading import load
from generator.source import yaml_source
from tests.hostile import texts

SETTINGS = ("structured/publication.yaml", "mkdocs.yml", "site_templates/strings/zh.yaml")
REDIRECTS = "structured/redirects.yaml"
# What a document must never be, in the place of something else.
NASTY: list[Any] = [
    *(None, True, False, 0, -1, 1, 2026, 10**17, 0.1, -0.5, 1e15, datetime.date(2025, 3, 1)),
    *([], {}, [[]], [None], {"zh": "", "en": ""}, {"zh": "甲", "en": "A"}, {"zh": None}, {1: 2}, [{"id": "a"}]),
    *("", " ", "a", "A", "甲", "0", "1-2", "9" * 50, "一" * 50, "x" * 4000, "x " * 1999, "con", "..", "a/b", "2.1.2"),
    *("1/1", "9.9.9/9/9", "notice", "jia-2025", "count", "range", "qualitative", "firm", "https://a/", "https://["),
    *("<script>alert()</script>", '" onclick="x', "javascript:x", "{{ x }}", "{% x %}", "]]>", "=1+1", "\\", "\t", "|"),
    *("力争", "超过", "达到", "约", "30亿", "1.5%", "第十四个五年规划", "2026年", "thirty", "3 billion", "十" * 20),
]
# Syntax of YAML put before or around a value, or for a whole line.
SYNTAX = [
    *(
        "&a {}",
        "*a",
        "!!str {}",
        "!!python/object:os.system {}",
        "!x {}",
        "<<: *a",
        "? [a]\n: {}",
        "{} #",
        "'{}",
        '"{}',
    ),
    *(
        "[{}",
        "{{{}",
        "- {}",
        "{}: {}",
        "|\n  {}",
        ">-\n{}",
        "{}\n---\n{}",
        "%YAML 9.9\n---\n{}",
        "\t{}",
        "{}\r\n",
        "@{}",
    ),
    *("{{{{ {} }}}}", "[" * 14 + "]" * 14, "{a: " * 14 + "}" * 14, '"\\u200b"', '"\\uD800"', '"\\x00"', "2025-02-30"),
    *(
        "0x1F",
        "1_000",
        "1e400",
        ".inf",
        ".nan",
        "1:30",
        "NO",
        "~",
        "0o17",
        "+1",
        "-0",
        "-0.0",
        "9999999999999999999999",
    ),
]
GONE = ("gone", "jia-2024", "yi-1999", "jia-2025", "2-9-9", "con", "A", "a--b", "", "x" * 61, "甲", "..", "1%2F2")
ENDS = ("2-1-1", "1/2", "9.9.9/9/9", "preamble/1", "1/2/3/4", "revenue", "2026", "0", "３", "notice", "")
ADDRESSES = (
    *("https://example.org/", "https://example.org/a/b", "http://例子.中国/", "https://xn--fsqu00a.xn--fiqs8s/"),
    *("https://u:p@a.example/", "https://a.example:99999/", "https://[::1]/", "https://1.2.3.4/", "ftp://a.example/"),
    *(
        "https://a..b/",
        f"https://{'a' * 64}.example/",
        "https://a.example/?q#f",
        "//a.example/",
        "https://a.example:1/",
    ),
)
COLOURS = ("#000000", "#ffffff", "#777777", "#abc", "red", "#a8291c", "#FFFF00")
KNOWN = {
    "address": ADDRESSES,
    "site_address": ADDRESSES,
    "light": COLOURS,
    "dark": COLOURS,
    "mail": ("a@b.example", "a@b", "a@@b.example", "a@xn--a.example", f"{'a' * 65}@b.example", "甲@b.example"),
    "host": ("github", "gitlab", "gitee", "forgejo", "bitbucket"),
    "languages": (["zh", "en"], ["en", "zh"], ["zh", "zh"], ["zh"]),
    "logo": ("logo.svg", "no.svg", "../logo.svg", "logo.svg/"),
    "readings": (
        {"重点": "zhòng diǎn"},
        {"重": "chóng"},
        {"长三角": "cháng sān jiǎo"},
        {"重点": "zhòng"},
        {"一": "yí"},
    ),
}


@dataclass(frozen=True)
class Mutant:
    """What was done, by the name it is counted under, and what stands then in the files that are no more as they were."""

    family: str
    texts: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.family} {' '.join(self.texts)}"


class Slot(NamedTuple):
    """A place of a value: `holder[key]`. name: the nearest key that is a word."""

    holder: Any
    key: Any
    name: str


class Plain(yaml.CSafeDumper):
    """Writes each value where it stands, with no aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - as its base has it
        return True


class Seeds:
    """The files that mutations begin with, and what stands in them anywhere: values by their keys, ids, references."""

    def __init__(self, layout: Layout) -> None:
        root = layout.root
        found = [
            path for name in ("content", "structured", "site_templates/strings") for path in (root / name).rglob("*")
        ]
        names = sorted(path.relative_to(root).as_posix() for path in found if path.is_file())
        self.texts = {name: (root / name).read_text(encoding="utf-8") for name in names}
        self.texts["mkdocs.yml"] = layout.configuration.read_text(encoding="utf-8")
        self.markdown = [name for name in self.texts if name.endswith((".md", ".txt"))]
        self.yaml = [n for n in self.texts if n.endswith(".yaml") and n not in (*SETTINGS, REDIRECTS)]
        self.data = {
            n: yaml_source.parse(text, n).data for n, text in self.texts.items() if n.endswith(("yaml", "yml"))
        }
        self.values: dict[str, list[Any]] = defaultdict(list)
        self.dumped = {name: _dumped(data) for name, data in self.data.items()}
        for name, data in self.data.items():
            for slot in slots({_kind(name): data}):
                self.values[slot.name].append(slot.holder[slot.key])
        self.ids = sorted({value for value in self.values["id"] if isinstance(value, str)})
        self.references = sorted(destinations(load(layout)))
        self.words = dict(self._interface(layout.templates))

    def _interface(self, templates: Path) -> Iterator[tuple[str, dict[str, Any]]]:
        for language in ("zh", "en"):
            path = templates / "strings" / f"{language}.yaml"
            yield language, yaml_source.load(path, path.name).data


def _kind(path: str) -> str:
    """Return the name of what stands in a file, or in each entry of its list."""
    file = PurePosixPath(path)
    return file.parent.name if file.parent.name in ("plans", "parks", "readings") else file.stem


def slots(data: Any, name: str = "") -> Iterator[Slot]:
    """Yield the place of each value."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        here = key if isinstance(key, str) else name
        yield Slot(data, key, here)
        if isinstance(value, (dict, list)):
            yield from slots(value, here)


def mutant(seeds: Seeds, random: Random) -> Mutant:
    """Return a file of the repository, mutated: it is never what it was."""
    while True:
        make = random.choices((_yaml, _text, _everywhere, _redirects, _settings), (42, 20, 10, 14, 14))[0]
        made = make(seeds, random)
        if any(text not in (seeds.texts[path], seeds.dumped.get(path)) for path, text in made.texts.items()):
            return made


def _yaml(seeds: Seeds, random: Random) -> Mutant:
    return _data(seeds, random, random.choice(seeds.yaml), "yaml")


def _text(seeds: Seeds, random: Random) -> Mutant:
    path = random.choice(seeds.markdown)
    family = random.choice(list(texts.MUTATIONS))
    text = seeds.texts[path]
    for _ in range(random.choice((1, 1, 2, 4))):
        text = texts.MUTATIONS[family](text, random)
    return Mutant(f"markdown: {family}", {path: text})


def _everywhere(seeds: Seeds, random: Random) -> Mutant:
    """Say some words of a text in another way wherever they stand, so that quotes and capture still agree with it."""
    source = seeds.texts[random.choice(seeds.markdown)]
    at = random.randrange(len(source))
    old = source[at : at + random.randint(1, 6)].strip()
    if random.randrange(2):
        old = random.choice(texts.NUMBER.findall(source))
    new = texts.words(old or "x", random)
    changed = {path: text.replace(old, new) for path, text in seeds.texts.items() if old and old in text}
    return Mutant(
        "markdown: everywhere", {path: t for path, t in changed.items() if path in (*seeds.markdown, *seeds.yaml)}
    )


def _redirects(seeds: Seeds, random: Random) -> Mutant:
    """Write redirects of all kinds, or mutate those that are there as any other list."""
    if not random.randrange(4):
        return _data(seeds, random, REDIRECTS, "redirects")
    entries = [_redirect(seeds, random) for _ in range(random.randint(1, 5))]
    if random.randrange(3) == 0:  # a chain, and now and then a circle
        for before, after in zip(entries, entries[1:] + entries[: random.randrange(2)], strict=False):
            before["to"] = after["from"]
    kept = seeds.data[REDIRECTS] if random.randrange(2) else []
    return Mutant("redirects: entries", {REDIRECTS: _dumped([*kept, *entries])})


def _redirect(seeds: Seeds, random: Random) -> dict[str, Any]:
    entry: dict[str, Any] = {"from": _reference(seeds, random), "to": _reference(seeds, random, there=9)}
    far = random.choice((-30_000, 27_000)) if not random.randrange(20) else random.randint(-400, 400)
    entry["date"] = datetime.date(2025, 7, 1) + datetime.timedelta(far)
    if random.randrange(2):
        entry["reason"] = copy.deepcopy(random.choice(seeds.values["title"]))
    return entry


def _reference(seeds: Seeds, random: Random, there: int = 2) -> str:
    """Return a reference. there: how many of ten name something that is published."""
    known = random.choice(seeds.references)
    if random.randrange(10) < there:
        return known
    kind, first, *inner = known.split("/", 2)
    if not random.randrange(15):
        return "/".join((kind, random.choice(GONE), random.choice(ENDS)))
    if first.isdigit():
        return f"{kind}/{random.randint(1949, 2100)}"
    first = random.choice((first, "gone", "jia-2024", "yi-1999"))
    inner = [random.choice((*inner, "9.9", "1/2/3") if kind == PROVISION else (*inner, "gone", "2-9-9"))] * bool(inner)
    return "/".join((kind, first, *inner))


def _settings(seeds: Seeds, random: Random) -> Mutant:
    path = random.choices(SETTINGS, (6, 1, 3))[0]
    if path == SETTINGS[2]:
        return _interface(seeds, random)
    return _data(seeds, random, path, "settings")


def _interface(seeds: Seeds, random: Random) -> Mutant:
    """Say words of the interface in another way; three of four times their placeholders stay."""
    language = random.choice(("zh", "en"))
    groups = random.sample(list(seeds.words[language]), random.randint(1, 4))
    data = {group: copy.deepcopy(seeds.words[language][group]) for group in groups}
    places = [s for s in slots(data) if isinstance(s.holder[s.key], str)]
    for slot in random.sample(places, min(4, len(places))):
        words = slot.holder[slot.key]
        slot.holder[slot.key] = random.choice((words + "。", f"<b>{words}</b>", "“" + words, words * 2))
    if not random.randrange(4):
        slot = random.choice(places)
        slot.holder[slot.key] = random.choice((*("{", "}", "{}", "{x}", "{0}", "{n:d}", "{n!r}", "{{n}}", ""), *NASTY))
    return Mutant("settings: words", {f"site_templates/strings/{language}.yaml": _dumped(data)})


def _data(seeds: Seeds, random: Random, path: str, group: str) -> Mutant:
    """Mutate values one after another, or the syntax they are written in."""
    if random.randrange(100) < 6:
        return Mutant(f"{group}: syntax", {path: _syntax(seeds.texts[path], random)})
    kind = _kind(path)
    data = {kind: copy.deepcopy(seeds.data[path])}
    family = random.choices(list(FAMILIES), [weight for weight, _ in FAMILIES.values()])[0]
    for _ in range(random.choice((1, 1, 2, 3))):
        places = [*slots(data)]
        random.shuffle(places)
        _, mutate = FAMILIES[family]
        any(mutate(slot, seeds, random) for slot in places)  # the first that can be mutated so
    return Mutant(f"{group}: {family}", {path: _dumped(data[kind])})


def _dumped(data: Any) -> str:
    text: str = yaml.dump(data, Dumper=Plain, allow_unicode=True, sort_keys=False, width=200)
    return text


def _syntax(text: str, random: Random) -> str:
    lines = text.split("\n")
    for _ in range(random.choice((1, 1, 2))):
        at = random.randrange(len(lines))
        before, colon, value = lines[at].partition(": ")
        new = random.choice(SYNTAX).replace("{}", value or before).replace("{{", "{").replace("}}", "}")
        lines[at] = random.choice((f"{before}{colon}{new}", f"{lines[at]}\n{lines[at]}", new, f" {lines[at]}"))
    return "\n".join(lines)


# Each returns whether it has changed the value at a place; most leave it of its type.


def _number(slot: Slot, seeds: Seeds, random: Random) -> bool:
    value = slot.holder[slot.key]
    if type(value) not in (int, float):
        return False
    near = [value + 1, value - 1, value * 10, value * 1000, 0, 1, round(value / 2, 4), round(value * 1.1, 4), -value]
    alike = [v for v in seeds.values[slot.name] if type(v) is type(value)]
    slot.holder[slot.key] = random.choice([type(value)(v) for v in near] + alike * 2 + [random.choice(near)])
    return True


def _day(slot: Slot, seeds: Seeds, random: Random) -> bool:
    value = slot.holder[slot.key]
    if not isinstance(value, datetime.date):
        return False
    ends = (
        datetime.date(1949, 1, 1),
        datetime.date(2100, 12, 31),
        datetime.date(2024, 2, 29),
        datetime.date(9999, 12, 31),
    )
    slot.holder[slot.key] = random.choice((*ends, *(value + datetime.timedelta(days) for days in (-1, 1, 400, -4000))))
    return True


def _alike(slot: Slot, seeds: Seeds, random: Random) -> bool:
    """Put what stands under the same key elsewhere."""
    value = slot.holder[slot.key]
    alike = [v for v in (*seeds.values[slot.name], *KNOWN.get(slot.name, ())) if v != value and type(v) is type(value)]
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
    addresses = (
        "1/3",
        "1/3/1",
        "9.9.9/9/9",
        "notice/1",
        "colophon/2",
        "2.1.1",
        "preamble",
        "letterhead/1",
        "0",
        "999/9999",
    )
    slot.holder[slot.key] = random.choice([*seeds.values["provision"], *addresses])
    return True


def _words(slot: Slot, seeds: Seeds, random: Random) -> bool:
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
    other = random.choice([v for v in seeds.values["title"] if isinstance(v, dict)])
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
    alike = [v for v in seeds.values[slot.name] if isinstance(v, dict)]
    absent = [(key, v) for other in alike for key, v in other.items() if key not in value]
    needless = [key for key in value if any(key not in other for other in alike)]
    if absent and random.randrange(2):
        key, new = random.choice(absent)
        value[key] = copy.deepcopy(new)
    else:
        del value[random.choice(needless or list(value))]
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


def _type(slot: Slot, seeds: Seeds, random: Random) -> bool:
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
