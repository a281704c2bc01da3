from __future__ import annotations

from typing import Any

import pytest

from generator.extract.drafting.annotations import annotate
from generator.extract.drafting.hedges import Hedge, Reading, commitment, comparator, measure
from generator.language import lexicon
from generator.language.lexicon import Comparator
from tests.cases import read

CASES = read(__file__)


@pytest.mark.parametrize("case", CASES["comparators"], ids=str)
def test_a_comparator_is_read_from_the_word_beside_the_number(case: dict[str, Any]) -> None:
    read = comparator(case["before"], case["between"], case["after"], case.get("unit"))
    assert read == Reading(case["comparator"], case["word"])
    assert lexicon.meanings(read.word or "") == ([read.comparator] if read.word else [])


NEGATED = [
    (f"{negation}{word}", kind)
    for negation in ("不", "不得", "不应", "不可", "不再", "不允许", "不得再", "不得擅自", "未", "没有", "严禁", "避免")
    for kind, words in {"le": "超过 超出 突破 高于 大于 多于 超 逾", "ge": "低于 少于 小于", "lt": "达到 达"}.items()
    for word in words.split()
]


@pytest.mark.parametrize(("word", "kind"), NEGATED)
def test_a_negated_comparator_is_never_read_as_the_opposite(word: str, kind: Comparator) -> None:
    assert comparator(f"空置率原则上{word}", "", "") == Reading(kind, word)
    assert lexicon.meanings(word) == [kind]


@pytest.mark.parametrize("word", ["不断突破", "不断超过", "不仅超过"])
def test_what_only_begins_with_not_negates_nothing(word: str) -> None:
    assert comparator(f"规模{word}", "", "") == Reading("gt", word[2:])
    assert lexicon.meanings(word) == ["gt"]


@pytest.mark.parametrize("case", CASES["hedges"], ids=str)
def test_a_hedge_reaches_to_the_end_of_its_clause_or_as_far_as_its_year(case: dict[str, Any]) -> None:
    read = commitment(annotate(case["words"]), case["words"].index(case["number"]))
    assert (read.commitment, read.word) == (("aspirational" if case["hedge"] else "firm"), case["hedge"])


def test_a_hedge_in_an_earlier_clause_is_a_doubt() -> None:
    words = "力争营收达到30亿元,税收稳定增长,企业达到8家。"
    assert commitment(annotate(words), words.index("8")).doubt == "力争 stands 2 clauses before; does it reach here?"


def test_a_hedge_behind_the_subject_of_its_clause_does_not_reach_further() -> None:
    words = "营收力争达到30亿元,企业达到8家。"
    assert commitment(annotate(words), words.index("8")) == Hedge("firm", None)


@pytest.mark.parametrize("case", CASES["counts"], ids=str)
def test_what_is_counted_is_read_from_printed_words_only(case: dict[str, Any]) -> None:
    assert measure(case["quote"], case["before"], "count", case["comparator"]) == case["measure"]
