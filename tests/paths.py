"""Where the tests find things: the repository, the small corpus, and the files of it that most tests change."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
MINI = ROOT / "generator" / "example"
GOLDEN = TESTS / "golden"
JIA = "structured/plans/jia-2025.yaml"
YI = "structured/plans/yi-2021.yaml"
YI_NEW = "structured/plans/yi-2025.yaml"
JIA_TEXT = "content/jia-2025/zh.md"
YI_TEXT = "content/yi-2021/zh.md"
JIA_ENGLISH = "content/jia-2025/en.md"
