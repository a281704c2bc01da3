"""Recipes for folders and addresses with signs that mean something in the settings of a server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from generator.findings.finding import WrongUse
from generator.hosting import policy, recipes
from generator.language.languages import LANGUAGES
from tests.sites import BuiltSite

NGINX = shutil.which("nginx")
FOLDERS = ("公 开", "a;b", "{x}", "it's", "# a", "a%20b", "~a", "(+)[*]")
BASES = ("/%E5%85%AC%20%E5%BC%80/", "/a;b/", "/%7Bx%7D/", "/公开/", "/a#b/", "/~a/(b)+[c]*/", "/it%27s/", "/a.b/")


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
@pytest.mark.parametrize(("name", "base"), [*zip(FOLDERS, BASES, strict=True)])
def test_nginx_takes_any_recipe_that_is_made(tmp_path: Path, name: str, base: str) -> None:
    site = tmp_path / name / "site"
    site.mkdir(parents=True)
    logs = f"pid {tmp_path}/pid; error_log {tmp_path}/log; events {{ }} http {{ access_log off;"
    temporary = "".join(
        f"{kind}_temp_path {tmp_path}/t;" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    server = recipes.nginx(site, base, LANGUAGES).replace("listen 80;", "listen 127.0.0.1:18080;")
    (tmp_path / "nginx.conf").write_text(f"{logs}{temporary}{server}}}", encoding="utf-8")
    done = subprocess.run(
        [str(NGINX), "-t", "-c", tmp_path / "nginx.conf"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f'alias "{site.as_posix()}/";' in server


@pytest.mark.parametrize("name", ['a"b', "a\\b", "$x", "a\nb", "a\tb", "a\x7f", os.fsdecode(b"\xff")])
def test_a_folder_that_nginx_cannot_be_told_is_refused(name: str) -> None:
    with pytest.raises(WrongUse) as told:
        recipes.nginx(Path("/srv") / name / "site", "/", LANGUAGES)
    assert told.value.message.says == "host.nginx"


@pytest.mark.parametrize("base", ["/$x/", "/%24x/", "/a%22b/", "/a%5Cb/", "/a%3Fb/", "/a%0Ab/"])
def test_an_address_that_nginx_cannot_be_told_is_refused(base: str) -> None:
    with pytest.raises(WrongUse):
        recipes.nginx(Path("/srv/site"), base, LANGUAGES)


@pytest.mark.parametrize(
    ("base", "expected"),
    [("/a.b/", '"~^/a\\.b/zh/" "/a.b/zh/404.html"'), ("/%E5%9B%AD/", '"~^/园/zh/" "/园/zh/404.html"')],
)
def test_nginx_is_told_addresses_as_it_compares_them(base: str, expected: str) -> None:
    """It decodes what is asked for first, and a dot of an expression stands for any sign."""
    told = recipes.nginx(Path("/srv/site"), base, LANGUAGES)
    assert expected in told
    assert f'return 301 "{base}";' in told


def test_signs_that_the_file_of_headers_reads_otherwise_are_coded() -> None:
    assert "/a%2Ab/%3Ac/assets/*.js\n" in recipes.headers("/a*b/:c/")
    assert "/%E5%9B%AD/*\n" in recipes.headers("/园/")


def test_the_file_of_headers_names_one_policy_for_each_page() -> None:
    """Hosts add up what all blocks say: where two policies hold, the stricter one would refuse frames."""
    blocks = [block.splitlines() for block in re.split(r"\n(?=/)", recipes.headers("/plans/"))]
    policies = {path: [line for line in said if policy.POLICY in line] for path, *said in blocks}
    for page, framed in (("zh/", False), ("en/plans/x/", False), ("", False), ("embed/en/compare/x/", True)):
        at = f"/plans/{page}"
        said = [line for path, lines in policies.items() if fnmatchcase(at, path) for line in lines]
        assert [line.endswith("frame-ancestors *") for line in said] == [framed], at


def test_a_recipe_is_the_same_in_any_terminal(built_mini: BuiltSite, tmp_path: Path) -> None:
    root = tmp_path / "公 开"
    for name in ("content", "structured"):
        shutil.copytree(built_mini.layout.root / name, root / name)
    command = [sys.executable, "-m", "generator", "recipe", "nginx", "--root", str(root)]
    done = subprocess.run(command, capture_output=True, check=True, env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert f'alias "{root.as_posix()}/site/";' in done.stdout.decode("utf-8")
