from __future__ import annotations

from pathlib import Path

import pytest

from generator.diff import states
from generator.diff.states import RevisionError
from generator.project.layout import Layout
from tests.diff.conftest import History
from tests.paths import JIA
from tests.small import Repository
from tests.told import ENGLISH, failing


def figure(layout: Layout) -> bool:
    return "value: 130" in (layout.root / JIA).read_text(encoding="utf-8")


def correct(history: History) -> None:
    history.replace(JIA, "value: 120", "value: 130")


def test_a_state_is_read_from_git_and_the_work_tree_is_left_alone(history: History) -> None:
    correct(history)
    before = history.git("status", "--porcelain")
    base, head = states.parse(history.root, "start")
    with states.folder(history.layout, base) as place:
        assert place.root != history.root
        assert not figure(place)
    assert not place.root.exists()
    with states.folder(history.layout, head) as place:
        assert place.root == history.root
        assert figure(place)
    assert history.git("status", "--porcelain") == before


def test_two_states_of_git(history: History) -> None:
    correct(history)
    commit = history.commit()
    base, head = states.parse(history.root, "start..main")
    assert (base.name, head.name, head.commit) == ("start", "main", commit)
    with states.folder(history.layout, head) as place:
        assert figure(place)


def test_three_dots_compare_with_where_head_left_base(history: History) -> None:
    history.git("checkout", "-q", "-b", "mine")
    correct(history)
    history.commit()
    history.git("checkout", "-q", "main")
    history.write("content/jia-2025/more.txt", "x")
    history.commit()
    base, head = states.parse(history.root, "main...mine")
    assert base.commit == history.git("rev-parse", "start")
    assert head.commit == history.git("rev-parse", "mine")


def test_a_folder_inside_a_repository(tmp_path: Path, repository: Repository) -> None:
    history = History(repository.root.parent)
    history.git("init", "-q", "-b", "main")
    history.commit()
    base, _ = states.parse(repository.root, "main")
    with states.folder(repository.layout, base) as place:
        assert (place.root / JIA).is_file()
    assert tmp_path == repository.root.parent


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("nowhere", "there is no state 'nowhere' here; name a branch, a tag or a commit, or fetch it first"),
        ("start..nowhere", "there is no state 'nowhere' here"),
        ("start:content", "there is no state 'start:content' here"),
        ("--output=x", "states must be written BASE, BASE..HEAD or BASE...HEAD: '--output=x'"),
        ("start..--output=x", "states must be written"),
        ("..main", "states must be written"),
        ("start..", "states must be written"),
        ("", "states must be written"),
        ("start main", "states must be written"),
    ],
)
def test_a_state_that_cannot_be_had_is_told_in_a_sentence(history: History, asked: str, sentence: str) -> None:
    with pytest.raises(RevisionError) as caught:
        states.parse(history.root, asked)
    assert ENGLISH.tell(caught.value.message).startswith(sentence)
    assert not (history.root / "x").exists()


def test_a_folder_without_git_is_told(repository: Repository) -> None:
    with failing(RevisionError, "git cannot read this folder: fatal: not a git repository"):
        states.parse(repository.root, "main")


def test_a_state_without_the_data_is_told(history: History) -> None:
    history.git("rm", "-q", "-r", "structured")
    history.git("commit", "-q", "-m", "x")
    base, _ = states.parse(history.root, "main")
    with (
        failing(RevisionError, "'main' must hold the folders content/ and structured/"),
        states.folder(history.layout, base),
    ):
        pass


@pytest.mark.parametrize("target", ["/etc/hostname", "../../../../outside"])
def test_a_link_out_of_the_folder_is_refused(history: History, target: str) -> None:
    (history.root / "content/jia-2025/picture.png").symlink_to(target)
    history.commit()
    base, _ = states.parse(history.root, "main")
    with failing(RevisionError, "holds what is no plain file"), states.folder(history.layout, base):
        pass


def test_changed_program_files_are_counted(history: History) -> None:
    history.write("generator/a.py", "x = 1\n")
    history.write("site_templates/b.html", "x")
    history.write("docs/c.md", "x")
    history.commit()
    assert states.program_changes(history.root, *states.parse(history.root, "start..main")) == 2
