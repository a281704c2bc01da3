"""The last look before publication: what is wrong with the HTML, whatever produced it."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from generator.corpus.version import MARK
from generator.edition.addresses import PACKAGE
from generator.findings.finding import DataError, Finding
from generator.language.languages import LANGUAGES, TAGS
from generator.project.store import Store, digest
from generator.source.characters import TEMPLATE_SYNTAX

_LOADS = {
    *((tag, "src") for tag in ("script", "img", "iframe", "source", "video", "audio", "track", "embed", "input")),
    *(("img", "srcset"), ("source", "srcset"), ("video", "poster"), ("object", "data"), ("form", "action")),
    *(("link", "href"), ("base", "href"), ("use", "href"), ("button", "formaction"), ("input", "formaction")),
}
_HARMLESS_LINKS = {"canonical", "alternate", "license"}
_SCHEMES = ("https", "http", "mailto")
_REFRESH = re.compile(r"0; url=([^\s/:][^\s:]*)")  # never to another host
# What brings a document, a program or rules of style of its own, or moves every link of the page.
_REFUSED = {"style", "base", "iframe", "frame", "object", "embed", "applet", "portal"}

# In references; the words of an editor may speak of an earlier one.
_REFERENCE = re.compile(rb'<pre class="cite__text".*?</pre>', re.DOTALL)
_VERSION = re.compile(rb"\b\d{4}-\d{2}-\d{2}-[0-9a-f]{12}\b|" + MARK.encode())
SEEN = "checked"  # under which is kept what was seen of pages


class GateError(DataError):
    """Raised when the built site must not be published; the path of each finding is a page's in the site."""


@dataclass(frozen=True)
class _Page:
    """What was seen of a page. problems: what is wrong with it, whatever stands on the others.

    leads: where it leads a reader on its own, "" when it is a page to stay on
    """

    ids: frozenset[str]
    links: tuple[str, ...]
    problems: tuple[Finding, ...]
    leads: str = ""


def check(folder: Path, kept: Store | None = None, made: Mapping[str, str] | None = None) -> int:
    """Check every page of a built site and return how many there are.

    kept: keeps what was seen of each page, so that only changed pages are read again; None reads all
    made: the pages that there must be, each with the hash of what was made for it; None for whatever is there
    Raises GateError for a page that was not made for its address, a broken link or anchor, a page missing in one
    language, a wrong or missing `lang`, an untitled page, a repeated id, template syntax, inline script, a refresh that
    is no moved page's, anything loaded from another host, or a reference to another version of the data than is
    published.
    """
    seen = _Seen(kept)
    paths = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}
    published = _published(folder)
    hashes: dict[str, str] = {}
    pages: dict[str, _Page] = {}
    for name, path in paths.items():
        content = path.read_bytes()
        hashes[name] = digest(content)
        # Looked at without the version, a page that has not changed otherwise is known again.
        pages[name] = seen.page(name, content.replace(published, b""))
    seen.keep()
    problems = [problem for page in pages.values() for problem in page.problems]
    problems += _foreign(hashes, hashes if made is None else made)
    problems += _languages(pages)
    problems += _leading_on(pages)
    problems += _versions(paths, published.decode())
    for name, page in pages.items():
        problems += _links(folder, name, page, pages)
    if problems:
        raise GateError(problems)
    return len(pages)


def once(names: Iterable[str]) -> None:
    """Hold the paths of all pages that are to be published against each other.

    Raises GateError for an address that two pages were made for.
    """
    if twice := [Finding.of("Z002.twice", name) for name, n in sorted(Counter(names).items()) if n > 1]:
        raise GateError(twice)


