"""An archive has the same bytes however it is made, and nothing is lost on the way."""

import errno
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pyoxigraph as ox
import pytest

import archives
from onrecord.archive import files, merge
from onrecord.archive.processes import Processes, cores
from onrecord.archive.run import run
from onrecord.errors import SystemFailure, UsageError
from onrecord.graph import ONTOLOGY, SHAPES_GRAPH, KnowledgeGraph
from onrecord.names import Names
from onrecord.output import write_file
from onrecord.report import Finding
from onrecord.validate.shacl import run_shacl

pytestmark = pytest.mark.system

COUNT = 10


@cache
def _rows() -> list[dict[str, Any]]:
    return archives.records(COUNT)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive that one process makes of ten articles, with its workspace around it."""
    folder = archives.newsroom(tmp_path_factory.mktemp("archive"))
    source = archives.write(folder / "articles.jsonl", _rows())
    made = archives.make(archives.job(folder, source))
    assert made.counts["articles"] == COUNT
    assert made.counts["refused"] == 0
    return folder


def test_two_workers_make_the_same_bytes(whole: Path) -> None:
    """The number of workers changes no byte."""
    archives.make(archives.job(whole, whole / "articles.jsonl", "two"), Processes(2))
    assert archives.published(whole / "two") == archives.published(whole / "out")


def test_a_worker_for_each_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only cores count that the process may use; where nobody tells, all of the machine."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {1, 5, 6}, raising=False)
    assert cores() == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert cores() == 8
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert cores() == 1


def test_parquet_gives_the_same_shards(whole: Path) -> None:
    """The same articles as Parquet, in several row groups, make the same data and pages."""
    import pyarrow
    import pyarrow.parquet

    source = whole / "articles.parquet"
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(_rows()), source, row_group_size=3)
    archives.make(archives.job(whole, source, "parquet"))
    one, other = (archives.published(whole / out) for out in ("out", "parquet"))
    one.pop("manifest.json")
    other.pop("manifest.json")
    assert one == other


def test_manifest_names_every_file(whole: Path) -> None:
    """The manifest holds size and hash of all files that are for readers."""
    import hashlib
    import json

    found = archives.published(whole / "out")
    table = json.loads(found.pop("manifest.json"))
    told = {f["path"]: (f["size"], f["sha256"]) for f in table["files"]}
    assert told == {p: (len(d), hashlib.sha256(d).hexdigest()) for p, d in found.items()}


def test_a_run_that_died_goes_on(whole: Path) -> None:
    """Finished shards are not made again, damaged and missing ones are, and the bytes agree."""
    again = whole / "again"
    shutil.copytree(whole / "out", again)
    (again / ".work/done/articles-00001.json").unlink()
    damaged = again / "data/articles-00002.nq.zst"
    damaged.write_bytes(damaged.read_bytes()[:-1])
    (again / "manifest.json").unlink()
    kept = (again / "data/articles-00000.nq.zst").stat()
    made = archives.make(archives.job(whole, whole / "articles.jsonl", "again"))
    assert made.resumed == 1
    assert (again / "data/articles-00000.nq.zst").stat().st_ino == kept.st_ino
    assert archives.published(again) == archives.published(whole / "out")


@pytest.mark.parametrize("step", [0, 3, 9, 14])
def test_full_disk_at_any_step(whole: Path, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails ends the run with the file's name; the next run finishes the archive."""
    left = iter(range(step))

    def write(path: Path, data: bytes) -> None:
        if next(left, None) is None:
            raise SystemFailure(
                "cannot be written: No space left on device", file=path, hint="free some space"
            )
        write_file(path, data)

    todo = archives.job(whole, whole / "articles.jsonl", f"full-{step}")
    monkeypatch.setattr(files, "write_file", write)
    with pytest.raises(SystemFailure, match="No space left") as caught:
        archives.make(todo)
    assert "same command again" in (caught.value.hint or "")
    monkeypatch.undo()
    archives.make(todo)
    assert archives.published(todo.out) == archives.published(whole / "out")


