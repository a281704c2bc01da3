"""The search index: terms made a plan at a time and kept, then joined and cut into small files by the hash of the term.

    search/zh.json, en.json    what a search box opens with: kinds, parks and plans, what becomes of them on which
                               day, how many records, where the rest is
    search/<index>/t<n>.json   terms: each with its list (`postings.py`), whole names, and other words for them
    search/<index>/r<n>.json   records: what is shown of a few that follow one another
    search/<index>/a-….json    what answers a question for a metric or an industry at once (`answers.py`)
    search/<index>/…           words by their first letter, and tables for what is typed otherwise (`near.py`)

Records are numbered by plan, those of no plan first, then the newest plan; within a plan by kind. So a plan's lists are
written behind those of the plans before it without being read, and what a record belongs to follows from its number.
"""

from __future__ import annotations

import functools
import json
import shutil
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from generator.corpus.plan_entry import PlanEntry
from generator.edition import order, states
from generator.edition.edition import Edition
from generator.edition.named import plan_name
from generator.edition.states import years_of
from generator.exports.search import cutting, findable, near, postings
from generator.exports.search.answers import answers, start, words
from generator.exports.search.findable import Findable, all_findable
from generator.exports.search.postings import Record, written
from generator.exports.search.synonyms import SYNONYM, synonyms
from generator.language.languages import LANGUAGES
from generator.project.store import Store, digest
from generator.records.facets import FACETS
from generator.records.kinds import searched

FOLDER = "search"
SHOWN = 2  # records in a file
_BUCKETS = 64  # of terms; joining holds one of them at a time
_AT_ONCE = 8  # of them are read from a part at a time: so many files need not be open, nor read whole
_SIZE = 8000  # bytes of terms in a file, about 2.5 KB as it is sent


@dataclass(frozen=True)
class Part:
    """The records of a plan, or of none, and their terms.

    kinds: how many records of each kind; kept: a line for each bucket of terms, and one for what is shown
    """

    plan: str
    kinds: Counter[str]
    kept: Path

    @property
    def size(self) -> int:
        return self.kinds.total()


@dataclass(frozen=True)
class Index:
    """A search index, ready to be written."""

    editions: Mapping[str, Edition]
    parts: tuple[Part, ...]

    @property
    def size(self) -> int:
        """How many records it has."""
        return sum(part.size for part in self.parts)

    @cached_property
    def name(self) -> str:
        """The name of its folder, which says everything it was made from."""
        made = [*(part.kept.name for part in self.parts), json.dumps(self._synonyms), json.dumps(self._answers)]
        return digest("\n".join(made).encode())[:12]

    @cached_property
    def _synonyms(self) -> dict[str, list[list[str]]]:
        return synonyms(self.editions[LANGUAGES[0]].corpus)

    @cached_property
    def _answers(self) -> dict[str, Any]:
        return dict(answers(self.editions))

    @cached_property
    def files(self) -> int:
        """How many files its terms are cut into: so many that each holds about as much."""
        return _BUCKETS * max(1, round(sum(part.kept.stat().st_size for part in self.parts) / _SIZE / _BUCKETS))

    def opening(self, language: str) -> dict[str, Any]:
        """Return what a search box of a language opens with."""
        edition = self.editions[language]
        parks, plans = edition.corpus.parks, edition.corpus.plans
        there = {name for part in self.parts for name in part.kinds}
        groups = [(kind.name, group) for kind, group in searched() if kind.name in there or not kind.optional]
        courses = {id_: states.course(edition.t, language, entry.plan) for id_, entry in plans.items()}
        different = [*dict.fromkeys(courses.values())]
        return {
            "index": self.name,
            "files": self.files,
            "shown": SHOWN,
            "kinds": [[name, edition.t(f"{_words(name)}.{name}"), group] for name, group in groups],
            "parks": [[park.id, edition.say(park.short_name)] for park in parks.values()],
            "parts": [
                [
                    part.plan,
                    plan_name(edition, plans[part.plan]) if part.plan else "",
                    _place([*parks], plans.get(part.plan)),
                    [part.kinds[name] for name, _ in groups],
                    different.index(courses[part.plan]) if part.plan else -1,
                    years_of(plans[part.plan]) if part.plan else "",
                ]
                for part in self.parts
            ],
            "states": different,
            "words": words(edition),
            "start": start(edition),
        }

    def write(self, site: Path) -> None:
        """Write it into a site."""
        folder = site / FOLDER / self.name
        folder.mkdir(parents=True)
        for language in self.editions:
            _write(site / FOLDER / f"{language}.json", self.opening(language))
        for name, answer in self._answers.items():
            _write(folder / f"a-{name}.json", answer)
        found, lines = near.Words(), _Lines([part.kept for part in self.parts])
        for bucket in range(_BUCKETS):
            terms = self._joined(bucket, map(json.loads, lines.next()))
            found.look(terms)
            for number, held in _cut(terms, bucket, self.files).items():
                _write(folder / f"t{number}.json", held)
        shown = (record for line in lines.next() for record in json.loads(line))
        for number, records in enumerate(iter(lambda: [*islice(shown, SHOWN)], [])):
            _write(folder / f"r{number}.json", records)
        for name, table in found.tables():
            _write(folder / f"{name}.json", table)

    def _joined(self, bucket: int, parts: Iterable[dict[str, tuple[int, int, str]]]) -> dict[str, Any]:
        """Return the terms of a bucket, each with its list over all parts."""
        ends: dict[str, int] = {}
        lists: dict[str, list[str]] = {}
        before = 0
        for part, terms in zip(self.parts, parts, strict=True):
            for term, (first, last, rest) in terms.items():
                lists.setdefault(term, []).append(written((before + first - ends.get(term, 0),)) + rest)
                ends[term] = before + last
            before += 2 * part.size
        synonyms = {term: names for term, names in self._synonyms.items() if _hash(term) % _BUCKETS == bucket}
        return {term: "".join(found) for term, found in lists.items()} | synonyms


