"""Documents as they lie in a site: read with the programs of readers, and held against the pages."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import lxml.etree
import lxml.html
import pytest
from docx.oxml.ns import qn
from PIL import Image

from generator.documents import plan_text
from generator.documents.plan_text import PlanText
from generator.edition import addresses
from generator.edition.edition import Edition
from generator.exports.social_cards import content as social_cards
from generator.exports.social_cards import drawing
from generator.language.languages import LANGUAGES
from generator.parts.pictures.table import pictured
from generator.project.store import Store
from generator.site import pages as all_pages
from tests.documents.conftest import with_briefs
from tests.exports.social_cards.uncut import Uncut
from tests.sites import BuiltSite

PLANS = ("jia-2025", "yi-2025", "yi-2021", "zone-2026")
MUTE = {"permalink", "flag", "missing"}  # what a page says besides the words of a passage


def squeezed(text: str) -> str:
    return "".join(text.split())


def on_page(site: BuiltSite, plan: str) -> str:
    """Return the words of the passages on the page of a text, both languages."""
    tree = lxml.html.parse(site.folder / f"en/plans/{plan}/text/index.html")
    for extra in tree.xpath("//*[@class]"):
        if MUTE & {*extra.get("class").split()}:
            extra.drop_tree()
    passages = tree.xpath("//*[@class='row__zh' or @class='row__en']")
    return squeezed("".join(passage.text_content() for passage in passages))


def in_pdf(file: Path) -> str:
    """Return the words of a PDF as a reader copies them, the numbers of its pages left out."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    pages = done.stdout.decode().split("\f")
    return squeezed("".join(page.rstrip().rpartition("\n")[0] for page in pages))


def in_word(file: Path) -> str:
    """Return the words of a Word document in their order."""
    return squeezed("".join(run.text for run in docx.Document(str(file)).element.body.iter(qn("w:t"))))


def before(text: PlanText) -> str:
    about = [words for said in text.about for words in (said.zh, said.en)]
    return squeezed("".join((text.title.zh, text.title.en, *about, *text.addresses)))


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize(("ending", "read"), [("pdf", in_pdf), ("docx", in_word)])
def test_a_document_has_the_words_of_the_page_and_says_where_they_are_from(
    plan: str, ending: str, read: Callable[[Path], str], documents: Path, made_of: Edition, built_mini: BuiltSite
) -> None:
    text = plan_text.of_plan(made_of, made_of.corpus.plans[plan])
    notes = [words for passage in text.passages for note in passage.notes for words in (note.zh, note.en)]
    found = read(documents / addresses.document(plan, ending))
    for note in notes:
        found = found.replace(squeezed(note), "")
    assert found == before(text) + on_page(built_mini, plan)


@pytest.mark.parametrize("plan", PLANS)
def test_headings_and_numbers_of_provisions_are_styles(plan: str, documents: Path, made_of: Edition) -> None:
    document = docx.Document(str(documents / addresses.document(plan, "docx")))
    text = plan_text.of_plan(made_of, made_of.corpus.plans[plan])
    ranks = [f"Heading {passage.rank}" for passage in text.passages if passage.rank]
    assert [p.style.name for p in document.paragraphs if p.style and p.style.name.startswith("Heading")] == ranks
    numbers = [run.text for p in document.paragraphs for run in p.runs if run.style.name == "Provision Number"]
    printed = [v.number for p in text.passages for v in (p.zh, p.en) if v and v.number]
    assert numbers == printed


@pytest.mark.parametrize("plan", PLANS)
def test_a_pdf_is_tagged_and_holds_its_fonts(plan: str, documents: Path) -> None:
    file = documents / addresses.document(plan, "pdf")
    if not shutil.which("pdffonts"):
        pytest.skip("pdffonts is not installed")
    said = subprocess.run(["pdffonts", str(file)], capture_output=True, check=True, text=True).stdout.splitlines()[2:]
    assert said
    for line in said:  # embedded, subset, with the characters they stand for
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line
    about = subprocess.run(["pdfinfo", str(file)], capture_output=True, check=True, text=True).stdout
    assert "Tagged:          yes" in about


