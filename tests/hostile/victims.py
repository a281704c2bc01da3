"""A repository as plain data that a test may put anything into: every text field of every record is filled."""

from __future__ import annotations

import copy
import datetime
import typing
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml
from pydantic import BaseModel

from generator.findings.finding import DataError, Finding
from generator.records.loading import load
from generator.rules.run import findings
from generator.source import yaml_source
from tests.paths import JIA, YI
from tests.small import Repository

Keys = tuple[str | int, ...]
Leaf = tuple[str, Keys]  # file, keys
WORDS = {"zh": "甲市", "en": "City A"}
TEXTS = ("content/jia-2025/zh.md", "content/jia-2025/en.md", "content/jia-2025/source.txt")


def filled(repository: Repository) -> dict[str, Any]:
    """Return every data file of the repository, with what mini leaves out filled in."""
    data: dict[str, Any] = {}
    for path in sorted((repository.root / "structured").rglob("*.yaml")):
        name = repository.layout.relative(path)
        data[name] = copy.deepcopy(yaml_source.load(path, name).data)  # it is kept for who reads the file again
    plan, metrics = data[JIA], data["structured/metrics.yaml"]
    address = "https://www.example.org/a?b=c&d"
    plan |= {"adoption": WORDS, "disclosure": WORDS, "drafter": "jia-administration"}
    plan["sealed_on_behalf_by"] = "jia-government"
    plan["standing"] |= {"address": address, "words": "甲市科技若干意见", "provision": "preamble/1"}
    plan["validity"] = {"start": datetime.date(2025, 5, 1), "words": "甲市科技若干意见", "provision": "preamble/1"}
    known = {
        "title": WORDS,
        "number": "甲发〔2020〕3号",
        "note": WORDS,
        "source": {"address": address, "known": "cited"},
    }
    told = {"words": "甲市科技若干意见", "provision": "preamble/1", "note": WORDS}
    plan["relations"] = [
        {"kind": "implements", "document": known, **told},
        {"kind": "replaces-part-of", "plan": "yi-2021", "note": WORDS},
    ]
    plan["parents"][0]["number"] = "甲发〔2020〕2号"
    plan["source"] |= {"note": WORDS, "address": address, "address_known": "stored-copy"}
    official = {"title": "A Plan", "number": "No. 1", "publisher": WORDS, "address": address}
    plan["official_translation"] = official | {"address_known": "live-page"}
    plan["targets"][0] |= {"scope": WORDS, "notes": [WORDS], "denominator": WORDS}
    plan["facts"][0] |= {"scope": WORDS, "notes": [WORDS], "denominator": WORDS, "year_provision": "1/1"}
    plan["facts"][0] |= {"quote_en": "the park has 100 high-tech enterprises", "comparator_word": "有"}
    ranks = data["structured/parks/jia.yaml"]["industries"]
    ranks |= {"characteristic": ranks["leading"], "future": ranks["leading"]}
    plan["results"][0] |= {"scope": WORDS}
    data["structured/cited_targets.yaml"][0] |= {"notes": [WORDS]}
    plan["anomalies"][0] |= {"proposed": "云谷园", "label": WORDS}
    metrics[0] |= {"comparable": WORDS, "kinds": ["园区"], "not_applicable": {"yi": WORDS}}
    shared = next(m for m in metrics if m["id"] == "high-tech-enterprises")
    pair = ["jia-2025/high-tech-enterprises", f"yi-2021/{data[YI]['targets'][0]['id']}"]
    shared["caveats"] = [{"parks": ["jia", "yi"], "text": WORDS}]
    shared["settled"] = [{"targets": pair, "verdict": "caveat", "reason": WORDS}]
    data["structured/terms.yaml"][0] |= {
        "official_en": "service package",
        "official_source": {"publisher": WORDS, "address": address},
        "also": ["packages of services"],
    }
    for name in ("themes", "industries", "instruments", "beneficiaries", "document_kinds"):
        data[f"structured/{name}.yaml"][0] |= {"definition": WORDS, "words": ["园区"], "aliases": [f"{name} of City A"]}
    metrics[0]["words"] = ["园区"]
    data["structured/bodies.yaml"].append({"id": "coordination", "name": WORDS, "names": ["协调机制"]})
    plan["measures"][0]["bodies"] = [{"body": "coordination", "role": "lead", "words": "协调机制"}]
    gone = {"from": "metric/gone", "to": "page/compare", "date": datetime.date(2025, 6, 1), "reason": WORDS}
    data["structured/redirects.yaml"] = [gone]
    return copy.deepcopy(data)  # the same words in two places are two values: YAML would write an alias


