"""Write what readers will notice of a pull request into one comment on it, and renew that comment after each push.

Run by .github/workflows/pull-request-comment.yml with the file of the event that started it. The code is the default
branch's and its token may write comments; the comparison comes from a run of the pull request's own code, so it is text
to show and nothing else: its size is bounded, and it is quoted as code, in which nothing is in force: no mention, link,
picture, heading, notice or diagram. Which pull request it is about is asked of GitHub, by the commit of the event.
"""

from __future__ import annotations

import html
import io
import json
import re
import subprocess
import sys
import unicodedata
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

# What the comparison is laid out with, as signs to be read in plain text.
SIGNS = {
    "<details><summary>": "▸ ", "</summary>": "", "</details>": "", "<br>": " / ",
    "<del>": "[−", "</del>": "−]", "<ins>": "[+", "</ins>": "+]", "<code>": "", "</code>": "", "**": "",
}  # fmt: skip
LAYOUT = re.compile("|".join(map(re.escape, SIGNS)))
FENCE = re.compile(r"`{3,}")
HIDDEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")  # kinds of characters that steer or are not seen


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
    except Exception as error:  # noqa: BLE001 - however a stranger's archive is broken, there is nothing to show
        print(f"The artifact cannot be read: {type(error).__name__}.")
        return None


def comment(text: str | None, url: str) -> str:
    """Return the comment's text: ours first, so that nothing of the comparison can stand before it or swallow it."""
    shown = quoted(text or "") or NOTHING
    if len(shown) > LONGEST:
        shown = TOO_LONG
    return f"{MARK}\n{NOTE.format(url=url)}\n\n{shown}\n"


def quoted(text: str) -> str:
    """Return text as a block of code that nothing in it can end; "" for nothing to be read."""
    read = html.unescape(LAYOUT.sub(lambda sign: SIGNS[sign[0]], text))
    shown = "".join(c for c in read if c in "\n\t" or unicodedata.category(c) not in HIDDEN).strip()
    fence = "`" * max((len(run) + 1 for run in FENCE.findall(shown)), default=3)
    return f"{fence}text\n{shown}\n{fence}" if shown else ""


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
