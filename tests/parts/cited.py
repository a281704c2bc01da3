"""What tests cite: an invented document with everything that a form could take for markup."""

from __future__ import annotations

import datetime
from dataclasses import replace

from generator.parts.citations import Cited, Reference

VERSION = "2025-06-02-0123456789ab"
CHINESE = Reference(
    language="zh",
    authors=("甲乙局", "丙办"),
    title="甲园行动方案(2025-2026年)",
    translation="",
    type="行动方案",
    number="甲府〔2025〕1号",
    version=f"数据版本 {VERSION}",
    site="甲市园区计划",
    place="",
    url="https://example.org/zh/plans/jia-2025/",
    note="",
    accessed="引用日期",
    official="文件的官方页面",
)
ENGLISH = Reference(
    language="en",
    authors=("A & B Bureau", "C Office"),
    title="Jiǎ Yuán xíng dòng fāng àn (2025–2026 nián)",
    translation="Action Plan for Park A (2025–2026)",
    type="Action plan",
    number="Jia Fu [2025] No. 1",
    version=f"data version {VERSION}",
    site="Park Plans of City A",
    place="",
    url="https://example.org/en/plans/jia-2025/",
    note="Unofficial translation",
    accessed="date accessed",
    official="Official page of the document",
)
DOCUMENT = Cited(
    "document", "jia-2025", datetime.date(2025, 3, 6), VERSION, "https://gov.example/jia_1", CHINESE, ENGLISH
)
PASSAGE = replace(
    DOCUMENT,
    key="jia-2025-p-1-p2",
    chinese=replace(CHINESE, place="§ 1第2段", url=f"{CHINESE.url}#p-1-p2"),
    english=replace(ENGLISH, place="§ 1, para. 2", url=f"{ENGLISH.url}#p-1-p2"),
)
UNDATED = replace(
    DOCUMENT,
    issued=None,
    official="",
    chinese=replace(CHINESE, number=""),
    english=replace(ENGLISH, number="", note=""),
)
_ITS_OWN = {"type": "", "number": "", "translation": "", "note": ""}
PAGE = Cited(
    *("page", "city-a-plans-park-jia", datetime.date(2025, 6, 2), VERSION, ""),
    replace(CHINESE, authors=(CHINESE.site,), title="高新区甲园", **_ITS_OWN),
    replace(ENGLISH, authors=(ENGLISH.site,), title="Park A of the High-Tech Zone", **_ITS_OWN),
)
DATA = replace(PAGE, kind="data", key="city-a-plans-0123456789ab")
EVERY = {"document": DOCUMENT, "passage": PASSAGE, "undated": UNDATED, "page": PAGE, "data": DATA}
