"""Write the tables of files and fields in docs/data.md: `python -m tools.data_docs`."""

from __future__ import annotations

import datetime
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.records.common import Both
from generator.records.json_schemas import Shape, field, shapes
from generator.records.kinds import KINDS
from generator.records.reading import models_of
from tools.marked import filled

PAGE = Path(__file__).resolve().parent.parent / "docs" / "data.md"
PLAIN = {str: "text", int: "number", float: "number", bool: "true / false", datetime.date: "date", type(None): "null"}


def files() -> str:
    """Return a table of every kind of file that editors write."""
    lines = ["| file | an entry | its fields | published in |", "|---|---|---|---|"]
    for models, group in _groups():
        fields = f"[{_names(group)}](#{_anchor(_title(group))})"
        lines += [f"| `{shape.files}` | {_said(models[0])} | {fields} | {_published(shape)} |" for shape in group]
    return "\n".join(lines)


def fields() -> str:
    """Return the fields of every record, file by file; a record that stands in several is explained once."""
    parts: list[str] = []
    seen: set[type[BaseModel]] = set()
    for models, group in _groups():
        parts.append(f"### {_title(group)}\n\n{', '.join(f'`{shape.files}`' for shape in group)}")
        for place, model in enumerate(model for model in models if model not in seen and not issubclass(model, Both)):
            parts.append(_table(model) if place == 0 else f"#### {model.__name__}\n\n{_said(model)}\n\n{_table(model)}")
        seen.update(models)
    return "\n\n".join(parts)


def page() -> str:
    """Return docs/data.md with the tables as they are now."""
    return filled(PAGE.read_text(encoding="utf-8"), {"files": files(), "fields": fields()}, "make fields")


def _groups() -> Iterator[tuple[list[type[BaseModel]], list[Shape]]]:
    """Yield the records of a kind of file, the file's own first; files whose entries are alike stand together."""
    for model in dict.fromkeys(shape.model for shape in shapes()):
        yield list(dict.fromkeys(_models(model))), [shape for shape in shapes() if shape.model is model]


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a record's class and those of the records inside it, as they come."""
    yield model
    for info in model.model_fields.values():
        for inner in dict.fromkeys(models_of(info.annotation)):
            yield from _models(inner)


def _table(model: type[BaseModel]) -> str:
    lines = ["| field | needed | value | 中文 | English |", "|---|---|---|---|---|"]
    return "\n".join([*lines, *(_row(model, info.alias or name, info) for name, info in model.model_fields.items())])


def _row(model: type[BaseModel], name: str, info: FieldInfo) -> str:
    what = field(model, name)
    zh, _, en = what.title.partition(" · ")
    needed = "yes" if info.is_required() else ""
    cells = f"`{name}`", needed, _value(info.annotation), f"{zh}：{what.zh}", f"{en}: {what.en}"
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _value(annotation: Any) -> str:
    """Return what a field takes: `[text]` for a list, `{text: text}` for a mapping; a record links to its fields."""
    inside = [model for model in dict.fromkeys(models_of(annotation)) if not issubclass(model, Both)]
    shown = f"`{_shape(annotation)}`"
    return f"[{shown}](#{_anchor(inside[0].__name__)})" if inside else shown


def _shape(annotation: Any) -> str:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(inner[0])
    if origin is Literal:
        return " / ".join(map(str, inner))
    if origin in (Union, types.UnionType):
        return " / ".join(dict.fromkeys(map(_shape, inner)))
    if origin is tuple:
        return f"[{', '.join(_shape(one) for one in inner if one is not ...)}]"
    if origin is dict:
        return f"{{{_shape(inner[0])}: {_shape(inner[1])}}}"
    if issubclass(annotation, Both):
        return "{zh, en}"
    return PLAIN.get(annotation) or annotation.__name__


def _said(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())


def _published(shape: Shape) -> str:
    """Return the data set that the records of a file stand in."""
    data = {kind.data for kind in KINDS.values() if kind.data and kind.file == shape.files and kind.stored != "plan"}
    return "".join(f"`/data/{name}`" for name in data)


def _names(group: list[Shape]) -> str:
    return ", ".join(shape.name for shape in group)


def _title(group: list[Shape]) -> str:
    return f"Fields of {_names(group)}"


def _anchor(heading: str) -> str:
    return heading.lower().replace(",", "").replace(" ", "-")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
