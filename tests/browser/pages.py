"""Addresses of pages that tests of the browser look at: one of every type, and those with the most on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from generator.language.languages import LANGUAGES

PHONE = {"width": 390, "height": 844}

# One page of every type, below its language.
TYPES = (
    "", "parks/", "parks/jia/", "parks/yi/brief/", "brief/",
    "plans/", "plans/yi-2021/", "plans/jia-2025/text/", "compare/", "compare/incubators/",
    "tasks/", "tasks/by/park/ding/", "tasks/jia-2025/2-1-1/", "tasks/by/theme/", "tasks/by/industry/cloud-computing/",
    "tasks/by/body/jia-administration/", "calendar/", "guide/", "changes/", "glossary/", "sources/", "status/", "data/",
    "about/", "accessibility/",
)  # fmt: skip
# Pages of these types with a choice made, with tables, with the most parks side by side: those of a choice look unlike
# any other.
CHOSEN = ("compare/?swap=1", "tasks/?park=ding&group=industry&summaries=1")
FULL = (
    "plans/jia-2025/", "plans/yi-2021/text/", "compare/park-revenue/", "tasks/by/theme/industries/", "tasks/by/role/",
    "tasks/by/role/lead/", "tasks/by/beneficiary/", "tasks/by/beneficiary/startups/",
)  # fmt: skip


def in_turn(paths: Sequence[str]) -> list[Any]:
    """Return pages in both languages for a test: `make test` tries each in one of them, in turn."""
    return [
        pytest.param(f"{language}/{path}", marks=() if (i + j) % len(LANGUAGES) == 0 else pytest.mark.slow)
        for j, language in enumerate(LANGUAGES)
        for i, path in enumerate(paths)
    ]
