from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.analysis.translation import fingerprint, stale
from generator.cli import main
from generator.findings.finding import Finding
from generator.records.loading import load
from generator.rules.run import findings
from generator.source.text_source import Provision
from tests.cases import few
from tests.paths import JIA, JIA_ENGLISH, JIA_TEXT, YI
from tests.small import Repository
from tests.told import advised, said

LOCK = "content/jia-2025/en.lock.yaml"
CAPTURE = "content/jia-2025/source.txt"


def run(*arguments: str | Path) -> int:
    return main([str(a) for a in arguments])


def change(repository: Repository, old: str, new: str) -> None:
    """Change the published Chinese text and its capture alike."""
    for path in (JIA_TEXT, CAPTURE):
        repository.replace(path, old, new)


def reported(repository: Repository) -> list[Finding]:
    """Return all findings; `Repository.findings` leaves out warnings where nothing is wrong."""
    return findings(load(repository.layout))


def old(repository: Repository) -> set[str]:
    jia, *_ = load(repository.layout).plans
    return stale(jia)


def test_a_translation_with_nothing_wrong(repository: Repository) -> None:
    assert reported(repository) == []
    assert old(repository) == set()


# E001: the state of a translation


def test_a_text_that_is_said_to_be_in_preparation(repository: Repository) -> None:
    repository.replace(JIA, "translation: {status: draft", "translation: {status: in-preparation")
    repository.expect(
        (repository.place(JIA, "in-preparation"), "E001", "in-preparation exactly while en.md is missing or unfinished")
    )


@pytest.mark.parametrize("status", ["draft", "reviewed"])
def test_a_text_that_is_said_to_be_there(repository: Repository, status: str) -> None:
    repository.replace(YI, "translation: {status: in-preparation}", f"translation: {{status: {status}}}")
    repository.expect((repository.place(YI, f"{status}}}"), "E001", f"'{status}'"))


def test_a_reviewed_text_is_as_good_as_a_draft(repository: Repository) -> None:
    repository.replace(JIA, "translation: {status: draft", "translation: {status: reviewed")
    assert reported(repository) == []


# E002: the same outline


def test_a_paragraph_left_out(repository: Repository) -> None:
    repository.replace(
        JIA_ENGLISH, "\nFirst, strengthen organisation and leadership. Establish a coordination mechanism.\n", ""
    )
    message = f"provision 3/1 must have its English: '一是加强组织领导。建立协调机制。' ({JIA_TEXT}:"
    repository.expect((f"{JIA_ENGLISH}:1:1", "E002", message))


def test_a_heading_left_out_moves_what_it_holds(repository: Repository) -> None:
    repository.replace(JIA_ENGLISH, "#### 2. Improve government services\n\n", "")
    moved = repository.line(JIA_ENGLISH, "Carry out the “service package”")
    repository.expect(
        (f"{JIA_ENGLISH}:1:1", "E002", "provision 2.1.2 must"),
        (f"{JIA_ENGLISH}:1:1", "E002", "provision 2.1.2/1 must"),
        (moved, "E002", "provision 2.1.1/2 must stand in the Chinese text too: 'Carry out the “service package”"),
    )


def test_a_paragraph_too_many(repository: Repository) -> None:
    repository.write(JIA_ENGLISH, f"{repository.read(JIA_ENGLISH)}\nTranslated with care.\n")
    place = repository.line(JIA_ENGLISH, "Translated with care")
    repository.expect(
        (place, "E002", "provision colophon/3 must stand in the Chinese text too: 'Translated with care.'")
    )


def test_a_table_row_left_out(repository: Repository) -> None:
    repository.replace(JIA_ENGLISH, "| 3 | Tax revenue of the park |  | in step with City A |\n", "")
    repository.expect((f"{JIA_ENGLISH}:1:1", "E002", "provision 1/3/3 must have its English: '3 园区税收 与甲市同步'"))


# E003: the same cells


def test_a_cell_too_many(repository: Repository) -> None:
    text = repository.read(JIA_ENGLISH)
    rows = [line for line in text.splitlines() if line.startswith("|")]
    for row in rows:
        repository.replace(JIA_ENGLISH, row, f"{row} --- |" if "---" in row else f"{row} more |")
    found = reported(repository)
    assert [(f.code, f.line) for f in found] == [
        ("E003", int(repository.line(JIA_ENGLISH, row).split(":")[1])) for row in rows if "---" not in row
    ]


