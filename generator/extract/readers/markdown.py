"""Recognise a page that a program has written down as Markdown, and turn it into a page again."""

from __future__ import annotations

import re

from markdown import Markdown

# What no plain text has: links with an address, pictures, a row that rules a table off, headings,
# lines in bold.
_SIGNS = (
    re.compile(r"\[[^\[\]\n]*\]\([^()\s]*[/#.][^()\s]*(?: \"[^\"\n]*\")?\)"),
    re.compile(r"!\[[^\[\]\n]*\]\("),
    re.compile(r"^[ \t|]*:?-{3,}:?[ \t]*\|", re.MULTILINE),
    re.compile(r"^#{1,6} \S|^#{2,6}\S", re.MULTILINE),
    re.compile(r"^\*\*[^*\n]+\*\*\s*$", re.MULTILINE),
)


def is_markdown(text: str) -> bool:
    """Return whether a text is a page written down as Markdown: one of its signs tells."""
    return any(sign.search(text) for sign in _SIGNS)


def as_page(text: str) -> str:
    """Return the page as HTML: each line of the text is one of the page."""
    engine = Markdown(extensions=["tables", "nl2br", "sane_lists"])
    engine.parser.blockprocessors.deregister("code")  # an indent is a paragraph's, no program's
    lines = text.split("\n")
    parted = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        parted.append(line)
        if following.lstrip().startswith("|") and line.strip() and not line.lstrip().startswith("|"):
            parted.append("")
    return f"<html><body>{engine.convert(chr(10).join(parted))}</body></html>"
