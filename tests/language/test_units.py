from __future__ import annotations

from generator.language.units import compound
from tests.cases import cases_of

each = cases_of(__file__)


@each("compounds")
def test_a_unit_per_another_is_worth_what_its_parts_are(word: str, made: list[str | float] | None) -> None:
    assert compound(word) == (tuple(made) if made else None)
