"""Data with positions into a record, or into findings an editor can act on."""

from __future__ import annotations

import difflib
import typing
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.findings import DataError, Finding
from generator.source.yaml_source import Document

R = TypeVar("R", bound=BaseModel)
Keys = tuple[str | int, ...]

_SHOWN = 80
_RECORDS = ("targets", "facts", "tasks", "measures", "anomalies", "exclusions")  # of a plan: each has its own row
MAX_LIST = 30_000  # characters of a list and all in it: it must fit in a cell of a spreadsheet


def read(model: type[R], document: Document, *at: str | int) -> R:
    """Validate the data of a document, or the part of it the keys lead to.

    Raises DataError with a finding (R001 to R005) for each thing wrong, at its position.
    """
    data = document.data
    for key in at:
        data = data[key]
    if not isinstance(data, dict):
        raise DataError(
            [document.finding("R001", at, f"must be `key: value` lines: {_show(data)}", "compare docs/data.md")]
        )
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        raise DataError([_finding(model, document, at, e) for e in error.errors(include_url=False)]) from None
    if long := [*_overlong(document, at, data)]:
        raise DataError(long)
    return record


def _overlong(document: Document, at: Keys, record: dict[Any, Any]) -> Iterator[Finding]:
    """Yield R005 for each list or mapping of a record that is too long for the one cell it is published in."""
    for key, value in record.items():
        if not at and key in _RECORDS:
            for i, item in enumerate(value):
                yield from _overlong(document, (*at, key, i), item)
        elif isinstance(value, (list, dict)) and len(str(value)) > MAX_LIST:
            message = f"{key} must be at most {MAX_LIST} characters in all: {len(str(value))}"
            yield document.finding("R005", (*at, key), message, "shorten or remove entries")


def _finding(model: type[BaseModel], document: Document, at: Keys, error: ErrorDetails) -> Finding:
    loc = tuple(part for part in error["loc"] if part != "[key]")
    kind, value = error["type"], error["input"]
    if kind in ("int_type", "float_type") and loc[-1:] in (("int",), ("float",)):
        loc = loc[:-1]  # a number may be either: one finding, not one for each
    name = ".".join(str(part) for part in (*at, *loc))
    if kind == "extra_forbidden":
        allowed = sorted(_fields(model, loc[:-1]))
        near = difflib.get_close_matches(str(loc[-1]), allowed, 1)
        guess = f"did you mean `{near[0]}`? " if near else ""
        return document.finding(
            "R002",
            (*at, *loc),
            f"unknown key: '{loc[-1]}'; allowed: {', '.join(allowed)}",
            f"{guess}correct or remove it",
        )
    if kind == "missing":
        return document.finding("R003", (*at, *loc[:-1]), f"key missing: '{loc[-1]}' (at {name})", f"add `{loc[-1]}:`")
    message, hint = _explain(kind, error)
    return document.finding("R004", (*at, *loc), f"{name} {message}: {_show(value)}", hint)


def _explain(kind: str, error: ErrorDetails) -> tuple[str, str]:
    context: dict[str, Any] = error.get("ctx", {})
    match kind:
        case "literal_error":
            return f"must be one of {context['expected']}", "choose one of these"
        case "string_type":
            return "must be text", "put it in double quotes"
        case "int_type" | "float_type" | "int_from_float":
            return "must be a number", "write digits only, without quotes or separators"
        case "bool_type":
            return "must be true or false", "write true or false"
        case "date_type":
            return "must be a date", "write it as YYYY-MM-DD, without quotes"
        case "model_type" | "dict_type" | "model_attributes_type":
            return "must be `key: value` lines", "compare docs/data.md; words shown to readers are {zh: …, en: …}"
        case "tuple_type" | "list_type":
            return "must be a list", "begin each entry with a hyphen, or write [] for none"
        case "string_pattern_mismatch":
            return "must be an address like 2.3.2/1, 1/1, preamble/1", "see docs/data.md, provision"
        case "too_long":
            return f"must hold at most {context['max_length']} entries", "remove some"
        case "string_too_long":
            return f"must be at most {context['max_length']} characters", "shorten it"
        case "value_error":
            return str(context.get("error", error["msg"])), "correct it"
        case _:
            return f"is not allowed ({error['msg']})", "compare docs/data.md"


def _show(value: Any) -> str:
    text = str(value)
    return f"'{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}'"


def _fields(model: type[BaseModel], loc: Keys) -> set[str]:
    """Return the keys allowed where an unknown key was found."""
    models = [model]
    for part in loc:
        if isinstance(part, str):
            models = [
                inner for m in models if part in m.model_fields for inner in _models(m.model_fields[part].annotation)
            ]
    return {key for m in models for key in m.model_fields}


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _models(inner)
