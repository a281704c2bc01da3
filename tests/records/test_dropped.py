from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
import yaml

from generator.edition import strings
from generator.records.dropped import Dropped, DropReason
from generator.records.reading import read
from tests.fixtures import ReadYaml
from tests.told import matches, raised

ROOT = Path(__file__).resolve().parents[2]
REASONS = get_args(DropReason)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_reason_has_words_and_no_words_are_left_over(language: str) -> None:
    words = strings.load(ROOT / "site_templates")[language].words
    assert {key.removeprefix("dropped.") for key in words if key.startswith("dropped.")} == set(REASONS)


def test_the_guide_to_the_data_explains_each_reason() -> None:
    section = (ROOT / "docs/data.md").read_text(encoding="utf-8").split("### dropped.yaml")[1].split("\n### ")[0]
    assert [reason for reason in REASONS if f"`{reason}`" not in section] == []


def test_every_reason_that_extract_writes_is_one_of_them() -> None:
    files = list((ROOT / "tests/corpora/extract").glob("*/dropped.yaml"))
    written = {entry["reason"] for file in files for entry in yaml.safe_load(file.read_text("utf-8"))}
    assert written
    assert written <= set(REASONS)


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_of_the_list_is_read(read_yaml: ReadYaml, reason: str) -> None:
    assert read(Dropped, read_yaml(f"line: 1\ntext: a\nreason: {reason}\n")).reason == reason


@pytest.mark.parametrize("reason", ["page-numbers", "Page-number", "不属于正文"])
def test_another_reason_is_a_finding_that_lists_them(read_yaml: ReadYaml, reason: str) -> None:
    found = raised(lambda: read(Dropped, read_yaml(f"line: 1\ntext: a\nreason: {reason}\n")))
    matches(found, [("a.yaml:3:9", "R004", f"reason must be one of {', '.join(REASONS)}: '{reason}'")])
