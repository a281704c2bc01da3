"""Turn values into Markdown that cannot do anything: no markup, no mention, no link, no end of a fold."""

from __future__ import annotations

import difflib
import re

LONGEST = 300  # characters of a value shown whole
_SHORT = 40  # characters before and after together, up to which both are simply shown
_ALIKE = 0.4  # from here on a change is shown within its text
_CONTEXT = 16  # tokens of unchanged text shown on either side of a change

_MARKUP = re.compile(r"[&<>\"'\\`*_{}\[\]()#+!|~$^=:@]|(?<=www)\.", re.IGNORECASE)
# @name, #1, https://, :emoji:, www. and GH-1 are made into links or pictures when shown.
_REFERENCE = re.compile(r"(?<=[@#:])(?=[\w/])|(?<=www)(?=\.)|(?<=gh-)(?=\d)", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z]+|\d[\d,.]*|\s+|.", re.DOTALL)


def plain(text: str, longest: int = LONGEST) -> str:
    """Return a text as it is to be read, on one line.

    Markup becomes character references, which Markdown and HTML both show as the character; what GitHub would make a
    mention or a link afterwards is parted by a space of no width, as its own tools do.
    """
    line = " ".join(text.split())
    shown = line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
    return _references(_REFERENCE.sub("\u200b", shown)).replace("\u200b", "&#8203;")


def code(text: str) -> str:
    """Return a text to be copied: letter by letter, where GitHub makes nothing of it."""
    return f"<code>{_references(' '.join(text.split()))}</code>"


def change(before: str, after: str) -> str:
    """Return a change: both texts when they are short or unlike, else the text with what went and what came marked."""
    a, b = _TOKEN.findall(" ".join(before.split())), _TOKEN.findall(" ".join(after.split()))
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    if len(before) + len(after) <= _SHORT or not (before and after) or matcher.ratio() < _ALIKE:
        return f"{plain(before) or '—'} → {plain(after) or '—'}"
    parts = []
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            parts.append(_unchanged(a[i1:i2], first=i1 == 0, last=i2 == len(a)))
        else:
            parts.append(f"<del>{_keep(a[i1:i2])}</del>" if i1 < i2 else "")
            parts.append(f"<ins>{_keep(b[j1:j2])}</ins>" if j1 < j2 else "")
    return "".join(parts)


def _unchanged(tokens: list[str], *, first: bool, last: bool) -> str:
    """Return unchanged text, shortened to what stands next to a change."""
    before, after = [] if first else tokens[:_CONTEXT], [] if last else tokens[-_CONTEXT:]
    if len(tokens) <= len(before) + len(after):
        return _keep(tokens)
    return f"{_keep(before)}…{_keep(after)}"


def _references(text: str) -> str:
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", text)


def _keep(tokens: list[str]) -> str:
    """Return text with the space at its ends."""
    text = "".join(tokens)
    lead, trail = " " * text.startswith(" "), " " * text.endswith(" ")
    return f"{lead}{plain(text)}{trail}" if text.strip() else text
