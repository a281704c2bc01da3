"""References in the forms that writers and their programs ask for, each written from the parts of what is cited.

GB/T 7714 is in Chinese and APA in English, whoever reads; BibTeX, biblatex and RIS are in the reader's language;
CSL-JSON holds an item of each language.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from typing import Any

from generator.edition import formats
from generator.language.languages import ORIGINAL
from generator.parts.citations import Cited, Kind, Reference

_json = json.JSONEncoder(ensure_ascii=False).encode
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEX = str.maketrans(
    {c: f"\\{c}" for c in "&%$#_"}
    | {"\\": r"\textbackslash ", "~": r"\textasciitilde ", "^": r"\textasciicircum "}
    # A brace counts even behind a backslash: one without its fellow would end the entry. So would a quotation mark; two
    # apostrophes print as one.
    | {"{": r"\textbraceleft ", "}": r"\textbraceright ", '"': "''"}
)


@dataclass(frozen=True)
class Types:
    """What a kind of thing is called in each form.

    chinese, english: in CSL. A government's document is an administrative order (`regulation`), which the styles of
    GB/T 7714 print as an archived document (A); APA refers to it as a report, and to what CSL calls a regulation as
    the Bluebook does.
    """

    gbt: str
    chinese: str
    english: str
    bibtex: str
    biblatex: str
    ris: str


_NAMES: dict[Kind, tuple[str, ...]] = {
    "document": ("A/OL", "regulation", "report", "techreport", "report", "RPRT"),
    "page": ("EB/OL", "webpage", "webpage", "misc", "online", "ELEC"),
    "data": ("DS/OL", "dataset", "dataset", "misc", "dataset", "DATA"),
}
TYPES = {kind: Types(*names) for kind, names in _NAMES.items()}


@dataclass(frozen=True)
class Form:
    """A reference in one form. accessed: the words in it that stand in place of the day of reading, or ""."""

    key: str
    name: str
    text: str
    accessed: str = ""


@dataclass(frozen=True)
class Citation:
    """The reference to something in every form, the one that the reader's language is used to first."""

    forms: tuple[Form, ...]
    official: str


def citation(cited: Cited, reader: str) -> Citation:
    """Return how something is cited, for a reader of a language."""
    reference = cited.within(reader)
    day = reference.accessed
    texts = (
        Form("gbt", "GB/T 7714", gbt(cited), cited.chinese.accessed),
        Form("apa", "APA 7", apa(cited)),
    )
    return Citation(
        (
            *(texts if reader == ORIGINAL else reversed(texts)),
            Form("bibtex", "BibTeX", bibtex(cited, reference), day),
            Form("biblatex", "biblatex", biblatex(cited, reference), day),
            Form("ris", "RIS", ris(cited, reference), day),
            Form("csl", "CSL-JSON", csl(cited, day), day),
        ),
        cited.official,
    )


def gbt(cited: Cited) -> str:
    """Return a reference of GB/T 7714. A passage stands where that has pages: before the dates."""
    reference = cited.chinese
    numbered, edition = (reference.number, reference.version) if cited.kind == "document" else (reference.version, "")
    title = ": ".join(filter(None, (reference.title, numbered)))
    day = f"({cited.issued})" if cited.issued else ""
    accessed = f"[{reference.accessed}]" if reference.accessed else ""
    parts = (
        ", ".join(reference.authors),
        f"{title}[{TYPES[cited.kind].gbt}]",
        edition,
        f"{reference.place}{day}{accessed}",
        reference.url,
    )
    return ". ".join(filter(None, parts)) + "."


def apa(cited: Cited) -> str:
    """Return a reference of APA's seventh edition, without its italics. A passage stands with the document's number."""
    reference = cited.english
    details = "; ".join(filter(None, (reference.number, reference.version, reference.place)))
    details = details if cited.kind == "document" else f"{details[:1].upper()}{details[1:]}"
    described = "Data set" if cited.kind == "data" else reference.note
    title = " ".join(filter(None, (_whole_title(reference), f"({details})", f"[{described}]" if described else "")))
    parts = (_joined(reference.authors), f"({_apa_date(cited)})", title, _publisher(reference))
    return ". ".join(filter(None, parts)) + "." + (f" {reference.url}" if reference.url else "")


def bibtex(cited: Cited, reference: Reference) -> str:
    """Return an entry of BibTeX, whose standard styles print the number of a report and the note of anything."""
    day = cited.issued
    fields = {
        **_tex_names(reference),
        "year": str(day.year) if day else "",
        "month": _MONTHS[day.month - 1] if day else "",
        "day": str(day.day) if day else "",
        "type": _tex(reference.type),
        "institution": _tex(_bodies(reference)) if cited.kind == "document" else "",
        "number": _tex(reference.number),
        "note": _tex("; ".join(filter(None, (_publisher(reference), reference.version, *_notes(cited, reference))))),
        "language": _LANGUAGES[reference.language],
        **_tex_address(reference),
    }
    return _entry(TYPES[cited.kind].bibtex, cited.key, fields)


