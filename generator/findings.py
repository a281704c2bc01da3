"""What is wrong, where, and what to do about it; and how that is printed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal


@dataclass(frozen=True, order=True)
class Finding:
    """One thing an editor can mend.

    path: file, relative to the repository root, with forward slashes
    line, column: 1-based position of the offending value
    severity: an error stops publication, a warning does not
    code: identifier of the rule, for example `Q001`
    message: what is wrong, with the offending value and what is allowed
    hint: what to do
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str
    severity: Literal["error", "warning"] = "error"


class DataError(Exception):
    """Raised when the data cannot be used; carries every finding."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(set(findings))
        super().__init__(f"{len(self.findings)} findings")


def printable(text: str) -> str:
    """Return a text as one line in which nothing can steer a terminal or a build log.

    Line ends, control characters, characters that reorder or hide others and lone surrogates are written as escapes;
    `##[`, by which GitHub's runner knows a command anywhere in a line, is broken up.
    """
    shown = "".join(c if c.isprintable() or c == "\u3000" else c.encode("unicode_escape").decode() for c in text)
    return shown.replace("##[", "## [")


def as_text(findings: Iterable[Finding]) -> str:
    """Return findings for a terminal, two lines each."""
    lines = ((f"{f.path}:{f.line}:{f.column}: {f.code} {f.message}", f"→ {f.hint}") for f in findings)
    return "\n".join(f"{printable(what)}\n    {printable(hint)}" for what, hint in lines)


def as_github(findings: Iterable[Finding]) -> str:
    """Return findings as GitHub workflow commands.

    Line ends are shown as escapes and `%` (in properties `,` and `:` too) is written as GitHub's toolkit writes it, so
    that no value can end a command and begin another.
    """

    def data(text: str) -> str:
        return printable(text).replace("%", "%25")

    def prop(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    return "\n".join(
        f"::{f.severity} file={prop(f.path)},line={f.line},col={f.column},title={prop(f.code)}"
        f"::{data(f.message)} → {data(f.hint)}"
        for f in findings
    )


def as_json(findings: Iterable[Finding]) -> str:
    """Return findings as a JSON array of objects with the fields of `Finding`."""
    text = json.dumps([asdict(f) for f in findings], ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode()  # the name of a file may be no UTF-8


PRINTERS = {"text": as_text, "github": as_github, "json": as_json}
