"""Hostile input ends soon, in little memory and with a message, and reaches nothing outside."""

import os
import sys
from pathlib import Path

import pytest

import onrecord
from hostile.bombs import BOMBS, ESCAPES, SHAPE, Bomb, write
from hostile.canary import canary
from hostile.measured import CONNECTING, STARTING, Ended, measured
from onrecord import pipeline
from onrecord.confine import Limits, beside, complaints, run_confined
from onrecord.errors import LimitError, SourceError
from onrecord.output import Output
from onrecord.validate import queries, shacl
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system

SECONDS, MEGABYTES = 5.0, 500
TOKEN = "a secret that nobody published"
SLOW = [pytest.param(b, id=b.name) for b in BOMBS if b.slow]
QUICK = [pytest.param(b, id=b.name) for b in BOMBS if not b.slow]


def _checked(workspace: Workspace) -> Ended:
    def work() -> list[str]:
        found = Workspace.find(workspace.root)
        return [f.message for f in pipeline.check(found, cached=False).findings]

    return measured(work)


def _ends_well(ended: Ended, bomb: Bomb) -> None:
    assert ended.kind not in ("", "crash"), ended
    assert bomb.file in ended.text and bomb.says in ended.text, ended.text
    assert len(ended.text) < 1_000


@pytest.mark.parametrize("bomb", QUICK)
def test_a_bomb_is_named_and_ends(workspace: Workspace, bomb: Bomb) -> None:
    """The message names the file and what is wrong; it costs less than 5 s and 500 MB."""
    bomb.plant(workspace)
    ended = _checked(workspace)
    _ends_well(ended, bomb)
    assert ended.seconds < SECONDS and ended.megabytes < MEGABYTES, ended


@pytest.mark.torture
@pytest.mark.parametrize("bomb", SLOW)
def test_a_bomb_that_computes_is_stopped(workspace: Workspace, bomb: Bomb) -> None:
    """Patterns and queries that run on are stopped in less than 5 s and 500 MB."""
    bomb.plant(workspace)
    ended = _checked(workspace)
    _ends_well(ended, bomb)
    assert ended.seconds < SECONDS and ended.megabytes < MEGABYTES, ended


