"""Runs the engine: one process a language, at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from generator.tree import Tree


class EngineError(Exception):
    """Raised when the engine fails; holds what it said."""


def run(trees: Iterable[Tree], root: Path) -> None:
    """Build every tree into its output folder.

    Raises EngineError when one fails.
    """
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "0",
        "NO_MKDOCS_2_WARNING": "true",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--config-file"]
    running = [
        (
            tree,
            subprocess.Popen(
                [*command, str(tree.configuration)],
                cwd=root,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                close_fds=False,  # it keeps the lock of the build, should that be killed
            ),
        )
        for tree in trees
    ]
    failures = []
    for tree, process in running:
        output, _ = process.communicate()
        if process.returncode:
            failures.append(f"{tree.language}: {output.strip()}")
    if failures:
        raise EngineError("\n".join(failures))
