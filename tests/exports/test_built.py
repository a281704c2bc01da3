from __future__ import annotations

import datetime
import json

from generator.edition.edition import Edition
from generator.exports.built import built


def test_the_day_of_the_build_is_said_in_each_language(zh: Edition, en: Edition) -> None:
    said = json.loads(built((zh, en), datetime.date(2026, 3, 1)))
    assert said == {
        "day": "2026-03-01",
        "words": {"zh": "本站2026年3月1日生成。", "en": " Site built on 1 March 2026."},
    }