@pytest.mark.parametrize("name", ["pattern", "join", "question"])
def test_what_computes_on_is_stopped(
    workspace: Workspace, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same with less time than a publication needs: stopped, with the file's name."""
    monkeypatch.setattr(shacl, "_SECONDS", 1.2)
    monkeypatch.setattr(queries, "_SECONDS", 0.3)
    bomb = next(b for b in BOMBS if b.name == name)
    bomb.plant(workspace)
    _ends_well(_checked(workspace), bomb)


def test_a_child_cannot_open_a_file_or_a_socket() -> None:
    """Whatever an engine in the child wants to read, the kernel says no."""

    def work() -> bytes:
        try:
            Path("/etc/hostname").read_bytes()
        except OSError as error:
            return str(error.errno).encode()
        return b"opened"

    done = run_confined(work, Limits(5), complaints("the work", "stop"))
    assert done == b"24"


def test_a_child_that_eats_memory_is_an_error() -> None:
    """More memory than allowed is a message, not a machine that swaps."""
    said = complaints("the work", "eat less", "x.ttl", 7)
    with pytest.raises(LimitError, match=r"x.ttl:7: the work needed more memory"):
        run_confined(lambda: bytes(10**9), Limits(5, memory=10**8), said)


def test_a_child_beside_works_while_the_caller_goes_on() -> None:
    """Its answer is there when it is asked for, and raises what the work raised."""
    with beside(lambda: lambda: b"done", Limits(5), complaints("the work", "stop")) as answer:
        assert answer() == b"done"

    def fail() -> bytes:
        raise SourceError("no shape", file="x.ttl", line=3)

    with (
        pytest.raises(SourceError, match=r"x.ttl:3: no shape"),
        beside(lambda: fail, Limits(5), complaints("the work", "stop")) as answer,
    ):
        answer()


def test_a_child_whose_answer_nobody_takes_is_ended(children: list[int]) -> None:
    """What the caller raises meanwhile leaves no process behind."""
    import time

    def sleep() -> bytes:
        time.sleep(60)
        return b""

    said = complaints("the work", "stop")
    with pytest.raises(ZeroDivisionError), beside(lambda: sleep, Limits(5), said):
        _ = 1 // 0
    (child,) = children
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def test_a_child_that_waits_for_ever_is_stopped() -> None:
    """Sleeping costs no computing time; the parent's patience ends it."""
    import time

    def sleep() -> bytes:
        time.sleep(60)
        return b""

    with pytest.raises(LimitError, match="was stopped"):
        run_confined(sleep, Limits(0.2), complaints("the work", "wake up"))


def test_a_broken_shape_is_no_traceback(workspace: Workspace) -> None:
    """What the engine of shapes cannot run is an error of the shapes."""
    shape = "@prefix sh: <http://www.w3.org/ns/shacl#> .\n<urn:s> a sh:NodeShape ; "
    write(workspace, SHAPE, shape + "sh:targetNode <urn:x> ; sh:minLength <urn:no-number> .\n")
    with pytest.raises(SourceError, match="the shapes cannot be run"):
        pipeline.check(workspace, cached=False)


@pytest.mark.parametrize("bomb", ESCAPES, ids=lambda b: b.name)
def test_no_input_reaches_outside(workspace: Workspace, tmp_path: Path, bomb: Bomb) -> None:
    """Links, SERVICE, FROM and the like are refused by name; nobody is asked, nothing is read."""
    secret = tmp_path / "secret.ttl"
    secret.write_text(f'<urn:a> <urn:b> "{TOKEN}" .\n', "utf-8")
    with canary() as bird:
        bomb.plant(workspace)
        for path in workspace.root.rglob("*"):
            if path.is_symlink() and str(path.readlink()) == "{secret}":
                path.unlink()
                path.symlink_to(secret)
            elif path.is_file() and not path.is_symlink() and path.stat().st_size < 10_000:
                text = path.read_text("utf-8")
                made = text.replace("{canary}", bird.address).replace("{secret}", str(secret))
                path.write_text(made, "utf-8")
        ended = measured(lambda: _published(workspace, tmp_path / "out"), watched=True)
    _ends_well(ended, bomb)
    assert bird.calls == []
    assert TOKEN not in ended.text
    assert str(secret) not in [path for _, path in ended.events]
    assert not (tmp_path / "out").exists()


LURES = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsi: <http://www.w3.org/2001/XMLSchema-instance#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix canary: <{canary}ns#> .
@base <{canary}base/> .
<https://example.org/kg/company/alfa> rdfs:seeAlso <{canary}see>, <file://{secret}>, <relative> ;
    rdfs:isDefinedBy <{canary}context.jsonld> ; owl:imports <{canary}imports>, <file://{secret}> ;
    xsi:schemaLocation "{canary}schema {canary}schema.xsd" ;
    dcterms:source <{canary}source.ttl> ; dcterms:hasFormat <ftp://127.0.0.1/x> ;
    canary:p "<!ENTITY x SYSTEM '{canary}entity'> <img src='{canary}img'>"@en .
"""


def _published(workspace: Workspace, out: Path) -> list[str]:
    found = Workspace.find(workspace.root)
    pipeline.check(found, cached=False)
    built = pipeline.build(found, Output(out))
    return [f"{f.place}: {f.message}" for f in built.report.findings if f.severity == "violation"]


def _foreign(ended: Ended, *allowed: Path) -> list[list[str]]:
    """What was opened outside of the folders allowed and of the installed programs."""
    package = Path(onrecord.__file__).resolve()
    programs = {Path(p).resolve() for p in (sys.prefix, sys.base_prefix, *sys.path[1:]) if p}
    programs.add(Path("/usr/share/zoneinfo"))
    defaults = {package.parents[2] / name for name in ("ontology", "shapes", "site")}
    known = {*(p.resolve() for p in allowed), *programs, *defaults, package.parent}
    kernel = ("/proc/self/statm", "/dev/null")
    return [
        [event, path]
        for event, path in ended.events
        if event not in CONNECTING
        and event not in STARTING
        and path not in kernel
        and not any(Path(path).resolve().is_relative_to(folder) for folder in known)
    ]


def test_check_and_build_stay_at_home(workspace: Workspace, tmp_path: Path) -> None:
    """With lures of every kind in the sources: no connection, no program started, no file read
    but those of the workspace, the output and the installation."""
    secret = tmp_path / "secret.ttl"
    secret.write_text(f'<urn:a> <urn:b> "{TOKEN}" .\n', "utf-8")
    out = tmp_path / "out" / "public"
    with canary() as bird:
        text = LURES.replace("{canary}", bird.address).replace("{secret}", str(secret))
        write(workspace, "kg/entities/lures.ttl", text)
        write(workspace, "ontology/lures.ttl", text.replace("company/alfa", "company/beta"))
        ended = measured(lambda: _published(workspace, out), watched=True)
    assert (ended.kind, ended.result) == ("", []), ended
    assert bird.calls == []
    started = [e for e in ended.events if e[0] in (*CONNECTING, *STARTING)]
    assert started == []
    assert _foreign(ended, workspace.root, out.parent) == []
    assert len(ended.events) > 100
    assert not any(TOKEN in p.read_text("utf-8") for p in out.resolve().rglob("*.ttl"))
