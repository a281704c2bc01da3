"""Plans for measuring: copies of the plans here that differ in names, words, numbers and lengths, the same each time.

In a copy other characters stand for some of the Chinese ones, and other words for some of the English ones, alike in
its text and its records; other numbers for counts that stand as they are in their quotes; some of its tasks are left
out. Whatever the program reads for its meaning stays. So a copy passes every check, and its pages are of its own words.
"""

from __future__ import annotations

import functools
import hashlib
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.analysis.translation import accept
from generator.exports.search.cutting import singular
from generator.project.layout import PACKAGE, PROGRAM, Layout

OTHER = 0.4  # of the characters and words that may be others
LEFT_OUT = 0.5  # of the tasks at most
_SYLLABLES = ("tor", "mel", "sin", "gra", "pol", "vex", "dan", "hir", "lum", "kep", "rost", "ance", "ment", "ven")
_SIGNS = {"东": "Dōng", "西": "Xī", "南": "Nán", "北": "Běi", "山": "Shān", "江": "Jiāng", "河": "Hé", "湖": "Hú",
          "海": "Hǎi", "林": "Lín", "云": "Yún", "星": "Xīng", "春": "Chūn", "秋": "Qiū", "金": "Jīn", "玉": "Yù",
          "松": "Sōng", "竹": "Zhú", "梅": "Méi", "石": "Shí", "龙": "Lóng", "凤": "Fèng"}  # fmt: skip
_NAMED = re.compile(r"^(?:id|name|short_name|pinyin|district|park):.*$", re.MULTILINE)
_WORDS = re.compile(r"\b[a-z]{6,}\b")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def write(root: Path, copies: int, seed: int = 1) -> None:
    """Write the plans here, and so many copies of each, into an empty folder."""
    for name in ("content", "structured"):
        shutil.copytree(PROGRAM / name, root / name)
    for plan in _ids("plans"):
        for n in range(1, copies + 1):
            _copy(Layout(root), plan, n, random.Random(f"{seed} {plan} {n}"))  # noqa: S311 - to be the same each time
    for park in _ids("parks"):
        for n in range(1, copies + 1):
            _park(root, park, n)
    exceptions = root / "structured/exceptions.yaml"
    entries = exceptions.read_text(encoding="utf-8")
    copied = (re.sub(r"plan: ([\w-]+)", rf"plan: \1-{n}", entries) for n in range(1, copies + 1))
    exceptions.write_text(entries + "".join(copied), encoding="utf-8", newline="\n")
    publication = root / "structured/publication.yaml"
    count = 1000 + copies * len(_ids("parks"))  # of how many parks the whole consists
    said = re.sub(r"^(  count: )\d+$", rf"\g<1>{count}", publication.read_text("utf-8"), flags=re.MULTILINE)
    publication.write_text(said, encoding="utf-8", newline="\n")


def edit(root: Path) -> None:
    """Change the English label of one target."""
    path = min((root / "structured/plans").glob("*.yaml"))
    text = re.sub(r"( {4}label: \{zh: [^,]+, en: )([A-Z])", r"\1Edited \2", path.read_text(encoding="utf-8"), count=1)
    path.write_text(text, encoding="utf-8", newline="\n")


def _ids(kind: str) -> list[str]:
    return sorted(path.stem for path in (PROGRAM / "structured" / kind).glob("*.yaml"))


def _copy(layout: Layout, plan: str, n: int, chance: random.Random) -> None:
    """Write a copy of a plan: its records, both texts and what belongs to them."""
    source = PROGRAM / "structured/plans" / f"{plan}.yaml"
    here, folder = PROGRAM / "content" / plan, layout.content / f"{plan}-{n}"
    records = source.read_text(encoding="utf-8")
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(here.iterdir()) if path.is_file()}
    park = yaml.safe_load(records)["park"]
    records, texts = _renumbered(records, texts, _records("parks", park), chance)
    swap = Swap(chance, texts["en.md"], records, _records("parks", park))
    records = re.sub(r"^(id|park): .*$", lambda m: f"{m[1]}: {plan if m[1] == 'id' else park}-{n}", swap(records),
                     flags=re.MULTILINE)  # fmt: skip
    captured = hashlib.sha256(swap(texts["source.txt"]).encode()).hexdigest()
    records = re.sub(r"^(  sha256: ).*$", rf"\g<1>{captured}", _shortened(records, chance), flags=re.MULTILINE)
    (layout.structured / f"plans/{plan}-{n}.yaml").write_text(records, encoding="utf-8", newline="\n")
    folder.mkdir()
    for name, text in texts.items():
        headed = re.sub(rf"^plan: {plan}$", f"plan: {plan}-{n}", swap(text), count=1, flags=re.MULTILINE)
        (folder / name).write_text(headed, encoding="utf-8", newline="\n")
    accept(layout, f"{plan}-{n}")
    swaps[plan, n] = swap


swaps: dict[tuple[str, int], Swap] = {}


class Swap:
    """What stands for characters and words of a plan in a copy of it."""

    def __init__(self, chance: random.Random, english: str, *records: str) -> None:
        signs = [sign for sign in sorted(_free_signs()) if chance.random() < OTHER]
        others = chance.sample(signs, len(signs))
        self._signs = str.maketrans(dict(zip(signs, others, strict=True)))
        kept = _kept_words().union(*(_WORDS.findall(_without_english(each)) for each in records))
        words = [word for word in sorted({*_WORDS.findall(english)}) if not {word, singular(word)} & kept]
        self._words = {w: "".join(chance.choices(_SYLLABLES, k=3)) for w in words if chance.random() < OTHER}

    def __call__(self, text: str) -> str:
        return _WORDS.sub(lambda found: self._words.get(found[0], found[0]), text.translate(self._signs))


