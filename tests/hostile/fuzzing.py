"""Mutate the example again and again, read or check it, and count what comes of it.

Each run has a number, from which its mutation is made.
"""

from __future__ import annotations

import shutil
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from random import Random

from generator.audits import files as audit_files
from generator.edition.publication import settings_of
from generator.findings.finding import DataError, Finding
from generator.language.languages import LANGUAGES
from generator.messages.catalogue import catalogue
from generator.messages.printers import PRINTERS, as_summary
from generator.project import overlay
from generator.project.layout import FRAME, Layout
from generator.records import audit, configuration, loading
from generator.records.dropped import Dropped
from generator.records.filed import files
from generator.records.loading import load
from generator.rules.run import findings as rule_findings
from generator.source import text_source
from generator.source.characters import read_text
from tests.hostile.conftest import in_time
from tests.hostile.mutations import Mutant, mutant
from tests.hostile.seeds import ENGINE, WORDS, Seeds
from tests.paths import MINI, TESTS

SECONDS = 10  # of processor time, for one run
OVERLAY = {"zh": "chrome: {home: 首页}\n", "en": "chrome: {home: Start}\n"}

Outcome = tuple[bool, list[Finding]]  # whether the first gate is passed: what was mutated is read; and what is wrong
Mode = Callable[[Layout, Iterable[str]], Outcome]


@dataclass
class Count:
    """What came of many runs.

    runs, past: by family, how many were made and how many passed the first gate
    codes: how often each was told
    failures: what ended in anything but findings, each with its number
    """

    runs: Counter[str] = field(default_factory=Counter)
    past: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [f"{family:40} {n:6} {self.past[family]:6}" for family, n in sorted(self.runs.items())]
        total = f"{'all':40} {self.runs.total():6} {self.past.total():6}"
        codes = " ".join(f"{code}×{n}" for code, n in sorted(self.codes.items()))
        return "\n".join([*lines, total, codes, *self.failures, f"{len(self.failures)} failures"])


def publication(folder: Path) -> Layout:
    """Make what is mutated: the example, with settings and words of its own and things that have moved."""
    root, program = folder / "repository", folder / "program"
    shutil.copytree(MINI, root)
    own = TESTS / "corpora/own"
    shutil.copy(own / "structured/publication.yaml", root / "structured")
    shutil.copytree(own / "site_templates", root / "site_templates")
    shutil.copy(TESTS / "corpora/moved/redirects.yaml", root / "structured")
    (root / "site_templates/strings").mkdir()
    for language, words in OVERLAY.items():
        (root / f"site_templates/strings/{language}.yaml").write_text(words, encoding="utf-8")
    program.mkdir()
    original = Layout(root)
    shutil.copy(original.configuration, program)
    shutil.copytree(original.templates, program / "site_templates", ignore=shutil.ignore_patterns(Path(FRAME).name))
    return Layout(root, program)


def check(layout: Layout, paths: Iterable[str]) -> Outcome:  # noqa: ARG001 - it reads all files
    """Check everything, as the command does."""
    try:
        records = load(layout)
    except DataError as error:
        return False, error.findings
    return True, rule_findings(records)


def read(layout: Layout, paths: Iterable[str]) -> Outcome:
    """Read some files, each as the command does."""
    collector = loading._Collector()
    for path in paths:
        collector.try_(partial(_read, layout, layout.root / path, path, collector))
    return not collector.findings, collector.findings


def _read(layout: Layout, file: Path, path: str, collector: loading._Collector) -> None:
    """Read a file by whatever reads it."""
    place = PurePosixPath(path)
    lists = {f"structured/{kind.plural}.yaml": kind for kind in files() if kind.stored == "list"}
    folders = {f"structured/{kind.plural}": kind for kind in files() if kind.stored == "folder"}
    if path in lists:
        loading._list(layout, file, loading._model(lists[path]), collector)
    elif kind := folders.get(str(place.parent)):
        loading._whole(layout, file, loading._model(kind), collector)
    elif place.parts[0] == "content":
        CONTENT["".join(place.suffixes[-2:]) if place.name != "dropped.yaml" else place.name](layout, file, collector)
    elif audit.FOLDER in place.parts:
        _audited(layout, file, collector)
    else:
        _settings(layout, path, collector)


def _audited(layout: Layout, file: Path, collector: loading._Collector) -> None:
    lists = {name: model for model, name in audit.LISTS.items()}
    if file.parent.name == audit.FOLDER:
        audit_files.entries(layout, lists[file.stem], collector.findings)
    else:
        audit_files.whole(layout, file, audit.Reading, collector.findings)


def _settings(layout: Layout, path: str, collector: loading._Collector) -> None:
    if path == ENGINE:
        collector.findings += configuration.findings(layout)
    elif path.startswith(WORDS):
        collector.findings += overlay.findings(layout)
    elif filed := loading._publication(layout, collector):
        settings_of(filed.record)


CONTENT: dict[str, Callable[[Layout, Path, loading._Collector], object]] = {
    "dropped.yaml": lambda layout, file, collector: loading._list(layout, file, Dropped, collector),
    ".lock.yaml": loading._lock,
    ".md": lambda layout, file, _: text_source.load(file, layout.relative(file)),
    ".txt": lambda layout, file, _: read_text(file, layout.relative(file)),
}
MODES = {"read": read, "check": check}


def fuzz(mode: Mode, first: int, runs: int) -> Count:
    """Make some mutations of the example, each alone. The example itself must be fine."""
    count = Count()
    with tempfile.TemporaryDirectory() as folder:
        layout = publication(Path(folder).resolve())
        seeds = Seeds(layout)
        for path in seeds.texts:
            assert not read(layout, [path])[1], path
        assert check(layout, []) == (True, [])
        for number in range(first, first + runs):
            run(mode, layout, seeds, number, count)
    return count


def run(mode: Mode, layout: Layout, seeds: Seeds, number: int, count: Count) -> None:
    """Make one mutation, see what is told of it, and take it back."""
    made = mutant(seeds, Random(number))  # noqa: S311 - it is to be made again
    count.runs[made.family] += 1
    try:
        with written(layout, seeds, made), in_time(SECONDS):
            past, found = mode(layout, made.texts)
            told(found)
    except Exception:  # noqa: BLE001 - whatever it is, it is a failure, and the next is tried
        count.failures.append(f"{number} {made}\n{traceback.format_exc(limit=-4)}")
        return
    count.past[made.family] += past
    count.codes.update({finding.code for finding in found})
    count.failures += [f"{number} {made}\n{f}" for f in found if f.code == "Z001"]


def told(found: list[Finding]) -> None:
    """Assert that findings can be told, and where they stand."""
    for finding in found:
        assert finding.line >= 1, finding
        assert finding.column >= 1, finding
    for words in map(catalogue, LANGUAGES):
        for form in PRINTERS.values():
            form(found, words).encode()
        as_summary(found, [words]).encode()


@contextmanager
def written(layout: Layout, seeds: Seeds, made: Mutant) -> Iterator[None]:
    """Write mutated files, and put those back that were there."""
    where = {path: layout.configuration if path == ENGINE else layout.root / path for path in made.texts}
    for path, text in made.texts.items():
        where[path].write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        yield
    finally:
        for path, file in where.items():
            file.write_bytes(seeds.texts[path].encode())
