"""Mend what is mechanical: edits at positions, so that comments and layout stay, and no word of a text is touched."""

from __future__ import annotations

import datetime
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import yaml

from generator.findings import guesses
from generator.findings.finding import Finding, Guess
from generator.project.layout import Layout
from generator.records import lifting
from generator.records.kinds import PROVISION
from generator.rules.languages import HAN_SPACE
from generator.rules.run import everything, is_of
from generator.source.yaml_source import compose

MENDED = (".yaml", ".md", ".txt")  # of texts, only a byte order mark
ROUNDS = 5  # what is mended in the form of a file lets the rules see the rest

Fixed = dict[str, tuple[str, str]]
Edit = tuple[int, int, str]  # from offset, to offset, what stands there instead


def fix(layout: Layout, plan: str | None = None) -> Fixed:
    """Return, by file, its text before and after everything mechanical is mended. Nothing is written.

    plan: mend only the files of this plan
    """
    with tempfile.TemporaryDirectory() as folder:
        scratch = Layout(Path(folder), layout.program)
        for source in (layout.content, layout.structured):
            _copy(source, scratch.root / source.name)
        before = dict(_lift(scratch)) if plan is None else {}
        for _ in range(ROUNDS):
            mended = False
            for path, found in groupby(everything(scratch), lambda f: f.path):
                file = scratch.root / path
                if not path.endswith(MENDED) or file.is_symlink() or not file.is_file() or not is_of(plan, path):
                    continue
                try:
                    text = file.read_bytes().decode()
                except UnicodeDecodeError:
                    continue
                new = mend(text, list(found), data=path.endswith(".yaml"))
                if new != text:
                    mended = True
                    before.setdefault(path, text)
                    file.write_bytes(new.encode())
            if not mended:
                break
        after = {path: (scratch.root / path).read_bytes().decode() for path in before}
    return {path: (before[path], after[path]) for path in sorted(before) if before[path] != after[path]}


