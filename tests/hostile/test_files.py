"""Links, folders and pipes in place of files, names that steer, and files that are out of all proportion."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.findings.finding import DataError
from generator.site import build as builder
from generator.site.fingerprint import fingerprint
from tests.cases import few
from tests.hostile.conftest import Place, command, in_time, told
from tests.paths import JIA, JIA_ENGLISH, JIA_TEXT
from tests.small import Repository

pytestmark = pytest.mark.builds

THEMES = "structured/themes.yaml"
LOCK = "content/jia-2025/en.lock.yaml"
DROPPED = "content/jia-2025/dropped.yaml"
CAPTURE = "content/jia-2025/source.txt"
Edit = Callable[[Repository], object]


def link(path: str, to: str) -> Edit:
    """Put a symbolic link in place of a file or folder, which goes elsewhere."""

    def edit(repository: Repository) -> None:
        place = repository.root / path
        if place.exists():
            place.rename(repository.root / "moved")
        place.symlink_to(to)

    return edit


def folder(path: str) -> Edit:
    def edit(repository: Repository) -> None:
        (repository.root / path).unlink(missing_ok=True)
        (repository.root / path).mkdir()

    return edit


def pipe(path: str) -> Edit:
    def edit(repository: Repository) -> None:
        (repository.root / path).unlink(missing_ok=True)
        os.mkfifo(repository.root / path)

    return edit


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (link("content", "moved"), ("S001", "content:1:1")),
        (link("structured", "moved"), ("S001", "structured:1:1")),
        (link("content/jia-2025", "../moved"), ("S001", "content/jia-2025:1:1")),
        (link(JIA_TEXT, "../../moved"), ("S001", f"{JIA_TEXT}:1:1")),
        (link(JIA, "../../moved"), ("S001", f"{JIA}:1:1")),
        (link(JIA, "/etc/hostname"), ("S001", f"{JIA}:1:1")),
        (link(JIA, "/dev/zero"), ("S001", f"{JIA}:1:1")),
        (link(JIA, "nowhere"), ("S001", f"{JIA}:1:1")),
        (link(JIA, "jia-2025.yaml"), ("S001", f"{JIA}:1:1")),
        (link("content/jia-2025/picture.png", "/etc/passwd"), ("S001", "content/jia-2025/picture.png:1:1")),
        (link("structured/plans/more", "../.."), ("S001", "structured/plans/more:1:1")),
        *(
            (folder(path), ("S001", f"{path}:1:1"))
            for path in (JIA, JIA_TEXT, JIA_ENGLISH, LOCK, DROPPED, CAPTURE, THEMES)
        ),
        *((folder(path), ("S001", f"{path}:1:1")) for path in ("structured/guide.yaml", "structured/changes.yaml")),
        *(
            (pipe(path), ("S001", f"{path}:1:1"))
            for path in (JIA, JIA_TEXT, LOCK, THEMES, "structured/exceptions.yaml")
        ),
    ],
)
def test_what_is_no_plain_file_is_refused(repository: Repository, edit: Edit, expected: Place) -> None:
    edit(repository)
    assert expected in told(repository.findings())


@pytest.mark.parametrize(
    "path",
    [
        "structured/theme.yaml",
        "structured/Themes.yaml",
        "structured/themes.yml",
        "structured/plans/jia-2025.yml",
        "structured/plans/jia-2025.YAML",
        "structured/plans/2025/jia-2025.yaml",
        "structured/park/jia.yaml",
        "structured/plans.yaml",
    ],
)
def test_a_file_that_nobody_would_read_is_refused(repository: Repository, path: str) -> None:
    repository.write(path, "- {}\n")
    assert ("S017", f"{path}:1:1") in told(repository.findings())


@pytest.mark.parametrize(
    "path", [THEMES, "structured/metrics.yaml", "structured/parks/jia.yaml", JIA, JIA_TEXT, CAPTURE, DROPPED]
)
def test_a_missing_file_is_told(repository: Repository, path: str) -> None:
    (repository.root / path).unlink()
    assert told(repository.findings())


def test_an_unreadable_file_is_told(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = told(repository.findings())
    assert ("S001", f"{JIA}:1:1") in found
    assert {code for code, _ in found} == {"S001"}


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_the_name_of_a_file_steers_neither_a_terminal_nor_a_build_log(repository: Repository, form: str) -> None:
    for name in (b"a\n::error::b", b"\x1b[31m", b"\xff\xfe", "\u202e".encode(), b"##[error]", b"a" * 240):
        (Path(os.fsdecode(os.fsencode(repository.root / "structured/plans") + b"/" + name + b".yaml"))).write_text(
            "x: 1"
        )
    done = command("check", "--root", repository.root, "--format", form)
    assert done.code == 1
    assert "Traceback" not in done.err
    lines = done.out.splitlines()
    starts = {"text": ("structured/", "    "), "github": ("::error file=",), "json": ("[", "  ", "]")}[form]
    assert all(line.startswith(starts) for line in lines)
    assert "\x1b" not in done.out
    assert form == "json" or "##[" not in done.out


def test_a_huge_file_that_nobody_reads_costs_no_memory(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    film, read = repository.root / "content/film.mp4", Path.read_bytes
    with film.open("wb") as file:
        file.truncate(64 << 20)

    def refuse(path: Path) -> bytes:
        assert path != film
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    fingerprint(repository.layout)


MILLION = 1_000_000
SIZES: dict[str, tuple[str, str, str | None]] = {
    # file, what is put in its place or behind it, where the first finding stands when that can be told
    "zero-width characters": (THEMES, "\u200b" * 600_000, "S002 1:1"),
    "control characters": (THEMES, "\x01" * 1_900_000, "S002 1:1"),
    "a flat list": (THEMES, "[" + "0," * 900_000 + "0]", "S016 1:100000"),
    "a long list": (THEMES, "- a\n" * 490_000, "S016 50000:3"),
    "anchors": (THEMES, "- &a\n" * 390_000, "S005 1:3"),
    "aliases": (THEMES, "- *a\n" * 390_000, "S005 1:3"),
    "keys": (THEMES, "".join(f"k{i}: \n" for i in range(150_000)), "S016 25000:"),
    "one key again and again": (THEMES, "a: \n" * 24_000, "S006 2:1"),
    "entries without anything": (THEMES, "- {}\n" * 49_000, "R003 1:3"),
    "entries with a misspelt key": (THEMES, "- {idd: 1}\n" * 16_000, "R003 1:3"),
    "one id for all": (THEMES, "- {id: t, name: {zh: 一, en: a}}\n" * 5_500, None),
    "a long key": (THEMES, f'- {{? "{"a" * MILLION}" : 1}}\n', "R003 1:3"),
    "a long value": (THEMES, f"- {{id: {'a' * MILLION}}}\n", "R003 1:3"),
    "brackets": (THEMES, "[" * MILLION, "S005 1:13"),
    "two megabytes": (THEMES, "#" * 2_000_001, "S001 1:1"),
    "+ brackets": (JIA_TEXT, "[" * 150_000, "S016 55:1"),
    "+ digits": (JIA_TEXT, "9" * 7_999, None),
    "+ magnitudes": (JIA_TEXT, "1" + "亿" * 7_990, None),
    "+ numerals": (JIA_TEXT, "一" * 7_990, None),
    "+ numbers": (JIA_TEXT, ("1 " * 3_999 + "\n\n") * 20, None),
    "+ paragraphs": (JIA_TEXT, "甲\n\n" * 60_000, "S016"),
    "+ headings": (JIA_TEXT, "## 九、甲\n" * 25_000, "S011"),
    "+ headings too deep": (JIA_TEXT, "##### 甲\n" * 20_000, "S010"),
    "+ rows": (JIA_TEXT, "| 甲 |\n| --- |\n" + "| 乙 |\n" * 30_000, "S016"),
    "+ cells": (JIA_TEXT, ("|甲" * 9_000 + "|\n" + "| --- " * 9_000 + "|\n" + "|甲" * 9_000 + "|\n"), "S016"),
    "+ a rule": (JIA_TEXT, "| a |\n|" + "--- " * 40_000 + "\n| b |\n", "S010"),
    "+ hash signs": (JIA_TEXT, "#" * 150_000, "S016"),
    "+ quotes": (JIA_TEXT, "> " * 3_900, None),
    "+ stars": (JIA_TEXT, "*_" * 3_900, None),
    "+ backticks": (JIA_TEXT, "`" * 7_900, None),
    "+ english numbers": (JIA_ENGLISH, ("one hundred and " * 499 + "\n\n") * 20, None),
    "a long text": (JIA_ENGLISH, "a" * 200_001, "S016 1:1"),
    "a capture": (CAPTURE, "a" * 1_900_000, None),
    "a lock": (LOCK, "".join(f'"{i}": "a"\n' for i in range(24_000)), None),
    "dropped lines": (DROPPED, "- {line: 1, text: a, reason: b}\n" * 7_000, None),
    "+ exclusions": ("structured/plans/yi-2021.yaml", '  - {text: "1", reason: name}\n' * 9_000, "R004"),
}


@pytest.mark.parametrize(
    "what", [*few([n for n in SIZES if n[0] != "+"], 4), *few([n for n in SIZES if n[0] == "+"], 4)]
)
def test_what_is_out_of_all_proportion_is_refused_in_time(repository: Repository, what: str) -> None:
    path, content, expected = SIZES[what]
    repository.write(path, (repository.read(path) + "\n" if what.startswith("+") else "") + content)
    with in_time():
        found = told(repository.findings())
    assert found
    if expected:
        code, _, place = expected.partition(" ")
        assert any(c == code and at.startswith(f"{path}:{place}") for c, at in found), found[:3]


LARGE = {
    "values": {THEMES: "- [" + "0," * 900_000 + "0]"},
    "keys": {LOCK: "".join(f'"{i}": "a"\n' for i in range(24_000))},
    "characters": {JIA: "\u200b" * 600_000},
    "numbers in both languages": dict.fromkeys((JIA_TEXT, JIA_ENGLISH), "\n" + ("1," * 3_900 + "\n\n") * 24),
    "exclusions and passages": {
        JIA_TEXT: "\n" + "甲1\n\n" * 1_900,
        JIA: "".join(f'  - {{text: "{i}", reason: name}}\n' for i in range(450)),
    },
}


@pytest.mark.parametrize("what", few(LARGE, 2))
def test_five_seconds_and_a_gigabyte_are_enough(repository: Repository, what: str) -> None:
    for path, more in LARGE[what].items():
        repository.write(path, repository.read(path) + more)
    done = command("check", "--root", repository.root, "--format", "json", limited=True)
    assert done.code == 1, done.err
    assert "Traceback" not in done.err
    assert done.places


def test_a_list_must_fit_in_a_cell_of_the_workbook(repository: Repository) -> None:
    note = f"{{zh: {'长' * 3_900}, en: {'a' * 3_900}}}"
    repository.replace(JIA, "    notes: []", f"    notes: [{', '.join([note] * 9)}]")
    assert told(repository.findings()) == [("R005", repository.place(JIA, "[{zh: 长长"))]


def test_a_passage_must_fit_in_a_cell_of_the_workbook(repository: Repository) -> None:
    repository.replace(JIA_TEXT, "建立协调机制", "建立" + "长" * 8_000 + "机制")
    assert told(repository.findings()) == [("S016", repository.line(JIA_TEXT, "一是加强"))]


def test_nothing_is_published_of_what_is_refused(repository: Repository) -> None:
    repository.write("site/index.html", "published before")
    repository.write(THEMES, "- {id: <script>}\n")
    with pytest.raises(DataError):
        builder.build(repository.layout, lambda _: None)
    assert repository.read("site/index.html") == "published before"
    assert [p.name for p in (repository.root / "site").iterdir()] == ["index.html"]
