"""A new capture is compared with the text that is here: what differs is told, and written only where asked for."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.cli import main
from tests.extract.test_command import tree
from tests.paths import JIA
from tests.small import Repository

STORED = "content/jia-2025/source.txt"


def again(repository: Repository, tmp_path: Path, *changes: tuple[str, str], options: tuple[str, ...] = ()) -> int:
    text = repository.read(STORED)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (tmp_path / "new.txt").write_text(text, encoding="utf-8")
    arguments = ["extract", str(tmp_path / "new.txt"), "--again", "jia-2025", *options]
    return main([*arguments, "--root", str(repository.root)])


def test_the_same_words_are_no_difference_however_they_are_captured(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    before = tree(repository)
    changes = [("，", ","), ("产业。由甲园", "产业。\n由甲园"), ("分享：", "打印：")]
    assert again(repository, tmp_path, *changes) == 0
    assert capsys.readouterr().out == "new.txt holds the text of jia-2025: no passage differs\n"
    assert tree(repository) == before


def test_what_was_changed_added_and_removed_is_told_with_what_rests_on_it(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    before = tree(repository)
    changes = [
        ("超过120家", "超过150家"),
        ("2.优化政务服务。落实企业“服务包”制度，实现一窗受理。", "2.优化政务服务。完善数据共享机制，推进跨省通办。"),
        ("三、保障措施\n一是加强组织领导。建立协调机制。\n", "三、保障措施\n一是强化资金支持。统筹各类专项资金。\n"),
    ]
    assert again(repository, tmp_path, *changes) == 0
    assert capsys.readouterr().out.splitlines() == [
        "new.txt and the text of jia-2025 differ: 1 passages changed, 2 added, 2 removed",
        "  - 1/2 changed: …,高新技术企业超过1[-2-]{+5+}0家,新增上市企业5…",
        "    rest on words that are gone: targets/high-tech-enterprises",
        "  - 2.1.2/1 is gone: 落实企业“服务包”制度,实现一窗受理。",
        "  - 3/1 is gone: 一是加强组织领导。建立协调机制。",
        "    rest on words that are gone: measures/organisation",
        "  - new, there 2.1.2/1: 完善数据共享机制，推进跨省通办。",
        "  - new, there 3/1: 一是强化资金支持。统筹各类专项资金。",
    ]
    assert tree(repository) == before


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("建立协调机制。", "建立协调机制。实行年度评估。", "3/1 changed: …领导。建立协调机制。{+实行年度评估。+}"),
        ("一是加强组织领导。建立协调机制。", "一是加强组织领导。", "3/1 changed: 一是加强组织领导。[-建立协调机制。-]"),
    ],
)
def test_a_sentence_more_or_less_changes_its_passage(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert again(repository, tmp_path, (old, new)) == 0
    assert told in capsys.readouterr().out


def test_in_chinese_it_is_told_in_chinese(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert again(repository, tmp_path, ("超过120家", "超过150家"), options=("--lang", "zh")) == 0
    out = capsys.readouterr().out
    assert "改动 1 段，新增 0 段，删去 0 段" in out
    assert "所据文字已不存在：targets/high-tech-enterprises" in out


def test_a_new_capture_takes_the_place_of_the_old_one_where_that_is_asked_for(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    before = tree(repository)
    assert again(repository, tmp_path, ("超过120家", "超过150家"), options=("--write",)) == 0
    after = tree(repository)
    names = [f"content/jia-2025/{name}" for name in ("dropped.yaml", "source.txt", "zh.md")]
    assert sorted(name for name in after if after[name] != before.get(name)) == names
    assert "超过150家" in repository.read(STORED)
    assert "超过150家" in repository.read("content/jia-2025/zh.md")
    assert "Wrote content/jia-2025/source.txt" in capsys.readouterr().out


def test_the_hash_of_the_capture_follows_it(repository: Repository, tmp_path: Path) -> None:
    captured = hashlib.sha256(repository.read(STORED).encode()).hexdigest()
    repository.replace(JIA, "source:\n", f"source:\n  sha256: {captured}\n")
    assert again(repository, tmp_path, ("超过120家", "超过150家"), options=("--write",)) == 0
    assert f"  sha256: {hashlib.sha256(repository.read(STORED).encode()).hexdigest()}\n" in repository.read(JIA)
    assert captured not in repository.read(JIA)


def test_a_plan_that_is_not_here_is_wrong_use(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "new.txt").write_text("甲", encoding="utf-8")
    arguments = ["extract", str(tmp_path / "new.txt"), "--again", "nosuch", "--root", str(repository.root)]
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("there is no plan nosuch; there are: jia-2025, ")
