"""The last look before publication: what is wrong with the HTML, whatever produced it."""

from __future__ import annotations

import functools
import json
import posixpath
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from lxml import etree

from generator.corpus.version import MARK
from generator.edition.addresses import PACKAGE
from generator.findings.finding import DataError, Finding
from generator.language.languages import LANGUAGES, TAGS
from generator.project.store import digest
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
_PLAIN = re.compile(r"((?:\.\./)*)((?:[^/.][^/]*/)*(?:[^/.][^/]*)?)")  # a path that leads up, then only down
_VERSION = re.compile(rf"\b\d{{4}}-\d{{2}}-\d{{2}}-[0-9a-f]{{12}}\b|{MARK}")


class GateError(DataError):
    """Raised when the built site must not be published; the path of each finding is a page's in the site."""


@dataclass(frozen=True)
class Look:
    """What was seen of a page. problems: what is wrong with it, whatever stands on the others.

    ids: a line each; versions: of the data, that its references name besides the published one
    leads: where it leads a reader on its own, "" when it is a page to stay on
    """

    ids: str
    links: tuple[str, ...]
    problems: tuple[Finding, ...]
    versions: tuple[str, ...] = ()
    leads: str = ""

    def kept(self) -> str:
        """Return it in one line, to be kept with the page."""
        problems = [(f"{f.code}.{f.says}", dict(f.values)) for f in self.problems]
        return json.dumps([self.ids, self.links, problems, self.versions, self.leads], ensure_ascii=False)

    @classmethod
    def of(cls, name: str, kept: str) -> Look:
        """Return what was kept in one line of a page."""
        ids, links, problems, versions, leads = json.loads(kept)
        found = (Finding.of(sentence, name, **values) for sentence, values in problems)
        return cls(ids, tuple(map(sys.intern, links)), tuple(found), tuple(versions), leads)


@dataclass
class Made:
    """The pages that were made: what was seen of each, and the hash of its content; filled while they are made."""

    looks: dict[str, Look] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    twice: set[str] = field(default_factory=set)

    def note(self, name: str, content: bytes, look: Look) -> None:
        """Note a page by its path in the site. look: at its content without the version of the data."""
        if name in self.hashes:
            self.twice.add(name)
        self.looks[name], self.hashes[name] = look, digest(content)


def check(folder: Path, made: Made | None = None) -> int:
    """Check every page of a built site and return how many there are.

    made: the pages that there must be, which are not looked at again; None for whatever is there
    Raises GateError for a page that was not made for its address, two of one address, a broken link or anchor, a page
    missing in one language, a wrong or missing `lang`, an untitled page, a repeated id, template syntax, inline script,
    a refresh that is no moved page's, anything loaded from another host, or a reference to another version of the data
    than is published.
    """
    published = _published(folder)
    pages: dict[str, Look] = {}
    problems = [Finding.of("Z002.twice", name) for name in sorted(made.twice)] if made else []
    for path in sorted(folder.rglob("*.html")):
        name, content = path.relative_to(folder).as_posix(), path.read_bytes()
        if made and made.hashes.get(name) == digest(content):
            pages[name] = made.looks[name]
            continue
        pages[name] = look(name, content.replace(published, b""))
        if made:
            problems.append(Finding.of("Z002.another" if name in made.hashes else "Z002.unmade", name))
    problems += [Finding.of("Z002.absent", name) for name in sorted((made.hashes if made else {}).keys() - pages)]
    problems += [problem for page in pages.values() for problem in page.problems]
    problems += _languages(pages)
    problems += _leading_on(pages)
    problems += _versions(pages, published.decode())
    problems += _links(folder, pages)
    if problems:
        raise GateError(problems)
    return len(pages)


def _xpath(path: str) -> Callable[[Any], list[str]]:
    return cast("Callable[[Any], list[str]]", etree.XPath(path, smart_strings=False))


_PARSER = etree.HTMLParser(encoding="utf-8")
_IDS, _LINKED, _VALUES = _xpath("descendant::*/@id"), _xpath("descendant::a/@href"), _xpath("descendant::*/@*")
_LOOKED_AT = sorted({tag for tag, _ in _LOADS} | _REFUSED | {"meta"})


