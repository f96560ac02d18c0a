"""A page of a site under the eyes of a test: what it asked for, and what went wrong in it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

LOCAL = {"127.0.0.1", ""}


@dataclass
class Visit:
    """A page with the record of its requests, errors and policy violations."""

    page: Page
    root: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def foreign(self) -> list[str]:
        """Requests to anywhere but this machine."""
        return [url for url in self.requests if urlsplit(url).hostname not in {None, *LOCAL}]

    def open(self, address: str) -> Page:
        """Open an address of the site, given from its root."""
        self.page.goto(self.root + address)
        return self.page


Open = Callable[..., Visit]


def visit(context: BrowserContext, root: str) -> Visit:
    """A fresh page of the context that writes down what happens in it."""
    made = Visit(context.new_page(), root)
    context.on("request", lambda request: made.requests.append(request.url))
    made.page.on("pageerror", lambda error: made.errors.append(str(error)))
    made.page.on(
        "console",
        lambda message: made.errors.append(message.text) if message.type == "error" else None,
    )
    return made