@pytest.mark.parametrize(
    ("old_row", "new_row"),
    [
        ("| 3 | Tax revenue of the park |  |", "| 3 | Tax revenue of the park | per cent |"),
        ("| 3 | Tax revenue of the park |  |", "| 3 |  | Tax revenue of the park |"),
        ("| 1 | Energy use per unit of value added |", "| 1 Energy use per unit of value added |  |"),
    ],
)
def test_a_cell_that_must_be_empty_or_filled(repository: Repository, old_row: str, new_row: str) -> None:
    repository.replace(JIA_ENGLISH, old_row, new_row)
    assert ("E003", repository.line(JIA_ENGLISH, new_row)) in [
        (f.code, f"{f.path}:{f.line}:{f.column}") for f in reported(repository)
    ]


# E004: English of the present Chinese


@pytest.mark.parametrize(
    ("before", "after", "provision", "english"),
    few(
        [
            ("建立协调机制。", "建立会商机制。", "3/1", "First, strengthen"),
            ("保障措施", "工作保障", "3", "## 3."),
            ("各有关单位", "各相关单位", "notice/1", "All units"),
            ("单位增加值能耗", "单位产值能耗", "1/3/1", "| 1 |"),
            ("指标名称", "指标", "1/3", "| No."),
            ("市委各部门。", "市委各部委。", "colophon/1", "Copies to"),
        ],
        3,
    ),
)
def test_a_changed_sentence_makes_exactly_its_provision_stale(
    repository: Repository, before: str, after: str, provision: str, english: str
) -> None:
    change(repository, before, after)
    if before in repository.read(JIA):
        repository.write(JIA, repository.read(JIA).replace(before, after))
    assert old(repository) == {provision}
    [found] = reported(repository)
    assert (found.code, found.severity) == ("E004", "warning")
    assert f"{found.path}:{found.line}:{found.column}" == repository.line(JIA_ENGLISH, english)
    assert said(found).endswith(f"(provision {provision})")
    assert advised(found).endswith(f"`status --accept jia-2025/{provision}`")


def test_spaces_and_line_breaks_make_nothing_stale(repository: Repository) -> None:
    repository.replace(JIA_TEXT, "建立协调机制。", "建立\n  协调 机制。")
    assert old(repository) == set()
    assert reported(repository) == []


def test_a_new_paragraph_needs_english_before_it_can_be_stale(repository: Repository) -> None:
    repository.replace(JIA_TEXT, "建立协调机制。", "建立协调机制。\n\n定期评估。")
    repository.replace(CAPTURE, "建立协调机制。", "建立协调机制。定期评估。")
    assert [(f.code, f.severity) for f in reported(repository)] == [("E002", "error")]
    repository.replace(JIA_ENGLISH, "a coordination mechanism.\n", "a coordination mechanism.\n\nEvaluate regularly.\n")
    assert [(f.code, f.severity) for f in reported(repository)] == [("E004", "warning")]
    assert run("status", "--root", repository.root, "--accept", "jia-2025/3/2") == 0
    assert reported(repository) == []


def test_without_its_lock_every_provision_is_stale(repository: Repository) -> None:
    (repository.root / LOCK).unlink()
    jia, *_ = load(repository.layout).plans
    assert stale(jia) == {p.id for p in jia.text.provisions if p.words}
    assert {f.code for f in reported(repository)} == {"E004"}


def test_a_warning_is_told_and_stops_nothing(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository, "建立协调机制。", "建立会商机制。")
    assert run("check", "--root", repository.root) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"{repository.line(JIA_ENGLISH, 'First, strengthen')}: E004 English must be of the present")
    assert out.endswith(" plans checked, 1 warning.\n")
    assert err == ""


def test_a_warning_for_github(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository, "建立协调机制。", "建立会商机制。")
    assert run("check", "--root", repository.root, "--format", "github") == 0
    [line] = capsys.readouterr().out.splitlines()
    _, number, _ = repository.line(JIA_ENGLISH, "First, strengthen").split(":")
    assert line.startswith(f"::warning file={JIA_ENGLISH},line={number},col=1,title=E004::English must be")


