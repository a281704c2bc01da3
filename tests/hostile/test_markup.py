"""Markup, script, links and template syntax in every field and in the texts: refused, or shown and not in force."""

from __future__ import annotations

import csv
import fnmatch
import io
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest
from lxml import etree
from lxml import html as lxml_html
from pydantic import BaseModel

from generator.records.change import Change
from generator.records.guide import GuideSection
from generator.records.kinds import lists
from generator.records.park import Park
from generator.records.plan import Plan
from generator.records.redirect import Redirect
from generator.site import gate
from tests.cases import few
from tests.hostile import victims
from tests.hostile.conftest import told
from tests.paths import JIA, MINI
from tests.sites import build_site
from tests.small import Repository

pytestmark = pytest.mark.builds

Structure = dict[str, list[tuple[str, tuple[str, ...]]]]

# No braces by twos, which are refused.
PAYLOADS = {
    "html": "<script>alert()</script><img src=x onerror=alert()><svg/onload=alert()><style>*{}</style></p></div></td>"
    '</title></textarea><!-- <iframe srcdoc="<script>"></iframe><base href=//evil.example><meta http-equiv=refresh> '
    '"\' onmouseover="alert()" style="x:y" \' onfocus=\'alert()\' autofocus ` onload=alert() > < x="',
    "markdown": "**b** __i__ `c` # h [TOC] {: onclick=x .a #b} --8<-- 'f' !!! note ??? note ::: x === 't' *[a]: x [^a] "
    "~~~ ``` - [ ] | a | b | $$ == ++ ^^ :smile: &copy; &#60;b&#62; <b markdown> [[[[[[ ((((( >>>>> ____ **** \\<b> "
    "javascript:alert() JaVaScRiPt:alert() java\tscript:alert() java&#x73;cript:x java%73cript:x javascript&colon;x "
    "vbscript:x data:text/html,x //evil.example ../../../etc [a](javascript:alert()) <javascript:alert()> "
    "![a](//evil.example/a) "
    "[a]: javascript:alert() https://evil.example <https://evil.example> &lt;a href=&quot;javascript:x&quot;&gt;",
    "formula": '=HYPERLINK("https://evil.example","x")+cmd|\' /C calc\'!A ]]> <![CDATA[x]]> --> <?xml ?> '
    "<!DOCTYPE x [<!ENTITY a 'b'>]> &a; </script> <\\/script> \\u003cb %0A::error::x ##[error]x ;x=x\\x \\n \\0 $(x) "
    "`x` ${x} #{x} <%= x %> <?php x ?>",
}


def harmless(payload: str) -> str:
    """Return the letters of what is tried, with slashes for its signs.

    As long, since some words fold when they are long; with the same letters, since a statement that repeats its words
    is told once; with a slash, by which a unit is told to be a ratio.
    """
    return re.sub(r"\W", "/", payload)


# What a plan of a park has not, or not beside what is filled in: tried on its own or held by the text word for word.
ELSEWHERE = (
    *("area.*", "release.*", "source.sha256", "targets.*_open.*", "caveats.targets"),
    *("*source.plan", "*source.provision", "*year_provision", "milestones.task"),  # ids and places alone
)


def shape(folder: Path) -> Structure:
    """Return the elements of each page with the names of their attributes, in order.

    Spans that are alike and follow one another are one: how many reasons a comparison has depends on the words. So does
    where a heading may break.
    """
    found: Structure = {}
    for path in sorted(folder.rglob("*.html")):
        tree = lxml_html.document_fromstring(path.read_bytes().decode())
        elements = [(str(e.tag), tuple(sorted(map(str, e.attrib)))) for e in tree.iter() if e.tag != "wbr"]
        pairs = zip(elements, [("", ()), *elements], strict=False)
        found[path.relative_to(folder).as_posix()] = [e for e, before in pairs if e != before or e[0] != "span"]
    return found


