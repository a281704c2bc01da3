from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.diff.fitting import Section, fit
from tests.diff.conftest import WORDS

T = WORDS["en"]
NOTE = "Not everything fits into a comment; the rest is in the output of --format json."

sections = st.builds(
    Section,
    st.text("h", min_size=1, max_size=30),
    st.lists(st.text("l", max_size=30).map(lambda line: f"{line}\n"), max_size=12).map(tuple),
    st.sampled_from(["", "\n</details>\n"]),
)


@given(st.lists(sections, max_size=8), st.integers(100, 600))
def test_what_is_fitted_is_never_too_long_and_whole_where_it_can_be(parts: list[Section], limit: int) -> None:
    whole = "".join(f"{p.head}{''.join(p.lines)}{p.tail}" for p in parts)
    text = fit(parts, limit, T)
    assert len(text) <= limit
    assert (text == whole) == (len(whole) <= limit)
    assert (NOTE in text) == (text != whole)


@given(st.lists(sections, min_size=1, max_size=6))
def test_every_part_is_there_with_its_end_and_what_it_lost(parts: list[Section]) -> None:
    frames = sum(len(p.text(0, T)) for p in parts)
    text = fit(parts, frames + len(NOTE) + 2, T)
    assert text.count("</details>") == sum("</details>" in p.tail for p in parts)
    for part in parts:
        assert any(part.text(n, T) in text for n in range(len(part.lines) + 1))


def test_small_parts_are_whole_and_great_ones_share_what_remains() -> None:
    great = [Section(f"{name}\n", ("x" * 99 + "\n",) * 50) for name in ("A", "B")]
    small = Section("S\n", ("one\n", "two\n"))
    text = fit([great[0], small, great[1]], 2200, T)
    assert "S\none\ntwo\n" in text
    assert text.count("… and 40 more") == 2
