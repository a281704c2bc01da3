"""Sitemap with the same page in each language, and robots.txt."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from generator.edition.addresses import alternates

LIMIT = 45_000  # a sitemap file may hold 50,000 addresses


def write(pages: Mapping[str, datetime.date | None], site_url: str, folder: Path) -> None:
    """Write sitemap.xml (an index of several files where there are many pages) and robots.txt.

    Where the site's address is not known, there is no sitemap.

    pages: addresses of one language, the other has the same; each with the date of what it shows, where one is known
    """
    if not site_url:
        (folder / "robots.txt").write_text("User-agent: *\nAllow: /\n", encoding="utf-8", newline="\n")
        return
    entries = [entry for address in sorted(pages) for entry in _entries(address, pages[address], site_url)]
    parts = [entries[i : i + LIMIT] for i in range(0, len(entries), LIMIT)]
    if len(parts) == 1:
        (folder / "sitemap.xml").write_text(_set(parts[0]), encoding="utf-8", newline="\n")
    else:
        for i, part in enumerate(parts, 1):
            (folder / f"sitemap-{i}.xml").write_text(_set(part), encoding="utf-8", newline="\n")
        names = "".join(
            f"<sitemap><loc>{escape(site_url)}sitemap-{i}.xml</loc></sitemap>\n" for i in range(1, len(parts) + 1)
        )
        index = f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{names}</sitemapindex>\n'
        (folder / "sitemap.xml").write_text(index, encoding="utf-8", newline="\n")
    (folder / "robots.txt").write_text(
        f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n", encoding="utf-8", newline="\n"
    )


def _entries(address: str, modified: datetime.date | None, site_url: str) -> Iterable[str]:
    """Yield the entries of a page in each language; of the home page also that of the chooser in front of it."""
    in_each = alternates(address)
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href={quoteattr(site_url + other)}/>' for tag, other in in_each
    )
    changed = f"<lastmod>{modified}</lastmod>" if modified else ""
    for each in dict.fromkeys(each for _, each in in_each):
        yield f"<url><loc>{escape(site_url + each)}</loc>{changed}{others}</url>\n"


def _set(entries: list[str]) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{"".join(entries)}</urlset>\n'
    )
