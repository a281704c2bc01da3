"""Fill the English of a plan's records from its English text: values at their positions, comments and order kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.extract.drafting.yaml_text import scalar
from generator.filling import proposals
from generator.filling.answers import IN_PREPARATION, STATUS, Answers
from generator.filling.known import agreeing, known
from generator.findings.finding import WrongUse
from generator.project.layout import Layout
from generator.records.common import TODO
from generator.records.loading import is_gap, load
from generator.source import remarks, text_source, yaml_source
from generator.source.places import Keys


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
    data = yaml_source.load(path, name).data
    awaited = proposals.awaited(text, data, records)
    answers = Answers(data, chinese, english, known(records, chinese, english), awaited, agreeing(records))
    new, found, left = _spliced(text, answers)
    new = proposals.completed(new, answers.called, records)
    done = [c for c in english.comments if not c.machine and not any(map(is_gap, english.below(c)))]
    without = {english_name: (remarks.without(english_text, done), len(done))} if done else {}
    return Filled({name: (text, new)} if new != text else {}, without, found, left)


def _spliced(text: str, answers: Answers) -> tuple[str, int, int]:
    """Return a file with what is proposed in the place of each gap, how many were filled, how many TODO are left."""
    gaps = [*_gaps(yaml_source.compose(text), (), False)]
    made: list[tuple[tuple[Keys, yaml.ScalarNode, bool], str]] = []
    while True:
        before = len(made)
        for gap in [*gaps]:
            if (said := answers.of(gap[0])) is not None:
                answers.take(gap[0], said)
                made.append((gap, said))
                gaps.remove(gap)
        if len(made) == before:
            break
    for (_, node, flow), said in sorted(made, key=lambda answer: -answer[0][1].start_mark.index):
        text = text[: node.start_mark.index] + scalar(said, flow=flow) + text[node.end_mark.index :]
    return text, len(made), sum(node.value == TODO for _, node, _ in gaps)


def _gaps(node: yaml.Node | None, keys: Keys, flow: bool) -> Iterator[tuple[Keys, yaml.ScalarNode, bool]]:
    """Yield each value to be filled in, with the keys that lead to it and whether it stands between brackets."""
    if isinstance(node, yaml.ScalarNode) and (node.value == TODO or (keys, node.value) == (STATUS, IN_PREPARATION)):
        yield keys, node, flow
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _gaps(value, (*keys, _key(key)), flow or bool(node.flow_style))
    elif isinstance(node, yaml.SequenceNode):
        for i, value in enumerate(node.value):
            yield from _gaps(value, (*keys, i), flow or bool(node.flow_style))


def _key(node: yaml.ScalarNode) -> str | int:
    return int(node.value) if node.value.isdigit() else str(node.value)
