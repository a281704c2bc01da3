"""Measure builds of plans that differ, beside other programs on the same pages: `python -m tools.benchmark`.

CPU seconds are those of the system and of all processes of a build together. Cold means that nothing is kept: neither
build/ nor site/ is there. Each figure is printed when it is known; of other programs only those are run that
`--beside` names, since they take several times as long. What is invented, and how, `tools/invented.py` says. `--keep`
writes the ratios that were measured into `tools/ratios.yaml`; `--check` fails where one of them has fallen by a fifth,
and is asked every week.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.corpus.corpus import Corpus
from generator.edition.addresses import Addresses
from generator.findings.finding import Message
from generator.language.languages import LANGUAGES
from generator.preview.draft import Draft, Look
from generator.project.inputs import Inputs
from generator.project.layout import PROGRAM, Layout
from generator.records.kept import Kept
from generator.rules.run import validate
from generator.site.build import build
from tools import invented, others

RATIOS = Path(__file__).with_name("ratios.yaml")
FALLEN = 0.8  # of what a ratio was: less is a fall
_HERE = len(list((PROGRAM / "structured/plans").glob("*.yaml")))
_WORDS = re.compile(r"[\u4e00-\u9fff]|[A-Za-z0-9]+")
_TAGS = re.compile(r"<script.*?</script>|<[^>]*>", re.DOTALL)
_SAMPLE = 7  # of so many pages the words of one are counted

Ratios = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Spent:
    """What a command took. largest: MiB of its largest process."""

    cpu: float
    largest: float
    said: str


@dataclass(frozen=True)
class Measured:
    """What builds and checks of a corpus took.

    stages: CPU seconds of each step; words: a page has, on average
    preview: CPU seconds from an edit to its page; check: with nothing kept; recheck: one plan changed
    others: CPU seconds of other programs by name; None where they are not installed or were not asked
    """

    plans: int
    pages: int
    words: float
    cold: Spent
    edit: Spent
    unchanged: Spent
    preview: float
    check: Spent
    recheck: Spent
    stages: Mapping[str, float]
    others: Mapping[str, float | None]

    @property
    def ratios(self) -> dict[str, float]:
        """How many times dearer something else is than a build: the greater, the better."""
        beside = {name: cpu / self.cold.cpu for name, cpu in self.others.items() if cpu}
        own = {"cold / edit": self.cold.cpu / self.edit.cpu, "cold / unchanged": self.cold.cpu / self.unchanged.cpu}
        return {name: round(ratio, 2) for name, ratio in {**own, **beside}.items()}


def main() -> int:
    """Measure, print, and keep or check the ratios as asked."""
    parser = argparse.ArgumentParser(prog="python -m tools.benchmark", description=main.__doc__)
    parser.add_argument("--plans", type=int, nargs="+", default=[5, 25, 105], help="how many plans there are, roughly")
    parser.add_argument("--beside", nargs="*", default=[], choices=[*others.ALL], help="other programs")
    parser.add_argument("--keep", action="store_true", help="keep the ratios for later runs to be held against")
    parser.add_argument("--check", action="store_true", help="fail where a ratio has fallen by a fifth")
    for measured in ("stages", "preview"):  # each in a process of its own
        parser.add_argument(f"--{measured}", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.stages or given.preview:
        _build(given.stages) if given.stages else _preview(given.preview)
        return 0
    found = []
    for plans in given.plans:
        found.append(measure(plans, given.beside))
        print(*_lines(found[-1]), "", sep="\n", flush=True)
    print(*table(found), sep="\n")
    ratios = {str(each.plans): each.ratios for each in found}
    kept: Ratios = yaml.safe_load(RATIOS.read_text(encoding="utf-8")) if RATIOS.is_file() else {}
    if given.keep:
        RATIOS.write_text(yaml.safe_dump({**kept, **ratios}), encoding="utf-8", newline="\n")
    fallen = compared(kept, ratios) if given.check else []
    print(*fallen, sep="\n", file=sys.stderr)
    return 1 if fallen else 0


def compared(kept: Ratios, found: Ratios) -> list[str]:
    """Return what is to be said of each ratio that has fallen by a fifth; of what was not measured, nothing."""
    pairs = [(plans, name, before) for plans, ratios in kept.items() for name, before in ratios.items()]
    now = [(plans, name, before, found.get(plans, {}).get(name)) for plans, name, before in pairs]
    return [
        f"{plans} plans, {name}: {ratio:.2f}, was {before:.2f}"
        for plans, name, before, ratio in now
        if ratio is not None and ratio < FALLEN * before
    ]


def measure(plans: int, beside: Iterable[str]) -> Measured:
    """Build a corpus from nothing, after an edit and with nothing changed, and have others make the same pages."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "corpus")
        root.mkdir()
        invented.write(root, max(round(plans / _HERE) - 1, 0))
        count = len(list((root / "structured/plans").glob("*.yaml")))

        def told(name: str, module: str, *arguments: str) -> Spent:
            found = spent([sys.executable, "-m", module, *arguments, str(root)])
            print(f"{count} plans, {name}: {found.cpu:.2f} CPU s, {found.largest:.0f} MiB", flush=True)
            return found

        cold = told("cold", "tools.benchmark", "--stages")
        of_cold = json.loads(cold.said.splitlines()[-1])
        words = _words(Layout(root).site)
        unchanged = told("nothing changed", "generator", "build", "--root")
        invented.edit(root)
        edit = told("after one edit", "tools.benchmark", "--stages")
        preview = float(told("a preview and one edit", "tools.benchmark", "--preview").said)
        invented.edit(root)
        recheck = told("check, one plan changed", "generator", "check", "--root")
        shutil.rmtree(root / "build")
        check = told("check", "generator", "check", "--root")
        made = {name: others.ALL[name](Layout(root), Path(folder), spent) for name in beside}
        spents = (cold, edit, unchanged, preview, check, recheck)
        return Measured(count, of_cold["pages"], words, *spents, of_cold["stages"], made)


