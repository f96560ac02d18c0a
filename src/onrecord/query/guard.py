"""Run a piece of work in a child process with limits on time, memory and open files.

A child inherits the dataset by copy-on-write, so it starts in milliseconds; what goes wrong in
it (an engine that crashes, runs on or eats memory) ends the child alone.
"""

import contextlib
import json
import math
import os
import resource
import select
import signal
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from onrecord import errors
from onrecord.errors import LimitError, OnrecordError, QueryError

_HEAD = struct.Struct("!cQ")
_STACK = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may use: seconds, bytes of memory beyond the data, bytes of answer."""

    seconds: float = 30.0
    memory: int = 1_500_000_000
    answer: int = 200_000_000


def confine(memory: int) -> None:
    """Take from this process the means to open files or sockets and to grow without bound."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):
        most = _size() + memory + _STACK
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def budget(seconds: float) -> None:
    """Let the kernel end this process if it computes on although nobody waits any more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = math.ceil(used.ru_utime + used.ru_stime + seconds) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def _size() -> int:
    with open("/proc/self/statm", encoding="ascii") as pages:  # noqa: PTH123
        return int(pages.read().split()[0]) * resource.getpagesize()


def frame(body: bytes, *, failed: bool = False) -> bytes:
    """A body with its length and whether it is an error, as it crosses between processes."""
    return _HEAD.pack(b"-" if failed else b"+", len(body)) + body


def outcome(work: Callable[[], bytes]) -> bytes:
    """The frame that tells the parent how a piece of work ended."""
    try:
        return frame(work())
    except MemoryError:
        return frame(describe(out_of_memory()), failed=True)
    except OnrecordError as error:
        return frame(describe(error), failed=True)


def describe(error: OnrecordError) -> bytes:
    """An error as bytes; `revive` makes the error of them again."""
    return json.dumps(
        [
            type(error).__name__,
            error.message,
            error.file,
            error.line,
            error.column,
            error.hint,
        ]
    ).encode()


def revive(body: bytes) -> OnrecordError:
    """The error that `describe` wrote down."""
    kind, message, file, line, column, hint = json.loads(body)
    made: OnrecordError = getattr(errors, kind)(
        message, file=file, line=line, column=column, hint=hint
    )
    return made


def in_deep_stack(work: Callable[[], None]) -> None:
    """Run in a thread whose stack bears deeply nested queries."""
    threading.stack_size(_STACK)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def run_limited(work: Callable[[], bytes], limits: Limits) -> bytes:
    """Do the work in a child; raise what it raised, or `LimitError` if it had to be stopped."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _child(writer, work, limits)
    os.close(writer)
    try:
        return _collect(reader, limits)
    finally:
        os.close(reader)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _child(writer: int, work: Callable[[], bytes], limits: Limits) -> None:
    code = 1
    try:
        confine(limits.memory)
        budget(limits.seconds)
        in_deep_stack(lambda: _send(writer, outcome(work)))
        code = 0
    finally:
        os._exit(code)


def _send(writer: int, whole: bytes) -> None:
    view = memoryview(whole)
    while view:
        view = view[os.write(writer, view) :]


def _collect(reader: int, limits: Limits) -> bytes:
    end = time.monotonic() + limits.seconds
    parts: list[bytes] = []
    while True:
        ready, _, _ = select.select([reader], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            raise out_of_time(limits.seconds)
        part = os.read(reader, 1 << 20)
        if not part:
            return unframe(b"".join(parts))
        parts.append(part)


def unframe(whole: bytes) -> bytes:
    """The body of a whole frame; raises the error that it carries, or that it is not whole."""
    if len(whole) < _HEAD.size:
        raise crashed()
    mark, length = _HEAD.unpack_from(whole)
    body = whole[_HEAD.size :]
    if len(body) != length:
        raise crashed()
    if mark == b"-":
        raise revive(body)
    return body


def frame_length(head: bytes) -> int:
    """How many bytes follow a frame's head of `HEAD_SIZE` bytes."""
    return int(_HEAD.unpack(head)[1])


HEAD_SIZE = _HEAD.size


def out_of_time(seconds: float) -> LimitError:
    """The error for work that took too long."""
    return LimitError(
        f"The query was stopped after {seconds:g} seconds",
        hint="Anchor it at an IRI, add a LIMIT, or download the dump.",
    )


def out_of_memory() -> LimitError:
    """The error for work that needed too much memory."""
    return LimitError(
        "The query needed more memory than it may use",
        hint="Drop ORDER BY or DISTINCT over large results, or add a LIMIT.",
    )


def crashed() -> QueryError:
    """The error for a query that brought the engine down."""
    return QueryError(
        "The query stopped the engine: it is too complex or needs too much memory",
        hint="Nest less, and build no giant strings.",
    )
