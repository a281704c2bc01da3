"""Documents of the plans of this repository: what `pdftotext` reads is what their pages say."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest

from generator.documents import plan_text
from generator.edition import addresses
from generator.project.layout import Layout
from generator.project.store import Store
from generator.site import build as builder
from tests.documents.conftest import can_be_made
from tests.documents.test_written import before, in_pdf, in_word, on_page, squeezed
from tests.paths import ROOT
from tests.sites import TODAY, BuiltSite, edition_of

pytestmark = [pytest.mark.publication, pytest.mark.slow]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of this repository, with its documents."""
    can_be_made()
    from generator.documents import written  # noqa: PLC0415 - needs the extra

    root = tmp_path_factory.mktemp("published")
    for name in ("content", "structured"):
        shutil.copytree(ROOT / name, root / name)
    built = BuiltSite(Layout(root), builder.build(Layout(root), lambda _: None, today=TODAY), ())
    edition = replace(edition_of(root, "en"), documents=True)
    written.write({"en": edition, "zh": edition.other_edition}, Store(root / "kept"), built.folder)
    return built


@pytest.mark.parametrize(("ending", "read"), [("pdf", in_pdf), ("docx", in_word)])
def test_each_document_has_the_words_of_its_page(published: BuiltSite, ending: str, read: object) -> None:
    assert callable(read)
    edition = edition_of(published.layout.root, "en")
    assert edition.corpus.plans
    for plan, entry in edition.corpus.plans.items():
        text = plan_text.of_plan(edition, entry)
        found = read(published.folder / addresses.document(plan, ending))
        for passage in text.passages:
            for note in passage.notes:
                found = found.replace(squeezed(note.zh), "").replace(squeezed(note.en), "")
        assert found == before(text) + on_page(published, plan), plan


def test_each_brief_is_one_sheet_with_the_words_of_its_page(published: BuiltSite) -> None:
    files = sorted((published.folder / "documents").rglob("parks/*.pdf"))
    assert files
    for file in files:
        language = file.parent.parent.name
        page = published.folder / language / "parks" / file.stem / "brief/index.html"
        assert squeezed(_sheet(file)) == _brief(page), file


def _sheet(file: Path) -> str:

    shown = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True).stdout.decode()
    assert shown.count("\f") == 1
    return shown


def _brief(page: Path) -> str:
    tree = lxml.html.parse(page).getroot()
    for name in ("brief__tools", "visually-hidden"):
        for extra in tree.find_class(name):
            extra.drop_tree()
    return squeezed(tree.find_class("page--brief")[0].text_content())
