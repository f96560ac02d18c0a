"""A small archive for the tests: invented articles, a register that knows some of their names."""

import importlib.util
import io
import json
import sys
import tarfile
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import zstandard

from onrecord.archive.processes import Processes
from onrecord.archive.records import Job
from onrecord.archive.run import Archive, Runner, run

ROOT = Path(__file__).resolve().parents[1]
CONFIG = """base = "https://w3id.org/onrecord/kg/"
[title]
de = "Archiv"
en = "Archive"
"""
FRENCH = (
    "L’entreprise a annoncé lundi qu’elle ne participerait pas au projet de la nouvelle usine. "
    "« Nous avons étudié les chiffres, et ils ne sont pas assez bons », a dit la directrice. "
    "Les discussions avec les propriétaires du terrain duraient depuis plus d’un an, et on ne "
    "savait pas si un autre investisseur allait les reprendre ou si les plans seraient abandonnés."
)


@cache
def generator() -> ModuleType:
    """`bench/generator.py`, which is no package."""
    spec = importlib.util.spec_from_file_location("generator", ROOT / "bench" / "generator.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["generator"] = module
    spec.loader.exec_module(module)
    return module


def newsroom(folder: Path, register: str | None = None) -> Path:
    """A workspace with a register and no article of its own."""
    entities = folder / "kg" / "entities"
    entities.mkdir(parents=True)
    (folder / "onrecord.toml").write_text(CONFIG, encoding="utf-8")
    text = generator().register(companies=40, people=20) if register is None else register
    (entities / "register.ttl").write_text(text, encoding="utf-8")
    return folder


def records(count: int) -> list[dict[str, Any]]:
    """The first invented articles, short ones."""
    return list(generator().articles(count, paragraphs=6))


def write(path: Path, rows: list[Any]) -> Path:
    """JSON Lines; bytes stand for a line as it is."""
    lines = [
        r if isinstance(r, bytes) else json.dumps(r, ensure_ascii=False).encode() for r in rows
    ]
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return path


def job(folder: Path, source: Path, out: str = "out", **settings: Any) -> Job:
    """A job with small shards."""
    told = {"shacl_engine": "shacl", "shard_size": 4, "buckets": 3, **settings}
    return Job(input=source, out=folder / out, workspace=folder, **told)


def make(todo: Job, runner: Runner | None = None) -> Archive:
    """Runs a job, in this process if nothing else is said."""
    return run(todo, runner or Processes(1))


def published(out: Path) -> dict[str, bytes]:
    """Every file of an archive that is for readers."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".work" not in path.parts
    }


def quads(out: Path) -> str:
    """The N-Quads of all shards."""
    return "".join(
        zstandard.ZstdDecompressor().decompressobj().decompress(path.read_bytes()).decode()
        for path in sorted((out / "data").glob("*.nq.zst"))
    )


def pages(out: Path) -> dict[str, bytes]:
    """Every page of all shards."""
    found = {}
    for path in sorted((out / "pages").glob("*.tar.zst")):
        data = zstandard.ZstdDecompressor().decompressobj().decompress(path.read_bytes())
        with tarfile.open(fileobj=io.BytesIO(data)) as tar:
            for member in tar:
                file = tar.extractfile(member)
                assert file is not None
                assert member.name not in found
                found[member.name] = file.read()
    return found


def rows(path: Path) -> list[dict[str, Any]]:
    """A file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
