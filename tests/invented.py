"""What is added to the tables for a test: a facet, a kind, a field of a target, a page and a format."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pydantic import Field

from generator.corpus.formats import FORMATS, Format
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.exports.data.files import WRITERS, Tables
from generator.records import json_schemas
from generator.records.common import Address, Bilingual, Id, Record, Verbatim
from generator.records.facets import FACETS, Facet
from generator.records.kinds import KINDS, Kind, vocabulary
from generator.records.pages import PAGES
from generator.records.plan import Plan
from generator.records.target import Target
from generator.records.task import Task
from generator.site import pages as all_pages

WORDS = {
    "facet.audience": "Audience",
    "diff.kind.audience": "audience",
    "kind.showcase": "Showcase",
    "edit.kind.showcase": "showcase",
    "diff.kind.showcase": "showcase",
    "data.showcases.name": "Showcases",
    "data.showcases.about": "What is reached on the way",
    "status.showcases": "Showcases",
    "data.column.pledge": "Pledge",
    "nav.contact": "Contact",
}
TEXTS = {
    "    bodies:\n": "    audiences: {founders: 支持初创企业}\n    bodies:\n",
    "    commitment_word: 力争\n    notes: []": "    commitment_word: 力争\n    notes: []\n    pledge: a firm word",
    "anomalies:\n": """showcases:
  - id: cloud-valley-opens
    provision: 2.1.1/1
    quote: 建设云谷
    title: {zh: 云谷启用, en: Cloud Valley opens}
    summary: {zh: 云谷对外启用。, en: Cloud Valley opens its doors to visitors.}

anomalies:
""",
}
MOVED = """\
- {from: showcase/jia-2025/valley, to: showcase/jia-2025/cloud-valley-opens, date: 2025-07-01}
- {from: audience/starters, to: audience/founders, date: 2025-07-01}
- {from: audience/nobody, to: page/contact, date: 2025-07-01}
"""


class Showcase(Record):
    """An invented kind of record."""

    id: Id
    provision: Address
    quote: Verbatim
    title: Bilingual
    summary: Bilingual


class WiderTask(Task):
    """A task with a field for the invented facet."""

    audiences: dict[Id, Verbatim] = Field(default={})


class WiderTarget(Target):
    """A target with an invented field."""

    pledge: str | None = None


class WiderPlan(Plan):
    """A plan with a field for the invented kind."""

    targets: tuple[WiderTarget, ...] = Field(default=(), strict=False)
    tasks: tuple[WiderTask, ...] = Field(default=(), strict=False)
    showcases: tuple[Showcase, ...] = Field(default=(), strict=False)


def contact(edition: Edition) -> Iterator[Page]:
    """Yield an invented page."""
    shown = tuple(edition.corpus.plans.values())
    address, title = edition.to.page("contact"), edition.t("nav.contact")
    yield Page(
        *(address, "contact.html.j2", title, title, "", ()),
        make=lambda: f"An invented page of {len(shown)} plans",
        name="contact",
        menus=("main", "footer"),
        shows=shown,
    )


def write_tabbed(tables: Tables, path: Path) -> None:
    """Write an invented format: the ids of a data set."""
    [rows] = tables.datasets.values()
    path.write_text("\t".join(str(row.get("id")) for row in rows), encoding="utf-8")


KNOWN = json_schemas.fields()


def _fields() -> dict[str, Any]:
    def explained(name: str, ids: str | None = None) -> json_schemas.Field:
        return json_schemas.Field(title=name, zh=name, en=name, ids=ids)

    return {
        **KNOWN,
        "WiderTask": {"audiences": explained("audiences", "audiences")},
        "WiderTarget": {"pledge": explained("pledge")},
        "WiderPlan": {"showcases": explained("showcases")},
        "Showcase": {name: explained(name) for name in Showcase.model_fields},
    }


def _with(kind: Kind, model: type[Record]) -> Kind:
    return Kind(**{**vars(kind), "model": model})


@contextmanager
def invented() -> Iterator[None]:
    """Give the tables an invented facet, kind, field of a target, page and format, as long as the context lasts."""
    facet = Facet("audience", "audiences", "audiences")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(FACETS, facet.key, facet)
        patch.setitem(KINDS, facet.key, vocabulary(facet))
        patch.setitem(KINDS, "plan", _with(KINDS["plan"], WiderPlan))
        patch.setitem(KINDS, "task", _with(KINDS["task"], WiderTask))
        patch.setitem(KINDS, "target", _with(KINDS["target"], WiderTarget))
        showcase = Kind(
            *("showcase", "showcases", Showcase, "plan", "plan", "plans", "title", "summary", "showcases"),
            search="record",
        )
        patch.setitem(KINDS, showcase.name, showcase)
        patch.setattr(json_schemas, "fields", _fields)
        patch.setitem(PAGES, "contact", "")
        patch.setattr(all_pages, "REGISTER", (*all_pages.REGISTER, contact))
        patch.setitem(FORMATS, "tsv", Format("tsv", "TSV", "text/tab-separated-values", plan=("task",)))
        patch.setitem(WRITERS, "tsv", write_tabbed)
        yield
