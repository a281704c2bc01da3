from __future__ import annotations

import gc
import weakref

from generator.project.collector import cleared


class _Knot:
    def __init__(self) -> None:
        self.own = self


def test_what_refers_to_itself_is_gone_and_what_was_there_before_is_looked_at_again() -> None:
    with cleared():
        knot = weakref.ref(_Knot())
    assert knot() is None
    assert gc.get_freeze_count() == 0
