"""What audits that are tools share: the folder they are asked about, and findings printed like those of `check`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from generator.findings.finding import Finding
from generator.language.languages import FALLBACK
from generator.messages.catalogue import catalogue
from generator.messages.printers import as_text
from generator.project.layout import Layout


def root(description: str | None) -> Layout:
    """Return the folder that the command line names."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(), help="folder that holds content/ and structured/")
    return Layout(parser.parse_args().root.resolve())


def report(found: Iterable[Finding]) -> int:
    """Print findings in the order of files and lines; return 1 if there are any, otherwise 0."""
    findings, words = sorted(set(found)), catalogue(FALLBACK)
    if findings:
        print(as_text(findings, words))
    print(words.say("findings", n=len(findings)) if findings else words.say("fine"))
    return int(bool(findings))