def _foreign(there: Mapping[str, str], made: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for each page that was not made for its address, and for each that was made and is not there."""
    for name in sorted(there.keys() | made.keys()):
        if name not in made:
            yield Finding.of("Z002.unmade", name)
        elif name not in there:
            yield Finding.of("Z002.absent", name)
        elif there[name] != made[name]:
            yield Finding.of("Z002.another", name)


class _Seen:
    """What was seen of pages, by a hash of everything it depends on: this module, the page's name and its bytes."""

    def __init__(self, kept: Store | None) -> None:
        self._kept = kept
        how = f"{TEMPLATE_SYNTAX.pattern} {metadata.version('lxml')}"
        self._how = hashlib.sha256(Path(__file__).read_bytes() + how.encode())
        self._before = json.loads((kept.read(SEEN) if kept else None) or b"{}")
        self._now: dict[str, Any] = {}

    def page(self, name: str, content: bytes) -> _Page:
        depends = self._how.copy()
        depends.update(f"{name}\n".encode() + content)
        key = depends.hexdigest()
        if key in self._before:
            ids, links, problems, leads = self._before[key]
            found = (Finding.of(sentence, name, **values) for sentence, values in problems)
            page = _Page(frozenset(ids), tuple(links), tuple(found), leads)
        else:
            page = _read(name, content.decode("utf-8"))
        problems = [(f"{f.code}.{f.says}", dict(f.values)) for f in page.problems]
        self._now[key] = [sorted(page.ids), page.links, problems, page.leads]
        return page

    def keep(self) -> None:
        """Keep what was seen of these pages for the next time."""
        if self._kept:
            self._kept.put(SEEN, json.dumps(self._now, ensure_ascii=False).encode())


def _read(name: str, content: str) -> _Page:
    tree = lxml_html.document_fromstring(content)
    problems: list[Finding] = []
    ids: list[str] = []
    links: list[str] = []
    refreshes: list[str] = []
    for element in tree.iter(etree.Element):
        tag = str(element.tag)
        if tag in _REFUSED:
            problems.append(Finding.of("Z002.element", name, tag=tag))
        for key, value in cast("list[tuple[str, str]]", element.items()):
            if key == "id":
                ids.append(value)
            elif (tag, key) == ("a", "href") or _loads(tag, key, element):
                links.append(value)
            problems += _attribute(name, tag, key, value, element)
        if tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            refreshes.append(element.get("content", ""))
        if tag == "script" and (element.text or "").strip() and element.get("type") != "application/ld+json":
            problems.append(Finding.of("Z002.script", name))
    if TEMPLATE_SYNTAX.search("".join(str(part) for part in tree.itertext())):
        problems.append(Finding.of("Z002.syntax", name))
    if not (tree.findtext(".//title") or "").strip():
        problems.append(Finding.of("Z002.title", name))
    language = name.split("/", maxsplit=1)[0]
    if language in LANGUAGES and tree.get("lang") != TAGS[language]:
        problems.append(Finding.of("Z002.lang", name, must=TAGS[language], given=tree.get("lang")))
    problems += [Finding.of("Z002.id", name, id=id_) for id_, n in sorted(Counter(ids).items()) if n > 1]
    leads = _leads(tree, refreshes)
    if not leads:
        problems += [Finding.of("Z002.refresh", name) for _ in refreshes]
    return _Page(frozenset(ids), (*links, *filter(None, (leads,))), tuple(problems), leads)


def _leads(tree: lxml_html.HtmlElement, refreshes: list[str]) -> str:
    """Return where a page that has moved leads on: within the site, beside a canonical link, and not to be indexed."""
    moved = tree.xpath("//link[@rel='canonical']") and tree.xpath("//meta[@name='robots' and @content='noindex']")
    match = _REFRESH.fullmatch(refreshes[0]) if moved and len(refreshes) == 1 else None
    return match[1] if match else ""


def _attribute(name: str, tag: str, key: str, value: str, element: HtmlElement) -> list[Finding]:
    """Return what is wrong about an attribute of a published element."""
    problems = []
    if key.startswith("on"):
        problems.append(Finding.of("Z002.handler", name, attribute=key))
    if key in ("style", "srcdoc"):
        problems.append(Finding.of("Z002.attribute", name, attribute=key, given=value))
    if ("{" in value or "}" in value) and TEMPLATE_SYNTAX.search(value):
        problems.append(Finding.of("Z002.attribute-syntax", name, attribute=key))
    if _loads(tag, key, element) and _names_a_host(value):
        problems.append(Finding.of("Z002.host", name, address=value))
    return problems


def _names_a_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).netloc)
    except ValueError:  # brackets that are of no address: after the two slashes of a host
        return True


def _loads(tag: str, key: str, element: HtmlElement) -> bool:
    return (tag, key) in _LOADS and element.get("rel") not in _HARMLESS_LINKS


def _languages(pages: dict[str, _Page]) -> Iterator[Finding]:
    own = {language: {n.split("/", 1)[1] for n in pages if n.startswith(f"{language}/")} for language in LANGUAGES}
    for name in sorted(own[LANGUAGES[0]] ^ own[LANGUAGES[1]]):
        yield Finding.of("Z002.language", name)


def _published(folder: Path) -> bytes:
    """Return the version of the data beside the pages; of a site without data, what no page names."""
    package = folder / "data" / PACKAGE
    return str(json.loads(package.read_bytes())["version"]).encode() if package.is_file() else MARK.encode()


def _versions(paths: dict[str, Path], published: str) -> Iterator[Finding]:
    """Yield a finding for each version that a reference names and that is not the one of the data."""
    for name, path in paths.items():
        references = b"".join(_REFERENCE.findall(path.read_bytes()))
        for version in sorted({found.decode() for found in _VERSION.findall(references)} - {published}):
            yield Finding.of("Z002.version", name, given=version, must=published)


def _leading_on(pages: dict[str, _Page]) -> Iterator[Finding]:
    for name, page in pages.items():
        target = pages.get(_target(name, urlsplit(page.leads).path)) if page.leads else None
        if target and target.leads:
            yield Finding.of("Z002.leads", name, address=page.leads)


def _links(folder: Path, name: str, page: _Page, pages: dict[str, _Page]) -> Iterator[Finding]:
    if name.endswith("404.html"):
        return  # shown at any address, so its links are absolute; the browser tests follow them
    for link in sorted(set(page.links)):
        try:
            parts = urlsplit(link)
        except ValueError as error:
            yield Finding.of("Z002.address", name, address=link, error=error)
            continue
        if parts.scheme or parts.netloc:
            if parts.scheme not in _SCHEMES:
                yield Finding.of("Z002.scheme", name, address=link, allowed=_SCHEMES)
            continue
        target = _target(name, unquote(parts.path))
        if target not in pages:
            if target.endswith(".html") or not (folder / target).is_file():
                yield Finding.of("Z002.link", name, address=link)
        elif parts.fragment and unquote(parts.fragment) not in pages[target].ids:
            yield Finding.of("Z002.anchor", name, address=link)


def _target(name: str, path: str) -> str:
    """Return the file that a link's path leads to from a page."""
    if not path:
        return name
    whole = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), path)).lstrip("/")
    if path.endswith(("/", "/.", "/..")) or path in {".", ".."} or not whole:
        return f"{whole}/index.html".lstrip("/")
    return whole
