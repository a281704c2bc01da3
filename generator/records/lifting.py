"""Lift files of an older format to that of today, with comments kept: a step for each format there was.

The format of all files in structured/ is said in publication.yaml. Whoever changes a record so that older files can no
longer be read raises FORMAT, writes the step here, and keeps an example of the older form in tests/corpora/formats/.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.findings.finding import Finding
from generator.project.layout import Layout
from generator.records.publication import FORMAT
from generator.source.yaml_source import Document, compose

PUBLICATION = "structured/publication.yaml"
_NUMBER = re.compile("0|[1-9][0-9]{0,5}", re.ASCII)  # as this program writes it: no "1", no 01

Step = Callable[[str, str], str]  # takes the name of a file of structured/ and its text; gives it in the next format


GUIDE = "structured/guide.yaml"
# The subjects that a guide of format 0 could have; their titles stood in the program.
_SUBJECTS = {
    "foreign-enterprises": "{zh: 外资企业与研发中心, en: Foreign-invested enterprises and R&D centres}",
    "talent": "{zh: 人才与签证, en: Talent and visas}",
    "intellectual-property": "{zh: 知识产权, en: Intellectual property}",
    "finance": "{zh: 金融, en: Finance}",
    "space": "{zh: 空间, en: Space}",
    "testing": "{zh: 检验检测与认证, en: Testing and certification}",
    "market-access": "{zh: 市场准入与试点, en: Market access and pilots}",
}


def _with_titles(name: str, text: str) -> str:
    """Write the title of each subject into the guide."""
    root = compose(text) if name == GUIDE else None
    sections = root.value if isinstance(root, yaml.SequenceNode) else []
    for section in reversed([node for node in sections if isinstance(node, yaml.MappingNode)]):
        found = {key.value: (key, value) for key, value in section.value}
        if "section" in found and "title" not in found and (title := _SUBJECTS.get(found["section"][1].value)):
            key, value = found["section"]
            between = ", " if section.flow_style else "\n" + " " * key.start_mark.column
            end = value.end_mark.index
            text = f"{text[:end]}{between}title: {title}{text[end:]}"
    return text


# Files that a format did not have yet, written when it is lifted.
_DOCUMENT_KINDS = """\
# What kinds of document there are. `words` are those of its title by which `extract` knows it, the most telling first.
- {id: action-plan, name: {zh: 行动方案, en: Action plan}, words: [行动方案, 行动计划]}
- {id: five-year-plan, name: {zh: 五年规划, en: Five-year plan}, words: [五年规划]}
"""
NEW: Mapping[int, Mapping[str, str]] = {1: {"structured/document_kinds.yaml": _DOCUMENT_KINDS}}
# What an anomaly of format 1 weighed: all were marked at the figures they named. Those that are sure not to change a
# number become notes; an editor has yet to read the others.
_DOUBTS, _TIES = ("anomalies", "targets")
_NOTES = ("undefined-term", "odd-wording", "missing-character")


def _with_weights(name: str, text: str) -> str:
    """Write the weight of each anomaly into the files of plans."""
    root = compose(text) if name.startswith("structured/plans/") else None
    fields = root.value if isinstance(root, yaml.MappingNode) else []
    listed = next((value for key, value in fields if key.value == _DOUBTS), None)
    anomalies = listed.value if isinstance(listed, yaml.SequenceNode) else []
    for anomaly in reversed([node for node in anomalies if isinstance(node, yaml.MappingNode)]):
        found = {key.value: value for key, value in anomaly.value}
        if "kind" in found and "weight" not in found:
            tied = isinstance(found.get(_TIES), yaml.SequenceNode) and found[_TIES].value
            weight = "figure" if tied and found["kind"].value not in _NOTES else "note"
            first = anomaly.value[0][0].start_mark
            between = ", " if anomaly.flow_style else "\n" + " " * first.column
            text = _behind(text, anomaly, "kind", f"weight: {weight}", between)
    return text


def _behind(text: str, mapping: yaml.MappingNode, after: str, line: str, between: str) -> str:
    """Return a text with a line behind a key of a mapping, and behind the comment on that key."""
    at = next(i for i, (key, _) in enumerate(mapping.value) if key.value == after)
    if at + 1 < len(mapping.value):
        start = mapping.value[at + 1][0].start_mark.index
        return f"{text[:start]}{line}{between}{text[start:]}"
    end = mapping.value[at][1].end_mark.index
    return f"{text[:end]}{between}{line}{text[end:]}"


# By the format that is lifted. The number in publication.yaml is written by `lift`.
STEPS: Mapping[int, Step] = {
    0: _with_titles,  # said nothing of formats
    1: _with_weights,  # said nothing of what a doubt can change
}


def check(document: Document) -> Iterator[Finding]:
    """Yield S022 for a publication.yaml of another format than that of today."""
    found = format_of(document.data)
    if found is not None and found < FORMAT:
        yield document.finding("S022.older", ("format",), found=found, format=FORMAT)
    elif found is not None and found > FORMAT:
        yield document.finding("S022.newer", ("format",), found=found, format=FORMAT)


def format_of(data: Any) -> int | None:
    """Return the format that the data of publication.yaml say, 0 where they say none; None for what is no format."""
    found = data.get("format", 0) if isinstance(data, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else None


def lifted(layout: Layout) -> Iterator[tuple[Path, str, str]]:
    """Yield each file that a lift to the format of today changes: path, text before and text after."""
    since = _format(layout)
    if since is None or since >= FORMAT:
        return
    for path in sorted(layout.structured.rglob("*.yaml")):
        if path.is_symlink() or not path.is_file():
            continue
        try:
            text = path.read_bytes().decode()
        except UnicodeDecodeError:  # `check` says so
            continue
        if (new := lift(layout.relative(path), text, since)) != text:
            yield path, text, new
    for number in range(since, FORMAT):
        for name, new in NEW.get(number, {}).items():
            if not (layout.root / name).exists():
                yield layout.root / name, "", new


def lift(name: str, text: str, since: int) -> str:
    """Return the text of a file in the format of today."""
    for number in range(since, FORMAT):
        text = STEPS[number](name, text)
    return _numbered(text) if name == PUBLICATION else text


def _format(layout: Layout) -> int | None:
    try:
        text = (layout.root / PUBLICATION).read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None
    root = compose(text)
    if not isinstance(root, yaml.MappingNode):
        return None
    found = next((value for key, value in root.value if key.value == "format"), None)
    if found is None:
        return 0
    written = isinstance(found, yaml.ScalarNode) and not found.style and _NUMBER.fullmatch(found.value)
    return int(found.value) if written else None


def _numbered(text: str) -> str:
    """Return publication.yaml with the format of today in its place, or before its first key."""
    root = compose(text)
    if not isinstance(root, yaml.MappingNode) or not root.value:
        return text
    for key, value in root.value:
        if key.value == "format":
            return f"{text[: value.start_mark.index]}{FORMAT}{text[value.end_mark.index :]}"
    start = root.value[0][0].start_mark.index
    return f"{text[:start]}format: {FORMAT}{', ' if root.flow_style else chr(10)}{text[start:]}"
