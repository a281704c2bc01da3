"""The real command under limits, and where findings stand. Sentences are not compared: places and codes are."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.findings.finding import Finding
from tests.paths import ROOT

GIGABYTE = 1 << 30
SECONDS = 5  # of processor time: what a busy machine takes longer is not the command's fault
PATIENCE = 600  # seconds after which a command is given up: on a busy machine one waits for many

Place = tuple[str, str]  # code, path:line:column


@dataclass(frozen=True)
class Outcome:
    """What a command left behind: its exit code and what it said."""

    code: int
    out: str
    err: str

    @property
    def places(self) -> list[Place]:
        """Where the findings stand that `check --format json` printed."""
        return [(f["code"], f"{f['path']}:{f['line']}:{f['column']}") for f in json.loads(self.out)]


def told(findings: Iterable[Finding]) -> list[Place]:
    """Return where findings stand."""
    return [(f.code, f"{f.path}:{f.line}:{f.column}") for f in findings]


def command(
    *arguments: str | Path,
    file_size: int | None = None,
    limited: bool = False,
    memory: int | None = None,
    path: Path | None = None,
) -> Outcome:
    """Run the generator as an editor does.

    limited: with no more than five seconds and a gigabyte; file_size: bytes that a file it writes may have
    memory: bytes that it and each program it starts may have; path: where Python looks for packages first
    """

    def limit() -> None:
        if limited:
            resource.setrlimit(resource.RLIMIT_AS, (GIGABYTE, GIGABYTE))
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        if file_size:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    done = subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", **({"PYTHONPATH": str(path)} if path else {})},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        preexec_fn=limit,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@contextmanager
def in_time(seconds: float = SECONDS) -> Iterator[None]:
    """Give up what takes more processor time, as a build server would."""

    def give_up(*_: object) -> None:
        raise TimeoutError(f"more than {seconds} s of processor time")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
