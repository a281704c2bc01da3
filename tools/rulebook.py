"""Write docs/rules.md and docs/rules.zh.md: every rule with its title, remedy and an example that was really run.

`make rules` runs it. Titles, remedies and sentences come from generator/messages/, examples from tests/examples.yaml.
"""

from __future__ import annotations

import datetime
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

from generator.audits.files import entries
from generator.audits.run import audit
from generator.diff.report import Report, report
from generator.edition import strings
from generator.findings.finding import WARNINGS, DataError, Finding
from generator.messages.catalogue import Catalogue, catalogue
from generator.messages.printers import as_text
from generator.project import settings
from generator.project.layout import PACKAGE, Layout
from generator.records.audit import Query
from generator.records.loading import load
from generator.rules import RULES
from generator.rules.registry import rule
from generator.rules.run import everything
from generator.site import gate
from generator.source.characters import visible
from tools import audit_extraction, audit_search

ROOT = Path(__file__).resolve().parent.parent
MINI = ROOT / "generator" / "example"
PAGES = {"en": ROOT / "docs" / "rules.md", "zh": ROOT / "docs" / "rules.zh.md"}

Edit = Sequence[Any]  # file, old words, new words; and how often these stand there, where that is more than once
WIDTH, MOST_LINES = 120, 4  # of an example that is shown

HEADS = {
    "en": """\
# Rules

[中文](rules.zh.md)

`make check` reads all texts and data and tells everything that is wrong at once: the file with line and column, the
code of the rule, what is wrong, and what to do. `check --lang zh` says it in Chinese, `check --plan PLAN` tells of one
plan alone, and `check --fix` mends what is mechanical and shows what it changed. An error stops publication; a warning
is shown and stops nothing.

Each example was done to a small sound repository, generator/example, and its finding is what `check` said.

To add a rule: write a function with its code, `@rule("Q001")`, in its family in generator/rules/, name its sentence
(`Finding.of("Q001.words", …)`), write title, remedy and sentence in generator/messages/en.yaml and zh.yaml, add an
example to tests/examples.yaml and a test beside those of its family, and run `make rules`, which writes this page.
""",
    "zh": """\
# 检查规则

[English](rules.md)

`make check` 通读全部正文和数据，一次列出所有问题：文件、行、列，规则编号，问题所在，以及改法。
`check --lang zh` 用中文显示，`check --plan 计划` 只看一份计划，
`check --fix` 自动改正纯属格式的问题，并显示改了什么。错误会中止发布；提醒只作提示，不影响发布。

下面的例子都在一个没有问题的小型样本库（generator/example）上实际运行过，所列提示就是 `check` 的输出。
""",
}


