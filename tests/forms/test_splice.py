"""Values that are typed go to their places in a file, and nothing else moves."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.splice import Value, splice
from generator.source import yaml_source
from generator.source.places import Keys

FILE = """\
# What stands above 上方说明
id: jia-2025   # an id
title: {zh: 甲园方案, en: "Plan: A"}
empty:
none: null
long: >
  some words
  on two lines
targets:
  # the first
  - id: a   # kept
    label:
      zh: 甲
      en: A
    value: 5
    printed: {value: "5", unit: 家}

  # the second
  - {id: b, value: 6}
last: x
"""


@pytest.mark.parametrize(
    ("keys", "value", "old", "new"),
    [
        (("id",), "yi-2025", "id: jia-2025   #", "id: yi-2025   #"),
        (("title", "en"), "Plan", 'en: "Plan: A"}', "en: Plan}"),
        (("title", "en"), "A, B", 'en: "Plan: A"}', 'en: "A, B"}'),
        (("empty",), "full", "empty:\n", "empty: full\n"),
        (("none",), "- x", "none: null", 'none: "- x"'),
        (("long",), "short", "long: >\n  some words\n  on two lines\n", "long: short\n"),
        (("targets", 0, "value"), 5.5, "value: 5\n", "value: 5.5\n"),
        (("targets", 0, "value"), None, "value: 5\n", "value: null\n"),
        (("targets", 0, "printed", "value"), "5.5", 'value: "5", unit', 'value: "5.5", unit'),
        (("targets", 1, "value"), True, "{id: b, value: 6}", "{id: b, value: true}"),
        (("targets", 1, "day"), datetime.date(2025, 3, 1), "value: 6}", "value: 6, day: 2025-03-01}"),
        (("targets", 0, "year"), 2027, "unit: 家}\n", "unit: 家}\n    year: 2027\n"),
        (("targets", 0, "scope", "zh"), "乙", "unit: 家}\n", "unit: 家}\n    scope: {zh: 乙}\n"),
        (("none", "zh"), "乙", "none: null", "none: {zh: 乙}"),
        (("new",), "#1", "last: x\n", 'last: x\nnew: "#1"\n'),
    ],
)
def test_one_value_changes_and_nothing_else(keys: Keys, value: Value, old: str, new: str) -> None:
    assert FILE.count(old) == 1
    assert splice(FILE, {keys: value}) == FILE.replace(old, new)


def test_several_values_change_at_once() -> None:
    changes: dict[Keys, Value] = {
        ("targets", 0, "scope", "zh"): "乙",
        ("targets", 0, "scope", "en"): "B",
        ("last",): "y",
        ("id",): "z",
    }
    new = splice(FILE, changes)
    assert "    scope: {zh: 乙, en: B}\n" in new
    assert new.replace("    scope: {zh: 乙, en: B}\n", "").replace("id: z ", "id: jia-2025 ") == FILE.replace(
        ": x", ": y"
    )


def test_line_ends_stay_those_of_windows() -> None:
    windows = FILE.replace("\n", "\r\n")
    assert splice(windows, {("targets", 0, "year"): 2027}).replace("\r\n", "\n") == splice(
        FILE, {("targets", 0, "year"): 2027}
    )
    assert "\n" not in splice(windows, {("targets", 0, "year"): 2027}).replace("\r\n", "")


def test_a_file_without_a_last_line_end_gets_what_is_added() -> None:
    assert splice("a: 1", {("b",): 2}) == "a: 1\nb: 2\n"


@pytest.mark.parametrize("keys", [("targets", 2, "id"), ("targets",), ("id", "zh"), ("new", 0)])
def test_keys_that_lead_nowhere_are_refused(keys: Keys) -> None:
    with pytest.raises(KeyError):
        splice(FILE, {keys: "x"})


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=30))
def test_whatever_is_typed_is_read_again_as_it_was_typed(typed: str) -> None:
    for keys in (("title", "en"), ("last",), ("long",), ("targets", 1, "new")):
        new = yaml_source.compose(splice(FILE, {keys: typed}))
        node = new
        for key in keys:
            pairs = node.value if isinstance(key, int) else {k.value: v for k, v in node.value}  # type: ignore[union-attr]
            node = pairs[key]
        assert node.value == typed  # type: ignore[union-attr]
