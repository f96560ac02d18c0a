"""A publication survives whatever stops the process that writes it."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from onrecord.output import MANIFEST, Output, verify

pytestmark = pytest.mark.system

FILES = 60
OLD = [(f"d{n % 7}/f{n}.txt", f"old {n}".encode()) for n in range(FILES)]

WRITER = """
import builtins, os, pathlib, sys, itertools
from onrecord.output import Output
target, stop = sys.argv[1], int(sys.argv[2])
count = itertools.count(1)
def die_at(function):
    def wrapped(*args, **options):
        if next(count) == stop:
            os._exit(9)
        return function(*args, **options)
    return wrapped
for name in ("link", "mkdir", "rename", "replace", "symlink", "sync", "fsync", "unlink", "rmdir"):
    setattr(os, name, die_at(getattr(os, name)))
plain_open = pathlib.Path.open
pathlib.Path.open = die_at(plain_open)
pathlib.Path.write_bytes = die_at(pathlib.Path.write_bytes)
new = [(f"d{n % 7}/f{n}.txt", f"{'new' if n % 3 else 'old'} {n}".encode()) for n in range(FILES)]
Output(pathlib.Path(target)).publish(new)
""".replace("FILES", str(FILES))


def _write(target: Path, stop: int = -1) -> int:
    command = [sys.executable, "-c", textwrap.dedent(WRITER), str(target), str(stop)]
    return subprocess.run(command, check=False, timeout=60, capture_output=True).returncode


def _intact(target: Path, old: bytes, new: bytes) -> bool:
    return verify(target) == [] and (target / MANIFEST).read_bytes() in (old, new)


@pytest.fixture(scope="module")
def manifests(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The manifests of the old and of the new publication."""
    folder = tmp_path_factory.mktemp("both")
    Output(folder / "old").publish(OLD)
    assert _write(folder / "new") == 0
    return (folder / "old" / MANIFEST).read_bytes(), (folder / "new" / MANIFEST).read_bytes()


def _die_at(step: int, folder: Path, manifests: tuple[bytes, bytes]) -> bool:
    """One publication that dies at a step; whether it lived long enough to finish."""
    target = folder / f"w{step}" / "public"
    Output(target).publish(OLD)
    code = _write(target, step)
    assert code in (0, 9)
    assert _intact(target, *manifests), f"step {step}"
    assert _write(target) == 0
    assert (target / MANIFEST).read_bytes() == manifests[1], f"not healed after step {step}"
    left = [p.name for p in target.parent.glob(".public-*") if "new" in p.name]
    assert left == []
    return code == 0


@pytest.mark.parametrize("step", [1, 2, 5, 40, 70, 75, 76, 77, 78, 79, 80, 81])
def test_death_at_a_step_leaves_one_whole_publication(
    step: int, tmp_path: Path, manifests: tuple[bytes, bytes]
) -> None:
    """At a write, link, sync, rename or at the swap itself; the next build heals."""
    _die_at(step, tmp_path, manifests)


@pytest.mark.torture
def test_death_at_every_step(tmp_path: Path, manifests: tuple[bytes, bytes]) -> None:
    """Each call that changes the disk, one after the other, until none is left."""
    step = 1
    while not _die_at(step, tmp_path, manifests):
        step += 1
    assert step > FILES


def _kill_at_random(chance: random.Random, target: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(WRITER), str(target), "-1"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        time.sleep(chance.uniform(0.05, 0.35))
        if child.poll() is None:
            os.kill(child.pid, signal.SIGKILL)


@pytest.mark.torture
def test_two_hundred_kills_corrupt_nothing(tmp_path: Path, manifests: tuple[bytes, bytes]) -> None:
    """SIGKILL at random moments; the old publication or the new one, never a mixture."""
    chance = random.Random(4711)
    target = tmp_path / "public"
    for _ in range(200):
        Output(target).publish(OLD)
        _kill_at_random(chance, target)
        assert _intact(target, *manifests)


@pytest.mark.torture
def test_a_full_disk_is_named_and_changes_nothing(tmp_path: Path) -> None:
    """On a file system with no space left: exit 3, the cause, the old publication as it was."""
    mount = tmp_path / "small"
    mount.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(mount)],
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.fail("a tmpfs is needed: run as root where mount is allowed")
    try:
        Output(mount / "public").publish(OLD)
        before = (mount / "public" / MANIFEST).read_bytes()
        from onrecord.errors import SystemFailure

        with pytest.raises(SystemFailure, match="No space left") as caught:
            Output(mount / "public").publish([("big.bin", os.urandom(400_000))])
        assert caught.value.exit_code == 3
        assert (mount / "public" / MANIFEST).read_bytes() == before
        assert verify(mount / "public") == []
    finally:
        subprocess.run(["umount", str(mount)], check=False)


@pytest.mark.torture
def test_every_flipped_byte_is_found(tmp_path: Path) -> None:
    """1,000 of 1,000 single-byte flips, in any file of the publication."""
    target = tmp_path / "public"
    Output(target).publish(OLD)
    chance = random.Random(1)
    files = sorted(p for p in target.resolve().rglob("*") if p.is_file())
    for _ in range(1000):
        path = chance.choice(files)
        data = bytearray(path.read_bytes())
        at = chance.randrange(len(data))
        good = data[at]
        data[at] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        assert verify(target) != []
        data[at] = good
        path.write_bytes(data)
    assert verify(target) == []
