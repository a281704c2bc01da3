"""Hand a passage to a program that translates, and take back what it says."""

from __future__ import annotations

import json
import os
import shlex
import subprocess

from generator.filling.hints import Hints
from generator.filling.passages import Translate
from generator.findings.finding import Failure
from generator.project import children

SECONDS = 120  # for one passage


def translator(command: str) -> Translate:
    """Return what drafts a passage by a program.

    The program gets one JSON object on standard input (the words, terms, numbers and passages of `Hints.data`) and
    writes the English, and nothing else, to standard output. It is started anew for each passage, without a shell.
    Raises Failure when it cannot be started or fails: what went wrong once goes wrong for every passage.
    """
    arguments = shlex.split(command, posix=os.name == "posix")

    def translate(asked: Hints) -> str | None:
        said = json.dumps(asked.data(), ensure_ascii=False)
        try:
            done = subprocess.run(
                arguments,
                input=said,
                capture_output=True,
                encoding="utf-8",
                env=children.environment(),
                timeout=SECONDS,
                check=False,
            )
        except (OSError, ValueError, IndexError, subprocess.TimeoutExpired) as error:
            raise Failure("fill.program", command=command, reason=error) from None
        if done.returncode:
            raise Failure("fill.program", command=command, reason=done.stderr.strip()[-500:] or done.returncode)
        return done.stdout

    return translate