def test_a_folder_belongs_to_one_archive(whole: Path, tmp_path: Path) -> None:
    """Other settings, another input or somebody else's files are not mixed in."""
    with pytest.raises(UsageError, match="other settings"):
        archives.make(archives.job(whole, whole / "articles.jsonl", shard_size=5))
    folder = archives.newsroom(tmp_path / "w")
    (folder / "out").mkdir()
    (folder / "out" / "thesis.doc").touch()
    source = archives.write(folder / "a.jsonl", _rows()[:1])
    with pytest.raises(UsageError, match="something else"):
        archives.make(archives.job(folder, source))
    with pytest.raises(UsageError, match="no such file"):
        archives.make(archives.job(folder, folder / "nothing.jsonl", "new"))


def _die_once(mark: Path) -> str:
    if not mark.exists():
        mark.touch()
        os._exit(9)
    return mark.name


def _die(mark: Path) -> str:
    os._exit(len(str(mark)) % 2 + 1)


def test_a_killed_worker(tmp_path: Path) -> None:
    """The task of a worker that was killed is given to another; a task that always kills ends
    the run with what to do."""
    marks = [tmp_path / name for name in "ab"]
    with closing(Processes(2)) as runner:
        assert sorted(runner._each(_die_once, marks)) == ["a", "b"]
        with pytest.raises(SystemFailure, match="4 workers died with 1 shards to do"):
            list(runner._each(_die, marks[:1]))


_ORPHANS = """
import os, sys, time
from pathlib import Path
from onrecord.archive.processes import Processes, cores

def wait(folder):
    (folder / str(os.getpid())).touch()
    time.sleep(0.2)
    return folder

if __name__ == "__main__":
    list(Processes(2)._each(wait, [Path(sys.argv[1])] * 500))
"""


def test_workers_end_with_the_run(tmp_path: Path) -> None:
    """Where the run itself is killed, no worker is left behind."""
    script, folder = tmp_path / "orphans.py", tmp_path / "pids"
    folder.mkdir()
    script.write_text(_ORPHANS, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script), str(folder)]) as run:
        _until(lambda: len(list(folder.iterdir())) == 2)
        run.kill()
    workers = [int(path.name) for path in folder.iterdir()]
    _until(lambda: not any(Path(f"/proc/{pid}/cmdline").exists() for pid in workers))


_COPIES = """
import os, sys, threading
from contextlib import closing
from pathlib import Path
from onrecord.archive.processes import Processes, cores

KNOWN = []

def known(mark):
    if sys.argv[1] == "killed" and not mark.exists():
        mark.touch()
        os._exit(3)
    return len(KNOWN)

if __name__ == "__main__":
    KNOWN.append("of this process")
    if sys.argv[1] == "busy":
        threading.Thread(target=threading.Event().wait, daemon=True).start()
    with closing(Processes(2)) as runner:
        print(*runner._each(known, [Path(mark) for mark in sys.argv[2:]]))
"""


def _told(script: Path, how: str, marks: list[Path]) -> list[str]:
    """What the workers know that a script starts."""
    script.write_text(_COPIES, encoding="utf-8")
    command = [sys.executable, str(script), how, *map(str, marks)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="Linux alone tells its threads")
@pytest.mark.parametrize(("how", "known"), [("alone", "1"), ("busy", "0")])
def test_workers_are_copies_of_a_run_that_does_nothing_else(
    tmp_path: Path, how: str, known: str
) -> None:
    """They know what it knows; those of a run with threads, which could hold a lock at that moment,
    do not."""
    assert _told(tmp_path / "copies.py", how, [tmp_path / name for name in "abc"]) == 3 * [known]


def test_copies_that_are_killed_are_replaced(tmp_path: Path) -> None:
    """Each ends at its first task once, and all is done."""
    marks = [tmp_path / name for name in "abc"]
    assert len(_told(tmp_path / "copies.py", "killed", marks)) == 3
    assert all(mark.exists() for mark in marks)


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("did not come about in half a minute")


