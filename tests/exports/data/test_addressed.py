from __future__ import annotations

import json
import re
from typing import Any

import pytest

from generator.corpus.datasets import datasets
from generator.corpus.schemas import schemas
from generator.exports.data.addressed import addressed
from generator.records.kinds import data_sets
from tests.paths import MINI
from tests.sites import BuiltSite, edition_of


def load(site: BuiltSite, name: str) -> Any:
    return json.loads((site.folder / "data" / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("site", ["built_mini", "built_site"])
@pytest.mark.parametrize(
    "name",
    [
        name
        for name in data_sets()
        if name
        not in ("exclusions", "comparisons", "guide", "members", "reports", "cited_targets", "standings", "redirects")
    ],
)
def test_every_path_leads_to_a_page_and_a_place_on_it(name: str, site: str, request: pytest.FixtureRequest) -> None:
    built = request.getfixturevalue(site)
    if not (built.folder / f"data/{name}.json").exists():
        pytest.skip("has no such rows")
    known: dict[str, set[str]] = {}
    paths = [path for row in load(built, f"{name}.json") if row["path"] for path in row["path"].values()]
    assert paths
    for path in paths:
        page, _, anchor = path.partition("#")
        if page not in known:
            html = (built.folder / page / "index.html").read_text(encoding="utf-8")
            known[page] = {"", *re.findall(r"\bid=[\"']?([^\s\"'>]+)", html)}
        assert anchor in known[page], path


def test_the_whole_address_is_the_path_behind_that_of_the_site(built_mini: BuiltSite) -> None:
    for row in load(built_mini, "parks.json"):
        assert row["path"] == {"zh": f"zh/parks/{row['id']}/", "en": f"en/parks/{row['id']}/"}
        assert row["url"] == {tongue: f"https://example.org/plans/{path}" for tongue, path in row["path"].items()}
    assert (
        load(built_mini, "schema/parks.schema.json")["$id"] == "https://example.org/plans/data/schema/parks.schema.json"
    )


def test_without_an_address_of_the_site_there_are_paths_alone() -> None:
    corpus = edition_of(MINI, "zh").corpus
    rows, shapes = addressed(datasets(corpus, lines=False), schemas(corpus.data_sets), "")
    assert all("url" not in row for row in rows["parks"])
    assert "url" not in shapes["parks"]["$defs"]["ParkRow"]["properties"]
    assert shapes["parks"]["$id"] == "parks.schema.json"
