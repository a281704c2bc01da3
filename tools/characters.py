"""Write generator/source/characters.txt: `python -m tools.characters`, where the package unicodedata2 is installed.

The table is kept so that every machine says the same, whichever Unicode its Python knows. A newer Unicode adds
characters to those that pass; none that passed is refused later.
"""

from __future__ import annotations

import importlib
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from generator.source.unicode import TABLE, version

# Default_Ignorable_Code_Point of DerivedCoreProperties.txt: shown as nothing.
IGNORABLE = (
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
# Looks blank or stands for what is missing: braille, Khitan, musical and hieroglyphic blanks, object and replacement.
BLANK = (0x2800, 0x16FE4, 0x1D159, 0x13441, 0x13442, 0xFFFC, 0xFFFD)
# Prepended_Concatenation_Mark: formats, and yet shown.
SHOWN = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
HIDDEN = {*(code for first, last in IGNORABLE for code in range(first, last + 1)), *BLANK} - SHOWN
CATEGORIES = {
    **dict.fromkeys(("Cc", "Cf", "Zl", "Zp"), "hidden"),
    **dict.fromkeys(("Cn", "Co", "Cs"), "unknown"),
    **dict.fromkeys(("Mn", "Me"), "mark"),
    "Zs": "space",
}


def kinds(data: Any) -> Iterator[tuple[int, str]]:
    """Yield each character that is of a kind, with its kind. data: a module like `unicodedata`."""
    for code in range(sys.maxunicode + 1):
        if code in HIDDEN:
            yield code, "hidden"
        elif code not in SHOWN and chr(code) not in " \t\n\r" and (kind := CATEGORIES.get(data.category(chr(code)))):
            yield code, kind


def ranges(found: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Yield a line for each run of characters of one kind: first, last, kind."""
    first, last, run = -1, -2, ""
    for code, kind in found:
        if code != last + 1 or kind != run:
            if run:
                yield f"{first:04X} {last:04X} {run}"
            first, run = code, kind
        last = code
    yield f"{first:04X} {last:04X} {run}"


def main() -> None:
    """Write the table, of a Unicode that is no older than that of the one there."""
    try:
        data: Any = importlib.import_module("unicodedata2")
    except ModuleNotFoundError:
        data = unicodedata
    if TABLE.exists() and _numbers(data.unidata_version) < _numbers(version()):
        sys.exit(f"The table is of Unicode {version()}, this is {data.unidata_version}: install unicodedata2.")
    head = f"# Unicode {data.unidata_version}: what is no plain character. Written by `python -m tools.characters`.\n"
    TABLE.write_text(head + "".join(f"{line}\n" for line in ranges(kinds(data))), encoding="utf-8", newline="\n")


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(map(int, written.split(".")))


if __name__ == "__main__":
    main()
