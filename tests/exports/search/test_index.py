"""The index: exact, the same for the same records, and made anew only where they are others."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.edition.edition import Edition
from generator.exports.search import index
from generator.exports.search.postings import Record, postings, written
from generator.project.store import Store
from tests.cases import few
from tests.exports.search.asking import Query, ask
from tests.paths import JIA
from tests.sites import edition_of
from tests.small import Repository

Files = dict[str, bytes]


def files(site: Path) -> Files:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def make(editions: Mapping[str, Edition], folder: Path) -> index.Index:
    made = index.prepared(editions, Store(folder / "kept"))
    made.write(folder / "site")
    return made


@pytest.fixture(scope="module")
def site(editions: dict[str, Edition], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds nothing but the index."""
    folder = tmp_path_factory.mktemp("index")
    make(editions, folder)
    return folder / "site"


@pytest.fixture(scope="module")
def records(editions: dict[str, Edition]) -> list[Record]:
    """All records, as they are numbered."""
    return [record for part in index.by_plan(editions).values() for record in part]


# ---- exact: random phrases of the texts against plain comparison ----

PAUSES = re.compile(r"[,;:!?、。\n]|\.(?!\d)")


def pieces(record: Record) -> Iterator[str]:
    """Yield everything a record holds, between pauses, without signs."""
    for text in (*record.names, *record.texts):
        plain = re.sub(r"(?<=\d),(?=\d{3})", "", unicodedata.normalize("NFKC", text).lower())
        for part in PAUSES.split(re.sub(r"(?<=[0-9a-z])[^\w.%&]+(?=[0-9a-z])", "~", plain)):  # apart stays apart
            yield re.sub(r"[^\w.%&~]|_|(?<!\d)\.", "", part)


