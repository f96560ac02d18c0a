"""The dumps of a publication as they come to be: large ones in a process of their own, while pages
are made, where most of them is copied from the last publication.
"""

from collections.abc import Iterator
from dataclasses import astuple
from typing import Any, Final

from onrecord.output import Beside, Content, Hashed
from onrecord.publish import lines
from onrecord.publish.dumps import DUMP, announced, dump_files
from onrecord.publish.publication import Dump, Publication

_DATASET: Final = f"{DUMP}.nq"
_LARGE: Final = 10_000_000
"""Bytes of the N-Quads from which on another process makes the dumps."""


class Dumped:
    """The dumps and the hash of the dataset; whoever asks for either waits until they are there.
    Path and media type of each are `announced`."""

    def __init__(self, publication: Publication) -> None:
        self._publication, self._earlier = publication, publication.earlier
        self.announced = announced(publication)
        self._dumps = list[Dump]()
        self._dataset = ""
        self._beside: Beside | None = None

    def files(self) -> Iterator[tuple[str, Content]]:
        """Each dump; or what stands for all that are made meanwhile."""
        before = self._earlier.files
        paths = [path for path, _ in self.announced]
        for path in paths:
            self._earlier.note_alone(path)
        if _DATASET not in before or before[_DATASET].size < _LARGE:
            yield from self._made()
            return
        _ = self._publication.graph.documents  # asked for in both processes
        self._beside = Beside(paths, self._made, self._tell, self._hear)
        yield "", self._beside

    def all(self) -> tuple[Dump, ...]:
        """The dumps."""
        self._wait()
        return tuple(self._dumps)

    def dataset(self) -> str:
        """The hash of the dataset, see `lines.hash_of`."""
        self._wait()
        return self._dataset

    def _wait(self) -> None:
        if self._beside:
            while self._earlier.meanwhile:
                self._earlier.meanwhile.pop()()
            self._beside.rows()

    def _made(self) -> Iterator[tuple[str, Hashed]]:
        self._dumps.clear()
        for dump, data in dump_files(self._publication):
            self._dumps.append(dump)
            if dump.path == _DATASET:
                place = self._earlier, self._publication.workspace
                self._dataset = lines.hash_of(dump.path, data, *place)
            yield dump.path, data

    def _tell(self) -> Any:
        """What the next build is to know of them, beside themselves."""
        indexes = {dump.path: self._earlier.new.indexes[dump.path] for dump in self._dumps}
        known = self._earlier.results.new.get(lines.NAME, {})
        again = self._earlier.again.now()
        return [astuple(dump) for dump in self._dumps], self._dataset, indexes, known, again

    def _hear(self, told: Any) -> None:
        dumps, self._dataset, indexes, known, self._earlier.again.found = told
        self._dumps = [Dump(*fields) for fields in dumps]
        self._earlier.new.indexes |= indexes
        for key, result in known.items():
            self._earlier.results.put(lines.NAME, key, result)
