from __future__ import annotations

from pathlib import Path

import pytest

from generator.project.layout import PROGRAM
from generator.project.pictures import unfit
from tests.small import Repository

SVG = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>{}</svg>"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("inside", "held"),
    [
        ("<script>1</script>", "<script>"),
        ("<SCRIPT/>", "<SCRIPT>"),
        ("<g><h:script xmlns:h='http://www.w3.org/1999/xhtml'/></g>", "<script>"),
        ("<rect onload='x()'/>", "onload="),
        ("<rect ONCLICK='x()'/>", "onclick="),
        ("<foreignObject/>", "<foreignObject>"),
        ("<a xlink:href='javascript:x()'/>", 'href="javascript:x()"'),
        ("<image href='https://a.example/b.png'/>", 'href="https://a.example/b.png"'),
        ("<image href='//a.example/b.png'/>", 'href="//a.example/b.png"'),
        ("<use href='other.svg#a'/>", 'href="other.svg#a"'),
        ("<image href='data:image/svg+xml,&lt;svg/>'/>", 'href="data:image/svg+xml,<svg/>"'),
        ("<a><set attributeName='xlink:href' to='javascript:x()'/></a>", 'attributename="xlink:href"'),
        ("<style>@import 'https://a.example/'</style>", "@import"),
        ('<style>a { fill: URL( "https://a.example/" ) }</style>', 'URL( "h'),
        ("<rect fill='url(https://a.example/#a)'/>", 'fill="url(https://a.example/#a)"'),
    ],
)
def test_a_picture_that_does_more_than_draw_is_told_by_what_it_holds(tmp_path: Path, inside: str, held: str) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(inside), encoding="utf-8")
    assert unfit(tmp_path / "a.svg") == held


@pytest.mark.parametrize(
    "head", ["<?xml-stylesheet href='https://a.example/'?>", "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"]
)
def test_what_stands_before_a_drawing_loads_nothing(tmp_path: Path, head: str) -> None:
    (tmp_path / "a.svg").write_text(head + SVG.format(""), encoding="utf-8")
    assert unfit(tmp_path / "a.svg")


@pytest.mark.parametrize(
    "inside",
    [
        "<linearGradient id='a'/><rect fill='url(#a)' style='stroke: url( \"#a\" )'/>",
        "<symbol id='b'/><use xlink:href='#b'/><image href='data:image/png;base64,AA=='/>",
        "<style>rect { fill: red }</style><title>甲</title><text>on=1 url(x</text>",
        "<metadata><about resource='https://a.example/'/></metadata>",
    ],
)
def test_a_drawing_is_well(tmp_path: Path, inside: str) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(inside), encoding="utf-8")
    assert unfit(tmp_path / "a.svg") is None
    assert unfit(PROGRAM / "site_templates/static/favicon.svg") is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", b""),
        ("a.svg", b"<html xmlns='http://www.w3.org/1999/xhtml'/>"),
        ("a.svg", b"<svg/>"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>"),
        ("a.svg", PNG),
        ("a.svg", b"\xff\xfe<svg"),
        ("a.png", b"<svg onload='x()'/>"),
        ("a.png", b""),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_no_picture(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert unfit(tmp_path / name) == ""
    (tmp_path / "b.png").write_bytes(PNG)
    assert unfit(tmp_path / "b.png") is None


@pytest.mark.parametrize("name", ["logo.svg", "favicon.svg", "more/logo.svg"])
def test_a_picture_is_looked_at_wherever_a_publication_brings_it(repository: Repository, name: str) -> None:
    path = f"site_templates/static/{name}"
    repository.write(path, SVG.format("<script/>"))
    assert [(found.path, found.says) for found in repository.findings()] == [(path, "holds")]
    repository.write(path, "no picture")
    assert [(found.path, found.says) for found in repository.findings()] == [(path, "kind")]