def test_the_same_words_give_the_same_bytes_and_are_not_set_again(
    documents: Path, made_of: Edition, built_mini: BuiltSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.documents import written  # noqa: PLC0415 - needs the extra

    editions = {"en": made_of, "zh": made_of.other_edition}
    site = with_briefs(built_mini, tmp_path / "site")
    count = written.write(editions, Store(tmp_path / "kept"), site)
    pictures = [*documents.rglob("chart*.png")]
    assert len(pictures) == 2 * len([*pictured(made_of)])
    pictures += [*documents.glob("images/zh/*.png")]
    assert count == 2 * len(made_of.corpus.plans) + 2 * len(made_of.corpus.parks) + 2 + len(pictures)
    made = [*(file for file in documents.rglob("documents/**/*.*") if file.is_file()), *pictures]
    assert len(made) == count
    for file in made:
        assert file.read_bytes() == (site / file.relative_to(documents)).read_bytes(), file.name

    def never(*_: object) -> bytes:
        raise AssertionError("it was kept")

    monkeypatch.setattr(written, "word", never)
    monkeypatch.setattr("generator.documents.pdf.Press.set", never)
    monkeypatch.setattr("generator.documents.pdf.Press.pixels", never)
    monkeypatch.setattr(drawing, "draw", never)
    assert written.write(editions, Store(tmp_path / "kept"), site) == count


def test_a_picture_in_pixels_is_that_of_the_drawing(documents: Path, built_mini: BuiltSite) -> None:
    for file in documents.rglob("chart*.png"):
        drawing = lxml.etree.parse(built_mini.folder / file.relative_to(documents).with_suffix(".svg")).getroot()
        with Image.open(file) as image:
            darkest = min(image.convert("L").tobytes())
            wide = image.width / image.height
        assert wide == pytest.approx(float(drawing.get("width", 0)) / float(drawing.get("height", 1)), rel=0.1)
        assert darkest < 60  # words and bars are there


def test_every_card_that_chinese_pages_name_is_drawn(documents: Path, made_of: Edition) -> None:
    chinese = made_of.other_edition
    named = {social_cards.address(chinese, page.card or social_cards.DEFAULT) for page in all_pages.pages(chinese)}
    assert named == {file.relative_to(documents).as_posix() for file in documents.rglob("images/**/*.png")}
    for name in named:
        with Image.open(documents / name) as image:
            assert (image.size, image.format) == (social_cards.SIZE, "PNG")


@pytest.mark.usefixtures("documents")  # skipped where these cannot be made
def test_no_word_is_left_out_of_cards_in_chinese(made_of: Edition) -> None:
    from generator.documents.pdf import Press  # noqa: PLC0415 - needs the extra

    face = Uncut(*Press(()).file("zh"))
    for card in social_cards.cards(made_of.other_edition):
        drawing.draw(card, face)


def on_brief(site: BuiltSite, address: str) -> str:
    tree = lxml.html.parse(site.folder / address / "index.html")
    for name in ("brief__tools", "visually-hidden"):
        for extra in tree.getroot().find_class(name):
            extra.drop_tree()
    return squeezed(tree.getroot().find_class("page--brief")[0].text_content())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("park", ["jia", "yi", ""])
def test_a_brief_is_one_sheet_with_the_words_of_its_page_and_a_code_of_its_address(
    language: str, park: str, documents: Path, made_of: Edition, built_mini: BuiltSite
) -> None:
    edition = made_of if language == made_of.language else made_of.other_edition
    file, address = documents / addresses.brief_document(language, park), edition.to.brief(park)
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    shown = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True).stdout.decode()
    assert shown.count("\f") == 1
    assert squeezed(shown) == on_brief(built_mini, address)
    segno = pytest.importorskip("segno")
    from generator.documents.sheet import sheet  # noqa: PLC0415 - needs the extra

    read = sheet((documents / address / "index.html").read_bytes(), language, "x", edition.absolute(address))
    drawn = segno.make(f"https://example.org/plans/{address}").svg_inline(border=0)
    assert path_of(read.code) == path_of(drawn)


def path_of(svg: str) -> str:
    return svg.partition(' d="')[2].partition('"')[0]
