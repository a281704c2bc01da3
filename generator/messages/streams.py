"""Where commands speak: a terminal in any encoding, or a file."""

from __future__ import annotations

import io
from typing import TextIO


def accept_all(stream: TextIO) -> None:
    """Let a stream write as an escape what its encoding lacks, such as Chinese on an ASCII terminal."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


def speak_utf8(stream: TextIO) -> None:
    """Let a stream write UTF-8, as JSON and files of settings are, whatever the terminal's encoding."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
