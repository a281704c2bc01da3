"""Read a whole repository: every file into records, every record with the document it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from generator.findings.finding import DataError, Finding
from generator.project import overlay
from generator.project.collector import paused
from generator.project.layout import Layout
from generator.records import configuration, lifting, placing
from generator.records.common import TODO
from generator.records.dropped import Dropped
from generator.records.filed import Filed, PlanFiles, Records, files
from generator.records.kept import Kept
from generator.records.kinds import KINDS, PLAN, Kind
from generator.records.lifecycle import Wording
from generator.records.plan import Plan
from generator.records.publication import Publication
from generator.records.reading import read
from generator.source import text_source, yaml_source
from generator.source.characters import MOST_FINDINGS, read_text
from generator.source.files import listed
from generator.source.text_source import Provision, Text
from generator.source.yaml_source import Document

T = TypeVar("T")
R = TypeVar("R", bound=BaseModel)


class _Collector:
    """Runs readers one after another and keeps what each finds wrong, so that all is reported at once."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def try_(self, reader: Callable[[], T]) -> T | None:
        try:
            return reader()
        except DataError as error:
            self.findings += error.findings
            return None


def load(layout: Layout, plan: str | None = None, *, first: bool = False, kept: Kept | None = None) -> Records:
    """Read content/ and structured/.

    plan: read this plan alone
    first: whether a plan is being made, so that there may be none yet, and what is wrong about another does not matter
    kept: what was read of plans before, and takes up what is read now
    Raises DataError with everything that is wrong about the form of any file.
    """
    with paused():
        return _load(layout, plan, first, kept)


def _load(layout: Layout, plan: str | None, first: bool, kept: Kept | None) -> Records:
    collector = _Collector()
    plans_collector = _Collector() if first else collector
    plans_collector.findings += placing.findings(layout)
    common = _common_kept(layout, collector, kept)
    plan_kind = KINDS[PLAN]
    written = placing.paths(layout, plan_kind) if first else _files(layout, plan_kind, collector)
    paths = [path for path in written if plan in (None, path.stem)]
    plans = [_plan_kept(layout, plan_kind, path, plans_collector, kept) for path in paths]
    if collector.findings or common is None:
        raise DataError(collector.findings)
    ids = frozenset(path.stem for path in written)
    return Records(common.publication, tuple(p for p in plans if p), common.filed, ids)


@dataclass(frozen=True)
class Common:
    """What belongs to no plan."""

    publication: Filed[Publication]
    filed: Mapping[str, tuple[Filed[Any], ...]]


def _common_kept(layout: Layout, collector: _Collector, kept: Kept | None) -> Common | None:
    """Return what belongs to no plan as it was read before, where nothing of it has changed; else read it."""
    if kept and (before := kept.get(Common, kept.inputs.common)):
        return before
    wrong = len(collector.findings)
    found = _common(layout, collector)
    if kept and found and len(collector.findings) == wrong:
        kept.put(kept.inputs.common, found)
    return found


def _common(layout: Layout, collector: _Collector) -> Common | None:
    collector.findings += [*overlay.findings(layout), *configuration.findings(layout)]
    publication = _publication(layout, collector)
    filed = {kind.plural: _kind(layout, kind, collector) for kind in files() if kind.name != PLAN}
    return Common(publication, filed) if publication else None


def _kind(layout: Layout, kind: Kind, collector: _Collector) -> tuple[Filed[Any], ...]:
    """Read the records of a kind. A list that is missing is an empty one: what needs an entry of it says so."""
    if kind.stored == "folder":
        found = (_whole(layout, path, _model(kind), collector) for path in _files(layout, kind, collector))
        return tuple(filed for filed in found if filed)
    path = layout.root / kind.file
    return tuple(_list(layout, path, _model(kind), collector)) if path.exists() else ()


def _model(kind: Kind) -> type[BaseModel]:
    if kind.model is None:
        raise TypeError(f"a kind that has files must have a model: {kind.name}")
    return kind.model


def _files(layout: Layout, kind: Kind, collector: _Collector) -> list[Path]:
    paths = placing.paths(layout, kind)
    if not paths:
        collector.findings.append(Finding.of("S008.folder", f"structured/{kind.plural}"))
    return paths


def _publication(layout: Layout, collector: _Collector) -> Filed[Publication] | None:
    """Read what a publication says of itself. Raises DataError at once when its files are of another format."""
    path = layout.structured / "publication.yaml"
    if not path.is_file():
        collector.findings.append(Finding.of("S008.publication", layout.relative(path)))
        return None
    document = collector.try_(lambda: yaml_source.load(path, layout.relative(path)))
    if document and (wrong := [*lifting.check(document)]):
        raise DataError(wrong)
    publication = _whole(layout, path, Publication, collector) if document else None
    if publication:
        collector.findings += _pictures(layout, publication)
    return publication


def _pictures(layout: Layout, filed: Filed[Publication]) -> Iterator[Finding]:
    """Yield S024 for a picture that stands in no folder of static files."""
    for key, name in (("logo", filed.record.logo), ("favicon", filed.record.favicon)):
        if name and not any((folder / "static" / name).is_file() for folder in layout.template_folders):
            yield filed.finding("S024.picture", (key,), name=name)


