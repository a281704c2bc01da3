"""What systems do each in their own way: locks of folders, groups of programs, ports, the name of Python."""

from __future__ import annotations

try:
    from generator.project.posix import OWN_GROUP, PYTHON, REUSES_PORTS, end, locked
except ImportError:  # there is no `fcntl`
    from generator.project.windows import OWN_GROUP, PYTHON, REUSES_PORTS, end, locked

__all__ = ["OWN_GROUP", "PYTHON", "REUSES_PORTS", "end", "locked"]
