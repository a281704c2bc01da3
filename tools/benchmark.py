"""Measure a build of a corpus of any size: `python -m tools.benchmark --copies 4`.

The corpus is made of copies of the real plans under other ids, in a temporary folder. Times are told, not tested.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
import time
from pathlib import Path

from generator.project.layout import PROGRAM, Layout
from generator.site.build import build


def main() -> None:
    """Build corpora of growing size and print pages, seconds, milliseconds a page and the largest page."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument(
        "--copies", type=int, default=4, help="how many times the plans are copied in the largest corpus"
    )
    copies = parser.parse_args().copies
    print(f"{'plans':>6} {'pages':>6} {'cold s':>8} {'ms/page':>8} {'no-op s':>8} {'MB html':>8} {'KB max':>7}")
    for n in (0, max(copies // 2, 1), copies):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            make(root, n)
            measure(root)


def make(root: Path, copies: int) -> None:
    """Write the real corpus and a number of copies of it into a folder."""
    for name in ("content", "structured"):
        shutil.copytree(PROGRAM / name, root / name)
    plans = {path.stem: path for path in sorted((PROGRAM / "structured/plans").glob("*.yaml"))}
    parks = {path.stem: path for path in sorted((PROGRAM / "structured/parks").glob("*.yaml"))}
    for n in range(1, copies + 1):
        for park, path in parks.items():
            text = re.sub(rf"^id: {park}$", f"id: {park}-{n}", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
            (root / f"structured/parks/{park}-{n}.yaml").write_text(text, encoding="utf-8")
        for plan, path in plans.items():
            text = re.sub(rf"^id: {plan}$", f"id: {plan}-{n}", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
            text = re.sub(r"^park: (.*)$", rf"park: \1-{n}", text, flags=re.MULTILINE)
            (root / f"structured/plans/{plan}-{n}.yaml").write_text(text, encoding="utf-8")
            shutil.copytree(PROGRAM / "content" / plan, root / "content" / f"{plan}-{n}")
            for language in ("zh", "en"):
                file = root / "content" / f"{plan}-{n}" / f"{language}.md"
                file.write_text(
                    file.read_text(encoding="utf-8").replace(f"plan: {plan}\n", f"plan: {plan}-{n}\n", 1),
                    encoding="utf-8",
                )
    publication = root / "structured/publication.yaml"
    said = re.sub(
        r"^(  count: )\d+$", rf"\g<1>{1000 + copies * len(parks)}", publication.read_text("utf-8"), flags=re.MULTILINE
    )
    publication.write_text(said, encoding="utf-8")  # of how many parks the whole consists
    exceptions = root / "structured/exceptions.yaml"
    if exceptions.is_file():
        entries = exceptions.read_text(encoding="utf-8")
        copied = (re.sub(r"plan: ([\w-]+)", rf"plan: \1-{n}", entries) for n in range(1, copies + 1))
        exceptions.write_text(entries + "".join(copied), encoding="utf-8")


def measure(root: Path) -> None:
    """Build a corpus twice and print a line."""
    layout = Layout(root)
    start = time.perf_counter()
    report = build(layout, lambda _: None)
    cold = time.perf_counter() - start
    start = time.perf_counter()
    build(layout, lambda _: None)
    again = time.perf_counter() - start
    sizes = [path.stat().st_size for path in layout.site.rglob("*.html")]
    plans = len(list((root / "structured/plans").glob("*.yaml")))
    print(
        f"{plans:>6} {report.pages:>6} {cold:>8.1f} {1000 * cold / report.pages:>8.1f} {again:>8.2f}"
        f" {sum(sizes) / 1e6:>8.1f} {max(sizes) / 1e3:>7.0f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
