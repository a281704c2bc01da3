from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from generator.diff import states
from generator.diff.states import RevisionError
from generator.project.layout import Layout
from generator.records.publication import FORMAT
from tests.cases import few
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


ATTRIBUTES = ("export-ignore", "export-subst", "working-tree-encoding=UTF-16", "ident", "text eol=crlf", "filter=x")


@pytest.mark.parametrize("attribute", few(ATTRIBUTES, 2))
@pytest.mark.parametrize("where", [".gitattributes", "structured/.gitattributes", ".git/info/attributes"])
def test_no_attribute_leaves_out_or_changes_a_file(history: History, attribute: str, where: str) -> None:
    words = "# $Format:%H$ $Id$\n"
    history.write(JIA, words + history.read(JIA))
    history.commit()
    committed = history.git("show", f"HEAD:{JIA}")
    history.write(where, f"*.yaml {attribute}\n")
    if not where.startswith(".git/"):
        history.git("add", where)
        history.git("commit", "-q", "-m", "x")
    base, _ = states.parse(history.root, "main")
    with states.folder(history.layout, base) as place:
        assert (place.root / JIA).read_text(encoding="utf-8").strip() == committed


def test_no_other_object_stands_for_a_file(history: History) -> None:
    was = history.git("rev-parse", f"HEAD:{JIA}")
    correct(history)
    history.commit()
    history.git("replace", history.git("rev-parse", f"HEAD:{JIA}"), was)
    with states.folder(history.layout, states.parse(history.root, "main")[0]) as place:
        assert figure(place)


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_WORK_TREE", "GIT_PREFIX"])
def test_the_environment_names_no_other_repository(
    history: History, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    other = History(tmp_path / "other")
    other.write("x", "x")
    other.git("init", "-q", "-b", "main")
    monkeypatch.setenv(name, str(other.root / ".git"))
    base, _ = states.parse(history.root, "start")
    with states.folder(history.layout, base) as place:
        assert (place.root / JIA).is_file()


@pytest.mark.parametrize("path", ["structured/../../out", "structured/./a", "structured//a", "structured/a\\b"])
def test_a_tree_that_leads_out_of_the_folder_is_refused(
    history: History, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    base, _ = states.parse(history.root, "start")
    run = states._git

    def listing(root: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
        done = run(root, *arguments, given=given)
        if arguments[0] == "ls-tree":
            done.stdout += b"100644 blob " + b"0" * 40 + b"\t" + path.encode() + b"\0"
        return done

    monkeypatch.setattr(states, "_git", listing)
    with failing(RevisionError, "holds what is no plain file"), states.folder(history.layout, base):
        pass


def test_a_state_whose_files_are_not_here_is_told(history: History) -> None:
    correct(history)
    history.commit()
    blob = history.git("rev-parse", f"HEAD:{JIA}")
    (history.root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    base, _ = states.parse(history.root, "main")
    with failing(RevisionError, "'main' is not whole here"), states.folder(history.layout, base):
        pass


def test_changed_program_files_are_counted(history: History) -> None:
    history.write("generator/a.py", "x = 1\n")
    history.write("site_templates/b.html", "x")
    history.write("docs/c.md", "x")
    history.commit()
    assert states.program_changes(history.root, *states.parse(history.root, "start..main")) == 2


def test_a_base_of_an_older_format_is_lifted_before_it_is_compared(history: History) -> None:
    """Else nobody could see what an upgrade changes."""
    gone = ("jia-2027-draft", *(path.name for path in (history.root / "content").glob("zone-*")))
    for id_ in gone:
        history.git("rm", "-rq", f"content/{id_}", f"structured/plans/{id_}.yaml")  # the older format has no such kinds
    for listed in ("structured/changes.yaml", "structured/reports.yaml"):
        told = re.split("(?m)^(?=- )", history.read(listed))
        history.write(listed, "".join(each for each in told if not any(id_ in each for id_ in (*gone, "id: zone-"))))
    now = history.commit()
    newer = history.read("structured/publication.yaml")
    history.write("structured/publication.yaml", newer.replace(f"format: {FORMAT}\n", "format: 1\n"))
    (history.root / "structured/document_kinds.yaml").unlink()
    older = history.commit()
    history.git("checkout", "-q", now, "--", ".")
    report = history.report(older)
    assert report.good
    assert report.changes == ()
