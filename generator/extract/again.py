"""Compare a new capture of a document with the text that is here: passages added, removed and changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.extract.structure.prose import fold
from generator.records.filed import PlanFiles
from generator.records.kinds import FACT, KINDS, MEASURE, TARGET, TASK
from generator.source.text_source import Provision, Text

_ALIKE = 0.5  # of two passages that may be one, changed
_LONG = 12  # characters: shorter words stand in other passages by chance
_AROUND = 10  # characters shown before and behind what differs


@dataclass(frozen=True)
class Change:
    """A passage that differs.

    before, after: as it is here, and in the new capture; None where one of them has no such passage
    cited: the records that rest on words of the passage here which the new one has no more, as `targets/id`
    """

    before: Provision | None
    after: Provision | None
    cited: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """Return the key of the sentence that tells it."""
        return "again.changed" if self.before and self.after else "again.removed" if self.before else "again.added"


def compare(files: PlanFiles, later: Text) -> list[Change]:
    """Return what differs between the text of a plan and a new one, in the order of the passages.

    Words that both have are no difference, wherever they stand and however they are divided into passages: the outline
    of the text here may be an editor's.
    """
    ours, theirs = ([p for p in text.provisions if p.words] for text in (files.text, later))
    before, after = _without(ours, theirs), _without(theirs, ours)
    here, there = (fold("".join(p.words for p in passages)) for passages in (ours, theirs))
    pairs = dict(_paired(before, after))
    changes = [Change(p, after[pairs[i]] if i in pairs else None) for i, p in enumerate(before)]
    changes += [Change(None, p) for j, p in enumerate(after) if j not in pairs.values()]
    told = [c for c in changes if not (_stands(c.before, there) and _stands(c.after, here))]
    return [Change(c.before, c.after, tuple(_cited(files, c))) for c in told]


def _without(passages: Sequence[Provision], others: Sequence[Provision]) -> list[Provision]:
    known = {fold(p.words) for p in others}
    return [p for p in passages if fold(p.words) not in known]


def _stands(passage: Provision | None, whole: str) -> bool:
    """Return whether the words of a passage stand in a text, divided otherwise; of no passage they do."""
    return passage is None or (len(passage.words) >= _LONG and fold(passage.words) in whole)


def _paired(before: Sequence[Provision], after: Sequence[Provision]) -> Iterator[tuple[int, int]]:
    """Yield which passages are one that was changed: the most alike first, each once."""
    alike = []
    for i, p in enumerate(before):
        matcher = SequenceMatcher(None, "", fold(p.words), autojunk=False)
        for j, q in enumerate(after):
            matcher.set_seq1(fold(q.words))
            if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
                alike.append((matcher.ratio(), -abs(i - j), i, j))
    left, right = set(range(len(before))), set(range(len(after)))
    for ratio, _, i, j in sorted(alike, reverse=True):
        if ratio >= _ALIKE and i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield i, j


def _cited(files: PlanFiles, change: Change) -> Iterator[str]:
    """Yield the records of a passage whose quote the new one does not hold, and those that have none."""
    after = fold(change.after.words) if change.after else ""
    for (plural, _), record in files.records(*(KINDS[name] for name in (TARGET, FACT, TASK, MEASURE))):
        quote = getattr(record, "quote", None)
        kept = quote is not None and fold(quote) in after
        if change.before and record.provision == change.before.id and not kept:
            yield f"{plural}/{record.id}"


def marked(before: str, after: str) -> str:
    """Return what differs between two wordings of a passage, some words around it: 达到[-5-]{+6+}%."""
    parts: list[str] = []
    codes = SequenceMatcher(None, fold(before), fold(after), autojunk=False).get_opcodes()
    before, after = ("".join(words.split()) for words in (before, after))  # each character as `fold` has it
    for n, (tag, a, b, c, d) in enumerate(codes):
        if tag == "equal":
            head, tail = a + _AROUND if n else a, b - _AROUND if n < len(codes) - 1 else b
            parts.append(before[a:b] if head >= tail else f"{before[a:head]}…{before[tail:b]}")
        else:
            parts.append((f"[-{before[a:b]}-]" if b > a else "") + (f"{{+{after[c:d]}+}}" if d > c else ""))
    return "".join(parts)
