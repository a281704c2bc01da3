"""Documentation of the data files in both languages: what they hold, their licence, what each column means."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from generator.edition.facet_names import about_data
from generator.edition.strings import Strings
from generator.records.common import Both
from generator.records.publication import Publication

Said = Both[str]


@dataclass(frozen=True)
class Notes:
    """Words that accompany the data.

    id: name of the data package; licence_id, licence_address: of the licence
    publisher: who publishes the data; of a publication that names nobody, its own name
    address: of the data page; changed: the newest date in the data
    facts: lines of what it is; headings: of the list of columns
    names, contents: of each kind; columns: what a column means, by its name or by kind and name
    """

    id: str
    licence_id: str
    licence_address: str
    title: Said
    publisher: Said
    about: Said
    licence: Said
    workbook: Said
    sheet: str
    address: str
    version: str
    changed: datetime.date | None
    version_name: Said
    facts: tuple[tuple[Said, Said], ...]
    headings: tuple[Said, ...]
    names: Mapping[str, Said]
    contents: Mapping[str, Said]
    columns: Mapping[str, Said]

    def meaning(self, kind: str, path: tuple[str, ...]) -> Said | None:
        """Return what a column means: as said for this kind, else for its whole name, else for what it is part of."""
        whole = "_".join(path)
        for name in (f"{kind}-{whole}", f"{kind}-{path[0]}", whole, path[0]):
            if found := self.columns.get(name):
                return found
        return None


def notes(
    words: Mapping[str, Strings],
    publication: Publication,
    kinds: tuple[str, ...],
    version: str,
    address: str,
    changed: datetime.date | None = None,
) -> Notes:
    """Return the notes of the data.

    address: absolute address of the data page; "" where the site's is not known
    changed: the newest date in the data
    """

    def pair(key: str) -> Said:
        return Said(zh=words["zh"](key), en=words["en"](key))

    prefix = "data.column."
    columns = [key.removeprefix(prefix) for key in words["en"].words if key.startswith(prefix)]
    return Notes(
        id=publication.id,
        licence_id=publication.licence.id,
        licence_address=publication.licence.address,
        title=pair("data.set_title"),
        publisher=publication.publisher.name if publication.publisher else publication.name,
        about=pair("data.description"),
        licence=pair("data.licence"),
        workbook=pair("data.workbook"),
        sheet=words["en"]("data.notes.sheet"),
        address=address,
        version=version,
        changed=changed,
        version_name=pair("data.version"),
        facts=(
            (pair("data.notes.what"), pair("data.description")),
            (pair("data.notes.licence"), pair("data.licence")),
            (pair("data.notes.cells"), pair("data.notes.cells_text")),
            *([(pair("data.notes.address"), Said(zh=address, en=address))] if address else []),
        ),
        headings=tuple(pair(f"data.notes.{key}") for key in ("kind", "name", "meaning", "meaning_other")),
        names={kind: pair(f"data.{kind}.name") for kind in kinds},
        contents={kind: Said(**{language: about_data(t, kind) for language, t in words.items()}) for kind in kinds},
        columns={name: pair(f"data.column.{name}") for name in columns},
    )
