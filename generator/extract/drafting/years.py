"""The years that a text names, with the words that set them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.language.amounts import DASH
from generator.language.dates import FIVE_YEAR_PLAN, period_in
from generator.language.lexicon import ENUMERATOR, hedging
from generator.source.clauses import CLAUSE_MARKS, around, split
from generator.source.passages import Span

_TAIL = r"(?:\d{1,2}月(?:\d{1,2}日)?)?(?:年?[底末初]|上半年|下半年|中期|第?[一二三四1-4]季度)?(?:以前|之前|前)?"
_YEAR = re.compile(
    rf"(?:(?P<lead>截至|截止到?|到|至)\s*)?(?P<year>(?:19|20|１９|２０)\d\d)\s*年(?P<tail>{_TAIL})(?!度)"
)
_JOINED = re.compile(rf"(?:\d{{4}}年?|\d{{4}}年?\s)\s*{DASH}\s*$")
_NEAR = 12  # characters that the first year of a span takes
_DAY = re.compile(r"月\d{1,2}日$")
# What may stand between the beginning of a clause and the year that frames it.
_LEAD_IN = re.compile(
    rf"(?:{ENUMERATOR}|\d{{1,2}}[.．、]|——|同时|此外|{hedging()}|锚定|瞄准|预计|计划|确保|并|按照规划|总体上|展望|[\s,，:：])*"
)
_SPAN = re.compile(rf"(?:19|20)\d\d年?\s*{DASH}+\s*(?P<year>(?:19|20)\d\d)年(?!度)")
# Behind a span: what makes it part of a name, not the time in which something is to be done.
_NO_HORIZON = re.compile(r"(?:[^，,。；;]{0,12}(?:规划|方案|计划|纲要|意见|榜单|名单))|的|期")
_COMPARED_WITH = re.compile(r"(?:较|(?<!占)比|与)\s*$")
_FIVE_YEARS = re.compile(rf"(?:到)?{FIVE_YEAR_PLAN}(?:期间|时期|期?末)")
_TITLE = re.compile(r"《[^》]*》")


@dataclass(frozen=True)
class Mention:
    """A year that a text names.

    start, end: offsets into the passage's words
    words: verbatim, with 到, 截至, 底 and the like
    as_of: whether 截至 stands before it
    frames: whether it opens its clause, and so speaks for more than what stands right behind it
    compared: whether it is only what another year is measured by (较2024年下降)
    provision: where it stands, of one that holds on for other passages
    """

    start: int
    end: int
    year: int
    words: str
    as_of: bool
    frames: bool
    compared: bool = False
    provision: str | None = None


@lru_cache(maxsize=1024)
def mentions(words: str) -> tuple[Mention, ...]:
    """Return the years named in a passage: no days (2025年3月30日), no titles.

    Of a span of years (2025-2027年) the last one is meant, and only where the span opens its clause.
    """
    titles = [Span(m.start(), m.end()) for m in _TITLE.finditer(words)]
    clauses = split(words, CLAUSE_MARKS)
    found = [
        Mention(m.start(), m.end(), int(m["year"]), m[0], as_of=False, frames=True)
        for m in _SPAN.finditer(words)
        if _LEAD_IN.fullmatch(words[around(clauses, m.start()).start : m.start()])
        and not _NO_HORIZON.match(words, m.end())
        and not any(title.overlaps(m.start(), m.end()) for title in titles)
    ]
    found += [_five_years(m, words[around(clauses, m.start()).start : m.start()]) for m in _FIVE_YEARS.finditer(words)]
    for match in _YEAR.finditer(words):
        if _JOINED.search(words, max(match.start() - _NEAR, 0), match.start()) or _DAY.search(match["tail"] or ""):
            continue
        if any(title.overlaps(match.start(), match.end()) for title in titles):
            continue
        start = around(clauses, match.start()).start
        lead_in = words[start : match.start()]
        attributive = words[match.end() : match.end() + 1] == "的"
        frames = _LEAD_IN.fullmatch(lead_in) is not None and not attributive
        found.append(
            Mention(
                match.start(),
                match.end(),
                int(match["year"]),
                match[0],
                bool(match["lead"]) and match["lead"].startswith("截"),
                frames,
                _COMPARED_WITH.search(lead_in) is not None,
            )
        )
    return tuple(sorted(found, key=lambda m: m.start))


def _five_years(match: re.Match[str], lead_in: str) -> Mention:
    """Return the last year of a five-year plan that is named as a time: “十四五”期间."""
    year = period_in(match[0])[0][1]  # type: ignore[index]
    frames = _LEAD_IN.fullmatch(lead_in) is not None
    compared = _COMPARED_WITH.search(lead_in) is not None
    return Mention(match.start(), match.end(), year, match[0], as_of=False, frames=frames, compared=compared)
