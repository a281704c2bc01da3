"""The search index: one per language, one small page per thing to be found, indexed by Pagefind.

Pagefind's own cutting of Chinese differs between index and query, so it is given one Han character per word; the
script of the search box quotes a run of them as a phrase (docs/decisions/0006).
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from generator.exports.search import reproducible
from generator.exports.search.findable import Findable
from generator.findings.finding import Failure
from generator.language.languages import TAGS
from generator.project import children, shortage
from generator.project.store import Store, remove

_TOKEN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇]|[^\s\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇]+")
_GROUPING = re.compile(r"(?<=\d),(?=\d{3})")
_NOT_WORD = re.compile(r"[^\w\s.%]+|_|(?<!\d)\.|\.(?!\d)")
_PAUSE = re.compile(r"(?<!\d)[,，]|[,，](?!\d)|[、;；:：。！？!?…\n]|(?<=[\u3400-\u9fff])\.")
_INTERFACE = ("*-ui.*", "*highlight*", "*component*")  # Pagefind's own; the site has its own
BREAK = "龘"  # stands where a sentence pauses, so that no phrase runs across; nobody looks for it


class SearchError(Failure):
    """Raised when the index cannot be made; holds what Pagefind said."""


def spaced(text: str) -> str:
    """Return a text with one Han character per word and without punctuation. The search box does the same."""
    ungrouped = _GROUPING.sub("", unicodedata.normalize("NFKC", text))
    return " ".join(_TOKEN.findall(_NOT_WORD.sub(" ", ungrouped)))


def indexed(text: str) -> str:
    """Return a text as it goes into the index: cut like a query, with a break wherever it pauses."""
    return f" {BREAK} ".join(filter(None, map(spaced, _PAUSE.split(text))))


def initials(reading: str) -> str:
    """Return the first letters of a reading, marked so that they are no words of any text: `jin qiao` -> `00 j0 q0`.

    The 00 stands where the name begins: two letters are looked for there only.
    """
    return " ".join(("00", *(f"{syllable[0]}0" for syllable in reading.split()))) if reading else ""


class Indexing:
    """Indexes in the making, a program for each language; an index that is kept from before is not made again.

    kept: folder that keeps the indexes from build to build
    """

    def __init__(self, findable: Mapping[str, list[Findable]], templates: Path, kept: Path) -> None:
        source = templates / "root/findable.html.j2"
        made_by = (Path(__file__), Path(reproducible.__file__), source)
        how = hashlib.sha256(b"".join(path.read_bytes() for path in made_by) + metadata.version("pagefind").encode())
        self._store = Store(kept)
        self._work = kept / "work"
        self._running: list[subprocess.Popen[str]] = []
        self._keys: dict[str, str] = {}
        remove(self._work)
        for language, found in findable.items():
            digest = how.copy()
            digest.update(repr(found).encode())
            self._keys[language] = f"{language}.{digest.hexdigest()[:40]}"
            if not self._store.get(self._keys[language]):
                self._running.append(_start(found, language, source.read_text(encoding="utf-8"), self._work))

    def __enter__(self) -> Indexing:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._running:
            process.kill()
            process.communicate()

    def wait(self) -> dict[str, Path]:
        """Return the folder of each language's index once all are made.

        Raises SearchError, and Failure where the machine is short of something.
        """
        ended = [(process.communicate()[0], process.returncode) for process in self._running]
        self._running.clear()
        for said, code in ended:
            if code:
                raise _failure(code, said)
        indexes = {language: self._store.get(key) or self._keep(language) for language, key in self._keys.items()}
        self._store.sweep()
        return indexes

    def _keep(self, language: str) -> Path:
        """Keep an index that Pagefind has made, without the files that are its own interface."""
        index = _index(self._work, language)
        for name in _INTERFACE:
            for unused in index.glob(name):
                unused.unlink()
        reproducible.make_reproducible(index)
        return self._store.take(self._keys[language], index)


def write(indexes: Mapping[str, Path], folder: Path) -> None:
    """Put each language's index into a site, at `<language>/pagefind/`."""
    for language, index in indexes.items():
        shutil.copytree(index, folder / language / "pagefind", copy_function=shutil.copyfile)


def _start(found: list[Findable], language: str, source: str, work: Path) -> subprocess.Popen[str]:
    pages = work / language
    pages.mkdir(parents=True)
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(source)
    for rank, item in enumerate(found):
        shown = {
            "title": indexed(item.heading),
            "text": indexed(item.text),
            "also": indexed(f"{item.also}\n{item.reading}\n{initials(item.reading)}"),
        }
        (pages / f"{rank:06}.html").write_text(
            template.render(item=item, rank=rank, tag=TAGS[language], **shown), encoding="utf-8", newline="\n"
        )
    command = [sys.executable, "-m", "pagefind", "--quiet", "--site", str(pages), "--output-path"]
    return subprocess.Popen(
        [*command, str(_index(work, language))],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=children.environment(),
        close_fds=False,  # it keeps the lock of the build, should that be killed
    )


def _index(work: Path, language: str) -> Path:
    return work / f"{language}.index"


def _failure(code: int, said: str) -> Failure:
    """Return why Pagefind failed. It is no Python: what traces back was told before it began."""
    if lack := shortage.of_program(code, said):
        return lack
    started = "Traceback" not in said and "No module named" not in said
    return SearchError("search" if started else "search.missing", said=shortage.gist(code, said))
