"""A server that nobody has a reason to talk to: who does has followed what an input said."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Canary:
    """`address` is its root; `calls` holds the first bytes of every connection."""

    address: str
    calls: list[bytes] = field(default_factory=list)


@contextlib.contextmanager
def canary() -> Iterator[Canary]:
    """A canary on a free port of this machine."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.1)
    bird = Canary(f"http://127.0.0.1:{listener.getsockname()[1]}/")
    done = threading.Event()

    def listen() -> None:
        while not done.is_set():
            with contextlib.suppress(TimeoutError):
                connection, _ = listener.accept()
                with connection:
                    connection.settimeout(1)
                    with contextlib.suppress(OSError):
                        bird.calls.append(connection.recv(200))

    thread = threading.Thread(target=listen)
    thread.start()
    try:
        yield bird
    finally:
        done.set()
        thread.join()
        listener.close()
