"""A piece of work in, its bytes out: done in a child process with limits on time, memory and files.

A child inherits the data by copy-on-write, so it starts in milliseconds; what goes wrong in it (an
engine that crashes, runs on, eats memory or reaches out) ends the child alone.
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
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import TypeAlias

from onrecord import errors
from onrecord.errors import LimitError, OnrecordError

_HEAD = struct.Struct("!cQ")
HEAD_SIZE = _HEAD.size
_STACK = 256 * 1024 * 1024
_TIME_IS_UP = (signal.SIGPROF, signal.SIGXCPU)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a piece of work may use: seconds, bytes of memory beyond the data, bytes of answer.

    `wait` is how long the parent waits at most, where that is longer than the seconds of computing.
    """

    seconds: float = 30.0
    memory: int = 1_500_000_000
    answer: int = 200_000_000
    wait: float | None = None


@dataclass(frozen=True, slots=True)
class Complaints:
    """The errors for work that took too long, needed too much, or brought its process down."""

    time: Callable[[float], OnrecordError]
    memory: Callable[[], OnrecordError]
    crash: Callable[[], OnrecordError]


def complaints(
    what: str, hint: str, file: str | None = None, line: int | None = None
) -> Complaints:
    """`LimitError`s that name the work, the place of its source and what to do."""

    def error(message: str) -> LimitError:
        return LimitError(f"{what} {message}", file=file, line=line, hint=hint)

    return Complaints(
        lambda seconds: error(f"was stopped after {seconds:g} seconds of computing"),
        lambda: error("needed more memory than it may use"),
        lambda: error("brought down the process that it ran in"),
    )


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


def frame_length(head: bytes) -> int:
    """How many bytes follow a frame's head of `HEAD_SIZE` bytes."""
    return int(_HEAD.unpack(head)[1])


def outcome(work: Callable[[], bytes], out_of_memory: Callable[[], OnrecordError]) -> bytes:
    """The frame that tells the parent how a piece of work ended."""
    try:
        return frame(work())
    except MemoryError:
        return frame(describe(out_of_memory()), failed=True)
    except OnrecordError as error:
        return frame(describe(error), failed=True)


def unframe(whole: bytes, crash: Callable[[], OnrecordError]) -> bytes:
    """The body of a whole frame; raises the error that it carries, or that it is not whole."""
    if len(whole) < _HEAD.size:
        raise crash()
    mark, length = _HEAD.unpack_from(whole)
    body = whole[_HEAD.size :]
    if len(body) != length:
        raise crash()
    if mark == b"-":
        raise revive(body)
    return body


def describe(error: OnrecordError) -> bytes:
    """An error as bytes; `revive` makes the error of them again."""
    parts = (error.message, error.file, error.line, error.column, error.hint)
    return json.dumps([type(error).__name__, *parts]).encode()


def revive(body: bytes) -> OnrecordError:
    """The error that `describe` wrote down."""
    kind, message, file, line, column, hint = json.loads(body)
    made: OnrecordError = getattr(errors, kind)(
        message, file=file, line=line, column=column, hint=hint
    )
    return made


def in_deep_stack(work: Callable[[], None]) -> None:
    """Run in a thread whose stack bears deeply nested input."""
    before = threading.stack_size(_STACK)
    try:
        thread = _started(work)
    finally:
        threading.stack_size(before)
    thread.join()


def _started(work: Callable[[], None]) -> threading.Thread:
    """A thread; where one has just ended, its stack may still count against the limit."""
    for wait in (0.001, 0.01, 0.1, 1.0):
        thread = threading.Thread(target=work)
        with contextlib.suppress(RuntimeError):
            thread.start()
            return thread
        time.sleep(wait)
    raise MemoryError("no room for another stack")


def run_confined(work: Callable[[], bytes], limits: Limits, complaints: Complaints) -> bytes:
    """Do the work in a child; raise what it raised, or a complaint if it had to be stopped."""
    with beside(lambda: work, limits, complaints) as answer:
        return answer()


