"""Files → a publication on disk: the only writer, and an atomic one.

A publication is a versioned directory beside `public`, and `public` is a symbolic link to it. The
link is swapped after everything is on the disk, so a reader sees the old publication or the new
one, never a mixture; a build that dies leaves the old one as it was.
"""

import errno
import fcntl
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Final, overload

from onrecord.errors import SystemFailure
from onrecord.names import collisions
from onrecord.output.content import Beside, Content, Hashed, Kept, Rest
from onrecord.output.mapped import Mapped, Piece, Stretch, data_of
from onrecord.output.rows import Part, Rows, Written, manifest, row
from onrecord.output.spare import Spare, doubled
from onrecord.output.state import Seen
from onrecord.output.tree import Tree, settle

__all__ = [
    "MANIFEST",
    "Beside",
    "Content",
    "Hashed",
    "Kept",
    "Listed",
    "Mapped",
    "Output",
    "Part",
    "Piece",
    "Rest",
    "Stretch",
    "Written",
    "data_of",
    "published",
    "verify",
    "write_file",
]

MANIFEST: Final = "data/manifest.json"
_NAMED: Final = 16
"""Hexadecimal digits of the manifest's SHA-256 that a publication is named after."""
_MANY: Final = 5_000
"""Files of which the next publication is begun at once, so that it takes what changes alone."""


class Listed(Sequence[Written]):
    """The files of a publication that is there already, read from its manifest when asked for;
    how many they are and how large together is known, and who made it has the SHA-256 of the
    manifest (`digest`)."""

    def __init__(self, manifest: Path, count: int, size: int, digest: bytes = b"") -> None:
        self._manifest = manifest
        self._count = count
        self.size, self.digest = size, digest

    @cached_property
    def _files(self) -> tuple[Written, ...]:
        return tuple(Rows.read(self._manifest.read_bytes()).values())

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Written: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Written]: ...
    def __getitem__(self, index: int | slice) -> Written | Sequence[Written]:
        return self._files[index]


