"""Which Chinese a translation was made from, and whether it still stands."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import yaml

from generator.findings.finding import DataError, Finding, Message
from generator.project.layout import Layout
from generator.records.filed import PlanFiles
from generator.source import remarks, text_source
from generator.source.text_source import Provision


def fingerprint(provision: Provision) -> str:
    """Return the hash by which a translation names the Chinese it was made from: spaces do not matter."""
    return hashlib.sha256(re.sub(r"\s+", "", provision.words).encode()).hexdigest()[:12]


def stale(plan_files: PlanFiles) -> set[str]:
    """Return the ids of provisions whose Chinese is not what their English was made from.

    What a program has drafted is not among them: it says of itself that it waits for a person.
    """
    waiting = plan_files.english.machine if plan_files.english else frozenset()
    present = (p for p in plan_files.text.provisions if p.words and p.id not in waiting)
    return {p.id for p in present if plan_files.lock.get(p.id) != fingerprint(p)}


def accept(layout: Layout, address: str) -> Message:
    """Record that the English of a plan, or of one provision of it (`plan/2.3.2/1`), is of the present Chinese.

    The mark of a machine draft goes: a person stands for the passage now.
    Returns what was done. Raises DataError when there is no such plan or provision.
    """
    plan, _, id_ = address.partition("/")
    path = layout.content / plan / "zh.md"
    lock = layout.content / plan / "en.lock.yaml"
    if not path.is_file():
        raise DataError([Finding.of("S008.plan", f"content/{plan}/zh.md")])
    text = text_source.load(path, layout.relative(path))
    present = {p.id: fingerprint(p) for p in text.provisions if p.words}
    if id_ and id_ not in present:
        raise DataError([Finding.of("F002.provision", layout.relative(path), id=id_, plan=plan)])
    before: dict[str, str] = yaml.safe_load(lock.read_text(encoding="utf-8")) if lock.is_file() else {}
    after = {key: present[key] if not id_ or key == id_ else before.get(key, "") for key in present}
    lines = [f'"{key}": "{value}"\n' for key, value in after.items() if value]
    head = (
        "# By provision: the fingerprint of the Chinese that its English was made from. Written by `status --accept`.\n"
    )
    lock.write_text(head + "".join(lines), encoding="utf-8", newline="\n")
    _accept_drafts(layout.content / plan / "en.md", id_)
    changed = sum(before.get(key) != value for key, value in after.items() if value)
    return Message.of("accepted", file=layout.relative(lock), n=changed)


def _accept_drafts(path: Path, id_: str) -> None:
    """Delete the comments that mark machine drafts: of one passage, or of all where none is named."""
    if not path.is_file():
        return
    english = text_source.load(path, path.name)
    marks = [c for c in english.comments if c.machine and (not id_ or id_ in {p.id for p in english.below(c)})]
    if marks:
        text = path.read_text(encoding="utf-8")
        path.write_text(remarks.without(text, marks), encoding="utf-8", newline="\n")
