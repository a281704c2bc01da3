"""Which fonts documents are set in: those that a publication names, else the first of a table that is installed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.findings.finding import WrongUse

# Fonts with all characters, free ones first. They stand for both languages where there is no other.
CHINESE = (
    "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Source Han Serif CN", "Songti SC", "SimSun",
    "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei",
)  # fmt: skip
LATIN = ("Liberation Serif", "Noto Serif", "Times New Roman", "DejaVu Serif")


def chosen(named: Sequence[str], installed: Collection[str]) -> dict[str, str]:
    """Return the font of each language. named: by the publication, for Chinese and then for English.

    Raises WrongUse where a font that is named, or one for Chinese, is not installed.
    """
    there = {name.casefold(): name for name in installed}
    for name in named:
        if name.casefold() not in there:
            raise WrongUse("documents.font", font=name, fonts=", ".join(sorted(installed)) or "–")
    chinese, latin = (*named[:1], *CHINESE), (*named[1:], *LATIN)
    found = [next((there[n.casefold()] for n in names if n.casefold() in there), "") for names in (chinese, latin)]
    if not found[0]:
        raise WrongUse("documents.no-font", fonts=", ".join(CHINESE))
    return {"zh": found[0], "en": found[1] or found[0]}
