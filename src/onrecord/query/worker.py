"""Jobs over a socket in, frames out: what a process does that answers queries one by one."""

import contextlib
import json
import os
import socket
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Final

from onrecord.query.admission import FORMS, Form, admit
from onrecord.query.dataset import Dataset
from onrecord.query.evaluation import Graphs, evaluate
from onrecord.query.formats import FORMATS
from onrecord.query.guard import (
    HEAD_SIZE,
    Limits,
    budget,
    confine,
    frame,
    frame_length,
    in_deep_stack,
    outcome,
)

_BACK: Final = 10
"""How much higher the nice value is of what may wait; 19 is the most."""


@dataclass(frozen=True, slots=True)
class Job:
    """One query as it travels to a worker; `accept` names formats, the best first."""

    text: str
    accept: tuple[str, ...]
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    prefixes: Mapping[str, str] = field(default_factory=dict)

    def pack(self) -> bytes:
        """The job as a frame."""
        return frame(json.dumps(asdict(self)).encode())

    @classmethod
    def unpack(cls, body: bytes) -> "Job":
        """The job of a frame's body."""
        read = json.loads(body)
        accept, default, named = (tuple(read[name]) for name in ("accept", "default", "named"))
        return cls(read["text"], accept, default, named, read["prefixes"])


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a job; `format` is empty if none of those accepted fits the form."""

    form: Form
    format: str
    body: bytes

    @classmethod
    def read(cls, data: bytes) -> "Reply":
        """Take apart what `answer` put together."""
        head, _, body = data.partition(b"\n")
        form, _, chosen = head.decode().partition(" ")
        return cls(FORMS[form], chosen, body)


def answer(dataset: Dataset, job: Job, most_bytes: int) -> bytes:
    """`FORM FORMAT\\n` and the body."""
    query = admit(job.text, job.prefixes)
    chosen = next((n for n in job.accept if FORMATS[n].fits(query.form)), "")
    head = f"{query.form} {chosen}\n".encode()
    if not chosen:
        return head
    graphs = Graphs(job.default, job.named) if job.default or job.named else None
    return head + evaluate(
        dataset,
        query,
        FORMATS[chosen],
        graphs=graphs,
        prefixes=job.prefixes,
        most_bytes=most_bytes,
    )


def work(channel: socket.socket, dataset: Dataset, limits: Limits) -> None:
    """Answer jobs one after the other until the other side closes the channel.

    The other side may lower the rank of the thread that answers (`step_back`). Without special
    rights a thread cannot rise again, so another takes over from it: a process that has read the
    data is worth keeping, since a new one copies every page of it that a query touches.
    """
    confine(limits.memory)
    rank = os.getpriority(os.PRIO_PROCESS, 0)
    wanted = True

    def turn() -> None:
        nonlocal wanted
        while wanted:
            channel.recv(1, socket.MSG_PEEK)  # what was said of the job before has arrived then
            if os.getpriority(os.PRIO_PROCESS, 0) != rank:
                return
            wanted = False  # if the other side is lost in the middle
            wanted = _serve(channel, dataset, limits)

    while wanted:
        in_deep_stack(turn)


def step_back(pid: int) -> None:
    """Let others have the processor before the query that the worker `pid` answers now.

    On Linux each thread has a rank of its own; elsewhere, or if the worker is gone, nothing is
    done.
    """
    with contextlib.suppress(OSError):
        behind = min(os.getpriority(os.PRIO_PROCESS, pid) + _BACK, 19)
        for thread in map(int, os.listdir(f"/proc/{pid}/task")):  # noqa: PTH208
            if thread != pid:
                rank = os.getpriority(os.PRIO_PROCESS, thread)
                os.setpriority(os.PRIO_PROCESS, thread, max(rank, behind))


def _serve(channel: socket.socket, dataset: Dataset, limits: Limits) -> bool:
    """Answer one job; false if the channel was closed instead."""
    head = receive(channel, HEAD_SIZE)
    if not head:
        return False
    job = Job.unpack(receive(channel, frame_length(head)))
    budget(limits.seconds)
    channel.sendall(outcome(lambda: answer(dataset, job, limits.answer)))
    return True


def receive(channel: socket.socket, length: int) -> bytes:
    """So many bytes, or none if the channel was closed."""
    parts = bytearray()
    while len(parts) < length:
        part = channel.recv(min(length - len(parts), 1 << 18))
        if not part:
            return b""
        parts += part
    return bytes(parts)
