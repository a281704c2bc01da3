from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.source import yaml_source
from generator.source.places import Keys
from tests.fixtures import ReadYaml
from tests.told import Expected, advised, matches, raised


def test_data_and_the_position_of_every_value(read_yaml: ReadYaml) -> None:
    document = read_yaml("id: a\nlist:\n  - {zh: 园区, en: park}\n  - x\n")
    assert document.data == {"id": "a", "list": [{"zh": "园区", "en": "park"}, "x"]}
    places: dict[Keys, tuple[int, int]] = {
        (): (1, 1),
        ("id",): (1, 5),
        ("list",): (3, 3),
        ("list", 0): (3, 5),
        ("list", 0, "zh"): (3, 10),
        ("list", 0, "en"): (3, 18),
        ("list", 1): (4, 5),
    }
    assert document.marks == places
    assert {keys: document.mark(*keys) for keys in places} == places


def test_what_has_no_position_gets_that_of_the_nearest_thing_around_it(read_yaml: ReadYaml) -> None:
    document = read_yaml("a:\n  b: 1\n")
    assert document.mark("a", "missing", 3) == (2, 3)
    assert document.mark("missing") == (1, 1)


@pytest.mark.parametrize(
    ("written", "data"),
    [
        ("null", None),
        ("~", None),
        ("", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-12", -12),
        ("300000000000", 300000000000),
        ("999999999999999999", 999999999999999999),
        ("5.5", 5.5),
        ("-0.25", -0.25),
        ("2025-03-30", datetime.date(2025, 3, 30)),
        ("2024-02-29", datetime.date(2024, 2, 29)),
    ],
)
def test_null_booleans_numbers_and_dates_are_read_as_such(read_yaml: ReadYaml, written: str, data: object) -> None:
    read = read_yaml(f"a: {written}\n").data["a"]
    assert read == data
    assert type(read) is type(data)


@pytest.mark.parametrize(
    "written",
    [
        "NO",
        "no",
        "Yes",
        "on",
        "y",
        "True",
        "Null",
        "1:30",
        "010",
        "0x1F",
        "0b1",
        "0o7",
        "1e3",
        "1.5e3",
        ".nan",
        ".inf",
        "-.inf",
        ".5",
        "5.",
        "1_000",
        "1,000",
        "+1",
        "--1",
        "1000000000000000000",
        "2025-03-30T00:00:00Z",
        "2025-3-1",
        "=",
        "１２",
    ],
)
def test_what_other_readers_of_yaml_would_turn_into_something_stays_text(read_yaml: ReadYaml, written: str) -> None:
    assert read_yaml(f"a: {written}\n").data == {"a": written}


@pytest.mark.parametrize("written", ['"600"', "'600'", '"true"', "'2025-03-30'", '""', '"null"'])
def test_what_is_quoted_is_text(read_yaml: ReadYaml, written: str) -> None:
    assert read_yaml(f"a: {written}\n").data == {"a": written[1:-1]}


def test_a_block_is_text(read_yaml: ReadYaml) -> None:
    assert read_yaml("a: |\n  12\nb: >\n  34\n").data == {"a": "12\n", "b": "34\n"}


def test_an_integer_of_5000_digits_stays_text(read_yaml: ReadYaml) -> None:
    digits = "9" * 5000
    assert read_yaml(f"a: {digits}\nb: 0.{digits}\n").data == {"a": digits, "b": f"0.{digits}"}


def test_windows_line_ends_are_read_like_others(read_yaml: ReadYaml) -> None:
    document = read_yaml("a: 1\r\nb: |\r\n  x\r\n  y\r\n")
    assert document.data == {"a": 1, "b": "x\ny\n"}
    assert document.mark("b") == (2, 4)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", ("a.yaml:3:1", "S006", "a key must occur once: 'a'")),
        ("- {zh: 园, zh: 区}\n", ("a.yaml:1:11", "S006", "a key must occur once: 'zh'")),
        ('a: 1\n"a": 2\n', ("a.yaml:2:1", "S006", "a key must occur once: 'a'")),
        ("a: &x 1\n", ("a.yaml:1:4", "S005", "file must not use an anchor: &x")),
        ("a:\n  - &x {b: 1}\n", ("a.yaml:2:5", "S005", "an anchor: &x")),
        ("a: !!str 1\n", ("a.yaml:1:4", "S005", "a tag: tag:yaml.org,2002:str")),
        ("a: !!python/object/apply:os.system [x]\n", ("a.yaml:1:4", "S005", "a tag: tag:yaml.org,2002:python/object")),
        ("a: !local {b: 1}\n", ("a.yaml:1:4", "S005", "a tag: !local")),
        ("a: ! 12\n", ("a.yaml:1:4", "S005", "a tag: !")),
        ("a:\n  <<: {b: 1}\n", ("a.yaml:2:3", "S005", "a key must be plain text")),
        ("? [a, b]\n: 1\n", ("a.yaml:1:3", "S005", "a key must be plain text")),
        ("a: 1\n---\nb: 2\n", ("a.yaml:2:1", "S005", "several documents")),
        ("园区: 1\n园: 2025-02-30\n", ("a.yaml:2:4", "S007", "a date must exist: '2025-02-30'")),
        ("- 2025-13-01\n", ("a.yaml:1:3", "S007", "a date must exist: '2025-13-01'")),
        ("2025-02-29: a\n", ("a.yaml:1:1", "S007", "a date must exist: '2025-02-29'")),
        ("", ("a.yaml:1:1", "S003", "file must not be empty")),
        ("# only a remark\n\n", ("a.yaml:1:1", "S003", "file must not be empty")),
        ("a: [1, 2\nb: 3\n", ("a.yaml:2:2", "S004", "a list that begins with `[`")),
        ("a: b: c\n", ("a.yaml:1:5", "S004", "must not hold a colon and a space unless it is quoted")),
        ("a:\n\t- 1\n", ("a.yaml:2:1", "S004", "must not begin with this sign")),
        ("a: %x\n", ("a.yaml:1:4", "S004", "must not begin with this sign")),
        ("a: 1\n b: 2\n", ("a.yaml:2:3", "S004", "must not hold a colon and a space unless it is quoted")),
    ],
)
def test_what_could_surprise_is_refused_where_it_stands(read_yaml: ReadYaml, content: str, expected: Expected) -> None:
    matches(raised(lambda: read_yaml(content)), [expected])


