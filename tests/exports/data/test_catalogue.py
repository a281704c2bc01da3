from __future__ import annotations

import json
from typing import Any

import pytest
from rdflib import DCAT, DCTERMS, RDF, Graph
from rdflib.term import Node, URIRef

from tests.sites import BuiltSite

BASE = "https://example.org/plans/data/"

# What a portal asks of each (DCAT-AP 3).
ASKED = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.license, DCAT.distribution),
    DCAT.Distribution: (DCAT.accessURL,),
}


@pytest.fixture(scope="module")
def graph(built_mini: BuiltSite) -> Graph:
    return Graph().parse(built_mini.folder / "data/catalog.jsonld", format="json-ld")


def test_everything_in_it_has_what_portals_ask_for(graph: Graph) -> None:
    for kind, asked in ASKED.items():
        found = list(graph.subjects(RDF.type, kind))
        assert found
        for thing in found:
            for term in asked:
                assert list(graph.objects(thing, term)), (thing, term)


def test_titles_stand_in_both_languages(graph: Graph) -> None:
    for dataset in graph.subjects(RDF.type, DCAT.Dataset):
        assert {getattr(title, "language", None) for title in graph.objects(dataset, DCTERMS.title)} == {"zh-CN", "en"}


def test_every_address_is_of_a_file_with_the_size_that_is_said(graph: Graph, built_mini: BuiltSite) -> None:
    index: dict[str, Any] = json.loads((built_mini.folder / "data/index.json").read_text(encoding="utf-8"))
    listed = {entry["path"]: entry for entry in index["files"]}
    assert listed["catalog.jsonld"]["mediatype"] == "application/ld+json"
    for of in graph.subjects(RDF.type, DCAT.Distribution):
        path = str(one(graph, of, DCAT.accessURL)).removeprefix(BASE)
        assert path in listed
        for size in graph.objects(of, DCAT.byteSize):
            assert int(str(size)) == listed[path]["bytes"]


def test_every_table_is_a_data_set_of_the_whole(graph: Graph, built_mini: BuiltSite) -> None:
    parts = {str(part).partition("#")[2] for part in graph.objects(None, DCTERMS.hasPart)}
    assert {"parks", "plans", "targets", "standings", "redirects"} <= parts
    assert all((built_mini.folder / f"data/{part}.json").exists() for part in parts)


def one(graph: Graph, thing: Node, term: URIRef) -> Node:
    [found] = graph.objects(thing, term)
    return found
