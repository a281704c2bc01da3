"""Write the documents into a site. What was made before of the same words is kept."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import partial
from importlib import metadata
from pathlib import Path

from generator.documents import plan_text
from generator.documents.pdf import Press
from generator.documents.word import word
from generator.edition import addresses
from generator.edition.edition import Edition
from generator.project.store import Store

_LIBRARIES = ("typst", "python-docx")


def write(edition: Edition, store: Store, site: Path) -> int:
    """Write the documents of all plans and return how many; both languages stand in each.

    store: what is kept of earlier builds, by content
    Raises WrongUse where a font is missing or a document cannot be set.
    """
    writer = _Writer(Press(edition.corpus.publication.document_fonts), store, site)
    for entry in edition.corpus.plans.values():
        text = plan_text.of_plan(edition, entry)
        pdf, docx = (addresses.document(entry.plan.id, ending) for ending in ("pdf", "docx"))
        writer.put(pdf, asdict(text), partial(writer.press.set, "plan.typ", asdict(text), pdf))
        writer.put(docx, asdict(text), partial(word, text, writer.press.fonts))
    store.sweep()
    return writer.count


class _Writer:
    """Puts documents into a site: kept ones where nothing that they are made from is another."""

    def __init__(self, press: Press, store: Store, site: Path) -> None:
        self.press, self.count = press, 0
        self._store, self._site = store, site
        self._design = b"".join((_program(), *(metadata.version(library).encode() for library in _LIBRARIES)))

    def put(self, name: str, given: object, make: Callable[[], bytes]) -> None:
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
