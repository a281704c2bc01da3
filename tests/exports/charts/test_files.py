"""Files beside pages: the drawing, and its numbers where no other file has them."""

from __future__ import annotations

import csv
import io

from lxml import etree

from generator.exports.charts.files import files, table
from generator.parts.pictures.picture import Numbers
from generator.parts.pictures.table import pictured
from tests.paths import MINI
from tests.sites import BuiltSite, edition_of


def test_each_stands_beside_its_page_and_is_the_same_each_time(built_mini: BuiltSite) -> None:
    found = dict(files(edition_of(MINI, "en")))
    assert found
    for name, content in found.items():
        published = built_mini.folder / name
        assert published.with_name("index.html").is_file()
        if name.endswith(".svg"):
            titles = [etree.fromstring(each).findtext("{*}title") for each in (content, published.read_bytes())]
            assert titles[0] == titles[1]
        else:
            assert published.read_bytes() == content
    assert dict(files(edition_of(MINI, "en"))) == found


def test_every_picture_has_its_numbers(built_mini: BuiltSite) -> None:
    for each in pictured(edition_of(MINI, "en")):
        text = (built_mini.folder / each.numbers).read_text(encoding="utf-8-sig")
        head, *rows = csv.reader(io.StringIO(text), strict=True)
        assert rows
        assert all(len(row) == len(head) for row in rows)


def test_numbers_are_written_as_those_of_the_data() -> None:
    written = table(Numbers(("name", "year", "value"), (("=1+1", 2026, None), ("甲", None, 1.5))))
    assert written == "\ufeffname,year,value\r\n'=1+1,2026,\r\n甲,,1.5\r\n".encode()
