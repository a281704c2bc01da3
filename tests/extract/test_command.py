from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.extract import budget, filing
from generator.extract.structure.lines import ExtractError
from generator.findings.finding import WrongUse
from tests.extract.test_documents import FILES
from tests.small import Repository
from tests.told import failing

NEW = ("content/bing-2025/source.txt", "content/bing-2025/zh.md", "content/bing-2025/dropped.yaml")


def run(repository: Repository, file: Path, *, park: str = "jia", plan: str = "bing-2025") -> int:
    return main(["extract", str(file), "--park", park, "--plan", plan, "--root", str(repository.root)])


def tree(repository: Repository) -> dict[str, bytes]:
    return {str(p.relative_to(repository.root)): p.read_bytes() for p in repository.root.rglob("*") if p.is_file()}


def test_a_document_is_filed_and_what_to_compare_is_told(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(repository, FILES["nasty-text"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[: len(NEW)] == [f"Wrote {name}" for name in NEW]
    assert "Compare with the document:\n" in out
    assert "  - line 20: “一、” occurs twice" in out
    assert "  - structured/plans/bing-2025.yaml has " in out
    assert err == ""
    assert all((repository.root / name).is_file() for name in NEW)


@pytest.mark.parametrize("name", NEW)
def test_nothing_is_written_over_what_is_there(
    repository: Repository, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    repository.write(name, "mine")
    before = tree(repository)
    assert run(repository, FILES["nasty-text"]) == 2
    assert tree(repository) == before
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{name} must not be there yet: choose another --plan")


@pytest.mark.parametrize(
    ("park", "plan", "option"), [("jia", "Bing 2025", "--plan"), ("jia", "../x", "--plan"), ("乙", "b", "--park")]
)
def test_an_id_of_the_wrong_form_is_wrong_use(
    repository: Repository, capsys: pytest.CaptureFixture[str], park: str, plan: str, option: str
) -> None:
    assert run(repository, FILES["nasty-text"], park=park, plan=plan) == 2
    assert capsys.readouterr().err.startswith(f"{option} must be at most 60 lower-case letters")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("a.odt", "甲", 2), ("a.txt", "", 1), ("a.txt", "没有方案。\n", 1), ("a.pdf", "甲", 1)],
)
def test_what_cannot_be_read_leaves_nothing_behind(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, content: str, code: int
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    before = tree(repository)
    assert run(repository, tmp_path / name) == code
    out, err = capsys.readouterr()
    assert tree(repository) == before
    assert out == ""
    assert "Traceback" not in err
    assert err.endswith("Nothing was written.\n") == (code == 1)


def test_of_files_that_cannot_all_be_written_none_is_left(repository: Repository) -> None:
    repository.write("content/d", "a file where a folder is wanted")
    before = tree(repository)
    with failing(ExtractError, "could not be written"):
        filing.write(repository.layout, {"content/c/a": "1", "content/c/b": "2", "content/d/e": "3"})
    assert tree(repository) == before
    assert not (repository.root / "content/c").exists()


def test_a_fault_in_another_plan_stops_no_draft_and_an_unknown_park_is_told(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.write("structured/plans/jia-2025.yaml", "id: [")
    repository.write("structured/plans/half.yaml", "id: half\n")
    assert run(repository, FILES["nasty-text"], park="nosuch") == 0
    out, _ = capsys.readouterr()
    assert "  - there is no park nosuch in structured/parks/" in out
    assert "  - not compared with the plans half, jia-2025, whose files have faults: see `check`" in out


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (lambda: [None for _ in iter(int, 1)], r"a\.pdf takes more than"),
        (lambda: [bytearray(10**7) for _ in range(10**4)], "a gigabyte of memory"),
        (lambda: {"a": 1}["no such key"], r"could not be read: .* \(KeyError\)"),
        (lambda: os.kill(os.getpid(), signal.SIGKILL), r"\(SIGKILL\)"),
    ],
    ids=["endless", "large", "stumbling", "broken off"],
)
@pytest.mark.skipif(not budget.LIMITED, reason="this system sets no limits")
def test_work_beyond_its_budget_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, work: Callable[[], object], said: str
) -> None:
    monkeypatch.setattr(budget, "SECONDS", 1)
    monkeypatch.setattr(budget, "MEMORY", 3 * 10**8)
    with failing(ExtractError, said):
        budget.within(work, "a.pdf")


def test_what_a_step_cannot_do_is_said_as_it_says_it() -> None:
    def work() -> None:
        raise WrongUse("extract.office", file="a.doc")

    with failing(WrongUse, r"a\.doc must be saved as \.docx first"):
        budget.within(work, "a.doc")
