from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.findings.finding import DataError, Finding
from generator.messages.arguments import spoken
from tests.fixtures import Golden
from tests.paths import JIA, JIA_TEXT, MINI, ROOT
from tests.site.test_build import copy_of
from tests.sites import TODAY, BuiltSite
from tests.small import Repository

PLANS = sorted(path.stem for path in (MINI / "structured" / "plans").iterdir())


def run(*arguments: str | Path) -> int:
    return main([str(a) for a in arguments])


def test_a_repository_with_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--root", MINI) == 0
    assert capsys.readouterr() == (f"{len(PLANS)} plans checked, nothing wrong.\n", "")


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


def test_what_a_value_says_cannot_begin_a_command_of_its_own(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.replace(JIA, "id: revenue", 'id: "a\\n::error file=x::%0Aowned"')
    assert run("check", "--root", repository.root, "--format", "github") == 1
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith("::error file=structured/plans/jia-2025.yaml,line=46,col=9,title=R004::")
    assert line.count("%250Aowned") == 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_findings_are_printed_in_the_language_asked_for(
    repository: Repository, capsys: pytest.CaptureFixture[str], golden: Golden, language: str
) -> None:
    assert run("check", "--root", broken(repository), "--lang", language) == 1
    out, err = capsys.readouterr()
    golden(f"check.{language}.txt", out)
    assert err == {"en": "3 findings.\n", "zh": "共 3 处问题。\n"}[language]
    assert run("check", "--root", MINI, "--lang", language) == 0
    assert capsys.readouterr().out == {
        "en": f"{len(PLANS)} plans checked, nothing wrong.\n", "zh": f"已检查 {len(PLANS)} 份计划，未发现问题。\n"
    }[language]  # fmt: skip


def test_a_build_says_in_chinese_why_nothing_was_published(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build", "--root", broken(repository), "--lang", "zh") == 1
    assert capsys.readouterr().err.endswith("共 3 处问题。\n本次没有发布，此前发布的网站保持不变。\n")


def test_all_findings_are_added_to_the_job_summary_of_github(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    page = repository.root / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    assert run("check", "--root", broken(repository), "--format", "github") == 1
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n<h2>3 findings. / 共 3 处问题。</h2>")
    golden("check.summary.html", text.removeprefix("before\n"))
    page.unlink()
    assert run("check", "--root", repository.root, "--format", "github", "--lang", "zh") == 1
    assert "findings" not in page.read_text(encoding="utf-8")
    page.unlink()
    assert run("check", "--root", repository.root) == 1
    assert not page.exists()


def test_one_plan_can_be_checked_alone(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.replace(JIA, "value: 3000000000", "value: 30")
    repository.replace("structured/parks/jia.yaml", "words: 发展云计算产业", "words: 发展")
    repository.replace("structured/bodies.yaml", "zh: 乙区科技委", "zh: 乙区 科技委")
    assert run("check", "--root", repository.root, "--plan", "jia-2025") == 1
    out, err = capsys.readouterr()
    assert out.count(" N004 ") == len(out.splitlines()) // 2 == 1
    assert err == "1 finding.\n"
    assert run("check", "--root", repository.root, "--plan", "yi-2021") == 0
    assert capsys.readouterr().out == "1 plan checked, nothing wrong.\n"


def test_a_plan_is_checked_though_another_cannot_be_read(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.write(JIA, "id: [")
    assert run("check", "--root", repository.root, "--plan", "yi-2021") == 0
    assert run("check", "--root", repository.root, "--plan", "jia-2025") == 1
    repository.write("structured/units.yaml", "id: [")
    assert run("check", "--root", repository.root, "--plan", "yi-2021") == 1
    assert "structured/units.yaml:2:1: S004" in capsys.readouterr().out


def test_a_plan_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--root", MINI, "--plan", "jia") == 2
    assert run("check", "--root", MINI, "--plan", "../jia-2025", "--lang", "zh") == 2
    assert capsys.readouterr() == (
        "",
        f"there is no plan jia; there are: {', '.join(PLANS)}\n没有“../jia-2025”这份计划；现有：{'、'.join(PLANS)}\n",
    )


def test_findings_come_once_and_in_the_order_of_files_and_lines() -> None:
    b, a9, a10 = (Finding.of("S003.empty", path, line) for path, line in (("b", 1), ("a", 9), ("a", 10)))
    assert DataError([b, a10, a9, b]).findings == [a9, a10, b]


@pytest.mark.parametrize("command", [["check"], ["status"]])
def test_a_folder_without_the_data_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert run(*command, "--root", tmp_path) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{tmp_path} must hold the folders content/ and structured/")
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


@pytest.mark.builds
def test_the_module_is_a_command(repository: Repository) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--root", broken(repository)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, env={"PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "3 findings.\n"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_TW"}, "zh"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": ""}, "en"),
    ],
)
def test_the_language_is_that_of_the_system(environment: dict[str, str], language: str) -> None:
    assert spoken(environment) == language


def test_a_command_starts_without_what_only_others_need() -> None:
    code = "import sys, generator.cli, generator.site.fingerprint; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    assert not {"pydantic", "jinja2", "mkdocs", "lxml", "pypinyin", "babel", "PIL"} & set(loaded.split())


@pytest.mark.builds
def test_the_command_leaves_a_site_alone_that_stands(
    built_site: BuiltSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    layout = copy_of(built_site, tmp_path)
    before = {path: path.stat().st_ino for path in layout.site.rglob("*")}
    monkeypatch.setattr("generator.project.clock.today", lambda: TODAY)
    monkeypatch.setattr("generator.site.build.build", None)  # not reached
    assert run("build", "--root", tmp_path) == 0
    assert capsys.readouterr().out.startswith("Nothing has changed")
    assert {path: path.stat().st_ino for path in layout.site.rglob("*")} == before
