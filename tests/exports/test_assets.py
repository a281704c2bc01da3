from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.exports import assets
from generator.project.layout import Layout
from generator.records.publication import Accent
from tests.conftest import INVENTED

STATIC = Layout(Path()).templates / "static"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def static(tmp_path: Path) -> Path:
    return write(
        tmp_path / "static",
        {
            "site.css": '@import "css/second.css";\n@import "css/first.css";\n',
            "css/first.css": "a { color: red; }\n",
            "css/second.css": "b { color: blue; }\n",
            "page.js": 'import { one } from "./dom.js";\nimport("./later.js");\nimport(address);\n',
            "dom.js": "export const one = 1;\n",
        },
    )


def test_a_style_sheet_is_joined_in_the_order_in_which_it_names_its_parts(static: Path) -> None:
    assert assets.joined(static) == "b { color: blue; }\n\na { color: red; }\n\n"


def test_parts_are_not_published_beside_the_whole(static: Path) -> None:
    assert set(assets.served(static)) == {"site.css", "page.js", "dom.js"}


def test_the_version_follows_every_part(static: Path) -> None:
    before = assets.asset_version(static)
    write(static, {"css/first.css": "a { color: green; }\n"})
    assert assets.asset_version(static) != before


def test_a_script_imports_the_version_it_belongs_to(static: Path) -> None:
    version = assets.asset_version(static)
    assert assets.served(static)["page.js"].decode() == (
        f'import {{ one }} from "./dom.js?v={version}";\nimport("./later.js?v={version}");\nimport(address);\n'
    )


def test_the_dark_theme_is_the_same_chosen_or_asked_for_by_the_system(tmp_path: Path) -> None:
    rule = ':root[data-theme="dark"] {\n  --paper: black;\n}\n'
    joined = assets.joined(write(tmp_path, {"site.css": '@import "css/dark.css";\n', "css/dark.css": rule}))
    system = ':root:not([data-theme="light"]) {\n  --paper: black;\n}\n'
    assert joined == f"{rule}\n@media screen and (prefers-color-scheme: dark) {{\n{system}}}\n\n"


def test_every_part_of_the_site_s_style_sheet_stands_in_it_once() -> None:
    named = re.findall(r'@import "css/(.+)";', (STATIC / "site.css").read_text(encoding="utf-8"))
    assert sorted(named) == sorted(path.name for path in (STATIC / "css").iterdir())
    assert "@import" not in assets.joined(STATIC)
    assert assets.joined(STATIC).count("prefers-color-scheme: dark") == 1


def test_a_publications_files_go_before_the_programs(tmp_path: Path, static: Path) -> None:
    own = write(tmp_path / "own", {"logo.svg": "<svg/>", "css/first.css": "a { color: green; }\n"})
    assert assets.joined(own, static) == "b { color: blue; }\n\na { color: green; }\n\n"
    assert set(assets.served(own, static)) == {"site.css", "page.js", "dom.js", "logo.svg"}
    assert assets.asset_version(own, static) != assets.asset_version(static)


def test_an_accent_of_its_own_is_the_last_word_of_the_style_sheet() -> None:
    accent = Accent(light="#0b5a7a", dark="#7cc4e0")
    style = assets.colours(INVENTED.model_copy(update={"accent": accent}))
    sheet = assets.served(STATIC, style=style)["site.css"].decode()
    assert sheet.rindex("--accent: #0b5a7a") > sheet.rindex("--accent: #b0261c")
    assert sheet.count("--accent: #7cc4e0") == 2  # chosen, and asked for by the system
    assert "--accent-tint: #e2ebef" in sheet
    assert assets.colours(INVENTED) == ""
