"""What runs on GitHub: it is well formed, may do no more than it needs, and runs only code that is known."""

from __future__ import annotations

import datetime
import itertools
import os
import re
import shutil
import subprocess
import sys
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from check_jsonschema import main as check_jsonschema  # type: ignore[import-untyped]
from click.testing import CliRunner

from tests.cases import load_yaml
from tests.paths import ROOT

GITHUB = ROOT / ".github"
STARTED = ROOT / "generator/starting/files/.github"  # of a publication that `init` writes
WORKFLOWS = sorted(path for folder in (GITHUB, STARTED) for path in (folder / "workflows").glob("*.yml"))
PROGRAMS = Path(sys.executable).parent
USES = re.compile(r"uses: (?P<action>[\w./-]+)@(?P<commit>\S+)(?P<version> # v\d+\.\d+\.\d+)?$")


def read(path: Path) -> dict[Any, Any]:
    """Return a workflow. YAML 1.1 takes its key `on` for true; here it is a word."""
    workflow = load_yaml(path.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in workflow.items()}


def steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    """Return the steps of all jobs of a workflow."""
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def run(*command: str | Path) -> tuple[int, str]:
    """Run a program of the environment; return its exit code and what it said."""
    program = PROGRAMS / command[0]
    done = subprocess.run([program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def unlike(schema: str, *files: Path) -> str:
    """Return what in some files is not as a schema of GitHub has it; "" where all is."""
    done = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, *map(str, files)])
    return "" if done.exit_code == 0 else done.output


each = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def test_actionlint_finds_nothing() -> None:
    assert run("actionlint", *WORKFLOWS) == (0, "")


def test_zizmor_finds_nothing_even_where_it_is_pedantic() -> None:
    code, said = run("zizmor", "--offline", "--no-progress", "--persona", "pedantic", GITHUB)
    assert code == 0, said


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_files_have_the_shape_that_github_reads(schema: str, files: list[Path]) -> None:
    assert not unlike(schema, *files)


