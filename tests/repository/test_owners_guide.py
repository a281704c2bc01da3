"""The owners' guide is true: what it shows of a publication is read and found right, in both languages."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from generator.edition import strings
from generator.project.layout import Layout
from generator.records.publication import Publication
from tests.cases import load_yaml
from tests.paths import ROOT
from tests.small import Repository

GUIDES = {"zh": ROOT / "docs/owners-guide.zh.md", "en": ROOT / "docs/owners-guide.en.md"}
SAMPLE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^    (?!-)(?=\S*(?:make|pip|park-plans|python3)\b)(.+)$", re.MULTILINE)

both = pytest.mark.parametrize("language", GUIDES)


def samples(language: str) -> list[Any]:
    return [load_yaml(text) for text in SAMPLE.findall(GUIDES[language].read_text(encoding="utf-8"))]


def of_publication(language: str) -> dict[str, Any]:
    """Return all that the guide writes into publication.yaml, as one."""
    shown = [sample for sample in samples(language) if isinstance(sample, dict) and sample.keys() <= FIELDS]
    return {key: value for sample in shown for key, value in sample.items()}


FIELDS = Publication.model_fields.keys()


@both
def test_the_publication_it_shows_is_right(repository: Repository, language: str) -> None:
    shown = of_publication(language)
    assert shown.keys() >= {
        "name",
        "unit",
        "languages",
        "about",
        "accent",
        "logo",
        "favicon",
        "filings",
        "site_address",
    }
    for picture in (shown["logo"], shown["favicon"]):
        repository.write(f"site_templates/static/{picture}", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    repository.write("structured/publication.yaml", yaml.safe_dump(shown, allow_unicode=True))
    assert repository.findings() == []


def test_both_guides_write_the_same() -> None:
    chinese, english = (of_publication(language) for language in GUIDES)
    assert chinese | {"languages": None} == english | {"languages": None}
    zh, en = (COMMAND.findall(path.read_text(encoding="utf-8")) for path in GUIDES.values())
    assert [line.removesuffix(" --lang zh") for line in zh] == en
    assert len(en) > 5


@both
def test_the_words_it_lays_over_are_there(language: str) -> None:
    [shown] = [sample for sample in samples(language) if isinstance(sample, dict) and not sample.keys() <= FIELDS]
    words = strings.load(Layout(ROOT).templates)[language].words
    assert {f"{group}.{key}" for group, entries in shown.items() for key in entries} <= words.keys()


@both
def test_it_is_of_no_city_that_is_published_here(language: str) -> None:
    text = GUIDES[language].read_text(encoding="utf-8")
    files = [*(ROOT / "structured").glob("publication.yaml"), *(ROOT / "structured/parks").glob("*.yaml")]
    for record in (load_yaml(path.read_text(encoding="utf-8")) for path in files):
        for key in {"name", "short_name", "district"} & record.keys():
            assert record[key][language] not in text
