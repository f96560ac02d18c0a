"""A way to load a dataset in, a `Session` out that answers queries in a process of its own.

The data is loaded in that process, which is forked while this one is small. A query that runs too
long ends the process; the next question starts another.
"""

import contextlib
import os
import signal
import socket
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

from onrecord.errors import QueryError
from onrecord.query.answer import Answer, parse
from onrecord.query.dataset import Dataset
from onrecord.query.formats import FORMATS
from onrecord.query.guard import (
    HEAD_SIZE,
    Limits,
    crashed,
    frame_length,
    out_of_time,
    outcome,
    unframe,
)
from onrecord.query.worker import Job, Reply, receive, work


class Session:
    """Answers queries over what `load` gives; close it, or use it as a context manager."""

    def __init__(
        self,
        load: Callable[[], Dataset],
        *,
        prefixes: Mapping[str, str] | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._load = load
        self._prefixes = dict(prefixes or {})
        self._limits = limits or Limits()
        self._child = 0
        self._channel: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def run(self, text: str) -> Answer:
        """Answer a query as data."""
        reply = self.respond(text, ("json", "ntriples"))
        return parse(reply.body, reply.form)

    def respond(self, text: str, accept: tuple[str, ...]) -> Reply:
        """Answer a query as bytes in the first of the named formats that fits it."""
        channel = self._channel or self._start()
        try:
            channel.settimeout(self._limits.seconds + 0.2)
            channel.sendall(Job(text, accept, prefixes=self._prefixes).pack())
            reply = Reply.read(unframe(self._frame(channel)))
        except TimeoutError:
            self.close()
            raise out_of_time(self._limits.seconds) from None
        except ConnectionError:
            self.close()
            raise crashed() from None
        if not reply.format:
            fitting = [name for name, each in FORMATS.items() if each.fits(reply.form)]
            raise QueryError(
                f"The answer to {reply.form} cannot be written as {accept[0]}",
                hint=f"Choose one of {', '.join(fitting)}.",
            )
        return reply

    def close(self) -> None:
        """End the process, if there is one."""
        if self._channel is not None:
            self._channel.close()
            self._channel = None
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)

    def _frame(self, channel: socket.socket) -> bytes:
        """A whole frame within the time of a query."""
        began = time.monotonic()
        head = receive(channel, HEAD_SIZE)
        if not head:
            raise ConnectionError
        left = self._limits.seconds + 0.2 - (time.monotonic() - began)
        channel.settimeout(max(left, 0.01) + 5)
        return head + receive(channel, frame_length(head))

    def _start(self) -> socket.socket:
        """Fork, load there, and wait until that is done; raise what loading raised."""
        self._channel, theirs = socket.socketpair()
        self._child = os.fork()
        if self._child == 0:
            self._serve(theirs)
        theirs.close()
        try:
            head = receive(self._channel, HEAD_SIZE)
            unframe(head + (receive(self._channel, frame_length(head)) if head else b""))
        except BaseException:
            self.close()
            raise
        return self._channel

    def _serve(self, channel: socket.socket) -> None:
        code = 1
        try:
            if self._channel is not None:
                self._channel.close()
            loaded: list[Dataset] = []

            def load() -> bytes:
                loaded.append(self._load())
                return b""

            channel.sendall(outcome(load))
            if loaded:
                work(channel, loaded[0], self._limits)
            code = 0
        finally:
            os._exit(code)
