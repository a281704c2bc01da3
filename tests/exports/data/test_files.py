from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import Any

import pytest
from frictionless import Package
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from generator.corpus.schemas import schemas
from generator.exports.data.columns import Column, columns
from generator.exports.data.files import as_csv
from generator.exports.data.notes import notes
from generator.records.kinds import data_sets
from tests.sites import INVENTED, BuiltSite, words_of

KINDS = tuple(data_sets())
CATALOGUES = words_of(INVENTED)
SCHEMAS = schemas()


def load(site: BuiltSite, name: str) -> Any:
    return json.loads((site.folder / "data" / name).read_text(encoding="utf-8"))


def read(site: BuiltSite, name: str) -> list[dict[str, str]]:
    with (site.folder / "data" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_package_is_valid_with_its_keys_and_references(built_mini: BuiltSite) -> None:
    report = Package(str(built_mini.folder / "data" / "datapackage.json")).validate()
    assert report.valid, report.to_summary()
    assert {task.name for task in report.tasks} >= {*KINDS, "task_bodies", "target_notes", "anomaly_targets"}


@pytest.mark.slow  # the one before is the smaller one
def test_the_package_is_valid(built_site: BuiltSite) -> None:
    report = Package(str(built_site.folder / "data" / "datapackage.json")).validate()
    assert report.valid, report.to_summary()


def test_a_reference_that_leads_nowhere_is_found(built_mini: BuiltSite) -> None:
    package = Package(str(built_mini.folder / "data" / "datapackage.json"))
    keys = {r.name: {tuple(k["fields"]): k["reference"] for k in r.schema.foreign_keys} for r in package.resources}
    assert keys["targets"][("plan", "provision")] == {"resource": "provisions", "fields": ["plan", "id"]}
    assert keys["targets"][("baseline_id",)] == {"resource": "facts", "fields": ["id"]}
    assert keys["targets"][("repeat_of",)] == {"resource": "", "fields": ["id"]}
    assert keys["plans"] == {("park",): {"resource": "parks", "fields": ["id"]}}
    assert ("plan", "provision") not in keys["exclusions"]  # some hold throughout a plan


def test_the_package_describes_the_files_as_they_are(built_mini: BuiltSite) -> None:
    package = load(built_mini, "datapackage.json")
    for entry in (*package["resources"], package["workbook"], package["database"]):
        content = (built_mini.folder / "data" / entry["path"]).read_bytes()
        assert entry["bytes"] == len(content)
        assert entry["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert package["version"].startswith("2025-06-02-")
    assert package["homepage"] == "https://example.org/plans/en/data/"


@pytest.mark.parametrize("kind", [*KINDS, "status"])
def test_a_json_file_is_what_its_schema_says(built_site: BuiltSite, kind: str) -> None:
    schema = load(built_site, f"schema/{kind}.schema.json")
    Draft202012Validator.check_schema(schema)
    errors = list(Draft202012Validator(schema).iter_errors(load(built_site, f"{kind}.json")))
    assert not errors, errors[:3]


@pytest.mark.parametrize("kind", KINDS)
def test_a_csv_file_holds_the_same_rows_under_the_same_columns(built_mini: BuiltSite, kind: str) -> None:
    content = (built_mini.folder / "data" / f"{kind}.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n")
    head, *lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert head == [column.name for column in columns(load(built_mini, f"schema/{kind}.schema.json"))]
    assert len(lines) == len(load(built_mini, f"{kind}.json"))


@pytest.mark.parametrize("kind", KINDS)
def test_one_mark_taken_off_a_cell_gives_its_value(built_site: BuiltSite, kind: str) -> None:
    shape = columns(SCHEMAS[kind])
    lines = read(built_site, f"{kind}.csv")
    for row, line in zip(load(built_site, f"{kind}.json"), lines, strict=True):
        for column in shape:
            value = column.value(row)
            if isinstance(value, str):
                assert line[column.name].removeprefix("'") == value.removeprefix("'")


def test_a_provision_is_no_date_in_a_spreadsheet_and_still_a_reference(built_site: BuiltSite) -> None:
    rows = read(built_site, "provisions.csv")
    assert {"'1/1", "'2.1.2"} & {row["id"] for row in rows}
    assert {row["provision"] for row in read(built_site, "targets.csv")} <= {row["id"] for row in rows}


def test_files_are_said_to_be_utf_8(built_site: BuiltSite) -> None:
    package = load(built_site, "datapackage.json")
    assert {resource["encoding"] for resource in package["resources"]} == {"utf-8"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_is_explained_in_both_languages(kind: str) -> None:
    said = notes(CATALOGUES, INVENTED, KINDS, "", "")
    assert not [c.name for c in columns(SCHEMAS[kind]) if not said.meaning(kind, c.path)]


def test_columns_follow_the_schema_and_not_the_rows() -> None:
    shape = {column.name: column for column in columns(SCHEMAS["targets"])}
    assert shape["value"].type == "number"
    assert shape["year"].type == "integer"
    assert shape["comparator"].allowed == ("gt", "ge", "eq", "approx", "range", "lt", "le", "qualitative")
    assert "baseline" not in shape
    assert shape["baseline_year"] == Column(("baseline", "year"), "integer", False)
    assert columns(SCHEMAS["plans"])[20] == Column(("dates", "printed"), "date", False)


def test_a_list_reads_as_a_list_and_is_described_as_one(built_site: BuiltSite) -> None:
    package = Package(str(built_site.folder / "data" / "datapackage.json"))
    targets = package.get_table_resource("targets")
    fields = {field.name: field.to_descriptor() for field in package.get_resource("tasks").schema.fields}
    assert fields["years"] | {"description": ""} == {
        "name": "years", "type": "list", "delimiter": "; ", "itemType": "integer", "description": "",
    }  # fmt: skip
    assert "notes" not in targets.schema.field_names
    [row] = [row for row in targets.read_rows() if row["id"] == "jia-2025/energy-intensity"]
    notes = next(t for t in load(built_site, "targets.json") if t["id"] == row["id"])["notes"]
    assert (row["notes_zh"], row["notes_en"]) == ([n["zh"] for n in notes], [n["en"] for n in notes])


def test_a_negative_number_stays_a_number() -> None:
    assert as_csv([{"a": -1.5, "b": None}], (Column(("a",), "number", True), Column(("b",), "string", False))) == (
        "a,b\r\n-1.5,\r\n"
    )
