from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from generator.cli import main
from tests.diff.conftest import REDIRECTS, History
from tests.paths import JIA, ROOT
from tests.small import Repository


def run(history: Repository, *arguments: str) -> int:
    return main(["diff", *arguments, "--root", str(history.root)])


def test_a_difference_is_told_in_both_languages(history: History, capsys: pytest.CaptureFixture[str]) -> None:
    history.replace(JIA, "proposed: null", "proposed: 甲谷")
    assert run(history, "start") == 0
    out, err = capsys.readouterr()
    assert ("疑为：— → 甲谷" in out, "Probably meant: — → 甲谷" in out, err) == (True, True, "")


@pytest.mark.parametrize(("language", "there", "absent"), [("zh", "疑为", "Probably"), ("en", "Probably", "疑为")])
def test_one_language_may_be_chosen(
    history: History, capsys: pytest.CaptureFixture[str], language: str, there: str, absent: str
) -> None:
    history.replace(JIA, "proposed: null", "proposed: 甲谷")
    assert run(history, "start", "--lang", language) == 0
    out = capsys.readouterr().out
    assert there in out
    assert absent not in out


def test_json_is_nothing_but_json(history: History, capsys: pytest.CaptureFixture[str]) -> None:
    history.replace(JIA, "- id: park-tax", "- id: tax-revenue")
    assert run(history, "start", "--format", "json") == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["findings"][0]["code"] == "P006"
    assert err.startswith(f"{REDIRECTS}:5:1: P006 published id must exist or be redirected: 'target/jia-2025/park-tax'")


def test_findings_in_head_are_told_with_what_differs(history: History, capsys: pytest.CaptureFixture[str]) -> None:
    history.replace(JIA, "value: 120", "value: 130")
    assert run(history, "start") == 1
    out, err = capsys.readouterr()
    assert "The head has 1 finding that must be mended" in out
    assert "more than 120 | more than 130" in out
    assert "N004 value must be what is printed, 120: '130'" in err


@pytest.mark.parametrize("asked", ["nowhere", "start..nowhere", "a..b..c"])
def test_a_state_that_cannot_be_had_is_wrong_use(
    history: History, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    assert run(history, asked) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert asked.rpartition("..")[2] in err


def test_an_option_of_git_never_reaches_it(history: History, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "--root", str(history.root), "--", "--output=stolen"]) == 2
    assert "states must be written BASE, BASE..HEAD or BASE...HEAD" in capsys.readouterr().err
    assert not (history.root / "stolen").exists()


@pytest.mark.slow
def test_the_module_is_a_command(history: History) -> None:
    history.replace(JIA, "- id: park-tax", "- id: tax-revenue")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "diff", "start", "--root", str(history.root)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 1
    assert "## 读者会看到的变化" in done.stdout
    assert "P006" in done.stderr
