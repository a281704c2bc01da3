"""Set documents as tagged PDF with Typst: fonts embedded and subset, the same input gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typst

from generator.documents.fonts import chosen
from generator.findings.finding import WrongUse

_PIXELS = 144.0  # an inch
_REGULAR = 400
_HERE = Path(__file__).parent


class Press:
    """Sets documents. Fonts are looked for once.

    named: fonts that the publication names
    Raises WrongUse where a font is missing.
    """

    def __init__(self, named: Sequence[str]) -> None:
        found = typst.Fonts(include_embedded_fonts=False)
        self.fonts = chosen(named, found.families())
        self._found = found.fonts()
        self._compiler = typst.Compiler(root=_HERE, font_paths=found, ignore_system_fonts=True)

    def set(self, template: str, document: Mapping[str, Any], name: str) -> bytes:
        """Return a document as PDF. template: file of this room that lays it out; name: of the file, for what is wrong.

        Raises WrongUse where it cannot be set, such as for a character that no font has.
        """
        given = json.dumps({**document, "fonts": self.fonts}, ensure_ascii=False)
        # As PDF/UA-1: what is not accessible is refused.
        return self._compiled(template, given, name, format="pdf", pdf_standards="ua-1", timestamp=0)

    def pixels(self, drawing: bytes, name: str) -> bytes:
        """Return a drawing in SVG as PNG, with two pixels a unit. Raises WrongUse where it cannot be made."""
        return self._compiled("chart.typ", drawing.decode(), name, format="png", ppi=_PIXELS)

    def file(self, language: str) -> tuple[str, int]:
        """Return the file that has the font of a language, upright and of medium weight, and its place in the file."""
        faces = [font for font in self._found if font.family == self.fonts[language] and font.path]
        best = min(faces, key=lambda font: (font.style != "normal", abs(font.weight - _REGULAR), font.stretch != 1))
        return str(best.path), best.index

    def _compiled(self, template: str, given: str, name: str, **form: Any) -> bytes:
        try:
            made = self._compiler.compile(_HERE / template, sys_inputs={"document": given}, **form)
        except typst.TypstError as error:
            raise WrongUse("documents.unset", file=name, said=error.message) from error
        assert isinstance(made, bytes)  # noqa: S101 - what compiling to memory returns
        return made
