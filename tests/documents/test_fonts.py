"""Which fonts documents are set in, and what is said where they are missing."""

from __future__ import annotations

import pytest

from generator.documents import needed
from generator.documents.fonts import chosen
from generator.findings.finding import WrongUse
from generator.language.languages import LANGUAGES
from generator.messages.catalogue import catalogue

INSTALLED = ("DejaVu Serif", "Noto Sans CJK SC", "Noto Serif CJK SC", "Kaiti")


def test_the_first_of_the_table_that_is_installed_is_taken() -> None:
    assert chosen((), INSTALLED) == {"zh": "Noto Serif CJK SC", "en": "DejaVu Serif"}


def test_a_font_for_chinese_stands_for_both_where_there_is_no_other() -> None:
    assert chosen((), ("Noto Sans CJK SC",)) == {"zh": "Noto Sans CJK SC", "en": "Noto Sans CJK SC"}


def test_what_a_publication_names_goes_first() -> None:
    assert chosen(("kaiti",), INSTALLED) == {"zh": "Kaiti", "en": "DejaVu Serif"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("named", "installed"), [(("Kaiti", "Garamond"), INSTALLED), ((), ("DejaVu Serif",))])
def test_a_missing_font_is_told_with_what_to_do(
    named: tuple[str, ...], installed: tuple[str, ...], language: str
) -> None:
    with pytest.raises(WrongUse) as told:
        chosen(named, installed)
    said = catalogue(language).tell(told.value.message)
    assert "document_fonts" in said
    assert ("Garamond" in said) == bool(named)


def test_a_missing_package_is_told_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needed, "find_spec", lambda _: None)
    with pytest.raises(WrongUse) as told:
        needed.needed()
    assert "typst, python-docx, segno" in catalogue("en").tell(told.value.message)
    assert "park-plans[documents]" in catalogue("zh").tell(told.value.message)
