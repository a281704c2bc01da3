"""Findings as printed: for a terminal, for GitHub, and as JSON."""

from __future__ import annotations

import difflib
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from generator.findings.finding import Finding, Message
from generator.messages.catalogue import Catalogue
from generator.source.characters import visible

FEW = 3  # findings of a kind in one file that are told one by one
MOST_BYTES = 900_000  # GitHub takes a job summary of at most 1 MiB
Printer = Callable[[Iterable[Finding], Catalogue], str]


def printable(text: str) -> str:
    """Return a text as one line in which nothing can steer a terminal or a build log.

    Line ends, control characters, characters that reorder or hide others and lone surrogates are written as escapes;
    `##[`, by which GitHub's runner knows a command anywhere in a line, is broken up.
    """
    shown = "".join(c if c.isprintable() or c == "\u3000" else c.encode("unicode_escape").decode() for c in text)
    return shown.replace("##[", "## [")


def as_difference(path: str, before: str, after: str) -> str:
    """Return what was changed in a file; what cannot be seen in a line is made visible."""
    old, new = (visible(text.replace("\r\n", "\n")).split("\n") for text in (before, after))
    return "\n".join(difflib.unified_diff(old, new, path, path, lineterm=""))


def as_text(findings: Iterable[Finding], words: Catalogue) -> str:
    """Return findings for a terminal, two lines each: errors first, and many of a kind in one file as one of them."""
    return "\n".join("\n    ".join(map(printable, _lines(alike, words))) for alike in _grouped(findings, words))


def _lines(alike: Sequence[Finding], words: Catalogue) -> Iterator[str]:
    """Yield what the first of some findings says, and where the others are."""
    first, *others = alike
    yield f"{first.path}:{first.line}:{first.column}: {first.code} {words.message(first)}"
    yield f"→ {words.hint(first)}"
    if others:
        yield words.say("alike", n=len(others), lines=[str(f.line) for f in others])


def _grouped(findings: Iterable[Finding], words: Catalogue) -> Iterator[Sequence[Finding]]:
    """Yield findings, errors first: alone, or with those of the same file that are said in the same way.

    What is said of an error names what is to be mended; of warnings, one is enough to know them all.
    """
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for f in most_important(findings):
        said = f.says if f.severity == "warning" else words.message(f)
        groups.setdefault((f.path, f.code, said), []).append(f)
    for alike in groups.values():
        yield from [alike] if len(alike) > FEW else [[f] for f in alike]


def most_important(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with those first that stop publication."""
    return sorted(findings, key=lambda f: f.severity != "error")


def as_github(findings: Iterable[Finding], words: Catalogue) -> str:
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
        f"::{data(words.message(f))} → {data(words.hint(f))}"
        for f in most_important(findings)
    )


def as_json(findings: Iterable[Finding], words: Catalogue) -> str:
    """Return findings as a JSON array of the objects of `as_rows`."""
    text = json.dumps(as_rows(findings, words), ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode()  # the name of a file may be no UTF-8


def as_rows(findings: Iterable[Finding], words: Catalogue) -> list[dict[str, str | int]]:
    """Return findings as objects: path, line, column, code, message, hint, severity."""
    return [
        {
            "path": f.path,
            "line": f.line,
            "column": f.column,
            "code": f.code,
            "message": words.message(f),
            "hint": words.hint(f),
            "severity": f.severity,
        }
        for f in findings
    ]


def as_table(rows: Sequence[Sequence[str | Message]], words: Catalogue) -> str:
    """Return a table for a terminal, its first column to the left and the others to the right."""
    said = [[words.tell(cell) if isinstance(cell, Message) else cell for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*said, strict=True)]
    return "\n".join("  ".join(map(_padded, row, widths, [True, *([False] * len(row))])) for row in said)


def _padded(text: str, width: int, left: bool) -> str:
    gap = " " * (width - _width(text))
    return text + gap if left else gap + text


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes; a Han character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def as_summary(findings: Sequence[Finding], languages: Sequence[Catalogue]) -> str:
    """Return all findings as a page of GitHub's job summary, file by file, each in all the languages given.

    It is HTML without a blank line, in which GitHub reads no Markdown: whatever a value holds is shown as it is.
    """
    head = " / ".join(words.say("findings", n=len(findings)) for words in languages)
    page, size = [f"<h2>{escape(head)}</h2>"], 0
    rest = list(findings)
    for path, group in groupby(findings, lambda f: f.path):
        table = "".join(_row(f, languages) for f in group)
        size += len(table.encode())
        if size > MOST_BYTES:
            page.append(f"<p>{escape(' / '.join(words.say('more', n=len(rest)) for words in languages))}</p>")
            break
        rest = [f for f in rest if f.path != path]
        names = (" / ".join(words.say(key) for words in languages) for key in ("place", "rule", "finding", "todo"))
        heads = "".join(f"<th>{escape(name)}</th>" for name in names)
        page.append(f"<h3>{_cell([path])}</h3>\n<table><tr>{heads}</tr>\n{table}</table>")
    return "\n".join(page) + "\n"


def _row(finding: Finding, languages: Sequence[Catalogue]) -> str:
    cells = (
        [f"{finding.line}:{finding.column}"],
        [finding.code, *(words.rules[finding.code].title for words in languages)],
        [words.message(finding) for words in languages],
        [words.hint(finding) for words in languages],
    )
    return f"<tr>{''.join(f'<td>{_cell(lines)}</td>' for lines in cells)}</tr>\n"


def _cell(lines: Iterable[str]) -> str:
    return "<br>".join(escape(printable(" ".join(line.split()))) for line in lines)


PRINTERS: dict[str, Printer] = {"text": as_text, "github": as_github, "json": as_json}
