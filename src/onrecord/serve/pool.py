"""The server's side of the engine: jobs in, answers out, at most so many at a time."""

import asyncio
import contextlib
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import LimitError, OnrecordError, SystemFailure
from onrecord.query.guard import HEAD_SIZE, crashed, frame_length, out_of_time, unframe
from onrecord.query.worker import Job, Reply, step_back
from onrecord.serve.settings import Settings

_GRACE = 0.25
"""Seconds that an answer may take to cross beyond the query's own time."""


class Overload(LimitError):
    """More queries wait than the server lets wait."""


@dataclass(frozen=True, slots=True)
class Census:
    """How many triples the union and each named graph hold."""

    triples: int
    graphs: Mapping[str, int]


class Engine:
    """The engine process of one dump; its methods block, briefly."""

    def __init__(self, dump: Path, settings: Settings) -> None:
        self._turn = threading.Lock()
        self._control, theirs = socket.socketpair()
        limits = (settings.query_seconds, settings.query_memory, settings.answer_bytes)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "onrecord.serve.engine", str(dump), *map(str, limits)],
            stdin=theirs.fileno(),
        )
        theirs.close()
        self.census = self._greeting()

    def _greeting(self) -> Census:
        data = b""
        while len(data) < HEAD_SIZE or len(data) < HEAD_SIZE + frame_length(data[:HEAD_SIZE]):
            part = self._control.recv(1 << 16)
            if not part:
                raise SystemFailure(
                    "The query engine ended while it loaded the dump",
                    hint="Look at the messages above; is there enough memory?",
                )
            data += part
        read = json.loads(unframe(data))
        return Census(read["triples"], read["graphs"])

    @property
    def gone(self) -> bool:
        """Whether the process has ended by itself."""
        return self._process.poll() is not None

    def fork(self) -> tuple[int, socket.socket]:
        """A new worker: its process id and the socket to it."""
        with self._turn:
            self._control.sendall(b"F")
            said, descriptors, _, _ = socket.recv_fds(self._control, 64, 1)
        if not descriptors:
            raise SystemFailure("The query engine is gone", hint="It is started again by itself.")
        return int(said), socket.socket(fileno=descriptors[0])

    def end(self, pid: int) -> None:
        """End a worker at once."""
        with self._turn, contextlib.suppress(OSError):
            self._control.sendall(b"K%d" % pid)
            self._control.recv(64)

    def close(self) -> None:
        """End the engine and all its workers."""
        self._control.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@dataclass(frozen=True, slots=True)
class Worker:
    """A process that answers one job at a time."""

    engine: Engine
    pid: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


