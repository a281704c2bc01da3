"""The commands: arguments in, exit code out. No logic."""

from __future__ import annotations

import argparse
import datetime
import difflib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from generator.analysis import summary
from generator.analysis.translation import accept
from generator.findings.finding import DataError, Failure, Finding, WrongUse
from generator.language.languages import FALLBACK, LANGUAGES
from generator.messages.catalogue import Catalogue, catalogue
from generator.messages.printers import PRINTERS, as_summary, printable
from generator.project.layout import Layout
from generator.records import json_schemas as schemas
from generator.records.loading import load
from generator.rules.fix import fix
from generator.rules.run import validate
from generator.source.characters import visible

if TYPE_CHECKING:
    from generator.extract.extract import Extract

OK, FINDINGS, USAGE = 0, 1, 2
CHECKS = ("check", "audit")  # commands whose result is findings


def main(arguments: list[str]) -> int:
    """Run a command and return its exit code: 0 fine, 1 findings in the data, 2 wrong use."""
    options = _parser().parse_args(arguments)
    layout = Layout(options.root.resolve())
    if not layout.content.is_dir() or not layout.structured.is_dir():
        print(_words(options).say("folders", root=options.root), file=sys.stderr)
        return USAGE
    try:
        return int(options.run(layout, options))
    except WrongUse as error:
        print(error, file=sys.stderr)
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
        print("\n".join(map(printable, str(error).split("\n"))), file=sys.stderr)
    if options.command in ("build", "serve"):
        print(words.say("unpublished"), file=sys.stderr)
    elif options.command == "extract":
        print(words.say("unwritten"), file=sys.stderr)


def _words(options: argparse.Namespace) -> Catalogue:
    return catalogue(options.lang or FALLBACK)


def _print(findings: Sequence[Finding], options: argparse.Namespace, stream: TextIO) -> None:
    """Print findings; on GitHub, which shows ten annotations of a step, add all of them to the job summary."""
    form = options.format if options.command in CHECKS else "text"
    if findings or form == "json":
        print(PRINTERS[form](findings, _words(options)), file=stream)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        languages = [catalogue(language) for language in ([options.lang] if options.lang else LANGUAGES)]
        with Path(summary).open("a", encoding="utf-8") as page:
            page.write(as_summary(findings, languages))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", description="Checks the data and builds the site.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: object, help_: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help_, description=help_)
        sub.add_argument(
            "--root", type=Path, default=Path(), help="folder that holds content/ and structured/ (default: here)"
        )
        sub.add_argument("--lang", choices=LANGUAGES, help="language of what is said (default: en)")
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
    return parser


def _check(layout: Layout, options: argparse.Namespace) -> int:
    words = _words(options)
    plans = sorted(path.stem for path in (layout.structured / "plans").glob("*.yaml"))
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

    report = builder.build(layout, lambda step: print(f"  {step} …", flush=True), force=options.force)
    done = "Nothing has changed:" if report.skipped else "Built"
    here = Path.cwd()
    site = layout.site.relative_to(here) if layout.site.is_relative_to(here) else layout.site
    print(
        f"{done} {report.pages} pages and {report.records} search records in {layout.site} ({report.seconds:.1f} s). "
        f"Look at them with: python3 -m http.server --directory {site}"
    )
    return OK


def _serve(layout: Layout, options: argparse.Namespace) -> int:
    from generator.preview import server  # noqa: PLC0415 - as above

    try:
        server.serve(
            layout, options.host, options.port, lambda words: print(words, flush=True), options.lang or FALLBACK
        )
    except OSError as error:
        print(
            f"Cannot listen at {options.host}:{options.port}: {error.strerror}. "
            f"Stop what uses this port, or take another one: serve --port {options.port + 1}",
            file=sys.stderr,
        )
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
    print(as_json(found) if options.format == "json" else markdown(found, words, languages))
    if not found.good:
        print(PRINTERS["text"]((*found.unread, *found.findings), _words(options)), file=sys.stderr)
    return OK if found.good else FINDINGS


def _schema(layout: Layout, _options: argparse.Namespace) -> int:
    for path in schemas.write(layout):
        print(layout.relative(path))
    return OK


def _status(layout: Layout, options: argparse.Namespace) -> int:
    if options.accept:
        print(accept(layout, options.accept))
    else:
        print(summary.provisions(layout, options.provisions) if options.provisions else summary.summary(layout))
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
    drafted = draft(read.text, read.metadata, options.park, options.plan, load(layout))
    contents = (read.source, read.chinese, read.dropped, skeleton(read.text), drafted)
    filing.write(layout, dict(zip(names, contents, strict=True)))
    print("\n".join(f"Wrote {name}" for name in names))
    print("\n".join(_to_compare(read)))
    return OK


def _to_compare(read: Extract) -> list[str]:
    """Return what an editor should look at, a line each."""
    doubts = [f"{doubt.field}: {doubt.reason}" for doubt in read.metadata.doubts]
    unsure = [f"  - {sentence}" for sentence in (*read.notes, *doubts)]
    return ["Compare with the document:", *unsure] if unsure else ["Nothing is doubtful; read it through all the same."]
