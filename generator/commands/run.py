"""What each command does, by its name; each imports what it alone needs, so that none waits for the others' modules."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.findings.finding import DataError, Message, Say
from generator.language.languages import LANGUAGES
from generator.messages.printers import PRINTERS, as_table
from generator.messages.streams import speak_utf8
from generator.messages.terminal import language_of, show, words_of
from generator.project import checked, platform
from generator.project.inputs import Inputs
from generator.project.layout import Layout

if TYPE_CHECKING:
    from generator.site.fingerprint import Report

OK, FINDINGS = 0, 1


def check(layout: Layout, options: argparse.Namespace) -> int:
    """Say what is wrong with the data."""
    inputs = Inputs.of(layout)
    result = None if options.fix else checked.last(layout, inputs, options.plan)
    found = result or _checked(layout, options, inputs)
    show(found.warnings, options, sys.stdout)
    if options.format == "text":
        words = words_of(options)
        warnings = words.say("warnings", n=len(found.warnings)) if found.warnings else words.say("fine")
        print(words.say("checked", n=1 if options.plan else found.plans, warnings=warnings))
    return OK


def _checked(layout: Layout, options: argparse.Namespace, inputs: Inputs) -> checked.Result:
    """Check the data, and keep what is found for the next check. Raises DataError with what must be mended."""
    from generator.editing import commands as editing
    from generator.records.kept import Kept
    from generator.rules.run import validate

    plans = editing.prove_plan(layout, options.plan)
    if options.fix:
        _fix(layout, options)
        inputs = Inputs.of(layout)
    found = checked.Result(len(plans), validate(layout, options.plan, Kept(layout, inputs)).warnings)
    checked.put(layout, inputs, options.plan, found)
    return found


def _fix(layout: Layout, options: argparse.Namespace) -> None:
    """Mend what is mechanical and show each change; with another format than text, away from the findings."""
    from generator.editing.commands import write
    from generator.rules.fix import fix

    fixed = fix(layout, options.plan)
    stream = sys.stdout if options.format == "text" else sys.stderr
    if fixed:
        print(words_of(options).say("fixed", n=len(fixed)), file=stream)
    write(layout, fixed, stream)


def audit(layout: Layout, options: argparse.Namespace) -> int:
    """Hold the records against what was worked out once."""
    from generator.audits import run

    if findings := run.audit(layout):
        raise DataError(findings)
    show([], options, sys.stdout)
    if options.format == "text":
        print(words_of(options).say("audited", n=len(run.AUDITS)))
    return OK


def build(layout: Layout, options: argparse.Namespace) -> int:
    """Make the site, or the pages of one plan."""
    words = words_of(options)  # before memory may run out

    def say(step: Message) -> None:
        print(f"  {words.tell(step)} …", flush=True)

    if options.plan:
        from generator.editing.commands import build_plan

        build_plan(layout, options.plan, words, say)
        return OK
    report = _built(layout, options, say)
    here = Path.cwd()
    site = layout.site.relative_to(here) if layout.site.is_relative_to(here) else layout.site
    done = "build.skipped" if report.skipped else "build.done"
    counts = {"pages": report.pages, "records": report.records, "seconds": f"{report.seconds:.1f}"}
    look = words.say("build.look", folder=site, python=platform.PYTHON)
    print(words.say(done, **counts, folder=layout.site), look, sep=words.space)
    return OK


def _built(layout: Layout, options: argparse.Namespace, say: Say) -> Report:
    from generator.site.fingerprint import Extras, unchanged

    extras = Extras(options.compress, options.documents)
    if not options.force and (before := unchanged(layout, say, extras)):
        return before
    from generator.site import build as builder

    return builder.build(layout, say, force=options.force, unsure=options.allow_unsure, extras=extras)


def recipe(layout: Layout, options: argparse.Namespace) -> int:
    """Print what a host needs: its settings, or the files to upload."""
    from generator.hosting import command

    speak_utf8(sys.stdout)  # a recipe goes into a file
    print(command.recipe(layout, options.host, options.published), end="")
    return OK


def pack(layout: Layout, options: argparse.Namespace) -> int:
    """Put the site into one file."""
    from generator.hosting import command

    words = words_of(options)
    print(words.say("pack.done", file=command.pack(layout, options.output), python=platform.PYTHON))
    return OK


def release(layout: Layout, options: argparse.Namespace) -> int:
    """Make a release of the data."""
    from generator.hosting import command
    from generator.project import clock

    file, citation = command.release(layout, options.name, clock.today())
    print(words_of(options).say("release.done", file=file, citation=citation, name=options.name))
    return OK


def serve(layout: Layout, options: argparse.Namespace) -> int:
    """Show the site while its files are edited."""
    from generator.preview import server

    words = words_of(options)
    server.serve(
        layout, options.host, options.port, lambda said: print(words.tell(said), flush=True), language_of(options)
    )
    return OK


def diff(layout: Layout, options: argparse.Namespace) -> int:
    """Tell what a reader would notice between two states."""
    from generator.diff.as_json import as_json
    from generator.diff.markdown import markdown
    from generator.diff.report import report
    from generator.edition import strings

    words = strings.load(*layout.template_folders)
    found = report(layout, words, options.states, datetime.datetime.now().astimezone().date())
    languages = (options.lang,) if options.lang else LANGUAGES
    print(as_json(found) if options.format == "json" else markdown(found, languages))
    if told := (*found.wrong, *found.unread, *found.untold, *found.findings):
        print(PRINTERS["text"](told, words_of(options)), file=sys.stderr)
    return OK if found.good and not (options.require_changes and found.untold) else FINDINGS


def schema(layout: Layout, _options: argparse.Namespace) -> int:
    """Write the JSON Schemas of the files."""
    from generator.records import json_schemas

    for path in json_schemas.write(layout):
        print(layout.relative(path))
    return OK


def status(layout: Layout, options: argparse.Namespace) -> int:
    """Say what is covered and what is translated."""
    from generator.analysis import summary
    from generator.analysis.translation import accept

    if options.accept:
        print(words_of(options).tell(accept(layout, options.accept)))
    elif options.provisions:
        print(summary.provisions(layout, options.provisions))
    else:
        print(as_table(summary.summary(layout), words_of(options)))
    return OK


def extract(layout: Layout, options: argparse.Namespace) -> int:
    """Make the first files of a plan from a document."""
    from generator.extract import command

    command.run(layout, options, words_of(options))
    return OK


def end(layout: Layout, options: argparse.Namespace) -> int:
    """Write that a plan has ended."""
    from generator.editing import commands as editing

    editing.end(layout, options, words_of(options))
    return OK


def init(_layout: Layout, options: argparse.Namespace) -> int:
    """Write a whole publication to begin with."""
    from generator.starting import init as publication
    from generator.starting import requirement

    words, needed = words_of(options), requirement.running()
    publication.init(options.folder.absolute(), needed)
    print(words.say("init.done", folder=options.folder))
    if needed.missing:
        print(words.say("init.program", folder=options.folder, file=needed.line.removeprefix("./")))
    print(words.say("init.next", folder=options.folder))
    return OK


def fill(layout: Layout, options: argparse.Namespace) -> int:
    """Fill in what is known of a plan, and say what is left."""
    from generator.editing import commands as editing
    from generator.rules.run import validate

    editing.fill(layout, options, words_of(options))
    if options.texts or options.translate:
        return OK
    try:
        found = validate(layout, options.plan).warnings
    except DataError as error:
        found = tuple(error.findings)  # what is left for a person is no failure of the command
    show(found, options, sys.stdout)
    if not found:
        print(words_of(options).say("fine"))
    return OK


def new(layout: Layout, options: argparse.Namespace) -> int:
    """Write the skeleton of a new park, metric or plan."""
    from generator.starting import new as skeletons

    words = words_of(options)
    for name in skeletons.new(layout, options.kind, options.id, options.park):
        print(words.say("new.wrote", file=name))
    print(words.say("new.next", root=options.root))
    return OK
