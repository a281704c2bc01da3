"""Find where a document begins: its letterhead, the title of its notice, the title of the plan, the first chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.structure import chrome, labels, prose
from generator.extract.structure.lines import Line
from generator.language import dates

_NOTICE = re.compile(
    r".{0,160}(?:关于|印发).{4,160}(?:通知|公告|公示|通告|批复|函|决定)|.{0,40}征求.{4,160}意见(?:建议)?(?:的(?:公告|通知|函))?"
)
_PLAN = re.compile(
    r".{2,100}(?:方案|规划|计划|纲要|行动|意见|措施|举措|办法|细则|蓝图|导则|实施要点|任务书|工作要点|工作报告|工作总结|统计公报|年度报告|评估报告|任务清单|任务分解表?|工作要点|工作清单)"
    r"(?:[（(《〈][^（）()]{1,30}[）)》〉]){0,3}"
)
_LETTERHEAD = re.compile(
    r".{3,40}(?:人民政府|办公室|办公厅|委员会|管委会|[局厅部院会])\s*文\s*件$|[A-Z]{2,8}[A-Z0-9]*[-—–]\d{4}[-—–]\d+$|签发人|特急|急件|加急|机密|秘密|内部|份号|0{3}\d{3}|(?:发文字号|字号|文号)[:：]"
)
_ASIDE = re.compile(r"[（(]?此件|[（(].+代\s*章[）)]|附\s*件|目\s*[录次]")
_SUBTITLE = re.compile(r"[（(].{1,30}[）)]")
_ENTRY = re.compile(r"\d{1,2}[.．、]\s*(?!\d)")  # of a list of annexes
_MOST_LINES = 5
_LONGEST_TITLE = 60
_LONGEST_FRONT = 600  # lines; a menu, a notice and a cover are never longer


# What only a notice says: whom it is to, and that something is issued with it.
ADDRESSEES = re.compile(
    r"(?:主送\s*[:：]\s*)?(?:各|[^。：:《]{0,400}(?:单位|政府|部门|机构|委员会|办公室|[局厅委会办]|街道|[镇乡区县市]|企业|院校|高校|集团|公司)(?=[，,、；（(:：]))"
    r"[^。：:《]{0,400}[:：]"
)
_ISSUED = re.compile(
    r"现(?:将|予|就|把)?[^。]{0,200}(?:印发|转发|公布|发布|下发)|(?:印发|转发)给你们|特此(?:通知|公告|通告)"
)
_HANDED = re.compile(r"《[^《》]+》[^。《》]{0,60}(?:印发|转发)")


@dataclass(frozen=True)
class Front:
    """Places in a list of lines; an empty span (i, i) means that there is no such title.

    start: the first line of the document
    notice, title: spans of the notice's title and the plan's
    body: the first line of the first chapter, or the number of lines when there is none
    """

    start: int
    notice: tuple[int, int]
    title: tuple[int, int]
    body: int


def find(lines: Sequence[Line]) -> Front:
    """Return where the parts of a document begin."""
    chapters = labels.heads(lines)
    limit = chapters[0] if chapters else len(lines)
    notice = _notice(lines, limit)
    title = _title(lines, notice, chapters or [len(lines)])
    if notice == (0, 0) and title != (0, 0):
        notice = (title[0], title[0])
    behind = max(title[1], notice[1])
    body = next((i for i in chapters if i >= behind), len(lines))
    if behind == 0 and not chapters:
        title = _first_line(lines)
    first = notice[0] if notice[1] > notice[0] else title[0]
    start = _letterhead(lines, first)
    if notice[0] == notice[1]:
        start = min((i for i in range(start) if is_letter(lines[i])), default=start)
    return Front(start, notice, title, body)


def _spans(lines: Sequence[Line], begin: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield runs of up to five short lines that may be one title, the shortest of each place first."""
    for i in range(max(begin, end - _LONGEST_FRONT), end):
        words = ""
        for j in range(i, min(i + _MOST_LINES, end)):
            line = lines[j]
            if (
                len(line.cells) > 1
                or len(line.words) > 160
                or line.words.endswith(("。", "；", ";", "，"))
                or "。" in line.words
            ):
                break
            if (
                chrome.pairs(line)
                or chrome.document_number(line.words)
                or dates.is_date(line.words)
                or _ASIDE.match(line.words)
            ):
                break
            words = prose.title(f"{words} {line.words}")
            yield i, j + 1, words


def _notice(lines: Sequence[Line], limit: int) -> tuple[int, int]:
    """Return the last title of a notice before the first chapter, within the running text's part when there is one."""
    found = [
        (i, j)
        for i, j, words in _spans(lines, 0, limit)
        if _NOTICE.fullmatch(words) and not chrome.pairs(lines[i]) and not chrome.is_chrome(lines[i])
    ]
    found = [(i, j) for i, j in found if not any((a, b) != (i, j) and a >= i and b <= j for a, b in found)]
    if not found:
        return (0, 0)
    inside = [(i, j) for i, j in found if not lines[i].aside]
    return _with_issuer(lines, *(inside or found)[-1])


