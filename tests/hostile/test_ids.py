"""Ids that would lead elsewhere, clash, or stand for what only looks alike."""

from __future__ import annotations

import pytest

from generator.records.common import is_id
from generator.records.kinds import lists
from tests.hostile.conftest import told
from tests.paths import JIA, JIA_TEXT, MINI
from tests.small import Repository

pytestmark = pytest.mark.builds

KINDS = ("targets", "facts", "tasks", "measures", "anomalies")
BAD = {
    "parent folder": "../../etc/passwd",
    "dots": "..",
    "slash": "a/b",
    "backslash": "a\\b",
    "absolute": "/etc",
    "percent": "a%2fb",
    "dot": "a.b",
    "capital": "Revenue",
    "underscore": "a_b",
    "space": "a b",
    "hyphen in front": "-a",
    "two hyphens": "a--b",
    "empty": "",
    "chinese": "营收",
    "cyrillic": "rеvenue",
    "full width": "ｒevenue",
    "full-width digit": "a-１",
    "combining": "revenué",
    "dotless": "ıd",
    "sharp": "a#b",
    "query": "a?b",
    "markup": "<b>",
    "quote": "a'b",
    "template": "a-$x",
    "reserved": "con",
    "device": "nul",
    "printer": "lpt1",
    "port": "com9",
    "auxiliary": "aux",
    "long": "a" * 300,
    "newline": "a\nb",
    "newline at the end": "a\n",
}


@pytest.mark.parametrize("id_", BAD.values(), ids=BAD)
def test_an_id_that_is_no_plain_word_is_refused_wherever_it_stands(repository: Repository, id_: str) -> None:
    written = '"' + id_.replace("\\", "\\\\").replace("\n", "\\n") + '"'
    expected = set()
    for kind in KINDS:
        text = repository.read(JIA)
        start = text.index("- id: ", text.index(f"\n{kind}:")) + 6
        repository.write(JIA, text[:start] + written + text[text.index("\n", start) :])
        expected.add(("R004", f"{JIA}:{text.count(chr(10), 0, start) + 1}:{start - text.rfind(chr(10), 0, start)}"))
    for path in (kind.file for kind in lists() if kind.name != "unit"):
        text = repository.read(path)
        start = text.index("id: ", text.index("- ")) + 4
        end = min(at for sign in ",\n" if (at := text.find(sign, start)) > 0)
        repository.write(path, text[:start] + written + text[end:])
        expected.add(("R004", f"{path}:{text.count(chr(10), 0, start) + 1}:{start - text.rfind(chr(10), 0, start)}"))
    assert set(told(repository.findings())) >= expected


@pytest.mark.parametrize("id_", ["con", "aux", "Jia", "a b", "..", "x" * 300])
def test_a_plan_and_a_park_are_named_by_plain_words(repository: Repository, id_: str) -> None:
    repository.replace(JIA, "id: jia-2025", f"id: {id_!r}")
    repository.replace("structured/parks/jia.yaml", "id: jia", f"id: {id_!r}")
    found = told(repository.findings())
    assert ("R004", f"{JIA}:2:5") in found
    assert ("R004", "structured/parks/jia.yaml:1:5") in found


@pytest.mark.parametrize("copy", ["jia-2025-copy", "JIA-2025", "jia-2025.", "index", "con", "nul", "-", "甲", "*"])
def test_a_plan_in_two_files_is_refused(repository: Repository, copy: str) -> None:
    """Also where the names differ by case alone, or by what some systems leave out."""
    path = f"structured/plans/{copy}.yaml"
    repository.write(path, repository.read(JIA))
    folder = MINI / "content/jia-2025"
    for file in (one for one in folder.rglob("*") if one.is_file()):
        repository.write(f"content/{copy}/{file.relative_to(folder).as_posix()}", file.read_bytes())
    expected = ("I002", f"{path}:2:5") if is_id(copy) else ("S017", f"{path}:1:1")
    assert expected in told(repository.findings())


def test_a_park_in_two_files_is_refused(repository: Repository) -> None:
    repository.write("structured/parks/JIA.yaml", repository.read("structured/parks/jia.yaml"))
    assert told(repository.findings()) == [("S017", "structured/parks/JIA.yaml:1:1")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("metric: park-revenue", "metric: ▸park-income", "F001"),
        ("metric: park-revenue", "metric: ▸Park-revenue", "R004"),
        ("unit: CNY", "unit: ▸cny", "F001"),
        ("unit: CNY", "unit: ▸ＣＮＹ", "F001"),
        ("park: jia", "park: ▸bing", "F001"),
        ("issuers: [jia-government]", "issuers: [▸nobody]", "F001"),
        ("printed_by: jia-government-office", "printed_by: ▸nobody", "F001"),
        ("baseline: high-tech-enterprises-2024", "baseline: ▸revenue", "F001"),
        ("repeat_of: listed-companies", "repeat_of: ▸listed-companies-task", "F001"),
        ("repeat_of: listed-companies", "repeat_of: ▸high-tech-enterprises-2024", "F001"),
        ("theme: industries", "theme: ▸nothing", "F001"),
        ("{cloud-computing: 云计算产业}", "{nothing: ▸云计算产业}", "F001"),
        ("{body: jia-administration,", "{body: ▸nobody,", "F001"),
        ("targets: [listed-companies-task]", "targets: [▸nothing]", "F001"),
        ("provision: 1/3/1", "provision: ▸1/3/9", "F002"),
        ("provision: 1/3/1", "provision: ▸9.9.9", "F002"),
        ("provision: 1/3/1", "provision: ▸../1", "R004"),
        ("provision: 1/3/1", 'provision: ▸"1/3/1\\n"', "R004"),
        ("provision: 1/3/1", "provision: ▸1/3/1/1", "R004"),
        ("provision: 1/3/1", "provision: ▸1.3", "R004"),
        ("year_provision: 1/3\n", "year_provision: ▸1/99\n", "F002"),
    ],
)
def test_what_refers_to_nothing_is_refused_where_it_stands(
    repository: Repository, old: str, new: str, code: str
) -> None:
    repository.replace(JIA, old, new)
    place = repository.place(JIA, "▸")
    repository.replace(JIA, "▸", "")
    assert (code, place) in told(repository.findings())


def test_a_number_given_twice_in_a_text_is_refused(repository: Repository) -> None:
    repository.replace(JIA_TEXT, "#### 2.优化政务服务。", "#### 1.优化政务服务。")
    assert ("S011", repository.line(JIA_TEXT, "优化政务服务。")) in told(repository.findings())
