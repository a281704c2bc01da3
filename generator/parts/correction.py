"""Where an editor mends a record, and where a reader says that something is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition.edition import Edition
from generator.edition.page import Link

RECORD, ANCHOR = "@record@", "@anchor@"  # what the script of the page fills in


@dataclass(frozen=True)
class Correction:
    """Two links. The names say aloud which record they are for; on the page they stand beside it.

    edit: None where no repository is known, and problems are reported by mail
    """

    edit: Link | None
    edit_name: str
    report: Link
    report_name: str


@dataclass(frozen=True)
class CorrectionSources:
    """What the script of a page makes such links of, where there are too many records to write them all down.

    files: words and address up to the line, for each file that a record stands in
    report: address of the form, with `RECORD` and `ANCHOR` to be filled in
    """

    files: tuple[Link, ...]
    report: Link


def correction(
    edition: Edition, kind: str, name: str, record: str, source_line: str, address: str
) -> Correction | None:
    """Return the links of a record, or None where readers are not told where to report a problem.

    kind: key below `edit.kind`; name: in the reader's language; record: id; address: where the site shows it
    source_line: `structured/plans/x.yaml:57`
    """
    if not edition.takes_reports:
        return None
    t, what = edition.t, edition.t(f"edit.kind.{kind}")
    return Correction(
        edit=Link(t("edit.edit"), edition.repository.line(source_line)) if edition.repository else None,
        edit_name=t("edit.edit_name", kind=what, name=name),
        report=Link(t("edit.report"), edition.problem(record, address)),
        report_name=t("edit.report_name", kind=what, name=name),
    )


def correction_sources(
    edition: Edition, files: Mapping[str, str], prefix: str, address: str
) -> CorrectionSources | None:
    """Return what the links of a page's records are made of, or None where readers are not told where to report.

    files: path by the words of its link; prefix: what stands before the id of a record; address: of the page
    """
    if not edition.takes_reports:
        return None
    repository = edition.repository
    report = edition.problem(f"{prefix}{RECORD}", f"{address}#{ANCHOR}")
    return CorrectionSources(
        tuple(Link(words, repository.start_of_line(path)) for words, path in files.items()) if repository else (),
        Link(edition.t("edit.report"), report),
    )


def plan_sources(edition: Edition, entry: PlanEntry, address: str) -> CorrectionSources | None:
    """Return the same for a page of records of a plan, which all stand in its file."""
    return correction_sources(edition, {edition.t("edit.edit"): entry.source_line.rpartition(":")[0]}, "", address)


def lines(edition: Edition, of: InPlan[Any]) -> str:
    """Return the id of a record and its line in the file of its plan, for the script of a page that shows many.

    "" where readers are not told where to report; without a line where no repository is known, or where the record is
    of an earlier wording, which stands in a file of its own.
    """
    if not edition.takes_reports:
        return ""
    return f"{of.id} {of.source_line.rpartition(':')[2]}" if edition.repository and not of.entry.wording else of.id


def of_plan(edition: Edition, name: str, of: InPlan[Any]) -> Correction | None:
    """Return the links of a record of a plan; as `correction`."""
    return correction(edition, of.kind, name, of.id, of.source_line, edition.to.of(of.ref))
