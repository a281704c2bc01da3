"""The program as others install it: a wheel, away from the checkout, that makes a publication and builds it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator import __version__
from tests.paths import ROOT

pytestmark = pytest.mark.builds

NAME = f"park_plans-{__version__}-py3-none-any.whl"
CHINESE_NAME = "甲市园区计划"


def run(*command: str | Path, cwd: Path, path: Path | None = None) -> str:
    """Run a command, with nothing of this repository in the environment, and return what it printed.

    path: a folder of packages that go before those of the interpreter
    """
    kept = ("PATH", "HOME", "LANG", "TMPDIR", "PIP_INDEX_URL", "PIP_CONFIG_FILE", "SSL_CERT_FILE")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    if path:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the program, made without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder))
    done = subprocess.run([*pip, "wheel", *options, str(ROOT)], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / NAME


def test_a_wheel_holds_one_package_with_all_it_needs(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names} == {"generator", f"park_plans-{__version__}.dist-info"}
    held = {name.removeprefix("generator/") for name in names}
    folders = {"": ROOT / "generator", "site_templates/": ROOT / "site_templates"}
    wanted = {
        f"{prefix}{path.relative_to(folder).as_posix()}"
        for prefix, folder in folders.items()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted | {"mkdocs.yml"} <= held


def test_an_installed_program_makes_a_publication_and_builds_it(wheel: Path, tmp_path: Path) -> None:
    """The libraries are those of the tests; only the program comes from the wheel."""
    installed, away = tmp_path / "installed", tmp_path / "away"
    away.mkdir()
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    run(*pip, "install", "--no-deps", "--no-index", "--target", installed, wheel, cwd=away)
    where = run(sys.executable, "-c", "import generator; print(generator.__file__)", cwd=away, path=installed)
    assert Path(where.strip()).is_relative_to(installed)
    run(sys.executable, "-m", "generator", "init", "plans", cwd=away, path=installed)
    run(sys.executable, "-m", "generator", "build", cwd=away / "plans", path=installed)
    assert CHINESE_NAME in (away / "plans/site/zh/index.html").read_text(encoding="utf-8")
    assert (away / "plans/program" / NAME).read_bytes() == wheel.read_bytes()


@pytest.mark.slow
def test_a_publication_sets_itself_up_from_the_wheel_it_was_given(wheel: Path, tmp_path: Path) -> None:
    """In an environment of its own, with the libraries of the registry, by the commands of its README."""
    venv = tmp_path / "venv"
    run(sys.executable, "-m", "venv", venv, cwd=tmp_path)
    run(venv / "bin/python", "-m", "pip", "--quiet", "install", wheel, cwd=tmp_path)
    run(venv / "bin/park-plans", "init", "plans", cwd=tmp_path)
    made = tmp_path / "plans"
    run("make", f"PYTHON={sys.executable}", "site", cwd=made)
    assert CHINESE_NAME in (made / "site/zh/index.html").read_text(encoding="utf-8")
    run("make", "check", "schemas", cwd=made)
