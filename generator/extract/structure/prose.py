"""How words are told apart: running text, dates, names of bodies; whether a line goes on in the next."""

from __future__ import annotations

import re

from generator.extract.structure import labels
from generator.extract.structure.lines import Line
from generator.language import dates
from generator.language.lexicon import ENUMERATED, ENUMERATOR

_END = tuple("。！？!?；;：:”』」》）)】]…")
_BODY = re.compile(
    r"中共中央|[\u4e00-\u9fff·“”\"、（）()]{1,40}(?:政府|办公室|办公厅|委员会|管委会|党工委|[^、]局|[^、]厅|[^、]委|集团|公司|中心|领导小组"
    r"|指挥部|工作组|专班|[^分]院|[^、]部|[^、]署|[^、]会|银行|分行|总局|[^、]综合司)"
)
ABBREVIATED = re.compile(r"[省市区县州]政府")  # of a body that a letterhead names in full
_OPENERS = re.compile(
    rf"——|--|{ENUMERATOR}|第[{ENUMERATED}][，,、]|专栏|表\s*\d|图\s*\d|注[:：]|附件|抄送|[□■●○◆▪•]|\[\d+\]"
    r"|[（(【\[]?(?:牵头|责任|负责|配合|协同|协作|协办|主办|参与|参加|实施|支持)(?:单位|部门|主体|科室|处室|领导|人)?[:：]"
    r"|[（(【\[]?(?:完成|实施|推进)?(?:时限|时间|期限|时间节点|时间安排)[:：]"
)


def fold(text: str) -> str:
    """Return a text for comparison: without white space, brackets and commas in half width."""
    table = str.maketrans("，：；（）！？．％—–－〈〉＜＞<>", ",:;()!?.%---《》《》《》")
    return re.sub(r"\s+", "", text).translate(table)


def unclosed(words: str) -> bool:
    """Return whether a bracket or title mark stands open at the end of a line."""
    folded = fold(words[-300:])  # what was opened further back was forgotten to be closed
    return any(folded.count(a) > folded.count(b) for a, b in ("《》", "()", "〔〕"))


def finished(words: str) -> bool:
    """Return whether a line ends where a sentence, list entry or salutation ends."""
    return words.endswith(_END)


def is_prose(words: str) -> bool:
    """Return whether a line is running text rather than a title, name, date or cell."""
    return (len(words) >= 15 and bool(re.search(r"[，,。；;、]", words))) or len(words) > 60


def is_body(words: str) -> bool:
    """Return whether a line is the name of a body and nothing else."""
    parts = bodies(words)
    return bool(parts) and all(_BODY.fullmatch(part) for part in parts)


def bodies(words: str) -> list[str]:
    """Return the names of a line that holds several.

    Spaces part them, marks that were spaces in the file, and the name of the place with which each begins again.
    """
    place = re.match(r"[\u4e00-\u9fff]{2,5}?[省市区县州]", words.strip())
    apart = re.sub(rf"(?<=[会局室厅府院办委])(?={place[0]})", " ", words) if place else words
    return re.split(rf"[\s{labels.STRAY}]+", apart.strip()) if words.strip() else []


def opens(words: str) -> bool:
    """Return whether a line can only begin a paragraph."""
    return bool(_OPENERS.match(words))


def continues(before: str, line: Line) -> bool:
    """Return whether a line without a label of its own goes on with the paragraph before it."""
    words = line.words
    if line.starts is not True and unclosed(before) and not words.startswith(("《", "——")):
        return True
    if line.starts is not None:
        return not line.starts
    if opens(words) or dates.is_date(words):
        return False
    open_ended = before.endswith(("，", ",", "、")) or is_prose(before)
    return open_ended and not finished(before) and not line.centred


def joined(before: str, words: str) -> str:
    """Join two lines; only Latin words are divided by a space."""
    latin = bool(re.search(r"[A-Za-z,.]$", before) and re.match(r"[A-Za-z]", words))
    return f"{before}{' ' if latin else ''}{words}"


def title(words: str) -> str:
    """Return a title without the spaces that stand in for line breaks; those between two bodies remain."""
    parts = words.split()
    joined_words = ""
    for before, part in zip(["", *parts], parts, strict=False):
        latin = re.search(r"[\x00-\x7f]$", joined_words) and re.match(r"[\x00-\x27\x29-\x7f]", part)
        apart = latin or (is_body(before) and is_body(part.partition("关于")[0]))
        joined_words += f" {part}" if apart and joined_words else part
    return joined_words


def unmarked(title: str) -> str:
    """Return a title without the marks that stand around the whole of it: 《甲园行动方案》."""
    whole = re.fullmatch(r"《([^《》]+)》", title.strip())
    return whole[1] if whole else title


def starts_label(words: str) -> bool:
    """Return whether a line begins with an outline label; 2 before a word is none where no other sign says so."""
    label = labels.read(words)
    return label is not None and label.style != "bare"
