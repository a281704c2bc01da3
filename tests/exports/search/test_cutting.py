"""The index and the search box cut alike: cases in tests/scripts/cut.json hold both."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edition.edition import Edition
from generator.exports.search import cutting
from generator.exports.search.cutting import PAUSE, cut, kind
from generator.exports.search.findable import all_findable
from tests.exports.search.asking import node
from tests.paths import TESTS

CASES = json.loads((TESTS / "scripts/cut.json").read_text(encoding="utf-8"))
SIGNS = "高质量孵化器〔〕[]（）()《》“”、，。·—–-_ 　\t%％.．,，12３abＡé&'’sI²㎡①İßΣ한カ𠮷\u0301〇豈ﬁ"
texts = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=["Cs"])))


@pytest.mark.parametrize(
    ("function", "arguments", "expected"),
    [(function, arguments, expected) for function, each in CASES.items() for _, arguments, expected in each],
)
def test_texts_are_cut_as_the_search_box_cuts_them(function: str, arguments: list[object], expected: object) -> None:
    if function == "joined":
        assert cutting.joined("高5G Net") == expected
    else:
        assert getattr(cutting, function)(*arguments) == expected


def test_whatever_the_text_both_cut_alike(zh: Edition, tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - the same each time
    made = ["".join(chance.choices(SIGNS + "abcdes 0123.,", k=chance.randrange(1, 30))) for _ in range(3000)]
    made += [text for found in all_findable(zh) for text in (found.text, found.title, found.also)]
    (tmp_path / "texts.json").write_text(json.dumps(made), encoding="utf-8")
    node([str(Path(__file__).with_name("cut.js")), str(tmp_path / "texts.json"), str(tmp_path / "tokens.json")])
    tokens = json.loads((tmp_path / "tokens.json").read_text(encoding="utf-8"))
    assert [(text, here, cut(text)) for text, here in zip(made, tokens, strict=True) if here != cut(text)] == []


@given(texts)
def test_a_token_of_a_token_is_itself(text: str) -> None:
    for token in cut(text):
        assert token == PAUSE or cut(token) == [token]


@given(texts, texts)
def test_a_phrase_stands_in_every_text_that_holds_it(before: str, after: str) -> None:
    tokens, phrase = cut(f"{before}。甲府〔2025〕7号。{after}"), cut("甲府〔2025〕7号")
    assert any(tokens[i : i + len(phrase)] == phrase for i in range(len(tokens)))


@given(texts)
def test_no_token_but_a_character_holds_han(text: str) -> None:
    assert all(len(token) == 1 for token in cut(text) if kind(token) == "H")
