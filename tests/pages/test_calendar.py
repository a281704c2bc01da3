from __future__ import annotations

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.pages.calendar import CalendarPage
from generator.parts import timeline

DRAFT = "jia-2027-draft"


def calendar(pages: dict[str, Page], edition: Edition) -> CalendarPage:
    body = pages[edition.to.calendar()].body
    assert isinstance(body, CalendarPage)
    return body


def test_each_target_is_drawn_counted_and_listed_once(pages: dict[str, Page], edition: Edition) -> None:
    body = calendar(pages, edition)
    targets = [t for t in edition.corpus.targets if not t.record.repeat_of and t.plan.id != DRAFT]
    listed = [due.figure.itself.to for year in body.years for _, found in year.parks for due in found]
    assert sorted(listed) == sorted(edition.to.inside("target", t.plan.id, t.record.id) for t in targets)
    assert body.chart
    assert len(body.chart.marks) == len(targets) == sum(column.count or 0 for column in body.columns)


def test_targets_are_counted_alike_wherever_they_are_counted(pages: dict[str, Page], edition: Edition) -> None:
    n = len([t for t in edition.corpus.targets if not t.record.repeat_of and t.plan.id != DRAFT])
    assert n == len(edition.corpus.targets) - 3
    dated = [t for t in edition.corpus.promised_targets if t.record.year]
    assert sum(int(due.count.partition(" ")[0]) for due in pages[edition.to.home()].body.due) == len(dated)
    jia = edition.corpus.plans["jia-2025"].distinct_targets
    said = f"{len(jia)} {edition.t('count.target', n=len(jia))}"
    assert said in next(c for c in pages[edition.to.parks()].body.cards if c.itself.to == edition.to.park("jia")).counts
    lead = pages[edition.to.plan("jia-2025")].body.lead
    assert edition.t("plan.restated", n=1) in lead
    assert str(len(jia)) in lead
    columns, rows = pages[edition.to.status()].body.columns, pages[edition.to.status()].body.rows
    row = next(row for row in rows if row.plan.to == edition.to.plan("jia-2025"))
    cells = dict(zip(columns, row.cells, strict=True))
    assert (cells[edition.t("status.targets")], cells[edition.t("status.restatements")]) == (str(len(jia)), "1")


def test_what_is_striven_for_is_drawn_apart(pages: dict[str, Page], edition: Edition) -> None:
    chart = calendar(pages, edition).chart
    assert chart
    marks = [mark.kind for mark in chart.marks]
    targets = [of.record.firmness for of in edition.corpus.promised_targets]
    assert sorted(marks) == sorted(targets)
    assert {"firm", "aspirational", "either"} == {*marks}


def test_the_years_of_the_table_lead_to_their_lists(pages: dict[str, Page], edition: Edition) -> None:
    body = calendar(pages, edition)
    assert [link.to for link in body.columns] == [f"{edition.to.calendar()}#{year.anchor}" for year in body.years]
    years = sorted({t.record.year for t in edition.corpus.promised_targets if t.record.year})
    assert [year.anchor for year in body.years] == [f"due-{year}" for year in years]


def test_a_row_of_the_table_says_how_much_is_firm(pages: dict[str, Page], edition: Edition) -> None:
    row = next(row for row in calendar(pages, edition).rows if row.park.to == edition.to.park("jia"))
    comma = edition.t("list.comma")
    cell = row.cells[
        [link.text for link in calendar(pages, edition).columns].index(edition.t("calendar.year", year=2026))
    ]
    assert cell == comma.join((edition.t("calendar.firm", n=7), edition.t("calendar.aspirational", n=1)))


def test_a_target_names_its_plan_where_the_park_has_several(pages: dict[str, Page], edition: Edition) -> None:
    found = [due for year in calendar(pages, edition).years for _, own in year.parks for due in own]
    own = [due for due in found if due.figure.plan.to == edition.to.plan("yi-2021")]
    assert own
    assert all("2021–2025" in due.plan for due in own)


