from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from generator.findings.finding import DataError, Finding
from generator.project.inputs import Inputs
from generator.project.layout import Layout
from generator.project.store import Store
from generator.records.kept import FOLDER, Kept
from generator.rules import RULES
from generator.rules.run import validate
from tests.cases import few
from tests.paths import JIA, JIA_TEXT, MINI
from tests.small import Repository
from tools.rulebook import broken, examples

pytestmark = pytest.mark.builds


def checked(layout: Layout, plan: str | None = None) -> list[Finding]:
    """Return what a check finds that keeps what it can."""
    try:
        return list(validate(layout, plan, Kept(layout, Inputs.of(layout))).warnings)
    except DataError as error:
        return error.findings


def anew(layout: Layout) -> list[Finding]:
    """Return what a check finds that knows nothing."""
    try:
        return list(validate(layout).warnings)
    except DataError as error:
        return error.findings


def store(repository: Repository) -> Store:
    return Store(repository.layout.build / FOLDER)


@pytest.mark.parametrize("code", few(sorted(set(examples()) & RULES.keys()), 3))
def test_a_check_that_keeps_finds_after_an_edit_what_one_finds_that_does_not(code: str, tmp_path: Path) -> None:
    with broken(code) as (root, _):
        wrong = {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    repository = Repository(tmp_path)
    for path in MINI.rglob("*"):
        if path.is_file():
            repository.write(path.relative_to(MINI).as_posix(), path.read_bytes())
    assert checked(repository.layout) == []
    for path in [p for p in tmp_path.rglob("*") if p.is_file() and "build" not in p.parts]:
        if path.relative_to(tmp_path) not in wrong:
            path.unlink()
    for name, content in wrong.items():
        repository.write(name.as_posix(), content)
    expected = anew(repository.layout)
    assert expected
    assert checked(repository.layout) == expected
    assert checked(repository.layout) == expected  # and again, where everything is known


def test_only_the_plan_that_was_edited_is_read_again(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(repository.layout)
    repository.replace(JIA, "新增上市企业", "新增上市公司")
    read: list[str] = []
    load_text = Path.read_bytes

    def noted(path: Path) -> bytes:
        read.append(path.name)
        return load_text(path)

    monkeypatch.setattr("generator.source.characters.Path.read_bytes", noted)
    checked(repository.layout)
    assert {name for name in read if name.endswith((".yaml", ".md"))} == {
        path.name for path in [repository.root / JIA, *(repository.root / JIA_TEXT).parent.glob("*.*")]
    } - {"source.txt"}


def test_what_is_damaged_is_made_again(repository: Repository) -> None:
    repository.replace(JIA, "comparator_word: 超过", "comparator_word: 不足")
    found = checked(repository.layout)
    assert found
    for path in store(repository).folder.iterdir():
        content = path.read_bytes()
        path.write_bytes(content[:-9] + b"!" + content[-8:])
    assert checked(repository.layout) == found


def test_an_entry_that_would_do_something_is_no_entry(repository: Repository) -> None:
    class Harm:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return Path.touch, (repository.root / "harm",)  # type: ignore[return-value]

    checked(repository.layout)
    there = store(repository)
    for path in list(there.folder.iterdir()):
        there.put(path.name.rpartition(".")[0], pickle.dumps(Harm()))
    assert checked(repository.layout) == []
    assert not (repository.root / "harm").exists()


def test_nothing_is_kept_of_files_that_were_changed_while_they_were_read(repository: Repository) -> None:
    kept = Kept(repository.layout, Inputs.of(repository.layout))
    repository.replace(JIA, "comparator_word: 超过", "comparator_word: 不足")
    with pytest.raises(DataError):
        validate(repository.layout, None, kept)
    assert list(store(repository).folder.iterdir()) == []


def test_where_nothing_can_be_kept_all_is_read(repository: Repository) -> None:
    repository.write("build", "no folder")
    assert checked(repository.layout) == []
