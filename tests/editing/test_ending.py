"""A plan is withdrawn, expires or is superseded by one command, and stays where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.records.loading import load
from generator.records.plan import Plan
from tests.cases import few
from tests.paths import JIA, YI, YI_NEW
from tests.small import Repository

NEWS = "structured/changes.yaml"
BASIS = ("--basis", "甲市人民政府公告", "A notice of the government of City A")


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 2026-01-01


def run(repository: Repository, *arguments: str) -> int:
    return main([*arguments, "--root", str(repository.root), "--lang", "en"])


def plan(repository: Repository, id_: str) -> Plan:
    return next(files.plan for files in load(repository.layout).plans if files.plan.id == id_)


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("standing", "kind"), [("withdrawn", "withdrawal"), ("expired", "expiry")])
def test_an_end_is_written_with_its_news(
    repository: Repository, capsys: pytest.CaptureFixture[str], standing: str, kind: str
) -> None:
    before = repository.read(NEWS)
    assert run(repository, "withdraw", "yi-2021", "--standing", standing, "--since", "2026-02-01", *BASIS) == 0
    said = plan(repository, "yi-2021").standing
    assert said is not None
    assert (said.state, str(said.since)) == (standing, "2026-02-01")
    assert repository.findings() == []
    news = load(repository.layout).changes[0].record
    assert (news.key, news.plan) == (f"2026-01-01-yi-2021-{kind}", "yi-2021")
    assert "2026年2月1日" in news.text.zh
    assert "1 February 2026" in news.text.en
    assert "甲市人民政府公告" in news.text.zh
    assert repository.read(NEWS).endswith(before)
    out = capsys.readouterr().out
    assert f"+  state: {standing}" in out
    assert "serve" in out


def test_words_of_the_document_itself_are_enough(repository: Repository) -> None:
    given = ("--words", "建立协调机制", "--provision", "3/1")
    assert run(repository, "withdraw", "jia-2025", "--since", "2026-02-01", *given) == 0
    said = plan(repository, "jia-2025").standing
    assert said is not None
    assert (said.words, said.provision, said.basis) == ("建立协调机制", "3/1", None)


def test_one_plan_takes_the_place_of_another(repository: Repository) -> None:
    given = ("--words", "建立部门会商机制", "--provision", "3/1")
    assert run(repository, "supersede", "yi-2021", "yi-2025", "--since", "2025-04-15", *given) == 0
    old, new = plan(repository, "yi-2021"), plan(repository, "yi-2025")
    assert old.standing is not None
    assert old.standing.state == "superseded"
    assert old.standing.basis == new.title
    assert [(said.kind, said.plan, said.words) for said in new.relations] == [
        ("supersedes", "yi-2021", "建立部门会商机制")
    ]
    assert repository.findings() == []


def test_a_relation_that_is_told_already_is_not_told_twice(repository: Repository) -> None:
    relation = "relations:\n  - {kind: superseded-by, plan: yi-2025, note: {zh: 据公告, en: By a notice}}\n"
    end = "standing: {state: superseded, since: 2025-04-15, basis: {zh: 据公告, en: By a notice}}\n"
    repository.replace(YI, "source:\n", f"{relation}source:\n")
    assert run(repository, "supersede", "yi-2021", "yi-2025", "--since", "2025-04-15") == 1  # half told: H005
    repository.replace(YI, "relations:\n", f"{end}relations:\n")
    assert run(repository, "supersede", "yi-2021", "yi-2025", "--since", "2025-04-15") == 2  # told whole
    assert "relations" not in repository.read(YI_NEW)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    few(
        [
            (("withdraw", "jia-205", "--since", "2026-02-01", *BASIS), 2, "did you mean jia-2025?"),
            (
                ("withdraw", "north", "--since", "2026-02-01", *BASIS),
                2,
                "there is no plan north in structured/plans/\n",
            ),
            (("withdraw", "yi-2021", "--since", "1 May", *BASIS), 2, "a day is written 2026-05-01: '1 May'"),
            (("withdraw", "yi-2021", "--since", "2026-02-01"), 2, "nothing says so yet"),
            (("withdraw", "yi-2021", "--since", "2026-02-01", "--words", "x", "--provision", "1/1"), 1, "Q001"),
            (
                ("supersede", "yi-2021", "yi-2021", "--since", "2026-02-01", *BASIS),
                2,
                "cannot take the place of itself",
            ),
        ],
        4,
    ),
)
def test_what_cannot_be_written_is_told_and_nothing_is_written(
    repository: Repository, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = everything(repository.root)
    assert run(repository, *arguments) == code
    assert said in capsys.readouterr().err
    assert everything(repository.root) == before


def test_what_has_ended_does_not_end_again(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(repository, "withdraw", "jia-2025", "--since", "2026-02-01", *BASIS) == 0
    assert run(repository, "withdraw", "jia-2025", "--since", "2026-03-01", *BASIS) == 2
    assert f"Correct standing in {JIA} by hand." in capsys.readouterr().err


def test_each_of_the_two_can_be_checked_alone(repository: Repository) -> None:
    assert run(repository, "supersede", "yi-2021", "yi-2025", "--since", "2025-04-15", *BASIS) == 0
    for id_ in ("yi-2021", "yi-2025"):
        assert run(repository, "check", "--plan", id_) == 0
