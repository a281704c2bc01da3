"""Put values into a YAML file where they belong; comments, order and layout of everything else stay."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from generator.extract.drafting import yaml_text
from generator.source.places import Keys
from generator.source.yaml_source import compose, last_line

Value = str | int | float | bool | datetime.date | None
Edit = tuple[int, int, str]  # from offset, to offset, what stands there instead


def splice(text: str, changes: Mapping[Keys, Value]) -> str:
    """Return the text of a file with new values.

    changes: by the keys that lead to each; one that is not there yet is added at the end of its mapping
    Raises KeyError where keys lead to no place: into a list that is shorter, or through a value.
    """
    root = compose(text)
    if root is None:
        raise KeyError(())
    edits: list[Edit] = []
    added: dict[int, tuple[yaml.Node, bool, dict[str, Any]]] = {}
    for keys, value in changes.items():
        node, depth, flow = _reached(root, keys)
        if depth == len(keys):
            edits.append(_replaced(text, node, _written(value, flow=flow)))
        else:
            _, _, new = added.setdefault(id(node), (node, flow, {}))
            _nest(new, keys[depth:], value)
    for node, flow, new in added.values():
        edits += _added(text, node, new, flow=flow)
    for start, end, new_text in sorted(edits, reverse=True):
        text = text[:start] + new_text + text[end:]
    return text


def _reached(root: yaml.Node, keys: Keys) -> tuple[yaml.Node, int, bool]:
    """Return the last node that keys lead to, how many of them do, and whether it stands between brackets."""
    node, flow = root, False
    for depth, key in enumerate(keys):
        flow = flow or bool(isinstance(node, yaml.CollectionNode) and node.flow_style)
        found = next((child for name, child in _children(node) if name == key), None)
        if found is None:
            if not isinstance(node, yaml.MappingNode) and not _is_null(node):
                raise KeyError(keys)
            return node, depth, flow
        node = found
    if not isinstance(node, yaml.ScalarNode):
        raise KeyError(keys)
    return node, len(keys), flow


def _children(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node]]:
    """Yield what a node holds by the keys of the data: a year that is a key is a number there."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (int(key.value) if key.value.isdigit() and not key.style else key.value), value
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("", "null", "~")


def _nest(into: dict[str, Any], keys: Sequence[str | int], value: Value) -> None:
    if any(isinstance(key, int) for key in keys):
        raise KeyError(tuple(keys))
    for key in keys[:-1]:
        into = into.setdefault(str(key), {})
    into[str(keys[-1])] = value


def _written(value: Value, *, flow: bool) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else yaml_text.scalar(value, flow=flow)


def _replaced(text: str, node: yaml.Node, new: str) -> Edit:
    """Return the edit that puts a value in the place of one: one of several lines ends behind its last line."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        end = start + len(text[start:end].rstrip())
    return start, end, f" {new}" if start == end and text[start - 1 : start] == ":" else new


def _added(text: str, node: yaml.Node, new: dict[str, Any], *, flow: bool) -> Iterator[Edit]:
    """Yield the edits that add keys to a mapping, or put one in the place of null."""
    if not isinstance(node, yaml.MappingNode):
        yield _replaced(text, node, yaml_text.flow(new))
    elif flow or node.flow_style:
        at = node.end_mark.index - 1
        said = yaml_text.flow(new)[1:-1]
        yield at, at, f", {said}" if node.value else said
    else:
        lines = text.splitlines(keepends=True)
        ending = "\r\n" if "\r\n" in text else "\n"
        last = last_line(node, lines)
        at = sum(map(len, lines[: last + 1]))
        begin = "" if lines[last].endswith("\n") else ending
        indent = " " * node.start_mark.column
        yield at, at, begin + "".join(f"{indent}{key}: {_value(value)}{ending}" for key, value in new.items())


def _value(value: Any) -> str:
    return yaml_text.flow(value) if isinstance(value, dict) else _written(value, flow=False)
