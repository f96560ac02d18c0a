"""The engine process: loads a dump once and forks a worker for each query that runs.

Runs as `python -m onrecord.serve.engine DUMP SECONDS MEMORY ANSWER` with its control socket as
standard input. Commands are `F` (fork a worker; the answer carries its socket) and `K PID` (end a
worker). A worker reads jobs and writes frames until its socket closes.
"""

import contextlib
import gc
import json
import os
import signal
import socket
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph as ox

from onrecord.errors import OnrecordError
from onrecord.query import FORMATS, Dataset, Graphs, Limits, admit, evaluate
from onrecord.query.guard import (
    HEAD_SIZE,
    budget,
    confine,
    describe,
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

    def pack(self) -> bytes:
        """The job as a frame."""
        return frame(json.dumps(asdict(self)).encode())

    @classmethod
    def unpack(cls, body: bytes) -> "Job":
        """The job of a frame's body."""
        read = json.loads(body)
        return cls(
            read["text"], tuple(read["accept"]), tuple(read["default"]), tuple(read["named"])
        )


def answer(dataset: Dataset, job: Job, most_bytes: int) -> bytes:
    """`FORM FORMAT\\n` and the body; the format is empty if none of those accepted fits."""
    query = admit(job.text)
    chosen = next((n for n in job.accept if FORMATS[n].fits(query.form)), "")
    head = f"{query.form} {chosen}\n".encode()
    if not chosen:
        return head
    graphs = Graphs(job.default, job.named) if job.default or job.named else None
    return head + evaluate(dataset, query, FORMATS[chosen], graphs=graphs, most_bytes=most_bytes)


def work(channel: socket.socket, dataset: Dataset, limits: Limits) -> None:
    """Answer jobs one after the other until the other side closes the channel."""
    confine(limits.memory)
    in_deep_stack(lambda: _loop(channel, dataset, limits))


def _loop(channel: socket.socket, dataset: Dataset, limits: Limits) -> None:
    while head := _exactly(channel, HEAD_SIZE):
        job = Job.unpack(_exactly(channel, frame_length(head)))
        budget(limits.seconds)
        channel.sendall(outcome(lambda job=job: answer(dataset, job, limits.answer)))  # type: ignore[misc]


def _exactly(channel: socket.socket, length: int) -> bytes:
    """So many bytes, or none if the channel was closed."""
    parts = bytearray()
    while len(parts) < length:
        part = channel.recv(min(length - len(parts), 1 << 16))
        if not part:
            return b""
        parts += part
    return bytes(parts)


def _census(dataset: Dataset) -> bytes:
    """How many triples the union and each named graph hold."""
    counts = {
        name: sum(1 for _ in dataset.store.quads_for_pattern(None, None, None, ox.NamedNode(name)))
        for name in sorted(dataset.graphs)
    }
    return json.dumps({"triples": len(dataset), "graphs": counts}).encode()


def _fork(control: socket.socket, dataset: Dataset, limits: Limits) -> int:
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            control.close()
            theirs.close()
            work(ours, dataset, limits)
            code = 0
        finally:
            os._exit(code)
    ours.close()
    socket.send_fds(control, [str(child).encode()], [theirs.fileno()])
    theirs.close()
    return child


def _end(child: int) -> None:
    with contextlib.suppress(ProcessLookupError, ChildProcessError):
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def serve(control: socket.socket, dataset: Dataset, limits: Limits) -> None:
    """Obey the control socket until it closes, then end every worker."""
    children: set[int] = set()
    while command := control.recv(64):
        if command == b"F":
            children.add(_fork(control, dataset, limits))
        else:
            child = int(command[1:])
            if child in children:
                _end(child)
                children.discard(child)
            control.sendall(b"K")
    for child in children:
        _end(child)


def main() -> None:
    """Load the dump, tell its census (or the error), then serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=os.dup(0))
    dump, seconds, memory, answer_bytes = sys.argv[1:5]
    try:
        dataset = Dataset.read(Path(dump))
    except OnrecordError as error:
        control.sendall(frame(describe(error), failed=True))
        return
    gc.collect()
    gc.freeze()
    control.sendall(frame(_census(dataset)))
    serve(control, dataset, Limits(float(seconds), int(memory), int(answer_bytes)))


if __name__ == "__main__":
    main()
