"""The data as a DCAT catalogue in JSON-LD, as portals of open data harvest it: one data set a table, and the whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.corpus.formats import Format, for_all, for_each
from generator.edition.addresses import CATALOGUE, PACKAGE
from generator.exports.data.addressed import schema_file
from generator.exports.data.columns import Schema
from generator.exports.data.notes import Notes, Said
from generator.exports.data.package import sized
from generator.language.languages import LANGUAGES, TAGS

Thing = dict[str, Any]
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_JSON = "application/json"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_LANGUAGES = "http://publications.europa.eu/resource/authority/language/"
_CODES = {"zh": "ZHO", "en": "ENG"}  # of that authority


def catalogue(schemas: Mapping[str, Schema], notes: Notes, folder: Path) -> Thing:
    """Return the catalogue of the files in a folder whose address is known."""
    said, base = _about(notes), _base(schemas)
    tables = [_table(name, schema, notes, folder, base, said) for name, schema in schemas.items()]
    whole = [_distribution(format_, notes.id, folder, base) for format_ in for_all()]
    described = {
        "@type": "dcat:Distribution",
        "dcat:accessURL": _at(base, PACKAGE),
        "dcat:mediaType": _media(_JSON),
    }
    return {
        "@context": _CONTEXT,
        "@id": f"{base}{CATALOGUE}#catalogue",
        "@type": "dcat:Catalog",
        **_titled(notes.title, notes.about),
        **said,
        "foaf:homepage": {"@id": notes.address},
        "dcat:dataset": [
            {
                "@id": f"{base}{CATALOGUE}#{notes.id}",
                "@type": "dcat:Dataset",
                **_titled(notes.title, notes.about),
                **said,
                "dct:hasPart": [{"@id": table["@id"]} for table in tables],
                "dcat:distribution": [*whole, described],
            },
            *tables,
        ],
    }


def _base(schemas: Mapping[str, Schema]) -> str:
    """Return the whole address of the folder."""
    name, schema = next(iter(schemas.items()))
    return str(schema["$id"]).removesuffix(f"schema/{schema_file(name)}")


def _about(notes: Notes) -> Thing:
    """Return what holds of the catalogue and of each of its data sets."""
    day = {"dct:modified": {"@value": notes.changed.isoformat(), "@type": "xsd:date"}} if notes.changed else {}
    return {
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": _words(notes.publisher)},
        "dct:license": {"@id": notes.licence_address},
        "dct:language": [{"@id": f"{_LANGUAGES}{_CODES[language]}"} for language in LANGUAGES],
        "dcat:version": notes.version,
        "dcat:landingPage": {"@id": notes.address},
        **day,
    }


def _table(name: str, schema: Schema, notes: Notes, folder: Path, base: str, said: Thing) -> Thing:
    found = [_distribution(format_, name, folder, base) for format_ in for_each()]
    for each in found:
        if each["dcat:mediaType"] == _media(_JSON):
            each["dct:conformsTo"] = {"@id": schema["$id"]}
    return {
        "@id": f"{base}{CATALOGUE}#{name}",
        "@type": "dcat:Dataset",
        **_titled(notes.names[name], notes.contents[name]),
        **said,
        "dcat:distribution": found,
    }


def _distribution(format_: Format, name: str, folder: Path, base: str) -> Thing:
    file = format_.file(name)
    size = sized(folder / file)
    checksum = {
        "@type": "spdx:Checksum",
        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
        "spdx:checksumValue": {"@value": size["hash"].removeprefix("sha256:"), "@type": "xsd:hexBinary"},
    }
    return {
        "@id": f"{base}{CATALOGUE}#{file}",
        "@type": "dcat:Distribution",
        "dcat:accessURL": _at(base, file),
        "dcat:downloadURL": _at(base, file),
        "dcat:mediaType": _media(format_.mediatype),
        "dcat:byteSize": {"@value": str(size["bytes"]), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": checksum,
    }


def _titled(title: Said, description: Said) -> Thing:
    return {"dct:title": _words(title), "dct:description": _words(description)}


def _words(said: Said) -> list[Thing]:
    return [{"@value": getattr(said, language), "@language": TAGS[language]} for language in LANGUAGES]


def _media(type_: str) -> Thing:
    return {"@id": f"{_MEDIA_TYPES}{type_}"}


def _at(base: str, file: str) -> Thing:
    return {"@id": f"{base}{file}"}
