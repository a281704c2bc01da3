"""Entry point of `python -m generator` and of the command `park-plans`."""

from __future__ import annotations

import sys

from generator.cli import main
from generator.messages.streams import accept_all


def run() -> int:
    """Run the command that the program was started with and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        accept_all(stream)
    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
