"""Digits that are raised in a document stay raised in plain text: ten to the eighth is 10⁸, not 108."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\s*([+\-−]?\d{1,3})\s*", re.ASCII)
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def raised(text: str) -> str:
    """Return a text that is printed raised: a number in raised digits, other words as they are."""
    number = _NUMBER.fullmatch(text)
    return number[1].translate(_RAISED) if number else text