def look(name: str, content: bytes) -> Look:
    """Return what is to be seen of a page.

    content: its HTML without the version of the data, so that a page that has not changed otherwise is seen alike
    """
    tree = etree.fromstring(content, _PARSER)
    ids = ["", *_IDS(tree), ""]
    loaded, refreshes, problems = _elements(name, tree)
    names = {str(key) for element in tree.iter(etree.Element) for key in element.keys()}  # noqa: SIM118 - no mapping
    if any(map(_is_refused, names)) or TEMPLATE_SYNTAX.search("\n".join(_VALUES(tree))):
        problems += [problem for element in tree.iter(etree.Element) for problem in _attributes(name, element)]
    comments = [comment.text or "" for comment in tree.iter(etree.Comment)]
    if any(map(TEMPLATE_SYNTAX.search, (_text(tree), *comments))):
        problems.append(Finding.of("Z002.syntax", name))
    if not (tree.findtext("head/title") or "").strip():
        problems.append(Finding.of("Z002.title", name))
    language = name.split("/", maxsplit=1)[0]
    if language in LANGUAGES and tree.get("lang") != TAGS[language]:
        problems.append(Finding.of("Z002.lang", name, must=TAGS[language], given=tree.get("lang")))
    if len(ids) > len({*ids}) + 1:
        problems += [Finding.of("Z002.id", name, id=id_) for id_, n in sorted(Counter(ids[1:-1]).items()) if n > 1]
    leads = _leads(tree, refreshes)
    problems += [Finding.of("Z002.refresh", name) for _ in refreshes if not leads]
    links = {*_LINKED(tree), *loaded, *filter(None, (leads,))}
    return Look(
        "\n".join(ids),
        tuple(map(sys.intern, sorted(links))),
        tuple(problems),
        tuple(sorted(_named_versions(tree))),
        leads,
    )


def _text(tree: etree._Element) -> str:
    return etree.tostring(tree, method="text", encoding="unicode", with_tail=False)


def _elements(name: str, tree: etree._Element) -> tuple[list[str], list[str], list[Finding]]:
    """Return what elements load, what they refresh to, and what is wrong about them."""
    loaded: list[str] = []
    refreshes: list[str] = []
    problems: list[Finding] = []
    for element in tree.iter(*_LOOKED_AT):
        tag = str(element.tag)
        if tag in _REFUSED:
            problems.append(Finding.of("Z002.element", name, tag=tag))
        if tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            refreshes.append(element.get("content", ""))
        if tag == "script" and (element.text or "").strip() and element.get("type") != "application/ld+json":
            problems.append(Finding.of("Z002.script", name))
        if element.get("rel") not in _HARMLESS_LINKS:
            loaded += [str(value) for key, value in element.items() if (tag, key) in _LOADS]
    return loaded, refreshes, problems + [Finding.of("Z002.host", name, address=x) for x in loaded if _names_a_host(x)]


def _is_refused(attribute: str) -> bool:
    return attribute.startswith("on") or attribute in ("style", "srcdoc")


def _attributes(name: str, element: etree._Element) -> Iterator[Finding]:
    """Yield what is wrong about attributes of any element."""
    for key, value in cast("list[tuple[str, str]]", element.items()):
        if key.startswith("on"):
            yield Finding.of("Z002.handler", name, attribute=key)
        if key in ("style", "srcdoc"):
            yield Finding.of("Z002.attribute", name, attribute=key, given=value)
        if TEMPLATE_SYNTAX.search(value):
            yield Finding.of("Z002.attribute-syntax", name, attribute=key)


def _leads(tree: etree._Element, refreshes: list[str]) -> str:
    """Return where a page that has moved leads on: within the site, beside a canonical link, and not to be indexed."""
    if len(refreshes) != 1:
        return ""
    moved = tree.xpath("//link[@rel='canonical']") and tree.xpath("//meta[@name='robots' and @content='noindex']")
    match = _REFRESH.fullmatch(refreshes[0]) if moved else None
    return match[1] if match else ""


