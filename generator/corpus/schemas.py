"""The row of each data set, and its JSON Schema: what the data contract has fixed, then what records have besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, create_model

from generator.corpus.plan_rows import RecordRow, StatusRow
from generator.corpus.row_parts import Row
from generator.corpus.rows import FIXED
from generator.corpus.shared_rows import VocabularyRow
from generator.records.kinds import STATEMENT, Kind, data_sets, inside_plan

STATUS = "status"


def rows() -> dict[str, type[Row]]:
    """Return the row of each data set."""
    return {name: VocabularyRow if len(kinds) > 1 else _row_of(kinds[0]) for name, kinds in data_sets().items()}


def _row_of(kind: Kind) -> type[Row]:
    return _row(kind.name, FIXED.get(kind.name), kind.model, _elsewhere(kind))


@cache  # a model takes long to make, and every plan asks for its own
def _row(name: str, fixed: type[Row] | None, model: type[BaseModel] | None, elsewhere: frozenset[str]) -> type[Row]:
    """Return the row of a kind of record. fixed, model, elsewhere: all of the tables that it follows from."""
    row = fixed or create_model(name, __base__=RecordRow, __doc__=name)
    own = dict(_own_fields(row, name, model, elsewhere))
    return create_model(row.__name__, __base__=row, __doc__=row.__doc__, **own) if own else row


def further_fields(kind: Kind) -> list[str]:
    """Return the published fields of a kind that its row in the data contract lacks; none where it has no such row."""
    row = FIXED.get(kind.name)
    return [name for name, _ in _own_fields(row, kind.name, kind.model, _elsewhere(kind))] if row else []


def _elsewhere(kind: Kind) -> frozenset[str]:
    """Return the fields of a kind that are no part of its row."""
    return frozenset({*kind.unpublished, *(inner.plural for inner in inside_plan())})


def _own_fields(
    row: type[Row], kind: str, model: type[BaseModel] | None, elsewhere: frozenset[str]
) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a kind that its row does not have yet."""
    if kind == STATEMENT:  # a row is one statement of a section, with the words of both
        return
    for name, info in model.model_fields.items() if model else ():
        if name not in row.model_fields and name not in elsewhere:
            yield name, (plain(info.annotation), ...)


def plain(annotation: Any) -> Any:
    """Return a type as it is published: without the limits of what may be typed; of a mapping its keys."""
    origin, inner = get_origin(annotation), tuple(map(plain, get_args(annotation)))
    if origin is Annotated:
        return inner[0]
    if origin in (Union, UnionType):
        return Union[inner]  # noqa: UP007 - the members are known only now
    if origin in (tuple, dict):
        return list[inner[0]]  # type: ignore[valid-type]
    return annotation


def schemas(names: Iterable[str] | None = None) -> dict[str, dict[str, Any]]:
    """Return a JSON Schema for the array of each data set, or of those that are named."""
    shapes = rows()
    return {name: _array_of(name, shapes[name]) for name in names or shapes}


def status_schema() -> dict[str, dict[str, Any]]:
    """Return a JSON Schema for the states of plans, which are no data set, by their name."""
    return {STATUS: _array_of(STATUS, StatusRow)}


def _array_of(name: str, row: type[Row]) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "type": "array",
        "items": {"$ref": f"#/$defs/{row.__name__}"},
        "$defs": _definitions(row),
    }


def _definitions(row: type[Row]) -> dict[str, Any]:
    schema = row.model_json_schema(mode="serialization", by_alias=True)
    inner: dict[str, Any] = schema.pop("$defs", {})
    return {**inner, row.__name__: schema}
