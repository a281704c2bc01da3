"""Why figures cannot simply be set side by side, in sentences that say of which park and what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.analysis.comparability import Comparison, is_silent, named_kinds, side
from generator.corpus.plan_entry import InPlan
from generator.edition import holders
from generator.edition.edition import Edition
from generator.parts import shown
from generator.records.target import Target

Targets = Sequence[InPlan[Target]]
Said = Callable[[InPlan[Target]], str]  # what a target says of a matter, "" for nothing

NAMED = 6  # targets that a sentence or a side of a statement names where there are many parks
SILENT = "measure-unspecified"
BESIDE = ("commitment",)  # told beside each figure, wherever targets share an axis
_ALL = ("unit", "year", "commitment")  # also what says nothing of these is told
_ONE_SENTENCE = {"measures-unspecified": SILENT}  # one target or all: who does not say it is told alike


def sentences(edition: Edition, targets: Targets, found: Sequence[Comparison]) -> tuple[str, ...]:
    """Return what to heed of some targets of one metric: each reason found between them once, then editors' caveats."""
    reasons = dict.fromkeys(_ONE_SENTENCE.get(reason, reason) for c in found for reason in c.reasons)
    if "scope" in reasons:
        reasons.pop("label", None)  # the scope says in words what the names differ by
    computed = (words for reason in reasons for words in _sentences(edition, targets, reason))
    return tuple(dict.fromkeys((*computed, *(edition.say(words) for c in found for words in c.caveats))))


def weighty(edition: Edition, targets: Targets, found: Sequence[Comparison]) -> tuple[str, ...]:
    """Return of what is to be heeded that which does not stand beside each figure anyway."""
    left = (replace(c, reasons=tuple(reason for reason in c.reasons if reason not in BESIDE)) for c in found)
    return sentences(edition, targets, tuple(left))


def whose(edition: Edition, of: InPlan[Target], among: Targets) -> str:
    """Return the park of a target, with what tells its plan apart where that does not go without saying."""
    several = len(edition.plans_of(of.holder)) > 1 and len({t.plan.id for t in among if t.holder == of.holder}) > 1
    return holders.whose(edition, of.entry) if several or not shown.is_usual(edition, of) else _park(edition, of)


def _park(edition: Edition, of: InPlan[Target]) -> str:
    return edition.holder(of.entry).text


def _sentences(edition: Edition, targets: Targets, reason: str) -> list[str]:
    """Return a sentence on a reason, or one for each thing that is said of it."""
    key, of = f"compare.reason.{reason}", SAID[reason]
    parted = _parted(targets, lambda t: of(edition, t))
    if reason in _DIFFER:
        parts = [
            edition.t("compare.part", what=what, who=_names(edition, some, targets, what))
            if what
            else edition.t("compare.part-none", what=edition.t(f"{key}-none"), who=_names(edition, some, targets))
            for what, some in parted.items()
            if what or reason in _ALL
        ]
        return [edition.t(key, parts=edition.t("list.semicolon").join(parts))]
    return [
        edition.t(key, n=len(some), who=_names(edition, some, targets), what=what)
        for what, some in parted.items()
        if what
    ]


def _parted(targets: Targets, of: Said) -> dict[str, list[InPlan[Target]]]:
    """Return targets by what they say."""
    found: dict[str, list[InPlan[Target]]] = {}
    for target in targets:
        found.setdefault(of(target), []).append(target)
    return found


def _names(edition: Edition, some: Targets, among: Targets, said: str = "") -> str:
    """Return whose some of the targets are: A, B and C. said: what is said of them, which no label needs to say too."""
    several = {plan for plan, n in Counter(t.plan.id for t in among).items() if n > 1}
    names = list(dict.fromkeys(_name(edition, t, among, said, labelled=t.plan.id in several) for t in some))
    if holders.many(edition) and len(names) > NAMED:
        names[NAMED:] = [edition.t("metric.others", n=len(names) - NAMED)]
    return _listed(edition, names)


def _listed(edition: Edition, words: list[str]) -> str:
    *first, last = words
    return edition.t("list.and", first=edition.t("list.comma").join(first), last=last) if first else last


def _name(edition: Edition, of: InPlan[Target], among: Targets, said: str, *, labelled: bool) -> str:
    park, label = whose(edition, of, among), edition.say(of.record.label)
    if not labelled or (said and said.lower() in label.lower()):
        return park
    return edition.t("compare.of", park=park, label=label)


def _unit(edition: Edition, of: InPlan[Target]) -> str:
    unit = of.record.unit
    return (edition.say_unit(edition.corpus.units[unit]) or edition.t("compare.count")) if unit else ""


def _year(edition: Edition, of: InPlan[Target]) -> str:
    year = of.record.year
    return edition.t("compare.year", year=year) if year else ""


def _label(edition: Edition, of: InPlan[Target]) -> str:
    metric = edition.corpus.metrics[of.record.metric]
    return edition.say(of.record.label) if named_kinds(of.record, metric.kinds) else ""


def _counted(edition: Edition, of: InPlan[Target]) -> str:
    silent = of.record.measure == "unspecified"
    return "" if silent else edition.t(f"compare.counted.{of.record.measure}")


def _firmness(edition: Edition, of: InPlan[Target]) -> str:
    firmness = of.record.firmness
    return "" if firmness == "either" else edition.t(f"compare.commitment.{firmness}")


def _restated(edition: Edition, of: InPlan[Target]) -> str:
    own = side(of.plan, of.record)
    counted = [edition.t(f"compare.counted.{m}") for m in (of.record.measure, *sorted(own.restated)) if own.restated]
    named = [edition.say(scope) for scope in (of.record.scope, *own.renamed) if own.renamed]
    return edition.t("list.semicolon").join(_listed(edition, words) for words in (counted, named) if words)


# What each target says of a reason, as words or as a mark: of the first ones all targets are told, of the others those
# of which it holds.
_DIFFER: dict[str, Callable[[Edition, InPlan[Target]], str]] = {
    "unit": _unit,
    "denominator": lambda edition, of: edition.say(of.record.denominator),
    "scope": lambda edition, of: edition.say(of.record.scope),
    "label": _label,
    "measure": _counted,
    "year": _year,
    "commitment": _firmness,
}
SAID: dict[str, Callable[[Edition, InPlan[Target]], str]] = {
    **_DIFFER,
    "words-only": lambda _, of: "words" if of.record.comparator == "qualitative" else "",
    SILENT: lambda _, of: "silent" if is_silent(of.record) else "",
    "restated": _restated,
    "left-open": lambda edition, of: edition.say(of.record.left_open),
    "scope-one-sided": lambda edition, of: edition.say(of.record.scope),
    "denominator-one-sided": lambda edition, of: edition.say(of.record.denominator),
    "unit-inferred": lambda _, of: "inferred" if of.record.unit_inferred else "",
}
