from __future__ import annotations

import csv
import datetime
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.finish import data
from generator.views.datasets import datasets, status
from generator.views.rows import KINDS, schemas
from tests.conftest import MINI, scope_of

# The keys every row of the contract has at least; a target has exactly these.
TARGET = (
    "id", "plan", "park", "metric", "label", "provision", "quote", "comparator", "comparator_word",
    "value", "value_low", "value_high", "unit", "printed", "unit_inferred", "measure", "year",
    "commitment", "commitment_word", "scope", "denominator", "baseline", "repeat_of", "notes", "source_line",
)  # fmt: skip
CONTRACT = {
    "parks": ("id", "name"),
    "plans": (
        "id", "park", "kind", "title", "document_number", "index_number", "issuers", "dates", "period", "source",
        "translations",
    ),
    "provisions": ("id", "plan", "parent", "level", "number", "heading", "text", "translation"),
    "targets": TARGET,
    "tasks": (
        "id", "plan", "park", "provision", "number", "title", "summary", "theme", "industries", "instruments",
        "bodies", "places", "years", "quotes", "source_line",
    ),
    "measures": ("id", "plan", "park", "provision", "title", "summary", "source_line"),
    "metrics": ("id", "name"),
    "terms": ("id", "zh", "en"),
    "anomalies": ("id", "plan", "provision", "printed", "proposed", "reason"),
}  # fmt: skip

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def rows() -> Rows:
    return datasets(scope_of(MINI, "zh").corpus)


