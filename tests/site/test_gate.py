from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.corpus.version import MARK
from generator.messages.catalogue import catalogue
from generator.site import gate
from generator.site.gate import GateError

PAGE = '<!doctype html><html lang="{lang}"><head><title>{lang}</title>{head}</head><body>{body}</body></html>'

Refuses = Callable[[str], None]


class Site:
    """A tiny site with nothing wrong in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write(
            "index.html", PAGE.format(lang="zh-CN", head="", body='<a href="zh/">中文</a> <a href="en/">English</a>')
        )
        self.write("assets/site.css", "")
        for language in ("zh", "en"):
            self.page(f"{language}/index.html", '<a href="parks/">Parks</a>')
            self.page(f"{language}/parks/index.html", '<h2 id="jia">A</h2><a href="../">Home</a><a href="#jia">A</a>')

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def page(self, name: str, body: str = "", head: str = "") -> None:
        self.write(name, PAGE.format(lang="zh-CN" if name.startswith("zh/") else "en", head=head, body=body))

    def problems(self) -> list[str]:
        try:
            gate.check(self.folder)
        except GateError as error:
            return told(error)
        return []


def told(error: GateError) -> list[str]:
    """Return what is wrong, a line each."""
    return [f"{f.path}: {catalogue('en').message(f)}" for f in error.findings]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_a_site_with_nothing_wrong_is_let_through_and_counted(site: Site) -> None:
    assert gate.check(site.folder) == 5


def test_what_was_seen_of_pages_is_kept_and_a_changed_page_is_read_again(site: Site, tmp_path: Path) -> None:
    kept = tmp_path / "kept/checked.json"
    kept.parent.mkdir()
    assert gate.check(site.folder, kept) == gate.check(site.folder, kept) == 5
    site.page("en/parks/index.html", '<h2 id="yi">B</h2>')
    site.page("en/index.html", '<a href="parks/#jia">A</a>')
    with pytest.raises(GateError) as caught:
        gate.check(site.folder, kept)
    assert told(caught.value) == ["en/index.html: broken anchor: parks/#jia"]


def test_references_name_the_version_of_the_data_beside_them(site: Site) -> None:
    old, new = "2025-06-01-0123456789ab", "2025-06-02-ba9876543210"
    site.write("data/datapackage.json", f'{{"version": "{new}"}}')
    site.page("en/index.html", f'<pre class="cite__text">data version {new}.</pre><p>Until {old} this was wrong.</p>')
    site.page("zh/index.html", f'<pre class="cite__text" data-pattern="数据版本 {old}."></pre>')
    assert site.problems() == [
        f"zh/index.html: a reference names the data version {old}; the published data are of {new}"
    ]


def test_a_page_that_names_another_version_and_is_else_the_same_is_known_again(site: Site, tmp_path: Path) -> None:
    kept = tmp_path / "checked.json"
    seen = []
    for version in ("2025-06-01-0123456789ab", "2025-06-02-ba9876543210"):
        site.write("data/datapackage.json", f'{{"version": "{version}"}}')
        site.page("en/index.html", f'<pre class="cite__text">data version {version}.</pre>')
        gate.check(site.folder, kept)
        seen.append(kept.read_bytes())
    assert seen[0] == seen[1]


def test_a_version_that_was_not_filled_in_is_not_published(site: Site) -> None:
    site.page("en/index.html", f'<pre class="cite__text">{MARK}</pre>')
    site.write("data/datapackage.json", '{"version": "2025-06-02-ba9876543210"}')
    assert [line.partition(";")[0] for line in site.problems()] == [
        f"en/index.html: a reference names the data version {MARK}"
    ]


def test_what_is_wrong_is_told_again_as_long_as_it_is(site: Site, tmp_path: Path) -> None:
    site.page("zh/index.html", "<script>1</script>")
    for _ in range(2):
        with pytest.raises(GateError) as caught:
            gate.check(site.folder, tmp_path / "checked.json")
        assert told(caught.value) == ["zh/index.html: inline script"]


def test_a_page_is_seen_anew_where_it_has_another_name(site: Site, tmp_path: Path) -> None:
    kept = tmp_path / "checked.json"
    gate.check(site.folder, kept)
    for name in ("", "parks/"):  # the Chinese pages' words in the place of the English ones
        file = site.folder / f"zh/{name}index.html"
        (site.folder / f"en/{name}index.html").write_bytes(file.read_bytes())
    with pytest.raises(GateError) as caught:
        gate.check(site.folder, kept)
    assert "en/index.html: lang must be en: 'zh-CN'" in told(caught.value)


@pytest.mark.parametrize(
    "link",
    [
        "parks/", "./", "../en/", "parks/#jia", "#content", "parks/index.html", "../assets/site.css", "?q=1",
        "https://example.org/x", "http://example.org/", "pa%72ks/", "../", "",
    ],
)  # fmt: skip
def test_links_that_lead_somewhere_are_let_through(site: Site, link: str) -> None:
    site.page("zh/index.html", f'<div id="content"></div><a href="{link}">x</a>')
    assert site.problems() == []


@pytest.mark.parametrize(
    "link", ["parcs/", "parks", "../zh/nowhere/", "nothing.html", "../assets/none.css", "../../", "parks/text/"]
)
def test_a_broken_link_is_refused(site: Site, link: str) -> None:
    site.page("zh/parks/index.html", f'<h2 id="jia">A</h2><a href="{link}">x</a>')
    expected = [] if link == "../../" else [f"zh/parks/index.html: broken link: {link}"]
    assert site.problems() == expected


@pytest.mark.parametrize("link", ["#yi", "parks/#yi", "../en/parks/#JIA", "parks/#%E7%94%B2"])
def test_a_broken_anchor_is_refused(site: Site, link: str) -> None:
    site.page("zh/index.html", f'<a href="{link}">x</a>')
    assert site.problems() == [f"zh/index.html: broken anchor: {link}"]


def test_an_anchor_may_be_escaped(site: Site) -> None:
    site.page("zh/index.html", '<p id="甲">x</p><a href="#%E7%94%B2">x</a>')
    assert site.problems() == []


def test_a_missing_script_picture_or_style_sheet_is_refused(site: Site) -> None:
    site.page(
        "zh/index.html", '<img src="a.png" alt=""><script src="b.js"></script>', '<link rel="stylesheet" href="c.css">'
    )
    assert sorted(site.problems()) == [f"zh/index.html: broken link: {name}" for name in ("a.png", "b.js", "c.css")]


def test_a_page_in_one_language_only_is_refused(site: Site) -> None:
    site.page("en/about/index.html")
    assert site.problems() == ["about/index.html: page exists in one language only"]


@pytest.mark.parametrize("lang", ['lang="en"', 'lang="zh"', "", 'lang=""'])
def test_a_wrong_or_missing_language_is_refused(site: Site, lang: str) -> None:
    site.write("zh/index.html", f"<html {lang}><head><title>x</title></head><body></body></html>")
    [problem] = site.problems()
    assert problem.startswith("zh/index.html: lang must be zh-CN: ")


@pytest.mark.parametrize("title", ["", "<title></title>", "<title> </title>"])
def test_a_page_without_a_title_is_refused(site: Site, title: str) -> None:
    site.write("en/index.html", f'<html lang="en"><head>{title}</head><body><p>x</p></body></html>')
    assert site.problems() == ["en/index.html: page without a title"]


MOVED = '<meta http-equiv="refresh" content="0; url={to}">'
LEADS_ON = MOVED + '<meta name="robots" content="noindex"><link rel="canonical" href="https://example.org/zh/parks/">'


def moved(site: Site, to: str, head: str = LEADS_ON) -> None:
    for language in ("zh", "en"):
        site.page(f"{language}/old/index.html", "", head.format(to=to))


def test_a_page_that_has_moved_may_lead_on(site: Site) -> None:
    moved(site, "../parks/#jia")
    assert site.problems() == []
    moved(site, "../parks/", f"<noscript>{MOVED}</noscript>{LEADS_ON.removeprefix(MOVED)}")
    assert site.problems() == []


@pytest.mark.parametrize(
    ("to", "problem"), [("../nowhere/", "broken link: ../nowhere/"), ("../parks/#yi", "broken anchor: ../parks/#yi")]
)
def test_a_page_that_leads_on_to_nothing_is_refused(site: Site, to: str, problem: str) -> None:
    moved(site, to)
    assert site.problems() == [f"en/old/index.html: {problem}", f"zh/old/index.html: {problem}"]


@pytest.mark.parametrize("to", ["https://example.org/", "//example.org/", "/zh/", "javascript:alert(1)", ""])
def test_a_page_may_lead_on_within_the_site_only(site: Site, to: str) -> None:
    moved(site, to)
    assert site.problems() == [f"{name}/old/index.html: http-equiv must not be used: refresh" for name in ("en", "zh")]


@pytest.mark.parametrize(
    "head", [MOVED, LEADS_ON + MOVED, LEADS_ON.replace("noindex", "index"), LEADS_ON.replace("canonical", "license")]
)
def test_a_refresh_on_any_other_page_is_refused(site: Site, head: str) -> None:
    moved(site, "../parks/", head)
    assert set(site.problems()) == {f"{n}/old/index.html: http-equiv must not be used: refresh" for n in ("en", "zh")}


def test_nobody_is_led_on_twice(site: Site) -> None:
    moved(site, "../older/")
    for language in ("zh", "en"):
        site.page(f"{language}/older/index.html", "", LEADS_ON.format(to="../parks/"))
    assert site.problems() == [
        f"{language}/old/index.html: leads to a page that leads on itself: ../older/" for language in ("en", "zh")
    ]


def test_a_repeated_id_is_refused(site: Site) -> None:
    site.page("en/index.html", '<p id="a"></p><p id="b"></p><p id="a"></p>')
    assert site.problems() == ["en/index.html: id occurs twice: a"]


@pytest.mark.parametrize("left", ["{{ title }}", "{% if x %}", "}}", "{{"])
def test_template_syntax_in_the_text_is_refused(site: Site, left: str) -> None:
    site.page("en/index.html", f"<p>{left}</p>")
    assert site.problems() == ["en/index.html: template syntax in the text"]


def test_template_syntax_in_an_attribute_is_refused(site: Site) -> None:
    site.page("en/index.html", '<p title="{{ title }}">x</p>')
    assert site.problems()


def test_an_inline_script_is_refused(site: Site) -> None:
    site.page("en/index.html", "<script>alert(1)</script>")
    assert site.problems() == ["en/index.html: inline script"]


def test_linked_data_is_no_script(site: Site) -> None:
    site.page("en/index.html", '<script type="application/ld+json">{"@type": "Dataset"}</script>')
    assert site.problems() == []


@pytest.mark.parametrize("handler", ["onclick", "onload", "ONERROR"])
def test_an_inline_handler_is_refused(site: Site, handler: str) -> None:
    site.page("en/index.html", f'<p {handler}="x()">x</p>')
    assert site.problems() == [f"en/index.html: inline handler {handler.lower()}"]


@pytest.mark.parametrize(
    "element",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<script src="//cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="https://cdn.example/x.css">',
        '<link rel="preconnect" href="https://cdn.example">',
        '<link rel="icon" href="https://cdn.example/x.svg">',
        '<img src="https://cdn.example/x.png" alt="">',
        '<picture><source src="https://cdn.example/x.png"></picture>',
        '<form action="https://cdn.example/"></form>',
    ],
)
def test_anything_loaded_from_another_host_is_refused(site: Site, element: str) -> None:
    site.page("en/index.html", element)
    problems = site.problems()
    assert problems
    assert all("cdn.example" in problem for problem in problems)
    assert problems[0].startswith("en/index.html: loads from another host: ")


@pytest.mark.parametrize(
    "element",
    [
        '<img srcset="https://cdn.example/x.png 2x" alt="">',
        '<video src="https://cdn.example/x.mp4"></video>',
        '<audio src="https://cdn.example/x.mp3"></audio>',
        '<video poster="https://cdn.example/x.png"></video>',
        '<iframe src="https://cdn.example/"></iframe>',
        '<object data="https://cdn.example/x.svg"></object>',
        '<embed src="https://cdn.example/x.svg">',
        '<svg><use href="https://cdn.example/x.svg#a"></use></svg>',
        '<button formaction="https://cdn.example/">x</button>',
        '<base href="https://cdn.example/">',
    ],
)
def test_there_is_no_other_way_to_load_from_another_host(site: Site, element: str) -> None:
    site.page("en/index.html", element)
    assert site.problems()


@pytest.mark.parametrize(
    "element",
    [
        '<link rel="canonical" href="https://example.org/en/">',
        '<link rel="alternate" hreflang="zh-CN" href="https://example.org/zh/">',
        '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">',
        '<a href="https://example.org/" rel="external noopener">x</a>',
    ],
)
def test_a_mere_mention_of_another_host_is_let_through(site: Site, element: str) -> None:
    site.page("en/index.html", element)
    assert site.problems() == []


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://example.org/x",
    ],
)  # fmt: skip
def test_a_link_of_another_scheme_is_refused(site: Site, link: str) -> None:
    site.page("en/index.html", f'<a href="{link}">x</a>')
    [problem] = site.problems()
    assert problem.startswith("en/index.html: ")


def test_every_problem_is_told_at_once(site: Site) -> None:
    site.page("en/index.html", '<a href="a/">x</a><p id="a"></p><p id="a"></p><script>1</script>')
    site.page("en/more/index.html", "{{ x }}")
    with pytest.raises(GateError) as caught:
        gate.check(site.folder)
    assert len(told(caught.value)) == 5


def test_the_page_for_what_is_not_there_may_link_from_the_root(site: Site) -> None:
    for language in ("zh", "en"):
        site.page(f"{language}/404.html", '<a href="/below/a/path/">x</a>')
    site.write("404.html", PAGE.format(lang="zh-CN", head="", body='<a href="/below/zh/">x</a>'))
    assert site.problems() == []
