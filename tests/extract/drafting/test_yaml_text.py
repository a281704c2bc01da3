from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.drafting.yaml_text import flow, scalar
from generator.source import yaml_source
from generator.source.radicals import ORDINARY

signs = st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="".join(ORDINARY))
words = st.text(signs, min_size=1, max_size=30)


@given(words)
def test_any_words_are_read_back_as_they_are(text: str) -> None:
    assert yaml_source.parse(f"k: {scalar(text)}\n", "a").data == {"k": text}


@given(st.dictionaries(st.sampled_from(["text", "reason", "zh"]), words, min_size=1))
def test_any_mapping_on_one_line_is_read_back_as_it_is(values: dict[str, str]) -> None:
    assert yaml_source.parse(f"k: {flow(values)}\n", "a").data == {"k": values}


def test_a_mapping_on_one_line_is_read_back_by_a_reader_without_c() -> None:
    values = {"text": "https://a.example/detail?id=1 e?^", "reason": "page-chrome"}
    assert yaml.safe_load(flow(values)) == values


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("到2026年", "到2026年"),
        ("2.10", '"2.10"'),
        ("2026", '"2026"'),
        ("null", '"null"'),
        ("10:30", '"10:30"'),
        ("9" * 18000, f'"{"9" * 18000}"'),
        ("a: b", '"a: b"'),
        ("“1+4”", "“1+4”"),
        (None, "null"),
        (True, "true"),
        (5.5, "5.5"),
        (300000000000, "300000000000"),
    ],
)
def test_words_are_quoted_only_where_yaml_would_misread_them(value: str | float | None, written: str) -> None:
    assert scalar(value) == written