class Pool:
    """Answers jobs with at most `settings.workers` processes; a stuck one is replaced."""

    def __init__(self, dump: Path, settings: Settings) -> None:
        self._dump = dump
        self._settings = settings
        self._idle: list[Worker] = []
        self._places = asyncio.Semaphore(settings.workers)
        self._long_places = asyncio.Semaphore(max(1, settings.workers // 2))
        self._waiting = 0
        self._changing = asyncio.Lock()
        self._retiring: set[asyncio.Task[None]] = set()
        self._engine: Engine | None = None
        self._version: tuple[int, ...] = ()

    async def start(self) -> Census:
        """Load the dump and start the workers; gives its census."""
        async with self._changing:
            return (await self._current()).census

    async def close(self) -> None:
        """End everything."""
        self._dismiss()
        for task in self._retiring:
            task.cancel()
        if self._engine is not None:
            await asyncio.to_thread(self._engine.close)

    async def ask(self, job: Job) -> Reply:
        """The answer to a job, or the error that says why there is none.

        At most half of the places belong to queries that have run for longer than a moment. One
        that finds no such place is ended and begun again when there is one, so that short queries
        are answered soon, however many long ones there are.
        """
        with self._queue():
            await self._place(self._places)
        try:
            whole = await self._run(job, patient=False)
        finally:
            self._places.release()
        if whole is None:
            whole = await self._run_later(job)
        return Reply.read(whole)

    async def _run_later(self, job: Job) -> bytes:
        with self._queue():
            await self._place(self._long_places)
            try:
                await self._place(self._places)
            except OnrecordError:
                self._long_places.release()
                raise
        try:
            whole = await self._run(job, patient=True)
            assert whole is not None
            return whole
        finally:
            self._places.release()
            self._long_places.release()

    @contextlib.contextmanager
    def _queue(self) -> Iterator[None]:
        """Counts those who wait; `Overload` where they are too many."""
        if self._waiting >= self._settings.waiting:
            raise Overload("Too many queries are waiting", hint="Come back in a few seconds.")
        self._waiting += 1
        try:
            yield
        finally:
            self._waiting -= 1

    async def _place(self, places: asyncio.Semaphore) -> None:
        try:
            async with asyncio.timeout(self._settings.waiting_seconds):
                await places.acquire()
        except TimeoutError:
            raise Overload(
                "No worker was free in time", hint="Come back in a few seconds."
            ) from None

    async def _run(self, job: Job, *, patient: bool, again: bool = True) -> bytes | None:
        """The answer of a worker; nothing where it was ended for others to have its place.

        `patient` is for a job that holds a place for long ones.
        """
        worker = await self._take()
        long = patient
        exchange = asyncio.ensure_future(_exchange(worker, job))
        try:
            if not patient and not await _ends(exchange, self._settings.short_seconds):
                if self._long_places.locked():
                    return None
                await self._long_places.acquire()
                long = True
            if long:
                step_back(worker.pid)
            if not await _ends(exchange, self._settings.query_seconds + _GRACE):
                raise out_of_time(self._settings.query_seconds)
            whole = await exchange
        except (asyncio.IncompleteReadError, ConnectionError):
            if again and worker.engine.gone:
                return await self._run(job, patient=patient, again=False)
            raise crashed() from None
        finally:
            if long and not patient:
                self._long_places.release()
            sound = exchange.done() and not exchange.cancelled()
            exchange.cancel()
            await self._give_back(worker, sound and exchange.exception() is None)
        return unframe(whole)

    async def _take(self) -> Worker:
        async with self._changing:
            engine = await self._current()
            return self._idle.pop() if self._idle else await _spawn(engine)

    async def _give_back(self, worker: Worker, sound: bool) -> None:
        if sound and worker.engine is self._engine:
            self._idle.append(worker)
        else:
            worker.writer.close()
            await asyncio.to_thread(worker.engine.end, worker.pid)

    async def _current(self) -> Engine:
        """The engine of the dump as it is now; a new publication gets a new engine."""
        version = self._signature()
        if self._engine is None or self._engine.gone or (version and version != self._version):
            await self._renew(version)
        assert self._engine is not None
        return self._engine

    async def _renew(self, version: tuple[int, ...]) -> None:
        old = self._engine
        self._version = version
        try:
            self._engine = await asyncio.to_thread(Engine, self._dump, self._settings)
        except OnrecordError:
            if old is None or old.gone:
                raise
            return
        self._dismiss()
        self._idle = [await _spawn(self._engine) for _ in range(self._settings.workers)]
        if old is not None:
            self._retiring.add(task := asyncio.create_task(self._retire(old)))
            task.add_done_callback(self._retiring.discard)

    async def _retire(self, old: Engine) -> None:
        """End an old engine once the queries that it still answers are done."""
        await asyncio.sleep(self._settings.query_seconds + 1)
        await asyncio.to_thread(old.close)

    def _signature(self) -> tuple[int, ...]:
        try:
            stat = self._dump.stat()
        except OSError:
            return ()
        return (stat.st_ino, stat.st_size, stat.st_mtime_ns)

    def _dismiss(self) -> None:
        for worker in self._idle:
            worker.writer.close()
        self._idle.clear()


async def _spawn(engine: Engine) -> Worker:
    pid, channel = await asyncio.to_thread(engine.fork)
    reader, writer = await asyncio.open_unix_connection(sock=channel, limit=1 << 20)
    return Worker(engine, pid, reader, writer)


async def _ends(work: "asyncio.Future[bytes]", seconds: float) -> bool:
    """Whether it has ended, well or not, after at most so long."""
    done, _ = await asyncio.wait({work}, timeout=seconds)
    return bool(done)


async def _exchange(worker: Worker, job: Job) -> bytes:
    worker.writer.write(job.pack())
    await worker.writer.drain()
    head = await worker.reader.readexactly(HEAD_SIZE)
    return head + await worker.reader.readexactly(frame_length(head))
