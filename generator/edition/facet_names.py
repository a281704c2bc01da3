"""The facets listed in a sentence, as the table has them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.edition.strings import Strings
from generator.records.facets import FACETS


def facet_names(t: Strings, keys: Iterable[str]) -> str:
    """Return the names of facets within a sentence."""
    return t("list.comma").join(t(f"facet.{key}").lower() for key in keys)


def about_data(t: Strings, name: str) -> str:
    """Return what a data set holds."""
    return t(f"data.{name}.about", facets=facet_names(t, (f.key for f in FACETS.values() if f.vocabulary)))