def test_a_warning_beside_an_error_is_told_too(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository, "建立协调机制。", "建立会商机制。")
    repository.replace(JIA_ENGLISH, "RMB 3 billion", "RMB 3 million")
    assert run("check", "--root", repository.root, "--format", "github") == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::error", "::error", "::warning"]


# accept


def test_accepting_a_provision_clears_exactly_it(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository, "建立协调机制。", "建立会商机制。")
    change(repository, "市委各部门。", "市委各部委。")
    repository.replace(JIA, "zh: 市委各部门", "zh: 市委各部委")
    lock = yaml.safe_load(repository.read(LOCK))
    assert old(repository) == {"3/1", "colophon/1"}
    assert run("status", "--root", repository.root, "--accept", "jia-2025/3/1") == 0
    assert capsys.readouterr().out == f"{LOCK}: 1 entry changed.\n"
    assert old(repository) == {"colophon/1"}
    after = yaml.safe_load(repository.read(LOCK))
    assert [key for key in lock if lock[key] != after[key]] == ["3/1"]
    assert list(after) == list(lock)
    [left] = reported(repository)
    assert said(left).endswith("(provision colophon/1)")


def test_accepting_a_plan_clears_all_of_it(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository, "建立协调机制。", "建立会商机制。")
    change(repository, "市委各部门。", "市委各部委。")
    assert run("status", "--root", repository.root, "--accept", "jia-2025") == 0
    assert capsys.readouterr().out == f"{LOCK}: 2 entries changed.\n"
    assert old(repository) == set()
    assert run("status", "--root", repository.root, "--accept", "jia-2025") == 0
    assert capsys.readouterr().out == f"{LOCK}: 0 entries changed.\n"


def test_accepting_one_provision_accepts_no_other_that_was_never_accepted(repository: Repository) -> None:
    (repository.root / LOCK).unlink()
    assert run("status", "--root", repository.root, "--accept", "jia-2025/3/1") == 0
    assert list(yaml.safe_load(repository.read(LOCK))) == ["3/1"]
    assert "3/1" not in old(repository)
    assert "3" in old(repository)


@pytest.mark.parametrize(
    ("address", "code"), [("jia-2025/9.9", "F002"), ("bing-2025", "S008"), ("bing-2025/3/1", "S008"), ("/", "S008")]
)
def test_accepting_what_is_not_there_changes_nothing(
    repository: Repository, capsys: pytest.CaptureFixture[str], address: str, code: str
) -> None:
    before = repository.read(LOCK)
    assert run("status", "--root", repository.root, "--accept", address) == 1
    assert f" {code} " in capsys.readouterr().err
    assert repository.read(LOCK) == before


def test_status_counts_what_is_stale(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository, "建立协调机制。", "建立会商机制。")
    assert run("status", "--root", repository.root) == 0
    lines = capsys.readouterr().out.splitlines()
    jia, yi = (next(line for line in lines if line.startswith(plan)) for plan in ("jia-2025", "yi-2021"))
    assert jia.split()[-2:] == ["draft", "1"]
    assert yi.split()[-2:] == ["in-preparation", "0"]


# E005: the lock


def test_an_entry_of_the_lock_that_names_no_provision(repository: Repository) -> None:
    repository.write(LOCK, f'{repository.read(LOCK)}"9/9": "0123456789ab"\n')
    repository.expect((repository.place(LOCK, '"0123456789ab"'), "E005", "entry must name a provision: '9/9'"))
    assert run("status", "--root", repository.root, "--accept", "jia-2025") == 0
    repository.expect()


@pytest.mark.parametrize("content", ["[]\n", "1\n", '"3/1": 5\n', '"3/1": [a]\n', "a\n"])
def test_a_lock_of_another_form(repository: Repository, content: str) -> None:
    repository.write(LOCK, content)
    [found] = repository.findings()
    assert (found.path, found.code) == (LOCK, "R001")
    assert "--accept jia-2025" in advised(found)


# fingerprints


def provision(words: str) -> Provision:
    return Provision("1", None, 1, None, words, None, (), 1)


def test_a_fingerprint_is_of_the_words_without_spaces() -> None:
    assert fingerprint(provision("甲 乙\n丙")) == fingerprint(provision("甲乙丙"))
    assert fingerprint(provision("甲乙丙")) != fingerprint(provision("甲丙乙"))
    assert fingerprint(provision("5家")) != fingerprint(provision("50家"))
    assert len(fingerprint(provision(""))) == 12