def _whole(layout: Layout, path: Path, model: type[R], collector: _Collector) -> Filed[R] | None:
    document = collector.try_(lambda: yaml_source.load(path, layout.relative(path)))
    if document is None:
        return None
    record = collector.try_(lambda: read(model, document))
    return Filed(record, document) if record else None


def _list(layout: Layout, path: Path, model: type[R], collector: _Collector) -> list[Filed[R]]:
    """Read a file that holds a list of records of one kind."""
    name = layout.relative(path)
    if not path.exists():
        collector.findings.append(Finding.of("S008.list", name))
        return []
    document = collector.try_(lambda: yaml_source.load(path, name))
    if document is None:
        return []
    if not isinstance(document.data, list):
        collector.findings.append(document.finding("R001.list", ()))
        return []
    entries = []
    enough = len(collector.findings) + MOST_FINDINGS
    for i in range(len(document.data)):
        if len(collector.findings) >= enough:
            break
        record = collector.try_(lambda i=i: read(model, document, i))  # type: ignore[misc]
        if record:
            entries.append(Filed(record, document, (i,)))
    return entries


def _plan_kept(layout: Layout, kind: Kind, path: Path, collector: _Collector, kept: Kept | None) -> PlanFiles | None:
    """Return a plan as it was read before, where its files are the same; else read it."""
    follows_from = kept.inputs.of_plan(path.stem) if kept else ""
    if kept and (before := kept.get(PlanFiles, follows_from)):
        return before
    wrong = len(collector.findings)
    found = _plan(layout, kind, path, collector)
    if kept and found and len(collector.findings) == wrong:
        kept.put(follows_from, found)
    return found


def _plan(layout: Layout, kind: Kind, path: Path, collector: _Collector) -> PlanFiles | None:
    filed = _whole(layout, path, _model(kind), collector)
    folder = layout.content / path.stem
    chinese, capture = folder / "zh.md", folder / "source.txt"
    missing = [p for p in (chinese, capture) if not p.exists()]
    for p in missing:
        collector.findings.append(Finding.of("S008.needed", layout.relative(path), file=layout.relative(p)))
    if missing:
        return None
    dropped = _list(layout, folder / "dropped.yaml", Dropped, collector)
    lock = _lock(layout, folder / "en.lock.yaml", collector)
    found = _texts(layout, folder, cast("Filed[Plan] | None", filed), collector)
    if found is None or found.capture is None:
        return None
    collector.findings += _unnamed(layout, folder, found.plan)
    earlier = (_wording(layout, folder, found, i, said, collector) for i, said in enumerate(found.plan.wordings))
    return replace(found, locked=lock, dropped=tuple(dropped), earlier=tuple(each for each in earlier if each))


def _texts(layout: Layout, folder: Path, filed: Filed[Plan] | None, collector: _Collector) -> PlanFiles | None:
    """Read the texts of a folder: Chinese, English where there is any, and the capture where there is one."""
    chinese, capture = folder / "zh.md", folder / "source.txt"
    text = collector.try_(lambda: text_source.load(chinese, layout.relative(chinese)))
    english = _english(layout, folder / "en.md", collector)
    there = capture.exists()
    raw = collector.try_(lambda: read_text(capture, layout.relative(capture))) if there else None
    if filed is None or text is None or (there and raw is None):
        return None
    begun = english if english and any(is_gap(p) for p in english.provisions) else None
    return PlanFiles(filed, text, english if begun is None else None, None, begun, raw, ())


def _unnamed(layout: Layout, folder: Path, plan: Plan) -> Iterator[Finding]:
    """Yield S017 for each text in a folder of its own that the plan tells of no wording of."""
    known = {said.id for said in plan.wordings}
    for path in listed(folder, "*/zh.md"):
        if path.parent.name not in known:
            yield Finding.of("S017.wording", layout.relative(path), name=path.parent.name, plan=plan.id)


def _wording(
    layout: Layout, folder: Path, plan: PlanFiles, i: int, said: Wording, collector: _Collector
) -> PlanFiles | None:
    """Read the texts of an earlier wording, which stand in a folder that is named by its date."""
    own = folder / said.id
    if not (own / "zh.md").exists():
        name = layout.relative(own / "zh.md")
        collector.findings.append(plan.filed.finding("S008.wording", ("wordings", i, "date"), file=name))
        return None
    dropped = _list(layout, own / "dropped.yaml", Dropped, collector) if (own / "dropped.yaml").exists() else []
    found = _texts(layout, own, plan.filed, collector)
    return replace(found, dropped=tuple(dropped), wording=said.date) if found else None


def is_gap(provision: Provision) -> bool:
    """Return whether a passage of the English is still to be translated."""
    return provision.words == TODO or TODO in provision.cells


def _english(layout: Layout, path: Path, collector: _Collector) -> Text | None:
    return collector.try_(lambda: text_source.load(path, layout.relative(path))) if path.exists() else None


def _lock(layout: Layout, path: Path, collector: _Collector) -> Document | None:
    """Read the fingerprints of the Chinese that the English was made from, by provision."""
    if not path.exists():
        return None
    document = collector.try_(lambda: yaml_source.load(path, layout.relative(path)))
    if document is None:
        return None
    data = document.data
    if not isinstance(data, dict) or not all(isinstance(text, str) for pair in data.items() for text in pair):
        collector.findings.append(document.finding("R001.lock", (), plan=path.parent.name))
        return None
    return document
