"""Read a page of a government site, as a browser saved it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from generator.extract.structure.lines import ExtractError, Line, row
from generator.findings.finding import Message

_SILENT = {"script", "style", "noscript", "template", "head", "svg", "select", "iframe", "object", "button"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol",
    "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_META = ("SiteName", "ArticleTitle", "PubDate", "ContentSource", "Url")
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_PROSE = re.compile(r"[\u4e00-\u9fff][，,、；;。][\u4e00-\u9fff”》]|[\u4e00-\u9fff]。")
_BROKEN = re.compile(
    r"(?<=[\u4e00-\u9fff，。、；：])[ \t]*\r?\n\s*(?=[\u4e00-\u9fff])"
)  # a line of the file ends, not of the page
_SHARE = 0.85  # of the running text: what holds it is the document's part of the page


def read(path: Path) -> tuple[list[Line], list[Message]]:
    """Return what a reader sees of a page, in order, headed by its title and the site's own metadata.

    The encoding is the one the page declares; GBK and GB2312 are read as GB18030, which holds them both.
    """
    encoding, source = _decode(path.read_bytes(), path.name)
    try:
        root = html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        raise ExtractError("extract.page", file=path.name) from None
    notes = [] if encoding == "utf-8-sig" else [Message.of("extract.read-as", encoding=encoding)]
    return [*_head(root), *_Page(root).lines()], notes


def _decode(raw: bytes, name: str) -> tuple[str, str]:
    """Return the encoding and the text of a page: UTF-8 where it can be read so, else what the page declares."""
    declared = _CHARSET.search(raw[:4096])
    said = declared[1].decode("ascii").lower() if declared else ""
    stated = "gb18030" if said in {"", "gb2312", "gbk", "x-gbk", "utf-8", "utf8"} else said
    marked = "utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    for encoding in (marked, stated):
        try:
            return encoding, raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise ExtractError("extract.declared", file=name)


def _head(root: html.HtmlElement) -> Iterator[Line]:
    """Yield the page's title and what the site says of the page in its meta elements."""
    title = " ".join((root.findtext(".//head/title") or "").split())
    if title:
        yield Line(title, aside=True)
    for name in _META:
        for element in root.xpath("//meta[@name=$name and @content]", name=name):
            value = " ".join(element.get("content").split())
            if value:
                yield row([name, value], aside=True)


class _Page:
    """Walks a page and collects its lines."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.root = root
        self.found: list[Line] = []
        self.current: list[str] = []
        self.main = _main(root)
        self.inside = self.main is None
        self.centred = False

    def lines(self) -> list[Line]:
        body = self.root.find("body")
        self._walk(self.root if body is None else body)
        self._flush()
        return self.found

    def _walk(self, element: html.HtmlElement) -> None:
        if not isinstance(element.tag, str) or element.tag in _SILENT or _HIDDEN.search(element.get("style") or ""):
            return
        if element.tag == "br":
            self._flush()
            return
        entered, centred = self.inside, self.centred
        block = element.tag in _BLOCKS
        if block:
            self._flush()
            self.centred = (
                element.get("align") == "center"
                or element.tag in {"center", "h1"}
                or bool(_CENTRED.search(element.get("style") or ""))
                or (centred and element.get("align") is None and "text-align" not in (element.get("style") or ""))
            )
            self.inside = self.inside or element is self.main
        rows = _data_rows(element) if element.tag == "table" else _terms(element) if element.tag == "dl" else []
        if rows:
            self.found += (row(cells, aside=not self.inside) for cells in rows)
        else:
            self._add(element.text)
            for child in element:
                self._walk(child)
                self._add(child.tail)
        if block:
            self._flush()
        self.inside, self.centred = entered, centred

    def _add(self, text: str | None) -> None:
        if text:
            self.current.append(_BROKEN.sub("", text))

    def _flush(self) -> None:
        text = _collapse("".join(self.current))
        self.current.clear()
        if text.strip():
            indented = text.startswith(("\u3000", "\u2003", "\xa0\xa0"))
            self.found.append(
                Line(text, starts=indented or None, centred=self.centred and not indented, aside=not self.inside)
            )


def _collapse(text: str) -> str:
    """Return a text as a browser shows it: runs of white space are one space."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip(" ")


def _main(root: html.HtmlElement) -> html.HtmlElement | None:
    """Return the innermost element that holds nearly all of the running text, or None when there is none."""
    total = _prose(root)
    if not total:
        return None
    element = main = root
    while True:
        inner = next((c for c in element if isinstance(c.tag, str) and _prose(c) >= _SHARE * total), None)
        if inner is None or inner.tag == "p":
            return main
        element = inner
        main = inner if inner.tag in _BLOCKS else main


def _prose(element: html.HtmlElement) -> int:
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return 0
    return len(_PROSE.findall(" ".join(element.itertext())))


def _data_rows(table: html.HtmlElement) -> list[list[str]]:
    """Return the rows of a table of data; nothing for a table that only lays out the page."""
    if table.xpath(".//table") or table.xpath(".//td[count(.//p) > 3]"):
        return []
    rows: list[list[str]] = []
    spans: dict[int, int] = {}  # column: rows that a cell above still covers
    for tr in table.xpath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"):
        cells: list[str] = []
        for cell in tr.xpath("./td | ./th"):
            _covered(cells, spans)
            text = _collapse(" ".join(cell.itertext()))
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for i in range(width):
                spans[len(cells)] = height - 1
                cells.append(text if i == 0 else "")
        _covered(cells, spans)
        if any(cells):
            rows.append(cells)
    wide = max((len(cells) for cells in rows), default=0)
    long = any(len(cell) > 400 for cells in rows for cell in cells)
    return [] if wide < 2 or long else [cells + [""] * (wide - len(cells)) for cells in rows]


def _terms(listing: html.HtmlElement) -> list[list[str]]:
    """Return the terms of a description list, each with its description; nothing when they do not come in pairs."""
    entries = [(e.tag, _collapse(" ".join(e.itertext()))) for e in listing.xpath("./dt | ./dd | ./div/dt | ./div/dd")]
    pairs = list(zip(entries[::2], entries[1::2], strict=False))
    if len(entries) % 2 or any((a[0], b[0]) != ("dt", "dd") for a, b in pairs):
        return []
    return [[a[1], b[1]] for a, b in pairs]


def _covered(cells: list[str], spans: dict[int, int]) -> None:
    while spans.get(len(cells), 0) > 0:
        spans[len(cells)] -= 1
        cells.append("")


def _span(cell: html.HtmlElement, name: str) -> int:
    value = cell.get(name) or "1"
    return min(int(value), 100) if value.isdecimal() and int(value) else 1