def test_a_file_of_another_shape_is_told(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("on: push\njobs: 1\n", encoding="utf-8")
    assert "jobs" in unlike("vendor.github-workflows", wrong)


@each
def test_every_action_is_a_commit_with_its_version_beside_it(path: Path) -> None:
    lines = [line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines()]
    used = [USES.fullmatch(line) for line in lines if line.startswith("uses:")]
    assert used
    for match in used:
        assert match, "an action must be written owner/name@commit # vX.Y.Z"
        assert re.fullmatch(r"[0-9a-f]{40}", match["commit"]), match[0]
        assert match["version"], match[0]


def test_an_action_is_used_at_one_commit_everywhere() -> None:
    texts = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    used = set(re.findall(r"uses: (\S+)@(\S+ # \S+)", texts))
    assert len(used) == len({action for action, _ in used}), sorted(used)


@each
def test_a_job_has_only_the_permissions_it_names(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert job["timeout-minutes"] <= 45


@each
def test_no_script_holds_an_expression(path: Path) -> None:
    assert [step["run"] for step in steps(read(path)) if "${{" in step.get("run", "")] == []


@each
def test_nothing_is_started_with_rights_over_the_code_of_others(path: Path) -> None:
    assert "pull_request_target" not in read(path)["on"]
    assert all(
        step["with"]["persist-credentials"] is False
        for step in steps(read(path))
        if step.get("uses", "").startswith("actions/checkout@")
    )


def test_a_pull_requests_own_code_can_write_nothing_and_sees_no_secret() -> None:
    path = GITHUB / "workflows/pull-request.yml"
    assert {frozenset(job["permissions"].items()) for job in read(path)["jobs"].values()} == {
        frozenset({("contents", "read")})
    }
    assert "secrets." not in path.read_text(encoding="utf-8")


def test_what_may_write_comments_runs_the_default_branchs_code_alone() -> None:
    workflow = read(GITHUB / "workflows/pull-request-comment.yml")
    checkout, script = steps(workflow)
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert checkout["with"]["sparse-checkout"] == ".github/comment.py"
    assert script["run"] == 'python3 .github/comment.py "$GITHUB_EVENT_PATH"'
    assert (GITHUB / "comment.py").is_file()


def test_the_comment_follows_the_workflow_that_made_the_comparison() -> None:
    made = read(GITHUB / "workflows/pull-request.yml")
    follows = read(GITHUB / "workflows/pull-request-comment.yml")["on"]["workflow_run"]["workflows"]
    assert follows == [made["name"]]
    script = (GITHUB / "comment.py").read_text(encoding="utf-8")
    [kept] = [step["with"] for step in made["jobs"]["changes"]["steps"] if "upload-artifact" in step.get("uses", "")]
    assert f'ARTIFACT, FILE = "{kept["name"]}", "{kept["path"]}"' in script


@pytest.mark.parametrize(("name", "target"), [("pull-request", "test"), ("main", "test"), ("weekly", "test-all")])
def test_a_change_is_tested_before_it_is_published_and_everything_weekly(name: str, target: str) -> None:
    assert f"make {target}" in [step.get("run") for step in steps(read(GITHUB / f"workflows/{name}.yml"))]


def test_what_is_made_in_a_workflow_can_be_made() -> None:
    for root, paths in groupby(WORKFLOWS, key=lambda path: path.parents[2]):
        scripts = [step.get("run", "") for path in paths for step in steps(read(path))]
        targets = {match[1] for script in scripts for match in re.finditer(r"\bmake (\S+)", script)}
        assert targets
        for target in targets:
            made = subprocess.run(["make", "--dry-run", target], cwd=root, capture_output=True, text=True, check=False)
            assert made.returncode == 0, made.stderr


def test_what_is_installed_in_a_workflow_is_pinned_with_hashes() -> None:
    for step in (step for path in WORKFLOWS for step in steps(read(path))):
        for line in step.get("run", "").splitlines():
            if "pip install" in line:
                file = re.fullmatch(r".* --require-hashes -r (requirements[\w-]*\.txt)", line)
                assert file, line
                assert (ROOT / file[1]).is_file()


@pytest.mark.publication
def test_paths_named_to_owners_exist() -> None:
    for line in (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            pattern, owner = line.split()
            assert list(ROOT.glob(pattern.strip("/"))), pattern
            assert owner == "@park-plans/maintainers"


PUBLISHING = [GITHUB / "workflows/main.yml", STARTED / "workflows/publish.yml"]
publishing = pytest.mark.parametrize("path", PUBLISHING, ids=lambda path: path.name)


@publishing
def test_the_site_is_built_every_day_by_the_time_of_its_place(path: Path) -> None:
    workflow = read(path)
    [daily] = workflow["on"]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* \*", daily["cron"])
    hours = datetime.timedelta(hours=8)
    shown = subprocess.run(["date", "+%z"], env={"TZ": workflow["env"]["TZ"], "PATH": os.environ["PATH"]},
                           capture_output=True, text=True, check=True)  # fmt: skip
    assert datetime.datetime.strptime(shown.stdout.strip(), "%z").utcoffset() == hours


@publishing
def test_documents_are_made_with_a_font_where_they_are_asked_for(path: Path) -> None:
    names = [step.get("name") for step in steps(read(path))]
    font, build = names.index("Install a font for documents"), names.index("Build")
    assert font < build
    installing, building = (steps(read(path))[i] for i in (font, build))
    assert "fonts-noto-cjk" in installing["run"]
    asked = "--documents" in building["run"] or (
        "BUILD_ARGS" in building["env"]["ARGS"] and "BUILD_ARGS" in installing["if"]
    )
    assert asked


@publishing
def test_what_is_published_already_is_not_deployed_again(path: Path, tmp_path: Path) -> None:
    workflow = read(path)
    [compare] = [step["run"] for step in steps(workflow) if step.get("id") == "compare"]
    assert "needs.build.outputs.changed == 'true'" in workflow["jobs"]["publish"]["if"]
    published, out, days = tmp_path / "published", tmp_path / "out", itertools.count()
    published.mkdir()

    def changed(page: str, event: str = "schedule") -> str:
        """Build a site of one page on another day, compare and publish it; return what the step says."""
        site = tmp_path / "site"
        shutil.rmtree(site, ignore_errors=True)
        site.mkdir()
        (site / "index.html").write_text(page, encoding="utf-8")
        (site / "built.json").write_text(f"{next(days)}", encoding="utf-8")
        out.unlink(missing_ok=True)
        set_ = {"SITE_URL": published.as_uri(), "EVENT": event, "GITHUB_OUTPUT": str(out)}
        subprocess.run(["bash", "-e", "-c", compare], cwd=tmp_path, env={**os.environ, **set_}, check=True)
        shutil.copy(site / "site.sha256", published)
        return out.read_text(encoding="utf-8").strip()

    assert changed("one") == "changed=true"  # nothing is published yet
    assert changed("one") == "changed=false"
    assert changed("one", "workflow_dispatch") == "changed=true"
    assert changed("two") == "changed=true"
    assert changed("one") == "changed=true"  # an earlier one, but not the last


def test_a_changed_figure_must_be_told_in_a_pull_request() -> None:
    for path in (GITHUB / "workflows/pull-request.yml", STARTED / "workflows/publish.yml"):
        compared = [
            step["run"]
            for step in steps(read(path))
            if re.search(r"(?:generator|park-plans) diff ", step.get("run", ""))
        ]
        assert [command for command in compared if "--require-changes" in command] == compared != []
