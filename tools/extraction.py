"""Measure `extract` on the captures of the real plans: `python -m tools.extraction`.

Each capture is read as a text file, and what is made of it is compared with what editors made: the text, the lines
dropped from it, and the document part of the plan's record. One function measures one kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.extract.extract import Extract, extract
from generator.extract.structure.metadata import Read
from generator.project.layout import PROGRAM, Layout
from generator.records import loading
from generator.records.filed import PlanFiles, Records
from generator.source.text_source import ITEM, Provision


@dataclass(frozen=True)
class Figures:
    """How two lists of the same kind agree.

    missing: what editors have and the program has not; extra: the other way round
    """

    kind: str
    right: int
    missing: tuple[Hashable, ...]
    extra: tuple[Hashable, ...]

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missing)) if self.right or self.missing else 1.0

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.extra)) if self.right or self.extra else 1.0


def main() -> None:
    """Print precision and recall by plan and kind, and every disagreement below."""
    layout = Layout(PROGRAM)
    records = loading.load(layout)
    print(f"{'plan':<16}{'kind':<12}{'right':>6}{'missing':>9}{'extra':>7}{'precision':>11}{'recall':>8}")
    for plan_files in records.plans:
        plan = plan_files.plan.id
        for figures in measure(layout, plan_files, records):
            print(
                f"{plan:<16}{figures.kind:<12}{figures.right:>6}{len(figures.missing):>9}{len(figures.extra):>7}"
                f"{figures.precision:>11.1%}{figures.recall:>8.1%}"
            )
            for sign, entries in (("-", figures.missing), ("+", figures.extra)):
                for entry in entries:
                    print(f"    {sign} {entry}")


def measure(layout: Layout, plan_files: PlanFiles, records: Records) -> Iterator[Figures]:
    """Read a plan's capture anew and yield the figures of each kind."""
    made = extract(layout.content / plan_files.plan.id / "source.txt", plan_files.plan.id)
    yield metadata(plan_files, records, made)
    yield headings(plan_files, made)
    yield provisions(plan_files, made)
    yield dropped(plan_files, made)


def metadata(plan_files: PlanFiles, records: Records, made: Extract) -> Figures:
    """Compare the document part of the record, field by field; bodies by id, words without their last stop."""
    plan, read = plan_files.plan, made.metadata
    ids = {name: body.record.id for body in records.bodies for name in body.record.names}

    def body(found: Read[str] | None) -> str | None:
        return ids.get(found.value, found.value) if found else None

    theirs = {
        "title": plan.title.zh,
        "kind": plan.kind,
        "document_number": plan.document_number,
        "index_number": plan.index_number,
        "issuance": plan.issuance,
        "issuers": tuple(plan.issuers),
        "drafter": plan.drafter,
        "sealed_on_behalf_by": plan.sealed_on_behalf_by,
        "disclosure": plan.disclosure and plan.disclosure.zh,
        "release": plan.release and plan.release.zh,
        "addressees": plan.addressees and plan.addressees.zh,
        "cc": plan.cc and _words(plan.cc.zh),
        "printed_by": plan.printed_by,
        "adopted": plan.dates.adopted,
        "signed": plan.dates.signed,
        "printed": plan.dates.printed,
        "published": plan.dates.published,
        "adoption": plan.adoption and plan.adoption.zh,
        "period": plan.period and (plan.period.start, plan.period.end),
        **{f"parent {n}": (p.title.zh, p.number, p.provision) for n, p in enumerate(plan.parents, 1)},
    }
    ours = {
        "title": _value(read.title),
        "kind": _value(read.kind),
        "document_number": _value(read.document_number),
        "index_number": _value(read.index_number),
        "issuance": _value(read.issuance),
        "issuers": tuple(body(issuer) for issuer in read.issuers),
        "drafter": body(read.drafter),
        "sealed_on_behalf_by": body(read.sealed_on_behalf_by),
        "disclosure": _value(read.disclosure),
        "release": _value(read.release),
        "addressees": _value(read.addressees),
        "cc": read.cc and _words(read.cc.value),
        "printed_by": body(read.printed_by),
        "adopted": _value(read.adopted),
        "signed": _value(read.signed),
        "printed": _value(read.printed),
        "published": _value(read.published),
        "adoption": _value(read.adoption),
        "period": _value(read.period),
        **{f"parent {n}": (p.title, p.number, p.provision) for n, p in enumerate(read.parents, 1)},
    }
    adoption = theirs["adoption"], ours["adoption"]
    if all(adoption) and str(adoption[1]) in str(adoption[0]):  # an editor may put the printed words into a sentence
        ours["adoption"] = theirs["adoption"]
    return _compare(
        "metadata",
        [item for item in theirs.items() if item[1] is not None],
        [item for item in ours.items() if item[1] is not None],
    )


def headings(plan_files: PlanFiles, made: Extract) -> Figures:
    """Compare titles and headings: id, level, words."""

    def listed(passages: Iterable[Provision]) -> list[Hashable]:
        return [
            (p.id, p.level, _words(f"{p.number or ''}{p.heading}")) for p in passages if p.level <= ITEM and p.heading
        ]

    return _compare("headings", listed(plan_files.text.provisions), listed(made.text.provisions))


def provisions(plan_files: PlanFiles, made: Extract) -> Figures:
    """Compare all passages: id, words, cells."""

    def listed(passages: Iterable[Provision]) -> list[Hashable]:
        return [(p.id, _words(p.words), p.cells) for p in passages]

    return _compare("provisions", listed(plan_files.text.provisions), listed(made.text.provisions))


def dropped(plan_files: PlanFiles, made: Extract) -> Figures:
    """Compare what is not the document: line and words."""
    return _compare(
        "dropped",
        [(d.record.line, _words(d.record.text)) for d in plan_files.dropped],
        [(d["line"], _words(d["text"])) for d in yaml.safe_load(made.dropped)],
    )


def _compare(kind: str, theirs: Iterable[Hashable], ours: Iterable[Hashable]) -> Figures:
    a, b = Counter(theirs), Counter(ours)
    return Figures(kind, (a & b).total(), tuple((a - b).elements()), tuple((b - a).elements()))


def _value(read: Read[Any] | None) -> Any:
    return read.value if read else None


def _words(words: str) -> str:
    """Return words for comparison: spaces do not matter, nor whether a list of bodies ends with a stop."""
    return re.sub(r"\s+", "", words).rstrip("。")


if __name__ == "__main__":
    main()
