from __future__ import annotations

from pathlib import Path

import pytest

from generator.source import text_source
from tests.told import matches, raised


@pytest.mark.parametrize("content", ["", "# 规划\n", "---\nplan: a\n", "---\n---\n# 规划\n", "\n---\nplan: a\n---\n"])
def test_a_text_without_a_front_matter_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "zh.md").write_text(content, encoding="utf-8")
    found = raised(lambda: text_source.load(tmp_path / "zh.md", "zh.md"))
    matches(found[:1], [("zh.md:1:1", "S010", "a text must begin with a front matter")])


@pytest.mark.parametrize(
    ("meta", "place", "code", "part"),
    [
        ("just words", "zh.md:1:1", "S010", "the front matter must be `key: value` lines"),
        ("plan: a: b", "zh.md:2:8", "S004", "must not hold a colon and a space unless it is quoted"),
        ("plan: a\nplan: b", "zh.md:3:1", "S006", "a key must occur once: 'plan'"),
        ("plan: a\ndate: 2025-02-30", "zh.md:3:7", "S007", "a date must exist"),
        ("plan: &a b", "zh.md:2:7", "S005", "an anchor: &a"),
        ("plan: " + "[" * 5000, "zh.md:2:18", "S005", "more than 12 levels"),
    ],
    ids=["words", "yaml", "duplicate", "date", "anchor", "depth"],
)
def test_a_front_matter_is_read_as_strictly_as_any_data(
    tmp_path: Path, meta: str, place: str, code: str, part: str
) -> None:
    (tmp_path / "zh.md").write_text(f"---\n{meta}\n---\n# 规划\n", encoding="utf-8")
    matches(raised(lambda: text_source.load(tmp_path / "zh.md", "zh.md")), [(place, code, part)])


@pytest.mark.parametrize(
    ("line", "place", "message"),
    [
        ("source: ../../../../etc/passwd", "a.md:4:9", "source must be source.txt, the capture beside the text"),
        ("source: [source.txt]", "a.md:4:9", "source must be source.txt"),
        ("sources: source.txt", "a.md:4:1", "must hold no key 'sources'; allowed: plan, language, source"),
    ],
)
def test_a_front_matter_says_what_it_is_for_and_nothing_else(line: str, place: str, message: str) -> None:
    content = f"---\nplan: a\nlanguage: zh-CN\n{line}\n---\n\n一段话。\n"
    matches(raised(lambda: text_source.parse(content, "a.md")), [(place, "S010", message)])
