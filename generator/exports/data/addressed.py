"""Where each row can be read on the site, and where each schema stands: whole where the site's address is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.edition import addresses
from generator.edition.addresses import Addresses
from generator.exports.data.columns import Schema
from generator.exports.data.rows import Row
from generator.language.languages import LANGUAGES
from generator.records.facets import FACETS
from generator.records.kinds import CHANGE, PLAN, Kind, data_sets
from generator.records.pages import CHANGES

_IN_EACH = "InEachLanguage"


def addressed(
    datasets: Mapping[str, Iterable[Row]], schemas: Mapping[str, Schema], site_url: str
) -> tuple[dict[str, Iterable[Row]], dict[str, Schema]]:
    """Return rows and schemas with `path`, and with `url` where the site's address is known; of schemas their `$id`.

    Rows are made once, as they are read. Those of which no page tells have neither.
    """
    names = ("path", "url") if site_url else ("path",)
    placed = {name: kinds for name, kinds in data_sets().items() if name in datasets and any(map(_maker, kinds))}
    rows = {name: _rows(placed[name], of, site_url) if name in placed else of for name, of in datasets.items()}
    shapes = {name: _schema(of, names) if name in placed else of for name, of in schemas.items()}
    base = f"{site_url}{addresses.data('schema/')}" if site_url else ""
    return rows, {name: {"$id": base + schema_file(name), **shape} for name, shape in shapes.items()}


def schema_file(name: str) -> str:
    """Return the name of the file of a schema."""
    return f"{name}.schema.json"


def _rows(kinds: tuple[Kind, ...], rows: Iterable[Row], site_url: str) -> Iterator[Row]:
    by_name = {kind.plural: kind for kind in kinds}
    in_each = [Addresses(language) for language in LANGUAGES]
    for row in rows:
        kind = kinds[0] if len(kinds) == 1 else by_name[row["vocabulary"]]
        path = {to.language: _address(to, kind, row) for to in in_each} if _maker(kind) else None
        url = {language: site_url + at for language, at in path.items()} if path else None
        yield {**row, "path": path, **({"url": url} if site_url else {})}


def _maker(kind: Kind) -> str:
    """Return what makes the addresses of a kind; "" of one that has none."""
    if kind.name in FACETS:
        return "facet_value"
    return CHANGES if kind.name == CHANGE else kind.page if kind.key else ""


def _address(to: Addresses, kind: Kind, row: Mapping[str, Any]) -> str:
    maker, ids = _maker(kind), [str(row[column]) for column in kind.key]
    if kind.of_plan and len(ids) == 1:
        ids = ids[0].split("/", 1)
    if kind.name in FACETS:
        return to.facet_value(kind.name, *ids)
    if kind.of_plan and kind.page == PLAN:
        return to.inside(kind.name, *ids)
    return str(getattr(to, maker)(*ids))


def _schema(schema: Schema, names: tuple[str, ...]) -> Schema:
    """Return the schema of rows with further fields of one address in each language."""
    row_name = schema["items"]["$ref"].rpartition("/")[2]
    row = schema["$defs"][row_name]
    either = {"anyOf": [{"$ref": f"#/$defs/{_IN_EACH}"}, {"type": "null"}]}
    in_each = {
        "type": "object",
        "properties": {language: {"type": "string"} for language in LANGUAGES},
        "required": list(LANGUAGES),
        "additionalProperties": False,
    }
    properties = {**row["properties"], **dict.fromkeys(names, either)}
    wider = {**row, "properties": properties, "required": [*row["required"], *names]}
    return {**schema, "$defs": {**schema["$defs"], _IN_EACH: in_each, row_name: wider}}
