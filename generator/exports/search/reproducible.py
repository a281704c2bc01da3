"""Pagefind's index in one order, so that the same records give the same bytes.

Pagefind writes its filters, and the values of each, in the order of a hash table that differs from run to run, and
names these files by their bytes. pagefind-entry.json names the .pf_meta, which names each .pf_filter.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"  # stands before the CBOR in each file


def make_reproducible(index: Path) -> None:
    """Put the filters of an index and their values in order, and name the files after what they then hold."""
    entry = index / "pagefind-entry.json"
    contents = json.loads(entry.read_text(encoding="utf-8"))
    for language in contents["languages"].values():
        language["hash"] = _order_meta(index, language["hash"])
    entry.write_text(json.dumps(contents, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="\n")


def _order_meta(index: Path, name: str) -> str:
    path = index / f"pagefind.{name}.pf_meta"
    version, pages, chunks, filters, *rest = _read(path)
    ordered = [[key, _order_filter(index, file)] for key, file in sorted(filters)]
    return _rewrite(path, name, [version, pages, chunks, ordered, *rest])


def _order_filter(index: Path, name: str) -> str:
    path = index / "filter" / f"{name}.pf_filter"
    key, values = _read(path)
    return _rewrite(path, name, [key, sorted(values)])


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(_MARK))


def _rewrite(path: Path, name: str, contents: list[Any]) -> str:
    """Write a file anew and return its new name: the language, and as many digits of a hash as Pagefind gave it."""
    packed = _pack(_MARK + cbor2.dumps(contents))
    language, digits = name.rsplit("_", 1)
    new = f"{language}_{hashlib.sha256(packed).hexdigest()[: len(digits)]}"
    path.unlink()
    path.with_name(path.name.replace(name, new)).write_bytes(packed)
    return new


def _pack(content: bytes) -> bytes:
    """Return content packed with a head that names no time and no system; `gzip.compress` names one in some Pythons."""
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as file:
        file.write(content)
    return packed.getvalue()
