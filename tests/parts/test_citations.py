from __future__ import annotations

import datetime
import json
from dataclasses import replace

from generator.edition.edition import Edition
from generator.edition.strings import Strings
from generator.parts import citations
from generator.parts.citations import Work
from tests.paths import MINI
from tests.sites import edition_of

SITE = "https://park-plans.example/"
WORK = Work(
    key="jia-2025",
    kind="report",
    authors=("A & B Bureau", "C Office"),
    authors_original=("甲乙局", "丙办"),
    title="50%_{x} #1 $2",
    title_original="甲",
    number="甲府〔2025〕1号",
    issued=datetime.date(2025, 3, 1),
    language="zh-CN",
    version="data version 2025-06-02-0123456789ab",
    site="The Site",
    url="https://example.org/en/plans/jia-2025/",
    reader="en",
)
T = Strings(
    {
        "cite.accessed": "date accessed",
        "cite.and": " & ",
        "cite.data_set": "Data set",
        "plan.no_date": "n.d.",
    }
)


def texts(work: Work, t: Strings) -> dict[str, str]:
    return {form.key: form.text for form in citations.forms(work, t)}


def jia(language: str) -> tuple[dict[str, str], str]:
    """Return the citations of a plan, and the data version they must carry."""
    edition = replace(edition_of(MINI, language), site_url=SITE)
    entry = edition.corpus.plans["jia-2025"]
    return texts(citations.plan(edition, entry), edition.t), entry.version.text


def test_a_plan_in_chinese() -> None:
    found, version = jia("zh")
    assert found["gbt"] == (
        "甲市人民政府. 甲园行动方案(2025-2026年): "
        "甲府〔2025〕1号[A/OL]//甲市园区计划. "
        f"数据版本 {version}. (2025-03-01)[引用日期]. https://park-plans.example/zh/plans/jia-2025/."
    )
    assert found["apa"] == (
        "甲市人民政府. (2025年3月1日). "
        "甲园行动方案(2025-2026年) (甲府〔2025〕1号). "
        f"甲市园区计划 (数据版本 {version}). https://park-plans.example/zh/plans/jia-2025/"
    )


def test_a_plan_in_english() -> None:
    found, version = jia("en")
    note = (
        "[English: this site's own translation, not an official one; "
        "Chinese text: https://park-plans.example/zh/plans/jia-2025/]"
    )
    assert found["gbt"] == (
        "甲市人民政府. 甲园行动方案(2025-2026年): 甲府〔2025〕1号[A/OL]//"
        f"Park Plans of City A. Data version {version}. (2025-03-01)[date accessed]. "
        f"https://park-plans.example/en/plans/jia-2025/. {note}"
    )
    assert found["apa"] == (
        "Government of City A. (2025, March 1). "
        "甲园行动方案(2025-2026年) [Action Plan for Park A (2025–2026)] (甲府〔2025〕1号). "
        f"Park Plans of City A (data version {version}). https://park-plans.example/en/plans/jia-2025/ {note}"
    )
    assert all("not an official one" in text for text in found.values())
    assert all("https://park-plans.example/zh/plans/jia-2025/" in text for text in found.values())


def test_bibtex_escapes_what_it_would_take_for_markup() -> None:
    assert citations.bibtex(WORK) == "\n".join(
        (
            "@misc{jia-2025,",
            r'  author = "{A \& B Bureau} and {C Office}",',
            r'  title = "{50\%\_\{x\} \#1 \$2}",',
            '  year = "2025",',
            "  month = mar,",
            '  day = "1",',
            '  number = "甲府〔2025〕1号",',
            '  howpublished = "The Site",',
            '  note = "data version 2025-06-02-0123456789ab",',
            '  language = "chinese",',
            '  url = "https://example.org/en/plans/jia-2025/",',
            "}",
        )
    )


def test_csl_is_an_item_of_json() -> None:
    assert json.loads(citations.csl(WORK)) == [
        {
            "id": "jia-2025",
            "type": "report",
            "title": "50%_{x} #1 $2",
            "author": [{"literal": "A & B Bureau"}, {"literal": "C Office"}],
            "issued": {"date-parts": [[2025, 3, 1]]},
            "number": "甲府〔2025〕1号",
            "container-title": "The Site",
            "version": "data version 2025-06-02-0123456789ab",
            "language": "zh-CN",
            "URL": "https://example.org/en/plans/jia-2025/",
        }
    ]


def test_several_issuers_and_no_date_or_number() -> None:
    found = texts(replace(WORK, issued=None, number=""), T)
    assert found["gbt"] == (
        "甲乙局, 丙办. 甲[A/OL]//The Site. Data version 2025-06-02-0123456789ab. [date accessed]. "
        "https://example.org/en/plans/jia-2025/."
    )
    assert found["apa"].startswith("A & B Bureau & C Office. (n.d.). 50%_{x} #1 $2. The Site (data version")
    assert "year" not in found["bibtex"]
    assert "issued" not in json.loads(found["csl"])[0]


def test_a_passage_is_a_pattern_with_three_marks(en: Edition) -> None:
    page = "https://example.org/en/plans/jia-2025/text/"
    edition = replace(en, site_url="https://example.org/")
    found = texts(citations.passage(edition, WORK, "en/plans/jia-2025/text/"), T)
    chinese = f"{page.replace('/en/', '/zh/')}"
    assert found["gbt"].startswith("甲乙局, 丙办. 甲: 甲府〔2025〕1号: @place@[A/OL]//The Site.")
    assert f"(甲府〔2025〕1号), @place@. The Site ({WORK.version}). {page}#@anchor@ [English: " in found["apa"]
    assert all(f"{chinese}#@anchor@" in text.replace("\\#", "#") for text in found.values())
    assert found["bibtex"].startswith("@misc{jia-2025-@key@,\n")
    assert f'note = "@place@; {WORK.version}; English: ' in found["bibtex"]
    assert json.loads(found["csl"])[0]["section"] == "@place@"
    assert all(f"{page}#@anchor@" in text for text in found.values())


def test_the_data_set(en: Edition) -> None:
    edition = replace(en, site_url=SITE)
    found, version = texts(citations.data(edition), edition.t), edition.version
    assert str(version.date) == "2025-06-02"
    assert found["gbt"] == (
        "Park Plans of City A. Targets, tasks and measures of park plans: data set[DS/OL]. "
        f"Data version {version.text}. (2025-06-02)[date accessed]. https://park-plans.example/en/data/."
    )
    assert found["apa"] == (
        "Park Plans of City A. (2025, June 2). Targets, tasks and measures of park plans: data set "
        f"(data version {version.text}) [Data set]. https://park-plans.example/en/data/"
    )
    assert json.loads(found["csl"])[0]["type"] == "dataset"
