"""Published ids that are gone and lead nowhere: each with the redirect that would mend it."""

from __future__ import annotations

import datetime
import difflib
from collections import Counter
from collections.abc import Collection, Iterator

from generator.analysis.published import destination, published
from generator.diff.differences import Described
from generator.diff.entries import Entry
from generator.findings.finding import Finding
from generator.records.filed import Records
from generator.records.kinds import KINDS, METRIC, PLAN, PROVISION, RESULT, TARGET, WORDING, of_a_plan
from generator.records.pages import PLANS, TASKS
from generator.records.plan import Plan
from generator.records.redirect import plan_of, reference, split

REDIRECTS = "structured/redirects.yaml"
_ALIKE = 0.6  # from here on two records are likely to be the same under another id


class Vanished:
    """Compares what two states publish."""

    def __init__(self, base: Records, head: Records, before: Described, after: Described) -> None:
        self.before, self.after = before, after
        self.head = head
        self.holders = {f.plan.id: _holder(f.plan) for records in (head, base) for f in records.plans}
        self.there = published(head)
        # What a redirect stands for has been published too, and must not be forgotten again.
        self.once = published(base) | {r.record.old for r in base.redirects}
        self.redirects = {r.record.old: r.record.new for r in head.redirects}

    def findings(self, line: int, today: datetime.date) -> list[Finding]:
        """Return P006 for each id that was published, is so no more, and has no redirect.

        line: the last one of structured/redirects.yaml; today: the date an entry would carry
        """
        gone = sorted(ref for ref in self.once - self.there if not destination(ref, self.redirects, self.there))
        whole = {ref: self._successor(ref) for ref in gone if split(ref)[0] == PLAN}
        led = self.redirects | whole  # the redirect of a plan takes most of it along
        return [
            Finding.of("P006.id", REDIRECTS, line, old=ref, new=self._successor(ref), date=today)
            for ref in gone
            if ref in whole or not destination(ref, led, self.there)
        ]

    def _successor(self, ref: str) -> str:
        """Return what most likely took its place: the new record most like it, else what it stood in."""
        if ref in self.before.zh and (alike := self._most_alike(ref)):
            return alike
        return next(self._taken_over(ref) if split(ref)[0] == METRIC else self._around(ref))

    def _most_alike(self, ref: str) -> str:
        """Return the new record of the same kind and plan that says most nearly the same, or ""."""
        best, likeness = "", _ALIKE
        matcher = difflib.SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(_said(self.before.zh[ref]))
        for other in sorted(self.there - self.once):
            if split(ref)[0] == split(other)[0] and self._together(ref, other):
                matcher.set_seq1(_said(self.after.zh[other]))
                # The quick ones are upper bounds, and spare most of the slow one's work.
                if min(matcher.real_quick_ratio(), matcher.quick_ratio()) > likeness < matcher.ratio():
                    best, likeness = other, matcher.ratio()
        return best

    def _together(self, ref: str, other: str) -> bool:
        """Return whether one may be the other under a new id: of one plan, and plans of one park or area."""
        if split(ref)[0] == PLAN:
            return self.holders[split(ref)[1]] == self.holders[split(other)[1]]
        return plan_of(other) in (plan_of(ref), self._plan_now(ref))

    def _plan_now(self, ref: str) -> str:
        """Return the plan that a reference stood in, by the id that it has now."""
        kind, id_ = split(self.redirects.get(reference(PLAN, plan_of(ref)), ""))
        return id_ if kind == PLAN else plan_of(ref)

    def _taken_over(self, ref: str) -> Iterator[str]:
        """Yield the metrics that the targets of a metric have now, the most frequent first."""
        of_it = (r for r, old in self.before.zh.items() if split(r)[0] == TARGET and _metric(old) == ref)
        now = Counter(_metric(self.after.zh[target]) for target in of_it if target in self.after.zh)
        yield from (metric for metric, _ in now.most_common() if metric in self.there)
        yield from self._around(ref)

    def _around(self, ref: str) -> Iterator[str]:
        """Yield what something stood in: an earlier wording that still holds it, then from the inside out."""
        kind, id_ = split(ref)
        if not of_a_plan(kind):
            yield f"page/{KINDS[kind].around if kind in KINDS else TASKS}"
            return
        plan, place = self._plan_now(ref), id_.partition("/")[2]
        old = self.before.zh.get(ref)
        if kind == PROVISION:
            yield from (reference(WORDING, plan, said) for said, ids in self._wordings(plan) if place in ids)
        if kind == RESULT and old:  # it stands in a report, not in the text: its target is nearest
            target = str(old.values[TARGET].compared)
            yield from (now,) if (now := reference(TARGET, plan, target)) in self.there else ()
            old = self.before.zh.get(reference(TARGET, plan_of(ref), target))
        if kind != PROVISION and old:
            place = str(old.values[PROVISION].compared)
        while place:
            if (around := reference(PROVISION, plan, place)) in self.there:
                yield around
            place = place.rpartition("/")[0] or place.rpartition(".")[0]
        yield whole if (whole := reference(PLAN, plan)) in self.there else f"page/{PLANS}"

    def _wordings(self, plan: str) -> Iterator[tuple[str, Collection[str]]]:
        """Yield each earlier wording of a plan, the newest first, with the ids of its passages."""
        found = (files for files in self.head.wordings if files.plan.id == plan and files.wording)
        yield from ((str(f.wording), {p.id for p in f.text.provisions}) for f in found)


def _holder(plan: Plan) -> tuple[str | None, str]:
    """Return whose plan it is: of a park, or of an area."""
    return plan.park, plan.area.zh if plan.area else ""


def _metric(target: Entry) -> str:
    return reference(METRIC, str(target.values[METRIC].compared))


def _said(entry: Entry) -> str:
    return " ".join(value.text for value in entry.values.values())
