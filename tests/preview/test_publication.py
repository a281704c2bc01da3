"""The build behind the preview."""

from __future__ import annotations

import threading
import time

import pytest

from generator.preview.publication import Publication
from tests.paths import JIA
from tests.small import Repository

pytestmark = pytest.mark.builds

WAIT = 120.0  # seconds


def test_what_a_build_says_that_fails_is_told(repository: Repository) -> None:
    repository.replace(JIA, "value: 3000000000", "value: 3")
    told: list[str] = []
    passed = threading.Event()
    publication = Publication(repository.layout, "en", told.append, passed.set)
    publication.begin(0)
    publication.wait(WAIT)
    [said] = told
    assert said.startswith(f"{JIA}:")
    assert not passed.is_set()
    assert not repository.layout.site.exists()


def test_a_build_that_passes_publishes_the_site(repository: Repository) -> None:
    told: list[str] = []
    passed = threading.Event()
    publication = Publication(repository.layout, "en", told.append, passed.set)
    publication.begin(0)
    publication.wait(WAIT)
    assert (told, passed.is_set()) == ([], True)
    assert (repository.layout.site / "data/targets.json").is_file()


def test_a_build_that_is_given_up_ends_and_tells_nothing(repository: Repository) -> None:
    told: list[str] = []
    publication = Publication(repository.layout, "en", told.append, lambda: told.append("passed"))
    publication.begin(0)
    while not (process := publication._process):
        time.sleep(0.01)
    publication.stop()
    publication.wait(WAIT)
    process.wait(WAIT)
    assert process.returncode < 0
    assert told == []


def test_a_build_given_up_while_it_waits_is_never_begun(repository: Repository) -> None:
    publication = Publication(repository.layout, "en", lambda _: None, lambda: None)
    publication.begin(WAIT)
    publication.stop()
    publication.wait(WAIT)
    assert publication._process is None
    assert not repository.layout.build.exists()