class Reader(HTMLParser):
    """A second opinion on a page: what it starts, as another parser sees it."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("style", "srcdoc", "autofocus")]


class Built:
    """A site whose every free text was changed."""

    def __init__(self, folder: Path, left: set[victims.Leaf]) -> None:
        self.folder, self.left = folder, left
        self.folder_shape = shape(folder)


def built(folder: Path, change: Callable[[str], str]) -> Built:
    """Build mini with every free text changed, and with some words changed wherever they stand, in the texts too."""
    shutil.copytree(MINI, folder / "repository")
    repository = Repository(folder / "repository")

    def renamed(text: str) -> str:
        for word in ("云谷", "甲园管理局", "初创企业", "Cloud Valley"):
            text = text.replace(word, re.sub(r"[\d%|]|<!--|-->", "", change(word)))  # no number, cell, comment
        return text

    data = victims.filled(repository)
    for path in victims.TEXTS:
        repository.write(path, renamed(repository.read(path)))
    everywhere = {path: victims.changed(data[path], renamed, {*victims.leaves(data[path])}) for path in data}
    left = victims.spread(repository, everywhere, change)
    return Built(build_site(repository.root).folder, left)


@pytest.mark.parametrize("payload", few(PAYLOADS.values()), ids=PAYLOADS)
def test_what_stands_in_a_text_is_shown_and_not_in_force(tmp_path: Path, payload: str) -> None:
    formula = payload.startswith("=")
    form = "{1} {0}" if formula else "{0} {1}"
    site = built(tmp_path / "tried", lambda text: form.format(text, payload))
    same = built(tmp_path / "harmless", lambda text: form.format(text, harmless(payload))).folder_shape
    assert gate.check(site.folder) == len(same)
    assert site.folder_shape == same
    free = {".".join(str(k) for k in keys if isinstance(k, str)) for path, keys in site.left if path == JIA}
    assert {"title.zh", "title.en", "targets.label.en", "tasks.title.en", "measures.summary.zh"} <= free
    for path in site.folder.rglob("*.html"):
        page = path.read_bytes().decode()
        Reader().feed(page)
        tree = lxml_html.document_fromstring(page)
        for element in tree.iter():
            if element.get("type") == "application/ld+json":
                assert "@context" in json.loads(str(element.text))
            for name in ("href", "src", "action"):
                assert re.match(r"https://|[\w./?#%=&;,-]*$", str(element.get(name, ""))), element.get(name)
    shown = json.dumps(payload)[1:30]
    assert any(shown in path.read_text(encoding="utf-8") for path in site.folder.rglob("*.json"))
    for name in ("zh/feed.xml", "en/feed.xml", "zh/opensearch.xml", "sitemap.xml"):
        strict = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
        etree.parse(site.folder / name, strict)
    for path in (site.folder / "data").rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    for path in (site.folder / "data").glob("*.csv"):
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
        assert len({len(row) for row in rows}) == 1
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t")) or re.match(r"-(?!\d)", cell)]
    book = openpyxl.load_workbook(site.folder / "data/city-a-plans.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row}
    assert "f" not in kinds
    assert not [cell for sheet in book for row in sheet for cell in row if cell.hyperlink]


@pytest.mark.slow  # “+ brackets” of test_files.py is the smaller one
def test_signs_by_the_thousand_are_shown_as_they_stand(repository: Repository) -> None:
    """What takes other readers of Markdown or HTML for ever takes no time, and no sign of it is lost."""
    signs = (
        "[",
        "`",
        "> ",
        "*_",
        "&",
        "<",
        '"',
        "&#",
        "<a ",
        "<!-",
        "](",
        "\\",
        "![",
        "</div>",
        "<div>",
        "~",
        "$",
        "a_",
    )
    paragraphs = [(sign * 7_900)[:7_900].strip() for sign in signs]
    for path in victims.TEXTS[:2]:
        repository.write(path, "\n\n".join([repository.read(path), *paragraphs, ""]))
    capture, last = victims.TEXTS[2], "分享："
    repository.replace(capture, last, "\n".join([*paragraphs, last]))
    repository.replace("content/jia-2025/dropped.yaml", "line: 26", f"line: {26 + len(paragraphs)}")
    site = build_site(repository.root)
    for language in ("zh", "en"):
        page = (site.folder / language / "plans/jia-2025/text/index.html").read_bytes().decode()
        shown = ["".join(map(str, p.itertext())) for p in lxml_html.document_fromstring(page).iter("p")]
        for paragraph in paragraphs:
            assert shown.count(f"{paragraph}¶") == 1
            assert shown.count(paragraph) == 1


def test_every_text_field_of_every_record_is_tried(repository: Repository) -> None:
    data = victims.filled(repository)
    models: dict[str, type[BaseModel]] = {
        JIA: Plan,
        "structured/parks/jia.yaml": Park,
        "structured/changes.yaml": Change,
    }
    models |= {kind.file: kind.model for kind in lists() if kind.model}
    models |= {"structured/guide.yaml": GuideSection, "structured/redirects.yaml": Redirect}
    missing = []
    for path, model in models.items():
        tried = {
            ".".join(str(k) for k in keys if isinstance(k, str) or k > 1000) for keys in victims.leaves(data[path])
        }
        missing += [f"{path}: {field}" for field in victims.text_fields(model) if not fnmatch.filter(tried, field)]
    left = [field for field in missing if not any(fnmatch.fnmatch(field.split(": ")[1], held) for held in ELSEWHERE)]
    assert left == []


@pytest.mark.parametrize("syntax", ["{{ x }}", "{% raw %}", "{{", "}}", "{%", "%}", "{{{{", "{{{", "{{{ 7*7 }}}"])
@pytest.mark.parametrize("place", ["en: Total revenue of the park}", "zh: 园区总营收, en: Total"])
def test_template_syntax_in_a_field_is_refused_where_it_stands(repository: Repository, syntax: str, place: str) -> None:
    language, words = place.removesuffix("}").split(": ", 1)
    words = words.split(",")[0]
    repository.replace(JIA, f"{language}: {words}", f'{language}: "{words} {syntax}"')
    assert told(repository.findings()) == [("S015", repository.place(JIA, f'"{words} {syntax}"'))]


@pytest.mark.parametrize("path", ["content/jia-2025/zh.md", "content/jia-2025/en.md"])
@pytest.mark.parametrize(
    "block", ["{{ x }}", "## 九、{% x %}", "| {{ |\n| --- |\n| a |", "| a |\n| --- |\n| %} |"], ids=range(4)
)
def test_template_syntax_in_a_text_is_refused_where_it_stands(repository: Repository, path: str, block: str) -> None:
    text = repository.read(path)
    repository.write(path, f"{text}\n{block}\n")
    line = len(text.splitlines()) + 2 + (2 if "a |\n| ---" in block else 0)
    assert ("S015", f"{path}:{line}:1") in told(repository.findings())
