from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from pydantic import BaseModel

from generator.cli import main
from generator.project.layout import Layout
from generator.records.json_schemas import Shape, _models, field, fields, ids, schema, shapes, write
from generator.source import yaml_source
from tests.paths import JIA, MINI, ROOT
from tests.small import Repository

PLAN = next(shape for shape in shapes() if shape.name == "plan")
FILES = [(path, shape) for shape in shapes() for path in sorted(ROOT.glob(shape.files))]
MODELS = {model for shape in shapes() for model in _models(shape.model)}


def plain(value: Any) -> Any:
    """Return data as an editor's program sees them: dates are text, keys are text."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def structure(value: Any) -> Any:
    """Return a schema without the ids it offers: these follow the vocabularies when the schemas are written next."""
    if isinstance(value, dict):
        left_out = {"examples", "properties"} if "patternProperties" in value else {"examples"}
        return {key: structure(inner) for key, inner in value.items() if key not in left_out}
    return [structure(inner) for inner in value] if isinstance(value, list) else value


def committed(shape: Shape) -> Any:
    return json.loads((ROOT / "schemas" / f"{shape.name}.json").read_text(encoding="utf-8"))


def problems(shape: Shape, data: Any) -> list[str]:
    validator = jsonschema.Draft202012Validator(committed(shape))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(plain(data))]


def keys(model: type[BaseModel]) -> list[str]:
    """Return the fields of a record as an editor writes them."""
    return [info.alias or name for name, info in model.model_fields.items()]


@pytest.mark.parametrize("model", sorted(MODELS, key=str), ids=str)
def test_every_field_of_every_record_is_explained_in_both_languages(model: type[BaseModel]) -> None:
    for name in keys(model):
        what = field(model, name)
        assert all("\u4e00" <= sign <= "\u9fff" for sign in what.title[:2]), what
        assert " · " in what.title
        assert what.zh.endswith(("。", "”。")), what
        assert what.en.endswith("."), what


def test_nothing_is_explained_that_is_no_field() -> None:
    bases = {base.__name__: base for model in MODELS for base in model.__mro__ if issubclass(base, BaseModel)}
    assert [
        f"{record}.{name}"
        for record, known in fields().items()
        for name in known
        if record not in bases or name not in keys(bases[record])
    ] == []


@pytest.mark.parametrize("shape", shapes(), ids=lambda shape: shape.name)
def test_the_schemas_are_current(shape: Shape) -> None:
    """`make schemas` writes them."""
    assert structure(committed(shape)) == structure(json.loads(json.dumps(schema(shape, {}))))
    jsonschema.Draft202012Validator.check_schema(committed(shape))


def test_no_schema_is_left_over() -> None:
    assert {path.stem for path in (ROOT / "schemas").iterdir()} == {shape.name for shape in shapes()}


@pytest.mark.parametrize(("path", "shape"), FILES, ids=[str(path.relative_to(ROOT)) for path, _ in FILES])
def test_a_file_names_its_schema_and_conforms_to_it(path: Path, shape: Shape) -> None:
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    marker, _, address = first.partition("=")
    assert marker == "# yaml-language-server: $schema"
    assert (path.parent / address).resolve() == ROOT / "schemas" / f"{shape.name}.json"
    assert problems(shape, yaml_source.load(path, path.name).data) == []


def test_every_yaml_file_of_the_data_has_a_schema() -> None:
    covered = {path for path, _ in FILES}
    assert set((ROOT / "structured").rglob("*.yaml")) <= covered


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("comparator: gt", "comparator: more", "'more' is not one of"),
        ("id: revenue", "id: Revenue", "does not match"),
        ("provision: 1/2\n    quote", "provision: 1.2.3.4/5\n    quote", "does not match"),
        ("park: jia", "prak: jia", "Additional properties are not allowed"),
        ("value: 120\n", 'value: "120"\n', "is not valid under any of the given schemas"),
        ("period: {start: 2025, end: 2026}", "period: {start: 2025}", "is not valid under any of the given schemas"),
    ],
)
def test_a_slip_is_seen_while_one_types(repository: Repository, old: str, new: str, part: str) -> None:
    repository.replace(JIA, old, new)
    found = problems(PLAN, yaml_source.load(repository.root / JIA, JIA).data)
    assert any(part in problem for problem in found), found


def test_ids_are_offered_with_their_names() -> None:
    known = ids(Layout(MINI))
    made = schema(PLAN, known)
    target, task = made["$defs"]["Target"]["properties"], made["$defs"]["Task"]["properties"]
    assert target["metric"]["examples"] == list(known["metrics"])
    assert made["properties"]["issuers"]["items"]["examples"] == list(known["bodies"])
    assert task["industries"]["properties"].keys() == known["industries"].keys()
    assert task["industries"]["properties"]["cloud-computing"]["title"].startswith("云计算 · ")


def test_an_id_that_is_new_is_no_slip(repository: Repository) -> None:
    repository.replace(JIA, "metric: park-revenue", "metric: something-new")
    assert problems(PLAN, yaml_source.load(repository.root / JIA, JIA).data) == []


def walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk(inner)


def test_every_property_says_what_it_is() -> None:
    for shape in shapes():
        for part in walk(schema(shape, {})):
            if part.get("type") == "object" and part.get("additionalProperties") is False:
                assert all({"title", "description"} <= value.keys() for value in part["properties"].values())


def test_the_editor_is_told_of_the_same_schemas() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {f"./schemas/{shape.name}.json": shape.files for shape in shapes()}
    assert fnmatch("structured/plans/x.yaml", PLAN.files)


def test_the_command_writes_the_schemas(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--root", str(repository.root)]) == 0
    assert capsys.readouterr().out.splitlines() == [f"schemas/{shape.name}.json" for shape in shapes()]
    before = {path: path.read_bytes() for path in (repository.root / "schemas").iterdir()}
    write(repository.layout)
    assert {path: path.read_bytes() for path in before} == before
