"""What stands above a passage of en.md that is to be translated, and drafts made by programs."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from generator.analysis.translation import accept
from generator.cli import main
from generator.filling.hints import hints
from generator.filling.memory import Memory, Remembered, remember
from generator.filling.passages import prepare
from generator.filling.program import translator
from generator.findings.finding import Failure
from generator.records.filed import PlanFiles
from generator.records.loading import load
from tests.paths import YI_NEW
from tests.small import Repository
from tests.told import failing

ENGLISH = "content/yi-2025/en.md"
TESTED = "Introduce vouchers for pilot-scale testing, adopt"


@pytest.fixture
def begun(repository: Repository) -> Repository:
    """A repository in which one passage of a plan is still to be translated."""
    line = next(line for line in repository.read(ENGLISH).split("\n") if line.startswith(TESTED))
    repository.replace(ENGLISH, line, "TODO")
    repository.replace(YI_NEW, "translation: {status: reviewed", "translation: {status: in-preparation")
    return repository


def test_a_passage_opens_with_its_terms_and_what_is_like_it(begun: Repository) -> None:
    alike = "设立中试券，推行支持模式，支持企业使用中试场地。"
    begun.replace(
        "content/jia-2025/zh.md", "由甲园管理局牵头建设云谷,设立产业基金,支持初创企业。到2026年新增上市企业5家。", alike
    )
    made = prepare(begun.layout, "yi-2025")
    assert (made.left, made.drafted) == (1, 0)
    above = made.after.split("\n\nTODO")[0].rpartition("<!--")[2]
    assert "zh: 设立中试券" in above
    assert "terms: 中试 = pilot-scale testing" in above
    assert re.search(r"near \(\d\d %, jia-2025/[\d.]+/1\): 设立中试券.*\n  = ", above)


def test_numbers_are_said_as_english_writes_them(repository: Repository) -> None:
    said = hints(
        "到2027年，营收超过1000亿元，面积40平方米，4月8日，企业3家", load(repository.layout), Memory([])
    ).numbers
    assert said == {"1000亿元": "RMB 100 billion", "40平方米": "40 m²"}


def test_the_nearest_passage_comes_first() -> None:
    memory = Memory(
        [Remembered("a/1", "建设云谷", "x"), Remembered("a/2", "建设云谷园区", "y"), Remembered("a/3", "其他", "z")]
    )
    assert [(p.place, p.alike) for p in memory.near("建设云谷园区")] == [("a/2", 100), ("a/1", 80)]


def test_a_passage_that_stands_in_several_wordings_is_remembered_once(repository: Repository) -> None:
    records = load(repository.layout)
    files = next(files for files in records.plans if files.plan.id == "yi-2025")
    assert files.english
    passages = remember(records, "yi-2025", files.text, files.english).passages
    assert len({(p.zh, p.en) for p in passages}) == len(passages)


def unfinished(begun: Repository) -> PlanFiles:
    """Return the plan whose English is begun."""
    return next(files for files in load(begun.layout).plans if files.plan.id == "yi-2025")


def test_comments_are_none_of_the_text_and_are_made_anew(begun: Repository) -> None:
    outline = [p.id for p in unfinished(begun).begun.provisions]  # type: ignore[union-attr]
    made = prepare(begun.layout, "yi-2025")
    begun.write(ENGLISH, made.after)
    assert [p.id for p in unfinished(begun).begun.provisions] == outline  # type: ignore[union-attr]
    assert {f.code for f in begun.warnings()} == {"W002"}
    assert prepare(begun.layout, "yi-2025").after == made.after


def test_a_text_that_is_not_there_is_begun(begun: Repository) -> None:
    (begun.root / ENGLISH).unlink()
    assert main(["fill", "yi-2025", "--texts", "--root", str(begun.root)]) == 0
    assert "TODO" in begun.read(ENGLISH)


def program(folder: Path, says: str) -> str:
    """Return a command that answers every passage with some Python."""
    script = folder / "translate.py"
    script.write_text(f"import json, sys\nasked = json.load(sys.stdin)\n{says}\n", encoding="utf-8")
    return f"{shlex.quote(Path(sys.executable).as_posix())} {shlex.quote(script.as_posix())}"


def test_a_program_s_draft_is_marked_until_a_person_accepts_it(begun: Repository, tmp_path: Path) -> None:
    command = program(tmp_path, "print(f\"Vouchers, {asked['terms']['中试']}, “1+3” “Trial”\")")
    made = prepare(begun.layout, "yi-2025", translator(command))
    assert (made.left, made.drafted) == (0, 1)
    begun.write(ENGLISH, made.after)
    assert "<!-- machine draft -->\n\nVouchers, pilot-scale testing, “1+3” “Trial”\n" in made.after
    begun.replace(YI_NEW, "translation: {status: in-preparation", "translation: {status: draft")
    assert [f.code for f in begun.warnings()] == ["W006"]
    accept(begun.layout, "yi-2025/2.2.1/1")
    assert "machine draft" not in begun.read(ENGLISH)
    assert begun.warnings() == []


def test_a_plan_with_machine_drafts_is_not_reviewed(begun: Repository) -> None:
    begun.replace(ENGLISH, "TODO", "<!-- machine draft -->\n\nVouchers, “1+3”, pilot-scale testing")
    begun.replace(YI_NEW, "translation: {status: in-preparation", "translation: {status: reviewed")
    assert [f.code for f in begun.findings() if f.severity == "error"] == ["E001"]


@pytest.mark.parametrize("says", ["print()", "print('# Heading')", "print('TODO')", "print('a <!-- b -->')"])
def test_what_is_no_translation_leaves_the_passage_open(begun: Repository, tmp_path: Path, says: str) -> None:
    made = prepare(begun.layout, "yi-2025", translator(program(tmp_path, says)))
    assert (made.left, made.drafted) == (1, 0)
    assert "\nTODO\n" in made.after


@pytest.mark.parametrize(
    "command", ["no-such-program", "", f"{shlex.quote(Path(sys.executable).as_posix())} -c 'import sys; sys.exit(3)'"]
)
def test_a_program_that_fails_is_told_and_nothing_is_written(begun: Repository, command: str) -> None:
    with failing(Failure, "gave no translation"):
        prepare(begun.layout, "yi-2025", translator(command))


def test_a_faulty_plan_does_not_keep_another_from_its_draft(begun: Repository) -> None:
    begun.write("structured/plans/jia-2025.yaml", "id: [")
    assert prepare(begun.layout, "yi-2025").left == 1
