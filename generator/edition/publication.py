"""The interface words with the names a publication gives: its own, and what it calls its units."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.edition.strings import Strings
from generator.project import settings
from generator.project.settings import Settings
from generator.project.words import NAMES
from generator.records.publication import Publication

_NAME = re.compile(rf"\{{({'|'.join(sorted(NAMES))})\}}")


def settings_of(publication: Publication) -> Settings:
    """Return the addresses of a publication; the environment goes first. Raises DataError."""
    if publication.repository is None:
        return settings.read(publication.site_address, None)
    where = publication.repository
    return settings.read(publication.site_address, where.address, where.host, where.files)


def named(words: Mapping[str, Strings], publication: Publication) -> dict[str, Strings]:
    """Return the interface words of each language with the publication's names filled in."""
    found: dict[str, Strings] = {}
    for language, t in words.items():
        found[language] = Strings(_named(t, publication, language), found)
    return found


def _named(t: Strings, publication: Publication, language: str) -> dict[str, str]:
    names = _names(t, publication, language)
    filled = {key: _NAME.sub(lambda match: names[match[1]], text) for key, text in t.words.items()}
    return {**filled, **_own(publication, language)}


def _names(t: Strings, publication: Publication, language: str) -> dict[str, str]:
    unit = publication.unit
    one, other = (unit.zh, unit.zh) if language == "zh" else (unit.en, unit.en_plural)
    area = publication.area.in_language(language) if publication.area else ""
    return {
        "unit_word": one,
        "unit_words": other,
        "Unit_word": _capital(one),
        "Unit_words": _capital(other),
        "area": area,
        "of_area": t("publication.of_area", name=area) if area else "",
        "data_licence": publication.licence.name,
    }


def _own(publication: Publication, language: str) -> dict[str, str]:
    """Return the words that are the publication's own, by key."""
    name = publication.name.in_language(language)
    short = publication.short_name
    own = {
        "site.name": name,
        "search_engine.name": (short.zh if language == "zh" else short.en) if short else name[:16],
    }
    if publication.title:
        own |= dict.fromkeys(("home.title.one", "home.title.other"), publication.title.in_language(language))
    return own


def title(t: Strings, plans: int) -> str:
    """Return the headline of the site, with the number of its plans in words where it is small."""
    words = t("home.numbers").split()
    return t("home.title", n=plans, plans=words[plans - 1] if 0 < plans <= len(words) else str(plans))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