def biblatex(cited: Cited, reference: Reference) -> str:
    """Return an entry of biblatex."""
    fields = {
        **_tex_names(reference),
        "date": str(cited.issued or ""),
        "type": _tex(reference.type),
        "institution": _tex(_bodies(reference)) if cited.kind == "document" else "",
        "number": _tex(reference.number),
        "version": cited.version,
        "note": _tex("; ".join(filter(None, (_publisher(reference), *_notes(cited, reference))))),
        "origtitle": _tex(cited.chinese.title) if reference.translation else "",
        "langid": _LANGUAGES[reference.language],
        **_tex_address(reference),
    }
    return _entry(TYPES[cited.kind].biblatex, cited.key, fields)


def ris(cited: Cited, reference: Reference) -> str:
    """Return a reference in RIS."""
    day = cited.issued
    lines = [
        ("TY", TYPES[cited.kind].ris),
        ("ID", cited.key),
        *(("AU", f"{name},") for name in reference.authors),  # the comma keeps a body's name in one piece
        ("TI", reference.title),
        ("TT", reference.translation),
        ("PY", str(day.year) if day else ""),
        ("DA", f"{day:%Y/%m/%d}" if day else ""),
        ("SN", reference.number),
        ("ET", reference.version),
        ("PB", reference.site),
        ("M3", reference.type),
        *(("N1", note) for note in _notes(cited, reference)),
        ("LA", reference.tag),
        ("UR", reference.url),
        ("Y2", reference.accessed),
    ]
    return "\n".join([*(f"{tag}  - {text}" for tag, text in lines if text), "ER  - "])


def csl(cited: Cited, accessed: str) -> str:
    """Return items of CSL-JSON, as reference managers read them: the original, and the one in Latin letters."""
    chinese, english = cited.chinese, cited.english
    items = (
        # No publisher: with one, styles of GB/T 7714 print its name and a year in place of the dates.
        {**_item(cited, chinese, TYPES[cited.kind].chinese, accessed), "page": chinese.place},
        {
            **_item(cited, english, TYPES[cited.kind].english, accessed),
            "id": f"{cited.key}-en",
            "medium": english.note,
            "publisher": _publisher(english),
            "section": english.place,
        },
    )
    return "[\n" + ",\n".join(map(_object, items)) + "\n]"


def _item(cited: Cited, reference: Reference, kind: str, accessed: str) -> dict[str, Any]:
    day: datetime.date | None = cited.issued
    # What has no number of its own is known by the version; no style prints the field `version` of a day as it is.
    document = cited.kind == "document"
    return {
        "id": cited.key,
        "type": kind,
        "title": _whole_title(reference),
        "author": [{"literal": name} for name in reference.authors],
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "accessed": {"raw": accessed},
        "number": reference.number if document else reference.version,
        "edition": reference.version if document else "",
        "language": reference.tag,
        "URL": reference.url,
        "note": "; ".join(_official(cited, reference)),
    }


def _object(item: dict[str, Any]) -> str:
    lines = [f'    "{key}": {_json(value)}' for key, value in item.items() if value]
    return "  {\n" + ",\n".join(lines) + "\n  }"


_LANGUAGES = {"zh": "chinese", "en": "english"}


def _tex_names(reference: Reference) -> dict[str, str]:
    return {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in reference.authors),
        "title": f"{{{_tex(_whole_title(reference))}}}",
    }


def _tex_address(reference: Reference) -> dict[str, str]:
    return {"url": reference.url, "urldate": reference.accessed}


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _entry(kind: str, key: str, fields: dict[str, str]) -> str:
    written = ((name, text if name == "month" else f'"{text}"') for name, text in fields.items() if text)
    return "\n".join((f"@{kind}{{{key},", *(f"  {name} = {text}," for name, text in written), "}"))


def _notes(cited: Cited, reference: Reference) -> list[str]:
    """Return what forms with a field for notes say besides: the passage, what the text is, its official page."""
    return [*filter(None, (reference.place, reference.note)), *_official(cited, reference)]


def _official(cited: Cited, reference: Reference) -> list[str]:
    return [f"{reference.official}: {cited.official}"] if cited.official else []


def _publisher(reference: Reference) -> str:
    """Return who publishes the page, where that is not its author as well."""
    return "" if reference.authors == (reference.site,) else reference.site


def _whole_title(reference: Reference) -> str:
    """Return a title with its translation in brackets."""
    return f"{reference.title} [{reference.translation}]" if reference.translation else reference.title


def _apa_date(cited: Cited) -> str:
    """Return the year of a document or of data, the day of a page."""
    day = cited.issued
    if day is None:
        return "n.d."
    return formats.inverted_date(day, "en") if cited.kind == "page" else str(day.year)


def _bodies(reference: Reference) -> str:
    names = reference.authors
    return "、".join(names) if reference.language == ORIGINAL else _joined(names)


def _joined(names: tuple[str, ...]) -> str:
    """Return names in English: A, B, & C."""
    *before, last = names
    return f"{', '.join(before)}, & {last}" if len(before) > 1 else " & ".join(names)
