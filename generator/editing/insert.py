"""Put a field or an entry into a YAML file where it belongs; comments, order and layout of the rest stay."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import indent
from typing import Any

import yaml

from generator.source.yaml_source import compose, last_line


def put(text: str, key: str, value: Any, order: Sequence[str]) -> str:
    """Return the text of a record with a field, in place of the one it has, or behind those that go before it.

    order: the keys of the record in their order
    """
    root = compose(text)
    if not isinstance(root, yaml.MappingNode):
        raise TypeError("a record must be a mapping")
    lines = _lines(text)
    places = {name.value: (name.start_mark.line, last_line(node, lines) + 1) for name, node in root.value}
    before = [places[name][1] for name in order[: order.index(key)] if name in places]
    start, end = places.get(key) or (max(before, default=0),) * 2
    return "".join((*lines[:start], _written({key: value}, text), *lines[end:]))


def prepend(text: str, entry: Any) -> str:
    """Return the text of a list with one more entry before the others; what is said above them all stays there."""
    root = compose(text)
    if not isinstance(root, yaml.SequenceNode) or root.flow_style or not root.value:
        above = "".join(line for line in _lines(text) if line.startswith("#"))
        return above + _written([entry, *(yaml.safe_load(text) or [])], text)
    lines = _lines(text)
    first = root.value[0].start_mark.line
    return "".join((*lines[:first], _written([entry], text), *lines[first:]))


def _lines(text: str) -> list[str]:
    """Return the lines of a text, each with its end; the last has one too."""
    end = _line_end(text)
    return [f"{line}{end}" for line in text.removesuffix(end).split(end)] if text else []


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _written(data: Any, text: str) -> str:
    """Return data as YAML with the line ends of a text: what holds no more than plain values in one line."""
    [*keys] = data if isinstance(data, dict) else ()
    if keys and isinstance(data[keys[0]], list):
        said = f"{keys[0]}:\n{indent(_dumped(data[keys[0]]), '  ')}"
    else:
        said = _dumped(data)
    return said.replace("\n", _line_end(text))


def _dumped(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=None, width=10**6)
