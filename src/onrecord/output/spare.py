"""What is known of a folder that becomes a publication before anybody looks through it: the spare,
which is the publication before the present one, was left by the last build, and that knows in which
folders the two differ.
"""

import hashlib
import os
import shutil
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.errors import SystemFailure
from onrecord.output.state import Place, Seen

Inodes = Mapping[str, Mapping[str, int]]
"""By folder, the inodes of its files by name."""
TICK: Final = 3_000_000_000
"""Nanoseconds after which a clock has surely gone on, those of network file systems too."""


@dataclass(frozen=True, slots=True)
class Spare:
    """The publication before the present one. `others` are the folders in which the two may differ,
    and `state` is a hash over the inodes and times of all folders that they have in common."""

    name: str
    others: frozenset[str]
    state: str

    @classmethod
    def left(
        cls,
        root: str,
        folders: Iterable[str],
        touched: Collection[str],
        seen: Seen | None = None,
    ) -> "Spare":
        """The publication at `root` with its `folders`, in some of which the present one was
        `touched`; it may have been `seen` as it was before that. Where a folder changed a moment
        ago another change might not be noticed."""
        recent, known = (seen.time if seen else time.time_ns()) - TICK, seen.places if seen else {}
        others, same = set(touched), dict[str, Place]()
        is_whole = True
        for folder in folders:
            if folder in others:
                continue
            place = known.get(folder) or _place(f"{root}/{folder}")
            if place is None:
                is_whole = False
            elif place[1] > recent:
                others.add(folder)
            else:
                same[folder] = place
        state = _hash(same) if is_whole else ""
        return cls(os.path.basename(root), frozenset(others), state)  # noqa: PTH119

    def looked_at(self, root: str, folders: Iterable[str]) -> dict[str, dict[str, int]] | None:
        """The folders that may differ from the present publication, which has `folders`, as `walk`
        gives them; `None` where somebody touched another one."""
        same = {folder: _place(f"{root}/{folder}") for folder in set(folders) - self.others}
        if not self.state or _hash(same) != self.state:
            return None
        found, todo = dict[str, dict[str, int]](), [*self.others]
        while todo:
            folder = todo.pop()
            files = None if folder in found else files_of(root, folder)
            if files is not None:
                found[folder] = files[0]
                todo += (inner for inner in files[1] if inner not in same)
        return found


class Present(Mapping[str, Mapping[str, int]]):
    """The inodes of the publication at `root`, which was `seen` untouched; a folder is looked
    through when it is asked for."""

    def __init__(self, root: str, seen: Seen) -> None:
        self._root, self._places = root, seen.places
        self._found: dict[str, dict[str, int]] = {}

    def __getitem__(self, folder: str) -> dict[str, int]:
        if folder not in self._found:
            place = self._places[folder]
            found = files_of(self._root, folder)
            if found is None or _place(f"{self._root}/{folder}") != place:
                raise SystemFailure(
                    "somebody has been there since the build began",
                    file=f"{self._root}/{folder}",
                    hint="build again",
                )
            self._found[folder] = found[0]
        return self._found[folder]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _place(folder: str) -> Place | None:
    """Inode and time of a folder; `None` where there is none."""
    try:
        found = os.stat(folder)  # noqa: PTH116
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _hash(folders: Mapping[str, Place | None]) -> str:
    """Of no folder but those: a file that comes, goes or is another one changes its folder."""
    rows = (f"{folder}\0{place}\n" for folder, place in sorted(folders.items()))
    text = "".join(rows).encode("utf-8", "replace")
    return hashlib.blake2b(text, digest_size=16).hexdigest()


def doubled(root: str, place: str) -> Spare | None:
    """A spare at a place that has the files of the publication at `root`; `None` where it cannot be
    made, for which nobody waits."""
    folders = list[str]()
    try:
        for folder, files in walk(root):
            folders.append(folder)
            os.mkdir(f"{place}/{folder}")  # noqa: PTH102
            for name in files:
                os.link(f"{root}/{folder}/{name}", f"{place}/{folder}/{name}")
        # Nobody but us has changed them up to now, so whoever does gives them another time.
        before = time.time_ns() - 2 * TICK
        for folder in folders:
            os.utime(f"{place}/{folder}", ns=(before, before))
        return Spare.left(place, folders, ())
    except OSError:
        shutil.rmtree(place, ignore_errors=True)
        return None


def walk(root: str) -> Iterator[tuple[str, dict[str, int]]]:
    """Every folder below `root` (itself as ""), with the inodes of its files by name."""
    todo = [""]
    while todo:
        folder = todo.pop()
        found = files_of(root, folder)
        if found is None:
            return
        yield folder, found[0]
        todo += found[1]


def files_of(root: str, folder: str) -> tuple[dict[str, int], list[str]] | None:
    """The inodes of a folder's files by name, and the folders in it; `None` where there is none."""
    files, inner = dict[str, int](), list[str]()
    start = f"{folder}/" if folder else ""
    try:
        with os.scandir(f"{root}/{folder}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    inner.append(f"{start}{entry.name}")
                else:
                    files[entry.name] = entry.inode()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return files, inner
