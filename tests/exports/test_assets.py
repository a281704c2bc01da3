from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.exports import assets
from generator.project.layout import Layout

STATIC = Layout(Path()).templates / "static"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def static(tmp_path: Path) -> Path:
    return write(
        tmp_path,
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
