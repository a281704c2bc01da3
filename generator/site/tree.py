"""Write the engine's folder of pages and its configuration. Only what changed is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import yaml

from generator.edition.addresses import ASSETS, FAVICON, Addresses, alternates, other_language, relative
from generator.edition.edition import Edition
from generator.edition.page import Link, Menu, Page, Pointer
from generator.edition.states import Said
from generator.edition.strings import Strings
from generator.exports import assets
from generator.exports.built import BUILT
from generator.exports.social_cards.content import SIZE as CARD_SIZE
from generator.language import languages
from generator.language.languages import TAGS
from generator.project.layout import Layout
from generator.project.store import write_changed
from generator.records.pages import CHANGES
from generator.records.publication import Publication
from generator.site.head import Head, Heads
from generator.site.pages import menu
from generator.site.render import Renderer

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # the one in C where it is there: every page has front matter


@dataclass(frozen=True)
class Tree:
    """What the engine needs for one language.

    docs: folder of the documents; design: files that every page is made with
    """

    language: str
    configuration: Path
    docs: Path
    design: tuple[Path, ...]
    pages: int


@dataclass(frozen=True)
class Frame:
    """What stands around every page of a language.

    site_url: address of the published site's root, with a slash at its end; "" where it is not known
    menus: the entries of each menu: name, words and address
    feed: address of the feed; "" where there is none
    current: the version of the data, and the next end of a plan
    report: where a reader reports a mistake; "" where no one is named
    """

    t: Strings
    publication: Publication
    site_url: str
    menus: Mapping[Menu, tuple[tuple[str, Link], ...]]
    feed: str
    current: tuple[str, Said]
    report: str = ""


def frame(edition: Edition, pages: Iterable[Page]) -> Frame:
    """Return what stands around the pages of an edition."""
    shown = list(pages)
    menus: dict[Menu, tuple[tuple[str, Link], ...]] = {name: menu(edition, shown, name) for name in get_args(Menu)}
    feed = edition.to.feed() if edition.has(CHANGES) else ""
    report = edition.problem(edition.t("site.name"), edition.to.home()) if edition.takes_reports else ""
    return Frame(edition.t, edition.corpus.publication, edition.site_url, menus, feed, edition.current, report)


def write(layout: Layout, edition: Edition, pages: Sequence[Page], renderer: Renderer) -> Tree:
    """Write the docs folder and configuration of a language."""
    language, heads = edition.language, Heads(edition)
    docs = layout.build / "docs" / language
    written: set[Path] = set()
    for page in pages:
        path = docs / page.address.removeprefix(f"{language}/") / "index.md"
        write_changed(path, document(page, heads.of(page), renderer).encode())
        written.add(path)
    for stale in set(docs.rglob("*.md")) - written:
        stale.unlink()
    return replace(configure(layout, language, frame(edition, pages)), pages=len(pages))


def configure(layout: Layout, language: str, frame: Frame) -> Tree:
    """Write the configuration of a language; its docs folder is there, but may be empty."""
    docs = layout.build / "docs" / language
    docs.mkdir(parents=True, exist_ok=True)
    configuration = layout.build / f"mkdocs.{language}.yml"
    write_changed(configuration, _configuration(layout, language, frame, docs).encode())
    return Tree(language, configuration, docs, (configuration, layout.configuration, *_files(_theme(layout))), 0)


def document(page: Page, head: Head, renderer: Renderer) -> str:
    """Return a page as the engine reads it: front matter, then HTML that Markdown leaves alone."""
    front = yaml.dump(meta(page, head), Dumper=_DUMPER, allow_unicode=True, sort_keys=True, width=10**6)
    return f"---\n{front}---\n\n{renderer.page(page)}\n"


def meta(page: Page, head: Head) -> dict[str, Any]:
    """Return what stands around a page besides what is the same everywhere."""
    return {
        "title": page.title,
        "description": _shorten(page.description),
        "section": page.section,
        "sheets": [f"{page.template.removesuffix('.html.j2')}.css", *page.styles],
        "script": page.script,
        "address": page.address,
        "alternates": [{"tag": tag, "address": address} for tag, address in alternates(page.address)],
        "other": relative(other_language(page.address), page.address),
        "trail": [{"text": link.text, "href": relative(link.to, page.address)} for link in page.trail],
        "picture": {"address": head.card.to, "alt": head.card.text},
        "linked": list(head.linked),
        "moved": [_pointer(pointer, page.address) for pointer in head.moved],
        "unindexed": not page.indexed,
        "template": "main.html",
    }


def _pointer(pointer: Pointer, page: str) -> dict[str, str]:
    said = {"anchor": pointer.anchor, "said": pointer.said, "reason": pointer.reason}
    return {**said, "href": relative(pointer.to.to, page), "text": pointer.to.text}


def _shorten(text: str, limit: int = 160) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _theme(layout: Layout) -> Path:
    """Return the folder of what stands around a page; with an overlay, one where its files replace the program's.

    The engine takes one folder only.
    """
    *own, programs = layout.frames
    if not own:
        return programs
    merged = layout.build / programs.name
    files = {path.relative_to(folder): path for folder in (programs, *own) for path in _files(folder)}
    for name, file in files.items():
        write_changed(merged / name, file.read_bytes())
    for stale in {path.relative_to(merged) for path in _files(merged)} - files.keys():
        (merged / stale).unlink()
    return merged


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _configuration(layout: Layout, language: str, frame: Frame, docs: Path) -> str:
    t, site_url = frame.t, frame.site_url
    to, files = Addresses(language), assets.of(layout, frame.publication)

    def links(menu: Menu) -> list[dict[str, str]]:
        entries = frame.menus[menu]
        return [{"key": k, "text": link.text, "path": link.to.removeprefix(f"{language}/")} for k, link in entries]

    def place(path: Path) -> str:
        # As seen from the configuration: the engine's successor takes no absolute folders.
        try:
            return Path(os.path.relpath(path, layout.build)).as_posix()
        except ValueError:  # on another drive, where there is no way from one to the other
            return path.as_posix()

    configuration: dict[str, Any] = {
        "INHERIT": place(layout.configuration),
        "site_name": t("site.name"),
        "site_url": f"{site_url}{language}/" if site_url else "",
        "docs_dir": place(docs),
        "theme": {"language": TAGS[language], "custom_dir": place(_theme(layout))},
        "extra": {
            "tag": TAGS[language],
            "language": language,
            "root": site_url,
            "assets": ASSETS,
            "locales": [languages.of(code).open_graph for code in (language, languages.other(language))],
            "picture": dict(zip(("width", "height"), CARD_SIZE, strict=True)),
            "feed": frame.feed.removeprefix(f"{language}/"),
            "search_description": to.search_description().removeprefix(f"{language}/"),
            "asset_version": files.version,
            "sheets": list(files.sheets),
            "favicon": frame.publication.favicon or FAVICON,
            "touch_icon": assets.touch_icon(layout, frame.publication),
            "logo": frame.publication.logo or "",
            "filings": [filing.model_dump() for filing in frame.publication.filings],
            "version": frame.current[0],
            "ends": {"said": frame.current[1].text, "turns": frame.current[1].turns},
            "report": frame.report,
            "built": BUILT,
            "navigation": links("main"),
            "footer": links("footer"),
            "words": {
                key.removeprefix("chrome."): words for key, words in t.words.items() if key.startswith("chrome.")
            },
        },
        "nav": [{entry["text"]: f"{entry['path']}index.md"} for entry in links("main")],
        "not_in_nav": "/*",
    }
    return yaml.safe_dump(configuration, allow_unicode=True, sort_keys=False)
