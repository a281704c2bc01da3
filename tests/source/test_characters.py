"""What nobody sees, or everybody sees otherwise, is refused; rare real characters pass."""

from __future__ import annotations

import re
import unicodedata

import pytest

from generator.source import unicode
from generator.source.characters import refused, visible
from tests.paths import JIA, JIA_TEXT
from tests.small import Repository
from tests.told import advised, said

PARK = "structured/parks/jia.yaml"
HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180e\u180f\u200b\u200d\u200e\u202a\u202e\u2060\u2066\u206a\u2800"
    "\u3164\ufe00\ufe0f\uffa0\ufff9\ufffa\ufffb\ufffc\ufffd\U0001d159\U0001d173\U000e0001\U000e0041\U000e0100\x00\x7f\x9f"
)
UNKNOWN = "\u0378\ue000\uf8ff\ufa6e\U0002ffff\U000f0000\U0010fffd\ufdd0\U0003fc40"
LOOKALIKES = "\u2f00\u2f2c\u2f6c\u2fd5\u2ea0\u2ed3\u2ef3\u2e3a\uf900\ufa30\U0002f800"
SPACES = "\u00a0\u1680\u2000\u2009\u200a\u202f\u205f\u3000"
RARE = "〇㐀㵋䶿龦鿿﨎﨩" + "\U00020000𠮷𪛟𪜀𫝀𫠠𬺰\U0002ebf0\U00030000\U000313af" + "⿰⿻\u2ffc\u31ef丷々〻ㄅㆠ"
OTHERS = "αЖáǖ①Ⅳ㎡℃→█🙂é한あ\u1e00｜（）《》—…·“”€"


@pytest.mark.parametrize(
    ("characters", "says"),
    [(HIDDEN, "character"), (UNKNOWN, "unknown"), (LOOKALIKES, "radical")],
    ids=["hidden", "unknown", "radical"],
)
def test_what_not_every_reader_sees_is_refused(characters: str, says: str) -> None:
    for character in characters:
        assert [(found.offset, found.says) for found in refused(f"园{character}区")] == [(1, says)], hex(ord(character))
        assert f"<U+{ord(character):04X}>" in visible(f"园{character}区")


def test_what_every_reader_sees_passes() -> None:
    for character in RARE + OTHERS + SPACES:
        assert list(refused(f"园{character}区")) == [], hex(ord(character))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("u\u0308\u0304", []),
        ("e\u0301\u0302\u0303", [3]),
        ("e" + "\u0301" * 3_000 + "x\u0301", [3]),
        ("\u0301a", [0]),
        ("a \u0301", [2]),
        ("a\n\u20dd", [2]),
    ],
)
def test_a_mark_stands_on_a_letter_and_two_at_most(text: str, places: list[int]) -> None:
    assert [found.offset for found in refused(text)] == places
    assert {found.says for found in refused(text)} <= {"mark"}


@pytest.mark.parametrize("character", [*"\u115f\u034f\u2800\ufe0f\U0001d173\ue000\u0378", "e\u0301\u0301\u0301"])
@pytest.mark.parametrize("path", [PARK, JIA, JIA_TEXT])
def test_a_name_and_a_text_hold_none(repository: Repository, character: str, path: str) -> None:
    text = repository.read(path)
    repository.write(path, text.replace("甲园", f"甲{character}园", 1))
    found = repository.findings()
    assert ("S002", path) in {(f.code, f.path) for f in found}


@pytest.mark.parametrize("space", SPACES)
def test_the_spaces_in_a_name_are_those_of_the_keyboard(repository: Repository, space: str) -> None:
    repository.replace(PARK, "en: Park A", f"en: Park{space}A", nth=2)
    assert "R004" in {f.code for f in repository.findings()}


def test_a_rare_character_is_a_letter_of_a_name(repository: Repository) -> None:
    repository.replace("structured/publication.yaml", "  重点: zhòng diǎn", "  𠮷〇﨎: jí líng qí")
    repository.replace("structured/publication.yaml", "zh: 甲市规划研究室", "zh: 甲市𠮷〇﨎研究室")
    assert repository.findings() == []


def test_a_byte_order_mark_is_called_so(repository: Repository) -> None:
    for path in (JIA, JIA_TEXT):
        repository.write(path, "\ufeff" + repository.read(path))
    found = repository.findings()
    assert {(f.path, f.line, f.column, f.code) for f in found} == {(JIA, 1, 1, "S002"), (JIA_TEXT, 1, 1, "S002")}
    assert all("byte order mark" in said(f) and "without BOM" in advised(f) for f in found)


def test_the_table_is_of_a_unicode_no_older_than_this_python() -> None:
    ours, theirs = (tuple(map(int, version.split("."))) for version in (unicode.version(), unicodedata.unidata_version))
    assert ours >= theirs


def test_a_character_that_this_python_knows_to_be_shown_passes() -> None:
    shown = re.compile(r"L.|N.|P.|S.|Mc")
    wrong = [
        hex(code)
        for code in range(0x110000)
        if shown.fullmatch(unicodedata.category(chr(code))) and unicode.kind(chr(code)) in ("unknown", "mark", "space")
    ]
    assert wrong == []
