"""The commands: arguments in, exit code out. No logic."""

from __future__ import annotations

import argparse
import datetime
import difflib
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from generator.analysis import summary
from generator.analysis.translation import accept
from generator.findings.finding import DataError, Failure, Finding, Message, WrongUse
from generator.language.languages import FALLBACK, LANGUAGES
from generator.messages.catalogue import Catalogue, catalogue
from generator.messages.printers import PRINTERS, as_summary, as_table, printable
from generator.project.layout import Layout
from generator.records import json_schemas as schemas
from generator.records.kinds import KINDS, METRIC, PARK, PLAN
from generator.records.loading import load
from generator.rules.fix import fix
from generator.rules.run import validate
from generator.source.characters import visible

if TYPE_CHECKING:
    from generator.extract.extract import Extract
    from generator.extract.structure.metadata import Doubt

OK, FINDINGS, USAGE = 0, 1, 2
CHECKS = ("check", "audit")  # commands whose result is findings


def main(arguments: list[str]) -> int:
    """Run a command and return its exit code: 0 fine, 1 findings in the data, 2 wrong use."""
    options = _parser().parse_args(arguments)
    layout = Layout(options.root.resolve())
    if options.command != "init" and not (layout.content.is_dir() and layout.structured.is_dir()):
        print(_words(options).say("folders", root=options.root), file=sys.stderr)
        return USAGE
    try:
        return int(options.run(layout, options))
    except WrongUse as error:
        _tell(error.message, options)
        return USAGE
    except (DataError, Failure, OSError) as error:  # OSError: a full disk, a folder that must not be written to
        _report(error, options)
        return FINDINGS


def _report(error: Exception, options: argparse.Namespace) -> None:
    """Say what is wrong: findings of `check` are its result, everything else is an error message."""
    words = _words(options)
    if isinstance(error, DataError):
        _print(error.findings, options, sys.stdout if options.command in CHECKS else sys.stderr)
        print(words.say("findings", n=len(error.findings)), file=sys.stderr)
    else:
        _tell(error.message if isinstance(error, Failure) else Message.of("system", reason=error), options)
    if options.command in ("build", "serve"):
        print(words.say("unpublished"), file=sys.stderr)
    elif options.command == "extract":
        print(words.say("unwritten"), file=sys.stderr)


def _tell(message: Message, options: argparse.Namespace) -> None:
    """Say why a command could not be done."""
    print("\n".join(map(printable, _words(options).tell(message).split("\n"))), file=sys.stderr)


def _words(options: argparse.Namespace) -> Catalogue:
    return catalogue(_language(options))


def _language(options: argparse.Namespace) -> str:
    """Return the language asked for, or that of the person's system."""
    return options.lang or spoken(os.environ)


