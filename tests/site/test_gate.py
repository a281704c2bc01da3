from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.corpus.version import MARK
from generator.site import gate
from generator.site.gate import GateError, Look, Made
from tests.site.tiny import PAGE, Site, told

Refuses = Callable[[str], None]


def test_a_site_with_nothing_wrong_is_let_through_and_counted(site: Site) -> None:
    assert gate.check(site.folder) == 5


def test_what_was_seen_of_a_page_is_kept_in_a_line(site: Site) -> None:
    site.page("zh/index.html", '<a href="parks/">x</a><script>1</script><p id="a"></p><p id="a"></p>')
    seen = gate.look("zh/index.html", (site.folder / "zh/index.html").read_bytes())
    assert seen.problems
    assert "\n" not in seen.kept()
    assert Look.of("zh/index.html", seen.kept()) == seen


def test_a_page_that_was_made_is_not_looked_at_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = made(site)
    monkeypatch.setattr(gate, "look", None)
    assert gate.check(site.folder, wanted) == 5


def test_references_name_the_version_of_the_data_beside_them(site: Site) -> None:
    old, new = "2025-06-01-0123456789ab", "2025-06-02-ba9876543210"
    site.write("data/datapackage.json", f'{{"version": "{new}"}}')
    site.page("en/index.html", f'<pre class="cite__text">data version {new}.</pre><p>Until {old} this was wrong.</p>')
    site.page("zh/index.html", f'<pre class="cite__text" data-pattern="数据版本 {old}."></pre>')
    assert site.problems() == [
        f"zh/index.html: a reference names the data version {old}; the published data are of {new}"
    ]


def test_a_version_that_was_not_filled_in_is_not_published(site: Site) -> None:
    site.page("en/index.html", f'<pre class="cite__text">{MARK}</pre>')
    site.write("data/datapackage.json", '{"version": "2025-06-02-ba9876543210"}')
    assert [line.partition(";")[0] for line in site.problems()] == [
        f"en/index.html: a reference names the data version {MARK}"
    ]


def made(site: Site) -> Made:
    """Return the pages that were made."""
    pages = Made()
    for path in site.folder.rglob("*.html"):
        name, content = path.relative_to(site.folder).as_posix(), path.read_bytes()
        pages.note(name, content, gate.look(name, content))
    return pages


def test_what_is_wrong_with_a_page_is_told_though_it_was_made(site: Site) -> None:
    site.page("zh/index.html", "<script>1</script>")
    with pytest.raises(GateError) as caught:
        gate.check(site.folder, made(site))
    assert told(caught.value) == ["zh/index.html: inline script"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda site: site.page("en/parks/index.html", '<h2 id="jia">Another</h2>'), "not the page that was made"),
        (lambda site: [site.page(f"{x}/more/index.html") for x in ("en", "zh")], "no page was made for this address"),
        (lambda site: (site.folder / "index.html").unlink(), "the page made for this address is not there"),
    ],
)
def test_a_page_that_was_not_made_for_its_address_is_refused(
    site: Site, change: Callable[[Site], object], says: str
) -> None:
    wanted = made(site)
    change(site)
    with pytest.raises(GateError) as caught:
        gate.check(site.folder, made=wanted)
    assert all(says in line for line in told(caught.value))


def test_two_pages_of_one_address_are_refused(site: Site) -> None:
    wanted, name = made(site), "zh/parks/index.html"
    wanted.note(name, b"another", gate.look(name, b"another"))
    wanted.note(name, (site.folder / name).read_bytes(), gate.look(name, (site.folder / name).read_bytes()))
    with pytest.raises(GateError) as caught:
        gate.check(site.folder, wanted)
    assert told(caught.value) == [f"{name}: two pages were made for this address"]


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


def test_a_repeated_id_is_refused(site: Site) -> None:
    site.page("en/index.html", '<p id="a"></p><p id="b"></p><p id="a"></p>')
    assert site.problems() == ["en/index.html: id occurs twice: a"]


def test_the_title_of_a_picture_is_none_of_its_page(site: Site) -> None:
    site.write("en/index.html", '<html lang="en"><head></head><body><svg><title>x</title></svg></body></html>')
    assert site.problems() == ["en/index.html: page without a title"]


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
