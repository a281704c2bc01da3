"""Text in a cell of a CSV file that a spreadsheet leaves as it is.

A spreadsheet runs a cell that begins as a formula (OWASP, CSV injection), and turns what looks like a date, a time or a
number into one: the provision 1/1 into 1 January, 1.10 into 1.1, 00123 into 123. Such text gets a `'` before it, and so
does text that has one of its own: taking one `'` off a cell gives the value back. site_templates/static/download.js
does the same; both are held by tests/scripts/cells.json.
"""

from __future__ import annotations

import re
import unicodedata

_FORMULA = re.compile(r"[=+\-@\t\r\n']")  # the form of full-width signs too: programs for East Asia read them alike
_MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?"
_TAKEN = re.compile(
    "|".join(
        (
            r"\d{1,4}([/-])\d{1,4}(\1\d{1,4})?",  # 1/1, 1-2, 2025-3-24
            r"\d{1,2}\.\d{1,2}(\.(\d{1,4})?)?|\d{4}\.\d{1,2}\.\d{1,2}",  # dates where the day comes first: 1.1, 2.3.2
            r"\d{1,4}(:\d{1,2}){1,2}(\.\d+)?( ?[ap]m?)?|\d{1,2} [ap]m?",  # 8:30, 8 pm
            r"\d+ \d+/\d+",  # 5 1/2
            rf"(\d{{1,2}}[ /-]?)?{_MONTH}[ ./,-]*\d{{1,4}}(, ?\d{{4}}| \d{{4}})?|\d{{1,2}}[ /-]?{_MONTH}",  # May 3
            r"(\d{2,4}年)?\d{1,2}月(\d{1,2}[日号])?|\d{1,2}[时時]\d{1,2}分(\d{1,2}秒)?",  # 2025年3月
            r"true|false",
        )
    ),
    re.ASCII | re.IGNORECASE,
)
_NUMBER = re.compile(r"\(?[$€£¥]?(\d[\d,]*\.?\d*|\.\d+)(e[+-]?\d+)?%?\)?", re.ASCII | re.IGNORECASE)
_PLAIN = re.compile(
    r"[$€£¥]?(0|[1-9]\d*|[1-9]\d{0,2}(,\d{3})+)(\.\d*[1-9])?%?", re.ASCII
)  # shown and saved as it is written
_KEPT = 15  # digits of a number that a spreadsheet keeps


def text(value: str) -> str:
    """Return text as it stands in a cell."""
    return f"'{value}" if _changes(value) else value


def _changes(value: str) -> bool:
    seen = unicodedata.normalize("NFKC", value)
    if _FORMULA.match(seen):
        return True
    seen = seen.strip()
    if _NUMBER.fullmatch(seen) and not (_PLAIN.fullmatch(seen) and sum(map(str.isdigit, seen)) <= _KEPT):
        return True
    return _TAKEN.fullmatch(seen) is not None
