from __future__ import annotations

import hashlib

import pytest

from tests.paths import JIA, YI_NEW
from tests.small import Repository

ADDRESS = "https://example.org/yi-2025"
LINE = "乙区各委、办、局"


def test_an_address_that_does_not_say_how_it_is_known(repository: Repository) -> None:
    repository.replace(YI_NEW, "  address_known: capture\n", "")
    repository.expect((repository.place(YI_NEW, ADDRESS), "F004", f"must say how it is known: '{ADDRESS}'"))


def test_an_official_english_version_whose_address_does_not_say_how_it_is_known(repository: Repository) -> None:
    repository.replace(YI_NEW, "  address_known: live-page\n", "")
    repository.expect((repository.place(YI_NEW, f"{ADDRESS}-summary"), "F004", "an address must say how it is known"))


def test_what_an_address_is_known_from_needs_the_address(repository: Repository) -> None:
    repository.replace(JIA, "  address: null\n", "  address: null\n  address_known: cited\n")
    repository.expect((repository.place(JIA, "cited"), "F004", "must belong to an address: 'cited'"))


def test_an_official_page_has_an_address(repository: Repository) -> None:
    repository.replace(JIA, "tier: official-text", "tier: official-page")
    repository.expect((repository.place(JIA, "official-page"), "F004", "needs the address of the page"))


def test_a_text_taken_from_its_page_is_no_text_without_its_page(repository: Repository) -> None:
    repository.replace(YI_NEW, "tier: official-page", "tier: official-text")
    repository.expect((repository.place(YI_NEW, "official-text"), "F004", "tier must not be 'official-text'"))


@pytest.mark.parametrize("words", [LINE, "各有关单位"])
def test_a_line_of_release_that_the_text_prints(repository: Repository, words: str) -> None:
    repository.replace(YI_NEW, "disclosure:", f"release: {{zh: {words}, en: To all}}\ndisclosure:")
    repository.expect()


def test_a_line_of_release_that_the_text_does_not_print(repository: Repository) -> None:
    repository.replace(YI_NEW, "disclosure:", "release: {zh: 此件公开发布, en: Released}\ndisclosure:")
    repository.expect(
        (repository.place(YI_NEW, "此件公开发布"), "Q004", "words must stand in the text: '此件公开发布'")
    )


def test_a_hash_that_is_not_that_of_the_capture(repository: Repository) -> None:
    found = hashlib.sha256((repository.root / "content/yi-2025/source.txt").read_bytes()).hexdigest()
    repository.replace(YI_NEW, f"sha256: {found}", f"sha256: {'0' * 64}")
    repository.expect((repository.place(YI_NEW, "0" * 64), "T003", f"sha256 must be that of source.txt, {found}"))
