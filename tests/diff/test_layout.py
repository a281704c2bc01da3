from __future__ import annotations

import random
import shutil
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diff.report import Places
from tests.cases import load_yaml
from tests.diff.conftest import History, git_init
from tests.paths import JIA, MINI, YI

pytestmark = pytest.mark.builds


@pytest.fixture(scope="module")
def shuffled(tmp_path_factory: pytest.TempPathFactory) -> History:
    root = tmp_path_factory.mktemp("shuffled") / "repository"
    shutil.copytree(MINI, root)
    return git_init(root)


ORDERED = ("issuers", "parents", "notes", "watch", "leading", "characteristic", "future", "aliases", "relations")
NAMES = ("parks/jia", "metrics", "bodies", "terms", "units")  # the order of changes.yaml is a rule
FILES = [JIA, YI, *(f"structured/{name}.yaml" for name in NAMES)]


@given(st.sampled_from(FILES), st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=10)
def test_order_and_layout_of_a_file_make_no_difference(
    shuffled: History, path: str, chance: random.Random, flow: bool
) -> None:
    def mixed(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            pairs = [(k, mixed(v, k)) for k, v in value.items()]
            chance.shuffle(pairs)
            return dict(pairs)
        if isinstance(value, list):
            items = [mixed(item) for item in value]
            if key not in ORDERED:
                chance.shuffle(items)  # elsewhere the order is what a reader sees
            return items
        return value

    before = shuffled.read(path)
    data = mixed(load_yaml(before))
    try:
        # Written by another program: keys in another order, other quotes, comments gone.
        shuffled.write(
            path,
            "# moved\n"
            + yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, default_flow_style=flow),
        )
        report = shuffled.report()
        assert report.changes == ()
        assert report.places == Places((), (), ())
        assert report.good
    finally:
        shuffled.write(path, before)
