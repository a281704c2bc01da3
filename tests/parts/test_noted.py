from __future__ import annotations

from generator.parts import figures, noted
from tests.paths import JIA
from tests.sites import edition_of
from tests.small import Repository


def test_a_note_of_several_figures_is_told_at_the_first(repository: Repository) -> None:
    repository.replace(JIA, "targets: [listed-companies-task]", "targets: [listed-companies-task, listed-companies]")
    en = edition_of(repository.root, "en")
    targets = [t for t in en.corpus.plans["jia-2025"].targets if t.record.id.startswith("listed-companies")]
    views = [figures.view(en, of) for of in targets]
    first, second = noted.once(en, views)
    assert first is views[0]
    assert [r.of for r in second.doubts.remarks] == [r.of for r in first.doubts.remarks]
    assert [r.reason for r in second.doubts.remarks] == [en.t("figure.noted", label=first.label)]
    assert noted.once(en, views[1:]) == (views[1],)
