"""Read a page of a government site, as a browser saved it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree, html

from generator.extract.readers.accounting import lost, shortened
from generator.extract.readers.raised import raised
from generator.extract.structure.lines import ExtractError, Line, row
from generator.findings.finding import Message

# No words of the page: a script, the choices of a form, what another page shows.
_SILENT = {"script", "style", "noscript", "template", "head", "select", "datalist", "iframe", "object", "math", "title"}
_SHOWN = "descendant::text()[not(ancestor::script or ancestor::style or ancestor::template or ancestor::select)]"
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
}  # fmt: skip
_META = ("SiteName", "ArticleTitle", "PubDate", "ContentSource", "Url")
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_PATH = re.compile(r"breadcrumb|crumb|location|position", re.IGNORECASE)
_PROSE = re.compile(r"[\u4e00-\u9fff][，,、；;。][\u4e00-\u9fff”》]|[\u4e00-\u9fff]。")
_BROKEN = re.compile(
    r"(?<=[\u4e00-\u9fff，。、；：])[ \t]*\r?\n\s*(?=[\u4e00-\u9fff])"
)  # a line of the file ends, not of the page
_SHARE = 0.85  # of the running text: what holds it is the document's part of the page
_ICON = 60  # pixels: a smaller picture holds no text
_LAYOUT = 2000  # characters: a cell that holds more lays out a page
MAX_PAGE = 20_000_000  # bytes
_MOST_COLUMNS = 100


def read(path: Path) -> tuple[list[Line], list[Message]]:
    """Return what a reader sees of a page, in order, headed by its title and the site's own metadata.

    The encoding is the one the page declares; GBK and GB2312 are read as GB18030, which holds them both.
    """
    raw = path.read_bytes()
    if len(raw) > MAX_PAGE:
        raise ExtractError("extract.size", file=path.name, most=MAX_PAGE)
    encoding, source = _decode(raw, path.name)
    lines, notes = page(source, path.name)
    read_as = [] if encoding == "utf-8-sig" else [Message.of("extract.read-as", encoding=encoding)]
    return lines, [*read_as, *notes]


def page(source: str, name: str) -> tuple[list[Line], list[Message]]:
    """Return what a reader sees of a page that is given as HTML. name: of its file."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(source.encode(errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise ExtractError("extract.page", file=name) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ExtractError("extract.nested", file=name)
    for element in root.iter("sup"):
        element.text = raised(element.text or "")
    seen = _Page(root)
    lines = [*_head(root), *seen.lines()]
    return lines, [*seen.notes(), *lost(seen.given, lines)]


def _decode(raw: bytes, name: str) -> tuple[str, str]:
    """Return the encoding and the text of a page: UTF-8 where it can be read so, else what the page declares."""
    declared = _CHARSET.search(raw[:4096])
    said = declared[1].decode("ascii", "replace").lower() if declared else ""
    stated = "gb18030" if said in {"", "gb2312", "gbk", "x-gbk", "utf-8", "utf8"} else said
    marked = "utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    for encoding in (marked, stated):
        try:
            return encoding, raw.decode(encoding)
        except (UnicodeError, LookupError):
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


class _Place(NamedTuple):
    """Where the walk stands: inside the document's part of the page, in a centred block, in a numbered list."""

    inside: bool
    centred: bool
    numbers: Iterator[int] | None = None