@cache
@cache
def examples() -> dict[str, list[Edit]]:
    """Return the edits that break each rule, by code."""
    path = ROOT / "tests" / "examples.yaml"
    return dict(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


@cache
def found(code: str) -> tuple[str, tuple[Finding, ...]]:
    """Return the example of a rule as a difference, and everything that is wrong with the repository it breaks."""
    with broken(code) as (root, shown):
        return shown, tuple(ELSEWHERE.get(code, _checked)(root))


def _checked(root: Path) -> Sequence[Finding]:
    return everything(Layout(root))


def _wrong_settings(root: Path) -> Sequence[Finding]:
    """Return what is wrong with an environment, whose variable stands in a file of its name."""
    with mock.patch.dict(os.environ, {"SITE_URL": (root / "SITE_URL").read_text(encoding="utf-8").strip()}):
        return _raised(lambda: settings.read(None, None))


def _compared(root: Path) -> Report:
    """Return what `diff` tells between the sound repository and a broken one."""

    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.com", *arguments], cwd=root, check=True)

    with tempfile.TemporaryDirectory() as aside:
        after = Path(aside) / "after"
        root.rename(after)
        shutil.copytree(MINI, root)
        git("init", "--quiet")
        git("add", ".")
        git("commit", "--quiet", "--message", "sound")
        shutil.copytree(after, root, dirs_exist_ok=True)
    words = strings.load(ROOT / "site_templates")
    return report(Layout(root), words, "HEAD", datetime.date(2025, 6, 30))


def _raised(step: Callable[[], object]) -> Sequence[Finding]:
    """Return the findings with which a step ends."""
    try:
        step()
    except DataError as error:
        return error.findings
    return []


def _with_failing_rule(root: Path) -> Sequence[Finding]:
    """Return what is wrong where one of the rules is the one that stands in a file of its family's name."""
    name = "rules/numbers.py"
    code = compile((root / "generator" / name).read_text(encoding="utf-8"), str(PACKAGE / name), "exec")
    with mock.patch.dict(RULES):
        del RULES["N004"]
        exec(code, {"rule": rule})  # noqa: S102 - it stands in examples.yaml
        return everything(Layout(root))


@contextmanager
def broken(code: str) -> Iterator[tuple[Path, str]]:
    """Give a repository in which the example of a rule was done, and the example as a difference."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "mini"
        shutil.copytree(MINI, root)
        shown = [line for edit in examples()[code] for line in _edit(root, edit)]
        yield root, "\n".join(shown)


def _edit(root: Path, edit: Edit) -> Iterator[str]:
    """Do an edit and yield it as lines of a difference."""
    name, old, new, *times = edit
    new *= times[0] if times else 1
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    if old not in before:
        raise LookupError(f"{name} does not hold {old!r}")
    after = before.replace(old, new, 1) if old else new
    file.parent.mkdir(parents=True, exist_ok=True)
    yield f"--- {name}"
    if not after:
        file.unlink()
        return
    if "\0" in after:  # a link, to the file as it was
        file.rename(file.with_suffix(".txt"))
        file.symlink_to(file.with_suffix(".txt"))
        yield f"+++ {name} → {file.with_suffix('.txt').name}"
        return
    file.write_text(after, encoding="utf-8")
    yield f"+++ {name}"
    changes = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
    lines = [line for line in changes if not line.startswith("@@")] if old else [f"+{x}" for x in after.splitlines()]
    shown = lines if not times else [*lines[:MOST_LINES], *(["+…"] if len(lines) > MOST_LINES else [])]
    yield from (line if len(line) <= WIDTH or not times else f"{line[:WIDTH]}…" for line in shown)


def _drafts(root: Path) -> Sequence[Finding]:
    return sorted(audit_extraction.check(Layout(root), load(Layout(root))))


def _answers(root: Path) -> Sequence[Finding]:
    """Return the right answers of queries that are not on the site: nothing is, for it is not built."""
    queries = entries(Layout(root), Query, [])
    return [finding for query in queries for finding in audit_search.gone(Layout(root), query)]


# Rules that other commands tell of: settings, `diff`, audits, words, the last look; and a rule that fails.
ELSEWHERE: dict[str, Callable[[Path], Sequence[Finding]]] = {
    "S020": _wrong_settings,
    "P006": lambda root: _compared(root).findings,
    "P008": lambda root: _compared(root).untold,
    "S023": lambda root: _raised(lambda: strings.load(root)),
    "Z001": _with_failing_rule,
    "Z002": lambda root: _raised(lambda: gate.check(root / "site")),
    **{f"A00{n}": lambda root: audit(Layout(root)) for n in range(1, 9)},
    "A009": _drafts,
    "A010": _answers,
    "A011": lambda root: audit(Layout(root)),
}


def page(language: str) -> str:
    """Return the page of a language."""
    words = catalogue(language)
    parts = [HEADS[language]]
    for letter, family in words.families.items():
        parts.append(f"## {letter} · {family}\n")
        parts += [_rule(code, words) for code in words.rules if code.startswith(letter)]
    return "\n".join(parts)


def _rule(code: str, words: Catalogue) -> str:
    rule = words.rules[code]
    edit, findings = found(code)
    finding = next(f for f in findings if f.code == code)
    warning = f" ({words.say('warnings', n=1).split()[-1]})" if code in WARNINGS else ""
    example = f"```diff\n{visible(edit)}\n```\n\n```text\n{as_text([finding], words)}\n```\n"
    return f"### {code} {rule.title}{warning}\n\n{rule.remedy}\n\n{example}"


if __name__ == "__main__":
    for language, path in PAGES.items():
        path.write_text(page(language), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path.relative_to(ROOT).as_posix()}\n")
