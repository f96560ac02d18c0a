"""Triple stores that people run, on loopback in folders of their own, and how to write to them."""

import contextlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

import hosts
from onrecord.push import GraphStore, Store, Transport, UpdateStore

VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{inner}
NumberOfBuffers = 2000
ServerThreads = 8
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 8
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its process, its stores by the protocol that writes to them, and the port
    of its own language, if it has one."""

    process: subprocess.Popen[bytes]
    stores: dict[str, Store]
    inner: int = 0


@contextlib.contextmanager
def oxigraph(folder: Path, port: int, tries: int = 1) -> Iterator[Server]:
    """Oxigraph over a folder, so that it keeps its data when it is started again."""
    command = [hosts.installed("oxigraph"), "serve", "-l", str(folder / "db")]
    with (
        hosts.process([*command, "-b", f"127.0.0.1:{port}"], port, folder / "log") as started,
        httpx.Client() as client,
    ):
        transport, at = Transport(client, tries), f"http://127.0.0.1:{port}"
        made: dict[str, Store] = {
            "graph-store": GraphStore(transport, f"{at}/store"),
            "update": UpdateStore(transport, f"{at}/update", f"{at}/query", piece=4),
        }
        yield Server(started, made)


@contextlib.contextmanager
def virtuoso(folder: Path, port: int, tries: int = 1) -> Iterator[Server]:
    """Virtuoso with the user and password that it begins with; it asks for Digest."""
    settings, inner = folder / "virtuoso.ini", hosts.free_port()
    settings.write_text(VIRTUOSO.format(folder=folder, port=port, inner=inner))
    # A process that was killed leaves its lock behind.
    (folder / "virtuoso.lck").unlink(missing_ok=True)
    command = [
        hosts.program("virtuoso-t", "virtuoso-opensource-7-bin"),
        "+foreground",
        "+configfile",
        str(settings),
    ]
    with (
        hosts.process(command, port, folder / "log", 120) as started,
        httpx.Client(auth=httpx.DigestAuth("dba", "dba"), timeout=60) as client,
    ):
        transport, at = Transport(client, tries), f"http://127.0.0.1:{port}"
        made: dict[str, Store] = {
            "graph-store": GraphStore(transport, f"{at}/sparql-graph-crud-auth"),
            "update": UpdateStore(transport, f"{at}/sparql-auth", f"{at}/sparql-auth", piece=200),
        }
        yield Server(started, made, inner)
