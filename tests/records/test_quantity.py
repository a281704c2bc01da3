from __future__ import annotations

import json

import pytest

from generator.records.quantity import Quantity
from generator.records.reading import read
from tests.fixtures import ReadYaml


@pytest.mark.parametrize(("written", "published"), [("120", "120"), ("120.0", "120"), ("0.50", "0.5"), ("-0.0", "0")])
def test_a_value_is_published_alike_however_it_is_written(read_yaml: ReadYaml, written: str, published: str) -> None:
    fields = "".join(f"{key}: {written}\n" for key in ("value", "value_low", "value_high"))
    found = read(Quantity, read_yaml(f"quote: 超过120家\ncomparator: gt\n{fields}"))
    assert [*map(json.dumps, (found.value, found.value_low, found.value_high))] == [published] * 3
