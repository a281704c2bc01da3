"""A machine that is short of memory: a sentence says what to do, and the site published before stays."""

from __future__ import annotations

import pytest

from tests.cases import few
from tests.hostile.conftest import Outcome, command
from tests.small import Repository

pytestmark = pytest.mark.builds


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


@pytest.mark.parametrize("megabytes", few([150, 100, 120, 140, 160, 170]))
def test_a_machine_without_memory_is_told(published: Repository, megabytes: int) -> None:
    done = command("build", "--root", published.root, "--lang", "en", memory=megabytes << 20)
    if done.code:  # how much is needed differs from machine to machine
        assert "memory" in failed(published, done)
