"""A structured access log: one JSON line a request, without queries and (by default) addresses."""

import json
import logging
import time
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOGGER = logging.getLogger("onrecord.access")


class AccessLog:
    """Wraps an application and logs each request once its answer is sent."""

    def __init__(self, app: ASGIApp, *, addresses: bool = False) -> None:
        self._app = app
        self._addresses = addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; look at the start and the parts of the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        seen: dict[str, Any] = {"status": 0, "bytes": 0}

        async def watch(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen["status"] = message["status"]
            elif message["type"] == "http.response.body":
                seen["bytes"] += len(message.get("body", b""))
            await send(message)

        scope.setdefault("state", {})
        began = time.perf_counter()
        try:
            await self._app(scope, receive, watch)
        finally:
            self._write(scope, seen, time.perf_counter() - began)

    def _write(self, scope: Scope, seen: dict[str, Any], seconds: float) -> None:
        entry = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "method": scope["method"],
            "path": scope["path"][:500],
            **seen,
            "ms": round(seconds * 1000, 1),
        }
        if reason := scope["state"].get("reason"):
            entry["reason"] = reason
        if self._addresses and scope.get("client"):
            entry["client"] = scope["client"][0]
        LOGGER.info(json.dumps(entry, ensure_ascii=False))
