"""What readers look for in a plan and its text does not give, told by signs that such things are printed with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

# What a text would hold if it gave the thing; a plan that holds one of them is not said to lack it.
_SIGNS: Mapping[str, re.Pattern[str]] = {
    "telephone": re.compile(
        r"电话|传真|热线|手机号|(?<!\d)(?:0\d{2,3}[-—－ ]?\d{7,8}|1[3-9]\d{9}|400[-—－ ]?\d{3}[-—－ ]?\d{4})(?!\d)"
    ),
    "website": re.compile(r"https?:|www\.|网址|邮箱|@", re.IGNORECASE),
    "address": re.compile(r"地址|(?:路|街|大道|道|弄)\s*[0-9０-９]+\s*(?:号|弄)"),
    "boundary": re.compile(r"四至|东[至起临到]|西[至起临到]|南[至起临到]|北[至起临到]|边界|红线"),
}
NAMES = tuple(_SIGNS)


def unsaid(passages: Iterable[str]) -> Iterator[str]:
    """Yield the names of what the passages of a text do not give."""
    text = "\n".join(passages)
    yield from (name for name, sign in _SIGNS.items() if not sign.search(text))
