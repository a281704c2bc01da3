"""Whether what documents are made with is installed: the extra `documents`."""

from __future__ import annotations

from importlib.util import find_spec

from generator.findings.finding import WrongUse

_PACKAGES = {"typst": "typst", "docx": "python-docx", "segno": "segno"}


def needed() -> None:
    """Raise WrongUse where a package of the extra is missing."""
    if missing := [package for module, package in _PACKAGES.items() if not find_spec(module)]:
        raise WrongUse("documents.package", package=", ".join(missing))
