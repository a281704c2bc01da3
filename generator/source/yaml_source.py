"""YAML files into plain data, with the position of every value.

Only the part of YAML that cannot surprise an editor is read: mappings, lists and scalars; `null`, `true`, `false`,
decimal numbers and `2025-03-30` dates as such, everything else as text (`NO` stays NO, `1:30` stays 1:30).
Anchors, aliases, tags, merge keys, duplicate keys, several documents and template syntax are refused.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.findings import DataError, Finding
from generator.source.characters import MOST_FINDINGS, first_refused, invisible, read_text, template_syntax

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # pragma: no cover - libyaml is in all wheels; the slow loader reads the same
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_DEPTH = 12
MAX_VALUES = 50_000  # of one file, ten times what the largest has
_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,15})\.\d{1,15}", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WORDS = {"null": None, "~": None, "": None, "true": True, "false": False}

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """Data of one file and where each value stands.

    path: file name for messages
    data: dict, list or scalar; dates as datetime.date
    marks: (line, column), 1-based, by the path of keys and indexes that leads to a value
    """

    path: str
    data: Any
    marks: dict[Path_, tuple[int, int]] = field(repr=False)

    def mark(self, *keys: str | int) -> tuple[int, int]:
        """Return the position of the value, or of the nearest thing around it that has one."""
        path: Path_ = keys
        while path not in self.marks and path:
            path = path[:-1]
        return self.marks.get(path, (1, 1))

    def finding(self, code: str, keys: Path_, message: str, hint: str) -> Finding:
        """Return a finding at the value that the keys lead to."""
        line, column = self.mark(*keys)
        return Finding(self.path, line, column, code, message, hint)


def load(path: Path, name: str) -> Document:
    """Read a YAML file.

    name: how findings call the file
    Raises DataError with everything that is wrong about the file's form.
    """
    return parse(read_text(path, name), name)


def parse(text: str, name: str) -> Document:
    """Read YAML that has no file of its own, such as a front matter; as `load`."""
    findings = [*_refused_events(text, name)]
    if findings:
        raise DataError(findings)
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:  # pragma: no cover - the events were read without error
        raise DataError([_syntax(error, name)]) from None
    if node is None:
        raise DataError([Finding(name, 1, 1, "S003", "file must not be empty", "fill it in, or delete it")])
    marks: dict[Path_, tuple[int, int]] = {}
    data = _construct(node, (), marks, name, findings)
    if findings:
        raise DataError(findings[:MOST_FINDINGS])
    return Document(name, data, marks)


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _syntax(error: yaml.YAMLError, name: str) -> Finding:
    line, column = _place(getattr(error, "problem_mark", None))
    problem = getattr(error, "problem", None) or "cannot be read as YAML"
    return Finding(
        name,
        line,
        column,
        "S004",
        f"file must be valid YAML: {problem}",
        "look at the indentation, and put text that holds “: ” or “ #” in double quotes",
    )


def _refused_events(text: str, name: str) -> list[Finding]:
    """Look at the event stream before anything is composed, so that no alias or depth can be expanded."""
    findings: list[Finding] = []
    depth = documents = values = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            for what, hint in _refused(event, depth, documents):
                line, column = _place(event.start_mark)
                findings.append(Finding(name, line, column, "S005", f"file must not use {what}", hint))
            values += isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent))
            if values > MAX_VALUES:
                line, column = _place(event.start_mark)
                message = f"file must hold at most {MAX_VALUES} values"
                findings.append(Finding(name, line, column, "S013", message, "split it, or remove what is not data"))
            if depth > MAX_DEPTH or values > MAX_VALUES or len(findings) >= MOST_FINDINGS:
                break
    except yaml.YAMLError as error:
        findings.append(_syntax(error, name))
    except RecursionError:  # pragma: no cover - the depth is bounded above
        findings.append(Finding(name, 1, 1, "S005", "file must not be nested so deeply", "look for brackets too many"))
    return findings


def _refused(event: yaml.Event, depth: int, documents: int) -> Iterator[tuple[str, str]]:
    """Yield what an event uses that is not read, and what to do instead."""
    if isinstance(event, yaml.DocumentStartEvent) and documents == 2:
        yield "several documents", "remove the line `---` in its middle"
    if isinstance(event, yaml.AliasEvent):
        yield f"an alias: *{event.anchor}", "write the value out"
    elif isinstance(event, yaml.NodeEvent) and event.anchor:
        yield f"an anchor: &{event.anchor}", "write the value out wherever it is meant"
    if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag:
        yield f"a tag: {event.tag}", "remove what begins with !"
    if isinstance(event, yaml.CollectionStartEvent) and depth > MAX_DEPTH:
        yield f"more than {MAX_DEPTH} levels", "look for a bracket too many"


def _construct(
    node: yaml.Node, path: Path_, marks: dict[Path_, tuple[int, int]], name: str, findings: list[Finding]
) -> Any:
    marks[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(child, (*path, i), marks, name, findings) for i, child in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, name, findings)
    result: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        line, column = key_node.start_mark.line + 1, key_node.start_mark.column + 1
        if not isinstance(key_node, yaml.ScalarNode) or key_node.value == "<<":
            findings.append(
                Finding(name, line, column, "S005", "a key must be plain text", "write the keys out one by one")
            )
            continue
        key = _scalar(key_node, name, findings)
        if not isinstance(key, str) and type(key) is not int:
            hint = f'write it in double quotes: "{key_node.value}"'
            findings.append(Finding(name, line, column, "S005", "a key must be text or a whole number", hint))
            continue
        if key in result:
            findings.append(
                Finding(
                    name,
                    line,
                    column,
                    "S006",
                    f"a key must occur once: '{key}'",
                    f"remove one; the first stands in line {marks[(*path, key)][0]}",
                )
            )
            continue
        result[key] = _construct(value_node, (*path, key), marks, name, findings)
    return result


def _scalar(node: yaml.ScalarNode, name: str, findings: list[Finding]) -> Any:
    text: str = node.value
    place = _place(node.start_mark)
    if character := first_refused(text):  # written as an escape: "\u200b"
        findings.append(invisible(character, name, *place))
    if syntax := template_syntax(text, name, *place):
        findings.append(syntax)
    if node.style:  # quoted or block text is text; None or "" (by loader) is plain
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if _DATE.fullmatch(text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            findings.append(Finding(name, *place, "S007", f"a date must exist: '{text}'", "write it as YYYY-MM-DD"))
    return text
