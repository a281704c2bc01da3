"""What is found otherwise than as typed, and what the reader is told of it."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

from generator.edition.edition import Edition
from generator.exports.search import index
from generator.project.store import Store
from generator.records.kinds import searched
from tests.cases import few, read
from tests.exports.search.asking import Query, ask

CASES = read(__file__)["climbs"]
MOST = 90  # files that the worst of queries may ask for


@pytest.fixture(scope="module")
def site(editions: dict[str, Edition], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    index.prepared(editions, Store(folder / "kept")).write(folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def answers(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The answers to all cases, asked in one go."""
    asked: list[Query] = [(case["language"], case["query"]) for case in CASES]
    found = ask(site, asked, tmp_path_factory.mktemp("asked"))
    return {case["shows"]: answer for case, answer in zip(CASES, found, strict=True)}


def told(answer: dict[str, Any]) -> list[str]:
    """Return what is said of the steps: typed → other."""
    pairs = [pair for group in answer["groups"] if group["found"] for pair in group["said"]]
    return [f"{typed} → {other}" for typed, other in pairs]


@pytest.mark.parametrize("case", CASES, ids=[case["shows"] for case in CASES])
def test_each_step_finds_and_says(answers: dict[str, dict[str, Any]], case: dict[str, Any]) -> None:
    answer = answers[case["shows"]]
    assert [group["step"] for group in answer["groups"] if group["found"]] == case["steps"]
    assert told(answer)[: len(case["said"])] == case["said"]
    first = [meta["address"].partition("/")[2] for meta in answer["shown"][:3]]
    assert case["first"] in first if case["first"] else first == []


def test_no_result_is_listed_twice(answers: dict[str, dict[str, Any]]) -> None:
    for answer in answers.values():
        records = list(itertools.chain(*(group["records"] for group in answer["groups"])))
        assert len(records) == len(set(records)) == answer["total"]


def test_a_park_that_is_named_among_other_words_means_all_of_it(site: Path, tmp_path: Path) -> None:
    both, alone, without = ask(site, [("zh", "甲园 孵化器"), ("zh", "甲园"), ("zh", "孵化器")], tmp_path)
    assert both["parks"] == ["甲园"]
    assert alone["parks"] == without["parks"] == []
    places = {meta["park"] for meta in both["shown"]}
    assert "甲园" in places
    assert both["total"] <= without["total"]


def test_counts_say_how_many_results_a_choice_leaves(site: Path, tmp_path: Path) -> None:
    [whole] = ask(site, [("zh", "孵化器")], tmp_path)
    choices = [(facet, value, n) for facet, each in whole["counts"].items() for value, n in each.items()]
    asked: list[Query] = [("zh", "孵化器", {facet: value}) for facet, value, _ in choices]
    for (facet, value, n), answer in zip(choices, ask(site, asked, tmp_path), strict=True):
        assert answer["total"] == n, (facet, value)
        assert answer["found"] == whole["found"]


def test_every_kind_that_is_searched_is_found(site: Path, editions: dict[str, Edition], tmp_path: Path) -> None:
    records = [record for part in index.by_plan(editions).values() for record in part]
    first = {kind.name: next((r for r in records if r.kind == kind.name), None) for kind, _ in searched()}
    assert {kind for kind, record in first.items() if record is None} <= {"beneficiary", "statement", "measure"}
    asked = {kind: max(record.names or record.texts, key=len) for kind, record in first.items() if record}
    answered = ask(site, [("zh", words) for words in asked.values()], tmp_path)
    for kind, answer in zip(asked, answered, strict=True):
        assert answer["counts"]["kind"].get(kind), (kind, asked[kind])


def test_other_words_are_offered_beside_a_long_list(site: Path, tmp_path: Path) -> None:
    many, little = ask(site, [("zh", "低空"), ("zh", "上市公司")], tmp_path)
    assert many["groups"][0]["found"] >= 5
    assert [group["step"] for group in many["groups"]] == ["typed"]
    assert many["offers"] == [["低空", "低空经济"]]
    assert len(little["groups"]) > 1
    assert little["offers"] == []


HOSTILE = [
    "孵化器" * 70,
    " ".join("园区发展企业创新产业科技服务" * 10),
    "a b c d e f g h i j k l m n o p q r s t u v w x y z" * 4,
    "孵化期火箭" * 40,
    "xianxianxianxianxianxianxianxian" * 6,
    "__proto__ constructor toString hasOwnProperty",
    "=孵化器 ~孵化器 'fu *f *^",
    "\u202e\u0000\ud83d\ude00" * 50,
    "1,000.000,000%%%..,,;;" * 9,
    "<script>alert(1)</script> ${7*7} {{7*7}}",
    "(((((((((((a+)+)+)+$",
]


@pytest.mark.parametrize("query", few(HOSTILE, 4), ids=range(len(HOSTILE)))
def test_whatever_is_typed_the_work_is_bounded(site: Path, tmp_path: Path, query: str) -> None:
    [answer] = ask(site, [("en", query)], tmp_path)
    assert len(answer["files"]) <= MOST
    assert len({*answer["files"]}) == len(answer["files"])  # none twice