def _without_english(records: str) -> str:
    """Return everything of a plan's records that is no English sentence: keys, ids, words of the tables."""
    found: list[str] = []

    def look(value: Any, key: str = "") -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                found.append(str(name))
                look(inner, str(name))
        elif isinstance(value, list):
            for inner in value:
                look(inner, key)
        elif key not in ("en", "quote_en"):
            found.append(str(value))

    look(yaml.safe_load(records))
    return "\n".join(found)


@functools.cache
def _kept() -> str:
    """Return everything whose words the program reads for their meaning."""
    tables = [path for path in (PROGRAM / "structured").glob("*.yaml") if path.stem not in ("guide", "changes")]
    return "\n".join(path.read_text(encoding="utf-8") for path in (*tables, *(PACKAGE / "language").glob("*.py")))


@functools.cache
def _kept_words() -> frozenset[str]:
    return frozenset(_WORDS.findall(_kept().lower()))


@functools.cache
def _free_signs() -> frozenset[str]:
    """Return the characters of the texts that stand in nothing that is read for its meaning."""
    texts = "".join(path.read_text(encoding="utf-8") for path in (PROGRAM / "content").glob("*/zh.md"))
    return frozenset(_HAN.findall(texts)) - frozenset(_HAN.findall(_kept()))


def _renumbered(records: str, texts: dict[str, str], park: str, chance: random.Random) -> tuple[str, dict[str, str]]:
    """Return records and texts with other numbers for counts that stand once in both quotes, as they are.

    park: the records of the park; what it tells of its plans stays
    """
    for quote, quote_en, number in _counts(records):
        other = str(chance.randrange(10 ** (len(number) - 1) + 1, 10 ** len(number)))
        pairs = {q: re.sub(rf"(?<!\d){number}(?!\d)", other, q) for q in (quote, quote_en)}
        block = next(part for part in re.split(r"(?m)^(?=  - id:)", records) if quote in part)
        once = all(text.count(q) == 1 for q, text in _places(quote, quote_en, records, texts))
        told = re.search(rf"(?<!\d){number}(?!\d)", park)
        if once and not told and len(re.findall(rf"(?<![\d.]){number}(?![\d.])", block)) == 4:  # quotes, printed, value
            records = records.replace(block, re.sub(rf"(?<![\d.]){number}(?![\d.])", other, block))
            for old, new in pairs.items():
                texts = {name: text.replace(old, new) for name, text in texts.items()}
    return records, texts


def _places(quote: str, quote_en: str, records: str, texts: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return where each quote must stand once."""
    chinese = ((quote, text) for text in (records, texts["zh.md"], texts["source.txt"]))
    return (*chinese, (quote_en, records), (quote_en, texts["en.md"]))


def _counts(records: str) -> Iterator[tuple[str, str, str]]:
    """Yield both quotes and the number of each target that is a count of two digits or more, and no year."""
    for target in yaml.safe_load(records)["targets"]:
        printed = (target.get("printed") or {}).get("value") or ""
        quotes = target["quote"], target.get("quote_en") or ""
        alone = all(len(re.findall(r"\d+", quote)) == 1 for quote in quotes)
        if re.fullmatch(r"[1-9]\d{1,2}", printed) and printed == str(target.get("value")) and alone:
            yield *quotes, printed


def _shortened(records: str, chance: random.Random) -> str:
    """Return records without some of the tasks."""
    head, mark, rest = records.partition("\ntasks:\n")
    end = re.search(r"^(?=[a-z])", rest, re.MULTILINE)
    tasks, behind = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    parts = re.split(r"(?m)^(?=  - id:)", tasks)
    share = chance.random() * LEFT_OUT
    return head + mark + parts[0] + "".join(part for part in parts[1:] if chance.random() >= share) + behind


def _park(root: Path, park: str, n: int) -> None:
    """Write a copy of a park under a name of its own; what it quotes is of the copies of its plan."""
    text = _records("parks", park)
    plan = next(plan for plan in _ids("plans") if f"\npark: {park}\n" in _records("plans", plan))
    one, other = list(_SIGNS)[n % len(_SIGNS)], list(_SIGNS)[(n // len(_SIGNS) + n + 1) % len(_SIGNS)]
    pinyin = _SIGNS[one] + _SIGNS[other].lower()
    english = _plain(pinyin)

    def named(line: re.Match[str]) -> str:
        said = line[0].replace(f"id: {park}", f"id: {park}-{n}")
        said = re.sub(r"园(?=[\"'}]|,)", f"{one}{other}园", said)
        return said.replace(" Park", f" {english} Park").replace(" Yuán", f" {pinyin} Yuán")

    lines = [_NAMED.sub(named, line) if _NAMED.match(line) else swaps[plan, n](line) for line in text.splitlines(True)]
    (root / f"structured/parks/{park}-{n}.yaml").write_text("".join(lines), encoding="utf-8", newline="\n")


@functools.cache
def _records(folder: str, id_: str) -> str:
    return (PROGRAM / "structured" / folder / f"{id_}.yaml").read_text(encoding="utf-8")


def _plain(pinyin: str) -> str:
    """Return pinyin without its tones."""
    return pinyin.translate(str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ", "aaaaeeeeiiiioooouuuuüüüü"))
