"""Say findings at the terminal, in the language and the form that the options of a command ask for."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from generator.findings.finding import Finding
from generator.language.languages import LANGUAGES
from generator.messages.arguments import spoken
from generator.messages.catalogue import Catalogue, catalogue
from generator.messages.printers import PRINTERS, as_summary

CHECKS = ("check", "audit")  # commands whose result is findings


def words_of(options: argparse.Namespace) -> Catalogue:
    """Return the words of a command."""
    return catalogue(language_of(options))


def language_of(options: argparse.Namespace) -> str:
    """Return the language asked for, or that of the person's system."""
    return options.lang or spoken(os.environ)


def tell_findings(findings: Sequence[Finding], options: argparse.Namespace, stream: TextIO) -> None:
    """Print findings; on GitHub, which shows ten annotations of a step, add all of them to the job summary."""
    form = options.format if options.command in CHECKS else "text"
    if findings or form == "json":
        print(PRINTERS[form](findings, words_of(options)), file=stream)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        languages = [catalogue(language) for language in ([options.lang] if options.lang else reversed(LANGUAGES))]
        with Path(summary).open("a", encoding="utf-8") as page:
            page.write(as_summary(findings, languages))
