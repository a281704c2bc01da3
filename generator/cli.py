"""The arguments of the commands, and what is said of what went wrong: arguments in, exit code out. No logic.

Nothing large is imported here: where nothing has changed, a command ends before it needs records or pages.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from generator.commands import run as commands
from generator.findings.finding import DataError, Failure, WrongUse
from generator.language.languages import LANGUAGES
from generator.messages.arguments import Parser, asked, spoken
from generator.messages.catalogue import Catalogue, catalogue
from generator.messages.printers import PRINTERS
from generator.messages.streams import speak_utf8
from generator.messages.terminal import tell, tell_failure, words_of
from generator.project import shortage
from generator.project.layout import Layout
from generator.site import publish
from generator.site.lock import alone

USAGE = 2
_PLAN, _SHOWN = "plan", "PLAN"  # an argument of several commands, and how it is shown


def main(arguments: list[str]) -> int:
    """Run a command and return its exit code: 0 fine, 1 findings in the data, 2 wrong use."""
    options = _parser(catalogue(asked(arguments, LANGUAGES) or spoken(os.environ))).parse_args(arguments)
    if getattr(options, "format", "") == "json":
        speak_utf8(sys.stdout)
    layout = Layout(options.root.resolve())
    if options.command != "init" and not (layout.content.is_dir() and layout.structured.is_dir()):
        print(words_of(options).say("folders", root=options.root), file=sys.stderr)
        return USAGE
    try:
        _mend(layout, options)
        return int(getattr(commands, options.run)(layout, options))
    except WrongUse as error:
        tell(error.message, options)
        return USAGE
    except (DataError, Failure) as error:
        tell_failure(error, options)
        return commands.FINDINGS
    except BrokenPipeError:
        raise
    except Exception as error:
        lack = shortage.of_error(error)
        if lack is None and not isinstance(error, OSError):  # OSError: a folder that must not be written to
            raise
        tell_failure(lack or error, options)
        return commands.FINDINGS


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
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", help=about)

    def command(name: str, run: str) -> Parser:
        help_ = words.say(f"help.{name}")
        sub = subparsers.add_parser(name, help=help_, words=words, command=name)
        sub.add_argument("--root", type=Path, default=Path(), metavar="DIR")
        sub.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS)  # it may stand before the command
        sub.set_defaults(run=run)
        return sub

    check = command("check", "check")
    check.add_argument("--format", choices=sorted(PRINTERS), default="text")
    check.add_argument("--plan", metavar="PLAN")
    check.add_argument("--fix", action="store_true")
    command("audit", "audit").add_argument("--format", choices=sorted(PRINTERS), default="text")
    site = command("build", "build")
    for wish in ("--force", "--allow-unsure", "--compress", "--documents"):
        site.add_argument(wish, action="store_true")
    site.add_argument("--plan", metavar="PLAN")
    preview = command("serve", "serve")
    preview.add_argument("--host", default="127.0.0.1")
    preview.add_argument("--port", type=int, default=8000)
    compare = command("diff", "diff")
    compare.add_argument("states", metavar="BASE[..HEAD]")
    compare.add_argument("--format", choices=("markdown", "json"), default="markdown")
    compare.add_argument("--require-changes", action="store_true")
    command("schema", "schema")
    _hosting(command)
    choice = command("status", "status").add_mutually_exclusive_group()
    choice.add_argument("--provisions", metavar="PLAN")
    choice.add_argument("--accept", metavar="PLAN[/PROVISION]")
    new = command("extract", "extract")
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument("--park", default="")
    made = new.add_mutually_exclusive_group(required=True)
    made.add_argument("--plan")
    made.add_argument("--again", metavar="PLAN")
    made.add_argument("--results", metavar="REPORT")
    new.add_argument("--write", action="store_true")
    command("init", "init").add_argument("folder", type=Path, metavar="DIR")
    _editing(command)
    add = command("new", "new")
    add.add_argument("kind", choices=("park", "metric", "plan"))
    add.add_argument("id", metavar="ID")
    add.add_argument("--park")
    return parser


def _hosting(command: Callable[[str, str], Parser]) -> None:
    """Add the commands that do something with the site that stands."""
    recipe = command("recipe", "recipe")
    recipe.add_argument("host", choices=("nginx", "headers", "uploads"))
    recipe.add_argument("--published", type=Path, metavar="FILE")
    command("pack", "pack").add_argument("--output", type=Path, metavar="FILE")
    command("release", "release").add_argument("name", metavar="RELEASE")


def _editing(command: Callable[[str, str], Parser]) -> None:
    """Add the commands with which an editor works on a plan that is there."""
    end = command("withdraw", "end")
    end.add_argument(_PLAN, metavar=_SHOWN)
    end.add_argument("--standing", choices=("withdrawn", "expired"), default="withdrawn")
    replaced = command("supersede", "end")
    replaced.add_argument("old", metavar="OLD")
    replaced.add_argument("new", metavar="NEW")
    for each in (end, replaced):
        each.add_argument("--since", required=True, metavar="DAY")
        each.add_argument("--words")
        each.add_argument("--provision")
        each.add_argument("--basis", nargs=2, metavar=("ZH", "EN"))
        each.add_argument("--address", metavar="URL")
    filled = command("fill", "fill")
    filled.add_argument(_PLAN, metavar=_SHOWN)
    filled.add_argument("--texts", action="store_true")
    filled.add_argument("--translate", metavar="PROGRAM")