@dataclass(frozen=True, slots=True)
class Output:
    """Writes publications at `target`, e.g. `…/public`; `touched` are the folders of the last one
    in which a file is not the one that was there, and `states` those of these, where they are
    known. Who has looked at the files that are there may leave what he has `seen`, and the `spare`
    that the last build left."""

    target: Path
    touched: set[str] = field(default_factory=set, compare=False)
    states: dict[str, str] = field(default_factory=dict, compare=False)
    seen: list[Seen] = field(default_factory=list, compare=False)
    spare: list[Spare] = field(default_factory=list, compare=False)

    def publish(
        self,
        files: Iterable[tuple[str, Content]],
        facts: dict[str, object] | None = None,
        old: Rows | None = None,
        known: Callable[[bytes], None] = lambda _: None,
    ) -> Listed:
        """Writes all `files` (path inside the publication, bytes), then the manifest, then swaps.

        A file that is `Kept` is taken from the publication that is there; whoever says so has made
        sure that nobody touched it, and gives the files that he saw there (`old`). `facts` are put
        into the manifest beside the files; its SHA-256 is told to `known` before anything is
        swapped. Raises `SystemFailure` with the cause (full disk, no permission, another build);
        the old publication then stays.
        """
        try:
            with self._lock():
                before = old or published(self.target)
                if old and not self._is_there(old.digest):
                    raise SystemFailure(
                        "another build has published meanwhile",
                        file=self.target,
                        hint="build again",
                    )
                if not old:
                    _ = before.texts  # all of them will be asked for
                return self._publish(files, facts or {}, before, known)
        except OSError as error:
            raise SystemFailure(
                f"cannot write the publication: {error.strerror or error}",
                file=error.filename or self.target,
                hint=_HINTS.get(error.errno or 0, "the old publication was left as it was"),
            ) from error

    def _is_there(self, digest: bytes) -> bool:
        """Whether the publication whose manifest has this SHA-256 is the present one, which is
        named after it as long as nobody moved it."""
        name = f".{self.target.name}-{digest.hex()[:_NAMED]}"
        return self.target.resolve().name == name or digest == _digest_of(self.target / MANIFEST)

    def _publish(
        self,
        files: Iterable[tuple[str, Content]],
        facts: dict[str, object],
        old: Rows,
        known: Callable[[bytes], None],
    ) -> Listed:
        if self.target.exists() and not self.target.is_symlink():
            raise SystemFailure(
                "exists and was not made by onrecord", file=self.target, hint="move it away"
            )
        fresh = self.target.parent / f".{self.target.name}-new-{os.getpid()}"
        spare = self._sweep(fresh)
        try:
            seen = self.seen.pop() if self.seen else None
            tree = Tree(fresh, self.target.resolve(), seen, spare)
            made, gone = self._fill(tree, files, old)
            rows = Rows.of(made) if gone is None else old.patched({**dict.fromkeys(gone), **made})
            listed = Hashed.of(manifest(rows, facts))
            tree.write(MANIFEST, *listed.pieces)
            digest = bytes.fromhex(listed.sha256)
            known(digest)
            tree.finish({*made, MANIFEST}, gone)
            self.touched.clear()
            self.touched.update(tree.touched)
            self.states.clear()
            self.states.update(tree.states() if seen else {})
            name = f".{self.target.name}-{listed.sha256[:_NAMED]}"
            left = self._swap(fresh, self.target.parent / name)
            self.spare.clear()
            if not left:
                self.states.clear()  # what is there may be what was
            if left:
                self.spare.append(tree.left_at(left))
            elif len(rows) >= _MANY:
                name = f".{self.target.name}-spare"
                spare = doubled(str(self.target.resolve()), str(self.target.with_name(name)))
                self.spare.extend([spare] if spare else ())
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return Listed(self.target / MANIFEST, len(rows), rows.size, digest)

    def _fill(
        self,
        tree: Tree,
        files: Iterable[tuple[str, Content]],
        old: Rows,
    ) -> tuple[dict[str, bytes], Collection[str] | None]:
        """Makes all files; gives their rows in the manifest, and which files went, where all others
        stay."""
        written: dict[str, bytes] = {}
        gone: Collection[str] | None = None
        others: list[Beside] = []
        with ExitStack() as processes:
            for path, data in files:
                if isinstance(data, Rest):
                    gone = data.gone
                    continue
                for one in data.paths if isinstance(data, Beside) else (path,):
                    if one in written:
                        raise SystemFailure(f"{one} would be written twice", hint="this is a bug")
                    written[one] = b""
                if isinstance(data, Beside):
                    processes.enter_context(data.begun(_room(tree, data.paths), tree.look_ahead))
                    others.append(data)
                    tree.others_at_work = True
                elif isinstance(data, Kept):
                    written[path] = old.text(path)
                    tree.keep(path)
                else:
                    written[path] = _put(tree, old, path, data)
            for each in others:
                written |= each.rows()
            tree.others_at_work = False
            tree.write_waiting()
        if gone is None or any(path not in old for path in written):
            stay = old.paths.difference(gone) if gone is not None else ()
            for path, other in collisions({*written, *stay}):
                raise SystemFailure(f"{path} and {other} are one file on some systems")
        return written, gone

    def _swap(self, fresh: Path, final: Path) -> Path | None:
        """Makes the tree the publication; gives the one before, if it is left."""
        current = self.target.resolve() if self.target.is_symlink() else None
        if final == current and _same_files(fresh, final):
            return None
        # Damaged or left over: never removed before the pointer is on the new one.
        names = (f".{self.target.name}-{n}-{final.name[-16:]}" for n in count())
        while final.exists():
            final = final.with_name(next(names))
        fresh.rename(final)
        pointer = self.target.with_name(f".{self.target.name}-pointer-{os.getpid()}")
        pointer.unlink(missing_ok=True)
        pointer.symlink_to(final.name)
        pointer.replace(self.target)
        settle(str(self.target.parent))
        for stale in self.target.parent.glob(f".{self.target.name}-*"):
            if stale not in (final, current) and not stale.name.endswith(".lock"):
                shutil.rmtree(stale, ignore_errors=True)
        return current

    def _sweep(self, fresh: Path) -> Spare | None:
        """Removes what a killed build left behind, but for one tree, whole or torn: that, or the
        publication before the last, becomes `fresh`, to be brought up to date. What is known of it
        is given."""
        for left in self.target.parent.glob(f".{self.target.name}-pointer-*"):
            left.unlink(missing_ok=True)
        current = self.target.resolve()
        found = sorted(self.target.parent.glob(f".{self.target.name}-*"))
        spares = [p for p in found if p.is_dir() and not p.is_symlink() and p != current]
        chosen = spares.pop(0) if spares and current.is_dir() else None
        for left in spares:
            if left.name.startswith(f".{self.target.name}-new-"):
                shutil.rmtree(left, ignore_errors=True)
        if not chosen:
            fresh.mkdir()
            return None
        chosen.rename(fresh)
        return next((spare for spare in self.spare if spare.name == chosen.name), None)

    @contextmanager
    def _lock(self) -> Iterator[None]:
        self.target.parent.mkdir(parents=True, exist_ok=True)
        lock = self.target.with_name(f".{self.target.name}-build.lock")
        with lock.open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise SystemFailure(
                    "another build is writing this publication", file=self.target, hint="wait"
                ) from error
            yield


