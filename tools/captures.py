"""Measure drafts of a folder of real documents: `python -m tools.captures FOLDER [--differences]`.

The folder holds documents and expected.yaml, in which someone wrote down by hand what each one says: metadata, how many
tasks and measures, and each target and fact with the `words` that stand in its quote. `free` marks a figure whose unit
is left to the editor (as it is where no unit of the vocabulary prints it), `cell` one of a table (found by its value),
`optional` one that may be a target or not; `year_may_also_be`, `value_may_also_be` and `comparator_may_also_be` list
what can be read too. `bodies` lists `role words` of tasks. Promises in words are not scored.
"""

from __future__ import annotations

import argparse
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.extract.drafting.draft import draft
from generator.extract.extract import extract
from generator.extract.structure.lines import ExtractError
from generator.extract.structure.metadata import Metadata, Read
from generator.findings.finding import DataError
from generator.project.layout import PROGRAM, Layout
from generator.records.common import TODO
from generator.records.figure import Figure
from generator.records.filed import Records
from generator.records.loading import load
from generator.records.plan import Plan
from generator.records.reading import read
from generator.records.target import Target
from generator.source import yaml_source

Marked = tuple[Any, list[str]]  # a figure and what is unsure of it

ALSO = "_may_also_be"  # behind the name of what can be read in another way too
_SIDES = {"gt": 1, "ge": 1, "lt": -1, "le": -1}


@dataclass
class Score:
    """What is right of one kind, and what is not.

    marked: of the figures drafted, how many right and wrong ones an `unsure` comment stands above
    """

    wanted: int = 0
    drafted: int = 0
    right: int = 0
    marked: Counter[str] = field(default_factory=Counter)

    def add(self, other: Score) -> None:
        self.wanted += other.wanted
        self.drafted += other.drafted
        self.right += other.right
        self.marked += other.marked

    def __str__(self) -> str:
        recall = f"{100 * self.right / self.wanted:.0f}" if self.wanted else "–"
        precision = f"{100 * self.right / self.drafted:.0f}" if self.drafted else "–"
        return f"{self.right}/{self.wanted}/{self.drafted} {recall}/{precision}"


@dataclass
class Reading:
    """One document: its scores, the seconds of CPU it took, and the differences as sentences."""

    scores: dict[str, Score]
    seconds: float
    differences: list[str]


def compare(path: Path, want: dict[str, Any], records: Records) -> Reading:
    """Draft one document and compare it with what is expected. A document that is refused has nothing right."""
    began = time.process_time()
    try:
        made = extract(path, "plan")
        source = draft(made.text, made.metadata, "nowhere", "plan", records)
    except (ExtractError, DataError) as refused:
        wanted = sum(not t.get("optional") for t in want["targets"])
        return Reading({"targets": Score(wanted)}, time.process_time() - began, [f"refused: {refused!r}"])
    seconds = time.process_time() - began
    plan = read(Plan, yaml_source.parse(source, "draft"))
    targets = [d for d in _marked(plan.targets, source, "targets") if d[0].comparator != "qualitative"]
    facts = _marked(plan.facts, source, "facts")
    differences: list[str] = []
    scores = {
        "targets": _figures("target", want["targets"], targets, records, differences),
        "facts": _figures("fact", want["facts"], facts, records, differences),
        "metadata": _metadata(want["metadata"], made.metadata, differences),
    }
    for kind, ours in (("tasks", len(plan.tasks)), ("measures", len(plan.measures))):
        if want.get(kind) is not None:
            allowed = [n for n in (want[kind], *_also(want, kind)) if n is not None]
            wanted = min(allowed, key=lambda n: abs(n - ours))
            scores[kind] = Score(wanted, ours, min(wanted, ours))
            differences += [f"{kind}: {want[kind]} wanted, {ours} drafted"] if want[kind] != ours else []
    if want.get("bodies") is not None:
        scores["bodies"] = _bodies(want["bodies"], source, differences)
    return Reading(scores, seconds, differences)


def _marked(figures: tuple[Any, ...], source: str, kind: str) -> list[Marked]:
    """Return figures with the `unsure` comments above them."""
    return list(zip(figures, _unsure(source, kind), strict=True))


def _unsure(source: str, kind: str) -> list[list[str]]:
    """Return the `unsure` comments above each entry of a list of a draft, in order."""
    found: list[list[str]] = []
    above: list[str] = []
    inside = False
    for line in source.splitlines():
        inside = line.startswith(f"{kind}:") if re.match(r"\w", line) else inside
        if inside and (comment := re.fullmatch(r"\s*# unsure: (.*)", line)):
            above.append(comment[1])
        elif inside and re.match("  - id: ", line):
            found.append(above)
            above = []
    return found


def _figures(
    kind: str,
    wanted: list[dict[str, Any]],
    figures: list[Marked],
    records: Records,
    differences: list[str],
) -> Score:
    left, score = list(figures), Score()
    for want in sorted(wanted, key=lambda w: bool(w.get("optional"))):
        found = next((f for f in left if _same(kind, want, f[0], records)), None)
        if found is None and want.get("optional"):
            continue
        score.wanted += 1
        if found is None:
            differences.append(f"{kind} missing: {want['words']} {_wanted(want)}")
            continue
        left.remove(found)
        score.right += 1
        figure, unsure = found
        _mark(score, "right", unsure)
        if unsure:
            differences.append(f"{kind} right but unsure: {figure.quote}: {'; '.join(unsure)}")
        if isinstance(figure, Target) and figure.commitment != want.get("commitment", figure.commitment):
            differences.append(f"{kind} {want['words']}: {figure.commitment}")
    for figure, unsure in left:
        _mark(score, "wrong", unsure)
        _inverted(score, wanted, figure)
        marks = f"  # {'; '.join(unsure)}" if unsure else "  (not unsure)"
        differences.append(f"{kind} wrong: {figure.provision} {figure.quote} {_read(figure)}{marks}")
    score.drafted = len(figures)
    return score


