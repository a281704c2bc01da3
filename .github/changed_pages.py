"""Lay the pages of the plans and parks that a pull request changes apart from the site, with a page that leads to them.

Run by .github/workflows/pull-request.yml: the names of the changed files on standard input, the site and the new folder
as arguments. Where no plan or park is changed, any page may be another one, and the whole site is taken.
"""

from __future__ import annotations

import html
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

LANGUAGES = ("zh", "en")
PLAN = re.compile(r"(?:content|structured/plans)/(?P<id>[a-z0-9-]+)(?:/|\.yaml$)")
PARK = re.compile(r"structured/parks/(?P<id>[a-z0-9-]+)\.yaml$")
BEGIN = "index.html"


def pages(names: Iterable[str]) -> list[str]:
    """Return the folders of pages, below a language, of the plans and parks that files belong to."""
    plans, parks = ({m["id"] for name in names if (m := form.match(name))} for form in (PLAN, PARK))
    found = [f"{kind}/{id_}" for id_ in sorted(plans) for kind in ("plans", "tasks")]
    return found + [f"parks/{id_}" for id_ in sorted(parks)]


def lay_apart(site: Path, folder: Path, names: Iterable[str]) -> list[str]:
    """Copy the pages that changed files are shown on, and what they need; return the pages to begin with."""
    wanted = [f"{language}/{page}" for page in pages(list(names)) for language in LANGUAGES]
    there = [name for name in wanted if (site / name).is_dir()]
    if not there:
        shutil.copytree(site, folder)
        return []
    for name in ("assets", *there):
        shutil.copytree(site / name, folder / name)
    begin = [f"{name}/{BEGIN}" for name in there if (folder / name / BEGIN).is_file()]
    links = "".join(f'<li><a href="{html.escape(page)}">{html.escape(page)}</a></li>' for page in begin)
    page = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Changed pages</title><ul>{links}</ul></html>\n'
    (folder / BEGIN).write_text(page, encoding="utf-8")
    return begin


if __name__ == "__main__":
    lay_apart(Path(sys.argv[1]), Path(sys.argv[2]), sys.stdin.read().split())