@pytest.fixture(scope="module")
def folder(rows: Rows, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data files of tests/corpora/mini."""
    written = tmp_path_factory.mktemp("data")
    data.write(rows, schemas(), status(scope_of(MINI, "zh").corpus), written)
    return written


def read(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text(encoding="utf-8"))


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("kind", CONTRACT)
def test_every_kind_of_the_contract_has_its_keys(folder: Path, kind: str) -> None:
    for row in read(folder, f"{kind}.json"):
        assert set(CONTRACT[kind]) <= set(row)


def test_a_target_has_exactly_the_keys_of_the_contract_in_their_order(folder: Path) -> None:
    for row in read(folder, "targets.json"):
        assert tuple(row) == TARGET


def test_a_target_as_published(rows: Rows) -> None:
    revenue = next(row for row in rows["targets"] if row["id"] == "jia-2025/revenue")
    assert revenue["source_line"].startswith("structured/plans/jia-2025.yaml:")
    assert {key: value for key, value in revenue.items() if key != "source_line"} == {
        "id": "jia-2025/revenue", "plan": "jia-2025", "park": "jia", "metric": "park-revenue",
        "label": {"zh": "园区总营收", "en": "Total revenue of the park"}, "provision": "1/2",
        "quote": "园区总营收力争达到30亿元", "comparator": "ge", "comparator_word": "达到", "value": 3000000000,
        "value_low": None, "value_high": None, "unit": "CNY", "printed": {"value": "30", "unit": "亿元"},
        "unit_inferred": False, "measure": "unspecified", "year": 2026, "commitment": "aspirational",
        "commitment_word": "力争", "scope": None, "denominator": None, "baseline": None, "repeat_of": None,
        "notes": [],
    }  # fmt: skip


def test_the_source_line_is_where_the_record_stands(rows: Rows) -> None:
    for kind in ("targets", "tasks", "measures", "facts", "anomalies"):
        for row in rows[kind]:
            path, _, line = row["source_line"].rpartition(":")
            text = (MINI / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
            assert text.strip() == f"- id: {row['id'].rpartition('/')[2]}"


def test_references_between_files_hold(rows: Rows) -> None:
    ids = {kind: {row["id"] for row in rows[kind]} for kind in ("parks", "plans", "targets", "facts", "metrics")}
    provisions = {(row["plan"], row["id"]) for row in rows["provisions"]}
    for kind in ("targets", "tasks", "measures", "facts", "anomalies"):
        for row in rows[kind]:
            assert row["plan"] in ids["plans"]
            assert row["park"] in ids["parks"]
            assert (row["plan"], row["provision"]) in provisions
    by_id = {row["id"]: row for row in rows["targets"]}
    assert by_id["jia-2025/listed-companies-task"]["repeat_of"] == "jia-2025/listed-companies"
    assert by_id["jia-2025/high-tech-enterprises"]["baseline"]["id"] in ids["facts"]
    assert {row["metric"] for row in rows["targets"]} <= ids["metrics"]
    assert {t for row in rows["anomalies"] for t in row["targets"]} <= ids["targets"] | ids["facts"]


@pytest.mark.parametrize("kind", KINDS)
def test_json_matches_its_schema(folder: Path, kind: str) -> None:
    schema = read(folder, f"schema/{kind}.schema.json")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert problems(read(folder, f"{kind}.json"), schema, schema, kind) == []


def test_a_schema_refuses_what_is_wrong(folder: Path) -> None:
    schema = read(folder, "schema/targets.schema.json")
    good = read(folder, "targets.json")[0]
    for wrong in (
        {**good, "value": "600"},
        {**good, "comparator": "about"},
        {**good, "extra": 1},
        {k: v for k, v in good.items() if k != "quote"},
        {**good, "label": {"zh": "甲"}},
        {**good, "unit_inferred": 1},
    ):
        assert problems([wrong], schema, schema, "targets")


TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def problems(value: Any, schema: dict[str, Any], root: dict[str, Any], path: str) -> list[str]:
    """Return where a value does not match a JSON Schema, of which it knows what our schemas use."""
    known = {"$ref", "$defs", "$schema", "anyOf", "type", "enum", "const", "properties", "required", "items"}
    known |= {"additionalProperties", "title", "description", "default", "maxLength", "minLength", "minimum", "maximum"}
    known |= {"pattern", "format", "minItems", "examples"}
    found = [f"{path}: schema has {key}" for key in schema.keys() - known]
    if "$ref" in schema:
        return found + problems(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, path)
    if "anyOf" in schema:
        branches = [problems(value, branch, root, path) for branch in schema["anyOf"]]
        return found if [] in branches else found + min(branches, key=len)
    if "type" in schema and not typed(value, schema["type"]):
        return [*found, f"{path}: {value!r} is no {schema['type']}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{path}: {value!r} is none of {schema['enum']}")
    if schema.get("format") == "date":
        datetime.date.fromisoformat(value)
    if isinstance(value, dict):
        found += of_object(value, schema, root, path)
    if isinstance(value, list) and "items" in schema:
        found += [p for i, item in enumerate(value) for p in problems(item, schema["items"], root, f"{path}/{i}")]
    return found


def of_object(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], path: str) -> list[str]:
    properties, extra = schema.get("properties", {}), schema.get("additionalProperties", True)
    found = [f"{path}: {key} is missing" for key in schema.get("required", []) if key not in value]
    for key, item in value.items():
        if key in properties:
            found += problems(item, properties[key], root, f"{path}/{key}")
        elif extra is False:
            found.append(f"{path}: {key} is unknown")
        elif isinstance(extra, dict):
            found += problems(item, extra, root, f"{path}/{key}")
    return found


def typed(value: Any, name: str) -> bool:
    return isinstance(value, TYPES[name]) and not (isinstance(value, bool) and name in ("integer", "number"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_csv_file_has_a_byte_order_mark_and_windows_line_ends(folder: Path, kind: str) -> None:
    content = (folder / f"{kind}.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert not content.startswith(b"\xef\xbb\xbf" * 2)
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")


@pytest.mark.parametrize("kind", KINDS)
def test_a_csv_file_holds_as_many_rows_as_its_json_all_of_one_width(folder: Path, rows: Rows, kind: str) -> None:
    head, *lines = table((folder / f"{kind}.csv").read_text(encoding="utf-8-sig"))
    assert len(lines) == len(rows[kind])
    assert {len(line) for line in lines} == {len(head)}
    assert len(set(head)) == len(head)


def test_bilingual_words_are_two_columns(folder: Path) -> None:
    [revenue] = [
        row
        for row in csv.DictReader(io.StringIO((folder / "targets.csv").read_text(encoding="utf-8-sig"), newline=""))
        if row["id"] == "jia-2025/revenue"
    ]
    assert (revenue["label_zh"], revenue["label_en"]) == ("园区总营收", "Total revenue of the park")
    assert (revenue["printed_value"], revenue["printed_unit"]) == ("30", "亿元")
    assert (revenue["value"], revenue["value_low"], revenue["unit_inferred"]) == ("3000000000", "", "false")


def test_a_column_of_a_row_without_words_is_still_the_same_column(folder: Path) -> None:
    head = table((folder / "targets.csv").read_text(encoding="utf-8-sig"))[0]
    assert "printed_value" in head
    assert "printed" not in head, "a row that has no printed number makes a second, empty column"
    assert "denominator" not in head


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_run_is_guarded(start: str) -> None:
    [_, [cell, number, inner]] = table(data.as_csv([{"a": f"{start}HYPERLINK(1)", "b": -1, "c": [f"{start}x"]}]))
    assert cell == f"'{start}HYPERLINK(1)"
    assert number == "-1", "a number is no formula"
    assert inner.startswith("[")


@given(
    st.dictionaries(st.sampled_from("abc"), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
)
def test_text_in_csv_reads_back_as_it_is_but_for_the_guard(row: dict[str, str]) -> None:
    lines = table(data.as_csv([{"id": "x", **row}]))
    for key, cell in zip(lines[0][1:], lines[1][1:], strict=True):
        assert cell.removeprefix("'") == row[key].removeprefix("'")
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_lists_and_nested_objects_are_json_in_a_cell() -> None:
    [head, line] = table(data.as_csv([{"a": [1, {"zh": "甲"}], "b": {"c": {"d": 1}}, "e": None, "f": True, "g": 0.5}]))
    assert head == ["a", "b", "e", "f", "g"]
    assert [json.loads(cell) for cell in line[:2]] == [[1, {"zh": "甲"}], {"c": {"d": 1}}]
    assert line[2:] == ["", "true", "0.5"]


def test_json_is_utf8_without_escapes_and_ends_with_a_line_end(folder: Path) -> None:
    text = (folder / "targets.json").read_text(encoding="utf-8")
    assert "园区总营收" in text
    assert "\\u" not in text
    assert text.endswith("]\n")


def test_every_file_of_the_package_is_there_with_its_columns(folder: Path) -> None:
    package = read(folder, "datapackage.json")
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [r["name"] for r in package["resources"]] == list(KINDS)
    for resource in package["resources"]:
        head = table((folder / resource["path"]).read_text(encoding=resource["encoding"]))[0]
        assert [field["name"] for field in resource["schema"]["fields"]] == head
        assert set(resource["schema"].get("primaryKey", [])) <= set(head)


def test_the_keys_of_the_package_tell_rows_apart(folder: Path) -> None:
    for resource in read(folder, "datapackage.json")["resources"]:
        key = resource["schema"].get("primaryKey")
        if key:
            found = [tuple(row[k] for k in key) for row in read(folder, f"{resource['name']}.json")]
            assert len(set(found)) == len(found)


def test_writing_twice_writes_the_same(rows: Rows, folder: Path, tmp_path: Path) -> None:
    data.write(rows, schemas(), status(scope_of(MINI, "en").corpus), tmp_path)
    for path in folder.rglob("*.*"):
        assert (tmp_path / path.relative_to(folder)).read_bytes() == path.read_bytes()
