"""Commands with which an editor works on one plan: fill in what is known, look at its pages."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import TextIO

from generator.findings.finding import Say, WrongUse
from generator.language.languages import LANGUAGES
from generator.messages.catalogue import Catalogue
from generator.messages.printers import as_difference
from generator.project import clock
from generator.project.layout import Layout
from generator.records.kinds import KINDS, PLAN
from generator.source.files import listed


def prove_plan(layout: Layout, plan: str | None) -> list[str]:
    """Return the plans there are. Raises WrongUse when the one that is named is not among them."""
    plans = [path.stem for path in listed(layout.root, KINDS[PLAN].file)]
    if plan and plan not in plans:
        raise WrongUse("no-plan", plan=plan, plans=plans)
    return plans


def fill(layout: Layout, options: argparse.Namespace, words: Catalogue) -> None:
    """Fill in what is known, show it, and tell what is left."""
    from generator.filling import passages, program, records  # noqa: PLC0415 - a check need not wait for them

    prove_plan(layout, options.plan)
    if options.texts or options.translate:
        translate = program.translator(options.translate) if options.translate else None
        made = passages.prepare(layout, options.plan, translate)
        (layout.root / made.name).write_bytes(made.after.encode())
        print(words.say("fill.texts", file=made.name, drafted=made.drafted, left=made.left))
        for said, needed in (("fill.compare", made.drafted), ("fill.next", made.left)):
            if needed:
                print(words.say(said, plan=options.plan))
    else:
        filled = records.fill(layout, options.plan)
        write(layout, filled.file)
        for name, (text, n) in filled.text.items():
            (layout.root / name).write_bytes(text.encode())
            print(words.say("fill.comments", file=name, n=n))
        print(words.say("fill.done", n=filled.found, left=filled.left, plan=options.plan))


def build_plan(layout: Layout, plan: str, words: Catalogue, say: Say) -> None:
    """Build the pages of one plan and tell where they are."""
    from generator.site.one_plan import build_plan as built  # noqa: PLC0415 - what only a build uses

    prove_plan(layout, plan)
    shown = built(layout, plan, say)
    print(words.say("build.plan", pages=shown.pages, files=[layout.relative(file) for file in shown.first]))


def write(layout: Layout, files: Mapping[str, tuple[str, str]], stream: TextIO | None = None) -> None:
    """Show how files change, and change them."""
    for path, (before, after) in files.items():
        print(as_difference(path, before, after), file=stream)
        (layout.root / path).write_bytes(after.encode())


def end(layout: Layout, options: argparse.Namespace, words: Catalogue) -> None:
    """Show and write what says that a plan has ended, and say what to do next."""
    from generator.editing import ending  # noqa: PLC0415 - as above

    basis = dict(zip(LANGUAGES, options.basis, strict=True)) if options.basis else None
    evidence = ending.Evidence(options.words, options.provision, basis, options.address)
    since, today = ending.day(options.since), clock.today()
    if options.command == "supersede":
        changed = ending.supersede(layout, options.old, options.new, since, evidence, today)
    else:
        changed = ending.withdraw(layout, options.plan, options.standing, since, evidence, today)
    write(layout, changed)
    print("\n".join(words.say("end.wrote", file=name) for name in changed))
    print(words.say("end.next", root=options.root))
