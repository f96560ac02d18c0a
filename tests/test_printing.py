"""Pages made by several processes: the same bytes in the same order, whatever becomes of one."""

import gc
import mmap
import os
import signal
import time
import weakref
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from harbour import publication
from onrecord.publish.site import plan
from onrecord.publish.site.printing import Job, being_printed, printed

HERE = os.getpid()


def _numbered(n: int) -> bytes:
    return str(n).encode() * n


def _only_here(n: int, how: str) -> bytes:
    """Ends every process but this one."""
    if os.getpid() != HERE:
        if how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        raise ValueError(how)
    return _numbered(n)


@pytest.fixture(autouse=True)
def _no_child_is_left(children: list[int]) -> Iterator[None]:
    """Each process that a test starts by printing has been waited for at its end."""
    yield
    for process in filter(None, children):
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_several_processes_print_what_one_prints() -> None:
    """The website of the harbour, path by path."""
    one, three = (list(printed(plan(publication()), processes)) for processes in (1, 3))
    assert one == three


def test_files_larger_than_a_pipe_arrive_whole() -> None:
    """Empty ones too."""
    jobs = {f"{n:03}": Job(partial(bytes, n * 50_000)) for n in range(60)}
    assert [(p, len(data)) for p, data in printed(jobs, 4)] == [
        (f"{n:03}", n * 50_000) for n in range(60)
    ]


def test_what_becomes_garbage_later_is_found() -> None:
    """A server that publishes again and again must not keep every graph that it ever had."""

    class Circle:
        """Refers to itself."""

        def __init__(self) -> None:
            self.again = self

    lost = weakref.ref(circle := Circle())
    assert len(list(printed({"page": Job(partial(_numbered, 3))}))) == 1
    del circle
    gc.collect()
    assert lost() is None


def test_while_one_waits_for_another_it_makes_its_own_ahead(tmp_path: Path) -> None:
    """A file of the other process that comes only when a later one of this process is made."""
    made = tmp_path / "made"

    def patient() -> bytes:
        for _ in range(2000):
            if made.exists():
                return b"in time"
            time.sleep(0.005)
        return b"too late"

    def later() -> bytes:
        made.touch()
        return b"2"

    jobs = {"0": Job(partial(bytes, 1)), "1": Job(patient), "2": Job(later), "3": Job(bytes)}
    assert list(printed(jobs, 2)) == [("0", b"\0"), ("1", b"in time"), ("2", b"2"), ("3", b"")]


def test_then_it_begins_with_what_the_other_would_make_last(tmp_path: Path) -> None:
    """Up to where the two meet; nothing comes twice, and all in order."""
    here = tmp_path / "here"

    def patient() -> bytes:
        until = time.monotonic() + 60
        while not here.exists() and time.monotonic() < until:
            time.sleep(0.005)
        return b"in time" if here.exists() else b"too late"

    def made(n: int) -> bytes:
        if n == 5 and os.getpid() == HERE:
            here.touch()
        return str(n).encode()

    jobs = {f"{n}": Job(patient if n == 1 else partial(made, n)) for n in range(10)}
    expected = [(f"{n}", b"in time" if n == 1 else str(n).encode()) for n in range(10)]
    assert list(printed(jobs, 2)) == expected


def test_only_so_much_is_made_ahead() -> None:
    """What stands before it in the order is there before the last of many is made."""
    made: list[str] = []

    def noted(path: str) -> bytes:
        made.append(path)
        return path.encode()

    jobs = {f"{n:03}": Job(partial(noted, f"{n:03}")) for n in range(300)}
    found = printed(jobs, 2)
    for path, data in found:
        assert data == path.encode()
        assert len(made) <= int(path) / 2 + 66


@pytest.mark.parametrize(("count", "there"), [(40, 40), (200, 150)])
def test_who_has_other_things_to_do_finds_a_share_made(count: int, there: int) -> None:
    """A child begins at once; of two processes it makes all of a few, three of four of many."""
    makers = mmap.mmap(-1, count)

    def told(n: int) -> bytes:
        makers[n] = 1 if os.getpid() == HERE else 2
        return b"%d" % n

    jobs = {f"{n:03}": Job(partial(told, n)) for n in range(count)}
    with being_printed(jobs, 2, aside=True) as made:
        until = time.monotonic() + 60
        while makers[:].count(2) < there and time.monotonic() < until:
            time.sleep(0.005)
        assert makers[:].count(2) == there
        assert makers[:].count(0) == count - there
        assert list(made) == [(f"{n:03}", b"%d" % n) for n in range(count)]
    assert 0 not in makers[:]


def test_who_takes_nothing_leaves_no_child() -> None:
    """Though one was at work."""
    with being_printed({f"{n}": Job(partial(_numbered, n)) for n in range(9)}, 3, aside=True):
        pass


@pytest.mark.parametrize("how", ["killed", "raises"])
def test_a_process_that_ends_is_not_missed(how: str) -> None:
    """What it has not sent is made by this one."""
    jobs = {f"{n:03}": Job(partial(_numbered, n)) for n in range(40)}
    jobs |= {"020": Job(partial(_only_here, 20, how)), "021": Job(partial(_only_here, 21, how))}
    assert list(printed(jobs, 2)) == [(f"{n:03}", _numbered(n)) for n in range(40)]


def test_an_error_is_raised_here_whoever_met_it() -> None:
    """Not a broken pipe: the error of the job itself."""

    def broken() -> bytes:
        raise ValueError("no such word")

    jobs = {f"{n}": Job(partial(_numbered, n)) for n in range(4)}
    for path in jobs:
        with pytest.raises(ValueError, match="no such word"):
            list(printed({**jobs, path: Job(broken)}, 2))


def test_who_stops_reading_leaves_no_process_behind() -> None:
    """A full disk, for example."""
    jobs = {f"{n:03}": Job(partial(bytes, 500_000)) for n in range(50)}
    reading = printed(jobs, 3)
    assert next(reading)[0] == "000"
    reading.close()
