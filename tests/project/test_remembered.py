from __future__ import annotations

from generator.project import remembered


def test_what_is_remembered_is_made_once_until_it_is_forgotten() -> None:
    made: list[int] = []

    @remembered.remembered(4)
    def double(n: int) -> int:
        made.append(n)
        return 2 * n

    assert [double(1), double(1), double(2)] == [2, 2, 4]
    assert made == [1, 2]
    remembered.forget()
    assert double(1) == 2
    assert made == [1, 2, 1]