def test_an_alias_is_refused_beside_its_anchor(read_yaml: ReadYaml) -> None:
    matches(
        raised(lambda: read_yaml("a: &x 1\nb: *x\nc:\n  <<: *x\n")),
        [
            ("a.yaml:1:4", "S005", "an anchor: &x"),
            ("a.yaml:2:4", "S005", "an alias: *x"),
            ("a.yaml:4:7", "S005", "an alias: *x"),
        ],
    )


def test_a_bomb_of_aliases_is_refused_before_it_is_opened(read_yaml: ReadYaml) -> None:
    levels = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    found = raised(lambda: read_yaml("a0: &a0 [x]\n" + "\n".join(levels)))
    assert {f.code for f in found} == {"S005"}


def test_twelve_levels_are_allowed_and_the_thirteenth_is_refused(read_yaml: ReadYaml) -> None:
    read_yaml("[" * 12 + "]" * 12)
    matches(raised(lambda: read_yaml("[" * 13 + "]" * 13)), [("a.yaml:1:13", "S005", "more than 12 levels")])


def test_a_hundred_thousand_brackets_end_in_one_finding(read_yaml: ReadYaml) -> None:
    matches(raised(lambda: read_yaml("[" * 100_000)), [("a.yaml:1:13", "S005", "more than 12 levels")])


def test_everything_wrong_is_reported_at_once(read_yaml: ReadYaml) -> None:
    matches(
        raised(lambda: read_yaml("a: 2025-02-30\nb: 1\nb: 2\n<<: {c: 1}\nd: 2025-04-31\n")),
        [
            ("a.yaml:1:4", "S007", "2025-02-30"),
            ("a.yaml:3:1", "S006", "a key must occur once: 'b'"),
            ("a.yaml:4:1", "S005", "a key must be plain text"),
            ("a.yaml:5:4", "S007", "2025-04-31"),
        ],
    )


def test_a_duplicate_key_says_where_the_first_stands(read_yaml: ReadYaml) -> None:
    assert advised(raised(lambda: read_yaml("a: 1\nb: 2\na: 3\n"))[0]) == "remove one; the first stands in line 1"


