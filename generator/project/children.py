"""The environment of the programs that are started: what they say is UTF-8, and they find the same modules as we."""

from __future__ import annotations

import os

_UNHEARD = ("PYTHONSAFEPATH", "PYTHONHOME")  # would keep a program from the modules this one has


def environment(**more: str) -> dict[str, str]:
    """Return the environment for a program that speaks UTF-8, whatever is set here, with what is given."""
    ours = {name: value for name, value in os.environ.items() if name not in _UNHEARD}
    return {**ours, "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8", **more}
