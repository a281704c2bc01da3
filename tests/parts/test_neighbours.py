from __future__ import annotations

from generator.edition.edition import Edition
from generator.parts import neighbours


def test_a_neighbour_leads_to_the_two_side_by_side(edition: Edition) -> None:
    [found] = neighbours.neighbours(edition, edition.corpus.parks["jia"])
    assert found.park == edition.park(edition.corpus.parks["yi"])
    assert found.side.to == f"{edition.to.compare()}?parks=jia,yi"


def test_it_is_said_where_two_plans_share_no_metric(edition: Edition) -> None:
    [found] = neighbours.neighbours(edition, edition.corpus.parks["jia"])
    assert found.said == (edition.t("park.nothing_shared"),)
