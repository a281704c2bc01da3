"""The command `extract`: read a document, write the first files of its plan, and say what an editor should look at."""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Sequence

from generator.extract import again, budget, filing
from generator.extract.drafting.draft import draft
from generator.extract.extract import Extract, extract
from generator.extract.results import results
from generator.extract.skeleton import skeleton
from generator.extract.structure.metadata import Doubt
from generator.findings.finding import Message, WrongUse
from generator.messages.catalogue import Catalogue
from generator.project.layout import Layout
from generator.records.common import TODO
from generator.records.loading import load

_NAMES = ("source.txt", "zh.md", "dropped.yaml")  # what is written of a capture, in a folder of its plan


def run(layout: Layout, options: argparse.Namespace, words: Catalogue) -> None:
    """Make the first files of a plan; or compare a new capture with them; or read results out of a report."""
    if options.again:
        _compare(layout, options, words)
    elif options.results:
        _report(layout, options)
    else:
        _make(layout, options, words)


def _compare(layout: Layout, options: argparse.Namespace, words: Catalogue) -> None:
    """Tell what differs between a new capture and the text of a plan; take the new one where that is asked for."""
    plans = {files.plan.id: files for files in load(layout, first=True).plans}
    if options.again not in plans:
        raise WrongUse("no-plan", plan=options.again, plans=sorted(plans))
    read = budget.within(lambda: extract(options.file, options.again), options.file.name)
    changes = budget.within(lambda: again.compare(plans[options.again], read.text), options.file.name)
    kinds = ("changed", "added", "removed")
    counts = {kind: sum(change.says.endswith(kind) for change in changes) for kind in kinds}
    says = "again.differs" if changes else "again.same"
    print(words.say(says, file=options.file.name, plan=options.again, **counts))
    for change in changes:
        here, there = change.before, change.after
        said = again.marked(here.words, there.words) if here and there else (here or there).words  # type: ignore[union-attr]
        print(f"  - {words.say(change.says, provision=(here or there).id, words=said)}")  # type: ignore[union-attr]
        if change.cited:
            print(f"    {words.say('again.cited', records=change.cited)}")
    if options.write:
        names = [f"content/{options.again}/{name}" for name in _NAMES]
        record, named = f"structured/plans/{options.again}.yaml", plans[options.again].plan.source.sha256
        taken = dict(zip(names, (read.source, read.chinese, read.dropped), strict=True))
        if named:
            taken[record] = _named_anew((layout.root / record).read_bytes().decode(), named, read.source)
        filing.write(layout, taken)
        print("\n".join(words.say("extract.wrote", name=name) for name in taken))
        print(words.say("again.next"))


def _named_anew(record: str, before: str, source: str) -> str:
    """Return a plan's record with the hash of its new capture in the place of the old one."""
    return record.replace(f"sha256: {before}", f"sha256: {hashlib.sha256(source.encode()).hexdigest()}", 1)


def _report(layout: Layout, options: argparse.Namespace) -> None:
    """Print draft results of a report for the plans of a park, and what the report is, to paste."""
    records = load(layout, first=True)
    plans = [files for files in records.plans if files.plan.park == options.park]
    if not plans:
        raise WrongUse(
            "results.park", park=options.park, parks=sorted({p.plan.park for p in records.plans if p.plan.park})
        )
    filing.prove_id("--results", options.results)

    def made() -> str:
        return results(extract(options.file, options.results), options.results, records, plans)

    print(budget.within(made, options.file.name))


def _make(layout: Layout, options: argparse.Namespace, words: Catalogue) -> None:
    """Write the files of a plan that is read out of a document, and tell what is unsure and what is left."""
    names = [f"content/{options.plan}/{name}" for name in (*_NAMES, "en.md")]
    names.append(f"structured/plans/{options.plan}.yaml")
    filing.prove_free(layout, options.park, options.plan, names)
    records = load(layout, first=True)

    def made() -> tuple[Extract, tuple[str, ...]]:
        read = extract(options.file, options.plan)
        drafted = draft(read.text, read.metadata, options.park, options.plan, records)
        return read, (read.source, read.chinese, read.dropped, skeleton(read.text), drafted)

    read, contents = budget.within(made, options.file.name)
    around = list(filing.around(layout, records, options.park, limited=budget.LIMITED))
    filing.write(layout, dict(zip(names, contents, strict=True)))
    print("\n".join(words.say("extract.wrote", name=name) for name in names))
    print("\n".join(_to_compare([*around, *read.notes], read.metadata.doubts, words)))
    drafted = contents[-1]
    marked = {"unsure": drafted.count("# unsure"), "todo": re.sub("#.*", "", drafted).count(TODO)}
    print(f"  - {words.say('extract.marked', file=names[-1], **marked)}")


def _to_compare(said: Sequence[Message], doubted: Sequence[Doubt], words: Catalogue) -> list[str]:
    """Return what an editor should look at, a line each."""
    notes = map(words.tell, said)
    doubts = (words.say("doubt", place=_place(d, words), reason=words.tell(d.reason)) for d in doubted)
    unsure = [f"  - {sentence}" for sentence in (*notes, *doubts)]
    return [words.say("extract.compare"), *unsure]


def _place(doubt: Doubt, words: Catalogue) -> str:
    return words.say("doubt.line", line=doubt.place) if isinstance(doubt.place, int) else doubt.place