@pytest.mark.parametrize(
    ("content", "place", "byte"),
    [
        ("a: 张三".encode("gb18030"), "a.yaml:1:4", "0xd5"),
        (b"a: 1\nb: \xff\n", "a.yaml:2:4", "0xff"),
        ("园: ".encode() + b"\xff", "a.yaml:1:4", "0xff"),
        ("a: 1\n".encode("utf-16"), "a.yaml:1:1", "0xff"),
        (b"a: \xed\xa0\x80\n", "a.yaml:1:4", "0xed"),  # a surrogate
        (b"a: \xc0\x80\n", "a.yaml:1:4", "0xc0"),  # an overlong NUL
    ],
)
def test_another_encoding_is_refused(read_yaml: ReadYaml, content: bytes, place: str, byte: str) -> None:
    matches(raised(lambda: read_yaml(content)), [(place, "S001", f"file must be UTF-8: byte {byte} is not")])


@pytest.mark.parametrize(
    "sign",
    [
        "\x00",
        "\x08",
        "\x0b",
        "\x0c",
        "\r",
        "\x1b",
        "\x7f",
        "\x85",
        "\xad",
        "\u061c",
        "\u180e",
        "\u200b",
        "\u200d",
        "\u200e",
        "\u2028",
        "\u2029",
        "\u202a",
        "\u202e",
        "\u2060",
        "\u2066",
        "\u2069",
        "\ufeff",
        "\ufffd",
        "\ufffe",
        "\U000e0041",
        "\U0001fffe",
    ],
)
def test_a_character_nobody_can_see_is_refused_where_it_stands(read_yaml: ReadYaml, sign: str) -> None:
    content = f'a: 1\nb: "园{sign}区"\n'
    matches(raised(lambda: read_yaml(content)), [("a.yaml:2:6", "S002", f"U+{ord(sign):04X}")])


@pytest.mark.parametrize(
    "escape", [r"\0", r"\x1b", r"\u200b", r"\u202E", r"\ufeff", r"\N", r"\L", r"\r", r"\U000E0041"]
)
def test_an_escape_does_not_smuggle_in_what_nobody_can_see(read_yaml: ReadYaml, escape: str) -> None:
    found = raised(lambda: read_yaml(f'a: "园{escape}区"\n"b{escape}": 1\n'))
    matches(
        found,
        [("a.yaml:1:4", "S002", "the invisible character U+"), ("a.yaml:2:1", "S002", "the invisible character U+")],
    )


def test_an_escape_of_what_can_be_seen_is_read(read_yaml: ReadYaml) -> None:
    assert read_yaml(r'a: "\u56ed\t\"\n"').data == {"a": '园\t"\n'}


def test_every_invisible_character_is_reported(read_yaml: ReadYaml) -> None:
    matches(
        raised(lambda: read_yaml("\ufeffa: 1\nb: x\u200by\u202e\n")),
        [
            ("a.yaml:1:1", "S002", "U+FEFF"),
            ("a.yaml:2:5", "S002", "U+200B"),
            ("a.yaml:2:7", "S002", "U+202E"),
        ],
    )


def test_rare_characters_and_emoji_are_allowed(read_yaml: ReadYaml) -> None:
    assert read_yaml("a: 𠮷野家 · “园” 🙂\tx\n").data == {"a": "𠮷野家 · “园” 🙂\tx"}


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("a: 1\n")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    found = raised(lambda: yaml_source.load(tmp_path / "link.yaml", "link.yaml"))
    matches(found, [("link.yaml:1:1", "S001", "symbolic link")])


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    matches(
        raised(lambda: yaml_source.load(tmp_path / "a.yaml", "a.yaml")),
        [("a.yaml:1:1", "S001", "must be a plain file")],
    )


def test_a_file_of_more_than_two_million_bytes_is_refused(read_yaml: ReadYaml) -> None:
    assert read_yaml("a: 1\n#" + "x" * (2_000_000 - 6)).data == {"a": 1}
    matches(raised(lambda: read_yaml("#" * 2_000_001)), [("a.yaml:1:1", "S001", "at most 2000000 bytes")])
