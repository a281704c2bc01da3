"""The last look before publication: what is wrong with the HTML, whatever produced it."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html

from generator.addresses import LANGUAGES, TAGS
from generator.source.characters import TEMPLATE_SYNTAX

_LOADS = {
    *((tag, "src") for tag in ("script", "img", "iframe", "source", "video", "audio", "track", "embed", "input")),
    *(("img", "srcset"), ("source", "srcset"), ("video", "poster"), ("object", "data"), ("form", "action")),
    *(("link", "href"), ("base", "href"), ("use", "href"), ("button", "formaction"), ("input", "formaction")),
}
_HARMLESS_LINKS = {"canonical", "alternate", "license"}
_SCHEMES = ("https", "http")
# What brings a document, a program or rules of style of its own, or moves every link of the page.
_REFUSED = {"style", "base", "iframe", "frame", "object", "embed", "applet", "portal"}


class GateError(Exception):
    """Raised when the built site must not be published; holds every problem."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass(frozen=True)
class _Page:
    ids: frozenset[str]
    links: tuple[str, ...]


def check(folder: Path) -> int:
    """Check every page of a built site and return how many there are.

    Raises GateError for a broken link or anchor, a page missing in one language, a wrong or missing `lang`, an untitled
    page, a repeated id, template syntax, inline script, or anything loaded from another host.
    """
    problems: list[str] = []
    pages: dict[str, _Page] = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        pages[name] = _read(path, name, problems)
    problems += _languages(pages)
    for name, page in pages.items():
        problems += _links(folder, name, page, pages)
    if problems:
        raise GateError(problems)
    return len(pages)


def _read(path: Path, name: str, problems: list[str]) -> _Page:
    tree = lxml_html.document_fromstring(path.read_bytes().decode("utf-8"))
    ids: list[str] = []
    links: list[str] = []
    for element in tree.iter():
        if isinstance(element.tag, str):
            attributes = {str(key): str(value) for key, value in element.attrib.items()}
            problems += [f"{name}: {problem}" for problem in _element(element.tag, attributes, element.text or "")]
            ids += [value for key, value in attributes.items() if key == "id"]
            links += [value for key, value in attributes.items() if _is_link(element.tag, key, attributes)]
    if TEMPLATE_SYNTAX.search("".join(str(part) for part in tree.itertext())):
        problems.append(f"{name}: template syntax in the text")
    if not (tree.findtext(".//title") or "").strip():
        problems.append(f"{name}: page without a title")
    language = name.split("/", maxsplit=1)[0]
    if language in LANGUAGES and tree.get("lang") != TAGS[language]:
        problems.append(f"{name}: lang must be {TAGS[language]}: '{tree.get('lang')}'")
    problems += [f"{name}: id occurs twice: {id_}" for id_, n in sorted(Counter(ids).items()) if n > 1]
    return _Page(frozenset(ids), tuple(links))


def _element(tag: str, attributes: dict[str, str], text: str) -> Iterator[str]:
    """Yield what must not be in a published element."""
    if tag in _REFUSED:
        yield f"element {tag} must not be used"
    for key, value in attributes.items():
        if key.startswith("on"):
            yield f"inline handler {key}"
        if key in ("style", "srcdoc") or (tag, key, value.lower()) == ("meta", "http-equiv", "refresh"):
            yield f"{key} must not be used: {value}"
        if ("{" in value or "}" in value) and TEMPLATE_SYNTAX.search(value):
            yield f"template syntax in {key}"
        if _loads(tag, key, attributes) and _names_a_host(value):
            yield f"loads from another host: {value}"
    if tag == "script" and text.strip() and attributes.get("type") != "application/ld+json":
        yield "inline script"


def _names_a_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).netloc)
    except ValueError:  # brackets that are of no address: after the two slashes of a host
        return True


def _loads(tag: str, key: str, attributes: dict[str, str]) -> bool:
    return (tag, key) in _LOADS and attributes.get("rel") not in _HARMLESS_LINKS


def _is_link(tag: str, key: str, attributes: dict[str, str]) -> bool:
    return (tag, key) == ("a", "href") or _loads(tag, key, attributes)


def _languages(pages: dict[str, _Page]) -> Iterator[str]:
    own = {language: {n.split("/", 1)[1] for n in pages if n.startswith(f"{language}/")} for language in LANGUAGES}
    for name in sorted(own[LANGUAGES[0]] ^ own[LANGUAGES[1]]):
        yield f"{name}: page exists in one language only"


def _links(folder: Path, name: str, page: _Page, pages: dict[str, _Page]) -> Iterator[str]:
    if name.endswith("404.html"):
        return  # shown at any address, so its links are absolute; the browser tests follow them
    for link in sorted(set(page.links)):
        try:
            parts = urlsplit(link)
        except ValueError as error:
            yield f"{name}: no address: {link} ({error})"
            continue
        if parts.scheme or parts.netloc:
            if parts.scheme not in _SCHEMES:
                yield f"{name}: link of a scheme that is not allowed: {link}"
            continue
        target = _target(name, unquote(parts.path))
        if target not in pages:
            if target.endswith(".html") or not (folder / target).is_file():
                yield f"{name}: broken link: {link}"
        elif parts.fragment and unquote(parts.fragment) not in pages[target].ids:
            yield f"{name}: broken anchor: {link}"


def _target(name: str, path: str) -> str:
    """Return the file that a link's path leads to from a page."""
    if not path:
        return name
    whole = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), path)).lstrip("/")
    if path.endswith(("/", "/.", "/..")) or path in {".", ".."} or not whole:
        return f"{whole}/index.html".lstrip("/")
    return whole
