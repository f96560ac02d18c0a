"""Work in a process of its own → how it ended, what it cost, and what it opened on the way."""

import json
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.errors import OnrecordError

OPENING = ("open", "os.listdir", "os.scandir", "shutil.copyfile")
CONNECTING = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto")
_FRESH = 100
"""Megabytes of a command that has loaded all its modules, and no more."""
STARTING = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "ctypes.dlopen")


@dataclass(frozen=True, slots=True)
class Ended:
    """How the work ended: the error's kind (empty: none; `crash`: not one of ours) and text."""

    kind: str
    text: str
    place: str
    seconds: float
    megabytes: int
    result: Any = None
    events: list[list[str]] = field(default_factory=list)


def measured(work: Callable[[], Any], *, watched: bool = False) -> Ended:
    """Does the work in a fork; `result` must be JSON. Seconds are those of computing; megabytes
    those of a process that begins as a command does, without what other tests have loaded here.
    """
    reader, writer = os.pipe()
    loaded = max(0, _resident() - _FRESH)
    child = os.fork()
    if child == 0:
        os.close(reader)
        _child(writer, work, watched)
    os.close(writer)
    with os.fdopen(reader, "rb") as file:
        said = file.read()
    _, _, used = os.wait4(child, 0)
    if not said:
        said = json.dumps(["crash", "the process died", "", None, []]).encode()
    kind, text, place, result, events = json.loads(said)
    seconds = used.ru_utime + used.ru_stime
    return Ended(kind, text, place, seconds, used.ru_maxrss // 1024 - loaded, result, events)


def _resident() -> int:
    """Megabytes of this process now; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def _child(writer: int, work: Callable[[], Any], watched: bool) -> None:
    events: list[list[str]] = []
    if watched:
        sys.addaudithook(_watch(events))
    try:
        said = ["", "", "", work()]
    except OnrecordError as error:
        said = [type(error).__name__, f"{error} → {error.hint}", error.place, None]
    except BaseException:
        said = ["crash", traceback.format_exc(), "", None]
    data = json.dumps([*said, list(events)]).encode()
    while data:
        data = data[os.write(writer, data) :]
    os._exit(0)


def _watch(events: list[list[str]]) -> Callable[[str, tuple[Any, ...]], None]:
    """An audit hook that writes down what is opened, connected to or started."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in OPENING and isinstance(arguments[0], str | bytes | os.PathLike):
            events.append([event, os.fsdecode(arguments[0])])
        elif event in CONNECTING or event in STARTING:
            events.append([event, repr(arguments)[:200]])

    return hook
