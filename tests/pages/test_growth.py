"""What lists weigh with many parks: each park adds a line to a list, not all that is said of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.analysis.translation import accept
from generator.edition import holders
from generator.edition.edition import Edition
from generator.exports.charts.drawing import svg
from generator.pages.compare import CARDS
from generator.parts import members
from generator.parts.pictures.table import pictured
from generator.parts.reasons import NAMED
from generator.project.layout import Layout
from generator.site import pages as all_pages
from generator.site.render import Renderer
from tests.paths import MINI, ROOT
from tests.sites import edition_of

READINGS = ["Gēng", "Xīn", "Zǐ", "Chǒu", "Yín", "Mǎo", "Chén", "Sì", "Wǔ", "Wèi", "Shēn", "Yǒu", "Xū", "Hài"]
SIGNS = dict(zip("庚辛子丑寅卯辰巳午未申酉戌亥", READINGS, strict=True))  # of parks that are like the first
LINE = 700  # bytes of a page that a park may add, all markup counted; at 400 parks that is less than 300 KB
PICTURE = 20_000  # bytes that it may add to a picture until this has all that is drawn of many
FULL = 3000  # that it may add until all is drawn and told that a page draws and tells of many
LISTS = (
    "parks/", "plans/", "compare/", "calendar/", "guide/", "sources/", "status/",
    "tasks/by/industry/cloud-computing/", "tasks/by/theme/industries/",
)  # fmt: skip
DRAWN = ("", "compare/incubators/", "compare/listed-companies/")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def alike(root: Path, park: str, sign: str) -> None:
    """Add a park whose plan says what that of the first park says."""
    for path in ("structured/plans/jia-2025.yaml", "structured/parks/jia.yaml", "content/jia-2025"):
        for found in [root / path] if (root / path).is_file() else _files(root / path):
            text = found.read_text(encoding="utf-8").replace("jia-2025", f"{park}-2025")
            for old, new in {
                ": jia\n": f": {park}\n",
                "甲园": f"{sign}园",
                "Park A": f"Park of {SIGNS[sign]}",
                "Jiǎ": SIGNS[sign],
            }.items():
                text = text.replace(old, new)
            copied = root / str(found.relative_to(root)).replace("jia", park)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_text(text, encoding="utf-8")
    accept(Layout(root), f"{park}-2025")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    root = tmp_path_factory.mktemp("many") / "repository"
    shutil.copytree(MINI, root)
    for n, sign in enumerate(SIGNS):
        alike(root, f"p{n}", sign)
    publication = root / "structured/publication.yaml"
    publication.write_text(publication.read_text(encoding="utf-8").replace("count: 12", "count: 40"), encoding="utf-8")
    return edition_of(root, "en")


def weights(edition: Edition) -> dict[str, int]:
    renderer = Renderer((ROOT / "site_templates",), edition.language, edition.t)
    found = {page.address.removeprefix("en/"): page for page in all_pages.pages(edition)}
    return {address: len(renderer.page(found[address]).encode()) for address in (*LISTS, *DRAWN)}


def test_a_park_more_adds_no_more_than_a_line_to_a_list(en: Edition, many: Edition) -> None:
    assert not holders.many(en)
    assert holders.many(many)
    few, more = weights(en), weights(many)
    grown = {address: (more[address] - few[address]) / len(SIGNS) for address in few}
    assert {address: grown[address] for address in LISTS if grown[address] > LINE} == {}
    assert {address: grown[address] for address in DRAWN if grown[address] > FULL} == {}


def test_what_a_list_of_many_parks_leaves_out_is_one_step_away(many: Edition) -> None:
    found = {page.address: page for page in all_pages.pages(many)}
    for source in found[many.to.sources()].body.sources:
        assert source.part.to in found
        assert source.fields == ()
    part = found[many.to.sources_of("p0")].body
    assert part.sources[0].fields
    assert part.anomalies
    lines = found[many.to.facet_value("industry", "cloud-computing")].body.lines
    assert [line.rank for line in lines] == sorted((line.rank for line in lines), reverse=True)
    assert len(lines) > len(SIGNS)


def test_what_is_drawn_of_many_parks_is_a_picture_of_bounded_size(en: Edition, many: Edition) -> None:
    few, more = ({found.page: svg(found.make()) for found in pictured(edition)} for edition in (en, many))
    assert en.to.calendar() in few
    assert many.to.calendar() not in more  # nor does its page draw it
    assert many.to.compare() in more
    for page, drawn in more.items():
        assert len(drawn) - len(few.get(page, b"")) < PICTURE, page


def test_of_many_parks_a_metric_tells_the_first_courses_and_of_how_many_others(many: Edition) -> None:
    found = [page.make() for page in all_pages.pages(many) if page.template == "metric.html.j2"]
    cut = [view for view in found if "across" in view.left]
    assert cut
    assert all(len(view.across) == CARDS for view in cut)
    assert all(len(view.across) <= CARDS for view in found)


def test_sentences_that_name_many_targets_name_the_first(many: Edition) -> None:
    found = [page.make() for page in all_pages.pages(many) if page.template == "metric.html.j2"]
    sentences = [reason for view in found for statement in view.statements for reason in statement.reasons]
    assert any(" others" in words for words in sentences)
    assert all(words.count("Park of") <= 2 * NAMED + 2 for words in sentences)


def test_parks_that_are_here_are_listed_once_where_they_are_many(en: Edition, many: Edition) -> None:
    few, more = members.whole(en), members.whole(many)
    assert few
    assert more
    assert not few.here
    assert any(row.here for row in few.rows)
    assert [link.to for link in more.here] == ["en/parks/"]
    assert not any(row.here for row in more.rows)
