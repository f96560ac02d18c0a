"""Output: a publication is replaced as a whole or not at all, and every byte is accounted for."""

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import output as output_module
from onrecord.errors import SystemFailure
from onrecord.output import (
    MANIFEST,
    Kept,
    Output,
    Rest,
    published,
    spare,
    state,
    verify,
    write_file,
)

FILES = [("index.html", b"one"), ("data/x.ttl", b"two"), ("data/y.ttl", b"three")]


def _tree(folder: Path) -> dict[str, bytes]:
    real = folder.resolve()
    return {p.relative_to(real).as_posix(): p.read_bytes() for p in real.rglob("*") if p.is_file()}


def test_what_is_published_can_be_verified(tmp_path: Path) -> None:
    """The manifest names every file with its size and hash."""
    written = Output(tmp_path / "public").publish(FILES)
    assert [w.path for w in written] == ["data/x.ttl", "data/y.ttl", "index.html"]
    assert verify(tmp_path / "public") == []
    assert (tmp_path / "public" / "data" / "x.ttl").read_bytes() == b"two"


def test_publishing_again_changes_nothing(tmp_path: Path) -> None:
    """The same files give the same version and leave no other behind."""
    output = Output(tmp_path / "public")
    output.publish(FILES)
    before = (tmp_path / "public").resolve()
    output.publish(reversed(FILES))
    assert (tmp_path / "public").resolve() == before
    assert sorted(p.name for p in tmp_path.glob(".public-*")) == [before.name, ".public-build.lock"]


def test_a_failing_build_leaves_the_old_publication(tmp_path: Path) -> None:
    """An error in the middle of the stream of files publishes nothing."""
    output = Output(tmp_path / "public")
    output.publish(FILES)
    before = _tree(tmp_path / "public")

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        raise SystemFailure("out of paper")

    with pytest.raises(SystemFailure, match="out of paper"):
        output.publish(broken())
    assert _tree(tmp_path / "public") == before
    assert not list(tmp_path.glob(".public-new-*"))


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    """The next build removes half-written folders."""
    (tmp_path / ".public-new-99").mkdir()
    (tmp_path / ".public-new-99" / "half").write_bytes(b"x")
    Output(tmp_path / "public").publish(FILES)
    assert not list(tmp_path.glob(".public-new-*"))


def test_the_last_version_is_kept_for_those_who_read_it(tmp_path: Path) -> None:
    """After a swap the previous folder still exists, older ones do not."""
    output = Output(tmp_path / "public")
    for text in (b"1", b"2", b"3"):
        output.publish([("index.html", text)])
    assert (tmp_path / "public" / "index.html").read_bytes() == b"3"
    versions = [p for p in tmp_path.glob(".public-*") if p.is_dir()]
    assert len(versions) == 2


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "a\\b", "", "a\0b"])
def test_no_file_lies_outside(tmp_path: Path, path: str) -> None:
    """A path that leaves the publication is refused."""
    with pytest.raises(SystemFailure, match="outside"):
        Output(tmp_path / "public").publish([(path, b"")])


def test_files_that_fold_together_are_refused(tmp_path: Path) -> None:
    """On some systems one would overwrite the other."""
    with pytest.raises(SystemFailure, match="one file"):
        Output(tmp_path / "public").publish([("a.html", b""), ("A.html", b"")])


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    """`public` that is no link of ours is never replaced."""
    (tmp_path / "public").mkdir()
    with pytest.raises(SystemFailure, match="not made by onrecord"):
        Output(tmp_path / "public").publish(FILES)


def test_two_builds_do_not_mix(tmp_path: Path) -> None:
    """While one build writes, another is told to wait."""
    output = Output(tmp_path / "public")

    def nested() -> Iterator[tuple[str, bytes]]:
        with pytest.raises(SystemFailure, match="another build"):
            output.publish(FILES)
        yield "index.html", b"outer"

    output.publish(nested())
    assert _tree(tmp_path / "public").keys() == {"index.html", MANIFEST}


