"""Write the skeleton of a new park, metric or plan, with TODO where an editor must write."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template

import yaml
from pydantic import TypeAdapter, ValidationError

from generator.extract.drafting.yaml_text import flow
from generator.findings.finding import WrongUse
from generator.project import clock
from generator.project.layout import Layout
from generator.records.common import TODO, Id
from generator.records.kinds import KINDS, MEMBER, METRIC, PARK, PLAN
from generator.source import yaml_source
from generator.source.files import listed

SKELETONS = Path(__file__).with_name("skeletons")
_YEAR = re.compile(r"(?:19[5-9]|20)\d\d")

Files = dict[str, str]  # text by name, relative to the root


def new(layout: Layout, kind: str, id_: str, park: str | None) -> list[str]:
    """Write what a new record of a kind of MAKERS begins with and return the names of its files.

    park: of a plan; None to leave it to the editor, or to the only one there is
    Raises WrongUse when the id has the wrong form or is taken, or when there is no such park.
    """
    _prove_id(id_)
    files = MAKERS[kind](layout, id_, park)
    for name, text in files.items():
        path = layout.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(files)


def _prove_id(id_: str) -> None:
    try:
        TypeAdapter(Id).validate_python(id_)
    except ValidationError:
        raise WrongUse("new.id", id=id_) from None
    if id_ == TODO:
        raise WrongUse("new.id", id=id_)


def _park(layout: Layout, id_: str, _park: str | None) -> Files:
    name = f"structured/parks/{id_}.yaml"
    _prove_free(layout, [name], id_)
    return {name: _skeleton("park.yaml", id=id_, **_known_of(layout, id_))}


def _known_of(layout: Layout, id_: str) -> dict[str, str]:
    """Return the name and the district of a park, as far as the list of those that are missing says them."""
    place = KINDS[MEMBER].place
    path = layout.root / place
    entries = yaml_source.load(path, place).data if path.is_file() else []
    said = next((entry for entry in entries or () if isinstance(entry, dict) and entry.get("id") == id_), {})
    return {key: flow(said.get(key) or {"zh": TODO, "en": TODO}) for key in ("name", "district")}


def _plan(layout: Layout, id_: str, park: str | None) -> Files:
    texts = {f"content/{id_}/{name}": name for name in ("source.txt", "zh.md", "dropped.yaml")}
    name = f"structured/plans/{id_}.yaml"
    _prove_free(layout, [name, *texts], id_)
    year = found[-1] if (found := _YEAR.findall(id_)) else str(clock.today().year)
    record = _skeleton("plan.yaml", id=id_, park=_park_of(layout, park), year=year)
    return {name: record, **{path: _skeleton(text, id=id_) for path, text in texts.items()}}


def _park_of(layout: Layout, park: str | None) -> str:
    parks = [path.stem for path in listed(layout.root, KINDS[PARK].file)]
    if park is not None and park not in parks:
        raise WrongUse("new.park", park=park, parks=parks)
    return park or (parks[0] if len(parks) == 1 else TODO)


def _metric(layout: Layout, id_: str, _park: str | None) -> Files:
    """Return the list of metrics with one more: written below the others, so that their lines and comments stay."""
    name = "structured/metrics.yaml"
    path = layout.root / name
    text = path.read_text(encoding="utf-8") if path.is_file() else "[]\n"
    entries = yaml_source.load(path, name).data if path.is_file() else []
    if any(isinstance(entry, dict) and entry.get("id") == id_ for entry in entries):
        raise WrongUse("new.taken", id=id_, names=name)
    above = text if entries else re.sub(r"^\[ *\]\n?", "", text, flags=re.MULTILINE)
    longer = f"{above.rstrip()}\n{_skeleton('metric.yaml', id=id_)}".lstrip()
    if not _is_list_of(longer, len(entries) + 1):
        raise WrongUse("new.list", file=name)
    return {name: longer}


def _is_list_of(text: str, length: int) -> bool:
    """Return whether a text is YAML of a list of this many entries: one in brackets cannot go on below them."""
    try:
        root = yaml_source.compose(text)
    except yaml.YAMLError:
        return False
    return isinstance(root, yaml.SequenceNode) and len(root.value) == length


def _prove_free(layout: Layout, names: list[str], id_: str) -> None:
    if taken := [name for name in names if (layout.root / name).exists()]:
        raise WrongUse("new.taken", id=id_, names=taken)


def _skeleton(name: str, /, **values: str) -> str:
    return Template((SKELETONS / name).read_text(encoding="utf-8")).substitute(values)


MAKERS: Mapping[str, Callable[[Layout, str, str | None], Files]] = {
    PARK: _park,
    METRIC: _metric,
    PLAN: _plan,
}
