"""Read YAML files into plain data, with the position of every value.

Only the part of YAML that cannot surprise an editor is read: mappings, lists and scalars; `null`, `true`, `false`,
decimal numbers and `2025-03-30` dates as such, everything else as text (`NO` stays NO, `1:30` stays 1:30).
Anchors, aliases, tags, merge keys, duplicate keys, several documents and template syntax are refused.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.findings import guesses
from generator.findings.finding import DataError, Finding
from generator.project.remembered import remembered
from generator.source import characters, places
from generator.source.characters import MOST_FINDINGS, first_refused, position, read_text, template_syntax
from generator.source.places import Holding, Keys, Place
from generator.source.remarks import UNSURE, Doubt, doubts

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
_NUMERIC = frozenset("-0123456789")  # what a number or a date begins with
_WORDS = {"null": None, "~": None, "": None, "true": True, "false": False}


@dataclass(frozen=True, eq=False)
class Document:
    """Data of one file and where each value stands; a text that was read before is the same object again.

    path: file name for messages
    data: dict, list or scalar; dates as datetime.date
    place: where the data stand, and everything in them
    spaces: (line, column) of the spaces that a line ends in
    doubts: what comments say is unsure
    """

    path: str
    data: Any
    place: Place = field(default=places.FIRST, repr=False)
    spaces: tuple[tuple[int, int], ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def marks(self) -> dict[Keys, tuple[int, int]]:
        """Return the line and column of every value by the keys that lead to it, made anew each time."""
        return {keys: places.value(place) for keys, place in places.all_inside(self.place)}

    def mark(self, *keys: str | int) -> tuple[int, int]:
        """Return the line and column, 1-based, of the value, or of the nearest thing around it that is there."""
        return places.value(places.found(self.place, keys)[0])

    def finding(self, sentence: str, keys: Keys, /, **values: object) -> Finding:
        """Return a finding at the value that the keys lead to; sentence and values as for `Finding.of`."""
        return Finding.of(sentence, self.path, *self.mark(*keys), **values)

    def key_finding(self, sentence: str, keys: Keys, /, **values: object) -> Finding:
        """Return a finding at the last of the keys itself."""
        place, there = places.found(self.place, keys)
        return Finding.of(sentence, self.path, *((there and places.key(place)) or places.value(place)), **values)


def load(path: Path, name: str, *, placeholders: bool = False) -> Document:
    """Read a YAML file.

    name: how findings call the file
    placeholders: whether it holds sentences with placeholders, in which a brace that is meant stands twice
    Raises DataError with everything that is wrong about the file's form.
    """
    return parse(read_text(path, name), name, placeholders=placeholders)


@remembered(256)
def parse(text: str, name: str, *, placeholders: bool = False) -> Document:
    """Read YAML that has no file of its own, such as a front matter; as `load`."""
    reading = _Reading(name, spans=[] if UNSURE in text else None)
    data = reading.whole(text)
    if reading.refused:
        raise DataError(reading.refused)
    if not reading.documents:
        raise DataError([Finding.of("S003.empty", name)])
    if wrong := [*reading.wrong, *(() if placeholders else reading.templates)]:
        raise DataError(wrong[:MOST_FINDINGS])
    spaces = tuple(position(text, match.start()) for match in _TRAILING.finditer(text)) if _ends_in_space(text) else ()
    said = tuple(doubts(text, reading.spans or ()))
    return Document(name, data, reading.place, spaces, said)


def _ends_in_space(text: str) -> bool:
    """Return whether a line ends in spaces: hardly any does, and where they stand takes long to find."""
    return " \n" in text or "\t\n" in text or text.endswith((" ", "\t"))


def compose(text: str) -> yaml.Node | None:
    """Return the root of a text's nodes, with their positions; None where there is none or it is no YAML."""
    try:
        return yaml.compose(text, Loader=Loader)
    except yaml.YAMLError:
        return None


def last_line(node: yaml.Node, lines: Sequence[str]) -> int:
    """Return the last line of a value, from 0: what an end mark says stands behind the comments that follow.

    lines: of the text the value stands in
    """
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return max(i for i in range(node.start_mark.line, node.end_mark.line) if lines[i].strip())
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return last_line(last[1] if isinstance(last, tuple) else last, lines)
    return int(node.end_mark.line)


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _syntax(error: yaml.YAMLError, name: str) -> Finding:
    line, column = _place(getattr(error, "problem_mark", None))
    problem = str(getattr(error, "problem", None) or error)
    says = next((key for start, key in _PROBLEMS.items() if problem.startswith(start)), "other")
    return Finding.of(f"S004.{says}", name, line, column, problem=problem)


class _Stop(Exception):
    """Raised where nothing more of a file is read."""


