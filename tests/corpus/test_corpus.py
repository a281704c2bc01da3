from __future__ import annotations

from generator.edition.edition import Edition


def test_a_term_occurs_in_each_provision_that_has_its_words(en: Edition) -> None:
    corpus = en.corpus
    for id_, term in corpus.terms.items():
        having = [
            (entry, p.id) for entry in corpus.plans.values() for p in entry.files.text.provisions if term.zh in p.words
        ]
        assert list(corpus.places_by_term[id_]) == having
    assert any(len(places) > 1 for places in corpus.places_by_term.values())
