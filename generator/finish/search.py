"""The search index: one per language, one small page per thing to be found, indexed by Pagefind.

Pagefind's own cutting of Chinese differs between index and query, so it is given one Han character per word; the
script of the search box quotes a run of them as a phrase (docs/decisions/0006).
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.addresses import TAGS
from generator.views.findable import Findable

_TOKEN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇]|[^\s\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇]+")
_GROUPING = re.compile(r"(?<=\d),(?=\d{3})")
_NOT_WORD = re.compile(r"[^\w\s.%]+|_|(?<!\d)\.|\.(?!\d)")
_PAUSE = re.compile(r"(?<!\d)[,，]|[,，](?!\d)|[、;；:：。！？!?…\n]|(?<=[\u3400-\u9fff])\.")
BREAK = "龘"  # stands where a sentence pauses, so that no phrase runs across; nobody looks for it


class SearchError(Exception):
    """Raised when the index cannot be made; holds what Pagefind said."""


def spaced(text: str) -> str:
    """Return a text with one Han character per word and without punctuation. The search box does the same."""
    ungrouped = _GROUPING.sub("", unicodedata.normalize("NFKC", text))
    return " ".join(_TOKEN.findall(_NOT_WORD.sub(" ", ungrouped)))


def indexed(text: str) -> str:
    """Return a text as it goes into the index: cut like a query, with a break wherever it pauses."""
    return f" {BREAK} ".join(filter(None, map(spaced, _PAUSE.split(text))))


def write(findable: dict[str, list[Findable]], templates: Path, scratch: Path, folder: Path) -> None:
    """Write an index for each language into `<folder>/<language>/pagefind/`.

    scratch: folder for the small pages that Pagefind reads; emptied first
    Raises SearchError.
    """
    shutil.rmtree(scratch, ignore_errors=True)
    template = Environment(loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined).get_template(
        "root/findable.html.j2"
    )
    running = []
    for language, found in findable.items():
        pages = scratch / language
        pages.mkdir(parents=True)
        for rank, item in enumerate(found):
            shown = {
                "title": indexed(item.heading),
                "text": indexed(item.text),
                "also": indexed(f"{item.also}\n{item.reading}\n{item.initials}"),
            }
            (pages / f"{rank:06}.html").write_text(
                template.render(item=item, rank=rank, tag=TAGS[language], **shown), encoding="utf-8"
            )
        output = folder / language / "pagefind"
        command = [sys.executable, "-m", "pagefind", "--quiet", "--site", str(pages), "--output-path", str(output)]
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            close_fds=False,  # it keeps the lock of the build, should that be killed
        )
        running.append((output, process))
    for output, process in running:
        said, _ = process.communicate()
        if process.returncode:
            raise SearchError(said.strip())
        _prune(output)


def _prune(output: Path) -> None:
    """Remove Pagefind's own interface: the site has its own."""
    for pattern in ("*-ui.*", "*highlight*", "*component*"):
        for path in output.glob(pattern):
            path.unlink()
