"""OpenSearch descriptions: one a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.edition.addresses import ASSETS, FAVICON
from generator.edition.edition import Edition
from generator.language.languages import TAGS

LONGEST = 48  # characters of the long name, which may be left out
NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"


@dataclass(frozen=True)
class SearchEngine:
    """A language's search.

    name: at most 16 characters
    template: absolute address with `{searchTerms}` where the query goes
    """

    language: str
    name: str
    long_name: str
    description: str
    template: str
    icon: str
    address: str


def described(edition: Edition) -> SearchEngine:
    """Return the search of a language."""
    t, to = edition.t, edition.to
    return SearchEngine(
        language=TAGS[edition.language],
        name=t("search_engine.name"),
        long_name=t("site.name"),
        description=t("search_engine.description"),
        template=edition.absolute(to.asked("{searchTerms}")),
        icon=edition.absolute(f"{ASSETS}{edition.corpus.publication.favicon or FAVICON}"),
        address=edition.absolute(to.search_description()),
    )


def write(engines: Mapping[str, SearchEngine], folder: Path) -> None:
    """Write `<language>/opensearch.xml` for each language."""
    for language, engine in engines.items():
        (folder / language / "opensearch.xml").write_bytes(as_xml(engine))


def as_xml(engine: SearchEngine) -> bytes:
    """Return a description as XML."""
    root = Element("OpenSearchDescription", {"xmlns": NAMESPACE})
    parts: tuple[tuple[str, str, dict[str, str]], ...] = (
        ("ShortName", engine.name, {}),
        *([("LongName", engine.long_name, {})] if len(engine.long_name) <= LONGEST else []),
        ("Description", engine.description, {}),
        ("Language", engine.language, {}),
        ("InputEncoding", "UTF-8", {}),
        ("OutputEncoding", "UTF-8", {}),
        ("Image", engine.icon, {"type": "image/svg+xml"}),
        ("Url", "", {"type": "text/html", "method": "get", "template": engine.template}),
        (
            "Url",
            "",
            {"type": "application/opensearchdescription+xml", "rel": "self", "template": engine.address},
        ),
    )
    for name, text, attributes in parts:
        SubElement(root, name, attributes).text = text or None
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
