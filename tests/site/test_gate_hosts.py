"""The last look: nothing comes from another host."""

from __future__ import annotations

import pytest

from tests.site.tiny import Site


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