@pytest.mark.parametrize("out", ["articles.jsonl", "articles.jsonl/below"])
def test_a_folder_that_cannot_be(whole: Path, out: str) -> None:
    """A file in the place of the folder is named."""
    with pytest.raises(SystemFailure, match=r"directory|exists") as caught:
        archives.make(archives.job(whole, whole / "articles.jsonl", out))
    assert "articles.jsonl" in str(caught.value.file)


def test_no_room_for_sorting(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure of the system anywhere says what to do."""

    def full(*anything: object, **other: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "full/sorted")

    monkeypatch.setattr(merge, "merged", full)
    with pytest.raises(SystemFailure, match="No space left") as caught:
        archives.make(archives.job(whole, whole / "articles.jsonl", "unsorted"))
    assert "same command again" in (caught.value.hint or "")


def test_quads_are_sorted_and_have_no_blank_nodes(whole: Path) -> None:
    """Shards are strict N-Quads, graph by graph, and no triple stands twice in a graph."""
    text = archives.quads(whole / "out")
    found = list(ox.parse(input=text, format=ox.RdfFormat.N_QUADS))
    assert len(found) == len(set(found)) == text.count("\n")
    assert "_:" not in text.replace("https://", "")


def test_pages_link_to_pages(whole: Path) -> None:
    """Every link inside the archive leads to a page or file of it, in both languages."""
    found = archives.pages(whole / "out")
    assert sum(name.startswith("article/") and name.endswith(".html") for name in found) == COUNT
    for name, data in found.items():
        if not name.endswith(".html"):
            continue
        html = data.decode()
        assert "<script" not in html or name.endswith("index.html")
        for link in re.findall(r'href="([^"]+)"', html):
            if not link.startswith("https://") and "pagefind/" not in link:
                target = os.path.normpath(os.path.join(os.path.dirname(name), link))  # noqa: PTH118, PTH120
                assert target in found, f"{name} links to {link}"


def test_pages_as_files_and_their_search(whole: Path) -> None:
    """As files there are the same pages; an index of them is made when it is asked for, also
    later, and is the same each time."""
    import json

    todo = archives.job(whole, whole / "articles.jsonl", "files", pages="files")
    archives.make(todo)
    files = {n: d for n, d in archives.published(todo.out).items() if n.startswith("site/")}
    assert {n.removeprefix("site/"): d for n, d in files.items()} == archives.pages(whole / "out")
    made = archives.make(replace(todo, search=True))
    assert made.resumed == 3
    indexed = archives.published(todo.out)
    entry = json.loads(indexed["site/pagefind/pagefind-entry.json"])
    pages = sum(n.endswith(".html") and not n.startswith("site/en/") for n in files) - 1
    assert {c: found["page_count"] for c, found in entry["languages"].items()} == {
        "de": pages,
        "en": pages,
    }
    told = {file["path"] for file in json.loads(indexed["manifest.json"])["files"]}
    assert told == set(indexed) - {"manifest.json"}
    archives.make(replace(todo, search=True))
    assert archives.published(todo.out) == indexed


def test_search_needs_files(whole: Path) -> None:
    """An index of pages that are packed is not promised."""
    todo = archives.job(whole, whole / "articles.jsonl", "packed", search=True)
    with pytest.raises(UsageError, match="pages as files") as caught:
        archives.make(todo)
    assert "--pages files" in (caught.value.hint or "")


def test_the_start_page_lists_what_is_named_most(whole: Path) -> None:
    """In each language: counts, and entities by the number of articles that name them."""
    found = archives.pages(whole / "out")
    for name, word in (("index.html", "Artikel"), ("en/index.html", "articles")):
        html = found[name].decode()
        assert f"{COUNT} {word}" in html
        counts = [int(n) for n in re.findall(r", (\d+)</small>", html)]
        assert counts == sorted(counts, reverse=True)
        assert counts[0] <= COUNT
        assert len(counts) > 5


def test_verdict_is_that_of_the_joint_graph(tmp_path: Path) -> None:
    """Article by article and entity by entity finds what the reference finds in all together."""
    register = archives.generator().register(companies=3, people=2)
    broken = register.replace(' , "Hafenkurier"@en', ' , "Hafenkurier Nord"@de')
    assert broken != register
    folder = archives.newsroom(tmp_path / "w", broken)
    source = archives.write(folder / "a.jsonl", _rows()[:3])
    made = archives.make(archives.job(folder, source))
    assert made.violations > 0
    found = {Finding(**row) for row in archives.rows(made.out / "findings.jsonl")}
    assert found == _joint(folder, made.out)


def _joint(folder: Path, out: Path) -> set[Finding]:
    from onrecord.archive.context import load
    from onrecord.workspace import Workspace

    context = load(Workspace.find(folder))
    names: Names = context.names
    data = ox.parse(input=archives.quads(out), format=ox.RdfFormat.N_QUADS)
    graphs = {
        names.graph("all"): tuple(ox.Triple(q.subject, q.predicate, q.object) for q in data),
        names.graph(ONTOLOGY): tuple(context.graph.triples(ONTOLOGY)),
        names.graph(SHAPES_GRAPH): tuple(context.graph.triples(SHAPES_GRAPH)),
    }
    return set(run_shacl(KnowledgeGraph(names, graphs)))


def test_the_whole_register_is_in_the_archive(tmp_path: Path) -> None:
    """Things that no extractor finds, names in one language and what is wrong with either are not
    lost."""
    register = """@prefix onr: <https://w3id.org/onrecord/ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @base <https://w3id.org/onrecord/kg/> .
    <product/kran> a onr:Product ; rdfs:label "Kran"@de , "Crane"@en .
    <company/nordlicht> a onr:Company ; rdfs:label "Nordlicht"@en .
    <topic/nameless> a onr:Topic .
    <https://example.org/elsewhere> rdfs:label "Anderswo"@de .
    """
    folder = archives.newsroom(tmp_path / "w", register)
    source = archives.write(folder / "a.jsonl", [{**_rows()[0], "text": "Der Kran steht."}])
    made = archives.make(archives.job(folder, source))
    data = archives.quads(made.out)
    for iri in ("product/kran", "company/nordlicht", "topic/nameless"):
        assert f"<https://w3id.org/onrecord/kg/{iri}> <" in data
    assert "<https://example.org/elsewhere> <" in data
    pages = archives.pages(made.out)
    assert "Produkt" in pages["product/kran.html"].decode()
    assert "<bdi>Nordlicht</bdi>" in pages["company/nordlicht.html"].decode()
    found = {Finding(**row) for row in archives.rows(made.out / "findings.jsonl")}
    assert {f.focus.rpartition("/")[2] for f in found if f.severity == "violation"} >= {
        "nordlicht",
        "nameless",
    }
    assert found == _joint(folder, made.out)


def test_stages_are_reported(tmp_path: Path) -> None:
    """Whoever listens hears the stages and one step per shard and bucket."""

    class Listener:
        heard: ClassVar[list[str]] = []

        def stage(self, name: str, total: int | None = None) -> None:
            self.heard.append(f"{name} {total}")

        def step(self, count: int = 1) -> None:
            self.heard.append("step")

    folder = archives.newsroom(tmp_path / "w")
    source = archives.write(folder / "a.jsonl", _rows()[:2])
    run(archives.job(folder, source, buckets=1, pages="none"), Processes(1), Listener())
    assert Listener.heard == ["plan None", "shards 1", "step", "merge 1", "step", "sum None"]


def test_shards_load_into_a_store(whole: Path, tmp_path: Path) -> None:
    """Oxigraph takes every shard in bulk, and holds as many quads as the manifest says."""
    import json

    import zstandard

    store = ox.Store(str(tmp_path / "store"))
    for path in sorted((whole / "out" / "data").glob("*.nq.zst")):
        data = zstandard.ZstdDecompressor().decompressobj().decompress(path.read_bytes())
        store.bulk_load(input=data, format=ox.RdfFormat.N_QUADS)
    counts = json.loads((whole / "out" / "manifest.json").read_bytes())["counts"]
    assert len(store) == counts["quads"]
    assert not list(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
