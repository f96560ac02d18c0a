"""Jobs over a socket in, frames out: what a process does that answers queries one by one."""

import json
import socket
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

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
    """Answer jobs one after the other until the other side closes the channel."""
    confine(limits.memory)
    in_deep_stack(lambda: _loop(channel, dataset, limits))


def _loop(channel: socket.socket, dataset: Dataset, limits: Limits) -> None:
    while head := receive(channel, HEAD_SIZE):
        job = Job.unpack(receive(channel, frame_length(head)))
        budget(limits.seconds)
        channel.sendall(outcome(lambda: answer(dataset, job, limits.answer)))  # noqa: B023


def receive(channel: socket.socket, length: int) -> bytes:
    """So many bytes, or none if the channel was closed."""
    parts = bytearray()
    while len(parts) < length:
        part = channel.recv(min(length - len(parts), 1 << 18))
        if not part:
            return b""
        parts += part
    return bytes(parts)
