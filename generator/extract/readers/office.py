"""Have LibreOffice convert an old Word file or one of WPS, where it is installed, and read what it made."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from generator.extract.readers import docx
from generator.extract.structure.lines import ExtractError, Line
from generator.findings.finding import Message, WrongUse

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120


def read(path: Path) -> tuple[list[Line], list[Message]]:
    """Return the lines of a file as LibreOffice converts it to .docx."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise WrongUse("extract.office", file=path.name)
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"  # of nobody's own settings and macros
        command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", folder, str(path.absolute())]
        try:
            subprocess.run(command, timeout=_SECONDS, capture_output=True, check=False)
        except (OSError, subprocess.TimeoutExpired):
            raise ExtractError("extract.unconverted", file=path.name) from None
        made = Path(folder, f"{path.stem}.docx")
        if not made.is_file():
            raise ExtractError("extract.unconverted", file=path.name)
        lines, notes = docx.read(made)
    return lines, [Message.of("extract.converted", file=path.name), *notes]
