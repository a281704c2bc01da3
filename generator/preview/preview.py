"""Follow the files and tell open pages what is new."""

from __future__ import annotations

import threading
import time
import uuid
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.corpus.corpus import Corpus
from generator.findings.finding import Message, Say
from generator.language.languages import FALLBACK
from generator.preview import files
from generator.preview.diagnostics import Diagnostic, diagnostics
from generator.preview.draft import Draft, Look
from generator.preview.publication import DELAY, Publication
from generator.project.inputs import Inputs
from generator.project.layout import Layout
from generator.records.kept import Kept
from generator.rules.run import validate

LOOK = 0.15  # seconds between two looks at the files; an editor that saves in several steps is waited for as long
MOST_NAMES = 3  # of changed files that are told
BUILD = "build"  # the place of what the build behind the preview says


@dataclass(frozen=True)
class State:
    """What browsers are told. Each value of `pages` and `styles` is used once, also across restarts.

    draft: None where nothing could be read yet; problems: what keeps the newest edit from being shown
    """

    draft: Draft | None
    pages: str
    styles: str
    problems: tuple[Diagnostic, ...] = ()


class Preview:
    """The site of a repository, following its files.

    say: is told what the person at the terminal is to know
    language: of findings
    """

    def __init__(self, layout: Layout, say: Say, language: str = FALLBACK) -> None:
        self.layout = layout
        self.language = language
        self.state = State(None, _new(), _new())
        self.publication = Publication(layout, language, self._not_published, self._published)
        self._say = say
        self._kept = Kept(layout, Inputs.of(layout))
        self._news = threading.Condition()
        self._pending: frozenset[Path] = frozenset()  # changed, and not shown yet
        self._shown: dict[str, str] = {}  # by address, as it was shown last
        self._open = ""  # the page asked for last
        self._stopped = threading.Event()
        self._ready = threading.Event()

    def follow(self) -> None:
        """Show the files as they stand, then each change, until stopped."""
        seen = files.snapshot(self.layout)
        self._show(frozenset(seen))
        while not self._stopped.wait(LOOK):
            now = files.snapshot(self.layout)
            if now != seen:
                while not self._stopped.wait(LOOK) and now != (later := files.snapshot(self.layout)):
                    now = later
                self._show(files.changed(seen, now))
                seen = now

    def stop(self) -> None:
        """End following, and the build behind."""
        self._stopped.set()
        self.publication.stop()

    def page(self, address: str) -> tuple[str | None, State]:
        """Return a page's HTML, or None where there is no such page or nothing to show yet, and the state it is of.

        A page that cannot be made is shown as it was before.
        """
        self._ready.wait()
        state = self.state
        if not state.draft:
            return None, state
        try:
            html = state.draft.page(address)
        except Exception as error:  # noqa: BLE001 - whatever a template raises is shown, and the preview goes on
            self._tell(state, problems=diagnostics(error, self.layout, self.language))
            return self._shown.get(address), self.state
        if html:
            self._shown[address] = html
            self._open = address
        return html, state

    def news(self, known: State, seconds: float) -> State:
        """Return the state as soon as it is another one than is known, or after a while."""
        with self._news:
            self._news.wait_for(lambda: self.state is not known, seconds)
            return self.state

    def _show(self, changed: frozenset[Path]) -> None:
        """Show a change; with errors the last good pages stay."""
        started = time.perf_counter()
        self.publication.stop()
        self._pending |= changed
        static = [folder / "static" for folder in self.layout.template_folders]
        assets = all(any(path.is_relative_to(folder) for folder in static) for path in self._pending)
        state = self.state
        new: dict[str, Any]
        try:
            if assets and all(path.suffix == ".css" for path in self._pending):
                new = {"styles": _new()}
            elif assets and state.draft:
                new = {"pages": _new()}
            else:
                new = {"draft": self._draft(), "pages": _new(), "problems": ()}
        except Exception as error:  # noqa: BLE001 - as above
            self._tell(problems=diagnostics(error, self.layout, self.language))
        else:
            self._pending = frozenset()
            self._tell(**new)
            self._say(_shown(changed, time.perf_counter() - started))
            self.publication.begin(DELAY if state.draft else 0)
        self._ready.set()

    def _draft(self) -> Draft:
        """Return a draft in which the open page has been made: it is asked for at once."""
        before, layout = self.state.draft, self.layout
        data = {path for path in self._pending if {layout.content, layout.structured} & set(path.parents)}
        if data or not before:
            self._kept.renew()
            corpus = Corpus.of(validate(layout, kept=self._kept).records)
        else:
            corpus = before.corpus
        same = before and not self._pending - data and before.look.depends_on == Look.needed(corpus)
        look = before.look if before and same else Look(layout, corpus)
        draft = Draft(corpus, look)
        draft.page(self._open)
        return draft

    def _not_published(self, said: str) -> None:
        self._tell(problems=(Diagnostic(BUILD, said.strip()),))

    def _published(self) -> None:
        if any(problem.place == BUILD for problem in self.state.problems):
            self._tell(problems=())
        self._say(Message.of("serve.fine"))

    def _tell(self, known: State | None = None, **new: Any) -> None:
        """Change the state. known: the state that this is about; nothing is told where it has passed."""
        with self._news:
            if known and known is not self.state:
                return
            self.state = replace(self.state, **new)
            self._news.notify_all()
        for problem in new.get("problems", ()):
            self._say(Message.of("serve.problem", problem=problem))


def _shown(changed: frozenset[Path], seconds: float) -> Message:
    """Return what is said of a change that is shown."""
    names, took = sorted(path.name for path in changed), f"{seconds:.1f}"
    if len(names) <= MOST_NAMES:
        return Message.of("serve.shown", files=names, seconds=took)
    return Message.of("serve.many", n=len(names), seconds=took)


def _new() -> str:
    return uuid.uuid4().hex[:8]
