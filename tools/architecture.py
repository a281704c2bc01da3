"""Write the tree of modules in docs/architecture.md: `python -m tools.architecture`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.marked import filled

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
TOPS = ("generator", "site_templates", "tests", "tools")
INDENT, WIDTH = "  ", 34  # of a step down, and up to where the words begin

# What folders without a docstring hold. Folders of tests/ that mirror generator/ or another top folder need no words.
FOLDERS = {
    "generator/example": "A small complete publication of an invented city: what `init` writes and tests use",
    "generator/preview/browser": "Script and style sheet that only the preview sends",
    "generator/forms/pages": "The pages of the form; they only lay out",
    "generator/starting/files": "What `init` writes around a publication: README, Makefile, workflows, editor settings",
    "generator/starting/skeletons": "What `new` fills in",
    "site_templates": "What pages look like; it computes nothing",
    "site_templates/macros": "What templates of pages share",
    "site_templates/pages": "A template for each kind of page",
    "site_templates/root": "Pages that belong to no language, and what searches and redirects are filled into",
    "site_templates/static": "Style sheet by part, scripts, pictures",
    "site_templates/strings": "The interface words, a catalogue a language",
    "site_templates/theme": "What stands around a page: head, header, footer",
    "tests": "Tests, laid out as what they test; below are the folders that mirror nothing",
    "tests/browser": "The finished site in a real browser",
    "tests/corpora": "Small invented publications and documents",
    "tests/golden": "One page of each kind in both languages, and what commands print, to compare with",
    "tests/hostile": "Input that is broken or means harm, builds that are cut short",
    "tests/repository": "Workflows, forms, guides, and the commands and files they name",
    "tests/scripts": "Logic of the page scripts, without a page",
    "tools/lint": "Linter and type checker of the scripts, with their pinned packages",
}


def tree(root: Path) -> str:
    """Return every folder and module with what its docstring says first. Raises ValueError for one without words."""
    return "\n".join(["```text", *(line for top in TOPS for line in _lines(root, root / top)), "```"])


def first_sentence(module: Path) -> str:
    """Return the first sentence of a module's docstring, without its full stop; "" where there is none."""
    words = " ".join((ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split("\n\n")[0].split())
    return re.split(r"\.(?= |$)", words, maxsplit=1)[0]


def _lines(root: Path, path: Path, depth: int = 0) -> Iterator[str]:
    name = path.relative_to(root).as_posix()
    said = first_sentence(path if path.is_file() else path / "__init__.py") if _of_python(path) else ""
    words = FOLDERS.get(name) or said
    if not words:
        raise ValueError(f"{name} needs a docstring, or a line in FOLDERS of tools/architecture.py")
    shown = f"{INDENT * depth}{path.name}{'/' if path.is_dir() else ''}"
    yield f"{shown:<{WIDTH}} {words}"
    for inner in _inside(root, path):
        yield from _lines(root, inner, depth + 1)


def _of_python(path: Path) -> bool:
    return path.is_file() or (path / "__init__.py").is_file()


def _inside(root: Path, folder: Path) -> list[Path]:
    """Return what is listed below a folder: modules first; of tests/ only the folders that mirror no other."""
    if not folder.is_dir() or root / "tests" in folder.parents:
        return []
    below = sorted(path for path in folder.iterdir() if path.is_dir() and path.name != "__pycache__" and _held(path))
    if folder == root / "tests":
        return [path for path in below if not any((root / top / path.name).is_dir() for top in (".", "generator"))]
    if not _of_python(folder):
        return below if folder.parent == root else []
    return [*sorted(path for path in folder.glob("*.py") if path.name != "__init__.py"), *below]


def _held(folder: Path) -> bool:
    """Return whether a folder holds a file of ours; Git leaves folders behind in which only caches are."""
    return any(path.is_file() and "__pycache__" not in path.parts for path in folder.rglob("*"))


def page() -> str:
    """Return docs/architecture.md with the tree as it is now."""
    return filled(PAGE.read_text(encoding="utf-8"), {"tree": tree(ROOT)}, "make architecture")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