def spoken(environment: Mapping[str, str]) -> str:
    """Return the language of the messages of a system, by its variables, or the fallback."""
    named = next(filter(None, (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return next((language for language in LANGUAGES if named.lower().startswith(language)), FALLBACK)


def _print(findings: Sequence[Finding], options: argparse.Namespace, stream: TextIO) -> None:
    """Print findings; on GitHub, which shows ten annotations of a step, add all of them to the job summary."""
    form = options.format if options.command in CHECKS else "text"
    if findings or form == "json":
        print(PRINTERS[form](findings, _words(options)), file=stream)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        languages = [catalogue(language) for language in ([options.lang] if options.lang else reversed(LANGUAGES))]
        with Path(summary).open("a", encoding="utf-8") as page:
            page.write(as_summary(findings, languages))


def _parser() -> argparse.ArgumentParser:
    installed = Path(sys.argv[0]).stem == "park-plans"  # else run from a checkout
    prog = "park-plans" if installed else "python -m generator"
    parser = argparse.ArgumentParser(prog=prog, description="Checks the data and builds the site.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: object, help_: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help_, description=help_)
        sub.add_argument(
            "--root", type=Path, default=Path(), help="folder that holds content/ and structured/ (default: here)"
        )
        sub.add_argument("--lang", choices=LANGUAGES, help="language of what is said (default: that of the system)")
        sub.set_defaults(run=run)
        return sub

    check = command("check", _check, "check content/ and structured/")
    check.add_argument("--format", choices=sorted(PRINTERS), default="text", help="how findings are printed")
    check.add_argument("--plan", metavar="PLAN", help="tell only what is wrong with the files of one plan")
    check.add_argument("--fix", action="store_true", help="mend what is mechanical, show it, and tell what is left")
    recheck = command("audit", _audit, "hold the data against what structured/audit/ has worked out once")
    recheck.add_argument("--format", choices=sorted(PRINTERS), default="text", help="how findings are printed")
    make = command("build", _build, "check everything and build the site")
    make.add_argument("--force", action="store_true", help="build even when nothing has changed")
    preview = command("serve", _serve, "show the site and follow every edit")
    preview.add_argument("--host", default="127.0.0.1", help="address to listen at")
    preview.add_argument("--port", type=int, default=8000, help="port to listen at")
    compare = command("diff", _diff, "tell what readers will notice between two states of the repository")
    compare.add_argument("states", metavar="BASE[..HEAD]", help="branches, tags or commits; without HEAD, the folder")
    compare.add_argument("--format", choices=("markdown", "json"), default="markdown", help="how it is told")
    command("schema", _schema, "write the JSON Schemas of the YAML files into schemas/")
    show = command("status", _status, "print what is covered and what is translated")
    choice = show.add_mutually_exclusive_group()
    choice.add_argument("--provisions", metavar="PLAN", help="list the provisions of one plan instead")
    choice.add_argument(
        "--accept", metavar="PLAN[/PROVISION]", help="record that the English is of the present Chinese"
    )
    new = command("extract", _extract, "make the first files of a plan from a published file")
    new.add_argument("file", type=Path, help="the document: .txt, .html, .docx, or .pdf with a text layer")
    new.add_argument("--park", required=True, help="id of its park, as in structured/parks/")
    new.add_argument("--plan", required=True, help="id the plan is to have, such as north-park-2025")
    begin = command("init", _init, "write a small publication to begin with")
    begin.add_argument("folder", type=Path, metavar="DIR", help="an empty folder, or one that is to be made")
    add = command("new", _new, "write the skeleton of a park, a metric or a plan")
    add.add_argument("kind", choices=(PARK, METRIC, PLAN), help="what is new")
    add.add_argument("id", metavar="ID", help="the id it is to have, such as north-park")
    add.add_argument("--park", help="id of the park of a plan")
    return parser


def _check(layout: Layout, options: argparse.Namespace) -> int:
    words = _words(options)
    plans = sorted(path.stem for path in layout.root.glob(KINDS[PLAN].file))
    if options.plan and options.plan not in plans:
        print(words.say("no-plan", plan=options.plan, plans=words.comma.join(plans)), file=sys.stderr)
        return USAGE
    if options.fix:
        _fix(layout, options)
    checked = validate(layout, options.plan)
    _print(checked.warnings, options, sys.stdout)
    if options.format == "text":
        warnings = words.say("warnings", n=len(checked.warnings)) if checked.warnings else words.say("fine")
        print(words.say("checked", n=1 if options.plan else len(plans), warnings=warnings))
    return OK


def _audit(layout: Layout, options: argparse.Namespace) -> int:
    from generator.audits.run import AUDITS, audit  # noqa: PLC0415 - as below

    if findings := audit(layout):
        raise DataError(findings)
    _print([], options, sys.stdout)
    if options.format == "text":
        print(_words(options).say("audited", n=len(AUDITS)))
    return OK


def _fix(layout: Layout, options: argparse.Namespace) -> None:
    """Mend what is mechanical and show each change; with another format than text, away from the findings."""
    fixed = fix(layout, options.plan)
    stream = sys.stdout if options.format == "text" else sys.stderr
    if fixed:
        print(_words(options).say("fixed", n=len(fixed)), file=stream)
    for path, (before, after) in fixed.items():
        old, new = (visible(text.replace("\r\n", "\n")).split("\n") for text in (before, after))
        print(*difflib.unified_diff(old, new, path, path, lineterm=""), sep="\n", file=stream)
        (layout.root / path).write_bytes(after.encode())


def _build(layout: Layout, options: argparse.Namespace) -> int:
    from generator.site import build as builder  # noqa: PLC0415 - a check need not wait for what only a build uses

    words = _words(options)
    report = builder.build(layout, lambda step: print(f"  {words.tell(step)} …", flush=True), force=options.force)
    here = Path.cwd()
    site = layout.site.relative_to(here) if layout.site.is_relative_to(here) else layout.site
    done = "build.skipped" if report.skipped else "build.done"
    counts = {"pages": report.pages, "records": report.records, "seconds": f"{report.seconds:.1f}"}
    print(words.say(done, **counts, folder=layout.site), words.say("build.look", folder=site), sep=words.space)
    return OK


def _serve(layout: Layout, options: argparse.Namespace) -> int:
    from generator.preview import server  # noqa: PLC0415 - as above

    words = _words(options)
    try:
        server.serve(
            layout, options.host, options.port, lambda said: print(words.tell(said), flush=True), _language(options)
        )
    except OSError as error:
        at = {"host": options.host, "port": options.port, "next": options.port + 1}
        print(words.say("serve.taken", **at, reason=error.strerror), file=sys.stderr)
        return USAGE
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
    if not found.good:
        print(PRINTERS["text"]((*found.unread, *found.findings), _words(options)), file=sys.stderr)
    return OK if found.good else FINDINGS


def _schema(layout: Layout, _options: argparse.Namespace) -> int:
    for path in schemas.write(layout):
        print(layout.relative(path))
    return OK


def _status(layout: Layout, options: argparse.Namespace) -> int:
    if options.accept:
        print(_words(options).tell(accept(layout, options.accept)))
    elif options.provisions:
        print(summary.provisions(layout, options.provisions))
    else:
        print(as_table(summary.summary(layout), _words(options)))
    return OK


def _extract(layout: Layout, options: argparse.Namespace) -> int:
    from generator.extract import filing  # noqa: PLC0415 - as above
    from generator.extract.drafting.draft import draft  # noqa: PLC0415
    from generator.extract.extract import extract  # noqa: PLC0415
    from generator.extract.skeleton import skeleton  # noqa: PLC0415

    names = [f"content/{options.plan}/{name}" for name in ("source.txt", "zh.md", "dropped.yaml", "en.md")]
    names.append(f"structured/plans/{options.plan}.yaml")
    filing.prove_free(layout, options.park, options.plan, names)
    read = extract(options.file, options.plan)
    drafted = draft(read.text, read.metadata, options.park, options.plan, load(layout, first=True))
    contents = (read.source, read.chinese, read.dropped, skeleton(read.text), drafted)
    filing.write(layout, dict(zip(names, contents, strict=True)))
    words = _words(options)
    print("\n".join(words.say("extract.wrote", name=name) for name in names))
    print("\n".join(_to_compare(read, words)))
    return OK


def _to_compare(read: Extract, words: Catalogue) -> list[str]:
    """Return what an editor should look at, a line each."""
    notes = map(words.tell, read.notes)
    doubts = (words.say("doubt", place=_place(d, words), reason=words.tell(d.reason)) for d in read.metadata.doubts)
    unsure = [f"  - {sentence}" for sentence in (*notes, *doubts)]
    return [words.say("extract.compare"), *unsure] if unsure else [words.say("extract.sure")]


def _place(doubt: Doubt, words: Catalogue) -> str:
    return words.say("doubt.line", line=doubt.place) if isinstance(doubt.place, int) else doubt.place


def _init(_layout: Layout, options: argparse.Namespace) -> int:
    from generator.starting import init, requirement  # noqa: PLC0415 - as above

    words, needed = _words(options), requirement.running()
    init.init(options.folder.absolute(), needed)
    print(words.say("init.done", folder=options.folder))
    if needed.missing:
        print(words.say("init.program", folder=options.folder, file=needed.line.removeprefix("./")))
    print(words.say("init.next", folder=options.folder))
    return OK


def _new(layout: Layout, options: argparse.Namespace) -> int:
    from generator.starting import new  # noqa: PLC0415 - as above

    words = _words(options)
    for name in new.new(layout, options.kind, options.id, options.park):
        print(words.say("new.wrote", file=name))
    print(words.say("new.next", root=options.root))
    return OK
