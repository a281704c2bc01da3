"""What a publication says of itself can be read and shown: colours, names, addresses."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings.finding import Finding
from generator.project import web
from generator.records.common import Bilingual
from generator.records.filed import Records
from generator.records.publication import PLANS, UnitWords
from generator.rules.registry import rule

LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: text against what it stands on
# What the accent stands on in each theme: --paper, --sheet and --tint of the stylesheet.
GROUNDS = {"light": ("#fbfaf6", "#ffffff", "#f3f0e8"), "dark": ("#181613", "#201d19", "#26231e")}


@rule("B001", scope="common")
def unreadable_accent(records: Records) -> Iterator[Finding]:
    """Find an accent colour that cannot be read on a ground of its theme."""
    filed = records.publication
    accent = filed.record.accent
    if accent is None:
        return
    for sentence, theme, colour in (("B001.light", "light", accent.light), ("B001.dark", "dark", accent.dark)):
        least = min(contrast(colour, ground) for ground in GROUNDS[theme])
        if least < LEAST_CONTRAST:
            yield filed.finding(
                sentence, ("accent", theme), colour=colour, contrast=f"{least:.1f}", least=LEAST_CONTRAST
            )


@rule("B002", scope="common")
def braces(records: Records) -> Iterator[Finding]:
    """Find a name with braces: interface words fill in what stands between braces, and in a headline how many plans."""
    filed = records.publication
    record = filed.record
    names: dict[str, Bilingual | UnitWords | None] = {
        "name": record.name,
        "title": record.title,
        "area": record.area,
        "unit": record.unit,
    }
    for key, words in names.items():
        for part, text in words or ():
            rest = text.replace(PLANS, "") if key == "title" else text
            if "{" in rest or "}" in rest:
                yield filed.finding("B002.braces", (key, part), words=text)


@rule("B003", scope="common")
def address_with_more(records: Records) -> Iterator[Finding]:
    """Find an address with more than host and path, or that what stands before the paths of files would make so."""
    filed = records.publication
    site, repository = filed.record.site_address, filed.record.repository
    addresses: dict[tuple[str, ...], str | None] = {("site_address",): site}
    if repository:
        addresses["repository", "address"] = repository.address
        if repository.files is not None and not web.fault(repository.address, bare=True):
            addresses["repository", "files"] = f"{repository.address.rstrip('/')}/{repository.files.strip('/')}/"
    for keys, address in addresses.items():
        if address and (fault := web.fault(address, bare=True)):
            yield filed.finding("B003.address", keys, key=".".join(keys), address=address).guess(fault)


@rule("B004", scope="common")
def language_twice(records: Records) -> Iterator[Finding]:
    """Find languages of which one is named twice."""
    filed = records.publication
    if len(set(filed.record.languages)) < len(filed.record.languages):
        yield filed.finding("B004.languages", ("languages",), languages=list(filed.record.languages))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours such as #b0261c, 1 to 21. Source: WCAG 2.2, contrast ratio."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1. Source: WCAG 2.2, relative luminance."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
