"""The commands: arguments in, exit code out. No logic."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Callable
from pathlib import Path

from generator.analysis import summary
from generator.analysis.translation import accept
from generator.editing import commands
from generator.findings.finding import DataError, Failure, Message, WrongUse
from generator.language.languages import LANGUAGES
from generator.messages.arguments import Parser, asked, spoken
from generator.messages.catalogue import Catalogue, catalogue
from generator.messages.printers import PRINTERS, as_table
from generator.messages.streams import speak_json
from generator.messages.terminal import language_of, show, tell, tell_failure, words_of
from generator.project import platform, shortage
from generator.project.layout import Layout
from generator.records import json_schemas as schemas
from generator.records.kinds import METRIC, PARK, PLAN
from generator.rules.fix import fix
from generator.rules.run import validate
from generator.site import publish
from generator.site.lock import alone

OK, FINDINGS, USAGE = 0, 1, 2


def main(arguments: list[str]) -> int:
    """Run a command and return its exit code: 0 fine, 1 findings in the data, 2 wrong use."""
    options = _parser(catalogue(asked(arguments, LANGUAGES) or spoken(os.environ))).parse_args(arguments)
    if getattr(options, "format", "") == "json":
        speak_json(sys.stdout)
    layout = Layout(options.root.resolve())
    if options.command != "init" and not (layout.content.is_dir() and layout.structured.is_dir()):
        print(words_of(options).say("folders", root=options.root), file=sys.stderr)
        return USAGE
    try:
        _mend(layout, options)
        return int(options.run(layout, options))
    except WrongUse as error:
        tell(error.message, options)
        return USAGE
    except (DataError, Failure) as error:
        tell_failure(error, options)
        return FINDINGS
    except Exception as error:
        lack = shortage.of_error(error)
        if lack is None and not isinstance(error, OSError):  # OSError: a folder that must not be written to
            raise
        tell_failure(lack or error, options)
        return FINDINGS


def _mend(layout: Layout, options: argparse.Namespace) -> None:
    """Put the site back that a build was killed while exchanging, where the system cannot do it at one moment."""
    if publish.interrupted(layout.next, layout.site):
        with alone(layout, lambda step: print(f"  {words_of(options).tell(step)} …", file=sys.stderr, flush=True)):
            publish.recover(layout.next, layout.site)


def _parser(words: Catalogue) -> Parser:
    installed = Path(sys.argv[0]).stem == "park-plans"  # else run from a checkout
    parser = Parser(words, "park-plans" if installed else "python -m generator")
    parser.add_argument("--lang", choices=LANGUAGES)
    about = words.say("help.command")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", help=about)

    def command(name: str, run: object) -> Parser:
        help_ = words.say(f"help.{name}")
        sub = commands.add_parser(name, help=help_, words=words, command=name)
        sub.add_argument("--root", type=Path, default=Path(), metavar="DIR")
        sub.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS)  # it may stand before the command
        sub.set_defaults(run=run)
        return sub

    check = command("check", _check)
    check.add_argument("--format", choices=sorted(PRINTERS), default="text")
    check.add_argument("--plan", metavar="PLAN")
    check.add_argument("--fix", action="store_true")
    command("audit", _audit).add_argument("--format", choices=sorted(PRINTERS), default="text")
    site = command("build", _build)
    site.add_argument("--force", action="store_true")
    site.add_argument("--allow-unsure", action="store_true")
    site.add_argument("--plan", metavar="PLAN")
    preview = command("serve", _serve)
    preview.add_argument("--host", default="127.0.0.1")
    preview.add_argument("--port", type=int, default=8000)
    compare = command("diff", _diff)
    compare.add_argument("states", metavar="BASE[..HEAD]")
    compare.add_argument("--format", choices=("markdown", "json"), default="markdown")
    compare.add_argument("--require-changes", action="store_true")
    command("schema", _schema)
    choice = command("status", _status).add_mutually_exclusive_group()
    choice.add_argument("--provisions", metavar="PLAN")
    choice.add_argument("--accept", metavar="PLAN[/PROVISION]")
    new = command("extract", _extract)
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument("--park", default="")
    made = new.add_mutually_exclusive_group(required=True)
    made.add_argument("--plan")
    made.add_argument("--again", metavar="PLAN")
    made.add_argument("--results", metavar="REPORT")
    new.add_argument("--write", action="store_true")
    command("init", _init).add_argument("folder", type=Path, metavar="DIR")
    _editing(command)
    add = command("new", _new)
    add.add_argument("kind", choices=(PARK, METRIC, PLAN))
    add.add_argument("id", metavar="ID")
    add.add_argument("--park")
    return parser


def _editing(command: Callable[[str, object], Parser]) -> None:
    """Add the commands with which an editor works on a plan that is there."""
    end = command("withdraw", _end)
    end.add_argument(PLAN, metavar="PLAN")
    end.add_argument("--standing", choices=("withdrawn", "expired"), default="withdrawn")
    replaced = command("supersede", _end)
    replaced.add_argument("old", metavar="OLD")
    replaced.add_argument("new", metavar="NEW")
    for each in (end, replaced):
        each.add_argument("--since", required=True, metavar="DAY")
        each.add_argument("--words")
        each.add_argument("--provision")
        each.add_argument("--basis", nargs=2, metavar=("ZH", "EN"))
        each.add_argument("--address", metavar="URL")
    filled = command("fill", _fill)
    filled.add_argument(PLAN, metavar="PLAN")
    filled.add_argument("--texts", action="store_true")
    filled.add_argument("--translate", metavar="PROGRAM")


def _check(layout: Layout, options: argparse.Namespace) -> int:
    words, plans = words_of(options), commands.prove_plan(layout, options.plan)
    if options.fix:
        _fix(layout, options)
    checked = validate(layout, options.plan)
    show(checked.warnings, options, sys.stdout)
    if options.format == "text":
        warnings = words.say("warnings", n=len(checked.warnings)) if checked.warnings else words.say("fine")
        print(words.say("checked", n=1 if options.plan else len(plans), warnings=warnings))
    return OK


def _audit(layout: Layout, options: argparse.Namespace) -> int:
    from generator.audits.run import AUDITS, audit  # noqa: PLC0415 - as below

    if findings := audit(layout):
        raise DataError(findings)
    show([], options, sys.stdout)
    if options.format == "text":
        print(words_of(options).say("audited", n=len(AUDITS)))
    return OK


def _fix(layout: Layout, options: argparse.Namespace) -> None:
    """Mend what is mechanical and show each change; with another format than text, away from the findings."""
    fixed = fix(layout, options.plan)
    stream = sys.stdout if options.format == "text" else sys.stderr
    if fixed:
        print(words_of(options).say("fixed", n=len(fixed)), file=stream)
    commands.write(layout, fixed, stream)


def _build(layout: Layout, options: argparse.Namespace) -> int:
    words = words_of(options)  # before memory may run out
    from generator.site import build as builder  # noqa: PLC0415 - a check need not wait for what only a build uses

    def say(step: Message) -> None:
        print(f"  {words.tell(step)} …", flush=True)

    if options.plan:
        commands.build_plan(layout, options.plan, words, say)
        return OK
    report = builder.build(layout, say, force=options.force, unsure=options.allow_unsure)
    here = Path.cwd()
    site = layout.site.relative_to(here) if layout.site.is_relative_to(here) else layout.site
    done = "build.skipped" if report.skipped else "build.done"
    counts = {"pages": report.pages, "records": report.records, "seconds": f"{report.seconds:.1f}"}
    look = words.say("build.look", folder=site, python=platform.PYTHON)
    print(words.say(done, **counts, folder=layout.site), look, sep=words.space)
    return OK


def _serve(layout: Layout, options: argparse.Namespace) -> int:
    from generator.preview import server  # noqa: PLC0415 - as above

    words = words_of(options)
    server.serve(
        layout, options.host, options.port, lambda said: print(words.tell(said), flush=True), language_of(options)
    )
    return OK


def _diff(layout: Layout, options: argparse.Namespace) -> int:
    from generator.diff.as_json import as_json  # noqa: PLC0415 - as above
    from generator.diff.markdown import markdown  # noqa: PLC0415
    from generator.diff.report import report  # noqa: PLC0415
    from generator.edition import strings  # noqa: PLC0415

    words = strings.load(*layout.template_folders)
    found = report(layout, words, options.states, datetime.datetime.now().astimezone().date())
    languages = (options.lang,) if options.lang else LANGUAGES
    print(as_json(found) if options.format == "json" else markdown(found, languages))
    if told := (*found.unread, *found.untold, *found.findings):
        print(PRINTERS["text"](told, words_of(options)), file=sys.stderr)
    return OK if found.good and not (options.require_changes and found.untold) else FINDINGS


def _schema(layout: Layout, _options: argparse.Namespace) -> int:
    for path in schemas.write(layout):
        print(layout.relative(path))
    return OK


def _status(layout: Layout, options: argparse.Namespace) -> int:
    if options.accept:
        print(words_of(options).tell(accept(layout, options.accept)))
    elif options.provisions:
        print(summary.provisions(layout, options.provisions))
    else:
        print(as_table(summary.summary(layout), words_of(options)))
    return OK


def _extract(layout: Layout, options: argparse.Namespace) -> int:
    from generator.extract import command  # noqa: PLC0415 - as above

    command.run(layout, options, words_of(options))
    return OK


def _end(layout: Layout, options: argparse.Namespace) -> int:
    commands.end(layout, options, words_of(options))
    return OK


def _init(_layout: Layout, options: argparse.Namespace) -> int:
    from generator.starting import init, requirement  # noqa: PLC0415 - as above

    words, needed = words_of(options), requirement.running()
    init.init(options.folder.absolute(), needed)
    print(words.say("init.done", folder=options.folder))
    if needed.missing:
        print(words.say("init.program", folder=options.folder, file=needed.line.removeprefix("./")))
    print(words.say("init.next", folder=options.folder))
    return OK


def _fill(layout: Layout, options: argparse.Namespace) -> int:
    commands.fill(layout, options, words_of(options))
    try:
        found = validate(layout, options.plan).warnings
    except DataError as error:
        found = tuple(error.findings)  # what is left for a person is no failure of the command
    show(found, options, sys.stdout)
    if not found:
        print(words_of(options).say("fine"))
    return OK


def _new(layout: Layout, options: argparse.Namespace) -> int:
    from generator.starting import new  # noqa: PLC0415 - as above

    words = words_of(options)
    for name in new.new(layout, options.kind, options.id, options.park):
        print(words.say("new.wrote", file=name))
    print(words.say("new.next", root=options.root))
    return OK
