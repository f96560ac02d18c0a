"""Jobs → (path, what they make) in the order of the paths, made by as many processes as may run at
once.

A child makes its share from what it inherits and sends it through a pipe; who has to wait for one
makes its own share meanwhile. A child that ends before its time is not missed: what it has not sent
is made here, and so is the error that ended it.
"""

import fcntl
import gc
import os
import select
import signal
import struct
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from io import FileIO
from typing import Any, Final, NamedTuple

from onrecord.publish.site.page import Page

_HEAD: Final = struct.Struct("!Q")
_PIPE: Final = 1 << 20
_MOST_PROCESSES: Final = 4
_MOST_AHEAD: Final = 64
"""So many files of its own a process makes and keeps while it waits for those of another."""
_FEW: Final = 2 * _MOST_AHEAD
_PAGES_EACH: Final = 200
"""Fewer pages are made before a child has come into its own."""
_PAGES_ASIDE: Final = 12
"""As many are worth a child where this process has other things to do."""


@dataclass(frozen=True, slots=True)
class Job:
    """How one file is made, and the page that it is or belongs to, if any.

    The `key` is that of everything that it is made of but for what is looked up in the library; a
    file without one may be made of anything. Files of a `group` are planned together.
    """

    make: Callable[[], Any]
    page: Page | None = None
    key: bytes = b""
    group: str = ""

    def __call__(self) -> Any:
        """Its bytes, or what else is made of it."""
        return self.make()


class Packing(NamedTuple):
    """How what a job makes is sent from one process to another."""

    pack: Callable[[Any], bytes]
    unpack: Callable[[bytes], Any]


AS_IT_IS: Final = Packing(bytes, bytes)


def printed(
    jobs: Mapping[str, Job], processes: int = 0, packing: Packing = AS_IT_IS
) -> Iterator[tuple[str, Any]]:
    """What every job makes, sorted by path; with 0 `processes` as many as there are processors for
    it.

    Raises whatever a job raises.
    """
    with being_printed(jobs, processes, packing) as made:
        yield from made


@contextmanager
def being_printed(
    jobs: Mapping[str, Job],
    processes: int = 0,
    packing: Packing = AS_IT_IS,
    *,
    aside: bool = False,
) -> Iterator[Iterator[tuple[str, Any]]]:
    """As `printed`, but children begin at once; who asks for nothing before he has done other
    things makes them `aside`, and gets a smaller share of his own, or none."""
    gc.freeze()  # what is there stays: neither collecting nor copying it for a child is worth while
    paths = sorted(jobs)
    each = _PAGES_ASIDE if aside else _PAGES_EACH
    turns = _turns(processes or _processes(len(paths) // each), aside, len(paths))
    owners = _owners(jobs, paths, turns)
    with ExitStack() as stack:
        stack.callback(gc.unfreeze)  # what becomes garbage later must be found in a long life
        children = {
            owner: stack.enter_context(
                _child([jobs[p] for p in paths if owners[p] == owner], packing.pack)
            )
            for owner in sorted(set(owners.values()) - {0})
        }
        yield _in_order(jobs, paths, owners, children, packing)


def _in_order(
    jobs: Mapping[str, Job],
    paths: list[str],
    owners: Mapping[str, int],
    children: Mapping[int, FileIO],
    packing: Packing,
) -> Iterator[tuple[str, Any]]:
    shares = {owner: deque[str]() for owner in {0, *children}}
    for path in paths:
        shares[owners[path]].append(path)
    ahead: dict[str, Any] = {}
    for path in paths:
        child, share = children.get(owners[path]), shares[owners[path]]
        while child and path not in ahead and len(ahead) < _MOST_AHEAD and not _has_sent(child):
            taken = _meanwhile(shares[0], share)
            if taken is None:
                break
            ahead[taken] = jobs[taken]()
        made = ahead.pop(path, None)
        if made is None:
            share.popleft()
            sent = _receive(child) if child else None
            made = jobs[path]() if sent is None else packing.unpack(sent)
        yield path, made


def _meanwhile(own: deque[str], share: deque[str]) -> str | None:
    """What is made while a child is waited for that has some of its share left: one's own, and then
    what the child would make last. So the two meet, and nothing of it is asked of the child any
    more."""
    if own:
        return own.popleft()
    return share.pop() if 1 < len(share) <= _FEW else None


def _has_sent(child: FileIO) -> bool:
    """Whether the next file of a child is there, or its end: nobody would have to wait."""
    return bool(select.select([child], [], [], 0)[0])


def _processes(worth: int) -> int:
    mine = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(mine or 1, _MOST_PROCESSES, worth))


def _turns(processes: int, aside: bool, count: int) -> list[int]:
    """The processes in the order in which they are given files. Children `aside` get three times as
    many as 0, or all, where these are so few that 0 can take from theirs what it has time for."""
    children = range(1, processes)
    if aside and children and count <= _FEW:
        return [*children]
    return [0, *(child for child in children for _ in range(3 if aside else 1))]


def _owners(jobs: Mapping[str, Job], paths: list[str], turns: list[int]) -> dict[str, int]:
    """Which process makes which file; pages that share much, of one resource or under one
    address in several languages, are made by one."""
    owners: dict[str, int] = {}
    found = {}
    for path in paths:
        page = jobs[path].page
        key = (page.it or page.address) if page else path
        found[path] = owners.setdefault(key, turns[len(owners) % len(turns)])
    return found


@contextmanager
def _child(share: list[Job], pack: Callable[[Any], bytes]) -> Iterator[FileIO]:
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        _send(share, pack, writer)
    os.close(writer)
    try:
        with open(reader, "rb", buffering=0) as stream:  # noqa: PTH123
            yield stream
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _send(share: list[Job], pack: Callable[[Any], bytes], writer: int) -> None:
    """The life of a child; whatever goes wrong in it ends it."""
    try:
        # What the parent holds open, its lock among it, must not outlive the parent.
        os.closerange(3, writer)
        os.closerange(writer + 1, 1 << 16)
        with suppress(OSError, AttributeError):  # Linux alone can
            fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, _PIPE)
        with open(writer, "wb", buffering=0) as stream:
            for job in share:
                data = pack(job())
                view = memoryview(_HEAD.pack(len(data)) + data)
                while view:
                    view = view[stream.write(view) or 0 :]
    finally:
        os._exit(0)


def _receive(child: FileIO) -> bytes | None:
    """The next file that a child made; none where it has ended."""
    head = _exactly(child, _HEAD.size)
    return None if head is None else _exactly(child, *_HEAD.unpack(head))


def _exactly(child: FileIO, length: int) -> bytes | None:
    found = bytearray(length)
    view = memoryview(found)
    while view:
        got = child.readinto(view)
        if not got:
            return None
        view = view[got:]
    return bytes(found)
