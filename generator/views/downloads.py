"""The data page: every file with what it holds, the version of the data, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.i18n import formats
from generator.views import citations, linked
from generator.views.citations import Form
from generator.views.page import Link, Page, Scope

WORKBOOK, PACKAGE = "park-plans.xlsx", "datapackage.json"


@dataclass(frozen=True)
class DataPage:
    """Downloads. files: name, description, JSON, CSV, schema; version: of the data, and its newest date in words."""

    lead: str
    version: str
    date: str
    workbook: Link
    files: tuple[tuple[str, str, Link, Link, Link], ...]
    package: Link
    citations: tuple[Form, ...]


def pages(scope: Scope, files: tuple[str, ...]) -> Iterator[Page]:
    """Yield the data page of a language. files: names of the data files' kinds."""
    t, version = scope.t, scope.version
    rows = tuple(
        (
            t(f"data.{name}.name"),
            t(f"data.{name}.about"),
            Link("JSON", addresses.data(f"{name}.json")),
            Link("CSV", addresses.data(f"{name}.csv")),
            Link("JSON Schema", addresses.data(f"schema/{name}.schema.json")),
        )
        for name in files
    )
    body = DataPage(
        lead=t("data.lead"),
        version=version.text,
        date=formats.date(version.date, scope.language) if version.date else "",
        workbook=Link(f"{t('data.workbook')} (XLSX)", addresses.data(WORKBOOK)),
        files=rows,
        package=Link(PACKAGE, addresses.data(PACKAGE)),
        citations=citations.forms(citations.data(scope), t),
    )
    yield Page(
        scope.to.data(),
        "data.html.j2",
        t("data.title"),
        body.lead,
        "about",
        (),
        body,
        script="copy.js",
        linked=(linked.as_json(linked.data(scope, files, WORKBOOK)),),
    )
