"""Complete what a draft proposes in comments for the vocabularies, and name bodies by the entries there are now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.extract.drafting.yaml_text import scalar
from generator.filling import labels
from generator.filling.answers import METRIC, TARGETS, UNIT
from generator.findings.finding import DataError
from generator.records.common import TODO
from generator.records.filed import Records
from generator.source import yaml_source
from generator.source.places import Keys

_ENTRY = re.compile(r"^# - (?P<entry>\{id: .*?\})(?P<place>[ \t]+#.*)?\n", re.MULTILINE)
_EMPTY = re.compile(r"\n# To paste into .*:\n(?=\n|\Z)")
_NAME = re.compile(r"(?P<before>\bname: \{zh: (?P<zh>[^{}]+), en: )TODO(?=\})")
_BODY = re.compile(r"(?P<before>^ *# - \{body: )TODO(?P<behind>, role: [a-z]+, words: (?P<words>.+)\}$)", re.MULTILINE)
_PRINTED = re.compile(r"^# printed: (?P<names>.+?); see the end of this file\n(?P<field>\w+):", re.MULTILINE)

English = Callable[[str, str], str | None]


def completed(text: str, english: English, records: Records) -> str:
    """Return a draft's text with the English that is known of what it proposes, an id made of it, and ids of bodies.

    What has an entry by now is proposed no more.
    english: returns the English of the words of a field
    """
    taken = {filed.record.id for kind in (records.bodies, records.metrics) for filed in kind}
    known = bodies(records)
    there = {*known, *(filed.record.name.zh for filed in records.metrics)}

    def entry(match: re.Match[str]) -> str:
        name = _value(match["entry"]).get("name")
        if isinstance(name, dict) and name.get("zh") in there:
            return ""
        said = _NAME.sub(lambda found: _named(found, english), match["entry"])
        called = _value(said).get("name", {}).get("en", TODO)
        id_ = labels.new_id(called, taken) if called != TODO else None
        return f"# - {said.replace('id: TODO', f'id: {id_}', 1) if id_ else said}{match['place'] or ''}\n"

    def body(match: re.Match[str]) -> str:
        return f"{match['before']}{known.get(match['words'], TODO)}{match['behind']}"

    return _EMPTY.sub("", _BODY.sub(body, _ENTRY.sub(entry, text)))


def awaited(text: str, data: Any, records: Records) -> dict[Keys, str | None]:
    """Return, by the keys of each body and metric that a draft could not name, the id that its name has by now."""
    known = bodies(records)
    found: dict[Keys, str | None] = {}
    for match in _PRINTED.finditer(text):
        key, value = match["field"], data[match["field"]]
        places: list[Keys] = (
            [(key, i) for i, id_ in enumerate(value) if id_ == TODO] if isinstance(value, list) else [(key,)]
        )
        found |= zip(places, map(known.get, match["names"].split("、")), strict=False)
    return found | _metrics(data, records)


def _metrics(data: Any, records: Records) -> dict[Keys, str | None]:
    """Return, by the keys of each metric to be written, the one that has the target's Chinese name and its unit."""
    named: dict[tuple[str, str | None], list[str]] = {}
    for filed in records.metrics:
        named.setdefault((filed.record.name.zh, filed.record.unit), []).append(filed.record.id)
    open_ = [(i, each) for i, each in enumerate(data.get(TARGETS) or ()) if each.get(METRIC) == TODO]
    fitting = {i: named.get((each["label"]["zh"], each.get(UNIT)), []) for i, each in open_}
    return {(TARGETS, i, METRIC): ids[0] if len(ids) == 1 else None for i, ids in fitting.items()}


def bodies(records: Records) -> Mapping[str, str]:
    """Return the ids of bodies by their Chinese names, those left out that more than one has."""
    named: dict[str, set[str]] = {}
    for name, id_ in _names(records):
        named.setdefault(name, set()).add(id_)
    return {name: next(iter(ids)) for name, ids in named.items() if len(ids) == 1}


def _names(records: Records) -> Iterator[tuple[str, str]]:
    for filed in records.bodies:
        yield from ((name, filed.record.id) for name in {filed.record.name.zh, *filed.record.names})


def _named(match: re.Match[str], english: English) -> str:
    zh = _value(f"{{zh: {match['zh']}}}").get("zh")
    said = english("name", zh) if isinstance(zh, str) else None
    return f"{match['before']}{scalar(said, flow=True) if said else TODO}"


def _value(entry: str) -> dict[str, Any]:
    """Return an entry between braces, or an empty one: what stands in comments need not be YAML."""
    try:
        value = yaml_source.parse(entry, "").data
    except DataError:
        return {}
    return value if isinstance(value, dict) else {}
