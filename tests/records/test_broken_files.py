"""Files that are missing, or hold anything but what they should: `check` says what and where."""

from __future__ import annotations

import pytest

from generator.cli import main
from tests.cases import few
from tests.paths import JIA, JIA_TEXT
from tests.small import Repository


@pytest.mark.parametrize(
    ("path", "content"),
    few(
        [
            (JIA, b"\xff\xfe"),
            (JIA, b""),
            (JIA, b"[]"),
            (JIA, b"id: [\n"),
            (JIA, b"{1: 2, null: 3, 2025-01-01: 4, 1.5: 5, true: 6}"),
            (JIA, b"[" * 50_000),
            ("structured/units.yaml", b"a: 1\n"),
            ("structured/units.yaml", b"- 1\n- null\n- [a]\n"),
            ("content/jia-2025/dropped.yaml", b"- {line: 0, text: '', reason: x}\n"),
            ("content/jia-2025/dropped.yaml", b"- {line: 99999999999999999, text: x, reason: x}\n"),
            (JIA_TEXT, b""),
            (JIA_TEXT, b"---\nplan: [\n---\n"),
            (JIA_TEXT, b"---\ndate: 2025-13-45\n---\n"),
            (JIA_TEXT, b"---\nplan: jia-2025\n---\n"),
            (JIA_TEXT, "---\nplan: jia-2025\n---\n## 一、甲\n#### ".encode() + b"9" * 5000 + b". x\n"),
            (JIA_TEXT, "---\nplan: jia-2025\n---\n## 一、甲\n".encode() + "九".encode() * 5000),
            ("content/jia-2025/source.txt", b""),
            ("content/jia-2025/source.txt", b"\x00"),
        ],
        6,
    ),
)
def test_whatever_a_file_holds_it_ends_in_findings(
    repository: Repository, capsys: pytest.CaptureFixture[str], path: str, content: bytes
) -> None:
    repository.write(path, content)
    assert main(["check", "--root", str(repository.root)]) == 1
    out, err = capsys.readouterr()
    assert path.rsplit("/", 1)[0] in out
    assert err.endswith((" finding.\n", " findings.\n"))


@pytest.mark.parametrize(
    "old",
    [
        "    value: 3000000000\n",
        '    printed: {value: "30", unit: 亿元}\n',
        "    unit: CNY\n",
        "    year: 2026\n",
        "    provision: 1/2\n    quote: 园区总营收力争达到30亿元\n",
    ],
)
def test_whatever_is_left_out_ends_in_findings(
    repository: Repository, capsys: pytest.CaptureFixture[str], old: str
) -> None:
    repository.replace(JIA, old, "")
    assert main(["check", "--root", str(repository.root)]) == 1
    assert JIA in capsys.readouterr().out


@pytest.mark.parametrize(
    "name",
    ["content/jia-2025/zh.md", "content/jia-2025/source.txt", "content/jia-2025/dropped.yaml"],
)
def test_a_missing_file_is_named(repository: Repository, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (repository.root / name).unlink()
    assert main(["check", "--root", str(repository.root)]) == 1
    assert "S008" in (out := capsys.readouterr().out)
    assert name in out


def test_missing_folders_of_records_are_named(repository: Repository) -> None:
    for folder in ("parks", "plans"):
        for path in (repository.root / "structured" / folder).iterdir():
            path.unlink()
    repository.expect(
        ("structured/parks:1:1", "S008", "folder must hold at least one .yaml file"),
        ("structured/plans:1:1", "S008", "folder must hold at least one .yaml file"),
    )


def test_symbolic_links_are_refused_wherever_they_are(repository: Repository) -> None:
    (repository.root / "content/jia-2025/picture.png").symlink_to("/etc/hostname")
    (repository.root / "structured/more").symlink_to(repository.root)
    repository.expect(
        ("content/jia-2025/picture.png:1:1", "S001", "there must be no symbolic links here"),
        ("structured/more:1:1", "S001", "there must be no symbolic links here"),
    )


def test_what_is_wrong_in_the_form_of_several_files_is_reported_at_once(repository: Repository) -> None:
    repository.write("structured/units.yaml", "- {id: count, id: count}\n")
    repository.write(JIA_TEXT, "---\nplan: jia-2025\n---\n## 目标\n")
    repository.replace(JIA, "issuance: issued", "issuance: wished")
    repository.replace("structured/parks/yi.yaml", "pinyin:", "pinjin:")
    repository.expect(
        (f"{JIA_TEXT}:4:1", "S010", "must begin with its printed number"),
        ("structured/parks/yi.yaml:1:1", "R003", "key missing: 'pinyin'"),
        ("structured/parks/yi.yaml:4:1", "R002", "unknown key: 'pinjin'"),
        (
            repository.place(JIA, "wished"),
            "R004",
            "issuance must be one of issued, approved-and-forwarded: 'wished'",
        ),
        ("structured/units.yaml:1:15", "S006", "a key must occur once: 'id'"),
    )
