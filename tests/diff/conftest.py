"""Small histories: a repository with commits, and what differs between two of its states."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.diff.differences import Change
from generator.diff.report import Report, report
from generator.edition import strings
from generator.project.layout import Layout
from tests.paths import MINI, ROOT
from tests.small import Repository

TODAY = datetime.date(2025, 7, 1)
WORDS = strings.load(ROOT / "site_templates")
REDIRECTS = "structured/redirects.yaml"


@dataclass(frozen=True)
class History(Repository):
    """A repository under git; its first state is called `start`."""

    def git(self, *arguments: str) -> str:
        """Run git in the repository and return what it prints."""
        me = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", *me, *arguments], cwd=self.root, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def commit(self) -> str:
        """Record the folder as it is, and return the state's name."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "x", "--allow-empty")
        return self.git("rev-parse", "HEAD")

    def report(self, states: str = "start") -> Report:
        """Compare two states, or the first with the folder as it is."""
        return report(Layout(self.root), WORDS, states, TODAY)

    def changes(self) -> list[Change]:
        """Return what differs between the first state and the folder as it is."""
        return list(self.report().changes)

    def delete(self, path: str, first: str, last: str) -> None:
        """Take the lines out of a file from the first that holds some words up to the one before the last."""
        text = self.read(path)
        start = text.rfind("\n", 0, self._find(path, first, 1)) + 1
        end = text.index(last, start) if last else len(text)
        self.write(path, text[:start] + text[text.rfind("\n", 0, end) + 1 if last else end :])


def git_init(root: Path) -> History:
    """Put a folder under git."""
    history = History(root)
    history.git("init", "-q", "-b", "main", "--template=")
    history.git("config", "core.autocrlf", "false")
    history.commit()
    history.git("tag", "start")
    return history


@pytest.fixture(scope="session")
def _recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example under git, made once for every history."""
    root = tmp_path_factory.mktemp("recorded") / "repository"
    shutil.copytree(MINI, root)
    git_init(root).git("gc", "-q")  # fewer files to copy
    return root


@pytest.fixture
def history(_recorded: Path, tmp_path: Path) -> History:
    """A repository of its own whose first state is the example."""
    return copied(_recorded, tmp_path / "repository")


def copied(recorded: Path, root: Path) -> History:
    """Return a history of its own."""
    shutil.copytree(recorded, root)  # with times: git need not look into files that are as old as it knows them
    return History(root)
