"""Change a repository by its structure: what is written stays mostly of its type and form, and means something else.

A mutation is made by a `random.Random`, so that its seed is enough to make it again.
"""

from __future__ import annotations

import copy
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from generator.records.kinds import PROVISION
from tests.hostile import texts
from tests.hostile.seeds import ENGINE, PUBLICATION, REDIRECTS, WORDS, Seeds, dumped, kind_of, slots
from tests.hostile.texts import MATERIALS
from tests.hostile.values import FAMILIES, NASTY


@dataclass(frozen=True)
class Mutant:
    """What was done, by the name it is counted under, and what then stands in the files that are changed."""

    family: str
    texts: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.family} {' '.join(self.texts)}"


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
    return Mutant("redirects: entries", {REDIRECTS: dumped([*kept, *entries])})


def _redirect(seeds: Seeds, random: Random) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "from": _reference(seeds.published, random),
        "to": _reference(seeds.references, random, there=9),
    }
    far = random.choice((-30_000, 27_000)) if not random.randrange(20) else random.randint(-400, 400)
    entry["date"] = datetime.date(2025, 7, 1) + datetime.timedelta(far)
    if random.randrange(2):
        entry["reason"] = copy.deepcopy(random.choice(seeds.titles))
    return entry


def _reference(known: list[str], random: Random, there: int = 2) -> str:
    """Return a reference. there: how many of ten name something that is published."""
    ref = random.choice(known)
    if random.randrange(10) < there:
        return ref
    kind, first, *inner = ref.split("/", 2)
    if not random.randrange(15):
        return "/".join((kind, random.choice(MATERIALS["gone"]), random.choice(MATERIALS["ends"])))
    if first.isdigit():
        return f"{kind}/{random.randint(1949, 2100)}"
    first = random.choice((first, "gone", "jia-2024", "yi-1999"))
    inner = [random.choice((*inner, "9.9", "1/2/3") if kind == PROVISION else (*inner, "gone", "2-9-9"))] * bool(inner)
    return "/".join((kind, first, *inner))


def _settings(seeds: Seeds, random: Random) -> Mutant:
    path = random.choices((PUBLICATION, ENGINE, WORDS), (6, 1, 3))[0]
    if path == WORDS:
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
    return Mutant("settings: words", {f"{WORDS}/{language}.yaml": dumped(data)})


def _data(seeds: Seeds, random: Random, path: str, group: str) -> Mutant:
    """Mutate values one after another, or the syntax they are written in."""
    if random.randrange(100) < 6:
        return Mutant(f"{group}: syntax", {path: _syntax(seeds.texts[path], random)})
    kind = kind_of(path)
    data = {kind: copy.deepcopy(seeds.data[path])}
    family = random.choices(list(FAMILIES), [weight for weight, _ in FAMILIES.values()])[0]
    for _ in range(random.choice((1, 1, 2, 3))):
        places = [*slots(data)]
        random.shuffle(places)
        _, mutate = FAMILIES[family]
        any(mutate(slot, seeds, random) for slot in places)  # the first that can be mutated so
    return Mutant(f"{group}: {family}", {path: dumped(data[kind])})


def _syntax(text: str, random: Random) -> str:
    lines = text.split("\n")
    for _ in range(random.choice((1, 1, 2))):
        at = random.randrange(len(lines))
        before, colon, value = lines[at].partition(": ")
        new = random.choice(MATERIALS["syntax"]).replace("{}", value or before)
        lines[at] = random.choice((f"{before}{colon}{new}", f"{lines[at]}\n{lines[at]}", new, f" {lines[at]}"))
    return "\n".join(lines)
