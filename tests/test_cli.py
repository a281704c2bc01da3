from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.findings import PRINTERS, DataError, Finding
from tests.conftest import JIA, JIA_TEXT, MINI, ROOT, Golden, Repository

FINDING = Finding(
    "content/a,b.md", 3, 7, "Q001", "quote must stand there: '50%,\r\nx::error::y'", "copy it:\nall of it"
)


def run(*arguments: str | Path) -> int:
    return main([str(a) for a in arguments])


def test_a_repository_with_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--root", MINI) == 0
    assert capsys.readouterr() == ("2 plans checked, nothing wrong.\n", "")


def test_nothing_wrong_is_an_empty_list_in_json_and_nothing_for_github(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--root", MINI, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run("check", "--root", MINI, "--format", "github") == 0
    assert capsys.readouterr() == ("", "")


def broken(repository: Repository) -> Path:
    """Break a repository in three families."""
    repository.untranslate()
    repository.replace(JIA, "value: 3000000000", "value: 30")
    repository.replace(JIA, "words: 甲园管理局", "words: 乙园管理局")
    repository.replace(JIA_TEXT, "抄送:", "分送:")
    return repository.root


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_findings_are_printed_and_counted(
    repository: Repository, capsys: pytest.CaptureFixture[str], golden: Golden, form: str
) -> None:
    assert run("check", "--root", broken(repository), "--format", form) == 1
    out, err = capsys.readouterr()
    golden(f"check.{form}.txt", out)
    assert err == "3 findings.\n"
    assert "Traceback" not in out + err


def test_a_finding_for_a_terminal() -> None:
    finding = Finding("a.yaml", 3, 7, "Q001", "must be there", "copy it")
    assert (
        PRINTERS["text"]([finding, finding])
        == "a.yaml:3:7: Q001 must be there\n    → copy it\na.yaml:3:7: Q001 must be there\n    → copy it"
    )


def test_a_finding_for_github_is_one_line_and_ends_no_command() -> None:
    assert PRINTERS["github"]([FINDING]) == (
        "::error file=content/a%2Cb.md,line=3,col=7,title=Q001"
        r"::quote must stand there: '50%25,\r\nx::error::y' → copy it:\nall of it"
    )
    colon = Finding("C:/100%.md", 1, 1, "S001", "m", "h")
    assert PRINTERS["github"]([colon]) == "::error file=C%3A/100%25.md,line=1,col=1,title=S001::m → h"


def test_a_finding_in_json() -> None:
    assert json.loads(PRINTERS["json"]([FINDING])) == [
        {
            "path": "content/a,b.md", "line": 3, "column": 7, "code": "Q001",
            "message": "quote must stand there: '50%,\r\nx::error::y'", "hint": "copy it:\nall of it",
            "severity": "error",
        }
    ]  # fmt: skip


def test_what_a_value_says_cannot_begin_a_command_of_its_own(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.replace(JIA, "id: revenue", 'id: "a\\n::error file=x::%0Aowned"')
    assert run("check", "--root", repository.root, "--format", "github") == 1
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith("::error file=structured/plans/jia-2025.yaml,line=36,col=9,title=R004::")
    assert line.count("%250Aowned") == 1


def test_findings_come_once_and_in_the_order_of_files_and_lines() -> None:
    b, a9, a10 = (Finding(path, line, 1, "X", "m", "h") for path, line in (("b", 1), ("a", 9), ("a", 10)))
    assert DataError([b, a10, a9, b]).findings == [a9, a10, b]


@pytest.mark.parametrize("command", [["check"], ["status"]])
def test_a_folder_without_the_data_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert run(*command, "--root", tmp_path) == 2
    assert capsys.readouterr() == ("", f"{tmp_path} must hold the folders content/ and structured/\n")
    (tmp_path / "content").mkdir()
    assert run(*command, "--root", tmp_path / "nowhere") == 2


@pytest.mark.parametrize(
    "arguments", [[], ["chekc"], ["check", "--format", "xml"], ["check", "--nonsense"], ["check", "--root"]]
)
def test_a_command_that_does_not_exist_is_wrong_use(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m generator")


def test_the_coverage_of_each_plan(capsys: pytest.CaptureFixture[str], golden: Golden) -> None:
    assert run("status", "--root", MINI) == 0
    golden("status.txt", capsys.readouterr().out)


def test_the_passages_of_a_plan(capsys: pytest.CaptureFixture[str], golden: Golden) -> None:
    assert run("status", "--root", MINI, "--provisions", "jia-2025") == 0
    golden("provisions.txt", capsys.readouterr().out)


def test_the_passages_of_a_plan_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("status", "--root", MINI, "--provisions", "bing-2025") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("content/bing-2025/zh.md:1:1: S008 file is missing")


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (JIA, b"\xff\xfe"),
        (JIA, b""),
        (JIA, b"[]"),
        (JIA, b"id: [\n"),
        (JIA, b"{1: 2, null: 3, 2025-01-01: 4, 1.5: 5, true: 6}"),
        (JIA, b"[" * 50_000),
        ("structured/units.yaml", b"a: 1\n"),
        ("structured/units.yaml", b"- 1\n- null\n- [a]\n"),
        ("content/jia-2025/dropped.yaml", b"- {line: 0, text: '', reason: x}\n"),
        ("content/jia-2025/dropped.yaml", b"- {line: 99999999999999999, text: x, reason: x}\n"),
        (JIA_TEXT, b""),
        (JIA_TEXT, b"---\nplan: [\n---\n"),
        (JIA_TEXT, b"---\ndate: 2025-13-45\n---\n"),
        (JIA_TEXT, b"---\nplan: jia-2025\n---\n"),
        (JIA_TEXT, "---\nplan: jia-2025\n---\n## 一、甲\n#### ".encode() + b"9" * 5000 + b". x\n"),
        (JIA_TEXT, "---\nplan: jia-2025\n---\n## 一、甲\n".encode() + "九".encode() * 5000),
        ("content/jia-2025/source.txt", b""),
        ("content/jia-2025/source.txt", b"\x00"),
    ],
)
def test_whatever_a_file_holds_it_ends_in_findings(
    repository: Repository, capsys: pytest.CaptureFixture[str], path: str, content: bytes
) -> None:
    repository.write(path, content)
    assert run("check", "--root", repository.root) == 1
    out, err = capsys.readouterr()
    assert path.rsplit("/", 1)[0] in out
    assert err.endswith(" findings.\n")


@pytest.mark.parametrize(
    "old",
    [
        "    value: 3000000000\n",
        '    printed: {value: "30", unit: 亿元}\n',
        "    unit: CNY\n",
        "    year: 2026\n",
        "    provision: 1/2\n",
    ],
)
def test_whatever_is_left_out_ends_in_findings(
    repository: Repository, capsys: pytest.CaptureFixture[str], old: str
) -> None:
    repository.replace(JIA, old, "")
    assert run("check", "--root", repository.root) == 1
    assert JIA in capsys.readouterr().out


@pytest.mark.parametrize(
    "name",
    ["content/jia-2025/zh.md", "content/jia-2025/source.txt", "content/jia-2025/dropped.yaml", "structured/units.yaml"],
)
def test_a_missing_file_is_named(repository: Repository, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (repository.root / name).unlink()
    assert run("check", "--root", repository.root) == 1
    assert "S008" in (out := capsys.readouterr().out)
    assert name in out


def test_missing_folders_of_records_are_named(repository: Repository) -> None:
    for folder in ("parks", "plans"):
        for path in (repository.root / "structured" / folder).iterdir():
            path.unlink()
    repository.expect(
        ("structured/parks:1:1", "S008", "folder must hold at least one .yaml file"),
        ("structured/plans:1:1", "S008", "folder must hold at least one .yaml file"),
    )


def test_symbolic_links_are_refused_wherever_they_are(repository: Repository) -> None:
    (repository.root / "content/jia-2025/picture.png").symlink_to("/etc/hostname")
    (repository.root / "structured/more").symlink_to(repository.root)
    repository.expect(
        ("content/jia-2025/picture.png:1:1", "S001", "there must be no symbolic links here"),
        ("structured/more:1:1", "S001", "there must be no symbolic links here"),
    )


def test_what_is_wrong_in_the_form_of_several_files_is_reported_at_once(repository: Repository) -> None:
    repository.write("structured/units.yaml", "- {id: count, id: count}\n")
    repository.write(JIA_TEXT, "---\nplan: jia-2025\n---\n## 目标\n")
    repository.replace(JIA, "kind: action-plan", "kind: wish-list")
    repository.replace("structured/parks/yi.yaml", "pinyin:", "pinjin:")
    repository.expect(
        (f"{JIA_TEXT}:4:1", "S010", "must begin with its printed number"),
        ("structured/parks/yi.yaml:1:1", "R003", "key missing: 'pinyin'"),
        ("structured/parks/yi.yaml:4:9", "R002", "unknown key: 'pinjin'"),
        (
            repository.place(JIA, "wish-list"),
            "R004",
            "kind must be one of 'action-plan' or 'five-year-plan': 'wish-list'",
        ),
        ("structured/units.yaml:1:15", "S006", "a key must occur once: 'id'"),
    )


def test_the_module_is_a_command(repository: Repository) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--root", broken(repository)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, env={"PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "3 findings.\n"
