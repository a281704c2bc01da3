"""Settings of hosts, made from the tables of `policy`: a configuration of nginx, and a file that some hosts read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.hosting import policy


def nginx(site: Path, base: str, languages: tuple[str, ...]) -> str:
    """Return a server of nginx for a site.

    site: the folder that is served; base: path of the site on its host, with slashes at its ends
    languages: those of the site; the page for what is not there is said in each
    """
    folder = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=folder, undefined=StrictUndefined, trim_blocks=True)  # noqa: S701 - no HTML
    return environment.get_template("nginx.conf.j2").render(
        site=site.as_posix(), base=base, languages=languages, policy=policy
    )


def headers(base: str) -> str:
    """Return the file `_headers` for hosts that read one, such as Netlify and Cloudflare Pages.

    base: as for `nginx`
    """
    blocks = {f"{base}*": policy.HEADERS, f"{base}{policy.SHARED}*": policy.CROSS_ORIGIN}
    # Such hosts add up what all blocks say of a header: none may name one that another names for the same file.
    kept = {f"{base}{rule.files.replace('**', '*')}": {"Cache-Control": rule.kept} for rule in policy.CACHING[:3]}
    return "".join(_block(path, said) for path, said in {**blocks, **kept}.items())


def _block(path: str, said: Mapping[str, str]) -> str:
    return "\n".join([path, *(f"  {name}: {value}" for name, value in said.items())]) + "\n"
