"""Find the English of a clause in the English of its passage: where numbers, hedges and terms agree, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.language.counterparts import HEDGES
from generator.rules.equal_numbers import chinese_numbers, lost, won
from generator.source.text_source import Provision

_SENTENCES = re.compile(r"[^。;；！？]+[。;；！？]?")
_CLAUSES = re.compile(r"(?:[^。;；！？，：,:]|(?<=\d)[,:](?=\d))+[。;；！？，：,:]?")
_STOP = r"(?<=[.!?])(?<!\bNo\.)(?<!\bNos\.)\s+(?=[A-Z“(\d])"
_HARD = rf"(?<=[;:])\s+|{_STOP}"
_ENGLISH = tuple(re.compile(p) for p in (rf"(?<=;)\s+|{_STOP}", _HARD, rf"{_HARD}|(?<=,)\s+"))
_PARTITIVE = re.compile(r"(?:of|among|including) (?:these|them|which|whom|those)\b", re.IGNORECASE)
_JOINING = re.compile(r"[\s,;]+(?:and|as well as|while)\s*$", re.IGNORECASE)
_SENTENCE_ENDS = "。;；！？"
_SHARES = ("%", "％", "百分")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_LEAD = re.compile(r"(?:(?:and|as well as|while)\s+)?(?P<rest>.*?)[\s,;:.]*", re.DOTALL | re.IGNORECASE)
_MARKS = re.compile(r"[\s。；！？，：、]+")
ENOUGH = 0.6  # share of its clauses that a quote takes up, from which their English is its English
SIZE = (2.0, 9.0)  # characters of English to one of Chinese; shorter is a part, longer holds something else
SLACK = 6  # characters, by which the English of a few words may be shorter

Agrees = Callable[[str, str], bool]  # whether terms of some Chinese stand in some English


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int
    words: str


def english_of(quote: str, chinese: Provision, english: Provision, terms: Agrees) -> str | None:
    """Return the part of a passage's English that says what a quote says; None where that is not certain."""

    def fits(en: str) -> bool:
        return agrees(quote, en) and terms(quote, en)

    if chinese.cells:
        said = _of_cells(quote, chinese, english)
        return said if said and fits(said) else None
    if _bare(quote) == _bare(chinese.words):
        return _trimmed(english.words)
    found = [*_side_by_side(quote, chinese.words, english.words, terms)]
    if chinese_numbers(quote).all:
        found += _by_numbers(english.words, quote)
    return next((words for words in map(_trimmed, found) if words and fits(words)), None)


def agrees(zh: str, en: str) -> bool:
    """Return whether numbers and hedges of both are the same, and neither is too long for the other."""
    low, high = SIZE
    size = low * len(_bare(zh)) - SLACK <= len(en) <= high * len(_bare(zh))
    whole = all(en.count(a) == en.count(b) for a, b in _PAIRS)
    share = "%" not in en or any(sign in zh for sign in _SHARES)
    return size and whole and share and not lost(zh, en) and not won(zh, en) and _hedges(zh, en)


def between(quote: str, zh: str, en: str, known: Mapping[str, str], terms: Agrees) -> str | None:
    """Return the English of a quote that stands between others whose English is known; None where it is not certain.

    Nothing but commas parts it from the known quote before it, or from the one behind it; a side without one is the
    border of a sentence.
    known: English of other quotes of the passage
    """
    if zh.count(quote) != 1:
        return None
    at, placed = zh.index(quote), _placed(zh, en, known)
    end = at + len(quote)
    before = next((p for p in placed if p[1] <= at and not _bare(zh[p[1] : at])), None)
    behind = next((p for p in placed if p[0] >= end and not _bare(zh[end : p[0]])), None)
    first = before[3] if before and not _stops(zh[before[1] : at]) else _begun(en, behind) if _begins(zh, at) else None
    last = behind[2] if behind and not _stops(zh[end : behind[0]]) else _ended(en, before) if _stops(zh[end:]) else None
    said = (
        _trimmed(_JOINING.sub("", en[first:last].lstrip(" ,;")))
        if first is not None and last is not None and first < last
        else ""
    )
    return said if said and agrees(quote, said) and terms(quote, said) else None


def _placed(zh: str, en: str, known: Mapping[str, str]) -> list[tuple[int, int, int, int]]:
    """Return where each known quote and its English begin and end, if each stands once in its text."""
    once = [(a, b) for a, b in known.items() if zh.count(a) == 1 and en.count(b) == 1]
    return [(zh.index(a), zh.index(a) + len(a), en.index(b), en.index(b) + len(b)) for a, b in once]


def _stops(words: str) -> bool:
    """Return whether what follows words begins with the end of a sentence."""
    return not words or words[0] in _SENTENCE_ENDS


