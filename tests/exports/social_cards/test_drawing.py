from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from generator.exports.social_cards import drawing
from generator.exports.social_cards.content import SIZE, Card, Line
from tests.exports.social_cards.uncut import Uncut
from tests.sites import BuiltSite

LINE = Line("30 m²", "Floor space", "at least 30 m² by 2026", "at least", "by 2026", 0.5)
CARD = Card("a", "City A · 2025–2026", "Park A", (LINE,), True, "S")


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
    value, label = value.replace(" ", gap), label.replace(" ", gap)
    long = Line(value, label, f"strive for at least {value} by 2026", "strive for at least", "by 2026")
    title = gap.join(["A title of many words"] * 20).replace(" ", gap)
    image = drawing.draw(Card("a", f"K{gap}" * 200, title, (long,) * 3, rows, "S")).convert("RGB")
    paper = image.getpixel((2, 300))
    edge = image.crop((SIZE[0] - 30, 20, SIZE[0], SIZE[1]))
    assert edge.getcolors() == [(edge.width * edge.height, paper)]


def test_bars_are_shorter_where_else_a_doubt_would_be_cut_off() -> None:
    long = replace(LINE, said="at least 30 m² by 2026 (doubtful: firm or striven for?)", striving=True, share=0.01)
    image = drawing.draw(replace(CARD, lines=(replace(LINE, share=1.0), long)), Uncut()).convert("RGB")
    bars = image.crop((drawing.EDGE + drawing.NAMES, 250, drawing.EDGE + drawing.NAMES + drawing.BARS[0], 400))
    ends = bars.crop((drawing.BARS[1] + 5, 0, drawing.BARS[1] + 20, bars.height))
    assert ends.getcolors() == [(ends.width * ends.height, ImageColor.getrgb(drawing.PAPER))]


def test_a_short_bar_that_is_striven_for_is_hollow() -> None:
    image = drawing.draw(replace(CARD, lines=(replace(LINE, striving=True, share=0.01),))).convert("RGB")
    middle = image.crop((drawing.EDGE + drawing.NAMES + 1, 262, drawing.EDGE + drawing.NAMES + 4, 278))
    assert ImageColor.getrgb(drawing.PAPER) in {colour for _, colour in middle.getcolors() or []}


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
