"""Take the pictures of the editors' guide anew: `python -m tools.screenshots`.

They show the site of the example, in light colours, and are written to docs/pictures/ with few enough colours to stay
small.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from generator.language.languages import LANGUAGES
from generator.project.layout import EXAMPLE, PROGRAM, Layout
from generator.site.build import build
from tests.browser.conftest import served
from tests.browser.install import find_browser

PICTURES = PROGRAM / "docs/pictures"
WIDTH, COLOURS = 1100, 32
# Name of the picture: the page, and what of it is shown.
SHOWN = {
    "target": ("plans/yi-2025/", "#target-rd-intensity"),
    "passage": ("plans/yi-2025/text/", "#p-1-p2"),
    "anomaly": ("plans/yi-2025/", "#anomaly-reserve-land-missing-wan"),
}


def main() -> int:
    """Build the example, take every picture in both languages, and return 0."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "example"
        shutil.copytree(EXAMPLE, root)
        build(Layout(root), lambda _: None)
        take(Layout(root).site)
    return 0


def take(site: Path) -> None:
    """Take every picture of a site."""
    PICTURES.mkdir(exist_ok=True)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 1200}, color_scheme="light")
        for name, (path, element) in SHOWN.items():
            for language in LANGUAGES:
                file = PICTURES / f"{name}.{language}.png"
                file.write_bytes(small(picture(page, f"{address}{language}/{path}", element)))
                print(f"{file.relative_to(PROGRAM)}: {file.stat().st_size // 1024} KB")
        browser.close()


def picture(page: Page, address: str, element: str) -> bytes:
    """Return a picture of an element in the width of the page."""
    page.goto(f"{address}{element}")  # opens what the element is folded into
    page.locator(element).scroll_into_view_if_needed()
    box = page.locator(element).bounding_box()
    if box is None:
        raise LookupError(f"{address} shows no {element}")
    clip = {
        "x": 0, "width": WIDTH,
        "y": box["y"] + page.evaluate("scrollY"), "height": box["height"],
    }  # fmt: skip
    return page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type] # a mapping of the right shape


def small(png: bytes) -> bytes:
    """Return a picture with few colours."""
    stream = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        stream, "PNG", optimize=True
    )
    return stream.getvalue()


if __name__ == "__main__":
    sys.exit(main())
