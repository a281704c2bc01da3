"""Write what readers will notice of a pull request into one comment on it, and renew that comment after each push.

Run by .github/workflows/pull-request-comment.yml with the file of the event that started it. The code is the default
branch's and its token may write comments; the comparison comes from a run of the pull request's own code, so it is text
to show and nothing else: its size is bounded, and it cannot mention people, link, show pictures or hold other markup
than tables, lists and folds. Which pull request it is about is asked of GitHub, by the commit of the event.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

MARK = "<!-- what readers will notice -->"
AUTHOR = "github-actions[bot]"
ARTIFACT, FILE = "changes", "changes.md"
LARGEST = 1_000_000  # bytes, of the artifact and of the file in it
LONGEST = 64_500  # characters; GitHub takes 65,536 in a comment

NOTE = (
    "> 以下由拉取请求自身的程序比较得出，本仓库不作担保；各项检查与网站预览见[本次运行]({url})。\\\n"
    "> Compared by the pull request's own code, which this repository does not vouch for; "
    "checks and the built site: [this run]({url})."
)
NOTHING = "本次运行没有给出比较结果。/ The run gave no comparison."
TOO_LONG = (
    "比较结果过长，无法在此显示，请下载上述运行的产物 `changes`。/ "
    "Too long to be shown here: see the artifact `changes` of the run."
)

# A space of no width after the sign takes its meaning away and leaves the text as it reads.
BREAK = "\u200b"
SIGNS = re.compile(
    # What the comparison is laid out and escaped with is kept: a few elements, references to punctuation.
    r"(?P<kept></?(?:details|summary|code|del|ins)>|<br>"
    r"|&(?:lt|gt|amp|quot|#(?:3[346-9]|4[0-7]|59|6[0-3]|9[1-6]|12[3-6]|8203));"
    r"|&#35;(?!\d)|&#58;(?!/|&#47;))"
    r"|@|&#64;"  # people
    r"|(?:#|&#35;|\bGH-)(?=\d)"  # other issues
    r"|\](?=[(\[:])|!(?=\[)"  # links and pictures
    r"|(?::|&#58;)(?=/|&#47;)|\bwww(?=\.|&#46;)|\bmailto(?=:|&#58;)"  # what becomes a link by itself
    r"|<|&(?=#?\w+;)",  # any other markup or sign written as a reference
    re.IGNORECASE,
)
CONTROLS = re.compile(r"[^\n\t\x20-\x7e\xa0-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")


def main(event_path: str) -> int:
    """Write the comment the event asks for; return 0, also when there is no open pull request any more."""
    event = json.loads(Path(event_path).read_text(encoding="utf-8"))
    repository, run = event["repository"]["full_name"], event["workflow_run"]
    number = pull_request(repository, run)
    if number is None:
        print(f"No open pull request has {run['head_sha']} as its newest commit.")
        return 0
    text = comment(comparison(repository, run["id"]), run["html_url"])
    print(f"Comment on #{number}: {write(repository, number, text)}")
    return 0


def pull_request(repository: str, run: dict[str, Any]) -> int | None:
    """Return the number of the open pull request whose newest commit the run looked at."""
    head = run["head_repository"]
    if head is None:  # the fork has been deleted
        return None
    query = ("-f", "state=open", "-f", f"head={head['owner']['login']}:{run['head_branch']}")
    found = json.loads(gh("--method", "GET", f"repos/{repository}/pulls", *query))
    numbers = [
        pull["number"]
        for pull in found
        if pull["head"]["sha"] == run["head_sha"] and (pull["head"]["repo"] or {}).get("id") == head["id"]
    ]
    return min(numbers, default=None)


def comparison(repository: str, run: int) -> str | None:
    """Return the text of the run's artifact; None when it left none that can be used."""
    listed = json.loads(gh(f"repos/{repository}/actions/runs/{run}/artifacts?name={ARTIFACT}"))["artifacts"]
    usable = [a for a in listed if a["name"] == ARTIFACT and not a["expired"] and a["size_in_bytes"] <= LARGEST]
    if not usable:
        return None
    newest = max(usable, key=lambda artifact: int(artifact["id"]))
    content = gh(f"repos/{repository}/actions/artifacts/{newest['id']}/zip")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(FILE) as file:
            return file.read(LARGEST).decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
        return None


def comment(text: str | None, url: str) -> str:
    """Return the comment's text: ours first, so that nothing of the comparison can stand before it or swallow it."""
    shown = harmless(text or "").strip() or NOTHING
    if len(shown) > LONGEST:
        shown = TOO_LONG
    return f"{MARK}\n{NOTE.format(url=url)}\n\n{shown}\n"


def harmless(text: str) -> str:
    """Return text in which only headings, tables, lists, emphasis, code and folds keep their meaning."""
    return SIGNS.sub(lambda sign: sign[0] if sign["kept"] else sign[0] + BREAK, CONTROLS.sub("", text))


def write(repository: str, number: int, text: str) -> str:
    """Renew our comment on a pull request, or write it; return its address."""
    comments = json.loads(gh("--paginate", "--slurp", f"repos/{repository}/issues/{number}/comments?per_page=100"))
    ours = [c["id"] for page in comments for c in page if c["user"]["login"] == AUTHOR and c["body"].startswith(MARK)]
    place = (
        ("--method", "PATCH", f"repos/{repository}/issues/comments/{ours[0]}")
        if ours
        else ("--method", "POST", f"repos/{repository}/issues/{number}/comments")
    )
    written = json.loads(gh(*place, "--input", "-", body=json.dumps({"body": text})))
    return str(written["html_url"])


def gh(*arguments: str, body: str | None = None) -> bytes:
    """Ask GitHub's API through its own program, which takes the token from the environment; return the answer."""
    asked = subprocess.run(
        ["gh", "api", *arguments], input=body.encode() if body else None, stdout=subprocess.PIPE, check=True
    )
    return asked.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
