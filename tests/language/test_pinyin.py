from __future__ import annotations

import pytest

from generator.language import pinyin


@pytest.mark.parametrize(
    ("chinese", "written", "words"),
    [
        ("长四角一体化", "Chángsìjiǎo yītǐhuà", {"长四角": "cháng sì jiǎo", "一体化": "yī tǐ huà"}),
        ("西安园", "Xī'ān Yuán", {"西安": "xī ān", "园": "yuán"}),
        ("知识", "zhīshi", {"知识": "zhī shi"}),
        ("一体化", "yìtǐhuà", {"一体化": "yì tǐ huà"}),
        (
            "专精特新“小巨人”",
            "zhuān-jīng-tè-xīn “xiǎo jùrén”",
            {"专精特新": "zhuān jīng tè xīn", "小": "xiǎo", "巨人": "jù rén"},
        ),
        ("共治+机构", "gòngzhì jiā jīgòu", {"共治": "gòng zhì", "机构": "jī gòu"}),
        ("5G产业", "5G chǎnyè", {"产业": "chǎn yè"}),
        ("TOD", "TOD", {}),
        ("西安", "xīān", {"西安": "xī ān"}),
        ("西额", "xi'e", {"西额": "xi e"}),
        ("", "", {}),
    ],
)
def test_words_are_read_off_their_pinyin(chinese: str, written: str, words: dict[str, str]) -> None:
    assert pinyin.words(chinese, written) == words


@pytest.mark.parametrize(
    ("chinese", "written"), [("重点", "zhōngdiàn"), ("重点", "zhòng"), ("重点", "zhòngdiǎnmen"), ("重点", "")]
)
def test_what_is_no_pinyin_of_the_characters_is_known(chinese: str, written: str) -> None:
    assert pinyin.words(chinese, written) is None


def test_other_signs_between_many_characters_take_no_time() -> None:
    assert pinyin.words("长a" * 200, "cháng" * 200) == {}
    assert pinyin.words("长a长a长a长a长", "cháng" * 100 + "?") is None


def test_a_tone_left_out_is_no_difference() -> None:
    assert not pinyin.differs("zhī shi", "zhī shí")
    assert pinyin.differs("cháng níng", "zhǎng níng")