class _Lines:
    """The lines of several files, side by side: of each file the next line, and the few behind it, are held."""

    def __init__(self, paths: list[Path]) -> None:
        self._read: list[list[bytes]] = [[] for _ in paths]
        self._places = [(path, 0) for path in paths]

    def next(self) -> Iterator[bytes]:
        """Yield the next line of each file."""
        for i, lines in enumerate(self._read):
            if not lines:
                path, at = self._places[i]
                with path.open("rb") as file:
                    file.seek(at)
                    lines.extend(reversed([line for _ in range(_AT_ONCE) if (line := file.readline())]))
                    self._places[i] = path, file.tell()
            yield lines.pop()


def prepared(editions: Mapping[str, Edition], store: Store) -> Index:
    """Return the index of a corpus. What is kept of a plan whose records are the same is not made again."""
    parts = tuple(part(plan, records, store) for plan, records in by_plan(editions).items())
    store.sweep()
    return Index(editions, parts)


def part(plan: str, records: list[Record], store: Store) -> Part:
    """Return the records of a plan with their terms, made now or kept from before."""
    key = f"{plan or '-'}.{digest(repr(records).encode() + _program())}"
    return Part(plan, Counter(record.kind for record in records), store.get(key) or store.put(key, _made(records)))


@functools.cache
def _program() -> bytes:
    """Return the modules that decide what is kept."""
    return b"".join(Path(str(module.__file__)).read_bytes() for module in (cutting, findable, postings)) + (
        Path(__file__).read_bytes()
    )


def keep_former(site: Path, new: Path, own: str) -> None:
    """Carry the index of a site into the one that takes its place, for readers whose search box is open.

    own: the new site's index; where the old site has the same one, what it carried itself goes along
    """
    there = {path.parent.name for path in (site / FOLDER).glob("*/t0.json")}
    try:
        opened = json.loads((site / FOLDER / f"{LANGUAGES[0]}.json").read_bytes())["index"]
    except (OSError, ValueError, KeyError, TypeError):  # no site, or no index of this kind
        return
    for former in sorted(there & {opened} - {own} or there - {own}):
        try:
            shutil.copytree(site / FOLDER / former, new / FOLDER / former, copy_function=shutil.copyfile)
        except OSError:  # a box that is open opens the new one
            shutil.rmtree(new / FOLDER / former, ignore_errors=True)


def by_plan(editions: Mapping[str, Edition]) -> dict[str, list[Record]]:
    """Return all records by their plan: those of none, then the newest plan's."""
    zh, en = (editions[language] for language in LANGUAGES)
    found: dict[str, list[Record]] = {"": [], **{entry.plan.id: [] for entry in zh.entries}}
    for one, other in zip(all_findable(zh), all_findable(en), strict=True):
        found[one.plan].append(_record(one, other))
    return found


def _record(zh: Findable, en: Findable) -> Record:
    names = tuple(dict.fromkeys((*zh.names, *en.names)))
    chinese = filter(_is_chinese, dict.fromkeys(filter(None, (zh.zh, *zh.names))))
    readings = dict.fromkeys(map(order.syllables, chinese))
    address = zh.address.partition("/")[2]
    figures = (zh.figure, en.figure) if zh.figure else ()
    return Record(
        kind=zh.kind,
        shown=(address, zh.title, en.title, zh.text, en.text, zh.zh, next(iter(readings), ""), *figures),
        names=names,
        texts=(*(f"{found.figure} {found.text}".strip() for found in (zh, en)), zh.also, en.also),
        readings=tuple(filter(None, readings)),
    )


def _is_chinese(name: str) -> bool:
    return any(cutting.kind(token) == "H" for token in cutting.cut(name))


def _place(parks: list[str], entry: PlanEntry | None) -> int:
    """Return where the park of a plan stands among the parks, -1 for none."""
    return parks.index(entry.park.id) if entry and entry.park else -1


def _words(kind: str) -> str:
    """Return where among the words a kind has its name."""
    return "facet" if kind in FACETS else "kind"


def _made(records: list[Record]) -> bytes:
    """Return what is kept of a part."""
    buckets: list[dict[str, Any]] = [{} for _ in range(_BUCKETS)]
    for term, entry in sorted(postings.postings(records).items()):
        buckets[_hash(term) % _BUCKETS][term] = entry
    return b"\n".join(_json(line) for line in (*buckets, [record.shown for record in records]))


def _cut(terms: Mapping[str, Any], bucket: int, files: int) -> dict[int, dict[str, Any]]:
    """Return the terms of a bucket by the number of their file; every file is there, so that none is missed."""
    found: dict[int, dict[str, Any]] = {number: {} for number in range(bucket, files, _BUCKETS)}
    for term, held in sorted(terms.items()):
        found[_hash(term) % files][term] = held
    return found


def _hash(term: str) -> int:
    """Return the number that says which file holds a term: a whole name and other words for it stand together."""
    return zlib.crc32(term.lstrip(f"{postings.WHOLE}{SYNONYM}").encode())


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _write(path: Path, value: Any) -> None:
    path.write_bytes(_json(value))
