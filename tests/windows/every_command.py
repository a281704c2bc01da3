"""Run every command that the guides name, one after another in one program, as an editor would on a publication.

Arguments: the folder of the publication, which is changed, and a file for what came of it: a JSON object of exit codes.
"""

from __future__ import annotations

import _thread
import json
import signal
import sys
import threading
import time
import traceback
import urllib.request
from pathlib import Path

from generator.__main__ import run

PORT = "8765"
PAGE = f"http://127.0.0.1:{PORT}/en/"
PLAN = "jia-2025"
CONSOLE = sys.stdout.encoding


def commands(root: Path) -> list[list[str]]:
    there = ["--root", str(root)]
    document = root.parent / "文件 document.txt"
    document.write_text(
        "北城片区行动方案（2026-2028年）\n\n一、主要目标\n\n到2028年，新增企业600家。\n",
        encoding="utf-8",
        newline="\r\n",
    )
    return [
        ["check", *there],
        ["check", "--lang", "zh", "--plan", PLAN, *there],
        ["check", "--format", "json", *there],
        ["check", "--format", "github", *there],
        ["check", "--fix", *there],
        ["audit", *there],
        ["status", *there],
        ["status", "--provisions", PLAN, *there],
        ["status", "--accept", PLAN, *there],
        ["diff", "main", "--lang", "zh", *there],
        ["diff", "main..HEAD", "--format", "json", *there],
        ["schema", *there],
        ["build", *there],
        ["build", *there],
        ["serve", "--port", PORT, *there],
        ["new", "park", "north", *there],
        ["new", "metric", "north-firms", *there],
        ["new", "plan", "north-2026", "--park", "north", *there],
        ["extract", str(document), "--park", "jia", "--plan", "jia-2026", *there],
        ["init", str(root.parent / "另一 publication")],
    ]


def look() -> None:
    """Ask the preview for a page, then stop it as Ctrl+C does."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(PAGE) as answer:
                assert b"<h1" in answer.read()
            break
        except OSError:
            time.sleep(0.2)
    _thread.interrupt_main()


def main() -> None:
    root, told = map(Path, sys.argv[1:])
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in what is started in the background
    codes: dict[str, int | str] = {}
    for arguments in commands(root):
        name = " ".join(arguments).replace(str(root.parent), "").strip()
        sys.stdout.write(f"$ {name!a}\n")
        sys.stdout.flush()
        if arguments[0] == "serve":
            threading.Thread(target=look, daemon=True).start()
        sys.argv[1:] = arguments
        sys.stdout.reconfigure(encoding=CONSOLE)  # type: ignore[union-attr]
        try:
            codes[name] = run()
        except BaseException:  # noqa: BLE001 - whatever it is, the others are to be run
            codes[name] = traceback.format_exc()
    told.write_text(json.dumps(codes, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
