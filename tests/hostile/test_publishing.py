"""A site is exchanged for another: at every moment there is one, whole, whoever is killed and whoever reads."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.project.layout import Layout
from generator.site import build as builder
from generator.site import publish
from tests.hostile.test_interruptions import contents
from tests.paths import MINI, ROOT
from tests.sites import TODAY, BuiltSite

pytestmark = pytest.mark.builds

CALLS = ("rename", "replace", "link", "unlink", "remove", "rmdir", "mkdir")
NAMES = ("older", "old", "new")


def killing(at: int) -> None:
    """Let this process be killed before its nth call that changes what stands in a folder."""
    made = 0

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def called(*arguments: object, **named: object) -> object:
            nonlocal made
            made += 1
            if made == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        return called

    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))
    publish.exchange = counted(publish.exchange)  # type: ignore[attr-defined, assignment]


def killed(action: Callable[[], object], at: int) -> bool:
    """Do something in a process of its own that is killed at its nth call, and return whether it came so far."""
    child = os.fork()
    if not child:
        code = 1
        try:
            killing(at)
            action()
            code = 0
        finally:
            os._exit(code)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL), status
    return status == signal.SIGKILL


def lay(folder: Path, name: str) -> None:
    (folder / "below").mkdir(parents=True)
    for file in (f"{name}-1.html", f"below/{name}-2.html", f"below/{name}-3.html"):
        (folder / file).write_text(name, encoding="utf-8")


def whole(site: Path) -> str:
    """Return which site stands there; it must be one of them, whole."""
    [name] = [name for name in NAMES if (site / f"{name}-1.html").is_file()]
    assert set(contents(site)) == {f"{name}-1.html", f"below/{name}-2.html", f"below/{name}-3.html"}
    return name


@pytest.mark.parametrize("exchanges", [True, False])
@pytest.mark.parametrize("linked", [True, False])
def test_a_swap_killed_at_any_call_leaves_a_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool, linked: bool
) -> None:
    """It is there at once; where a system cannot exchange folders, as soon as the next command begins."""
    if not exchanges:
        monkeypatch.setattr(publish, "exchange", lambda *_: False)
    seen = set()
    for at in range(1, 100):
        place = tmp_path / str(at)
        new, site = place / "build/next", place / "site"
        lay(place / "served" if linked else site, "old")
        if linked:
            site.symlink_to("served")
        lay(new, "new")
        lay(place / "build/next.previous", "older")
        came = killed(lambda new=new, site=site: publish.swap(new, site), at)  # type: ignore[misc]
        if exchanges:
            assert whole(site) != "older"
        publish.recover(new, site)
        seen.add(whole(site))
        assert site.is_symlink() == linked
        shutil.rmtree(new, ignore_errors=True)
        lay(new, "new")
        publish.swap(new, site)  # the next build is none the worse for it
        assert whole(site) == "new"
        assert list((place / "build").iterdir()) == []
        if not came:
            break
    assert not came
    assert at > 10
    assert {"old", "new"} <= seen <= {"old", "new"}


def test_a_command_puts_back_what_a_killed_swap_took_away(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path, dirs_exist_ok=True)
    lay(tmp_path / "build/next.previous", "old")
    subprocess.run([sys.executable, "-m", "generator", "check", "--root", str(tmp_path)], cwd=ROOT, check=True)
    assert whole(tmp_path / "site") == "old"


@contextmanager
def reading(site: Path) -> Iterator[list[int]]:
    """Read a file of the site again and again in another process; give how often it was there, and how often not."""
    told, end = os.pipe()
    child = os.fork()
    if not child:
        counts, going = [0, 0], True

        def stop(*_: object) -> None:
            nonlocal going
            going = False

        signal.signal(signal.SIGTERM, stop)
        while going:
            try:
                (site / "index.html").read_bytes()
                counts[0] += 1
            except OSError:
                counts[1] += 1
        os.write(end, repr(counts).encode())
        os._exit(0)
    found: list[int] = []
    try:
        time.sleep(0.2)
        yield found
    finally:
        os.kill(child, signal.SIGTERM)
        os.waitpid(child, 0)
        found += map(int, os.read(told, 100).decode().strip("[]").split(","))
        os.close(told)
        os.close(end)


def test_a_reader_misses_nothing_while_sites_are_exchanged(tmp_path: Path) -> None:
    new, site = tmp_path / "build/next", tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("0", encoding="utf-8")
    with reading(site) as found:
        for i in range(300):
            new.mkdir(parents=True)
            (new / "index.html").write_text(str(i), encoding="utf-8")
            publish.swap(new, site)
    assert found[0] > 300
    assert found[1] == 0


def change(layout: Layout, i: int) -> None:
    park = layout.structured / "parks/yi.yaml"
    words = park.read_text(encoding="utf-8")
    park.write_text(re.sub("en: Park [BC]", f"en: Park {'BC'[i % 2]}", words, count=1), encoding="utf-8")


@pytest.mark.slow
def test_a_reader_misses_nothing_during_ten_builds(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "repository")
    shutil.copytree(MINI, layout.root)
    builder.build(layout, lambda _: None, today=TODAY)
    with reading(layout.site) as found:
        for i in range(10):
            change(layout, i)
            assert not builder.build(layout, lambda _: None, today=TODAY, force=i == 0).skipped
    assert found[0] > 1000
    assert found[1] == 0


@pytest.mark.slow
@pytest.mark.parametrize("exchanges", [True, False])
def test_a_hundred_kills_while_a_site_is_exchanged_leave_one_whole(
    built_mini: BuiltSite, built_moved: BuiltSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    """At calls spread over the whole of it: most of them take the old site away."""
    if not exchanges:
        monkeypatch.setattr(publish, "exchange", lambda *_: False)
    sites = [contents(built.folder) for built in (built_mini, built_moved)]
    kills = 0
    for at in [*range(1, 21), *range(21, 421, 5)]:
        new, site = tmp_path / f"{at}/build/next", tmp_path / f"{at}/site"
        shutil.copytree(built_mini.folder, site)
        shutil.copytree(built_moved.folder, new)
        kills += killed(lambda new=new, site=site: publish.swap(new, site), at)  # type: ignore[misc]
        if not exchanges:
            publish.recover(new, site)
        assert contents(site) in sites
        shutil.rmtree(tmp_path / str(at))
    assert kills >= 50


@pytest.mark.slow
@pytest.mark.parametrize("exchanges", [True, False])
def test_a_build_killed_while_publishing_leaves_a_whole_site_and_the_next_one_succeeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    layout = Layout(tmp_path / "repository")
    shutil.copytree(MINI, layout.root)
    if not exchanges:
        monkeypatch.setattr(publish, "exchange", lambda *_: False)

    def build(i: int) -> dict[str, str]:
        change(layout, i)
        builder.build(layout, lambda _: None, today=TODAY)
        return contents(layout.site)

    swap, sites = publish.swap, [build(0), build(1)]
    assert sites[0] != sites[1]
    for i, at in enumerate((1, 2, 3, 4, 5, 50, 300)):

        def publishing(i: int = i, at: int = at) -> None:
            def counting(*arguments: Path) -> None:
                killing(at)
                swap(*arguments)

            monkeypatch.setattr(publish, "swap", counting)  # in this process alone, which ends here
            build(i % 2)

        assert killed(publishing, 0), at
        publish.recover(layout.next, layout.site)
        assert contents(layout.site) in sites, at
        assert build(i % 2) == sites[i % 2]


TRACED = ("rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat")
SWAP = "import sys, pathlib; from generator.site import publish; publish.swap(*map(pathlib.Path, sys.argv[1:]))"


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize("exchanges", [True, False])
def test_a_swap_killed_by_the_system_at_any_call_leaves_a_whole_site(tmp_path: Path, exchanges: bool) -> None:
    kills = 0
    for call in TRACED:
        for at in range(1, 50):
            place = tmp_path / f"{call}-{at}"
            new, site = place / "build/next", place / "site"
            lay(site, "old")
            lay(new, "new")
            faults = ["-e", f"inject={call}:signal=KILL:when={at}"]
            if not exchanges and call != "renameat2":
                faults += ["-e", "inject=renameat2:error=ENOSYS"]
            program = [sys.executable, "-B", "-c", SWAP, str(new), str(site)]
            done = subprocess.run(["strace", "-qq", "-o", "/dev/null", *faults, *program], cwd=ROOT, check=False)
            publish.recover(new, site)
            assert whole(site) in ("old", "new")
            if done.returncode == 0:
                break
            assert done.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL)
            kills += 1
    assert kills > 5
