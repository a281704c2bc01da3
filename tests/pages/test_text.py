from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.datasets import datasets, status
from generator.edition.addresses import provision_anchor
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.pages.text import TextPage
from generator.parts.text_blocks import Segment, Version
from generator.project.layout import Layout
from generator.site import pages as all_pages
from generator.site.head import Heads
from generator.site.render import Renderer
from generator.site.tree import document
from generator.source.passages import find
from generator.source.text_source import ROW
from tests.paths import JIA_ENGLISH
from tests.sites import edition_of
from tests.small import Repository


def body(pages: dict[str, Page], edition: Edition, plan: str = "jia-2025") -> TextPage:
    found = pages[edition.to.text(plan)].body
    assert isinstance(found, TextPage)
    return found


def marked(page: TextPage, language: str = "zh") -> Iterator[tuple[str, str, str]]:
    """Yield kind, words and address of every mark in a language's text."""
    for block in page.blocks:
        version = block.chinese if language == "zh" else block.english
        for segment in all_segments(version) if version else ():
            if segment.mark:
                assert segment.link is not None
                yield segment.mark, segment.text, segment.link.to


def all_segments(version: Version) -> tuple[Segment, ...]:
    return (*version.segments, *(s for row in version.rows for cell in row for s in cell))


def words(segments: tuple[Segment, ...]) -> str:
    return "".join(s.text for s in segments)


def test_no_word_of_a_text_is_lost_by_marking(pages: dict[str, Page], edition: Edition) -> None:
    for plan, entry in edition.corpus.plans.items():
        blocks = {block.anchor: block for block in body(pages, edition, plan).blocks}
        for p in entry.files.text.provisions:
            if p.level == ROW:
                continue
            version = blocks[provision_anchor(p.id)].chinese
            rows = [q for q in entry.passages.children[p.id] if q.level == ROW]
            if p.cells:
                assert [tuple(words(cell) for cell in row) for row in version.rows] == [q.cells for q in (p, *rows)]
            else:
                assert words(version.segments) == p.words


def test_every_provision_has_its_anchor_once(pages: dict[str, Page], edition: Edition) -> None:
    for plan, entry in edition.corpus.plans.items():
        blocks = body(pages, edition, plan).blocks
        anchors = [block.anchor for block in blocks] + [row for block in blocks for row in block.rows]
        assert sorted(anchors) == sorted(provision_anchor(p.id) for p in entry.files.text.provisions)
        assert len(set(anchors)) == len(anchors)


def test_the_words_of_every_target_and_fact_are_marked(pages: dict[str, Page], edition: Edition) -> None:
    entry = edition.corpus.plans["jia-2025"]
    found = {address: text for _, text, address in marked(body(pages, edition))}
    for target in entry.targets:
        text = found[edition.to.inside("target", "jia-2025", target.record.id)]
        if entry.provision(target.record.provision).level == ROW:
            assert target.record.quote.endswith(text)  # of a table row the value is marked
        else:
            assert find(target.record.quote, text)
    for fact in entry.facts:
        assert found[edition.to.inside("fact", "jia-2025", fact.record.id)] == fact.record.quote


def test_a_note_is_marked_where_its_words_stand(pages: dict[str, Page], edition: Edition) -> None:
    assert ("note", "云谷", edition.to.inside("anomaly", "jia-2025", "cloud-valley-undefined")) in set(
        marked(body(pages, edition))
    )


def test_the_value_of_a_table_row_is_marked(pages: dict[str, Page], zh: Edition) -> None:
    [table] = [block for block in body(pages, zh).blocks if block.kind == "table"]
    assert table.rows == ("p-1-p3-r1", "p-1-p3-r2", "p-1-p3-r3")
    head, energy, *_ = table.chinese.rows
    assert not any(s.mark for cell in head for s in cell)
    assert [[(s.text, s.mark) for s in cell] for cell in energy] == [
        [("1", "")], [("单位增加值能耗", "")], [("吨标准煤/万元", "")], [("低于0.5", "target")],
    ]  # fmt: skip


def test_marks_name_what_they_lead_to(pages: dict[str, Page], zh: Edition, en: Edition) -> None:
    for edition, label in ((zh, "园区总营收"), (en, "Total revenue of the park")):
        segments = [s for block in body(pages, edition).blocks for s in all_segments(block.chinese)]
        assert label in [s.link.text for s in segments if s.link]