def _named_versions(tree: etree._Element) -> set[str]:
    """Return the versions of the data that references name; the words of an editor may speak of an earlier one."""
    references = (pre for pre in tree.iter("pre") if pre.get("class", "").startswith("cite__text"))
    said = [str(text) for pre in references for text in (*pre.itertext(), *pre.attrib.values())]
    return set(_VERSION.findall("\n".join(said)))


def _names_a_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).netloc)
    except ValueError:  # brackets that are of no address: after the two slashes of a host
        return True


def _languages(pages: dict[str, Look]) -> Iterator[Finding]:
    own = {language: {n.split("/", 1)[1] for n in pages if n.startswith(f"{language}/")} for language in LANGUAGES}
    for name in sorted(own[LANGUAGES[0]] ^ own[LANGUAGES[1]]):
        yield Finding.of("Z002.language", name)


def _published(folder: Path) -> bytes:
    """Return the version of the data beside the pages; of a site without data, what no page names."""
    package = folder / "data" / PACKAGE
    return str(json.loads(package.read_bytes())["version"]).encode() if package.is_file() else MARK.encode()


def _versions(pages: dict[str, Look], published: str) -> Iterator[Finding]:
    """Yield a finding for each version that a reference names and that is not the one of the data."""
    for name, page in pages.items():
        for version in page.versions:
            yield Finding.of("Z002.version", name, given=version, must=published)


def _leading_on(pages: dict[str, Look]) -> Iterator[Finding]:
    for name, page in pages.items():
        target = pages.get(_target(name, urlsplit(page.leads).path)) if page.leads else None
        if target and target.leads:
            yield Finding.of("Z002.leads", name, address=page.leads)


def _links(folder: Path, pages: dict[str, Look]) -> Iterator[Finding]:
    """Yield a finding for each link that leads nowhere, and for each of a scheme that is not allowed."""

    @functools.cache
    def wrong(target: str, anchor: str) -> str:
        """Return what is wrong with a place that is linked to; "" for nothing."""
        if target not in pages:
            return "link" if target.endswith(".html") or not (folder / target).is_file() else ""
        return "anchor" if anchor and f"\n{anchor}\n" not in pages[target].ids else ""

    for name, page in pages.items():
        if name.endswith("404.html"):
            continue  # shown at any address, so its links are absolute; the browser tests follow them
        for link in page.links:
            path, anchor, refused = _parts(link)
            if refused:
                yield Finding.of(f"Z002.{refused[0]}", name, address=link, **dict(refused[1]))
            elif path is not None and (what := wrong(_target(name, path), anchor)):
                yield Finding.of(f"Z002.{what}", name, address=link)


@functools.lru_cache(1 << 16)
def _parts(link: str) -> tuple[str | None, str, tuple[str, Iterable[tuple[str, Any]]] | None]:
    """Return the path and the anchor of a link, None as path of one that leaves the site, and why it is refused."""
    try:
        parts = urlsplit(link)
    except ValueError as error:
        return None, "", ("address", (("error", error),))
    if parts.scheme or parts.netloc:
        return None, "", None if parts.scheme in _SCHEMES else ("scheme", (("allowed", _SCHEMES),))
    return unquote(parts.path), unquote(parts.fragment), None


def _target(name: str, path: str) -> str:
    """Return the file that a link's path leads to from a page."""
    if not path:
        return name
    folders = name.split("/")[:-1]
    plain = _PLAIN.fullmatch(path)
    if plain and (up := len(plain[1]) // 3) <= len(folders):  # nearly all links are, and this is several times as quick
        whole = "/".join((*folders[: len(folders) - up], plain[2])).rstrip("/")
    else:
        whole = posixpath.normpath(posixpath.join("/", *folders, path)).lstrip("/")
    if path.endswith(("/", "/.", "/..")) or path in {".", ".."} or not whole:
        return f"{whole}/index.html".lstrip("/")
    return whole
