"""Fixtures that hypothesis may use again and again."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.source import text_source
from generator.source.text_source import Text
from tests.fixtures import ReadText


@pytest.fixture(scope="session")
def read_text_of(tmp_path_factory: pytest.TempPathFactory) -> ReadText:
    """Read some Markdown, a front matter put before it."""
    path: Path = tmp_path_factory.mktemp("text") / "zh.md"

    def read(body: str) -> Text:
        path.write_text(f"---\nplan: any-plan\nlanguage: zh-CN\n---\n{body}", encoding="utf-8")
        return text_source.load(path, "zh.md")

    return read