def leaves(data: Any, keys: Keys = ()) -> Iterator[Keys]:
    """Yield where the texts stand."""
    if isinstance(data, str):
        yield keys
    elif isinstance(data, list):
        for i, item in enumerate(data):
            yield from leaves(item, (*keys, i))
    elif isinstance(data, dict):
        for key, item in data.items():
            yield from leaves(item, (*keys, key))


def changed(data: Any, change: Callable[[str], str], where: set[Keys], keys: Keys = ()) -> Any:
    """Return the data with some of its texts changed."""
    if isinstance(data, str):
        return change(data) if keys in where else data
    if isinstance(data, list):
        return [changed(item, change, where, (*keys, i)) for i, item in enumerate(data)]
    if isinstance(data, dict):
        return {key: changed(item, change, where, (*keys, key)) for key, item in data.items()}
    return data


def write(repository: Repository, data: Mapping[str, Any]) -> None:
    for path, content in data.items():
        repository.write(path, yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10**6))


def wrong(repository: Repository) -> list[Finding]:
    """Return the errors that are found."""
    try:
        return [finding for finding in findings(load(repository.layout)) if finding.severity == "error"]
    except DataError as error:
        return error.findings


def spread(repository: Repository, data: Mapping[str, Any], change: Callable[[str], str]) -> set[Leaf]:
    """Change every text that may be changed, and return which: the others are told by a finding where they stand.

    The names of bodies stay, by which the words of others are judged.
    """
    left = {(path, keys) for path in data for keys in leaves(data[path]) if not {"names", "readings"} & set(keys)}
    while True:
        write(repository, {p: changed(data[p], change, {k for path, k in left if path == p}) for p in data})
        found = wrong(repository)
        if not found:
            return left
        read = {p: yaml_source.load(repository.root / p, p) for p in {path for path, _ in left}}
        places = {(f.path, f.line, f.column) for f in found}
        told = {(path, keys) for path, keys in left if (path, *read[path].mark(*keys)) in places}
        # Of some the finding stands at the entry that holds them.
        told = told or {(p, keys) for p, keys in left if any((p, *read[p].mark(*k)) in places for k in _around(keys))}
        # Of one that stays the finding is of what stands beside it, in the other language.
        pairs = {(p, k[:-1]) for p in read for k in leaves(data[p]) if (p, *read[p].mark(*k)) in places}
        told = told or {(p, keys) for p, keys in left if (p, keys[:-1]) in pairs}
        assert told, [(f.code, f.path, f.line, f.says) for f in found]
        left -= told


def _around(keys: Keys) -> Iterator[Keys]:
    """Yield where the mapping and the entry stand that hold a text."""
    yield from (keys[:end] for end in range(len(keys) - 1, 1, -1))


def text_fields(model: type[BaseModel], name: str = "") -> Iterator[str]:
    """Yield the dotted name of every text of a kind of record; `*` stands for the keys of a mapping."""
    for key, field in model.model_fields.items():
        yield from _texts(field.annotation, f"{name}.{field.alias or key}".lstrip("."))


def _texts(annotation: Any, name: str) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from text_fields(annotation, name)
    elif annotation is str:
        yield name
    elif typing.get_origin(annotation) is dict:
        yield from _texts(typing.get_args(annotation)[1], f"{name}.*")
    elif typing.get_origin(annotation) is not typing.Literal:
        for inner in typing.get_args(annotation):
            yield from _texts(inner, name)
