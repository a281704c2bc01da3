from __future__ import annotations

import json

import pytest

from generator.exports.data import cells
from tests.paths import TESTS

CASES = json.loads((TESTS / "scripts/cells.json").read_text(encoding="utf-8"))["text"]


@pytest.mark.parametrize(("shows", "given", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_spreadsheet_leaves_text_as_it_is(shows: str, given: list[str], expected: str) -> None:  # noqa: ARG001
    assert cells.text(*given) == expected
    assert expected.removeprefix("'") == given[0] or expected == given[0]


def test_long_text_is_looked_at_in_no_time() -> None:
    for piece in ("1", "1,", "1.", "1 ", "1/", "(", "e1", "1年", "may "):
        assert cells.text(piece * 200_000)
