"""The invented city of five parks: generator/example, and three parks whose plans vary its first one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator.analysis.translation import accept
from generator.project.layout import Layout

MINI = Path(__file__).resolve().parent.parent / "generator" / "example"
OF = "jia-2025"
INDUSTRIES = """\
- {id: fund-management, name: {zh: 基金管理, en: Fund management}}
- {id: incubation, name: {zh: 孵化器, en: Incubation}}
"""
INCUBATION = (
    "words_en: Develop the cloud computing industry}\n    - {industry: incubation, provision: 1/2, words: 孵化器}"
)
TASK = {
    "cloud-computing: 云计算产业}": "cloud-computing: 云计算产业, fund-management: 产业基金}",
    "role: lead": "role: responsible",
}
DOUBTS = {
    "targets: [listed-companies-task]": "targets: [listed-companies, listed-companies-task]",
    "\nexclusions:\n": """\
  - id: revenue-in-two-ways
    provision: 1/2
    kind: inconsistent
    weight: figure
    printed: 园区总营收
    reason: {zh: 两处口径不一。, en: Two passages count it in two ways.}
    targets: [revenue, incubators]
  - id: two-names
    provision: 1/2
    kind: inconsistent
    weight: note
    printed: 园区
    reason: {zh: 两处叫法不一。, en: Two passages give it two names.}
    targets: [revenue, incubators]

exclusions:
""",
}
RANKED = "words_en: Develop the cloud computing industry}"
AIM = "\n    year: 2026\n    year_words: 到2026年\n    commitment: firm\n"
# Park, its sign, letter and reading; what its plan says otherwise.
SIBLINGS: dict[str, tuple[str, str, str, dict[str, str]]] = {
    "ding": (
        "丁",
        "D",
        "Dīng",
        {"超过120家": "超过150家", '"120"': '"150"', ": 120": ": 150", "than 120": "than 150", **TASK},
    ),
    "wu": ("戊", "E", "Wù", {f"measure: stock{AIM}    baseline": f"measure: unspecified{AIM}    baseline"}),
    "ji": (
        "己",
        "F",
        "Jǐ",
        {
            "到30亿": "到45亿",
            '"30"': '"45"',
            ": 3000000000": ": 4500000000",
            "RMB 3 ": "RMB 4.5 ",
            **DOUBTS,
            RANKED: INCUBATION,
        },
    ),
}


def city(root: Path) -> Path:
    """Write the corpus into a folder that is not there yet."""
    shutil.copytree(MINI, root)
    with (root / "structured/industries.yaml").open("a", encoding="utf-8") as industries:
        industries.write(INDUSTRIES)
    for park in SIBLINGS:
        for path in (f"structured/plans/{OF}.yaml", "structured/parks/jia.yaml"):
            copied = root / path.replace(OF, f"{park}-2025").replace("jia", park)
            copied.write_text(_varied((root / path).read_text(encoding="utf-8"), park), encoding="utf-8")
        folder = root / f"content/{park}-2025"
        shutil.copytree(root / "content" / OF, folder)
        for copied in (path for path in folder.rglob("*") if path.is_file()):
            copied.write_text(_varied(copied.read_text(encoding="utf-8"), park), encoding="utf-8")
        accept(Layout(root), f"{park}-2025")
    return root


def _varied(text: str, park: str) -> str:
    sign, letter, reading, otherwise = SIBLINGS[park]
    text = re.sub(r"^(id|park): jia$", rf"\1: {park}", text.replace(OF, f"{park}-2025"), flags=re.MULTILINE)
    for old, new in {"甲园": f"{sign}园", "Park A": f"Park {letter}", "Jiǎ": reading, **otherwise}.items():
        text = text.replace(old, new)
    return text
