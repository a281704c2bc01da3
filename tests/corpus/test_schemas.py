from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import Field

from generator.corpus.plan_rows import FigureRow
from generator.corpus.rows import FIXED
from generator.corpus.schemas import further_fields, plain, rows, schemas
from generator.corpus.shared_rows import VocabularyRow
from generator.records.kinds import KINDS, TARGET, data_sets


def test_each_data_set_has_a_row_and_a_schema() -> None:
    assert list(rows()) == list(schemas()) == list(data_sets())


def test_kinds_that_share_a_data_set_share_a_row() -> None:
    assert {name for name, row in rows().items() if row is VocabularyRow} == {"vocabularies"}


def test_what_a_fixed_row_lacks_is_published_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert further_fields(KINDS[TARGET]) == ["left_open", "commitment_open"]  # came after the contract
    monkeypatch.setitem(FIXED, TARGET, FigureRow)
    further = further_fields(KINDS[TARGET])
    assert {"commitment", "baseline"} <= set(further)
    assert list(rows()["targets"].model_fields)[-len(further) :] == further


@pytest.mark.parametrize(
    ("typed", "published"),
    [
        (Annotated[str, Field(max_length=3)], str),
        (Annotated[str, Field(max_length=3)] | None, str | None),
        (tuple[int, ...], list[int]),
        (dict[str, int], list[str]),
        (bool, bool),
    ],
)
def test_a_type_is_published_without_the_limits_of_typing(typed: Any, published: Any) -> None:
    assert plain(typed) == published
