"""The words of a finished site: each in the language it is said to be in."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from lxml import html as lxml_html

from generator.language.languages import LANGUAGES
from tests.site.finished import Pages, of_language
from tests.sites import INVENTED, words_of

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
# Chinese in brackets or quotation marks is a name given beside its English.
BESIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)|（[^）]*）|“[^”]*”|\"[^\"]*\"|「[^」]*」|《[^》]*》|‘[^’]*’")
SPOKEN = ("title", "aria-label", "alt", "placeholder", "data-label", "data-none", "data-loading", "data-failed")


def language_of(element: lxml_html.HtmlElement) -> str:
    """Return the language an element's words are in."""
    return next((str(e.get("lang")) for e in (element, *element.iterancestors()) if e.get("lang")), "")


def shown_words(page: lxml_html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield everything a reader sees or hears of a page, with its language."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        language = language_of(element)
        yield element.text or "", language
        for child in element:
            yield child.tail or "", language
        for attribute in SPOKEN:
            yield str(element.get(attribute) or ""), language
    yield str(page.xpath("string(//meta[@name='description']/@content)")), language_of(page)


def test_english_pages_hold_no_chinese_that_is_not_marked_as_such(pages: Pages) -> None:
    found: dict[str, str] = {}
    for name, page in of_language(pages, "en").items():
        for words, language in shown_words(page):
            if not language.startswith(("zh", "mul")) and HAN.search(BESIDE.sub("", words)):
                found.setdefault(words.strip()[:80], name)
    assert not found, "\n".join(f"{name}: {words}" for words, name in found.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_interface_is_in_the_other_language(pages: Pages, language: str) -> None:
    catalogues = words_of(INVENTED)
    own, other = (set(catalogues[lang].words.values()) for lang in (language, "en" if language == "zh" else "zh"))
    foreign = {words for words in other - own if "{" not in words and len(words) > 1}
    found: dict[str, str] = {}
    for name, page in of_language(pages, language).items():
        for words, tag in shown_words(page):
            if tag.startswith(language) and words.strip() in foreign:
                found.setdefault(words.strip(), name)
    assert not found


def test_what_is_marked_as_chinese_on_an_english_page_is_chinese(pages: Pages) -> None:
    found: dict[str, str] = {}
    for name, page in of_language(pages, "en").items():
        for element in page.xpath("//*[@lang='zh-CN']"):
            words = element.text_content().strip()
            if re.search(r"[a-z]{3}", words) and not HAN.search(words):
                found.setdefault(words, name)
    assert not found


def test_what_is_marked_as_english_is_english(pages: Pages) -> None:
    found: dict[str, str] = {}
    for name, page in of_language(pages, "zh").items():
        for element in page.xpath("//*[@lang='en']"):
            own = "".join(t for t in element.xpath(".//text()") if language_of(t.getparent()) == "en" or t.is_tail)
            if HAN.search(BESIDE.sub("", own)):
                found.setdefault(own.strip()[:80], name)
    assert not found
