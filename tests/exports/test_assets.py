from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from generator.edition.addresses import TOUCH_ICON
from generator.exports.assets import FRAMED, STYLES, Assets, touch_icon
from generator.project.layout import Layout
from generator.records.publication import Accent
from tests.paths import MINI
from tests.sites import edition_of

PART = re.compile(r'@import "css/(.+)";')
STATIC = Layout(Path()).templates / "static"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def joined(folder: Path) -> str:
    return Assets((folder,)).served[STYLES].decode()


@pytest.fixture
def static(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        {
            "site.css": '@import "css/second.css";\n@import "css/first.css";\n',
            "css/first.css": "a { color: red; }\n",
            "css/second.css": "b { color: blue; }\n",
            "page.js": 'import { one } from "./dom.js";\nimport("./later.js");\nimport(address);\n',
            "later.js": "later();\n",
            "dom.js": "export const one = 1;\n",
        },
    )


def test_a_style_sheet_is_joined_in_the_order_in_which_it_names_its_parts(static: Path) -> None:
    assert joined(static) == "b{color:blue}a{color:red}"


def test_parts_are_not_published_beside_the_whole(static: Path) -> None:
    assert set(Assets((static,)).served) == {"site.css", "page.js", "later.js"}


def test_the_version_follows_every_part(static: Path) -> None:
    before = Assets((static,)).version
    write(static, {"css/first.css": "a { color: green; }\n"})
    assert Assets((static,)).version != before


def test_what_a_script_imports_later_is_of_the_version_it_belongs_to(static: Path) -> None:
    version = Assets((static,)).version
    sent = Assets((static,)).served["page.js"].decode()
    assert f'import("./later.js?v={version}");\nimport(address);\n' in sent
    assert "dom.js" in sent  # joined with it
    assert "from" not in sent


def test_the_dark_theme_is_the_same_chosen_or_asked_for_by_the_system(tmp_path: Path) -> None:
    rule = ':root[data-theme="dark"] {\n  --paper: black;\n}\n'
    sheet = joined(write(tmp_path, {"site.css": '@import "css/dark.css";\n', "css/dark.css": rule}))
    chosen, asked = (f":root{of}{{--paper:black}}" for of in ('[data-theme="dark"]', ':not([data-theme="light"])'))
    assert sheet == f"{chosen}@media screen and (prefers-color-scheme:dark){{{asked}}}"


def test_what_only_those_need_who_read_a_sheet_is_not_sent(tmp_path: Path) -> None:
    text = '/* Why;\n   and how. */\na,\nb > c {\n  content: " /* ; } ";\n  margin: 0 1px;\n}\n\n'
    text += "@media print {\n  a { top: 0; }\n}\n"
    sheet = joined(write(tmp_path, {"site.css": text}))
    assert sheet == 'a,b > c{content:" /* ; } ";margin:0 1px}@media print{a{top:0}}'


def sheets() -> dict[str, list[str]]:
    return {path.name: PART.findall(path.read_text(encoding="utf-8")) for path in STATIC.glob("*.css")}


def test_every_part_of_the_site_s_style_sheets_is_sent_and_no_page_gets_it_twice() -> None:
    found = sheets()
    parts = {path.name for path in (STATIC / "css").iterdir()}
    assert {part for named in found.values() for part in named} == parts
    found.pop(FRAMED)  # which stands alone
    everywhere = found.pop(STYLES)
    assert all(len({*everywhere, *own}) == len([*everywhere, *own]) for own in found.values())


def test_every_sheet_is_that_of_all_pages_of_a_template_or_of_what_some_pages_show() -> None:
    templates = {f"{path.name.removesuffix('.html.j2')}.css" for path in (STATIC.parent / "pages").iterdir()}
    assert sheets().keys() <= {STYLES, "chooser.css", "search_box.css", "citebox.css", "reported.css", *templates}


def test_the_dark_theme_stands_in_the_sheet_of_all_pages_once() -> None:
    assert "@import" not in joined(STATIC)
    assert joined(STATIC).count("prefers-color-scheme:dark") == 1


def test_a_publications_file_takes_the_place_of_the_programs(static: Path, tmp_path: Path) -> None:
    own = write(
        tmp_path / "own", {"page.js": "own();\n", "css/first.css": "a { color: green; }\n", "crest.svg": "<svg/>"}
    )
    both = Assets((own, static))
    assert both.served["page.js"] == b"own();\n"
    assert b"green" in both.served[STYLES]
    assert b"blue" in both.served[STYLES]
    assert both.served["crest.svg"] == b"<svg/>"
    assert both.version != Assets((static,)).version


def test_an_accent_colour_reaches_both_themes(static: Path) -> None:
    sheet = Assets((static,), Accent(light="#005a9c", dark="#7fb8e6")).served[STYLES].decode()
    assert ":root{--accent:#005a9c;" in sheet
    assert ':root[data-theme="dark"]{--accent:#7fb8e6;' in sheet
    assert ':root:not([data-theme="light"]){--accent:#7fb8e6;' in sheet
    assert "--accent-tint:#e2eaed;" in sheet  # a tenth of the colour on paper


@pytest.mark.parametrize(
    ("favicon", "own", "found"),
    [(None, False, TOUCH_ICON), ("a.svg", False, ""), ("a.svg", True, TOUCH_ICON), (None, True, TOUCH_ICON)],
)
def test_a_home_screen_shows_no_mark_of_another(tmp_path: Path, favicon: str | None, own: bool, found: str) -> None:
    if own:
        write(tmp_path, {f"site_templates/static/{TOUCH_ICON}": "a"})
    publication = edition_of(MINI, "en").corpus.publication.model_copy(update={"favicon": favicon})
    assert touch_icon(Layout(tmp_path), publication) == found


def test_the_icon_for_home_screens_is_there_in_the_size_they_ask_for() -> None:
    with Image.open(STATIC / TOUCH_ICON) as image:
        assert (image.format, image.size, image.has_transparency_data) == ("PNG", (180, 180), False)
