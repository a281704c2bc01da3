from __future__ import annotations

import pytest

from generator.corpus.plan_rows import FigureRow
from generator.corpus.rows import FIXED
from generator.edition.edition import Edition
from generator.parts.further import further, text_of
from generator.records.common import Bilingual
from generator.records.kinds import TARGET


def test_what_the_contract_has_fixed_is_not_said_again(en: Edition) -> None:
    told = {further(en, target) for target in en.corpus.targets}
    open_ = {en.t("data.column.left_open"), en.t("data.column.commitment_open")}
    assert {name for of in told for name, _ in of} == open_


def test_what_it_has_not_fixed_is_said_under_the_name_of_its_column(
    en: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FIXED, TARGET, FigureRow)  # which has no commitment, for one
    [target, *_] = en.corpus.targets
    assert (en.t("data.column.commitment"), target.record.commitment) in further(en, target)


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), ("words", "words"), (3, "3"), (Bilingual(zh="词", en="word"), "word"), (("a", 2), "a · 2"), ((), "")],
)
def test_any_value_is_said_in_words(en: Edition, value: object, text: str) -> None:
    assert text_of(en, value) == text
