from __future__ import annotations

import hashlib
import json

from tests.sites import BuiltSite


def test_the_index_names_every_file_as_it_is(built_mini: BuiltSite) -> None:
    folder = built_mini.folder / "data"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    listed = {entry["path"]: entry for entry in index["files"]}
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert set(listed) == set(found) - {"index.json"}
    for name, entry in listed.items():
        content = found[name].read_bytes()
        assert (entry["bytes"], entry["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        assert entry["schema"] is None or entry["schema"] in found
        described = ("schema/", "index.json", "datapackage.json")  # these describe others by a standard of their own
        assert entry["schema"] or not name.endswith((".csv", ".json")) or name.startswith(described), name


def test_the_index_says_what_each_file_is(built_mini: BuiltSite) -> None:
    index = json.loads((built_mini.folder / "data/index.json").read_text(encoding="utf-8"))
    kinds = {entry["path"]: entry["mediatype"] for entry in index["files"]}
    assert kinds["targets.csv"] == "text/csv"
    assert kinds["schema/targets.schema.json"] == "application/schema+json"
    assert "application/vnd.sqlite3" in kinds.values()
