from __future__ import annotations

import json
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from generator import __version__
from generator.cli import main
from generator.project.layout import Layout
from generator.records.json_schemas import shapes
from generator.rules.run import validate
from generator.starting.requirement import Requirement, running
from tests.paths import MINI, YI

WHEEL = "park_plans-9.9.9-py3-none-any.whl"


class Installed:
    """A distribution as an installer recorded it. origin: the text of its direct_url.json."""

    def __init__(self, origin: object) -> None:
        self.origin = origin

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return json.dumps(self.origin) if self.origin else None


@pytest.fixture
def started(tmp_path: Path) -> Path:
    """What `init` writes."""
    folder = tmp_path / "new" / "publication"
    assert main(["init", str(folder)]) == 0
    return folder


def test_a_publication_to_begin_with_is_the_example_with_nothing_wrong(started: Path) -> None:
    assert validate(Layout(started)).warnings == ()
    assert (started / YI).read_bytes() == (MINI / YI).read_bytes()
    assert not list(started.parent.glob(".init-*"))


def test_it_holds_what_runs_checks_and_publishes_it(started: Path) -> None:
    names = {path.relative_to(started).as_posix() for path in started.rglob("*") if path.is_file()}
    assert names >= {
        *("README.md", "README.zh.md", "Makefile", "requirements.txt", ".gitignore", ".gitlab-ci.yml"),
        ".pre-commit-config.yaml",
        *(
            ".github/workflows/publish.yml",
            ".github/ISSUE_TEMPLATE/correction.yml",
            ".vscode/settings.json",
            ".vscode/extensions.json",
        ),
        *(f"schemas/{shape.name}.json" for shape in shapes()),
    }
    offered = json.loads((started / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert all((started / path).is_file() for path in offered)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert main(["init", str(tmp_path), "--lang", language]) == 2
    assert "notes.txt" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert main(["init", str(tmp_path / "notes.txt")]) == 2
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_repository_that_holds_nothing_yet_is_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert main(["init", str(tmp_path)]) == 0
    assert (tmp_path / "Makefile").is_file()


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, f"park-plans=={__version__}"),
        ({"url": "https://example.org/p.whl", "archive_info": {}}, "park-plans @ https://example.org/p.whl"),
        (
            {"url": "https://example.org/p", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "park-plans @ git+https://example.org/p@abc",
        ),
        (
            {"url": "file:///nowhere/p", "dir_info": {"editable": True}},
            f"./program/park_plans-{__version__}-py3-none-any.whl",
        ),
    ],
)
def test_the_program_is_asked_for_as_it_was_installed(
    monkeypatch: pytest.MonkeyPatch, origin: object, line: str
) -> None:
    monkeypatch.setattr(Distribution, "from_name", lambda _: Installed(origin))
    assert running().line == line
    assert running().missing == line.startswith("./")


def test_a_wheel_goes_along(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    wheel = tmp_path / WHEEL
    wheel.write_bytes(b"wheel")
    monkeypatch.setattr(Distribution, "from_name", lambda _: Installed({"url": wheel.as_uri()}))
    assert running() == Requirement(f"./program/{WHEEL}", wheel)
    assert main(["init", str(tmp_path / "p")]) == 0
    assert (tmp_path / "p/program" / WHEEL).read_bytes() == b"wheel"
    assert f"./program/{WHEEL}" in (tmp_path / "p/requirements.txt").read_text(encoding="utf-8").splitlines()
