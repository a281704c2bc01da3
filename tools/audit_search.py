"""Ask the finished site the judged queries, in a browser: `python -m tools.audit_search [--root DIR]`, after a build.

structured/audit/queries.yaml holds what readers may type and what answers it. Of all queries, so many must find a right
answer among the first; a Chinese one must find exactly the provisions that hold its words.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, sync_playwright

from generator.audits.files import entries
from generator.edition.addresses import provision_anchor
from generator.findings.finding import Finding
from generator.language.languages import LANGUAGES
from generator.project.layout import Layout
from generator.records.audit import Query
from generator.records.filed import Filed, Records
from generator.rules.run import validate
from tests.browser.conftest import served
from tests.browser.install import find_browser
from tools.findings import report, root

FIRST = 3  # a right answer stands among so many
AIM = 0.95  # of the queries
FIND = """async ([query, chosen, all]) => {
  const found = await window.finder.find(query, chosen);
  const first = found.groups.findIndex((group) => group.found);
  const metas = await found.details(0, all ? found.total : 10);
  const shown = all ? metas.filter((meta) => meta.group === first) : metas;
  const words = shown.map((meta) => `${meta.title} ${meta.zh} ${meta.figure} ${meta.text} ${meta.other}`);
  return { typed: found.groups[0].found, words, found: shown.map((meta) => meta.address.replace(/^[a-z]+[/]/, "")) };
}"""
OPEN = """async (module) => {
  const { Finder } = await import(new URL(module, location.href).href);
  const get = async (name) => (await fetch(new URL(`../search/${name}`, location.href).href)).json();
  window.finder = new Finder(get, document.getElementById("search").dataset.edition);
  await window.finder.load();
}"""


@dataclass(frozen=True)
class Search:
    """The search of a built site, opened in each language.

    Of all that is found only what the first step finds must hold the words: the others look for something else.
    """

    pages: dict[str, Page]

    def ask(self, query: Query, chosen: dict[str, str], *, every: bool) -> dict[str, Any]:
        return dict(self.pages[query.site].evaluate(FIND, [query.query, chosen, every]))


def check(layout: Layout, records: Records, search: Search, queries: list[Filed[Query]]) -> Iterator[Finding]:
    """Yield A010 for each query that is not answered."""
    misplaced = [finding for filed in queries for finding in _place(filed, search)]
    if len(misplaced) > (1 - AIM) * len(queries):
        yield from misplaced
    for filed in queries:
        yield from gone(layout, filed)
        yield from _exact(filed, records, search)
        yield from _holds(filed, search)


def _place(filed: Filed[Query], search: Search) -> Iterator[Finding]:
    query = filed.record
    answer = search.ask(query, {}, every=False)
    found = answer["found"] if query.right or answer["typed"] else []  # what nothing holds is found otherwise
    rank = next((i for i, address in enumerate(found, 1) if address in query.right), 0)
    if rank > FIRST or (not rank and (query.right or found)):
        values = {"query": query.query, "most": FIRST, "rank": rank or "–", "found": found[:FIRST]}
        yield filed.finding("A010.place", ("query",), **values)


def gone(layout: Layout, filed: Filed[Query]) -> Iterator[Finding]:
    """Yield a finding for each right answer that is not on the site."""
    for i, address in enumerate(filed.record.right):
        path, _, anchor = address.partition("#")
        page = layout.site / filed.record.site / path / "index.html"
        if not page.is_file() or (anchor and f'id="{anchor}"' not in page.read_text(encoding="utf-8")):
            yield filed.finding("A010.gone", ("right", i), query=filed.record.query, address=address)


def _exact(filed: Filed[Query], records: Records, search: Search) -> Iterator[Finding]:
    query = filed.record
    words = query.query if query.exact is None else query.exact
    if query.kind == "chinese" and words:
        found = {*search.ask(query, {"kind": "provision"}, every=True)["found"]}
        holding = {*_holding(records, _plain(words))}
        if found != holding:
            values = {"missing": sorted(holding - found), "extra": sorted(found - holding)}
            yield filed.finding("A010.exact", ("query",), query=query.query, **values)


def _holds(filed: Filed[Query], search: Search) -> Iterator[Finding]:
    query = filed.record
    if query.holds:
        found = search.ask(query, {}, every=True)
        holds = re.compile(rf"(?<![\d.,]){re.escape(query.holds)}(?!\d)")
        for address, words in zip(found["found"], found["words"], strict=True):
            if not holds.search(words):
                values = {"query": query.query, "words": query.holds, "found": address}
                yield filed.finding("A010.holds", ("holds",), **values)


def _holding(records: Records, words: str) -> Iterator[str]:
    """Yield the addresses of the provisions that hold some words, by plain comparison."""
    for files in records.plans:
        for provision in files.text.provisions:
            if words in _plain(provision.words or ""):
                yield f"plans/{files.plan.id}/text/#{provision_anchor(provision.id)}"


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def main() -> int:
    """Print what is not answered; return 1 if there is such a thing, 2 without a site, otherwise 0."""
    layout = root(__doc__)
    broken: list[Finding] = []
    queries = entries(layout, Query, broken)
    if broken or not queries:
        return report(broken)
    if not layout.site.is_dir():
        print("Nothing to ask: run `make site` first.", file=sys.stderr)
        return 2
    with served(layout.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"])
        pages = {}
        for language in LANGUAGES:
            pages[language] = browser.new_page(base_url=address)
            pages[language].goto(f"{language}/")
            pages[language].evaluate(OPEN, "../assets/finder.js")
        code = report(check(layout, validate(layout).records, Search(pages), queries))
        browser.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
