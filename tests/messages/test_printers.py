from __future__ import annotations

import json

import lxml.html

from generator.findings.finding import Finding
from generator.messages.catalogue import catalogue
from generator.messages.printers import as_github, as_json, as_summary, as_text
from tests.told import ENGLISH

FINDING = Finding.of("Q001.quote", "content/a,b.md", 3, 7, provision="1/1", words="50%,\r\nx::error::y")
MESSAGE = "quote must stand in provision 1/1: '50%,\r\nx::error::y'"
HINT = "copy the words from the text, or correct the provision"


def test_a_finding_for_a_terminal() -> None:
    finding = Finding.of("S003.empty", "a.yaml", 3, 7)
    line = "a.yaml:3:7: S003 file must not be empty\n    → fill it in, or delete it"
    assert as_text([finding, finding], ENGLISH) == f"{line}\n{line}"
    assert as_text([finding], catalogue("zh")) == "a.yaml:3:7: S003 文件是空的\n    → 请补全内容，或删除文件。"


def test_a_finding_for_github_is_one_line_and_ends_no_command() -> None:
    assert as_github([FINDING], ENGLISH) == (
        "::error file=content/a%2Cb.md,line=3,col=7,title=Q001"
        rf"::quote must stand in provision 1/1: '50%25,\r\nx::error::y' → {HINT}"
    )
    colon = Finding.of("S003.empty", "C:/100%.md")
    assert as_github([colon], ENGLISH).startswith("::error file=C%3A/100%25.md,line=1,col=1,title=S003::file")


def test_a_finding_in_json() -> None:
    assert json.loads(as_json([FINDING], ENGLISH)) == [
        {
            "path": "content/a,b.md", "line": 3, "column": 7, "code": "Q001", "message": MESSAGE, "hint": HINT,
            "severity": "error",
        }
    ]  # fmt: skip


def test_a_value_is_inert_in_the_job_summary() -> None:
    words = "</td><script>x</script>\n\n# @all |`![](https://example.org)`"
    finding = Finding.of("Q001.quote", "a<b>.md", provision="1/1", words=words)
    text = as_summary([finding], [ENGLISH, catalogue("zh")])
    assert "\n\n" not in text
    assert "<script" not in text
    assert "a&lt;b&gt;.md" in text
    assert lxml.html.fromstring(text).xpath("count(//tr)") == 2


def test_a_job_summary_stays_within_what_github_takes() -> None:
    many = [
        Finding.of("Q001.quote", f"{i}.md", line, provision="1/1", words="字" * 300)
        for i in range(9)
        for line in range(99)
    ]
    text = as_summary(many, [ENGLISH])
    assert len(text.encode()) < 1_000_000
    assert text.endswith(" more.</p>\n")
    told = sum(f"<h3>{i}.md</h3>" in text for i in range(9))
    assert f"… and {len(many) - 99 * told} more." in text


def test_many_warnings_of_a_kind_are_one_with_a_count_and_errors_come_first() -> None:
    stale = [
        Finding.of("E004.stale", "content/a/en.md", line, words="甲", provision=f"1/{line}", plan="a")
        for line in (1, 3, 5, 7, 9)
    ]
    wrong = Finding.of("S003.empty", "structured/z.yaml")
    told = as_text([*stale, wrong], ENGLISH).split("\n")
    assert told[0].startswith("structured/z.yaml:1:1: S003")
    assert told[2].startswith("content/a/en.md:1:1: E004")
    assert told[4:] == ["    … and 4 more like it, in lines 3, 5, 7, 9"]


def test_a_few_of_a_kind_and_errors_with_words_of_their_own_are_told_one_by_one() -> None:
    few = [Finding.of("S012.spaces", "a", line) for line in (1, 2, 3)]
    assert as_text(few, ENGLISH).count("S012") == 3
    errors = [Finding.of("Q001.words", "a", line, provision="1", words=f"甲{line}") for line in range(1, 9)]
    assert as_text(errors, ENGLISH).count("Q001") == 8


def test_on_github_errors_come_first_since_it_shows_ten() -> None:
    told = as_github([Finding.of("S012.spaces", "a", 1), Finding.of("S003.empty", "b")], ENGLISH).split("\n")
    assert [line[:7] for line in told] == ["::error", "::warni"]
