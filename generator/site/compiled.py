"""Templates, compiled once for both languages. Kept for as long as the program runs, by what their files hold."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from markupsafe import escape

_SPECIAL = re.compile("[&<>\"']")


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


class _Code(CodeGenerator):
    """Compiles templates that make no object of the library's for each text shown: all are joined at once."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and not finalize.src:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class Templates(Environment):
    """An environment whose texts are escaped in less time: most hold nothing to be escaped."""

    code_generator_class = _Code

    @staticmethod
    def escaped(value: Any) -> str:
        """Return a value as `escape` does, for being joined only."""
        return value if type(value) is str and not _SPECIAL.search(value) else escape(value)
