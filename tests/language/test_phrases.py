from __future__ import annotations

import json
import random
import re
import subprocess
import sys

from generator.language import phrases, pinyin

_WITH_ALL = """
import json, sys
from pypinyin import Style, lazy_pinyin
json.dump([lazy_pinyin(text, style=Style.TONE) for text in json.load(sys.stdin)], sys.stdout)
"""


def test_a_text_is_read_as_with_the_whole_table() -> None:
    texts = _texts(random.Random(1))  # noqa: S311 - to be the same each time
    said = subprocess.run(
        [sys.executable, "-c", _WITH_ALL], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    assert [pinyin.by_table(text) for text in texts] == json.loads(said.stdout)


def test_only_phrases_that_begin_as_a_text_does_are_read() -> None:
    pinyin.by_table("重庆火锅")
    known = phrases.library().constants.PHRASES_DICT
    assert "重庆" in known
    assert len(known) < len(_all()) / 2


def _texts(chance: random.Random) -> list[str]:
    """Return texts of whole phrases, of their beginnings, and of other signs between them."""
    known = sorted(chance.sample(_all(), 300))
    pieces = [*known, *(phrase[:n] for phrase in known for n in (1, 2, 3)), "A", "，", '"', "1 "]
    return ["", '"', *("".join(chance.choices(pieces, k=5)) for _ in range(300))]


def _all() -> list[str]:
    return [phrase for entries in phrases._entries().values() for phrase in re.findall(r'"([^"]*)":', entries)]
