"""What an editor may have meant by words that are not allowed."""

from __future__ import annotations

import calendar
import datetime
import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.findings.finding import Guess

ALIKE = 0.6  # share of equal signs from which words are taken for the same, misprinted
MOST = 3  # differences named
EFFORT = 1_000_000  # signs to compare with signs; words longer than a quote are not worth the wait
_DATE = re.compile(r"\D*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*|(\d{4})(\d{2})(\d{2})")


def near(given: str, allowed: Iterable[str]) -> Guess | None:
    """Return a guess at one of the words allowed that is nearly what was written, if there is one."""
    close = difflib.get_close_matches(given, list(allowed), 1, ALIKE)
    return Guess.of("near", near=close[0]) if close else None


def near_plan(given: str, allowed: Iterable[str]) -> Guess | None:
    """Return a guess at the plan whose id was mistyped: never at a plan of another park or year."""

    def letters(id_: str) -> str:
        return re.sub(r"[\d-]+", "", id_)

    same = [id_ for id_ in allowed if re.findall(r"\d+", id_) == re.findall(r"\d+", given)]
    return near(given, [id_ for id_ in same if near(letters(given), [letters(id_)])])


def date(given: str) -> Guess | None:
    """Return a guess at the date that was written in another way, or at the days that its month has."""
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", given).strip())
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return Guess.of("near", near=datetime.date(year, month, day))
    except ValueError:
        days = calendar.monthrange(year, month)[1] if 1 <= month <= 12 and year else 0
        return Guess.of("month", month=f"{year:04}-{month:02}", days=days) if days else None


def number(given: str) -> Guess | None:
    """Return a guess at the number that was written full-width, in quotation marks, or with separators."""
    plain = re.sub(r"(?<=\d)[,_ ](?=\d{3}(?!\d))", "", unicodedata.normalize("NFKC", given).strip())
    return Guess.of("near", near=plain) if re.fullmatch(r"-?(0|[1-9]\d{0,17})(\.\d{1,15})?", plain) else None


def nearest(words: str, text: str) -> list[Guess]:
    """Return a guess at the words of a text that are nearly those given, and what differs; spaces do not matter."""
    ours, theirs = (re.sub(r"\s+", "", t) for t in (words, text))
    if len(ours) * len(theirs) > EFFORT:
        return []
    longest = difflib.SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
    start = max(0, longest.b - longest.a - len(ours) // 5 - 1)
    window = theirs[start : longest.b - longest.a + len(ours) + len(ours) // 5 + 1]
    blocks = difflib.SequenceMatcher(None, ours, window, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return []
    begin = max(0, blocks[0].b - blocks[0].a)
    there = window[begin : blocks[-1].b + len(ours) - blocks[-1].a]
    compared = difflib.SequenceMatcher(None, ours, there, autojunk=False)
    if compared.ratio() < ALIKE:
        return []
    return [Guess.of("nearest", words=there), *_differences(ours, there, compared)]


def _differences(ours: str, theirs: str, compared: difflib.SequenceMatcher[str]) -> Iterator[Guess]:
    changes = [code for code in compared.get_opcodes() if code[0] != "equal"]
    for kind, a, b, c, d in changes[:MOST]:
        if kind == "replace":
            yield Guess.of("instead", given=ours[a:b], printed=theirs[c:d])
        elif kind == "insert":
            yield Guess.of("missing", printed=theirs[c:d])
        else:
            yield Guess.of("extra", given=ours[a:b])