def _with_issuer(lines: Sequence[Line], i: int, j: int) -> tuple[int, int]:
    """Return the span of a title with the lines above it that name its issuers."""
    while i and _issuer_line(lines[i - 1], lines[i]):
        i -= 1
    return i, j


def is_letter(line: Line) -> bool:
    """Return whether a line can only be of a notice: its number, its addressees, or that it issues something."""
    words = line.words
    if len(line.cells) > 1 or chrome.pairs(line) or line.aside:
        return False
    number = chrome.document_number(words)
    return number == words or bool(ADDRESSEES.fullmatch(words) or _ISSUED.search(words))


def _issuer_line(line: Line, title: Line) -> bool:
    """Return whether a line above a title names the issuer and so belongs to it (… 人民政府 / 关于印发 …)."""
    return (
        (title.words.startswith("关于") or prose.is_body(title.words))
        and prose.is_body(line.words)
        and not line.cells
        and line.aside == title.aside
        and line.centred == title.centred
    )


def _title(lines: Sequence[Line], notice: tuple[int, int], chapters: list[int]) -> tuple[int, int]:
    """Return the plan's own title: the words the notice quotes, or else what reads like a plan's title."""
    heading = prose.title(" ".join(line.words for line in lines[slice(*notice)]))
    quoted = re.search(r"《(.+)》", heading or _handed_on(lines)) or re.search(
        r"(?:印发|批转|转发|关于(?!印发|批转|转发))(.+)的通知", heading
    )
    begin = notice[1]
    if quoted:
        wanted = prose.fold(quoted[1])
        exact = [(i, j) for i, j, words in _spans(lines, begin, chapters[-1]) if prose.fold(words) == wanted]
        if exact:
            return exact[-1]
    limit = next((c for c in chapters if c >= begin), len(lines))
    spans = [
        (i, j, words)
        for i, j, words in _spans(lines, begin, limit)
        if _PLAN.fullmatch(prose.unmarked(words)) and not any(_no_title(line) for line in lines[i:j])
    ]
    if not spans:
        return (begin, begin)
    inside = [span for span in spans if not lines[span[0]].aside] or spans
    last = max(j for _, j, _ in inside)
    whole = min((span for span in inside if span[1] == last), key=lambda span: (_roughness(lines, span), span[0]))
    return _with_issuer(lines, whole[0], whole[1])


def _handed_on(lines: Sequence[Line]) -> str:
    """Return the sentence in which a notice without a title hands on the document, empty where none does."""
    return next((m[0] for line in lines if is_letter(line) and (m := _HANDED.search(line.words))), "")


def _first_line(lines: Sequence[Line]) -> tuple[int, int]:
    """Return the first line as the title of a text without chapters, where it is short and no sentence."""
    first = next((i for i, line in enumerate(lines) if not _no_title(line) and not line.cells), len(lines))
    fits = first + 1 < len(lines) and len(lines[first].words) <= _LONGEST_TITLE and "。" not in lines[first].words
    return (first, first + 1) if fits and not prose.is_prose(lines[first].words) else (0, 0)


def _no_title(line: Line) -> bool:
    return (
        bool(chrome.pairs(line))
        or chrome.is_chrome(line)
        or bool(_LETTERHEAD.match(line.words))
        or line.words.startswith(("附件", "目录", "现将"))
        or bool(_ENTRY.match(line.words))
        or (prose.finished(prose.unmarked(line.words).rstrip("）)")) and not _SUBTITLE.fullmatch(line.words))
    )


def _roughness(lines: Sequence[Line], span: tuple[int, int, str]) -> int:
    """Return how unlikely a run of lines is one title: it may not repeat itself, nor begin in the middle."""
    i, j, words = span
    parts = [prose.fold(line.words) for line in lines[i:j]]
    repeated = any(a in b for k, a in enumerate(parts) for b in parts[k + 1 :] if len(a) > 6)
    mixed = len({line.centred for line in lines[i:j] if not _SUBTITLE.fullmatch(line.words)}) > 1
    mixed = mixed or len({line.aside for line in lines[i:j]}) > 1
    bodies = any(prose.is_body(line.words) for line in lines[i:j])
    short = len(re.sub(r"[（(].*", "", words)) < 10
    return 4 * repeated + 3 * mixed + 2 * bodies + short


def _letterhead(lines: Sequence[Line], first: int) -> int:
    """Return the first line of the letterhead above a title; the title itself when there is none."""
    start = first
    for i in range(first - 1, -1, -1):
        line = lines[i]
        alone = not (i and chrome.pairs(lines[i - 1]))
        if (
            (chrome.document_number(line.words) and not chrome.pairs(line) and not line.cells)
            or (_LETTERHEAD.match(line.words) and len(line.cells) < 2 and (alone or not chrome.pairs(line)))
            or (prose.is_body(line.words) and chrome.document_number(lines[i + 1].words) and not line.aside)
        ):
            start = i
        elif not (prose.is_body(line.words) and not line.aside and i and _LETTERHEAD.match(lines[i - 1].words)):
            break
    return start
