"""How to cite a document, a passage, a target or the data, in the forms that writers and their programs ask for.

GB/T 7714-2025 is given in the language of what is cited, as that standard wants it; the others in the reader's.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass, replace
from typing import Any

from generator.corpus.plan_entry import PlanEntry
from generator.edition import addresses, formats
from generator.edition.edition import Edition
from generator.edition.strings import Strings
from generator.language.languages import TAGS

# What the script of the page puts the passage at hand in place of.
PLACE, ANCHOR, KEY = "@place@", "@anchor@", "@key@"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BIBTEX = str.maketrans(
    {c: f"\\{c}" for c in "&%$#_{}"} | {"\\": r"\textbackslash ", "~": r"\textasciitilde ", "^": r"\textasciicircum "}
)


@dataclass(frozen=True)
class Work:
    """What is cited.

    kind: report or dataset, as CSL names them
    authors, title: in the reader's language; their originals in the language of the work
    language: of the work; reader: language of the reader
    place: passage or target within the work, or ""
    version: the data version in words; site: where it stands; url: its page in the reader's language
    note: where that page is a translation, what kind of one it is and where the original stands; or ""
    """

    key: str
    kind: str
    authors: tuple[str, ...]
    authors_original: tuple[str, ...]
    title: str
    title_original: str
    number: str
    issued: datetime.date | None
    language: str
    version: str
    site: str
    url: str
    reader: str
    place: str = ""
    note: str = ""


@dataclass(frozen=True)
class Form:
    """A citation in one form."""

    key: str
    name: str
    text: str


def plan(edition: Edition, entry: PlanEntry) -> Work:
    """Return a document as a work to cite, at its own page."""
    document = entry.plan
    issuers = [edition.corpus.bodies[i].name for i in document.issuers]
    title = document.title
    return Work(
        key=document.id,
        kind="report",
        authors=tuple(edition.say(name) for name in issuers),
        authors_original=tuple(name.zh for name in issuers),
        title=title.zh if edition.is_original else f"{title.zh} [{title.en}]",
        title_original=title.zh,
        number=document.document_number or "",
        issued=document.dates.signed or document.dates.published,
        language="zh-CN",
        version=edition.t("cite.version", version=entry.version.text),
        site=edition.t("site.name"),
        url=edition.absolute(edition.to.plan(document.id)),
        reader=edition.language,
        note=_translated(edition, edition.to.plan(document.id)),
    )


def data(edition: Edition) -> Work:
    """Return the data as a work to cite, at the data page."""
    site, title = edition.t("site.name"), edition.t("data.set_title")
    return Work(
        key=f"{edition.corpus.publication.id}-{edition.version.hash}",
        kind="dataset",
        authors=(site,),
        authors_original=(site,),
        title=title,
        title_original=title,
        number="",
        issued=edition.version.date,
        language=TAGS[edition.language],
        version=edition.t("cite.version", version=edition.version.text),
        site="",
        url=edition.absolute(edition.to.data()),
        reader=edition.language,
    )


def passage(edition: Edition, work: Work, page: str) -> Work:
    """Return a work with marks in place of a passage; the script of the page fills in the one at hand.

    page: address of the page that holds the passages
    """
    place = f"{page}#{ANCHOR}"
    note = _translated(edition, place)
    return replace(work, key=f"{work.key}-{KEY}", place=PLACE, url=edition.absolute(place), note=note)


def _translated(edition: Edition, address: str) -> str:
    """Say of a page's English that it is this site's own translation, and where the Chinese stands."""
    if edition.is_original:
        return ""
    url = edition.absolute(addresses.other_language(address))
    return edition.t("cite.translated", url=url) if url else edition.t("cite.translated_here")


def forms(work: Work, t: Strings) -> tuple[Form, ...]:
    """Return the citation of a work in every form."""
    return (
        Form("gbt", "GB/T 7714-2025", gbt(work, t)),
        Form("apa", "APA 7", apa(work, t)),
        Form("bibtex", "BibTeX", bibtex(work)),
        Form("csl", "CSL-JSON", csl(work)),
    )


def gbt(work: Work, t: Strings) -> str:
    """Return a reference of GB/T 7714-2025; the day it is read is for the reader, or the page's script, to fill in."""
    mark = "DS/OL" if work.kind == "dataset" else "A/OL"
    title = ": ".join(filter(None, (work.title_original, work.number, work.place)))
    held = f"//{work.site}" if work.site else ""
    day = f"({work.issued})" if work.issued else ""
    authors = ", ".join(work.authors_original)
    version = f"{work.version[:1].upper()}{work.version[1:]}"
    return f"{authors}. {title}[{mark}]{held}. {version}. {day}[{t('cite.accessed')}].{_at(work, '.')}{_after(work)}"


def apa(work: Work, t: Strings) -> str:
    """Return a reference in the manner of APA's seventh edition."""
    day = formats.inverted_date(work.issued, work.reader) if work.issued else t("plan.no_date")
    number = f" ({work.number})" if work.number else ""
    place = f", {work.place}" if work.place else ""
    authors = t("cite.and").join(work.authors)
    if work.kind == "dataset":
        return f"{authors}. ({day}). {work.title} ({work.version}) [{t('cite.data_set')}].{_at(work)}"
    return f"{authors}. ({day}). {work.title}{number}{place}. {work.site} ({work.version}).{_at(work)}{_after(work)}"


def bibtex(work: Work) -> str:
    """Return a BibTeX entry."""
    fields: dict[str, str] = {
        "author": " and ".join(f"{{{_bibtex(a)}}}" for a in work.authors),
        "title": f"{{{_bibtex(work.title)}}}",
    }
    if work.issued:
        fields |= {"year": str(work.issued.year), "month": _MONTHS[work.issued.month - 1], "day": str(work.issued.day)}
    fields |= {
        "number": _bibtex(work.number),
        "howpublished": _bibtex(work.site),
        "note": "; ".join(filter(None, (_bibtex(work.place), _bibtex(work.version), _bibtex(work.note)))),
        "language": "chinese" if work.language == "zh-CN" else "english",
        "url": work.url,
    }
    quoted = {key: value if key == "month" else f'"{value}"' for key, value in fields.items() if value}
    lines = [f"  {key} = {value}," for key, value in quoted.items()]
    return "\n".join((f"@misc{{{work.key},", *lines, "}"))


def csl(work: Work) -> str:
    """Return a CSL-JSON item, as reference managers read it."""
    day = work.issued
    item: dict[str, Any] = {
        "id": work.key,
        "type": work.kind,
        "title": work.title,
        "author": [{"literal": name} for name in work.authors],
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "number": work.number,
        "section": work.place,
        "container-title": work.site,
        "version": work.version,
        "language": work.language,
        "URL": work.url,
        "note": work.note,
    }
    lines = [f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in item.items() if value]
    return "[{\n" + ",\n".join(lines) + "\n}]"


def _at(work: Work, end: str = "") -> str:
    """Return where a work stands; nothing where the site's address is not known."""
    return f" {work.url}{end}" if work.url else ""


def _after(work: Work) -> str:
    return f" [{work.note}]" if work.note else ""


def _bibtex(text: str) -> str:
    return text.translate(_BIBTEX)
