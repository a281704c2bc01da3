"""What commands tell the person at the terminal: findings, and why something could not be done."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from generator.findings.finding import DataError, Failure, Finding, Message
from generator.language.languages import LANGUAGES
from generator.messages.arguments import spoken
from generator.messages.catalogue import Catalogue, catalogue
from generator.messages.printers import PRINTERS, as_summary, printable

CHECKS = ("check", "audit")  # commands whose result is findings


def language_of(options: argparse.Namespace) -> str:
    """Return the language asked for, or that of the person's system."""
    return options.lang or spoken(os.environ)


def words_of(options: argparse.Namespace) -> Catalogue:
    """Return the sentences of that language."""
    return catalogue(language_of(options))


def tell_failure(error: Exception, options: argparse.Namespace) -> None:
    """Say what is wrong: findings of `check` are its result, everything else is an error message."""
    words = words_of(options)
    if isinstance(error, DataError):
        show(error.findings, options, sys.stdout if options.command in CHECKS else sys.stderr)
        print(words.say("findings", n=len(error.findings)), file=sys.stderr)
    else:
        tell(error.message if isinstance(error, Failure) else Message.of("system", reason=error), options)
    if options.command in ("build", "serve"):
        print(words.say("unpublished"), file=sys.stderr)
    elif options.command in ("extract", "withdraw", "supersede"):
        print(words.say("unwritten"), file=sys.stderr)


def tell(message: Message, options: argparse.Namespace) -> None:
    """Say why a command could not be done."""
    print("\n".join(map(printable, words_of(options).tell(message).split("\n"))), file=sys.stderr)


def show(findings: Sequence[Finding], options: argparse.Namespace, stream: TextIO) -> None:
    """Print findings; on GitHub, which shows ten annotations of a step, add all of them to the job summary."""
    form = options.format if options.command in CHECKS else "text"
    if findings or form == "json":
        print(PRINTERS[form](findings, words_of(options)), file=stream)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        languages = [catalogue(language) for language in ([options.lang] if options.lang else reversed(LANGUAGES))]
        with Path(summary).open("a", encoding="utf-8") as page:
            page.write(as_summary(findings, languages))
