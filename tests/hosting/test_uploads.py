from __future__ import annotations

from pathlib import Path

import pytest

from generator.hosting import uploads


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "en/index.html", "en/parks/jia/index.html", "assets/site.css", "data/targets.csv"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    (tmp_path / "site/index.html.gz").write_bytes(b"small")
    return tmp_path / "site"


def test_what_pages_load_goes_first_and_what_leads_to_pages_last(site: Path) -> None:
    assert [each.path for each in uploads.uploads(site, {})] == [
        "assets/site.css", "data/targets.csv", "en/parks/jia/index.html", "en/index.html", "index.html",
    ]  # fmt: skip


def test_after_the_first_time_only_differences_are_told_and_deletions_come_last(site: Path) -> None:
    before = uploads.published_of(uploads.as_table(uploads.uploads(site, {})))
    assert not uploads.uploads(site, before)
    (site / "en/index.html").write_text("new", encoding="utf-8")
    (site / "data/targets.csv").unlink()
    (site / "zz.txt").write_text("new", encoding="utf-8")
    told = [(each.action, each.path) for each in uploads.uploads(site, before)]
    assert told == [("put", "zz.txt"), ("put", "en/index.html"), ("delete", "data/targets.csv")]


def test_each_file_comes_with_its_headers(site: Path) -> None:
    first = uploads.uploads(site, {})[0]
    assert (first.content_type, first.size) == ("text/css; charset=utf-8", str(len("assets/site.css")))
    assert "immutable" in first.cache_control
    assert len(first.hash) == 64


@pytest.mark.parametrize("table", ["", "a\tb\n", "action\tpath\thash\ndelete\ta\t\n"])
def test_what_is_no_table_of_a_whole_site_is_refused(table: str) -> None:
    with pytest.raises(ValueError, match="no table"):
        uploads.published_of(table)