@contextlib.contextmanager
def beside(
    begin: Callable[[], Callable[[], bytes]], limits: Limits, complaints: Complaints
) -> Iterator[Callable[[], bytes]]:
    """Do the work in a child while the caller goes on; what is given waits for the answer.

    `begin` runs in the child before the limits hold, and gives the work. The answer raises as
    `run_confined` does; a child whose answer nobody took is ended.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _child(writer, lambda: (begin(), limits, complaints.memory))
    os.close(writer)
    with _Child(child, reader) as process:
        yield lambda: process.answer(limits, complaints)


class _Child(contextlib.AbstractContextManager["_Child"]):
    """A process at work, which is ended if nobody took its answer."""

    def __init__(self, child: int, reader: int) -> None:
        self._child, self._reader = child, reader
        self._status: int | None = None

    def answer(self, limits: Limits, complaints: Complaints) -> bytes:
        """What it says, when it has ended."""
        whole = _collect(self._reader, limits)
        if whole is None:
            os.kill(self._child, signal.SIGKILL)
        self._status = os.waitpid(self._child, 0)[1]
        ended_by = os.WTERMSIG(self._status) if os.WIFSIGNALED(self._status) else 0
        if whole is None or ended_by in _TIME_IS_UP:
            raise complaints.time(limits.seconds)
        return unframe(whole, complaints.crash)

    def __exit__(self, *_: object) -> None:
        os.close(self._reader)
        if self._status is None:
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)


Ready: TypeAlias = Callable[
    [bytes, Limits, Complaints], contextlib.AbstractContextManager[Callable[[], bytes]]
]


@contextlib.contextmanager
def ready(load: Callable[[], Callable[[bytes], bytes]]) -> Iterator[Ready]:
    """A child that gets ready while the caller finds out what there is to do.

    `load` runs in it before any limits hold, and gives the work. Whoever is given the child tells
    it, once, what the work is about, and goes on as with `beside`.
    """
    (source, sink), (reader, writer) = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        os.close(sink)
        _child(writer, lambda: _told(load(), source))
    os.close(writer)
    os.close(source)
    with _Child(child, reader) as process, open(sink, "wb", buffering=0) as told:  # noqa: PTH123

        @contextlib.contextmanager
        def ask(
            given: bytes, limits: Limits, complaints: Complaints
        ) -> Iterator[Callable[[], bytes]]:
            head = json.dumps((asdict(limits), describe(complaints.memory()).decode()))
            with contextlib.suppress(BrokenPipeError):
                _send(told.fileno(), head.encode() + b"\n" + given)
            told.close()
            yield lambda: process.answer(limits, complaints)

        yield ask


_Begun: TypeAlias = tuple[Callable[[], bytes], Limits, Callable[[], OnrecordError]]
"""Work, its limits, and the error where it needs more memory."""


def _told(work: Callable[[bytes], bytes], source: int) -> _Begun:
    """What a child that is ready is told; it ends where nobody has anything for it."""
    with open(source, "rb") as told:
        limits, error = json.loads(told.readline())
        given = told.read()
    return lambda: work(given), Limits(**limits), lambda: revive(error)


def _child(writer: int, begin: Callable[[], _Begun]) -> None:
    code = 1
    try:
        work, limits, out_of_memory = begin()
        confine(limits.memory)
        budget(limits.seconds)
        # Finer than the kernel's limit, which counts whole seconds; its signal ends the process.
        signal.setitimer(signal.ITIMER_PROF, limits.seconds)
        in_deep_stack(lambda: _send(writer, outcome(work, out_of_memory)))
        code = 0
    finally:
        os._exit(code)


def _send(writer: int, whole: bytes) -> None:
    view = memoryview(whole)
    while view:
        view = view[os.write(writer, view) :]


def _collect(reader: int, limits: Limits) -> bytes | None:
    """What the child sent until it ended; `None` where the time ran out."""
    end = time.monotonic() + (limits.wait or limits.seconds)
    parts: list[bytes] = []
    while True:
        ready, _, _ = select.select([reader], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            return None
        part = os.read(reader, 1 << 20)
        if not part:
            return b"".join(parts)
        parts.append(part)