def foreseen(layout: Layout, texts: Mapping[str, str]) -> list[Finding]:
    """Return what would be wrong with a repository if these files held these texts. Nothing is written."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Layout(Path(folder), layout.program)
        for source in (layout.content, layout.structured):
            _copy(source, scratch.root / source.name)
        for name, text in texts.items():
            (scratch.root / name).write_bytes(text.encode())
        return everything(scratch)


def _lift(scratch: Layout) -> Iterator[tuple[str, str]]:
    """Lift the files of an older format and yield what each was."""
    for path, text, new in lifting.lifted(scratch):
        path.write_bytes(new.encode())
        yield scratch.relative(path), text


def _copy(source: Path, copy: Path) -> None:
    """Copy a folder with its files and links; whatever else may lie there is none of ours."""
    copy.mkdir()
    for path in source.iterdir():
        if path.is_symlink():
            (copy / path.name).symlink_to(path.readlink())
        elif path.is_dir():
            _copy(path, copy / path.name)
        elif path.is_file():
            shutil.copyfile(path, copy / path.name)


def mend(text: str, findings: list[Finding], *, data: bool = True) -> str:
    """Return the text of a file without what is mechanically wrong with it.

    data: whether it is YAML; of a text only the byte order mark before it is none of its words
    """
    edits: set[Edit] = set()
    scalars = dict(_scalars(text)) if data else {}
    for finding in findings:
        sentence = f"{finding.code}.{finding.says}"
        if sentence in _LINES and (data or finding.says == "bom"):
            edits.update(_LINES[sentence](text, finding))
        elif sentence in _SCALARS and (node := scalars.get((finding.line, finding.column))):
            start, end = node.start_mark.index, node.end_mark.index
            new = _SCALARS[sentence](node, text[start:end], dict(finding.values))
            if new is not None:
                edits.add((start, end, new))
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return _newest_first(text) if any(f.code == "D006" for f in findings) and not edits else text


def _scalars(text: str) -> Iterator[tuple[tuple[int, int], yaml.ScalarNode]]:
    """Yield every value of one line with its position."""
    nodes = [compose(text)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            nodes += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value
        elif isinstance(node, yaml.ScalarNode) and node.start_mark.line == node.end_mark.line:
            yield (node.start_mark.line + 1, node.start_mark.column + 1), node


def _guessed(guess: Callable[[str], Guess | None]) -> Callable[[yaml.ScalarNode, str, dict[str, object]], str | None]:
    """Return a fix that writes the value that was meant, where there is only one."""

    def fixed(node: yaml.ScalarNode, _printed: str, values: dict[str, object]) -> str | None:
        meant = guess(node.value)
        if meant is None or meant.says != "near" or node.value != values["value"]:
            return None
        return str(dict(meant.values)["near"])

    return fixed


def _quoted(node: yaml.ScalarNode, printed: str, values: dict[str, object]) -> str | None:
    """Put a number or a date that is meant as text in quotation marks, as it was typed."""
    if node.style or not re.fullmatch(r"-?\d+(\.\d+)?|\d{4}-\d\d-\d\d", printed):
        return None
    read = datetime.date.fromisoformat(printed) if printed.count("-") == 2 else float(printed)
    return f'"{printed}"' if str(read) == values["value"] or str(read).removesuffix(".0") == values["value"] else None


def _stripped(node: yaml.ScalarNode, printed: str, _values: dict[str, object]) -> str | None:
    if not node.style or "\n" in node.value:
        return None
    return f"{printed[0]}{printed[1:-1].strip(' ')}{printed[-1]}"


def _closed(_node: yaml.ScalarNode, printed: str, _values: dict[str, object]) -> str | None:
    return HAN_SPACE.sub("", printed)


def _character(text: str, finding: Finding) -> Iterator[Edit]:
    """Delete an invisible character that stands in the file itself, not as an escape."""
    at = _offset(text, finding.line) + finding.column - 1
    if text[at : at + 1] == chr(int(str(dict(finding.values)["character"]).removeprefix("U+"), base=16)):
        yield at, at + 1, ""


def _line_end(text: str, finding: Finding) -> Iterator[Edit]:
    start = _offset(text, finding.line) + finding.column - 1
    end = next((at for at in range(start, len(text)) if text[at] not in " \t"), len(text))
    if _same(text, text[:start] + text[end:]):
        yield start, end, ""


def _entry(text: str, finding: Finding) -> Iterator[Edit]:
    """Delete the entries of a lock for a provision that is no more."""
    provision = re.escape(str(dict(finding.values)[PROVISION]))
    for match in re.finditer(rf"""^(["']?){provision}\1:[^\n]*\n""", text, re.MULTILINE):
        yield match.start(), match.end(), ""


_LINES: dict[str, Callable[[str, Finding], Iterator[Edit]]] = {
    "S002.character": _character,
    "S002.bom": _character,
    "S012.spaces": _line_end,
    "E005.lock": _entry,
}
_SCALARS: dict[str, Callable[[yaml.ScalarNode, str, dict[str, object]], str | None]] = {
    "R004.number": _guessed(guesses.number),
    "R004.date": _guessed(guesses.date),
    "R004.text": _quoted,
    "R004.ends": _stripped,
    "L003.space": _closed,
}


def _newest_first(text: str) -> str:
    """Put the entries of a list in the order of their dates, each with the comment above it."""
    root = compose(text)
    if not isinstance(root, yaml.SequenceNode) or root.flow_style:
        return text
    lines = text.splitlines(keepends=True)
    starts: list[int] = []
    for node in root.value:
        start = node.start_mark.line
        while starts and lines[start - 1].startswith("#"):
            start -= 1
        starts.append(start)
    parts = ["".join(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    dates = [next(v.value for k, v in node.value if k.value == "date") for node in root.value]
    order = sorted(range(len(parts)), key=lambda i: dates[i], reverse=True)
    return "".join(lines[: starts[0]]) + "".join(f"{parts[i].rstrip(chr(10))}\n" for i in order)


def _same(before: str, after: str) -> bool:
    """Return whether two texts hold the same data."""
    ours, theirs = (yaml.load(text, Loader=yaml.BaseLoader) for text in (before, after))  # noqa: S506 - text only
    return bool(ours == theirs)


def _offset(text: str, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at
