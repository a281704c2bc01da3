"""The program's own modules, parsed once for all tests that look at how they are written."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return every node of a module's syntax tree; they are looked at and left as they are."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
