from __future__ import annotations

import dataclasses
import gzip
from pathlib import Path

import cbor2

from generator.exports.search.findable import Findable
from generator.exports.search.index import Indexing

TEMPLATES = Path(__file__).parents[3] / "site_templates"
FIRST = Findable(
    kind="target",
    kind_name="Target",
    title="Incubators",
    heading="Incubators",
    text="ten incubators",
    also="孵化器",
    reading="",
    address="en/plans/a-2025/#target-a",
    park="a",
    park_name="Park A",
    park_names=("Park A",),
    plan="a-2025",
    plan_name="Plan of Park A",
    names=("Incubators",),
    zh="孵化器",
    other="",
)


def invented() -> list[Findable]:
    """Return records of twelve kinds, parks and plans: in hash order, two runs agree once in 12! × 12! × 12! × 3!."""
    return [
        dataclasses.replace(FIRST, kind=f"kind-{n}", park=f"park-{n}", plan=f"plan-{n}", address=f"en/{n}/")
        for n in range(12)
    ]


def index(kept: Path) -> Path:
    """Return a new index of the invented records."""
    with Indexing({"en": invented()}, TEMPLATES, kept) as indexing:
        return indexing.wait()["en"]


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (index(tmp_path / "one"), index(tmp_path / "other"))
    )
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


def test_an_index_in_order_still_leads_to_each_filter_and_its_values(tmp_path: Path) -> None:
    folder = index(tmp_path)
    (meta,) = folder.glob("*.pf_meta")
    assert f'"hash":"{meta.name.split(".")[1]}"' in (folder / "pagefind-entry.json").read_text(encoding="utf-8")
    filters = dict(cbor2.loads(gzip.decompress(meta.read_bytes()).removeprefix(b"pagefind_dcd"))[3])
    assert {f"{name}.pf_filter" for name in filters.values()} == {path.name for path in (folder / "filter").iterdir()}
    for key, name in filters.items():
        packed = (folder / "filter" / f"{name}.pf_filter").read_bytes()
        held, values = cbor2.loads(gzip.decompress(packed).removeprefix(b"pagefind_dcd"))
        assert held == key
        assert sorted(page for _, pages in values for page in pages) == list(range(12))
        assert len(values) == 12


def test_what_is_packed_names_no_time_and_no_system(tmp_path: Path) -> None:
    (meta,) = index(tmp_path).glob("*.pf_meta")
    time, extra, system = meta.read_bytes()[4:8], meta.read_bytes()[8], meta.read_bytes()[9]
    assert (time, extra, system) == (b"\0\0\0\0", 2, 255)