class _Reading:
    """Makes data of a file's events, in one pass: nothing is composed, so no alias and no depth can be expanded.

    refused: what is not read at all; wrong: what is not as it must be; templates: what looks like a template
    spans: takes up from where to where words stand, where that is asked for
    """

    def __init__(self, name: str, spans: list[tuple[int, int]] | None) -> None:
        self.name, self.spans = name, spans
        self.refused: list[Finding] = []
        self.wrong: list[Finding] = []
        self.templates: list[Finding] = []
        self.place: Place = places.FIRST
        self.documents = self._depth = self._values = 0

    def whole(self, text: str) -> Any:
        """Return the data of a text; of the first document, where there are several."""
        data = None
        try:
            self._loader = Loader(text)
            while self._loader.check_event():
                event = self._next()
                if isinstance(event, yaml.DocumentStartEvent):
                    self.documents += 1
                elif isinstance(event, yaml.NodeEvent):
                    data, self.place = self._value(event)
        except yaml.YAMLError as error:
            self.refused.append(_syntax(error, self.name))
        except _Stop:
            pass
        return data

    def _next(self) -> Any:
        """Return the next event, as long as it makes sense to go on; what it must not use is refused."""
        event: Any = self._loader.get_event()
        if isinstance(event, yaml.ScalarEvent):
            self._values += 1
            unusual = bool(event.anchor or event.tag)
        else:
            starts = isinstance(event, yaml.CollectionStartEvent)
            self._values += starts
            self._depth += starts - isinstance(event, yaml.CollectionEndEvent)
            unusual = True
        for sentence, used in _refused(event, self._depth, self.documents) if unusual else ():
            self.refused.append(self._finding(sentence, event, used=used))
        if self._values > MAX_VALUES:
            self.refused.append(self._finding("S016.values", event, most=MAX_VALUES))
        if self._depth > MAX_DEPTH or self._values > MAX_VALUES or len(self.refused) >= MOST_FINDINGS:
            raise _Stop
        return event

    def _finding(self, sentence: str, event: yaml.Event, **values: object) -> Finding:
        return Finding.of(sentence, self.name, *_place(event.start_mark), **values)

    def _value(self, event: yaml.Event, key: tuple[int, int] = (0, 0)) -> tuple[Any, Place]:
        """Return the data that begin with an event, and where they stand. key: where their key does."""
        own = places.packed(*_place(event.start_mark), key)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event), own
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(own)
        return self._mapping(own) if isinstance(event, yaml.MappingStartEvent) else (None, own)  # an alias, refused

    def _sequence(self, own: int) -> tuple[list[Any], Place]:
        found: list[Any] = []
        inside: list[Place] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            value, place = self._value(event)
            found.append(value)
            inside.append(place)
        return found, Holding(own, inside)

    def _mapping(self, own: int) -> tuple[dict[Any, Any], Place]:
        result: dict[Any, Any] = {}
        inside: dict[Any, Place] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, inside)
            value, place = self._value(self._next(), _place(event.start_mark))
            result.setdefault(key, value)
            inside.setdefault(key, place)
        return result, Holding(own, inside)

    def _key(self, event: yaml.Event, before: Mapping[Any, Place]) -> str | int:
        """Return a key of a mapping; before: the places of the entries that stand before it."""
        if not isinstance(event, yaml.ScalarEvent) or event.value == "<<":
            self._value(event)
            self.wrong.append(self._finding("S005.key", event))
            return ""
        key = self._scalar(event)
        if not isinstance(key, str) and type(key) is not int:
            self.wrong.append(self._finding("S005.key-kind", event, key=event.value))
            return ""
        if key in before and (first := places.key(before[key])):
            self.wrong.append(self._finding("S006.key", event, key=key, first=first[0]))
        return key

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        text: str = event.value
        if self.spans is not None and event.start_mark and event.end_mark:
            self.spans.append((event.start_mark.index, event.end_mark.index))
        if "{" in text or "}" in text or "%" in text:
            syntax = template_syntax(text, self.name, *_place(event.start_mark))
            self.templates += [syntax] if syntax else []
        if found := first_refused(text):  # written as an escape: "\u200b"
            self.wrong.append(characters.finding(found, self.name, *_place(event.start_mark)))
        return text if event.style else self._plain(text, event)  # quoted or block text is text

    def _plain(self, text: str, event: yaml.ScalarEvent) -> Any:
        """Return what plain text means."""
        if text in _WORDS:
            return _WORDS[text]
        if text[0] not in _NUMERIC:
            return text
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
        if _DATE.fullmatch(text):
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                self.wrong.append(self._finding("S007.date", event, date=text).guess(guesses.date(text)))
        return text


def _refused(event: yaml.Event, depth: int, documents: int) -> Iterator[tuple[str, str]]:
    """Yield a sentence for each thing an event uses that is not read, and the words that use it; documents: before."""
    if isinstance(event, yaml.DocumentStartEvent) and documents == 1:
        yield "S005.documents", "---"
    if isinstance(event, yaml.AliasEvent):
        yield "S005.alias", f"*{event.anchor}"
    elif isinstance(event, yaml.NodeEvent) and event.anchor:
        yield "S005.anchor", f"&{event.anchor}"
    if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag:
        yield "S005.tag", event.tag
    if isinstance(event, yaml.CollectionStartEvent) and depth > MAX_DEPTH:
        yield "S005.depth", str(MAX_DEPTH)
