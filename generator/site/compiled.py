"""Templates, compiled once for both languages. Kept for as long as the program runs, by what their files hold."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class _Compiled(BytecodeCache):
    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what was compiled of a template, unless its file holds something else by now."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


COMPILED = _Compiled()
