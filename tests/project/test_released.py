from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.hosting.release import citation
from generator.project.inputs import Inputs
from generator.project.layout import Layout
from generator.project.released import CITATION, Release, last
from tests.sites import INVENTED, words_of
from tests.small import Repository

DAY, VERSION = datetime.date(2026, 11, 30), "2026-11-21-0123456789ab"


def test_what_a_release_wrote_is_read_again(tmp_path: Path) -> None:
    (tmp_path / CITATION).write_text(
        citation(words_of(INVENTED)["en"], "CC-BY-4.0", "", "2026.1", VERSION, DAY), encoding="utf-8"
    )
    assert last(tmp_path) == Release("2026.1", DAY, VERSION)


@pytest.mark.parametrize(
    "said",
    ["", "[", "version: 2026.1\n", "version: v1.0.2\ndate-released: 2026-11-30\nidentifiers: [{value: x}]\n", "- a\n"],
)
def test_a_citation_of_something_else_is_no_release(tmp_path: Path, said: str) -> None:
    assert last(tmp_path) is None
    (tmp_path / CITATION).write_text(said, encoding="utf-8")
    assert last(tmp_path) is None


def test_a_release_is_told_by_the_next_build(repository: Repository) -> None:
    before = Inputs.of(Layout(repository.root)).whole
    (repository.root / CITATION).write_text("version: '2026.1'\n", encoding="utf-8")
    assert Inputs.of(Layout(repository.root)).whole != before
