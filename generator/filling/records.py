"""Fill the English of a plan's records from its English text: values at their positions, comments and order kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.extract.drafting.yaml_text import scalar
from generator.filling.clauses import english_of
from generator.filling.known import Known, agreeing, field, known
from generator.findings.finding import WrongUse
from generator.project.layout import Layout
from generator.records.common import TODO
from generator.records.kinds import PROVISION
from generator.records.loading import is_gap, load
from generator.source import remarks, text_source, yaml_source
from generator.source.places import Keys
from generator.source.text_source import Text

THOUGHT = (
    "summary",
    "left_open",
    "reason",
    "note",
    "notes",
    "text",
    "definition",
    "explanation",
)  # what only a person can say
QUOTE = "quote_en"


@dataclass(frozen=True)
class Filled:
    """What `fill` made of a plan.

    file: the plan's record, by its name, with its text before and after
    text: the English text without the comments of finished passages, and how many of them there were
    found, left: how many values were filled in, and how many stay TODO
    """

    file: dict[str, tuple[str, str]]
    text: dict[str, tuple[str, int]]
    found: int
    left: int


def fill(layout: Layout, plan: str) -> Filled:
    """Return the files of a plan with what its English text says filled in. Nothing is written.

    Raises WrongUse when it has no English text, DataError when a file cannot be read.
    """
    name, english_name = f"structured/plans/{plan}.yaml", f"content/{plan}/en.md"
    path, english_path = layout.root / name, layout.root / english_name
    if not english_path.is_file():
        raise WrongUse("fill.english", file=english_name, plan=plan)
    text, english_text = path.read_text(encoding="utf-8"), english_path.read_text(encoding="utf-8")
    english = text_source.parse(english_text, english_name)
    chinese = text_source.load(layout.content / plan / "zh.md", f"content/{plan}/zh.md")
    records = load(layout, first=True)
    proposals = _Proposals(yaml_source.load(path, name).data, chinese, english, known(records, chinese, english))
    proposals.terms = agreeing(records)
    new, found, left = _spliced(text, proposals)
    done = [c for c in english.comments if not c.machine and not any(map(is_gap, english.below(c)))]
    without = {english_name: (remarks.without(english_text, done), len(done))} if done else {}
    return Filled({name: (text, new)} if new != text else {}, without, found, left)


class _Proposals:
    """What can be said in the place of a TODO."""

    def __init__(self, data: Any, chinese: Text, english: Text, known_words: Known) -> None:
        self.data, self.known = data, known_words
        self.chinese = {p.id: p for p in chinese.provisions}
        self.english = {p.id: p for p in english.provisions if p.id not in english.machine and not is_gap(p)}
        self.terms: Any = None

    def of(self, keys: Keys) -> str | None:
        """Return what to write where keys lead to, or None where only a person can say it."""
        beside = self._at(keys[:-1])
        if keys[-1] == QUOTE:
            ours, theirs = (texts.get(beside.get(PROVISION)) for texts in (self.chinese, self.english))
            return english_of(str(beside.get("quote", "")), ours, theirs, self.terms) if ours and theirs else None
        named = field(keys[:-1])
        zh = beside.get("zh") if isinstance(beside, dict) and keys[-1] == "en" else None
        return self.known.english(named, zh) if isinstance(zh, str) and named not in THOUGHT else None

    def _at(self, keys: Keys) -> Any:
        data = self.data
        for key in keys:
            data = data[key]
        return data


def _spliced(text: str, proposals: _Proposals) -> tuple[str, int, int]:
    """Return a file with what is proposed in the place of each TODO, and how many were filled and are left."""
    root, found, left = yaml_source.compose(text), 0, 0
    for keys, node, flow in sorted(_gaps(root, (), False), key=lambda gap: -gap[1].start_mark.index):
        said = proposals.of(keys)
        if said is None:
            left += 1
            continue
        found += 1
        text = text[: node.start_mark.index] + scalar(said, flow=flow) + text[node.end_mark.index :]
    return text, found, left


def _gaps(node: yaml.Node | None, keys: Keys, flow: bool) -> Iterator[tuple[Keys, yaml.ScalarNode, bool]]:
    """Yield each value that is TODO, with the keys that lead to it and whether it stands between brackets."""
    if isinstance(node, yaml.ScalarNode) and node.value == TODO:
        yield keys, node, flow
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _gaps(value, (*keys, _key(key)), flow or bool(node.flow_style))
    elif isinstance(node, yaml.SequenceNode):
        for i, value in enumerate(node.value):
            yield from _gaps(value, (*keys, i), flow or bool(node.flow_style))


def _key(node: yaml.ScalarNode) -> str | int:
    return int(node.value) if node.value.isdigit() else str(node.value)
