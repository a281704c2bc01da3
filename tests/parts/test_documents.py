"""Pages link to documents where a build makes them, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

from generator.edition.edition import Edition
from generator.parts import documents


def test_links_lead_to_both_kinds_where_documents_are_made(edition: Edition) -> None:
    entry = edition.corpus.plans["jia-2025"]
    assert [link.to for link in documents.links(replace(edition, documents=True), entry)] == [
        "documents/jia-2025.pdf",
        "documents/jia-2025.docx",
    ]
    assert documents.links(edition, entry) == ()


def test_an_earlier_wording_has_none(edition: Edition) -> None:
    made = replace(edition, documents=True)
    earlier = [wording for entry in edition.corpus.plans.values() for wording in entry.earlier]
    assert earlier
    assert not any(documents.links(made, wording) for wording in earlier)


def test_briefs_have_one_for_each_language(edition: Edition) -> None:
    made = documents.brief(replace(edition, documents=True), "jia")
    assert made
    assert made.to == f"documents/{edition.language}/parks/jia.pdf"
    assert documents.brief(edition, "jia") is None
