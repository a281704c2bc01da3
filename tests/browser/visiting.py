"""What happens while a page is opened and read."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus

from playwright.sync_api import Page


@dataclass
class Visit:
    """What happened while a page was opened and read to its end.

    wide: what stands out of the page on a phone; spilling: what stands out of what holds it on a wide screen
    """

    requests: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    width: int = 0
    wide: list[str] = field(default_factory=list)
    spilling: list[str] = field(default_factory=list)


def watch(page: Page, visit: Visit) -> None:
    """Write down what a page asks for and says."""
    page.on("request", lambda request: visit.requests.append(request.url))
    # what a page still asks for when the reader leaves it is given up, not missing
    page.on(
        "requestfailed",
        lambda request: None if request.failure == "net::ERR_ABORTED" else visit.failed.append(request.url),
    )
    page.on(
        "response",
        lambda response: visit.failed.append(response.url) if response.status >= HTTPStatus.BAD_REQUEST else None,
    )
    page.on("console", lambda message: visit.messages.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: visit.messages.append(f"pageerror: {error}"))
