"""Settings of hosts, made from the tables of `policy`: a configuration of nginx, and a file that some hosts read."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.findings.finding import WrongUse
from generator.hosting import policy

# What nginx reads otherwise even between quotes, or cannot be written in UTF-8.
_NOT_FOR_NGINX = re.compile(r"[\x00-\x1f\x7f\"$?\\\ud800-\udfff]")


def nginx(site: Path, base: str, languages: tuple[str, ...]) -> str:
    """Return a server of nginx for a site. Raises WrongUse for paths that nginx cannot be told.

    site: the folder that is served; base: path of the site on its host, with slashes at its ends
    languages: those of the site; the page for what is not there is said in each
    """
    path = unquote(base)  # nginx compares paths when it has decoded them
    folder = os.fsencode(site.as_posix()).decode("utf-8", "surrogateescape")  # where a terminal is not of UTF-8
    for name in (folder, path):
        if match := _NOT_FOR_NGINX.search(name):
            raise WrongUse("host.nginx", path=name, sign=f"U+{ord(match[0]):04X}")
    here = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=here, undefined=StrictUndefined, trim_blocks=True)  # noqa: S701 - no HTML
    return environment.get_template("nginx.conf.j2").render(
        site=folder, base=path, coded=_coded(base), expression=re.escape(path), languages=languages, policy=policy
    )


def headers(base: str) -> str:
    """Return the file `_headers` for hosts that read one, such as Netlify and Cloudflare Pages.

    base: as for `nginx`
    """
    base = _coded(base)
    blocks = {f"{base}*": policy.HEADERS, f"{base}{policy.SHARED}*": policy.CROSS_ORIGIN}
    blocks |= {f"{base}{page}": {policy.POLICY: policy.ALONE} for page in policy.PAGES}
    blocks[f"{base}{policy.FRAMES}*"] = {policy.POLICY: policy.FRAMED}
    # Such hosts add up what all blocks say of a header: none may name one that another names for the same file.
    kept = {f"{base}{rule.files.replace('**', '*')}": {"Cache-Control": rule.kept} for rule in policy.CACHING[:3]}
    return "".join(_block(path, said) for path, said in {**blocks, **kept}.items())


def _coded(base: str) -> str:
    """Return a path as browsers ask for it, with every sign coded that files of settings read otherwise."""
    return quote(unquote(base))


def _block(path: str, said: Mapping[str, str]) -> str:
    return "\n".join([path, *(f"  {name}: {value}" for name, value in said.items())]) + "\n"
