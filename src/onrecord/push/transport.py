"""HTTP that does not give up at once: retries with back-off, and errors that say what to do."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from onrecord.errors import SystemFailure

_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Transport:
    """Sends requests over a client; waits 0.5 s, 1 s, 2 s and so on between tries."""

    client: httpx.Client
    tries: int = 5
    sleep: Callable[[float], None] = field(default=time.sleep)

    def send(
        self,
        method: str,
        url: str,
        *,
        content: bytes | None = None,
        headers: dict[str, str] | None = None,
        params: dict[str, str] | None = None,
    ) -> httpx.Response:
        """The answer, whatever its status below 500; `SystemFailure` if there is none."""
        trouble = ""
        for attempt in range(self.tries):
            if attempt:
                self.sleep(_pause(attempt, trouble))
            try:
                answer = self.client.request(
                    method, url, content=content, headers=headers, params=params
                )
            except httpx.TransportError as error:
                trouble = str(error) or type(error).__name__
                continue
            if answer.status_code not in _AGAIN:
                return answer
            trouble = answer.headers.get("retry-after", "") or f"status {answer.status_code}"
        raise SystemFailure(
            f"The store at {httpx.URL(url).host} does not answer: {trouble}",
            hint="What was pushed stays; run the same command again to go on.",
        )


def _pause(attempt: int, trouble: str) -> float:
    """What the server asked for, up to a minute, else twice as long each time."""
    if trouble.isdecimal():
        return min(float(trouble), 60.0)
    return min(0.5 * 2.0 ** (attempt - 1), 30.0)


def checked(answer: httpx.Response, doing: str) -> httpx.Response:
    """The answer if it is a success; else what the store said."""
    if answer.is_success:
        return answer
    hints = {
        401: "Give --user, or a token in ONRECORD_PUSH_TOKEN.",
        403: "This user may not write there.",
        404: "Is this the address of the protocol, not of the store's website?",
        405: "Is this the address of the protocol, not of the store's website?",
        413: "Allow larger bodies in the store, or push by --update, which sends pieces.",
    }
    said = " ".join(answer.text.split())[:200]
    raise SystemFailure(
        f"The store refused {doing} with status {answer.status_code}: {said}",
        hint=hints.get(answer.status_code, "Look at the log of the store."),
    )
