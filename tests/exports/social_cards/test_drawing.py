from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from generator.exports.social_cards import drawing
from generator.exports.social_cards.content import SIZE, Card, Line
from tests.sites import BuiltSite

CARD = Card("a", "City A · 2025–2026", "Park A", (Line("30 m²", "Floor space", "at least", "by 2026", 0.5),), True, "S")


def write(folder: Path, *cards: Card) -> Path:
    drawing.write(cards, folder / "kept", folder / "site")
    return folder / "site" / "images" / "a.png"


def test_a_picture_is_of_the_size_that_is_said_and_small(built_mini: BuiltSite) -> None:
    files = list((built_mini.folder / "images").glob("*.png"))
    assert {"default", "park-jia", "plan-jia-2025", "metric-park-revenue"} <= {file.stem for file in files}
    for file in files:
        with Image.open(file) as image:
            assert (image.size, image.format) == (SIZE, "PNG")
        assert file.stat().st_size < 40_000


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = write(tmp_path / "1", CARD), write(tmp_path / "2", CARD)
    assert first.read_bytes() == second.read_bytes()


def test_only_what_changed_is_drawn_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, CARD)
    monkeypatch.setattr(drawing, "draw", lambda _: pytest.fail("drawn again"))
    write(tmp_path, CARD)
    monkeypatch.undo()
    before = list((tmp_path / "kept").iterdir())
    write(tmp_path, replace(CARD, title="Park B"))
    after = list((tmp_path / "kept").iterdir())
    assert len(after) == 1
    assert after != before


@pytest.mark.parametrize("gap", [" ", "/"], ids=["many words", "one word"])
@pytest.mark.parametrize("rows", [True, False])
def test_long_words_stay_on_the_picture(rows: bool, gap: str) -> None:
    value, label = (gap.join([words] * 9) for words in ("RMB 1,234,567,890 per square kilometre", "A label"))
    long = Line(value.replace(" ", gap), label.replace(" ", gap), "strive for at least", "by 2026")
    title = gap.join(["A title of many words"] * 20).replace(" ", gap)
    image = drawing.draw(Card("a", f"K{gap}" * 200, title, (long,) * 3, rows, "S")).convert("RGB")
    paper = image.getpixel((2, 300))
    edge = image.crop((SIZE[0] - 30, 20, SIZE[0], SIZE[1]))
    assert edge.getcolors() == [(edge.width * edge.height, paper)]


def test_a_page_names_its_picture_with_size_and_words(built_mini: BuiltSite) -> None:
    text = (built_mini.folder / "en" / "parks" / "jia" / "index.html").read_text(encoding="utf-8")
    for name, content in (
        ("og:image", "https://example.org/plans/images/park-jia.png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:locale", "en_GB"),
        ("og:locale:alternate", "zh_CN"),
        ("og:url", "https://example.org/plans/en/parks/jia/"),
    ):
        assert f'<meta property="{name}" content="{content}">' in text
    assert '<meta property="og:image:alt" content="Card for “Park A of the High-Tech Zone”' in text


def test_a_card_has_the_colours_it_was_drawn_with() -> None:
    image = drawing.draw(CARD).convert("RGB")
    assert [ImageColor.getrgb(c) for c in (drawing.ACCENT, drawing.PAPER)] == [
        image.getpixel(at) for at in ((5, 5), (5, 60))
    ]
    assert ImageColor.getrgb(drawing.RULE) == image.getpixel((drawing.EDGE, drawing.HEIGHT - 78))
