"""The ordered table of patterns.yaml: numbers that promise and measure nothing, told by their form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.language.amounts import DASH
from generator.language.dates import FIVE_YEAR_PLAN, WRITTEN_PLAN
from generator.language.lexicon import COUNTED, ENUMERATED, LARGE, NUMERAL, comparing
from generator.records.exclusion import ExclusionReason
from generator.source import yaml_source

# What the words in angle brackets stand for. Units of measure in Latin letters are MEASURED: any other letters beside a
# digit are a name (5G, 3D, G60). KINDS may stand between a size and the class it names (10亿元以上重大项目).
_PARTS = {
    "N": f"[{NUMERAL}]",
    "SMALL": f"[{ENUMERATED}两双]",
    "HAN": "[\u4e00-\u9fff]",
    "DASH": DASH,
    "REACHES": comparing("gt", "ge", reaches=True),
    "AFTER": comparing(position="after"),
    "COMPARING": comparing(),
    "LARGE": LARGE,
    "COUNTED": COUNTED,
    "ENUMERATED": ENUMERATED,
    "FIVE": FIVE_YEAR_PLAN,
    "WRITTEN": WRITTEN_PLAN,
    "MEASURED": r"(?:[kMGT]?W(?:h|p)?|[kcmn]?m[23²³]?|[kKMGTPE]?B|t|kg|P|[EP]?FLOPS|Mbps|Gbps)(?![A-Za-z])",
    "KINDS": "(?:重大|重点|领军|龙头|骨干|优质|单体|标志性|链主|产业|制造业?|工业|服务业|科技|投资|税收|规上|上市)",
}


@dataclass(frozen=True)
class Excluded:
    """Words that hold numbers which count nothing.

    start, end: offsets into the passage's words
    """

    start: int
    end: int
    reason: ExclusionReason

    def covers(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


_PART = re.compile("<([A-Z]+)>")


def _read() -> tuple[tuple[ExclusionReason, re.Pattern[str]], ...]:
    path = Path(__file__).with_name("patterns.yaml")
    rows = yaml_source.load(path, path.name).data
    return tuple((row["kind"], re.compile(_PART.sub(lambda m: _PARTS[m[1]], row["pattern"]))) for row in rows)


PATTERNS = _read()