def phrases(records: list[Record], count: int, seed: int) -> Iterator[str]:
    """Yield random phrases: they begin and end with a Han character, so that no number or word is cut."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    held = sorted({piece for record in records for piece in pieces(record) if len(piece) > 1})
    while count:
        piece = chance.choice(held)
        start = chance.randrange(len(piece))
        phrase = piece[start : start + chance.randrange(1, 10)]
        if re.fullmatch(r"[\u4e00-\u9fff]([\u4e00-\u9fff0-9a-z]*[\u4e00-\u9fff])?", phrase):
            count -= 1
            yield phrase


@pytest.mark.parametrize(("count", "seed"), few([(60, 1), (400, 2), (400, 3), (400, 4)]))
def test_a_phrase_is_found_where_it_stands_and_only_there(
    site: Path, records: list[Record], tmp_path: Path, count: int, seed: int
) -> None:
    held = [[*pieces(record)] for record in records]
    asked = [*phrases(records, count, seed)]
    answers = ask(site, [("zh", phrase) for phrase in asked], tmp_path)
    for phrase, answer in zip(asked, answers, strict=True):
        true = {number for number, texts in enumerate(held) if any(phrase in text for text in texts)}
        assert {*answer["groups"][0]["records"]} - true == set(), phrase
        assert true - {*answer["groups"][0]["records"]} == set(), phrase


# ---- the same bytes, and no more work than needed ----


def test_the_same_records_give_the_same_bytes(editions: dict[str, Edition], tmp_path: Path, site: Path) -> None:
    make(editions, tmp_path)
    assert files(tmp_path / "site") == files(site)


def test_what_is_kept_gives_the_same_bytes(editions: dict[str, Edition], tmp_path: Path, site: Path) -> None:
    index.prepared(editions, Store(tmp_path / "kept"))
    make(editions, tmp_path)
    assert files(tmp_path / "site") == files(site)


def test_one_edit_makes_the_terms_of_one_plan_anew(repository: Repository, tmp_path: Path) -> None:
    def made() -> tuple[index.Index, dict[str, Path]]:
        found = index.prepared(
            {language: edition_of(repository.root, language) for language in ("zh", "en")}, Store(tmp_path / "kept")
        )
        return found, {part.plan: part.kept for part in found.parts}

    before, kept = made()
    repository.replace(JIA, "label: {zh: 高新技术企业", "label: {zh: 高新技术企业数")
    after, now = made()
    assert {plan for plan in kept if kept[plan] != now[plan]} == {"jia-2025"}
    assert before.name != after.name
    assert {*(tmp_path / "kept").iterdir()} == {*now.values()}


def test_what_has_become_of_a_plan_is_told_by_the_day_of_the_reader(
    site: Path, editions: dict[str, Edition], tmp_path: Path
) -> None:
    words = {"zh": ("行动方案", "总营收"), "en": ("action plan", "total revenue")}
    asked: list[Query] = [
        (language, query, {"kind": kind, "plan": "jia-2025"}, day)
        for language in editions
        for kind, query in zip(("plan", "target"), words[language], strict=True)
        for day in ("2026-12-31", "2027-01-01")
    ]
    told = [answer["shown"][0]["state"] for answer in ask(site, asked, tmp_path)]
    last = {"zh": "2026年12月31日", "en": "31 December 2026"}
    for language, (runs, over, quiet, ended) in zip(editions, (told[:4], told[4:]), strict=True):
        t, day = editions[language].t, last[language]
        assert runs == {"name": "in-force", "words": t("plan.state.in-force", date=day)}
        assert over == ended == {"name": "ended", "words": t("plan.state.ended", date=day)}
        assert quiet is None


def test_every_file_that_may_be_asked_for_is_there(site: Path, editions: dict[str, Edition], tmp_path: Path) -> None:
    made = index.prepared(editions, Store(tmp_path))
    there = {path.name for path in (site / index.FOLDER / made.name).iterdir()}
    assert {f"t{number}.json" for number in range(made.files)} <= there
    assert {f"r{number}.json" for number in range(-(-made.size // index.SHOWN))} <= there
    assert {f"w{letter}.json" for letter in "abcdefghijklmnopqrstuvwxyz"} <= there
    assert {"traditional.json", "syllables.json"} <= there


def test_a_box_that_is_open_finds_the_former_index_after_a_release(tmp_path: Path) -> None:
    def release(name: str, before: Path) -> Path:
        new = tmp_path / f"{name}.{before.name}"
        (new / index.FOLDER / name).mkdir(parents=True)
        (new / index.FOLDER / name / "t0.json").write_text("{}", encoding="utf-8")
        (new / index.FOLDER / "zh.json").write_text(json.dumps({"index": name}), encoding="utf-8")
        index.keep_former(before, new, name)
        return new

    def there(site: Path) -> set[str]:
        return {path.name for path in (site / index.FOLDER).iterdir() if path.is_dir()}

    first = release("one", tmp_path / "none")
    assert there(first) == {"one"}
    second = release("two", first)
    assert there(second) == {"one", "two"}
    same = release("two", second)
    assert there(same) == {"one", "two"}
    assert there(release("three", same)) == {"two", "three"}


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"index": 1}'])
def test_a_former_index_that_is_damaged_is_left_behind(tmp_path: Path, damage: str) -> None:
    (tmp_path / "old" / index.FOLDER).mkdir(parents=True)
    (tmp_path / "old" / index.FOLDER / "zh.json").write_text(damage, encoding="utf-8")
    index.keep_former(tmp_path / "old", tmp_path / "new", "own")
    assert not (tmp_path / "new").exists()


# ---- lists ----


def test_a_list_says_where_a_term_stands_and_whether_in_a_name() -> None:
    made = postings(
        [
            Record("term", ("", "", "", "", "", "", ""), ("孵化器",), ("新增孵化器",), ("fu hua qi",)),
            Record("term", ("", "", "", "", "", "", ""), ("园区",), ("孵化器和孵化器",), ()),
        ]
    )
    assert made["孵化"] == (0, 3, written([3]))
    assert made["孵化器"] == (0, 3, written([0, 1, 15, 2, 3, 0, 4]))
    assert made["=孵化器"] == (0, 0, "")
    assert made["=fuhuaqi"] == (0, 0, "")
    assert made["'fu'hua'qi"][:2] == (0, 0)


@pytest.mark.parametrize(("number", "letters"), [(0, "0"), (31, "v"), (32, "w1"), (1023, "_v")])
def test_numbers_are_written_five_bits_a_letter(number: int, letters: str) -> None:
    assert written([number]) == letters
