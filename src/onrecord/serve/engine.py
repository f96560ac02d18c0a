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
from pathlib import Path

import pyoxigraph as ox

from onrecord.errors import OnrecordError
from onrecord.query import Dataset, Limits
from onrecord.query.guard import describe, frame
from onrecord.query.worker import work


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
