"""Print one hash of a site, to compare builds: `python -m tools.site_hash [FOLDER]`, by default `site`.

Another Python than that of the lock may pack the workbook otherwise; `--without-workbook` leaves out the workbook and
datapackage.json, which says its hash.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

WORKBOOK = ("*.xlsx", "datapackage.json")


def site_hash(site: Path, *without: str) -> str:
    """Return a SHA-256 over the path and the bytes of each file, in the order of the paths.

    without: patterns of the names of files that are left out
    """
    files = (path for path in site.rglob("*") if path.is_file() and not any(map(path.match, without)))
    found = {path.relative_to(site).as_posix(): path for path in files}
    digest = hashlib.sha256()
    for name in sorted(found):
        for part in (name.encode("utf-8", "surrogateescape"), found[name].read_bytes()):
            digest.update(hashlib.sha256(part).digest())  # of one length, so that no path runs into the bytes behind it
    return digest.hexdigest()


def main() -> None:
    """Print the hash of the folder that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tools.site_hash", description="Print one hash of a site.")
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"), help="folder of the site (default: site)")
    parser.add_argument("--without-workbook", action="store_true", help="leave out what Pythons pack each in their way")
    options = parser.parse_args()
    site: Path = options.site
    if not site.is_dir():
        parser.error(f"no such folder: {site}")
    print(site_hash(site, *(WORKBOOK if options.without_workbook else ())))


if __name__ == "__main__":
    main()
