"""Short plans of invented places, each with what a careful editor would read out of it.

The expectations were written before the program was; a figure is
`provision | printed | value unit | comparator | year | commitment | measure`, a fact ends with its year.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.analysis import coverage
from generator.extract.drafting.draft import draft
from generator.extract.structure.metadata import Metadata, Read
from generator.language.numerals import find_numbers
from generator.records.figure import Figure
from generator.records.filed import Filed, PlanFiles
from generator.records.plan import Plan
from generator.records.reading import read
from generator.records.target import Target
from generator.source import text_source, yaml_source
from generator.source.text_source import Text
from tests.cases import load_yaml
from tests.extract.vocabulary import records

FOLDER = Path(__file__).parent.parent / "corpora" / "drafts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))

invented = pytest.mark.parametrize("name", NAMES)


@cache
def text(name: str) -> Text:
    return text_source.load(FOLDER / f"{name}.md", f"{name}.md")


@cache
def source(name: str) -> str:
    return draft(text(name), metadata(text(name)), "nowhere", name, records())


@cache
def drafted(name: str) -> PlanFiles:
    document = yaml_source.parse(source(name), f"{name}.yaml")
    return PlanFiles(Filed(read(Plan, document), document), text(name), None, None, None, "", ())


def metadata(of: Text) -> Metadata:
    title = next(p.words for p in of.provisions if p.id == "preamble")
    years = re.search(r"(\d{4})(?:[-—](\d{4}))?年", title)
    period = Read((int(years[1]), int(years[2] or years[1])), years[0], 1) if years else None
    return Metadata(title=Read(title, title, 1), period=period)


def expected(name: str) -> dict[str, Any]:
    data: dict[str, Any] = load_yaml((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return data


def shown(figure: Figure) -> str:
    printed = f"{figure.printed.value}{figure.printed.unit or ''}" if figure.printed else "—"
    amount = f"{figure.value_low}..{figure.value_high}" if figure.comparator == "range" else str(figure.value)
    parts = [figure.provision, printed, f"{amount} {figure.unit}", figure.comparator, str(figure.year)]
    if isinstance(figure, Target):
        parts += [figure.commitment, figure.measure]
    return " | ".join(parts)


@invented
def test_the_targets_of_a_text_are_drafted(name: str) -> None:
    assert sorted(map(shown, drafted(name).plan.targets)) == sorted(expected(name)["targets"])


@pytest.mark.parametrize("name", [name for name in NAMES if "wording" in expected(name)])
def test_targets_say_what_is_counted_and_of_what_it_is_a_share(name: str) -> None:
    targets = drafted(name).plan.targets
    said = [f"{t.label.zh} | {t.denominator.zh if t.denominator else '—'}" for t in targets]
    assert said == expected(name)["wording"]


@invented
def test_the_facts_of_a_text_are_drafted(name: str) -> None:
    assert sorted(map(shown, drafted(name).plan.facts)) == sorted(expected(name)["facts"])


@invented
def test_what_counts_nothing_is_excluded(name: str) -> None:
    plan_files = drafted(name)
    captured = coverage.figure_spans(plan_files)
    found = [
        f"{p.id} | {n.text} | {plan_files.plan.exclusions[by[0]].reason}"
        for p in plan_files.text.provisions
        for n in find_numbers(p.words)
        if not any(s.overlaps(n.start, n.end) for s in captured[p.id])
        and (
            by := [
                i
                for i, s in coverage.exclusion_spans(p, list(enumerate(plan_files.plan.exclusions)))
                if s.overlaps(n.start, n.end)
            ]
        )
    ]
    assert sorted(found) == sorted(expected(name)["exclusions"])


@invented
def test_every_number_is_accounted_for(name: str) -> None:
    found = coverage.measure(drafted(name))
    assert not found.missing
    assert not found.idle


@invented
def test_the_tasks_and_measures_of_a_text_are_drafted(name: str) -> None:
    plan = drafted(name).plan
    assert [f"{t.provision} {t.title.zh}" for t in plan.tasks] == expected(name)["tasks"]
    assert [f"{m.provision} {m.title.zh}" for m in plan.measures] == expected(name)["measures"]


@invented
def test_bodies_without_an_entry_are_proposed(name: str) -> None:
    proposed = re.findall(r"^# - \{id: TODO, name: \{zh: ([^,]+),.*names:", source(name), re.MULTILINE)
    assert sorted(proposed) == sorted(expected(name).get("proposed_bodies", []))