def _mark(score: Score, of: str, unsure: list[str]) -> None:
    score.marked[of] += 1
    score.marked[f"{of} unsure"] += bool(unsure)


def _inverted(score: Score, wanted: list[dict[str, Any]], figure: Figure) -> None:
    for want in wanted:
        sides = _SIDES.get(want["comparator"] or "", 0), _SIDES.get(figure.comparator, 0)
        score.marked["inverted"] += _in_quote(want, figure) and sides[0] * sides[1] < 0


def _same(kind: str, want: dict[str, Any], figure: Figure, records: Records) -> bool:
    if not (want.get("cell") or _in_quote(want, figure)):
        return False
    units = want.get("free") or figure.unit == want["unit"] or (figure.unit == TODO and _unprinted(figure, records))
    year = figure.year in (want["year"], *_also(want, "year"))
    if kind == "fact":
        return bool(units and year and _value(want, figure))
    comparators = (want["comparator"], *_also(want, "comparator"))
    return bool(units and year and _value(want, figure) and figure.comparator in comparators)


def _unprinted(figure: Figure, records: Records) -> bool:
    """Return whether no unit of the vocabulary prints the unit of a figure: then it is left to the editor."""
    printed = (figure.printed and figure.printed.unit) or ""
    return bool(printed) and not any(printed.endswith(word) for u in records.units for word in u.record.printed)


def _value(want: dict[str, Any], figure: Figure) -> bool:
    if figure.comparator == "range":
        return [figure.value_low, figure.value_high] == [want.get("value_low"), want.get("value_high")]
    return figure.value in (want.get("value"), *_also(want, "value"))


def _in_quote(want: dict[str, Any], figure: Figure) -> bool:
    return _folded(str(want["words"])).strip(",.;，。；") in _folded(figure.quote)  # quotes end before a mark


def _folded(words: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words))


def _wanted(want: dict[str, Any]) -> str:
    value = want.get("value", f"{want.get('value_low')}–{want.get('value_high')}")
    return f"{value} {want['unit']} {want['comparator']} {want['year']}"


def _read(figure: Figure) -> str:
    value = f"{figure.value_low}–{figure.value_high}" if figure.comparator == "range" else figure.value
    return f"{value} {figure.unit} {figure.comparator} {figure.year}"


def _metadata(want: dict[str, Any], made: Metadata, differences: list[str]) -> Score:
    score = Score()
    for name, value in want.items():
        if name.endswith(ALSO):
            continue
        if name == "issuer":
            ours: object = "+".join(i.value for i in made.issuers) or None
        else:
            found: Read[Any] | None = getattr(made, name)
            ours = found.value if found else None
        ours = list(ours) if isinstance(ours, tuple) else ours
        score.wanted += value is not None
        score.drafted += ours is not None
        allowed = [value, *_also(want, name)]
        if value is not None and _folded(str(ours)) in [_folded(str(one)) for one in allowed]:
            score.right += 1
        elif ours != value and ours not in allowed:
            differences.append(f"metadata {name}: {value} wanted, {ours}")
    return score


def _also(want: dict[str, Any], name: str) -> list[Any]:
    """Return what else may be read of something."""
    return want.get(f"{name}{ALSO}") or []


def _bodies(wanted: list[str], source: str, differences: list[str]) -> Score:
    """Compare `role words` of all bodies of tasks, those whose entry is only proposed among them."""
    found = re.finditer(r'role: (\w+), words: "?([^"}]+)"?\}', source)
    ours = Counter(f"{m[1]} {m[2]}" for m in found)
    theirs = Counter(wanted)
    differences += [f"bodies missing: {x}" for x in (theirs - ours).elements()]
    differences += [f"bodies wrong: {x}" for x in (ours - theirs).elements()]
    return Score(theirs.total(), ours.total(), (theirs & ours).total())


def table(readings: dict[str, Reading]) -> Iterator[str]:
    """Yield a line a document: right/wanted/drafted and recall/precision in %, then all together."""
    kinds = ("targets", "facts", "metadata", "tasks", "measures", "bodies")
    whole = {kind: Score() for kind in kinds}
    yield "right/wanted/drafted, recall/precision %".ljust(14) + "".join(kind.rjust(22) for kind in kinds)
    for name, reading in readings.items():
        for kind, score in reading.scores.items():
            whole[kind].add(score)
        cells = "".join(str(reading.scores.get(kind, "")).rjust(22) for kind in kinds)
        yield f"{name:16}{cells}  {reading.seconds:.1f} s"
    yield "all".ljust(16) + "".join(str(whole[kind]).rjust(22) for kind in kinds)
    marked = whole["targets"].marked
    yield (
        f"targets marked unsure: {marked['wrong unsure']} of {marked['wrong']} wrong, "
        f"{marked['right unsure']} of {marked['right']} right; inverted: {marked['inverted']}"
    )


def main() -> None:
    """Print the figures of each document and of all."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--differences", action="store_true", help="also print what differs")
    options = parser.parse_args()
    expected = yaml.safe_load((options.folder / "expected.yaml").read_text(encoding="utf-8"))
    records = load(Layout(PROGRAM))
    readings = {name: compare(options.folder / name, want, records) for name, want in expected.items()}
    if options.differences:
        for name, reading in readings.items():
            print("\n".join(f"{name}: {difference}" for difference in reading.differences))
    print("\n".join(table(readings)))


if __name__ == "__main__":
    main()
