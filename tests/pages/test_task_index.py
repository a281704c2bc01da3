from __future__ import annotations

import pytest

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.pages import task_index
from generator.pages.task_index import IndexedTask, TaskIndex, TasksOf
from generator.parts import squares as drawing
from generator.parts.squares import Squares
from generator.records.facets import FACETS


def index(pages: dict[str, Page], edition: Edition) -> TaskIndex:
    body = pages[edition.to.tasks()].body
    assert isinstance(body, TaskIndex)
    return body


def drawn(pages: dict[str, Page], edition: Edition) -> Squares:
    squares = index(pages, edition).squares
    assert squares is not None
    return squares


def tasks(body: TaskIndex | TasksOf) -> list[IndexedTask]:
    return [task for plan in body.plans for group in plan.groups for task in group.cards]


def test_each_task_carries_the_ids_it_is_found_by(pages: dict[str, Page], edition: Edition) -> None:
    found = {task.card.itself.to: dict(task.ids) for task in tasks(index(pages, edition))}
    assert found[edition.to.task("jia-2025", "2-1-1")] == {
        "park": "jia",
        "theme": "industries",
        "industry": "cloud-computing",
        "instrument": "industry-fund",
        "body": "lead:jia-administration",
        "year": "2026",
        "beneficiary": "startups",
    }
    assert found[edition.to.task("yi-2021", "2-p1")]["body"] == ""


def test_a_task_is_found_by_its_words_in_the_other_language(pages: dict[str, Page], zh: Edition, en: Edition) -> None:
    for edition, words in ((zh, "Improve services"), (en, "提升服务")):
        found = {task.card.itself.to: task for task in tasks(index(pages, edition))}
        task = found[edition.to.task("yi-2021", "2-p1")]
        assert words in task.words


def test_a_filter_counts_its_tasks(pages: dict[str, Page], edition: Edition) -> None:
    body = index(pages, edition)
    assert [f.key for f in body.filters] == ["park", *FACETS]
    for found in body.filters:
        for option in found.options:
            tasks = [t for t in edition.corpus.tasks if option.id in plain(task_index.ids_of(t, found.key))]
            assert option.count == len(tasks) > 0
            assert not option.to or option.to in pages


def plain(ids: tuple[str, ...]) -> list[str]:
    return [id_.rpartition(":")[2] for id_ in ids]


def test_squares_hold_as_many_tasks_as_there_are(pages: dict[str, Page], edition: Edition) -> None:
    squares = drawn(pages, edition)
    assert sum(squares.totals) == len(edition.corpus.tasks)
    columns = zip(*(cells for _, cells in squares.rows), strict=True)
    assert tuple(sum(cell.count for cell in column) for column in columns) == squares.totals


def test_the_area_of_a_square_is_its_number(pages: dict[str, Page], edition: Edition) -> None:
    cells = [cell for _, row in drawn(pages, edition).rows for cell in row]
    greatest = max(cell.count for cell in cells)
    for cell in cells:
        share = (float(cell.side) / drawing.SIDE) ** 2
        assert abs(share - cell.count / greatest) < 0.02
        assert bool(cell.to) == bool(cell.count)


def test_a_square_leads_to_the_parks_part_of_the_themes_page(pages: dict[str, Page], edition: Edition) -> None:
    for _, row in drawn(pages, edition).rows:
        for cell in row:
            if cell.count:
                address, _, anchor = cell.to.partition("#")
                assert anchor in [group.anchor for group in pages[address].body.groups]


def test_the_parts_of_the_index_have_each_task_once(pages: dict[str, Page], edition: Edition) -> None:
    parts = [
        page.body
        for page in pages.values()
        if page.template == "tasks_of.html.j2" and page.address.startswith(edition.language)
    ]
    found = [task.card.itself.to for part in parts for task in tasks(part)]
    assert sorted(found) == sorted(edition.to.task(of.plan.id, of.record.id) for of in edition.corpus.tasks)


def test_a_large_index_names_plans_and_leads_to_their_tasks(
    pages: dict[str, Page], edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(task_index, "WHOLE", 1)
    monkeypatch.setattr(drawing, "MOST", 1)
    body = index(pages, edition)
    assert tasks(body) == []
    assert body.squares is None
    assert all(plan.part.to in pages for plan in body.plans)
