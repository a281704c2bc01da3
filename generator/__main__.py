"""Entry point of `python -m generator` and of the command `park-plans`."""

from __future__ import annotations

import gc
import os
import sys

from generator.cli import main
from generator.messages.streams import accept_all


def run() -> int:
    """Run the command that the program was started with and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        accept_all(stream)
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # what reads the output has seen enough: `check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    gc.freeze()  # what is left ends with the process, and need not be searched for cycles before
    return code


if __name__ == "__main__":
    sys.exit(run())
