"""Do some work in a process of its own, with a budget of time and memory that no real document needs."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from generator.extract.structure.lines import ExtractError
from generator.findings.finding import DataError, Failure, Message, WrongUse

if sys.platform != "win32":  # which has no limits of this kind
    with suppress(ImportError):
        import resource

T = TypeVar("T")
SECONDS, MOST_SECONDS = 30, 120  # of processor time; a PDF may take one more a page
MEMORY = 2**30  # bytes
LIMITED = sys.modules.get("resource") is not None
_held = False  # whether this process has a budget


def within(work: Callable[[], T], file: str) -> T:
    """Return what some work returns.

    Raises what it raises, and ExtractError when it takes more than its budget or its process breaks off.
    """
    if not LIMITED:
        return work()
    context = multiprocessing.get_context("fork")  # the work is handed on as it is, unpickled
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(work, sending))
    process.start()
    sending.close()
    try:
        kind, value = receiving.recv()
    except EOFError:
        process.join()
        kind, value = "broken", _ended(process.exitcode or 0)
    process.join()
    result: T = _result(kind, value, file)
    return result


def extend(pages: int) -> None:
    """Give the work a second more for each page."""
    if _held:
        resource.setrlimit(resource.RLIMIT_CPU, (min(SECONDS + pages, MOST_SECONDS), MOST_SECONDS))


def _child(work: Callable[[], Any], sending: Connection) -> None:
    global _held  # noqa: PLW0603 - the limits are those of the process, too
    _held = True
    memory = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    _limit(memory, MEMORY, MEMORY)
    _limit(resource.RLIMIT_CPU, SECONDS, MOST_SECONDS)
    _limit(resource.RLIMIT_CORE, 0, 0)
    try:
        sending.send(("done", work()))
    except Failure as error:
        sending.send(("wrong use" if isinstance(error, WrongUse) else "failure", error.message))
    except DataError as error:
        sending.send(("findings", error.findings))
    except MemoryError:
        sending.send(("memory", None))
    except RecursionError:
        sending.send(("nested", None))
    except Exception as error:  # noqa: BLE001 - whatever a hostile file makes a library stumble over
        sending.send(("broken", type(error).__name__))


def _limit(what: int, soft: int, hard: int) -> None:
    """Lower a limit; one that is lower already stays."""
    least = [
        min(new, old) if old >= 0 else new for new, old in zip((soft, hard), resource.getrlimit(what), strict=True)
    ]
    resource.setrlimit(what, (min(least), least[1]))


def _ended(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit {code}"


def _result(kind: str, value: Any, file: str) -> Any:
    if kind == "done":
        return value
    if kind in ("wrong use", "failure"):
        message: Message = value
        raise (WrongUse if kind == "wrong use" else ExtractError)(message.says, **dict(message.values))
    if kind == "findings":
        raise DataError(value)
    if kind == "broken" and value == "SIGXCPU":
        raise ExtractError("extract.time", file=file, seconds=SECONDS)
    if kind == "broken":
        raise ExtractError("extract.broken", file=file, reason=value)
    raise ExtractError({"memory": "extract.memory", "nested": "extract.nested"}[kind], file=file)
