from __future__ import annotations

import pytest

from generator.edition import romanized

NAMES = {"北原园": "Běiyuán Yuán", "高新区北原园": "Gāoxīnqū Běiyuán Yuán"}


@pytest.mark.parametrize(
    ("chinese", "latin"),
    [
        ("高新区北原园行动方案(2025-2026年)", "Gāoxīnqū Běiyuán Yuán xíng dòng fāng àn (2025–2026 nián)"),
        ("北原园行动方案（2025—2026年）", "Běiyuán Yuán xíng dòng fāng àn (2025–2026 nián)"),
        ("北原园“十四五”规划", "Běiyuán Yuán “shí sì wǔ” guī huà"),
        ("关于《甲、乙》的意见", "Guān yú “jiǎ, yǐ” de yì jiàn"),
        ("", ""),
    ],
)
def test_a_title_keeps_its_tones_its_signs_and_the_names_that_are_known(chinese: str, latin: str) -> None:
    assert romanized.title(chinese, NAMES) == latin


@pytest.mark.parametrize(
    ("chinese", "latin"),
    [
        ("甲府〔2025〕1号", "Jia Fu [2025] No. 1"),
        ("甲府办规[2020]12号", "Jia Fu Ban Gui [2020] No. 12"),
        ("绿发〔2021〕3号", "Lü Fa [2021] No. 3"),
        ("第3号令", "Dì 3 hào lìng"),
        ("", ""),
    ],
)
def test_a_document_number_stands_as_authorities_write_it_in_english(chinese: str, latin: str) -> None:
    assert romanized.number(chinese) == latin
