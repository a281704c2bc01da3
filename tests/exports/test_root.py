from __future__ import annotations

from pathlib import Path

import pytest

from tests.paths import ROOT

TEMPLATES = ROOT / "site_templates"
HEADS = [
    *(TEMPLATES / name for name in ("theme/main.html", "pages/embed.html.j2")),
    *(TEMPLATES / "root" / f"{name}.html.j2" for name in ("index", "404", "moved")),
]


@pytest.mark.parametrize("path", HEADS, ids=lambda path: path.name)
def test_no_page_tells_another_site_where_its_reader_came_from(path: Path) -> None:
    assert '<meta name="referrer" content="same-origin">' in path.read_text(encoding="utf-8")


def test_every_template_with_a_policy_of_its_own_is_looked_at() -> None:
    found = {path for path in TEMPLATES.rglob("*.*") if b"Content-Security-Policy" in path.read_bytes()}
    assert found <= set(HEADS)