def test_a_place_that_is_no_folder_is_named(tmp_path: Path) -> None:
    """Writing below a file fails with the cause, whoever runs it."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(SystemFailure, match="cannot write the publication") as caught:
        Output(tmp_path / "file" / "public").publish(FILES)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda p: (p / "index.html").write_bytes(b"onf"), "other bytes"),
        (lambda p: (p / "index.html").unlink(), "missing"),
        (lambda p: (p / "extra").write_bytes(b""), "not in the manifest"),
        (lambda p: (p / MANIFEST).write_bytes((p / MANIFEST).read_bytes() + b" "), "named after"),
    ],
)
def test_every_damage_is_found(tmp_path: Path, damage, words: str) -> None:  # type: ignore[no-untyped-def]
    """A flipped byte, a lost file, a stranger, a changed manifest."""
    Output(tmp_path / "public").publish(FILES)
    damage(tmp_path / "public")
    assert any(words in problem for problem in verify(tmp_path / "public"))


def test_what_dead_builds_left_is_in_nobodys_way(tmp_path: Path) -> None:
    """In a container every build has the same process id, so each name may be taken already."""
    Output(tmp_path / "a" / "public").publish(FILES)
    digest = (tmp_path / "a" / "public").resolve().name[-16:]
    target = tmp_path / "b" / "public"
    Output(target).publish([("index.html", b"older")])
    for name in (f".public-{digest}", f".public-{os.getpid()}-{digest}"):
        (target.parent / name).mkdir()
        (target.parent / name / "left").write_bytes(b"by a build that was killed")
    Output(target).publish(FILES)
    assert verify(target) == []
    assert not list(target.parent.glob("*/left"))


def test_a_copy_is_verified_by_what_is_in_it(tmp_path: Path) -> None:
    """A folder copied to a host is named as its host likes; a changed file is found there too."""
    Output(tmp_path / "public").publish(FILES)
    copy = tmp_path / "htdocs"
    shutil.copytree(tmp_path / "public", copy)
    assert verify(copy) == []
    (copy / "index.html").write_bytes(b"onf")
    assert verify(copy) == ["index.html has other bytes than were published"]


def test_damage_is_healed_by_the_next_build(tmp_path: Path) -> None:
    """A file that was changed by hand is written anew, although the manifest calls it the same."""
    output = Output(tmp_path / "public")
    output.publish(FILES)
    (tmp_path / "public" / "index.html").write_bytes(b"onf")
    output.publish(FILES)
    assert verify(tmp_path / "public") == []


def _states(folder: Path) -> dict[str, tuple[int, int]]:
    real = folder.resolve()
    states = ((p, p.stat()) for p in real.rglob("*.*"))
    return {p.relative_to(real).as_posix(): (s.st_ino, s.st_mtime_ns) for p, s in states}


def test_what_is_kept_is_the_very_file(tmp_path: Path) -> None:
    """Publication after publication; only what is told anew is written."""
    output = Output(tmp_path / "public")
    output.publish(FILES)
    first = _states(tmp_path / "public")
    for text in (b"1", b"2", b"3"):
        output.publish([("index.html", text), *((path, Kept()) for path, _ in FILES[1:])])
        assert verify(tmp_path / "public") == []
        assert (tmp_path / "public" / "index.html").read_bytes() == text
        now = _states(tmp_path / "public")
        assert {p for p in now if now[p] == first[p]} == {"data/x.ttl", "data/y.ttl"}


def test_the_publication_before_the_last_is_brought_up_to_date(tmp_path: Path) -> None:
    """Whatever has become of it: files gone, folders in the place of files, strangers, and a file
    with other bytes; and no file that is shared is written into."""
    output = Output(tmp_path / "public")
    output.publish([("old/only.txt", b"0"), *FILES])
    before = (tmp_path / "public").resolve()
    output.publish([("index.html", b"one"), ("data/x.ttl", b"2"), ("a/b/c", b"4")])
    (before / "data/y.ttl").unlink()
    (before / "index.html").unlink()
    (before / "index.html").mkdir()
    (before / "index.html" / "stray").write_bytes(b"")
    (before / "a").write_bytes(b"")
    (before / "data/x.ttl").write_bytes(b"damaged")
    last = _tree(tmp_path / "public")
    kept = (tmp_path / "public").resolve()
    output.publish([("index.html", Kept()), ("data/x.ttl", Kept()), ("a/b/d", b"5")])
    found = _tree(tmp_path / "public")
    assert found.pop(MANIFEST)
    assert found == {"index.html": b"one", "data/x.ttl": b"2", "a/b/d": b"5"}
    assert verify(tmp_path / "public") == []
    assert _tree(kept) == last
    assert not (tmp_path / "public" / "old").exists()


@pytest.mark.parametrize(
    ("touched", "known"),
    [("", False), ("", True), ("while it was there", False), ("later", False), ("later", True)],
)
def test_a_spare_publication_is_looked_through_only_where_it_may_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, touched: str, known: bool
) -> None:
    """Unless somebody was there meanwhile, whether its folders were looked at when it became the
    spare or are known from before; a change of a moment ago counts as one."""
    monkeypatch.setattr(spare, "TICK", -3_600_000_000_000)
    output, target = Output(tmp_path / "public"), tmp_path / "public"
    files = [("a/b/c", b"1"), ("a/d", b"2"), ("e/f", b"3"), ("g/h/i", b"4")]
    output.publish(files)
    output.publish([*files[1:], ("a/b/c", b"new")])
    before = target.resolve()
    if known:
        output.seen.append(state.seen(str(before)))
        assert output.seen[0].places.keys() == {"", "a", "a/b", "data", "e", "g", "g/h"}
    if touched.startswith("while"):
        (before / "g/stray").write_bytes(b"")
    output.publish([("g/h/j", b"5"), ("e/f", b"6"), ("a/b/c", Kept()), ("a/d", Kept())])
    if touched == "later":
        (before / "a/d").unlink()
    looked, present, listed = list[str](), str(target.resolve()), spare.files_of

    def files_of(root: str, folder: str) -> object:
        if root != present:
            looked.append(folder)
        return listed(root, folder)

    monkeypatch.setattr(spare, "files_of", files_of)
    output.publish([("a/b/c", b"7"), ("e/f", Kept()), ("g/h/j", Kept()), ("a/d", Kept())])
    differing = {"a/b", "data", "e", "g/h"}
    if touched == "later":
        differing |= {"", "a", "g"}
    elif touched:
        differing |= {"g"}  # found, and not taken over
    assert set(looked) == differing
    assert _tree(target).keys() == {MANIFEST, "a/b/c", "a/d", "e/f", "g/h/j"}
    assert verify(target) == []


def test_a_folder_that_was_seen_and_is_another_now_is_not_taken_for_it(tmp_path: Path) -> None:
    """What somebody put there might be published."""
    output, target = Output(tmp_path / "public"), tmp_path / "public"
    output.publish([("a/b", b"1"), ("a/c", b"2")])
    output.seen.append(state.seen(str(target.resolve())))
    (target / "a/stray").write_bytes(b"")
    before = target.resolve()
    with pytest.raises(SystemFailure, match="somebody has been there"):
        output.publish([("a/b", b"3"), ("a/c", Kept())])
    assert target.resolve() == before
    output.publish([("a/b", b"3"), ("a/c", Kept())])
    assert _tree(target).keys() == {MANIFEST, "a/b", "a/c"}


@pytest.mark.parametrize("touched", [False, True])
def test_a_first_publication_of_many_files_leaves_a_spare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, touched: bool
) -> None:
    """So that the second one takes only what is new, unless somebody was in the spare."""
    monkeypatch.setattr(output_module, "_MANY", 3)
    output, target = Output(tmp_path / "public"), tmp_path / "public"
    output.publish(FILES)
    made = tmp_path / ".public-spare"
    assert _tree(made) == _tree(target)
    assert all((made / path).samefile(target / path) for path, _ in FILES)
    if touched:
        (made / "data/x.ttl").unlink()
        (made / "data/stray").write_bytes(b"no")
    linked = list[object]()
    link = os.link
    monkeypatch.setattr(os, "link", lambda *of: (linked.append(of), link(*of)))
    output.publish([("index.html", b"new"), *((path, Kept()) for path, _ in FILES[1:])])
    assert len(linked) == touched
    assert verify(target) == []
    assert _tree(target).keys() == {MANIFEST, *(path for path, _ in FILES)}
    assert not made.exists()


def test_a_spare_that_cannot_be_made_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The publication is there, and nothing else."""
    monkeypatch.setattr(output_module, "_MANY", 3)

    def refused(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "link", refused)
    Output(tmp_path / "public").publish(FILES)
    assert verify(tmp_path / "public") == []
    assert not (tmp_path / ".public-spare").exists()


