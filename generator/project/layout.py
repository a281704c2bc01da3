"""Where things are, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
# In a checkout templates and settings lie beside the package, in an installed wheel under it.
PROGRAM = PACKAGE if (PACKAGE / "site_templates").is_dir() else PACKAGE.parent
FRAME = "site_templates/theme"  # folder of what stands around a page
EXAMPLE = PACKAGE / "example"  # a small publication: what `init` copies, what the tests are about


@dataclass(frozen=True)
class Layout:
    """Paths of one repository.

    root: the folder that holds content/ and structured/
    program: the folder that holds site_templates/ and mkdocs.yml
    """

    root: Path
    program: Path = PROGRAM

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def structured(self) -> Path:
        return self.root / "structured"

    @property
    def templates(self) -> Path:
        return self.program / "site_templates"

    @property
    def overlay(self) -> Path | None:
        """The publication's own templates, words and static files; None where it has none."""
        own = self.root / "site_templates"
        return own if own != self.templates and own.is_dir() else None

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Folders of templates; what stands in an earlier one takes the place of what has its name in a later one."""
        return (self.overlay, self.templates) if self.overlay else (self.templates,)

    @property
    def frames(self) -> tuple[Path, ...]:
        """Folders of what stands around a page; the publication's own goes first."""
        found = (self.root / FRAME, self.program / FRAME)
        return tuple(folder for folder in dict.fromkeys(found) if folder.is_dir())

    @property
    def configuration(self) -> Path:
        return self.program / "mkdocs.yml"

    @property
    def build(self) -> Path:
        return self.root / "build"

    @property
    def next(self) -> Path:
        """The folder that a site is laid together in before it is published."""
        return self.build / "next"

    @property
    def site(self) -> Path:
        return self.root / "site"

    def relative(self, path: Path) -> str:
        """Return a path for messages: relative to the root, with forward slashes."""
        return path.relative_to(self.root).as_posix()
