"""Since when and until when a document says it is in force: days that it prints, and days that it counts out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Literal

from generator.extract.structure.metadata import Doubt, Read, Validity
from generator.extract.structure.outline import Block
from generator.language import dates
from generator.language.numerals import parse_chinese

# 本措施由市科委负责解释，自印发之日起施行，有效期至2030年12月31日。
_DAY = r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日"
_ISSUE = r"[^，。]{0,4}(?:印发|发布|公布|下发|签发|颁布|通过)之日"
IN_FORCE = re.compile(
    rf"(?:本[^。：《]{{1,40}}?|(?<![^。\s]))自(?P<start>{_DAY}|{_ISSUE})起(?P<later>[^，。]{{1,4}}[日天月]后)?(?:正式|开始)?(?:施行|实施|执行|生效|试行)"
)
_UNTIL = re.compile(
    rf"(?P<own>本[^，。：；《]{{1,12}})?(?:有效期限?|试行期?限?|(?:实施|执行)期限?)(?:[为至到自\s]|截至|截止|暂定)*"
    rf"(?:(?P<start>{_DAY}|{_ISSUE})起?[至到\s]*)?(?:(?P<end>{_DAY})|(?P<years>[\d一二三四五六七八九十两]{{1,3}})年)"
)
_BEHIND = 60  # characters: so near to when it takes effect stands how long it holds


def read(blocks: Iterable[Block], issued: datetime.date | None) -> tuple[Read[Validity] | None, list[Doubt]]:
    """Return what the first block says that tells it, and what is doubtful. issued: the day that 自印发之日起 means."""
    for block in blocks:
        since = IN_FORCE.search(block.words)
        until = _UNTIL.search(block.words, *((since.start(), since.end() + _BEHIND) if since else ()))
        found = [match for match in (since, until) if match]
        if since or (until and until["own"]):
            words = block.words[found[0].start() : max(match.end() for match in found)]
            held = _held(since, until, issued)
            if held.inferred:
                return Read(held, words, block.line), [Doubt.of("validity", "doubt.counted", words=words)]
            if held.start or held.end:
                return Read(held, words, block.line), []
            return None, [Doubt.of("validity", "doubt.no-validity", words=words)]
    return None, []


def _held(since: re.Match[str] | None, until: re.Match[str] | None, issued: datetime.date | None) -> Validity:
    said = (until["start"] if until else None) or (since["start"] if since else None)
    start, end = dates.date_in(said or ""), dates.date_in((until["end"] if until else None) or "")
    inferred: list[Literal["start", "end"]] = []
    if said and start is None and issued and not (since and since["later"]):
        start = issued
        inferred.append("start")
    if until and until["years"] and start:
        years = int(until["years"]) if until["years"].isdecimal() else parse_chinese(until["years"])
        end = dates.last_day(start, years)
        inferred.append("end")
    return Validity(start, end, tuple(inferred))