def test_what_a_draft_proposes_is_due_nowhere_and_said_to_be_left_out(pages: dict[str, Page], edition: Edition) -> None:
    body = calendar(pages, edition)
    found = [due for year in body.years for _, own in year.parks for due in own]
    assert edition.corpus.plans[DRAFT].distinct_targets
    assert not [due for due in found if due.figure.plan.to == edition.to.plan(DRAFT)]
    assert body.note.endswith(edition.t("calendar.drafts", n=2))


def test_a_year_names_its_tasks(pages: dict[str, Page], edition: Edition) -> None:
    years = {year.anchor: year.tasks for year in calendar(pages, edition).years}
    link = years["due-2026"]
    assert link is not None
    assert link.to == edition.to.facet_value("year", "2026")
    assert years["due-2025"] is None


def test_years_stand_as_far_apart_as_they_are() -> None:
    chart = timeline.draw([("A", {2025: ["firm"], 2026: ["firm"], 2030: ["aspirational"]})], "none")
    assert [(tick.label.text, tick.used) for tick in chart.ticks] == [
        ("2025", True), ("2026", True), ("2027", False), ("2028", False), ("2029", False), ("2030", True),
    ]  # fmt: skip
    steps = {b.label.x - a.label.x for a, b in zip(chart.ticks, chart.ticks[1:], strict=False)}
    assert steps == {timeline.STEP}
    assert chart.apart == 0


def test_what_has_no_year_stands_apart_and_last() -> None:
    chart = timeline.draw([("A", {None: ["firm"], 2026: []}), ("B", {2026: ["firm"]})], "none")
    assert [tick.label.text for tick in chart.ticks] == ["2026", "none"]
    assert chart.ticks[0].label.x < chart.apart < chart.ticks[1].label.x


def test_a_long_time_line_shows_only_the_years_that_occur() -> None:
    chart = timeline.draw([("A", {2025: ["firm"], 2050: ["firm"]})], "none")
    assert [tick.label.text for tick in chart.ticks] == ["2025", "2050"]


def test_marks_stay_inside_their_row_and_do_not_overlap() -> None:
    chart = timeline.draw([("A", {2026: ["firm"] * 20}), ("B", {2026: ["firm"] * 3})], "none")
    places = {(mark.x, mark.y) for mark in chart.marks}
    assert len(places) == 23
    first = [mark for mark in chart.marks if mark.y + chart.mark <= chart.rules[1]]
    assert len(first) == 20
    assert all(mark.y >= chart.rules[0] for mark in chart.marks)
    assert all(mark.y + chart.mark <= chart.rules[-1] <= chart.height for mark in chart.marks)
    assert all(mark.x + chart.mark <= chart.width for mark in chart.marks)


def test_one_below_the_other_the_same_years_hold_the_same_marks() -> None:
    rows: timeline.Rows = [
        ("A", {2026: ["firm"] * 20, None: ["firm"]}),
        ("B", {2026: ["firm"], 2028: ["aspirational"]}),
    ]
    wide, narrow = timeline.draw(rows, "none"), timeline.stack(rows, "none")
    assert [(t.label.text, t.used) for t in narrow.ticks] == [(t.label.text, t.used) for t in wide.ticks]
    assert sorted(m.kind for m in narrow.marks) == sorted(m.kind for m in wide.marks)
    assert [row.text for row in narrow.rows] == ["A", "B", "B", "A"]
    assert len({(m.x, m.y) for m in narrow.marks}) == len(narrow.marks)
    assert all(m.x + narrow.mark < narrow.width and m.y + narrow.mark < narrow.height for m in narrow.marks)
    tops = [tick.label.y for tick in narrow.ticks]
    assert tops == sorted(tops)


def test_nothing_to_draw_is_drawn_empty() -> None:
    for chart in (timeline.draw([], "none"), timeline.stack([], "none")):
        assert (chart.ticks, chart.marks) == ((), ())
