"""Templates are compiled once, and lay out each page as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from generator.edition.page import Page
from generator.edition.strings import Strings
from generator.site.render import Renderer

PAGE = Page("zh/plans/", "a.html.j2", "", "", "", (), lambda: None)


def test_an_address_that_a_template_names_is_seen_from_each_page(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/a.html.j2").write_text("{{ 'data/terms.json' | url }} {{ language }}", encoding="utf-8")
    for language in ("zh", "en"):
        renderer = Renderer((tmp_path,), language, Strings({}))
        assert renderer.page(PAGE) == f"../../data/terms.json {language}"
        assert renderer.page(replace(PAGE, address="zh/plans/a/text/")) == f"../../../../data/terms.json {language}"


def test_a_reading_is_set_in_one_language_only_though_both_share_what_was_compiled(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/a.html.j2").write_text("{{ '园' | ruby }}", encoding="utf-8")
    made = {language: Renderer((tmp_path,), language, Strings({})).page(PAGE) for language in ("zh", "en")}
    assert made == {"zh": "园", "en": "<ruby>园<rt>yuán</rt></ruby>"}


def test_a_changed_template_is_compiled_anew(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for words in ("one", "other"):
        (tmp_path / "pages/a.html.j2").write_text(words, encoding="utf-8")
        assert Renderer((tmp_path,), "zh", Strings({})).page(PAGE) == words


def test_whatever_a_template_shows_is_escaped_once_wherever_it_is_joined(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    template = (
        "{% macro told(x) %}[{{ x }}{% if caller is defined %}{{ caller() }}{% endif %}]{% endmacro %}"
        "{{ view.text }} {{ view.n }} {{ view.none }} {{ view.markup }} "
        "{{ told(view.text) }} {{ told(told(view.text)) }} "
        "{% set kept %}{{ view.text }}{% endset %}{{ kept }} {% call told(1) %}{{ view.text }}{% endcall %} "
        "{{ view.text | upper }} {{ view.text ~ view.markup }} {% filter lower %}{{ view.text }}{% endfilter %}"
    )
    (tmp_path / "pages/a.html.j2").write_text(template, encoding="utf-8")
    view = {"text": """<a> & "b" 'c'""", "n": 2, "none": None, "markup": Markup("<b>")}
    expected = Environment(autoescape=True).from_string(template).render(view=view)
    assert Renderer((tmp_path,), "zh", Strings({})).laid_out(PAGE, view) == expected
    assert "<a>" not in expected
