"""Write the documents into a site, and what else needs their fonts. What was made before of the same words is kept."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from functools import partial
from importlib import metadata
from pathlib import Path

from generator.corpus.plan_entry import PlanEntry
from generator.documents import plan_text
from generator.documents.pdf import Press
from generator.documents.sheet import sheet
from generator.documents.word import word
from generator.edition import addresses
from generator.edition.edition import Edition
from generator.exports.charts.drawing import svg
from generator.exports.social_cards import content as social_cards
from generator.exports.social_cards import drawing
from generator.parts.pictures.pictured import PNG, Pictured
from generator.parts.pictures.table import pictured
from generator.project.store import Store
from generator.records.pages import BRIEF

_LIBRARIES = ("typst", "python-docx", "segno", "pillow")


def write(editions: Mapping[str, Edition], store: Store, site: Path) -> int:
    """Write documents of plans, in which both languages stand, of briefs, what pages draw, and social cards.

    Return how many.
    store: what is kept of earlier builds, by content
    site: a site whose pages are made
    Raises WrongUse where a font is missing or a document cannot be set.
    """
    first = next(iter(editions.values()))
    writer = _Writer(Press(first.corpus.publication.document_fonts), store, site)
    for entry in first.corpus.plans.values():
        writer.plan(first, entry)
    for edition in editions.values():
        for found in pictured(edition):
            writer.chart(edition, found)
        for park in edition.corpus.parks:
            writer.brief(edition, park)
        if edition.has(BRIEF):
            writer.brief(edition)
        if social_cards.has_own(edition):
            writer.cards(edition)
    store.sweep()
    return writer.count


class _Writer:
    """Puts documents into a site: kept ones where nothing that they are made from is another."""

    def __init__(self, press: Press, store: Store, site: Path) -> None:
        self.press, self.count = press, 0
        self._store, self._site = store, site
        self._design = b"".join((_program(), *(metadata.version(library).encode() for library in _LIBRARIES)))

    def plan(self, edition: Edition, entry: PlanEntry) -> None:
        """Write a plan in both formats."""
        text = plan_text.of_plan(edition, entry)
        pdf, docx = (addresses.document(entry.plan.id, ending) for ending in ("pdf", "docx"))
        self._put(pdf, asdict(text), partial(self.press.set, "plan.typ", asdict(text), pdf))
        self._put(docx, asdict(text), partial(word, text, self.press.fonts))

    def brief(self, edition: Edition, park: str = "") -> None:
        """Write a brief, of a park or of the parks side by side, from its page."""
        address, name = edition.to.brief(park), addresses.brief_document(edition.language, park)
        page = (self._site / address / "index.html").read_bytes()
        said = asdict(sheet(page, edition.language, plan_text.publisher(edition), edition.absolute(address)))
        self._put(name, said, partial(self.press.set, "brief.typ", said, name))

    def chart(self, edition: Edition, found: Pictured) -> None:
        """Write what a page draws in pixels: the same drawing in the fonts of the documents."""
        fonts = (self.press.fonts[edition.language], self.press.fonts["zh"])
        drawing = svg(found.make(), ", ".join(f"'{font}'" for font in dict.fromkeys(fonts)))
        name = found.file(PNG)
        self._put(name, drawing.decode(), partial(self.press.pixels, drawing, name))

    def cards(self, edition: Edition) -> None:
        """Write the social cards of a language whose letters only the fonts of the documents have."""
        file, index = self.press.file(edition.language)
        drawn_with = hashlib.sha256(drawing.design() + Path(file).read_bytes()).hexdigest()
        face = drawing.Face(file, index)
        for card in social_cards.cards(edition):
            name = social_cards.address(edition, card.name)
            self._put(name, [asdict(card), index, drawn_with], partial(drawing.png, card, face))

    def _put(self, name: str, given: object, make: Callable[[], bytes]) -> None:
        said = json.dumps([name, given, self.press.fonts], ensure_ascii=False).encode()
        key = hashlib.sha256(self._design + said).hexdigest()[:40]
        kept = self._store.get(key) or self._store.put(key, make())
        target = self._site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, target)
        self.count += 1


def _program() -> bytes:
    """Return the files of this room, which decide how documents are laid out."""
    return b"".join(path.read_bytes() for path in _files(Path(__file__).parent.iterdir()))


def _files(paths: Iterable[Path]) -> list[Path]:
    return sorted(path for path in paths if path.suffix in {".py", ".typ"})
