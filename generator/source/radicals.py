"""Characters that look like ordinary Chinese ones and are others: radicals and compatibility forms of PDF makers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# Of CJK Radicals Supplement, for which Unicode names no ordinary character.
_SUPPLEMENT = (
    "⺁厂⺄乙⺅亻⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎尢⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫"
    "⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罓⺲罒⺳网⺴罒⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西"
    "⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼"
    "⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟"
)
_OTHERWISE = "⼾户⾭青"  # where the ordinary character Unicode names is one that mainland texts do not use
_BLOCKS = (range(0x2F00, 0x2FD6), range(0xF900, 0xFAFF), range(0x2F800, 0x2FA1E))  # Kangxi radicals, compatibility


def _pairs(words: str) -> Iterable[tuple[str, str]]:
    return zip(words[::2], words[1::2], strict=True)


_COMPATIBLE = ((chr(code), unicodedata.normalize("NFKC", chr(code))) for block in _BLOCKS for code in block)
ORDINARY: dict[str, str] = {
    **{sign: plain for sign, plain in _COMPATIBLE if sign != plain},
    **dict(_pairs(_SUPPLEMENT)),
    **dict(_pairs(_OTHERWISE)),
    "⸺": "——",
}  # what to write for each


def ordinary(text: str) -> tuple[str, list[str]]:
    """Return a text in ordinary characters, and those that were not, each once."""
    found = sorted(ORDINARY.keys() & set(text))
    for sign in found:
        text = text.replace(sign, ORDINARY[sign])
    return text, found