def test_where_there_are_no_links_files_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems have none."""

    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    output = Output(tmp_path / "public")
    for _ in range(3):
        output.publish(FILES)
        output.publish([("index.html", b"new"), *((path, Kept()) for path, _ in FILES[1:])])
        assert verify(tmp_path / "public") == []
        assert _tree(tmp_path / "public").keys() == {MANIFEST, *(path for path, _ in FILES)}


def test_all_other_files_stay(tmp_path: Path) -> None:
    """But those that are gone; whatever has become of the folder that is brought up to date."""
    output = Output(tmp_path / "public")
    output.publish([("old/only.txt", b"0"), *FILES])
    before = (tmp_path / "public").resolve()
    output.publish([*FILES, ("a/b", b"4"), ("c", b"5")])
    (before / "data/y.ttl").unlink()
    (before / "index.html").write_bytes(b"damaged")
    (before / "index.html").rename(before / "stray")
    gone = ["a/b", "c", "index.html"]
    old = published(tmp_path / "public")
    output.publish([("index.html", b"new"), ("c/d", b"6"), ("", Rest(gone))], old=old)
    found = _tree(tmp_path / "public")
    assert found.pop(MANIFEST)
    assert found == {
        "index.html": b"new",
        "data/x.ttl": b"two",
        "data/y.ttl": b"three",
        "c/d": b"6",
    }
    assert verify(tmp_path / "public") == []
    with pytest.raises(SystemFailure, match="one file"):
        output.publish([("DATA/x.ttl", b""), ("", Rest())], old=published(tmp_path / "public"))


def test_no_file_stays_of_a_publication_that_another_build_made(tmp_path: Path) -> None:
    """Whoever keeps files has seen them before the lock was his."""
    output = Output(tmp_path / "public")
    output.publish(FILES)
    old = published(tmp_path / "public")
    Output(tmp_path / "public").publish([("index.html", b"other"), *FILES[1:]])
    before = _tree(tmp_path / "public")
    with pytest.raises(SystemFailure, match="another build has published"):
        output.publish([("index.html", Kept()), ("", Rest())], old=old)
    assert _tree(tmp_path / "public") == before


def test_no_file_is_told_twice(tmp_path: Path) -> None:
    output = Output(tmp_path / "public")
    output.publish(FILES)
    for data in (b"1", Kept()):
        with pytest.raises(SystemFailure, match="twice"):
            output.publish([(FILES[0][0], Kept()), (FILES[0][0], data)])


def test_a_single_file_is_replaced_whole(tmp_path: Path) -> None:
    """No temporary file stays behind, and a failure names the file."""
    write_file(tmp_path / "deep" / "x.ttl", b"1")
    write_file(tmp_path / "deep" / "x.ttl", b"2")
    assert _tree(tmp_path) == {"deep/x.ttl": b"2"}
    with pytest.raises(SystemFailure, match="cannot be written"):
        write_file(tmp_path / "deep" / "x.ttl" / "y", b"3")
