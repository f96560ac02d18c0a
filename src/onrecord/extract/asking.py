"""Questions to an OpenAI-compatible address: retries, time-outs, a budget of tokens, a cache."""

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TRIES = 3
TIMEOUT = 60.0
LONGEST_WAIT = 30.0
LARGEST_ANSWER = 2 * 1024 * 1024
AGAIN = frozenset((408, 409, 425, 429, 500, 502, 503, 504))


class Unanswered(Exception):
    """No usable answer came; the text says why. Caught by the engine, which goes on."""


@dataclass(slots=True)
class Budget:
    """How many tokens one article may cost; `spent` counts what the address reported."""

    tokens: int = 60_000
    spent: int = 0

    def need(self, text: str) -> None:
        """Raises `Unanswered` where the next question would go beyond the budget."""
        if self.spent + len(text) // 3 > self.tokens:
            raise Unanswered(f"the budget of {self.tokens} tokens is spent")


@dataclass(frozen=True, slots=True)
class Cache:
    """Answers by the hash of their question, one file each."""

    folder: Path

    def get(self, key: str) -> Any | None:
        """The answer kept for a question, or None; a damaged file counts as none."""
        try:
            return json.loads((self.folder / f"{key}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def put(self, key: str, answer: Any) -> None:
        """Keeps an answer; a folder that cannot be written is no reason to stop."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / f"{key}.json"
            part = path.with_suffix(".part")
            part.write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
            part.replace(path)
        except OSError:
            return


@dataclass(frozen=True, slots=True)
class Client:
    """One address and model. `sleep` is what waiting is, so that tests need not wait."""

    address: str
    model: str
    key: str = ""
    timeout: float = TIMEOUT
    cache: Cache | None = None
    sleep: Callable[[float], None] = time.sleep

    def ask(self, task: str, text: str, budget: Budget) -> Any:
        """The JSON that the model answers with; `Unanswered` after the last try."""
        body = {
            "model": self.model,
            "temperature": 0,
            "seed": 1,
            "response_format": {"type": "json_object"},
            "messages": [
                {"role": "system", "content": task},
                {"role": "user", "content": text},
            ],
        }
        question = json.dumps([self.address, body], sort_keys=True, ensure_ascii=False)
        key = hashlib.sha256(question.encode("utf-8", "surrogatepass")).hexdigest()
        kept = self.cache.get(key) if self.cache else None
        if kept is not None:
            return kept
        budget.need(task + text)
        answer = self._tries(body, budget)
        if self.cache:
            self.cache.put(key, answer)
        return answer

    def _tries(self, body: dict[str, Any], budget: Budget) -> Any:
        reason = ""
        for number in range(TRIES):
            try:
                return self._once(body, budget)
            except _Again as error:
                reason = str(error)
                if number + 1 < TRIES:
                    self.sleep(min(error.wait or 2.0**number, LONGEST_WAIT))
        raise Unanswered(f"{reason} ({TRIES} tries)")

    def _once(self, body: dict[str, Any], budget: Budget) -> Any:
        import httpx

        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        url = self.address.rstrip("/") + "/chat/completions"
        try:
            with httpx.Client(timeout=self.timeout, follow_redirects=False) as client:
                response = client.post(url, json=body, headers=headers)
        except httpx.TimeoutException:
            raise _Again(f"no answer within {self.timeout:g} s") from None
        except httpx.HTTPError as error:
            raise _Again(f"{type(error).__name__}") from None
        if response.status_code in AGAIN:
            raise _Again(f"HTTP {response.status_code}", _wait(response.headers.get("retry-after")))
        if response.status_code != 200:
            raise Unanswered(f"HTTP {response.status_code}")
        return _content(response.content, budget)


class _Again(Exception):
    """Worth another try, after `wait` seconds if that is known."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


def _wait(header: str | None) -> float | None:
    try:
        return max(float(header), 0.0) if header else None
    except ValueError:
        return None


def _content(data: bytes, budget: Budget) -> Any:
    """The JSON inside the answer's message, with or without a fence around it."""
    if len(data) > LARGEST_ANSWER:
        raise Unanswered("the answer is too large")
    try:
        reply = json.loads(data)
        used = reply.get("usage", {}).get("total_tokens", 0)
        budget.spent += used if isinstance(used, int) and used > 0 else len(data) // 3
        content = reply["choices"][0]["message"]["content"]
        opened, closed = content.index("{"), content.rindex("}")
        return json.loads(content[opened : closed + 1])
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise _Again("the answer is not the JSON that was asked for") from None