def spent(command: list[str], folder: Path = PROGRAM) -> Spent:
    """Run a command and return what it and its own processes took. Raises CalledProcessError where it fails."""
    environment = {**os.environ, "PYTHONPATH": str(PROGRAM), "NO_MKDOCS_2_WARNING": "true"}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        output = said.read().decode()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, output)
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)


def _build(root: Path) -> None:
    """Build, and print pages and the CPU seconds of each step."""
    steps: list[tuple[str, float]] = [("start", 0.0)]
    report = build(Layout(root), lambda said: steps.append((_name(said), _cpu())))
    ends = [*(cpu for _, cpu in steps[1:]), _cpu()]
    stages = {name: round(end - cpu, 2) for (name, cpu), end in zip(steps, ends, strict=True)}
    print(json.dumps({"pages": report.pages, "stages": stages}))


def _preview(root: Path) -> None:
    """Show the page of a plan, edit the plan, show it again, and print the CPU seconds from the edit on."""
    layout = Layout(root)
    plan = min((root / "structured/plans").glob("*.yaml")).stem
    kept, look, cpu = Kept(layout, Inputs.of(layout)), None, 0.0
    for edited in (False, True):
        if edited:
            invented.edit(root)
        cpu = time.process_time()
        kept.renew()
        corpus = Corpus.of(validate(layout, kept=kept).records)
        look = look or Look(layout, corpus)
        assert Draft(corpus, look).page(Addresses("en").plan(plan))  # noqa: S101 - it is a page that is there
    print(round(time.process_time() - cpu, 2))


def _name(said: Message) -> str:
    return said.says.removeprefix("build.")


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _words(site: Path) -> float:
    """Return how many words a page has on average: a Han character is one. Counted on some of the pages."""
    pages = sorted(path for language in LANGUAGES for path in (site / language).rglob("*.html"))[::_SAMPLE]
    return sum(len(_WORDS.findall(_TAGS.sub(" ", path.read_text(encoding="utf-8")))) for path in pages) / len(pages)


def _lines(found: Measured) -> list[str]:
    steps = ", ".join(f"{name} {cpu:.1f}" for name, cpu in found.stages.items())
    return [f"{found.plans} plans, CPU s: {steps}", f"ratios: {found.ratios}"]


def table(found: Iterable[Measured]) -> list[str]:
    """Return what was measured as a table of Markdown."""
    columns: dict[str, Callable[[Measured], str]] = {
        "plans": lambda m: str(m.plans),
        "pages": lambda m: str(m.pages),
        "words a page": lambda m: f"{m.words:.0f}",
        "cold, CPU s": lambda m: f"{m.cold.cpu:.1f}",
        "ms a page": lambda m: f"{1000 * m.cold.cpu / m.pages:.1f}",
        "largest process, MiB": lambda m: f"{m.cold.largest:.0f}",
        "after one edit": lambda m: f"{m.edit.cpu:.1f}",
        "nothing changed": lambda m: f"{m.unchanged.cpu:.2f}",
        "preview after an edit": lambda m: f"{m.preview:.2f}",
        "check": lambda m: f"{m.check.cpu:.1f}",
        "check, one plan changed": lambda m: f"{m.recheck.cpu:.2f}",
    }
    for name in others.ALL:
        columns[name] = lambda m, name=name: _other(m.others, name)  # type: ignore[misc]
    rows = [list(columns), ["---"] * len(columns), *([make(each) for make in columns.values()] for each in found)]
    return [f"| {' | '.join(row)} |" for row in rows]


def _other(measured: Mapping[str, float | None], name: str) -> str:
    if name not in measured:
        return "not asked"
    cpu = measured[name]
    return f"{cpu:.1f}" if cpu else "not installed"


if __name__ == "__main__":
    sys.exit(main())
