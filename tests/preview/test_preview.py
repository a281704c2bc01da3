"""The preview shows what the files say, and keeps the last good pages while something is wrong."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from generator.messages.catalogue import catalogue
from generator.preview.draft import Draft
from generator.preview.preview import Preview, State
from generator.preview.publication import Publication
from tests.paths import JIA, JIA_TEXT
from tests.small import Repository

pytestmark = pytest.mark.builds

WAIT = 60.0  # seconds; other programs may be running beside the tests
PLAN = "en/plans/jia-2025/"


class Watched:
    """A preview that follows its files."""

    def __init__(self, repository: Repository) -> None:
        self.said: list[str] = []
        self.preview = Preview(repository.layout, lambda message: self.said.append(catalogue("en").tell(message)))
        self.thread = threading.Thread(target=self.preview.follow, daemon=True)
        self.thread.start()

    def page(self, address: str = PLAN) -> str:
        return self.preview.page(address)[0] or ""

    def after(self, known: State) -> State:
        """Return the state that follows a known one."""
        new = self.preview.news(known, WAIT)
        assert new is not known
        return new


@pytest.fixture
def repository(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository whose site is not built behind the preview."""
    monkeypatch.setattr(Publication, "begin", lambda *_: None)
    return repository


@pytest.fixture
def watched(repository: Repository) -> Iterator[Watched]:
    watched = Watched(repository)
    yield watched
    watched.preview.stop()
    watched.thread.join(WAIT)
    assert not watched.thread.is_alive()


def test_an_edit_of_the_data_is_shown(repository: Repository, watched: Watched) -> None:
    assert "Total revenue of the park" in watched.page()
    before = watched.preview.state
    repository.replace(JIA, "en: Total revenue of the park", "en: Revenue of the whole park")
    after = watched.after(before)
    assert after.pages != before.pages
    assert "Revenue of the whole park" in watched.page()
    assert any("jia-2025.yaml" in words for words in watched.said)


def test_several_files_saved_at_once_are_shown_together(repository: Repository, watched: Watched) -> None:
    watched.page()
    before = watched.preview.state
    for path in (JIA_TEXT, "content/jia-2025/source.txt"):
        repository.replace(path, "为落实", "为了落实")
    after = watched.after(before)
    assert not after.problems
    assert "为了落实" in watched.page("zh/plans/jia-2025/text/")


def test_with_an_error_the_last_good_pages_stay_until_it_is_mended(repository: Repository, watched: Watched) -> None:
    good = watched.page()
    before = watched.preview.state
    repository.replace(JIA, "value: 3000000000", "value: 3")
    broken = watched.after(before)
    assert broken.pages == before.pages
    assert [p.place for p in broken.problems] == [repository.place(JIA, "3\n    unit: CNY")]
    assert watched.page() == good
    repository.replace(JIA, "value: 3\n    unit: CNY", "value: 3000000000\n    unit: CNY")
    mended = watched.after(broken)
    assert not mended.problems
    assert mended.pages != before.pages
    assert watched.page() == good


def test_a_page_that_cannot_be_made_is_shown_as_it_was_before(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = watched.page("en/parks/jia/")
    watched.page()

    def fail(*_: object) -> None:
        raise OSError("disk full")

    watched.preview._tell(draft=Draft(watched.preview.state.draft.corpus, watched.preview.state.draft.look))  # type: ignore[union-attr]
    monkeypatch.setattr("generator.preview.draft.tree.meta", fail)
    assert watched.page("en/parks/jia/") == good
    assert watched.page("en/tasks/") == ""
    assert [p.message for p in watched.preview.state.problems] == ["OSError: disk full"]


def test_a_deleted_file_is_a_problem_like_any_other(repository: Repository, watched: Watched) -> None:
    watched.page()
    before = watched.preview.state
    (repository.root / JIA_TEXT).unlink()
    assert any(JIA_TEXT in p.message for p in watched.after(before).problems)


def test_an_error_at_the_start_is_shown_and_mended(repository: Repository) -> None:
    repository.replace(JIA, "value: 3000000000", "value: 3")
    watched = Watched(repository)
    assert watched.page() == ""
    broken = watched.preview.state
    assert broken.draft is None
    assert broken.problems
    repository.replace(JIA, "value: 3\n    unit: CNY", "value: 3000000000\n    unit: CNY")
    watched.after(broken)
    assert "Total revenue of the park" in watched.page()
    watched.preview.stop()


def test_what_the_build_behind_says_is_shown_until_a_build_passes(watched: Watched) -> None:
    watched.page()
    before = watched.preview.state
    watched.preview._not_published("zh/index.html: broken link: nowhere/\n\n")
    state = watched.preview.state
    assert [(p.place, p.message) for p in state.problems] == [("build", "zh/index.html: broken link: nowhere/")]
    assert state.pages == before.pages
    watched.preview._published()
    assert watched.preview.state.problems == ()
