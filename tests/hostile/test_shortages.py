"""Programs that a build starts and that fail: a sentence says what to do, and the site published before stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.language.languages import LANGUAGES
from tests.cases import few
from tests.hostile.conftest import Outcome, command
from tests.small import Repository

pytestmark = pytest.mark.builds

MISSING = "def get_executable():\n    raise FileNotFoundError('Could not find any of [pagefind]')\n"
INSTEAD = "from pathlib import Path\n\n\ndef get_executable():\n    return Path(__file__).with_name('program')\n"
PROGRAMS = {
    "killed": ("kill -9 $$", "there is not enough memory"),
    "out of memory": ("echo 'memory allocation of 8 bytes failed'; kill -6 $$", "there is not enough memory"),
    "a full disk": (
        'printf "thread panicked at a.rs:1:1:\\nNo space left on device (os error 28)\\nnote: run\\n"; exit 101',
        "there is no room to write: No space left on device (os error 28); make room",
    ),
    "another mistake": (
        "printf \"thread 'main' panicked at a.rs:1:1:\\nindex out of bounds\\nnote: run\\n\"; exit 101",
        "the search index cannot be made: index out of bounds",
    ),
}


def pagefind(folder: Path, module: str, program: str = "") -> Path:
    """Put a package in the place of the one that holds Pagefind."""
    package = folder / "packages/pagefind_bin"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(module, encoding="utf-8")
    if program:
        (package / "program").write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
        (package / "program").chmod(0o755)
    return package.parent


def failed(repository: Repository, done: Outcome) -> str:
    """Return what a build that failed said; it is a sentence, and the site is as it was."""
    assert done.code == 1, done.out
    assert "Traceback" not in done.err
    assert "panicked" not in done.err
    assert {p.name: p.read_text() for p in repository.layout.site.iterdir()} == {"index.html": "published before"}
    return done.err


@pytest.fixture
def published(repository: Repository) -> Repository:
    repository.write("site/index.html", "published before")
    return repository


SAYS = {"en": "Pagefind cannot be started", "zh": "Pagefind 无法启动"}


@pytest.mark.parametrize("language", few(LANGUAGES))
def test_a_program_that_is_missing_is_named(published: Repository, tmp_path: Path, language: str) -> None:
    place = pagefind(tmp_path, MISSING)
    said = failed(published, command("build", "--root", published.root, "--lang", language, path=place))
    assert SAYS[language] in said
    assert "requirements.txt" in said


@pytest.mark.parametrize("fault", few(PROGRAMS))
def test_a_program_that_fails_is_told_in_a_sentence(published: Repository, tmp_path: Path, fault: str) -> None:
    program, says = PROGRAMS[fault]
    place = pagefind(tmp_path, INSTEAD, program)
    assert says in failed(published, command("build", "--root", published.root, "--lang", "en", path=place))


@pytest.mark.parametrize("megabytes", few([150, 100, 120, 140, 160, 170]))
def test_a_machine_without_memory_is_told(published: Repository, megabytes: int) -> None:
    done = command("build", "--root", published.root, "--lang", "en", memory=megabytes << 20)
    if done.code:  # how much is needed differs from machine to machine
        assert "memory" in failed(published, done)
