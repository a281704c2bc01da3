"""Documents of every format, changed by chance in their structure; each change has a number that makes it again."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from lxml import etree, html

from tests.extract import documents, papers
from tests.paths import TESTS

CORPUS = TESTS / "corpora" / "extract"
_ODD = (
    "",
    "0",
    "-5",
    "abc",
    "9" * 60,
    "1e9",
    "١",
    "\u200b",
    "⼀",
    "一一一一、",
    "（百）",
    "1.1.1.1",
    "附件",
    "《",
    "——",
    "|",
    "# ",
    "---",
    "***",
)
_TAGS = ("table", "tr", "td", "p", "div", "li", "ol", "dl", "dd", "br", "span", "caption", "h1", "svg")


def text(chance: Random) -> bytes:
    """Return a plain text with lines moved, cut, doubled, and odd signs in them."""
    lines = _source(chance, ".txt").decode("utf-8", "ignore").split("\n")
    for _ in range(chance.randint(1, 8)):
        at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
        cut = chance.randint(0, len(lines[at]))
        match chance.randrange(5):
            case 0:
                lines[at], lines[to] = lines[to], lines[at]
            case 1:
                lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
            case 2:
                lines[at : at + 2] = ["".join(lines[at : at + 2])]
            case 3:
                lines[at] = lines[at][:cut] + chance.choice(_ODD) * chance.choice((1, 1, 300)) + lines[at][cut:]
            case _:
                lines[to:to] = lines[at : at + chance.randint(1, 30)]
    return "\n".join(lines).encode()


def page(chance: Random) -> bytes:
    """Return a page with elements moved, renamed, dropped, doubled and given odd attributes."""
    root = html.document_fromstring(_source(chance, ".html"))
    for _ in range(chance.randint(1, 8)):
        _change(root, chance, _TAGS, ("colspan", "rowspan", "style", "align", "start", "width"))
    made: bytes = etree.tostring(root, method="html", encoding="utf-8")
    return made[: chance.randint(0, len(made))] if chance.random() < 0.1 else made


def word(chance: Random) -> bytes:
    """Return a Word document with elements of one part changed, or a part dropped."""
    parts = dict(_parts())
    name = chance.choice(sorted(name for name in parts if name.endswith((".xml", ".rels"))))
    if chance.random() < 0.6:
        name = chance.choice(("word/document.xml", "word/numbering.xml"))
    root = etree.fromstring(parts[name])
    tags = [str(e.tag) for e in root.iter(etree.Element)]
    values = sorted({str(key) for e in root.iter() for key in e.attrib}) or ["x"]
    for _ in range(chance.randint(1, 8)):
        _change(root, chance, tags, values)
    parts[name] = etree.tostring(root)
    if chance.random() < 0.1:
        del parts[chance.choice(sorted(parts))]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return buffer.getvalue()


def paper(chance: Random) -> bytes:
    """Return a PDF with numbers, names and references of its objects changed."""
    raw = _pdf(chance.choice(("red_head", "five_year", "columns")))
    tokens = re.split(rb"((?<![\w.])[\d.]+(?![\w.])|/\w+|\bR\b|obj|endobj|stream|>>|<<)", raw)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(1, len(tokens), 2)
        tokens[at] = chance.choice(
            (tokens[chance.randrange(1, len(tokens), 2)], b"", b"-1", b"999999999", b"/Form", b"0")
        )
    made = b"".join(tokens)
    return made[: chance.randint(0, len(made))] if chance.random() < 0.1 else made


FORMATS: dict[str, Callable[[Random], bytes]] = {"txt": text, "html": page, "docx": word, "pdf": paper}


def _change(
    root: etree._Element, chance: Random, tags: tuple[str, ...] | list[str], keys: tuple[str, ...] | list[str]
) -> None:
    inside = [element for element in root.iter(etree.Element) if element is not root]
    if not inside:
        return
    one, other = chance.choice(inside), chance.choice(inside)
    above = one.getparent()
    if above is None:
        return
    match chance.randrange(6):
        case 0:
            above.remove(one)
        case 1 if other not in list(one.iter()):
            other.append(one)
        case 2:
            above.insert(0, deepcopy(one))
        case 3:
            one.set(chance.choice(keys), chance.choice(_ODD[:-1]).replace("\u200b", "x"))
        case 4:
            one.tag = chance.choice(tags)
        case _:
            one.text = (one.text or "") + chance.choice(_ODD) * chance.choice((1, 1, 300))


def _source(chance: Random, ending: str) -> bytes:
    return chance.choice(sorted(CORPUS.glob(f"*/input{ending}"))).read_bytes()


@cache
def _parts() -> tuple[tuple[str, bytes], ...]:
    with TemporaryDirectory() as folder:
        documents.word(Path(folder, "a.docx"))
        with zipfile.ZipFile(Path(folder, "a.docx")) as archive:
            return tuple((name, archive.read(name)) for name in archive.namelist())


@cache
def _pdf(name: str) -> bytes:
    with TemporaryDirectory() as folder:
        getattr(papers, name)(Path(folder, "a.pdf"))
        return Path(folder, "a.pdf").read_bytes()