def test_both_languages_mark_the_same_words(pages: dict[str, Page], zh: Edition, en: Edition) -> None:
    same = [[(kind, text) for kind, text, _ in marked(body(pages, edition))] for edition in (zh, en)]
    assert same[0] == same[1]


def test_the_kinds_of_provision_are_told_apart(pages: dict[str, Page], zh: Edition) -> None:
    kinds = {block.anchor: block.kind for block in body(pages, zh).blocks}
    assert [kinds[a] for a in ("p-letterhead", "p-1", "p-2-1", "p-2-1-1", "p-2-1-1-p1", "p-1-p3")] == [
        "part", "chapter", "section", "item", "paragraph", "table",
    ]  # fmt: skip


def test_the_labels_are_as_printed(pages: dict[str, Page], zh: Edition) -> None:
    labels = {block.anchor: block.chinese.label for block in body(pages, zh).blocks}
    assert (labels["p-1"], labels["p-2-1"], labels["p-2-1-1"], labels["p-1-p1"]) == ("一、", "(一)", "1.", "")


def test_the_outline_holds_parts_chapters_and_sections_in_reading_order(pages: dict[str, Page], zh: Edition) -> None:
    outline = body(pages, zh).outline
    assert [e.link.to.partition("#")[2] for e in outline] == [
        "p-letterhead", "p-notice", "p-preamble", "p-1", "p-2", "p-2-1", "p-3", "p-colophon",
    ]  # fmt: skip
    assert [e.link.text for e in outline][3:7] == ["一、主要目标", "二、重点任务", "(一)产业发展行动", "三、保障措施"]
    anchors = {block.anchor for block in body(pages, zh).blocks}
    assert {e.link.to.partition("#")[2] for e in outline} <= anchors


def test_a_term_of_the_glossary_is_marked_where_it_first_stands(pages: dict[str, Page], edition: Edition) -> None:
    found = [mark for mark in marked(body(pages, edition)) if mark[0] == "term"]
    assert found == [("term", "服务包", edition.to.glossary("service-package"))]


def test_no_word_of_a_translation_is_lost_by_marking(pages: dict[str, Page], edition: Edition) -> None:
    for plan, entry in edition.corpus.plans.items():
        for block in body(pages, edition, plan).blocks:
            p = next((q for q in entry.english.values() if provision_anchor(q.id) == block.anchor), None)
            if block.english and p and not p.cells:
                assert words(block.english.segments) == p.words


def test_the_english_words_of_a_target_are_marked_where_its_translation_has_them(
    pages: dict[str, Page], edition: Edition
) -> None:
    entry = edition.corpus.plans["jia-2025"]
    found = {address: text for _, text, address in marked(body(pages, edition), "en")}
    for target in entry.targets:
        english, quote = entry.english.get(target.record.provision), target.record.quote_en
        if english and quote and not english.cells and quote.casefold() in english.words.casefold():
            assert found[edition.to.inside("target", "jia-2025", target.record.id)].casefold() == quote.casefold()


def test_english_is_there_or_said_to_be_in_preparation(pages: dict[str, Page], en: Edition) -> None:
    for plan, entry in en.corpus.plans.items():
        page = body(pages, en, plan)
        translated = {provision_anchor(id_) for id_ in entry.english}
        assert all((block.english is not None) == (block.anchor in translated) for block in page.blocks)
        assert page.notice == en.t(f"text.notice.{entry.plan.translation.status}")


def test_a_machine_draft_is_told_on_the_page_in_the_status_and_in_the_data(repository: Repository) -> None:
    repository.replace(JIA_ENGLISH, "As of 2024", "<!-- machine draft -->\n\nAs of 2024")
    edition = edition_of(repository.root, "en")
    entry = edition.corpus.plans["jia-2025"]
    [drafted] = entry.machine
    pages = {page.address: page for page in all_pages.pages(edition)}
    page = pages[edition.to.text("jia-2025")]
    assert [b.anchor for b in page.body.blocks if b.machine] == [provision_anchor(drafted)]
    laid_out = Renderer(Layout(repository.root).template_folders, "en", edition.t)
    assert document(page, Heads(edition).of(page), laid_out).count(edition.t("text.machine")) == 1
    assert any("machine drafts" in cell for row in pages[edition.to.status()].body.rows for cell in row.cells)
    [row] = [
        r for r in datasets(edition.corpus, lines=False)["provisions"] if (r["plan"], r["id"]) == ("jia-2025", drafted)
    ]
    assert row["translation"] == {"status": "machine-draft", "stale": False}
    assert status(edition.corpus)[0]["machine"] == {"en": [drafted]}
