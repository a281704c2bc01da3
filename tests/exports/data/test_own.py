from __future__ import annotations

import csv
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from referencing import Registry, Resource

from tests.sites import BuiltSite

KINDS = ("metric", "park", "plan")


def load(site: BuiltSite, name: str) -> Any:
    return json.loads((site.folder / "data" / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", KINDS)
def test_each_has_a_file_of_its_own_with_all_rows_of_it(built_mini: BuiltSite, kind: str) -> None:
    targets = load(built_mini, "targets.json")
    for row in load(built_mini, f"{kind}s.json"):
        own = load(built_mini, f"{kind}s/{row['id']}.json")
        assert own[f"{kind}s"] == [row]
        assert own["targets"] == [target for target in targets if target[kind] == row["id"]]
        assert own["version"] == load(built_mini, "datapackage.json")["version"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_csv_file_of_each_holds_its_lines_of_the_targets(built_mini: BuiltSite, kind: str) -> None:
    folder = built_mini.folder / "data"
    with (folder / "targets.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file, strict=True))
    for row in load(built_mini, f"{kind}s.json"):
        with (folder / f"{kind}s" / f"{row['id']}.csv").open(encoding="utf-8-sig", newline="") as file:
            assert list(csv.DictReader(file, strict=True)) == [line for line in lines if line[kind] == row["id"]]


@pytest.mark.parametrize("site", ["built_mini", "built_site"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_json_file_of_each_is_what_its_schema_says(kind: str, site: str, request: pytest.FixtureRequest) -> None:
    built = request.getfixturevalue(site)
    schemas = [json.loads(f.read_text(encoding="utf-8")) for f in (built.folder / "data/schema").iterdir()]
    registry: Registry[Any] = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in schemas)
    [schema] = [s for s in schemas if s["$id"].rpartition("/")[2] == f"{kind}.schema.json"]
    validator = Draft202012Validator(schema, registry=registry)
    for row in load(built, f"{kind}s.json"):
        own = load(built, f"{kind}s/{row['id']}.json")
        assert not list(validator.iter_errors(own))
        assert list(validator.iter_errors({**own, "targets": [{"id": 1}]}))
