"""Turn data with positions into a record, or into findings an editor can act on."""

from __future__ import annotations

import json
import re
import typing
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.findings import guesses
from generator.findings.finding import DataError, Finding, Guess
from generator.findings.guesses import near
from generator.project import web
from generator.project.remembered import remembered
from generator.records.common import ADDRESS
from generator.records.kinds import inside_plan
from generator.records.metric import TARGET
from generator.source.places import Keys
from generator.source.yaml_source import Document

R = TypeVar("R", bound=BaseModel)

_SHOWN = 80
MAX_LIST = 30_000  # characters of a list and all in it: it must fit in a cell of a spreadsheet
_GUESSES: Mapping[str, Callable[[str], Guess | None]] = {
    "number": guesses.number,
    "date": guesses.date,
    "web": web.fault,
}
_PATTERNS = {ADDRESS: "address", TARGET: "target-id"}
# Which sentence of R004 says what pydantic, or a record of ours, has found. A kind that is not here is said in
# pydantic's own English.
_SENTENCES = {
    "string_type": "text",
    "int_type": "number",
    "float_type": "number",
    "int_from_float": "number",
    "finite_number": "number",
    "bool_type": "truth",
    "date_type": "date",
    "model_type": "lines",
    "dict_type": "lines",
    "model_attributes_type": "lines",
    "tuple_type": "list",
    "list_type": "list",
    "too_short": "short-list",
    "too_long": "long-list",
    "string_too_long": "long",
    "string_too_short": "empty",
    "greater_than_equal": "least",
    "less_than_equal": "most",
    "id": "id",
    "empty": "empty",
    "ends": "ends",
    "space": "space",
    "web": "web",
    "ref": "ref",
    "ref-id": "ref-id",
    "ref-plan": "ref-plan",
    "ref-passage": "ref-passage",
    "ref-year": "ref-year",
    "page": "page",
    "mail": "mail",
    "colour": "colour",
    "picture": "picture",
    "reading": "reading",
    "han": "han",
    "format": "format",
}


def read(model: type[R], document: Document, *at: str | int) -> R:
    """Validate the data of a document, or the part of it the keys lead to.

    Raises DataError with a finding (R001 to R005) for each thing wrong, at its position.
    """
    return typing.cast("R", _read(model, document, at))


@remembered(4096)
def _read(model: type[BaseModel], document: Document, at: Keys) -> BaseModel:
    data = document.data
    for key in at:
        data = data[key]
    if not isinstance(data, dict):
        raise DataError([document.finding("R001.mapping", at, value=_show(data))])
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        raise DataError([_finding(model, document, at, e) for e in error.errors(include_url=False)]) from None
    if long := [*_overlong(document, at, data)]:
        raise DataError(long)
    return record


def _overlong(document: Document, at: Keys, record: dict[Any, Any]) -> Iterator[Finding]:
    """Yield R005 for each list or mapping of a record that is too long for the one cell it is published in."""
    rows = {kind.plural for kind in inside_plan()}  # records of a plan: each has a row of its own
    for key, value in record.items():
        if not at and key in rows:
            for i, item in enumerate(value):
                yield from _overlong(document, (*at, key, i), item)
        elif isinstance(value, (list, dict)) and len(str(value)) > MAX_LIST:
            yield document.finding("R005.list", (*at, key), key=key, most=MAX_LIST, length=len(str(value)))


def _finding(model: type[BaseModel], document: Document, at: Keys, error: ErrorDetails) -> Finding:
    loc = tuple(part for part in error["loc"] if part != "[key]")
    kind, value = error["type"], error["input"]
    if kind in ("int_type", "float_type") and loc[-1:] in (("int",), ("float",)):
        loc = loc[:-1]  # a number may be either: one finding, not one for each
    key = str(loc[-1]) if loc else ""
    if kind == "extra_forbidden":
        allowed = sorted(_fields(model, loc[:-1]))
        return document.key_finding("R002.key", (*at, *loc), key=key, allowed=allowed).guess(near(key, allowed))
    if kind == "missing" and isinstance(loc[-1], int):  # an entry of a list that has a fixed length
        loc, kind = loc[:-1], "too_short"
    name = ".".join(str(part) for part in (*at, *loc))
    if kind == "missing":
        return document.finding("R003.key", (*at, *loc[:-1]), key=key, place=name)
    shown = {"place": name, "value": _show(value)}
    context: dict[str, Any] = {k: v if isinstance(v, tuple) else str(v) for k, v in error.get("ctx", {}).items()}
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", context["expected"]) or [context["expected"].lower()]
        return document.finding("R004.choice", (*at, *loc), **shown, allowed=choices).guess(near(str(value), choices))
    says = _PATTERNS.get(context.get("pattern", "")) or _SENTENCES.get(kind, "other")
    if says == "other":
        context = {"reason": error["msg"]}
    guess = _GUESSES[says](str(value)) if says in _GUESSES and isinstance(value, str) else None
    placed = document.key_finding if kind == "invalid_key" or error["loc"][-1:] == ("[key]",) else document.finding
    return placed(f"R004.{says}", (*at, *loc), **shown, **context).guess(guess)


def _show(value: Any) -> str:
    text = json.dumps(value) if value is None or isinstance(value, bool) else str(value)  # as YAML writes them
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _fields(model: type[BaseModel], loc: Keys) -> set[str]:
    """Return the keys allowed where an unknown key was found."""
    models = [model]
    for part in loc:
        if isinstance(part, str):
            models = [
                inner for m in models if part in m.model_fields for inner in models_of(m.model_fields[part].annotation)
            ]
    return {field.alias or key for m in models for key, field in m.model_fields.items()}


def models_of(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the classes of the records that a type holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from models_of(inner)
