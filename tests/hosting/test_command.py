from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.cli import main
from tests.sites import BuiltSite
from tests.small import Repository


def test_a_packed_site_holds_every_file_and_says_how_it_is_served(
    built_mini: BuiltSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = built_mini.layout.root
    assert main(["pack", "--root", str(root), "--output", str(tmp_path / "one.zip")]) == 0
    assert "http.server" in capsys.readouterr().out
    assert main(["pack", "--root", str(root), "--output", str(tmp_path / "two.zip")]) == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        said = packed.read("README.txt").decode()
        packed.extractall(tmp_path / "out")
    assert "甲市" in said
    assert "http.server --directory site" in said
    files = {path.relative_to(built_mini.folder) for path in built_mini.folder.rglob("*") if path.is_file()}
    out = tmp_path / "out/site"
    assert {path.relative_to(out) for path in out.rglob("*") if path.is_file()} == files


@pytest.mark.parametrize("arguments", [["pack"], ["recipe", "uploads"]])
@pytest.mark.parametrize(("language", "said"), [("en", "run `build` first"), ("zh", "请先运行 build")])
def test_without_a_site_there_is_nothing_to_pack_or_upload(
    repository: Repository, capsys: pytest.CaptureFixture[str], arguments: list[str], language: str, said: str
) -> None:
    assert main([*arguments, "--root", str(repository.root), "--lang", language]) == 2
    assert said in capsys.readouterr().err


def test_a_table_that_is_none_is_refused_with_its_name(
    built_mini: BuiltSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = {
        "none.tsv": None,
        "other.tsv": "a\tb\n",
        "pathless.tsv": "action\thash\nput\tx\n",
        "short.tsv": "action\thash\tpath\nput\tx\n",
        "long.tsv": "action\tpath\thash\nput\t" + "a" * 200_000 + "\tx\n",
    }
    for name, content in tables.items():
        if content:
            (tmp_path / name).write_text(content, encoding="utf-8")
        arguments = ["recipe", "uploads", "--published", str(tmp_path / name), "--root", str(built_mini.layout.root)]
        assert main(arguments) == 2
        assert name in capsys.readouterr().err


@pytest.mark.parametrize("place", ["site.zip", "data/site.zip"])
def test_a_site_is_not_packed_into_itself(
    built_mini: BuiltSite, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    target = built_mini.folder / place
    assert main(["pack", "--root", str(built_mini.layout.root), "--output", str(target)]) == 2
    assert str(target) in capsys.readouterr().err
    assert not [*built_mini.folder.rglob("*.zip*")]


def test_settings_name_the_path_of_the_site(
    built_mini: BuiltSite, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/plans/")
    assert main(["recipe", "headers", "--root", str(built_mini.layout.root)]) == 0
    told = capsys.readouterr().out
    assert "/plans/*\n  X-Content-Type-Options: nosniff\n" in told
    assert "/plans/en/*\n  Content-Security-Policy: " in told
    assert "/plans/assets/*.css\n  Cache-Control: public" in told
    assert main(["recipe", "nginx", "--root", str(built_mini.layout.root)]) == 0
    told = capsys.readouterr().out
    assert f'location "/plans/" {{\n    alias "{built_mini.folder.as_posix()}/";' in told
    assert '"~^/plans/en/" "/plans/en/404.html"' in told


def test_a_table_of_files_can_be_printed_in_any_terminal(built_mini: BuiltSite) -> None:
    command = [sys.executable, "-m", "generator", "recipe", "uploads", "--root", str(built_mini.layout.root)]
    done = subprocess.run(command, capture_output=True, check=True, env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert done.stdout.decode("ascii").startswith("action\tpath\t")
