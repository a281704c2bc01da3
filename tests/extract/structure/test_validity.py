"""From when to when a document says that it holds: days that it prints, and days that follow from its words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.extract.drafting.document import ENGLISH
from generator.extract.extract import extract
from tests.cases import cases_of

each = cases_of(__file__)
NOTICE = """柳市人民政府关于印发《柳园管理办法》的通知
柳府发〔2025〕3号
各有关单位：
现将《柳园管理办法》印发给你们，请认真执行。
柳市人民政府
2025年4月2日
柳园管理办法
第一条 为了发展柳园，制定本办法。
第二条 园区管委会负责建设。
第三条 {words}
"""


@each("cases", "case")
def test_validity_is_what_is_printed_and_what_follows_from_it(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(NOTICE.format(words=case["words"]), encoding="utf-8")
    made = extract(path, "a").metadata
    held = made.validity.value if made.validity else None
    assert (held and held.start, held and held.end) == (case.get("start"), case.get("end"))
    assert list(held.inferred if held else ()) == case.get("inferred", [])
    doubts = [ENGLISH.tell(doubt.reason) for doubt in made.doubts if doubt.place == "validity"]
    assert any(case.get("doubt", "counted out from") in doubt for doubt in doubts) == bool(
        case.get("inferred") or "doubt" in case
    )
