"""Encodings that are not UTF-8 and characters that hide, reorder or steer."""

from __future__ import annotations

import pytest

from generator.findings.finding import Finding
from generator.language.languages import LANGUAGES
from generator.messages.catalogue import catalogue
from generator.messages.printers import PRINTERS, as_summary, printable
from tests.hostile.conftest import told
from tests.paths import JIA, JIA_ENGLISH, JIA_TEXT
from tests.small import Repository

pytestmark = pytest.mark.builds

CAPTURE = "content/jia-2025/source.txt"
LOCK = "content/jia-2025/en.lock.yaml"
DROPPED = "content/jia-2025/dropped.yaml"
PARK = "structured/parks/jia.yaml"
TERMS = "structured/terms.yaml"
FILES = (JIA, JIA_TEXT, JIA_ENGLISH, CAPTURE, LOCK, DROPPED, PARK, TERMS)

INVISIBLE = {
    "NUL": "\x00",
    "backspace": "\x08",
    "vertical tab": "\x0b",
    "form feed": "\x0c",
    "escape": "\x1b",
    "file separator": "\x1c",
    "delete": "\x7f",
    "next line": "\x85",
    "soft hyphen": "\xad",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "right-to-left mark": "\u200f",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "right-to-left override": "\u202e",
    "right-to-left isolate": "\u2067",
    "byte order mark": "\ufeff",
    "replacement character": "\ufffd",
    "noncharacter": "\uffff",
    "tag": "\U000e0041",
    "a carriage return alone": "\r",
}


@pytest.mark.parametrize("character", INVISIBLE.values(), ids=INVISIBLE)
def test_what_nobody_sees_is_refused_in_every_file_where_it_stands(repository: Repository, character: str) -> None:
    expected = []
    for path in FILES:
        text = repository.read(path)
        before = text[: len(text) * 2 // 3]
        repository.write(path, before + character + text[len(before) :])
        expected.append(("S002", f"{path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"))
    assert set(told(repository.findings())) >= set(expected)


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "big5", "utf-16", "utf-16-le", "utf-32", "utf-8-sig"])
def test_another_encoding_is_refused_in_every_file(repository: Repository, encoding: str) -> None:
    written = [path for path in FILES if encoding.startswith("utf") or not repository.read(path).isascii()]
    for path in written:
        repository.write(path, repository.read(path).encode(encoding, "replace"))
    found = repository.findings()
    assert {f.path for f in found if f.code in ("S001", "S002")} == set(written)


@pytest.mark.parametrize("raw", [b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\xff"])
def test_bytes_that_are_no_characters_are_refused_where_they_stand(repository: Repository, raw: bytes) -> None:
    expected = []
    for path in FILES:
        content = (repository.root / path).read_bytes()
        repository.write(path, content + "\n# 园".encode() + raw)
        expected.append(("S001", f"{path}:{len(content.splitlines()) + 2}:4"))
    assert sorted(told(repository.findings())) == sorted(expected)


@pytest.mark.parametrize("escape", [r"\0", r"\a", r"\e[31m", r"\x7f", r"\N", r"\L", r"\P", r"\u200b", r"\u202e"])
def test_an_escape_is_no_way_round(repository: Repository, escape: str) -> None:
    repository.replace(JIA, "en: Total revenue of the park}", f'en: "Total{escape} revenue"}}')
    assert told(repository.findings()) == [("S002", repository.place(JIA, f'"Total{escape}'))]


@pytest.mark.parametrize("escape", [r"\ud800", r"\udfff", r"\U00110000", r"\xg0", r"\q"])
def test_an_escape_of_no_character_is_refused(repository: Repository, escape: str) -> None:
    repository.replace(JIA, "en: Total revenue of the park}", f'en: "Total{escape} revenue"}}')
    [(code, place)] = told(repository.findings())
    assert code in ("S001", "S002", "S004")
    assert place.rsplit(":", 1)[0] == repository.line(JIA, "Total").rsplit(":", 1)[0]


@pytest.mark.parametrize(
    ("steering", "shown"),
    [
        ("\x1b[31m\x1b]0;title\x07", r"\x1b[31m\x1b]0;title\x07"),
        ("a\n::error::b", r"a\n::error::b"),
        ("a\r\n::stop-commands::x", r"a\r\n::stop-commands::x"),
        ("a\u2028\u0085b\u202e\u200b", r"a\u2028\x85b\u202e\u200b"),
        ("\udcff\ud800", r"\udcff\ud800"),
        ("x ##[add-mask]y", "x ## [add-mask]y"),
        ("园区　— “30亿” 🙂", "园区　— “30亿” 🙂"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_steers_neither_a_terminal_nor_a_build_log(steering: str, shown: str, language: str) -> None:
    words = catalogue(language)
    finding = Finding.of("R004.text", f"structured/{steering}.yaml", place=steering, value=steering)
    assert printable(steering) == shown
    for form, lines in (("text", 2), ("github", 1)):
        said = PRINTERS[form]([finding], words)
        assert len(said.splitlines()) == lines
        assert not [c for c in said if c not in "\n\u3000" and not c.isprintable()]
        assert said.count("::error ") == (form == "github")
        assert "##[" not in said
    PRINTERS["json"]([finding], words).encode()  # no lone surrogate
    as_summary([finding], [words]).encode()
