"""The commands: arguments in, exit code out. No logic."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from pydantic import BaseModel

from generator import build as builder
from generator import serve, status
from generator.engine import EngineError
from generator.findings import PRINTERS, DataError, printable
from generator.finish.gate import GateError
from generator.finish.search import SearchError
from generator.i18n.strings import CatalogueError
from generator.layout import Layout
from generator.records.loading import VOCABULARIES
from generator.records.park import Park
from generator.records.plan import Plan
from generator.validate import validate

OK, FINDINGS, USAGE = 0, 1, 2
SCHEMAS: dict[str, type[BaseModel]] = {"plan": Plan, "park": Park, **VOCABULARIES}


def main(arguments: list[str]) -> int:
    """Run a command and return its exit code: 0 fine, 1 findings in the data, 2 wrong use."""
    options = _parser().parse_args(arguments)
    layout = Layout(options.root.resolve())
    if not layout.content.is_dir() or not layout.structured.is_dir():
        print(f"{options.root} must hold the folders content/ and structured/", file=sys.stderr)
        return USAGE
    try:
        return int(options.run(layout, options))
    except PROBLEMS as error:
        _report(error, options)
        return FINDINGS


# OSError: a full disk, a folder that must not be written to
PROBLEMS = (DataError, CatalogueError, EngineError, GateError, SearchError, OSError)


def _report(error: Exception, options: argparse.Namespace) -> None:
    """Say what is wrong: findings of `check` are its result, everything else is an error message."""
    if isinstance(error, DataError):
        printer = PRINTERS[getattr(options, "format", "text")]
        print(printer(error.findings), file=sys.stdout if options.command == "check" else sys.stderr)
        print(f"{len(error.findings)} findings.", file=sys.stderr)
    else:
        print("\n".join(map(printable, str(error).split("\n"))), file=sys.stderr)
    if options.command != "check":
        print("Nothing was published; the site published before stays.", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", description="Checks the data and builds the site.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: object, help_: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help_, description=help_)
        sub.add_argument(
            "--root", type=Path, default=Path(), help="folder that holds content/ and structured/ (default: here)"
        )
        sub.set_defaults(run=run)
        return sub

    check = command("check", _check, "check content/ and structured/")
    check.add_argument("--format", choices=sorted(PRINTERS), default="text", help="how findings are printed")
    make = command("build", _build, "check everything and build the site")
    make.add_argument("--force", action="store_true", help="build even when nothing has changed")
    preview = command("serve", _serve, "show the site and build it anew at each change")
    preview.add_argument("--host", default="127.0.0.1", help="address to listen at")
    preview.add_argument("--port", type=int, default=8000, help="port to listen at")
    command("schema", _schema, "print the JSON Schemas of the YAML files")
    show = command("status", _status, "print what is covered and what is translated")
    choice = show.add_mutually_exclusive_group()
    choice.add_argument("--provisions", metavar="PLAN", help="list the provisions of one plan instead")
    choice.add_argument(
        "--accept", metavar="PLAN[/PROVISION]", help="record that the English is of the present Chinese"
    )
    return parser


def _check(layout: Layout, options: argparse.Namespace) -> int:
    checked = validate(layout)
    if checked.warnings or options.format == "json":
        print(PRINTERS[options.format](checked.warnings))
    if options.format == "text":
        warnings = f"{len(checked.warnings)} warnings" if checked.warnings else "nothing wrong"
        print(f"{len(checked.records.plans)} plans checked, {warnings}.")
    return OK


def _build(layout: Layout, options: argparse.Namespace) -> int:
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
    def rebuild() -> None:
        try:
            _build(layout, argparse.Namespace(force=False))
        except PROBLEMS as error:
            _report(error, options)

    rebuild()
    if not layout.site.is_dir():
        return FINDINGS
    print(f"Serving http://{options.host}:{options.port}/ — stop with Ctrl+C", flush=True)
    serve.serve(layout, rebuild, options.host, options.port)
    return OK


def _schema(_layout: Layout, _options: argparse.Namespace) -> int:
    print(
        json.dumps({name: model.model_json_schema() for name, model in SCHEMAS.items()}, ensure_ascii=False, indent=2)
    )
    return OK


def _status(layout: Layout, options: argparse.Namespace) -> int:
    if options.accept:
        print(status.accept(layout, options.accept))
    else:
        print(status.provisions(layout, options.provisions) if options.provisions else status.summary(layout))
    return OK
