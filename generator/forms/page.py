"""The pages of the form: what may be edited, and one record with its fields, its text and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.findings.finding import DataError
from generator.forms.edit import Problem
from generator.forms.fields import Field
from generator.forms.located import Located, others
from generator.language.languages import LANGUAGES, TAGS, other
from generator.messages.catalogue import catalogue
from generator.project.layout import Layout
from generator.records.kinds import PROVISION, Kind
from generator.source import text_source

PAGES = Path(__file__).with_name("pages")
NAMED = ("label", "title", "name", "printed")  # fields that a record is known by


@dataclass(frozen=True)
class Shown:
    """What a page shows besides the fields.

    token, stamp: sent back with what is typed
    wrong: what kept it from being written; standing: what is wrong as the file stands
    conflict: whether the file has changed meanwhile; saved: whether it was just written
    """

    token: str
    stamp: str
    wrong: Sequence[Problem] = ()
    standing: Sequence[Problem] = ()
    conflict: bool = False
    saved: bool = False
    typed: Mapping[str, str] = field(default_factory=dict)


def record(layout: Layout, language: str, located: Located, fields: Sequence[Field], shown: Shown) -> str:
    """Return the page of a record."""
    typed = [replace(f, value=shown.typed.get(f.name, f.value)) for f in fields]
    first = [f for f in typed if f.there or f.value]
    return _render(
        "record.html",
        language,
        located=located,
        name=_name(located, language),
        groups=_grouped(first),
        more=_grouped([f for f in typed if f not in first]),
        names={f.name for f in typed},
        shown=shown,
        texts=list(_texts(layout, located)),
        others=list(others(located)),
    )


def index(language: str, records: Sequence[tuple[Kind, Sequence[str]]]) -> str:
    """Return the page that lists what may be edited."""
    return _render("index.html", language, records=records)


def refused(language: str, reason: str) -> str:
    """Return the page that says why nothing was taken up. reason: the key of the sentence."""
    return _render("refused.html", language, reason=reason)


def _grouped(fields: Sequence[Field]) -> list[tuple[tuple[tuple[str, str], ...], list[Field]]]:
    return [(group, list(found)) for group, found in groupby(fields, key=lambda f: f.group)]


def _name(located: Located, language: str) -> str:
    for key in NAMED:
        said = located.data.get(key)
        name = said.get(language) if isinstance(said, dict) else said
        if isinstance(name, str):
            return name
    return located.ref


def _texts(layout: Layout, located: Located) -> Iterator[tuple[str, str]]:
    """Yield the passage a record was read from, with the language it is in, as far as the texts can be read."""
    for language, file in zip(LANGUAGES, ("zh.md", "en.md"), strict=True):
        try:
            text = text_source.load(layout.content / located.plan / file, f"content/{located.plan}/{file}")
        except (DataError, OSError):
            continue
        words = next((p.words for p in text.provisions if p.id == located.data.get(PROVISION)), "")
        if words:
            yield TAGS[language], words


def _render(template: str, language: str, **values: object) -> str:
    words = catalogue(language)
    pages = Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)
    pages.globals |= {
        "say": words.say,
        "message": words.message,
        "hint": words.hint,
        "language": language,
        "tag": TAGS[language],
        "other": other(language),
        "other_tag": TAGS[other(language)],
        "own": LANGUAGES.index(language),  # which of two titles or helps is in the page's language
    }
    return pages.get_template(template).render(**values)