class _Page:
    """Walks a page and collects its lines.

    given: all words of the page but what is told to be left out
    """

    def __init__(self, root: html.HtmlElement) -> None:
        self.root = root
        self.found: list[Line] = []
        self.given: list[str] = []
        self.current: list[str] = []
        self.hidden: list[str] = []
        self.pictures: list[str] = []  # the words before each
        self.border = True  # whether a block has ended since the last line
        self.main = _main(root)
        self.places = [_Place(self.main is None, centred=False)]

    def lines(self) -> list[Line]:
        body = self.root.find("body")
        top = self.root if body is None else body
        walk = etree.iterwalk(top, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                self.places.append(self._place(element))
                if not self._enter(element):
                    walk.skip_subtree()
                continue
            if event == "end":
                if element.tag in _BLOCKS:
                    self._flush(border=True)
                self.places.pop()
            if element is not top:
                self._add(element.tail)
        self._flush(border=True)
        return self.found

    def notes(self) -> Iterator[Message]:
        """Yield what an editor should know: what is hidden, and the pictures in the document."""
        hidden = " ".join(" ".join(self.hidden).split())
        if hidden:
            yield Message.of("extract.hidden", words=shortened(hidden))
        if self.pictures:
            yield Message.of("extract.images", count=len(self.pictures), words=shortened(self.pictures[0]))

    def _place(self, element: html.HtmlElement) -> _Place:
        inside, centred, _ = self.places[-1]
        if element.tag not in _BLOCKS:
            return self.places[-1]
        style = element.get("style") or ""
        own = element.get("align") is not None or "text-align" in style
        middle = element.get("align") == "center" or element.tag in {"center", "h1"} or bool(_CENTRED.search(style))
        numbers = iter(range(_number(element, "start"), 10**6)) if _is_numbered(element) else None
        return _Place(inside or element is self.main, middle or (centred and not own), numbers)

    def _enter(self, element: html.HtmlElement) -> bool:
        """Take up what an element says itself; return whether to go into it."""
        tag, place = element.tag, self.places[-1]
        if tag in _SILENT:
            return False
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            words = _words(element)
            if place.inside or _PROSE.search(words):
                self.hidden.append(words)
            return False
        if tag == "br" or tag in _BLOCKS:
            self._flush(border=tag != "br")
        rows = _data_rows(element) if tag == "table" else _terms(element) if tag == "dl" else []
        if rows:
            self.given.append(_words(element))
            self.found += (Line(words, starts=True, aside=not place.inside) for words in _captions(element))
            self.found += (row(cells, aside=not place.inside) for cells in rows)
            return False
        if tag == "img" and place.inside and _is_picture(element):
            self.pictures.append(self.found[-1].words if self.found else "")
        numbers = self.places[-2].numbers
        if tag == "li" and numbers is not None:
            self.current.append(f"{next(numbers)}. ")
        self._add(element.text)
        return True

    def _add(self, text: str | None) -> None:
        if text:
            self.given.append(text)
            self.current.append(_BROKEN.sub("", text))

    def _flush(self, *, border: bool) -> None:
        text = _collapse("".join(self.current))
        self.current.clear()
        if text.strip():
            indented = text.startswith(("\u3000", "\u2003", "\xa0\xa0"))
            starts = True if indented or self.border else None
            inside, centred, _ = self.places[-1]
            self.found.append(Line(text, starts=starts, centred=centred and not indented, aside=not inside))
            self.border = False
        self.border = self.border or border


def _collapse(text: str) -> str:
    """Return a text as a browser shows it: runs of white space are one space."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip(" ")


def _words(element: html.HtmlElement) -> str:
    """Return the words in an element, those of scripts and comments left out."""
    return " ".join(element.xpath(_SHOWN))


def _main(root: html.HtmlElement) -> html.HtmlElement | None:
    """Return the innermost element that holds nearly all of the running text, or None when there is none."""
    prose: dict[html.HtmlElement, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        if element.tag in _SILENT:
            continue
        inner = sum(prose.get(child, 0) + len(_PROSE.findall(child.tail or "")) for child in element)
        prose[element] = len(_PROSE.findall(element.text or "")) + inner
    total = prose[root]
    if not total:
        return None
    element = main = root
    while True:
        found = next((c for c in element if prose.get(c, 0) >= _SHARE * total), None)
        if found is None or found.tag == "p":
            return main
        element = found
        main = found if found.tag in _BLOCKS else main


def _is_numbered(element: html.HtmlElement) -> bool:
    """Return whether a list prints numbers; the path to a page, which is a list too, prints none."""
    return (
        element.tag == "ol"
        and not _UNNUMBERED.search(element.get("style") or "")
        and not any(_PATH.search(e.get("class") or "") for e in (element, element.getparent()) if e is not None)
    )


def _is_picture(image: html.HtmlElement) -> bool:
    return all(_number(image, side, _ICON) >= _ICON for side in ("width", "height"))


def _captions(table: html.HtmlElement) -> Iterator[str]:
    for caption in table.xpath("./caption"):
        words = _collapse(_words(caption))
        if words.strip():
            yield words


def _data_rows(table: html.HtmlElement) -> list[list[str]]:
    """Return the rows of a table of data; nothing for a table that only lays out the page."""
    if table.xpath(".//table"):
        return []
    rows: list[list[str]] = []
    spans: dict[int, int] = {}  # column: rows that a cell above still covers
    for tr in table.xpath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"):
        cells: list[str] = []
        for cell in tr.xpath("./td | ./th"):
            _covered(cells, spans)
            text = _collapse(_words(cell))
            width, height = _number(cell, "colspan"), _number(cell, "rowspan")
            for i in range(min(width, _MOST_COLUMNS - len(cells))):
                spans[len(cells)] = height - 1
                cells.append(text if i == 0 else "")
        _covered(cells, spans)
        if any(cells):
            rows.append(cells)
    wide = max((len(cells) for cells in rows), default=0)
    long = any(len(cell) > _LAYOUT for cells in rows for cell in cells)
    alone = len(rows) == 1 and any(len(cell) > 400 for cell in rows[0])
    return [] if wide < 2 or long or alone else [cells + [""] * (wide - len(cells)) for cells in rows]


def _terms(listing: html.HtmlElement) -> list[list[str]]:
    """Return the terms of a description list, each with its description; nothing when they do not come in pairs."""
    entries = [(e.tag, _collapse(_words(e))) for e in listing.xpath("./dt | ./dd | ./div/dt | ./div/dd")]
    pairs = list(zip(entries[::2], entries[1::2], strict=False))
    if len(entries) % 2 or any((a[0], b[0]) != ("dt", "dd") for a, b in pairs):
        return []
    return [[a[1], b[1]] for a, b in pairs]


def _covered(cells: list[str], spans: dict[int, int]) -> None:
    while spans.get(len(cells), 0) > 0:
        spans[len(cells)] -= 1
        cells.append("")


def _number(element: html.HtmlElement, name: str, otherwise: int = 1) -> int:
    """Return a whole number an attribute gives, at most 9999."""
    value = re.match(r"\s*(\d{1,4})(?!\d)", element.get(name) or "")
    return int(value[1]) or otherwise if value else otherwise
