"""Print which corruptions of the English of plans the rules notice: `python -m tools.corruptions [--root DIR]`.

A table of shares, and every corruption that was missed, for whoever works on the rules.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import get_args

from generator.audits.noticed import SEEDS, Count, count, share
from generator.records.audit import Family
from generator.records.loading import load
from tools.findings import root


def table(counts: list[Count]) -> str:
    """Return the counts for a reader."""
    lines = [f"{'kind':<40}{'made':>6}{'missed':>8}{'noticed':>10}"]
    for family in get_args(Family):
        ours = [one for one in counts if one.kind.family == family]
        lines += [_line(one.kind.name, [one]) for one in ours]
        lines += [_line(f"all {family}", ours), ""] if ours else []
    return "\n".join(lines).rstrip()


def _line(name: str, counts: list[Count]) -> str:
    made, missed = sum(one.made for one in counts), sum(len(one.missed) for one in counts)
    return f"{name:<40}{made:>6}{missed:>8}{f'{share(counts)} %':>10}"


def missed(counts: list[Count]) -> Iterator[str]:
    """Yield what was missed: kind, provision, and the words around what was changed."""
    for one in counts:
        for corruption in one.missed:
            pair = corruption.pair
            yield f"\nmissed: {one.kind.name}: {pair.plan}/{pair.chinese.id}"
            yield difference(pair.english.words, corruption.text)


def difference(before: str, after: str) -> str:
    """Return the words around what was changed."""
    start = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    from_ = max(0, start - 30)
    return f"  …{before[from_ : start + 50]}…\n  …{after[from_ : start + 50]}…"


def main() -> None:
    """Print the table, and the corruptions that were missed."""
    counts = count(load(root(__doc__)), SEEDS[0])
    sys.stdout.write("\n".join([table(counts), *missed(counts)]) + "\n")


if __name__ == "__main__":
    main()
