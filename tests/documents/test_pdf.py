"""Words become a PDF as they are, or it is told why not."""

from __future__ import annotations

import io
from collections.abc import Callable

import pdfplumber
import pytest

from generator.findings.finding import WrongUse
from generator.language.languages import LANGUAGES
from generator.messages.catalogue import catalogue
from tests.documents.conftest import can_be_made

Make = Callable[[str], bytes]


@pytest.fixture(scope="module")
def make() -> Make:
    """Set a plan of one passage with some words."""
    can_be_made()
    from generator.documents.pdf import Press  # noqa: PLC0415 - needs the extra

    press = Press(())

    def made(words: str) -> bytes:
        passage = {
            "anchor": "p-1",
            "rank": 0,
            "zh": {"number": "", "words": words, "rows": []},
            "en": None,
            "notes": [],
        }
        title = {"zh": "甲", "en": "A"}
        document = {"title": title, "publisher": "", "about": [], "addresses": [], "passages": [passage]}
        return press.set("plan.typ", document, "documents/a.pdf")

    return made


def test_nothing_that_is_typed_is_markup(make: Make) -> None:
    words = '#import "/etc/passwd" $x$ *a* \\ <b> // c'
    with pdfplumber.open(io.BytesIO(make(words))) as shown:
        assert "".join(words.split()) in "".join(shown.pages[0].extract_text().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_character_that_no_font_has_is_told_with_the_document(make: Make, language: str) -> None:
    with pytest.raises(WrongUse) as told:
        make("\ue000")
    said = catalogue(language).tell(told.value.message)
    assert "documents/a.pdf" in said
    assert "document_fonts" in said
