"""A child that is ready before it is known what there is to do."""

import os
import signal
import time
from collections.abc import Callable

import pytest

from onrecord.confine import Limits, complaints, ready
from onrecord.errors import LimitError, SourceError

LIMITS = Limits(seconds=5.0, memory=200_000_000)
SAID = complaints("the work", "do less")


def _backwards() -> Callable[[bytes], bytes]:
    return lambda given: given[::-1]


def test_it_is_told_once_what_the_work_is_about() -> None:
    """More than a pipe holds at once, too."""
    given = bytes(range(256)) * 5_000
    with ready(_backwards) as ask, ask(given, LIMITS, SAID) as answer:
        assert answer() == given[::-1]


def test_a_child_that_nobody_asks_ends(children: list[int]) -> None:
    """And nobody asks for the answer: it is ended at once."""
    with ready(_backwards):
        pass
    with ready(lambda: lambda _: bytes(time.sleep(60) or 1)) as ask, ask(b"", LIMITS, SAID):
        pass
    assert len(children) == 2
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


def test_an_error_of_the_work_is_raised() -> None:
    """With its place."""

    def work(given: bytes) -> bytes:
        raise SourceError("is broken", file=given.decode(), line=3)

    with ready(lambda: work) as ask, ask(b"a.ttl", LIMITS, SAID) as answer:
        with pytest.raises(SourceError, match="is broken") as raised:
            answer()
        assert (raised.value.file, raised.value.line) == ("a.ttl", 3)


@pytest.mark.parametrize(
    ("work", "says"),
    [
        (lambda _: b"1" * 3_000_000_000, "memory"),
        (lambda _: bytes(sum(range(1 << 40))), "stopped"),
        (lambda _: os.kill(os.getpid(), signal.SIGKILL) or b"", "brought down"),
        (lambda _: os.read(os.open("/", 0), 1), "brought down"),
    ],
)
def test_the_limits_that_it_is_told_hold(work: Callable[[bytes], bytes], says: str) -> None:
    """Of memory, of time and of files."""
    limits = Limits(seconds=0.5 if says == "stopped" else 60.0, memory=100_000_000)
    with (
        ready(lambda: work) as ask,
        ask(b"", limits, SAID) as answer,
        pytest.raises(LimitError, match=says),
    ):
        answer()


def test_one_that_could_not_get_ready_is_a_crash() -> None:
    """Whatever it is told."""

    def broken() -> Callable[[bytes], bytes]:
        raise ImportError("no such engine")

    with (
        ready(broken) as ask,
        ask(b"1" * 3_000_000, LIMITS, SAID) as answer,
        pytest.raises(LimitError, match="brought down"),
    ):
        answer()
