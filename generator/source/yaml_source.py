"""Read YAML files into plain data, with the position of every value.

Only the part of YAML that cannot surprise an editor is read: mappings, lists and scalars; `null`, `true`, `false`,
decimal numbers and `2025-03-30` dates as such, everything else as text (`NO` stays NO, `1:30` stays 1:30).
Anchors, aliases, tags, merge keys, duplicate keys, several documents and template syntax are refused.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.findings import guesses
from generator.findings.finding import DataError, Finding
from generator.source import characters
from generator.source.characters import MOST_FINDINGS, first_refused, position, read_text, template_syntax
from generator.source.remarks import Doubt, doubts

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # pragma: no cover - libyaml is in all wheels; the slow loader reads the same
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_DEPTH = 12
MAX_VALUES = 50_000  # of one file, ten times what the largest has
_TRAILING = re.compile(r"(?<![ \t\r\n])[ \t]+$|^[ \t]+$", re.MULTILINE)
_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,15})\.\d{1,15}", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# What libyaml says of a file that is no YAML, and the sentence that says it to an editor.
_PROBLEMS = {
    "mapping values are not allowed": "colon",
    "could not find expected ':'": "no-colon",
    "did not find expected key": "indentation",
    "did not find expected '-' indicator": "indentation",
    "block sequence entries are not allowed": "indentation",
    "did not find expected <document start>": "indentation",
    "did not find expected ',' or ']'": "bracket",
    "did not find expected ',' or '}'": "brace",
    "found character that cannot start any token": "character",
    "did not find expected node content": "quotes",
    "found unexpected end of stream": "quotes",
    "found unexpected document indicator": "quotes",
    "found unknown escape character": "escape",
    "did not find expected hexdecimal number": "escape",
}
_WORDS = {"null": None, "~": None, "": None, "true": True, "false": False}

Keys = tuple[str | int, ...]
Places = tuple[dict[Keys, tuple[int, int]], dict[Keys, tuple[int, int]]]


@dataclass(frozen=True, eq=False)
class Document:
    """Data of one file and where each value stands; a text that was read before is the same object again.

    path: file name for messages
    data: dict, list or scalar; dates as datetime.date
    marks: (line, column), 1-based, by the path of keys and indexes that leads to a value
    spaces: (line, column) of the spaces that a line ends in
    keys: as marks, of the keys themselves
    doubts: what comments say is unsure
    """

    path: str
    data: Any
    marks: dict[Keys, tuple[int, int]] = field(repr=False)
    spaces: tuple[tuple[int, int], ...] = ()
    keys: dict[Keys, tuple[int, int]] = field(default_factory=dict, repr=False)
    doubts: tuple[Doubt, ...] = ()

    def mark(self, *keys: str | int) -> tuple[int, int]:
        """Return the position of the value, or of the nearest thing around it that has one."""
        path: Keys = keys
        while path not in self.marks and path:
            path = path[:-1]
        return self.marks.get(path, (1, 1))

    def finding(self, sentence: str, keys: Keys, /, **values: object) -> Finding:
        """Return a finding at the value that the keys lead to; sentence and values as for `Finding.of`."""
        return Finding.of(sentence, self.path, *self.mark(*keys), **values)

    def key_finding(self, sentence: str, keys: Keys, /, **values: object) -> Finding:
        """Return a finding at the last of the keys itself."""
        return Finding.of(sentence, self.path, *(self.keys.get(keys) or self.mark(*keys)), **values)


def load(path: Path, name: str, *, placeholders: bool = False) -> Document:
    """Read a YAML file.

    name: how findings call the file
    placeholders: whether it holds sentences with placeholders, in which a brace that is meant stands twice
    Raises DataError with everything that is wrong about the file's form.
    """
    return parse(read_text(path, name), name, placeholders=placeholders)


@lru_cache(maxsize=256)  # the preview reads all files again after each edit, and most have not changed
def parse(text: str, name: str, *, placeholders: bool = False) -> Document:
    """Read YAML that has no file of its own, such as a front matter; as `load`."""
    findings = [*_refused_events(text, name)]
    if findings:
        raise DataError(findings)
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:  # pragma: no cover - the events were read without error
        raise DataError([_syntax(error, name)]) from None
    if node is None:
        raise DataError([Finding.of("S003.empty", name)])
    marks: dict[Keys, tuple[int, int]] = {}
    keys: dict[Keys, tuple[int, int]] = {}
    data = _construct(node, (), (marks, keys), name, findings)
    if not placeholders:
        findings += _templates(node, name)
    if findings:
        raise DataError(findings[:MOST_FINDINGS])
    spaces = tuple(position(text, match.start()) for match in _TRAILING.finditer(text))
    return Document(name, data, marks, spaces, keys, tuple(doubts(text, node)))


def compose(text: str) -> yaml.Node | None:
    """Return the root of a text's nodes, with their positions; None where there is none or it is no YAML."""
    try:
        return yaml.compose(text, Loader=Loader)
    except yaml.YAMLError:
        return None


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _syntax(error: yaml.YAMLError, name: str) -> Finding:
    line, column = _place(getattr(error, "problem_mark", None))
    problem = str(getattr(error, "problem", None) or error)
    says = next((key for start, key in _PROBLEMS.items() if problem.startswith(start)), "other")
    return Finding.of(f"S004.{says}", name, line, column, problem=problem)


