"""Recognise a page that a program has written down as Markdown, and make it a page again."""

from __future__ import annotations

import re

from markdown import Markdown

# What no plain text has: links with an address, pictures, a row that rules a table off, headings of several signs.
_SIGNS = (
    re.compile(r"\[[^\[\]\n]*\]\([^()\s]+(?: \"[^\"\n]*\")?\)"),
    re.compile(r"!\[[^\[\]\n]*\]\("),
    re.compile(r"^\s*\|?(?:\s*:?-{3,}:?\s*\|)+", re.MULTILINE),
    re.compile(r"^#{2,6} ?\S", re.MULTILINE),
    re.compile(r"^\*\*[^*\n]+\*\*\s*$", re.MULTILINE),
)


def is_markdown(text: str) -> bool:
    """Return whether a text is a page written down as Markdown: by two kinds of its signs, or one kind often."""
    found = [len(sign.findall(text)) for sign in _SIGNS]
    return sum(map(bool, found)) > 1 or max(found) > 3


def as_page(text: str) -> str:
    """Return the page as HTML: each line of the text is one of the page."""
    engine = Markdown(extensions=["tables", "nl2br", "sane_lists"])
    lines = text.split("\n")
    parted = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        parted.append(line)
        if following.lstrip().startswith("|") and line.strip() and not line.lstrip().startswith("|"):
            parted.append("")
    return f"<html><body>{engine.convert(chr(10).join(parted))}</body></html>"
