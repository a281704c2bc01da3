from __future__ import annotations

from dataclasses import replace

import pytest

from generator.records.json_schemas import Shape, shapes
from generator.records.kinds import KINDS, Kind, inside_plan
from tools.data_docs import PAGE, fields, files, page


def test_the_tables_of_the_page_are_those_of_the_records() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), "run `make fields`"


@pytest.mark.parametrize("shape", shapes(), ids=lambda shape: shape.name)
def test_every_kind_of_file_is_listed_with_all_its_fields(shape: Shape) -> None:
    assert f"| `{shape.files}` |" in files()
    section = next(part for part in fields().split("### Fields of ") if f"`{shape.files}`" in part.split("\n|")[0])
    for name, info in shape.model.model_fields.items():
        assert f"\n| `{info.alias or name}` | {'yes' if info.is_required() else ''} |" in section


@pytest.mark.parametrize("kind", inside_plan(), ids=lambda kind: kind.name)
def test_the_records_inside_a_plan_have_tables_of_their_own(kind: Kind) -> None:
    assert kind.model
    assert f"\n#### {kind.model.__name__}\n" in fields()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("direction", "`higher / lower / none`"),
        ("definition", "`{zh, en}`"),
        ("not_applicable", "`{text: {zh, en}}`"),
        ("unit", "`text / null`"),
        ("settled", "[`[Settled]`](#settled)"),
        ("targets", "`[text, text]`"),
    ],
)
def test_a_value_is_shown_as_it_is_typed(field: str, value: str) -> None:
    assert any(line.startswith(f"| `{field}` |") and f" | {value} | " in line for line in fields().split("\n"))


def test_a_kind_that_is_added_to_the_table_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    added = replace(KINDS["term"], name="saying", plural="sayings", data="sayings")
    monkeypatch.setitem(KINDS, added.name, added)
    assert "| `structured/sayings.yaml` |" in files()
    assert "`/data/sayings`" in files()