def _digest_of(path: Path) -> bytes:
    """SHA-256 of a file; nothing where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError:
        return b""


def published(folder: Path) -> Rows:
    """The files of the publication in a folder, as its manifest lists them; none where it cannot be
    read."""
    try:
        return Rows.read(Mapped(folder / MANIFEST).whole)
    except (OSError, ValueError, KeyError, TypeError):
        return Rows()


def verify(folder: Path) -> list[str]:
    """What is wrong with the publication in `folder`, one sentence each; empty if nothing is.

    A folder that was copied elsewhere has no name that could tell a changed manifest.
    """
    try:
        raw = (folder / MANIFEST).read_bytes()
        table = {f["path"]: (f["size"], f["sha256"]) for f in json.loads(raw)["files"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        return [f"{MANIFEST} cannot be read: {error}"]
    problems = []
    real = folder.resolve()
    named = re.search("-([0-9a-f]{16})$", real.name)
    if named and named[1] != hashlib.sha256(raw).hexdigest()[:16]:
        problems.append(f"{MANIFEST} is not the one that the folder is named after")
    present = {p.relative_to(real).as_posix() for p in real.rglob("*") if p.is_file()}
    problems += [f"{path} is not in the manifest" for path in present - {MANIFEST, *table}]
    for path, (size, digest) in table.items():
        if path not in present:
            problems.append(f"{path} is missing")
            continue
        data = (real / path).read_bytes()
        if len(data) != size or hashlib.sha256(data).hexdigest() != digest:
            problems.append(f"{path} has other bytes than were published")
    return sorted(problems)


def write_file(path: Path, *data: Part) -> None:
    """Replaces one file of the workspace atomically; `SystemFailure` leaves the old one."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        raise SystemFailure(
            f"cannot be written: {error.strerror or error}",
            file=path,
            hint=_HINTS.get(error.errno or 0, "the old file was left as it was"),
        ) from error


_HINTS: Final = {
    errno.ENOSPC: "free some space; what was there before was left as it was",
    errno.EACCES: "make the folder writable for this user",
    errno.EPERM: "make the folder writable for this user",
    errno.EROFS: "the file system is read-only; choose a folder that can be written",
}


def _put(tree: Tree, old: Rows, path: str, data: bytes | Hashed) -> bytes:
    """Makes a file, or keeps the one that has the same bytes; gives its row in the manifest."""
    _check_path(path)
    made = data if isinstance(data, Hashed) else Hashed.of((data,))
    now = row(Written(path, made.size, made.sha256))
    if old.text(path) != now or not tree.keep_same(path, made.parts):
        tree.write(path, *made.pieces)
    return now


def _room(tree: Tree, paths: Iterable[str]) -> Callable[[str, Hashed], str]:
    """Makes room for files that another process will write into the tree; gives how it does."""
    for path in paths:
        _check_path(path)
        tree.expect(path)
    return lambda path, data: tree.write_apart(path, *data.pieces)


def _check_path(path: str) -> None:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or "\0" in path:
        raise SystemFailure(f"{path!r} would lie outside of the publication")


def _same_files(one: Path, other: Path) -> bool:
    """Whether the old folder still holds what its manifest, which is the new one too, says."""
    return (one / MANIFEST).read_bytes() == (other / MANIFEST).read_bytes() and not verify(other)
