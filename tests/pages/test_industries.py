from __future__ import annotations

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.pages import industries, parks
from generator.pages.industries import IndustryPage
from generator.pages.parks import ParkPage
from tests.sites import edition_of
from tests.small import Repository


def cloud(pages: dict[str, Page], edition: Edition) -> IndustryPage:
    body = pages[edition.to.facet_value("industry", "cloud-computing")].body
    assert isinstance(body, IndustryPage)
    return body


def test_parks_stand_side_by_side_and_silent_ones_are_named(pages: dict[str, Page], edition: Edition) -> None:
    body = cloud(pages, edition)
    assert [side.park.to for side in body.sides] == [edition.to.park("jia")]
    assert [park.to for park in body.absent] == [edition.to.park("yi")]


def test_a_standing_has_its_words_and_its_provision(pages: dict[str, Page], edition: Edition) -> None:
    (standing,) = cloud(pages, edition).sides[0].standings
    assert standing.name == edition.t("rank_of.leading")
    assert standing.rank.words == "发展云计算产业"
    assert standing.rank.words_en == ("" if edition.is_original else "Develop the cloud computing industry")
    assert standing.rank.provision.to == edition.to.text("jia-2025", "2.1.1")


def test_industries_that_the_same_words_rank_stand_together(repository: Repository) -> None:
    shared = "provision: 2.1.2, words: 前瞻布局量子通信"
    repository.replace(
        "structured/parks/yi.yaml", "  future:\n", f"  future:\n    - {{industry: smart-sensors, {shared}}}\n"
    )
    edition = edition_of(repository.root, "en")
    page = next(page for page in parks.pages(edition) if page.address == edition.to.park("yi"))
    assert isinstance(page.body, ParkPage)
    [rank] = dict(page.body.facts.industries)[edition.t("rank.future")]
    assert len(rank.industries) == 2
    assert rank.words == "前瞻布局量子通信"


def test_a_side_tells_what_the_tasks_of_the_industry_tell(pages: dict[str, Page], edition: Edition) -> None:
    side = cloud(pages, edition).sides[0]
    assert [link.to for link in side.tasks] == [edition.to.task("jia-2025", "2-1-1")]
    assert [(link.to, link.count) for link in side.instruments] == [
        (edition.to.facet_value("instrument", "industry-fund"), 1)
    ]
    assert [(body.to, role) for body, role in side.bodies] == [
        (edition.to.facet_value("body", "jia-administration"), edition.t("role.lead"))
    ]
    assert [zh for _, zh in side.places] == ["云谷"]


def test_a_restated_target_is_not_told_again(pages: dict[str, Page], edition: Edition) -> None:
    assert cloud(pages, edition).sides[0].targets == ()


def test_an_industry_that_is_only_ranked_has_a_page(repository: Repository) -> None:
    repository.replace("structured/industries.yaml", "\n", "\n- {id: robots, name: {zh: 机器人, en: Robots}}\n")
    repository.replace(
        "structured/parks/jia.yaml",
        "computing industry}",
        "computing industry}\n  future:\n    - {industry: robots, provision: 2.1.1, words: 云谷}",
    )
    edition = edition_of(repository.root, "en")
    found = {page.address: page.body for page in industries.pages(edition)}
    body = found[edition.to.facet_value("industry", "robots")]
    assert isinstance(body, IndustryPage)
    assert [side.park.to for side in body.sides] == [edition.to.park("jia")]
    assert body.tasks.groups == ()


def test_a_target_names_an_industry_in_its_quote_label_or_scope(repository: Repository) -> None:
    repository.replace("structured/industries.yaml", "\n", "\n- {id: revenue, name: {zh: 总营收业, en: Revenue}}\n")
    corpus = edition_of(repository.root, "en").corpus
    target = next(t.record for t in corpus.targets if t.record.id == "revenue")
    assert corpus.industry_words["revenue"] == ("总营收", "总营收业")
    named = {id_ for id_, found in corpus.targets_by_industry.items() if target in (of.record for of in found)}
    assert "revenue" in named
    assert "cloud-computing" not in named


def test_words_too_short_to_mean_an_industry_are_not_looked_for(repository: Repository) -> None:
    repository.replace("structured/industries.yaml", "\n", "\n- {id: services, name: {zh: 服务业, en: Services}}\n")
    assert edition_of(repository.root, "en").corpus.industry_words["services"] == ("服务业",)
