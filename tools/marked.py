"""Replace the generated parts of a page, each between two markers that name it."""

from __future__ import annotations

import re
from collections.abc import Mapping

BEGIN, END = "<!-- begin {}: written by `{}` -->", "<!-- end {} -->"


def filled(text: str, parts: Mapping[str, str], command: str) -> str:
    """Return a page with each generated part as it is now. Raises ValueError for a part without place, or the reverse.

    parts: by name, what stands between the markers of that name
    """
    named = re.findall(r"<!-- begin (\S+): ", text)
    if sorted(named) != sorted(parts):
        raise ValueError(f"the page has places for {sorted(named)}, and there are parts {sorted(parts)}")
    for name, body in parts.items():
        begin, end = BEGIN.format(name, command), END.format(name)
        place = re.compile(f"{re.escape(begin)}\n.*?{re.escape(end)}", re.DOTALL)
        if not place.search(text):
            raise ValueError(f"the part {name} must stand between {begin} and {end}")
        text = place.sub(lambda _, new=f"{begin}\n{body}\n{end}": new, text)  # type: ignore[misc]
    return text