def _refused_events(text: str, name: str) -> list[Finding]:
    """Look at the event stream before anything is composed, so that no alias or depth can be expanded."""
    findings: list[Finding] = []
    depth = documents = values = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            for sentence, used in _refused(event, depth, documents):
                findings.append(Finding.of(sentence, name, *_place(event.start_mark), used=used))
            values += isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent))
            if values > MAX_VALUES:
                findings.append(Finding.of("S016.values", name, *_place(event.start_mark), most=MAX_VALUES))
            if depth > MAX_DEPTH or values > MAX_VALUES or len(findings) >= MOST_FINDINGS:
                break
    except yaml.YAMLError as error:
        findings.append(_syntax(error, name))
    except RecursionError:  # pragma: no cover - the depth is bounded above
        findings.append(Finding.of("S005.depth", name, used=MAX_DEPTH))
    return findings


def _refused(event: yaml.Event, depth: int, documents: int) -> Iterator[tuple[str, str]]:
    """Yield a sentence for each thing an event uses that is not read, and the words that use it."""
    if isinstance(event, yaml.DocumentStartEvent) and documents == 2:
        yield "S005.documents", "---"
    if isinstance(event, yaml.AliasEvent):
        yield "S005.alias", f"*{event.anchor}"
    elif isinstance(event, yaml.NodeEvent) and event.anchor:
        yield "S005.anchor", f"&{event.anchor}"
    if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag:
        yield "S005.tag", event.tag
    if isinstance(event, yaml.CollectionStartEvent) and depth > MAX_DEPTH:
        yield "S005.depth", str(MAX_DEPTH)


def _construct(node: yaml.Node, path: Keys, places: Places, name: str, findings: list[Finding]) -> Any:
    """Return the data of a node.

    places: takes up where each value stands, and each key
    """
    marks, keys = places
    marks[path] = _place(node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(child, (*path, i), places, name, findings) for i, child in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, name, findings)
    result: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        line, column = _place(key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode) or key_node.value == "<<":
            findings.append(Finding.of("S005.key", name, line, column))
            continue
        key = _scalar(key_node, name, findings)
        if not isinstance(key, str) and type(key) is not int:
            findings.append(Finding.of("S005.key-kind", name, line, column, key=key_node.value))
            continue
        if key in result:
            findings.append(Finding.of("S006.key", name, line, column, key=key, first=keys[(*path, key)][0]))
            continue
        keys[(*path, key)] = line, column
        result[key] = _construct(value_node, (*path, key), places, name, findings)
    return result


def _templates(node: yaml.Node, name: str) -> Iterator[Finding]:
    """Yield a finding for each key or value that holds what templates are written in."""
    if isinstance(node, yaml.ScalarNode):
        if syntax := template_syntax(node.value, name, *_place(node.start_mark)):
            yield syntax
        return
    for child in node.value:
        for part in child if isinstance(child, tuple) else (child,):
            yield from _templates(part, name)


def _scalar(node: yaml.ScalarNode, name: str, findings: list[Finding]) -> Any:
    text: str = node.value
    place = _place(node.start_mark)
    if found := first_refused(text):  # written as an escape: "\u200b"
        findings.append(characters.finding(found, name, *place))
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
            finding = Finding.of("S007.date", name, *place, date=text)
            findings.append(finding.guess(guesses.date(text)))
    return text
