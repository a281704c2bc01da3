from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.edition import strings
from generator.findings.finding import DataError
from generator.preview.diagnostics import Diagnostic, diagnostics
from generator.preview.draft import Draft, Look
from generator.project.layout import PROGRAM, Layout
from generator.rules.run import validate
from tests.cases import few
from tests.paths import JIA
from tests.small import Repository

pytestmark = pytest.mark.builds


@pytest.fixture
def layout(repository: Repository, tmp_path: Path) -> Layout:
    """A repository with templates of its own that a test may break."""
    program = tmp_path / "program"
    shutil.copytree(PROGRAM / "site_templates", program / "site_templates")
    shutil.copyfile(PROGRAM / "mkdocs.yml", program / "mkdocs.yml")
    return Layout(repository.root, program)


def shown(layout: Layout, address: str = "zh/plans/jia-2025/") -> list[Diagnostic]:
    """Return what keeps a page from being shown."""
    try:
        corpus = Corpus.of(validate(layout).records)
        Draft(corpus, Look(layout, corpus)).page(address)
    except Exception as error:  # noqa: BLE001 - what the preview catches
        return list(diagnostics(error, layout))
    return []


def break_(layout: Layout, name: str, line: int, text: str) -> None:
    """Put a text before a line of a template."""
    path = layout.templates / name
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[: line - 1], f"{text}\n", *lines[line - 1 :]]), encoding="utf-8")


def test_nothing_is_wrong_with_the_templates_as_they_are(layout: Layout) -> None:
    assert shown(layout) == []


def test_each_finding_is_a_problem_at_its_place(layout: Layout, repository: Repository) -> None:
    repository.replace(JIA, "value: 3000000000", "value: 3")
    with pytest.raises(DataError) as caught:
        validate(layout)
    place = repository.place(JIA, "3\n    unit: CNY")
    [problem] = [p for p in diagnostics(caught.value, layout) if p.message.startswith("N004")]
    assert problem.place == place
    assert problem.hint
    assert str(problem).startswith(f"{place}: N004 ")


def test_each_key_that_the_catalogues_do_not_share_is_a_problem(layout: Layout) -> None:
    path = layout.templates / "strings/en.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "zz: {a: one, b: two}\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        strings.load(layout.templates)
    found = diagnostics(caught.value, layout)
    assert [p.message for p in found] == [f"S023 zz.{key} must be in both languages" for key in "ab"]
    assert all(p.place.startswith("site_templates/strings/en.yaml:") and p.hint for p in found)


@pytest.mark.parametrize(
    ("name", "line", "text", "said"),
    few(
        [
            ("pages/plan.html.j2", 7, "{{ view.nothing }}", "has no attribute 'nothing'"),
            ("pages/plan.html.j2", 7, "{% if %}", "Expected an expression"),
            ("pages/plan.html.j2", 7, "{{ t('no.such.key') }}", "no interface word has the key 'no.such.key'"),
            ("macros/figures.html.j2", 5, "{% endif %}", "endif"),
            ("theme/main.html", 5, "{% set x = 1 // 0 %}", "division"),
            ("theme/main.html", 5, "{% nonsense %}", "nonsense"),
        ],
        4,
    ),
)
def test_a_wrong_template_is_named_with_its_line(layout: Layout, name: str, line: int, text: str, said: str) -> None:
    break_(layout, name, line, text)
    [problem] = shown(layout)
    assert problem.place == f"site_templates/{name}:{line}:1"
    assert said in problem.message
    assert problem.hint


def test_whatever_else_fails_is_told(layout: Layout) -> None:
    assert diagnostics(OSError("disk full"), layout) == (Diagnostic("generator", "OSError: disk full"),)
