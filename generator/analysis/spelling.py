"""How editors say that words are read: in the publication's readings, and by the pinyin of terms and parks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.language import pinyin
from generator.records.park import Park
from generator.records.publication import Publication
from generator.records.term import Term


def readings(publication: Publication, terms: Iterable[Term], parks: Iterable[Park]) -> dict[str, str]:
    """Return words with their readings, syllables apart. The publication's own go before those of terms and parks."""
    spelled = [spelling(term.zh, term.pinyin) for term in terms]
    spelled += [spelling(name.zh, park.pinyin) for park in parks for name in (park.name, park.short_name)]
    found: dict[str, str] = {}
    for words in spelled:
        found |= words or {}
    return found | dict(publication.readings)


def spelling(chinese: str, written: str) -> dict[str, str] | None:
    """Return the words of a name, and the whole of it, with their readings; None where its pinyin is none of it.

    A character that is a word of its own is read otherwise in other words: 卡 in 卡住, in 银行卡.
    """
    words = pinyin.words(chinese, written)
    if words is None:
        return None
    whole = {chinese: " ".join(words.values())} if "".join(words) == chinese else {}
    return {word: reading for word, reading in (words | whole).items() if len(word) > 1}


def apart(readings: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Yield those words with their reading that the table of phrases reads otherwise, and how."""
    for word, reading in readings:
        table = " ".join(pinyin.by_table(word))
        if pinyin.differs(reading, table):
            yield word, reading, table
