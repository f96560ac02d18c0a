"""What stands between the review page and everybody else on the machine or the network.

A request is let in if it names this server as its host, comes from this page's own origin, and
bears the token of this run in its path; bodies are small and JSON.
"""

import secrets
from collections.abc import Mapping
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY: Final = 64 * 1024
HEADERS: Final[Mapping[str, str]] = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Wraps the application; `hosts` are the values of `Host` that name this server."""

    def __init__(self, app: ASGIApp, token: str, hosts: frozenset[str]) -> None:
        self._app, self._token, self._hosts = app, token, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with the token taken out of the path."""
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
            return
        refused = self._refusal(scope)
        inner = self._app if refused is None else PlainTextResponse(refused[1], refused[0])
        await inner(self._inside(scope), receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if headers.getlist("host") not in [[host] for host in self._hosts]:
            return 403, "this server answers to its own address only\n"
        origin = headers.get("origin")
        own = {f"http://{host}" for host in self._hosts}
        if origin is not None and origin not in own:
            return 403, "requests from other pages are refused\n"
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return 403, "requests from other pages are refused\n"
        if not self._knows(scope["path"]):
            return 404, "not found\n"
        if scope["method"] == "POST":
            return _bad_body(headers, origin)
        return None

    def _knows(self, path: str) -> bool:
        first, slash, _ = path.removeprefix("/").partition("/")
        same = secrets.compare_digest(first.encode(), self._token.encode())
        return same and bool(slash)

    def _inside(self, scope: Scope) -> Scope:
        path = "/" + scope["path"].removeprefix("/").partition("/")[2]
        return {**scope, "path": path, "raw_path": path.encode(), "root_path": ""}


def _bad_body(headers: Headers, origin: str | None) -> tuple[int, str] | None:
    if origin is None:
        return 403, "requests without an origin are refused\n"
    if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return 415, "the body must be JSON\n"
    length = headers.get("content-length", "")
    if not length.isdecimal():
        return 411, "the length of the body must be told\n"
    if int(length[:12]) > MOST_BODY:
        return 413, "the body is too large\n"
    return None


def _with_headers(send: Send) -> Send:
    async def add(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return add
