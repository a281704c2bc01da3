"""Files compressed once, when a site is built, for servers that send what lies beside a file: `page.html.gz`, `.br`."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from generator.hosting.policy import TEXT
from generator.project.store import Store, digest

_LEAST = 512  # bytes: below that, headers weigh more than what is saved
_ENOUGH = 0.95  # a compressed file is written where it is at most this part of the file
_LEVEL = 9

Compress = Callable[[bytes], bytes]


def ways() -> Mapping[str, Compress]:
    """Return how files are compressed, by the ending; brotli where the extra `host` is installed."""
    found: dict[str, Compress] = {"gz": partial(gzip.compress, compresslevel=_LEVEL, mtime=0)}
    try:
        import brotli  # type: ignore[import-untyped] # noqa: PLC0415 - an extra
    except ImportError:
        return found
    return found | {"br": partial(brotli.compress, mode=brotli.MODE_TEXT)}


def write(site: Path, store: Store) -> int:
    """Write compressed files beside the texts of a finished site and return how many.

    store: what is kept of earlier builds, by content
    """
    texts = [path for ending in TEXT for path in site.rglob(f"*.{ending}") if path.stat().st_size >= _LEAST]
    alike: dict[str, list[Path]] = {}
    for path in texts:  # those of one content are one entry of the store, which two threads must not make
        alike.setdefault(digest(path.read_bytes()), []).append(path)
    with ThreadPoolExecutor() as pool:  # both libraries let go of the interpreter
        made = sum(
            sum(pool.map(partial(_beside, store=store, ending=ending, way=way), alike, alike.values()))
            for ending, way in ways().items()
        )
    store.sweep()
    return made


def _beside(content_hash: str, paths: Sequence[Path], store: Store, ending: str, way: Compress) -> int:
    """Write the compressed files of texts of one content, and return how many; 0 where it saves too little."""
    key = f"{content_hash}-{ending}"
    small = store.read(key)
    if small is None:
        content = paths[0].read_bytes()
        small = way(content)
        small = small if len(small) <= len(content) * _ENOUGH else b""
        store.put(key, small)
    for path in paths if small else ():
        path.with_name(f"{path.name}.{ending}").write_bytes(small)
    return len(paths) if small else 0