def _begins(words: str, at: int) -> bool:
    """Return whether a sentence begins here."""
    return at == 0 or words[at - 1] in _SENTENCE_ENDS


def _begun(en: str, behind: tuple[int, int, int, int] | None) -> int | None:
    """Return where the English sentence begins that a known part stands in."""
    return max(p.start for p in _split(en, _ENGLISH[0]) if p.start <= behind[2]) if behind else None


def _ended(en: str, before: tuple[int, int, int, int] | None) -> int | None:
    """Return where the English sentence ends that a known part stands in."""
    return min(p.end for p in _split(en, _ENGLISH[0]) if p.end >= before[3]) if before else None


def aligned(zh: str, en: str, terms: Agrees) -> list[tuple[str, str]]:
    """Return clauses of a passage beside their English: the same number of both, numbers the same in each.

    A clause without a number counts where those beside it have one, or where it shares a term.
    """
    for finer in (_SENTENCES, _CLAUSES):
        ours = [_Piece(m.start(), m.end(), m[0]) for m in finer.finditer(zh)]
        for pattern in _ENGLISH:
            theirs = _split(en, pattern)
            if len(ours) == len(theirs) > 1 and all(_same(a, b, terms) for a, b in zip(ours, theirs, strict=True)):
                numbered = [bool(chinese_numbers(piece.words).all) for piece in ours]
                kept = [i for i in range(len(ours)) if numbered[i] or _held(numbered, i)]
                return [(ours[i].words, theirs[i].words) for i in kept]
    return []


def _same(ours: _Piece, theirs: _Piece, terms: Agrees) -> bool:
    return not lost(ours.words, theirs.words) and not won(ours.words, theirs.words) and terms(ours.words, theirs.words)


def _held(numbered: list[bool], at: int) -> bool:
    """Return whether the clauses beside one have numbers, so that it cannot have slipped."""
    beside = [numbered[i] for i in (at - 1, at + 1) if 0 <= i < len(numbered)]
    return all(beside)


def _side_by_side(quote: str, zh: str, en: str, terms: Agrees) -> Iterator[str]:
    """Yield the English of the clause that a quote is, or nearly is."""
    alone = [(zh, en)] if len(_SENTENCES.findall(zh)) == 1 else []
    for ours, theirs in (*aligned(zh, en, terms), *alone):
        if _bare(quote) in _bare(ours) and len(_bare(quote)) >= ENOUGH * len(_bare(ours)):
            yield theirs


def _by_numbers(en: str, quote: str) -> Iterator[str]:
    """Yield the shortest run of English clauses with the numbers and hedges of a quote, if there is no other one."""
    pieces = _split(en, _ENGLISH[-1])
    hard = {piece.end for piece in _split(en, _ENGLISH[1])}
    least, runs = len(_CLAUSES.findall(quote)) + max(0, quote.count("、") - 1), []
    for i in range(len(pieces)):
        for j in range(i, len(pieces)):
            if j - i + 1 >= least and agrees(quote, _trimmed(en[pieces[i].start : pieces[j].end])):
                partitive = quote.startswith("其中") and i > 0 and _PARTITIVE.match(pieces[i - 1].words)
                runs.append((pieces[i - 1 if partitive else i].start, pieces[j].end))
            if pieces[j].end in hard:
                break
    runs.sort(key=lambda run: run[1] - run[0])
    if runs and all(run[0] < runs[0][1] and runs[0][0] < run[1] for run in runs):
        yield en[slice(*runs[0])]


def _split(text: str, pattern: re.Pattern[str]) -> list[_Piece]:
    starts = [0, *(m.end() for m in pattern.finditer(text))]
    ends = [*(m.start() for m in pattern.finditer(text)), len(text)]
    return [_Piece(a, b, text[a:b]) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]


def _of_cells(quote: str, chinese: Provision, english: Provision) -> str | None:
    """Return the cells of an English row that stand where the cells of the Chinese row that make up a quote do.

    They are written as a name, the unit, and the value.
    """
    rest, found = _bare(quote), []
    for ours, theirs in zip(chinese.cells, english.cells, strict=False):
        if ours and rest.startswith(_bare(ours)):
            rest = rest[len(_bare(ours)) :]
            found.append(theirs)
    if rest or not all(found) or len(found) not in (2, 3):
        return None
    return f"{found[0]}: {found[1]}" if len(found) == 2 else f"{found[0]} (unit: {found[1]}): {found[2]}"


def _hedges(zh: str, en: str) -> bool:
    return all(len(h.chinese.findall(zh)) <= len(h.english.findall(en)) for h in HEDGES)


def _bare(words: str) -> str:
    return _MARKS.sub("", words)


def _trimmed(words: str) -> str:
    """Return a clause without the signs at its end and the word that joins it to the one before."""
    match = _LEAD.fullmatch(words.strip())
    return match["rest"] if match else words
