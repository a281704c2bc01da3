"""Look whether a picture of the publication only draws: opened by itself, an SVG file could run scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from lxml import etree

SVG = "{http://www.w3.org/2000/svg}svg"
_PNG = b"\x89PNG\r\n\x1a\n"
_REFUSED = {"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener"}
_OUTSIDE = re.compile(r"@import|url\(\s*[\"']?\s*(?!#|data:image/)[^\s\"')]", re.IGNORECASE)
_WITHIN = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)
_BEFORE = re.compile(rb"<!ENTITY|<\?xml-stylesheet", re.IGNORECASE)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def unfit(path: Path) -> str | None:
    """Return what a picture holds that is no drawing, "" where it is no picture of its kind; None where it is well."""
    content = path.read_bytes()
    if path.suffix == ".png":
        return None if content.startswith(_PNG) else ""
    try:
        root = etree.fromstring(content, _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    if root.tag != SVG:
        return ""
    before = _BEFORE.search(content.replace(b"\0", b""))  # in UTF-16 too
    return before[0].decode() if before else next(_held(root), None)


def _held(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name.lower() in _REFUSED:
            yield f"<{name}>"
        yield from _in_attributes(element)
        if name.lower() == "style" and (match := _OUTSIDE.search("".join(map(str, element.itertext())))):
            yield match[0]


def _in_attributes(element: etree._Element) -> Iterator[str]:
    for key, value in cast("list[tuple[str, str]]", element.items()):
        name = etree.QName(key).localname.lower()
        if name.startswith("on"):
            yield f"{name}="
        if name == "attributename" and value.lower().endswith("href"):
            yield f'{name}="{value}"'
        if (name == "href" and value.strip() and not _WITHIN.match(value)) or _OUTSIDE.search(value):
            yield f'{name}="{value[:60]}"'
