"""How a figure is called."""

from __future__ import annotations

from generator.extract.drafting.wording import LONGEST, shortened


def test_a_long_label_ends_with_a_clause() -> None:
    first = "建成策源高地、新兴产业培育高地、先进要素集聚高地"
    assert shortened(f"{first}，{'充分发挥中心的重要支撑作用' * 5}") == first
    assert shortened(first) == first
    assert shortened("长" * 100) == "长" * LONGEST
