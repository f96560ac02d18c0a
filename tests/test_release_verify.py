"""What is served is what was released: every byte in the folder, and every byte at an address."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from onrecord.errors import SystemFailure, UsageError
from onrecord.release import (
    verify_folder,
    verify_release,
    verify_url,
)
from onrecord.serve.files import Files
from onrecord.workspace import Workspace
from releases import ROOT, flip

pytestmark = pytest.mark.system


@pytest.mark.parametrize("name", ["publication/company/alfa.ttl", "onrecord.nq", "manifest.json"])
def test_a_flipped_bit_in_a_release_is_found(released_copy: Workspace, name: str) -> None:
    """In the publication, in the dump and in the manifest."""
    folder = released_copy.root / "releases/0.1.0"
    flip(folder / name)
    problems = verify_release(folder)
    assert len(problems) == 1 and Path(name).name in problems[0]


def test_a_folder_is_held_against_a_release(
    released_copy: Workspace, released_twice: Workspace
) -> None:
    """Missing, added and changed files are told, even where its own manifest agrees."""
    manifest = (released_copy.root / "releases/0.1.0/manifest.json").read_bytes()
    folder = released_copy.public.resolve()
    assert verify_folder(folder, manifest) == []
    (folder / "extra.html").write_text("x", encoding="utf-8")
    (folder / "robots.txt").unlink()
    assert verify_folder(folder, manifest) == [
        "extra.html was not released",
        "robots.txt is missing",
    ]
    problems = verify_folder(released_twice.public.resolve(), manifest)
    assert "data/manifest.json is not the one that was released" in problems


Answer = Callable[[httpx.Request], httpx.Response]


def client(folder: Path, change: Callable[[str, bytes], bytes] = lambda _, d: d) -> httpx.Client:
    """A host of plain files that may change what it serves."""

    def answer(request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/kg/")
        if path.startswith((".ht", ".no", "_")) or not (folder / path).is_file():
            return httpx.Response(404)
        return httpx.Response(200, content=change(path, (folder / path).read_bytes()))

    return httpx.Client(transport=httpx.MockTransport(answer))


def test_what_is_served_is_what_was_released(released: Workspace) -> None:
    """Every file is fetched; the files for the host itself need not be served."""
    assert verify_url(ROOT, None, client(released.public)) == []
    manifest = (released.root / "releases/0.1.0/manifest.json").read_bytes()
    assert verify_url(ROOT.rstrip("/"), manifest, client(released.public)) == []


def test_a_flipped_bit_on_the_way_is_found(released: Workspace) -> None:
    """One bit of one file."""

    def change(path: str, data: bytes) -> bytes:
        return data[:-1] + bytes([data[-1] ^ 1]) if path == "company/alfa.nt" else data

    problems = verify_url(ROOT, None, client(released.public, change))
    assert problems == ["company/alfa.nt has other bytes than were published"]


def test_a_host_that_changes_the_manifest_too_is_found(released_twice: Workspace) -> None:
    """Held against the release, a publication that agrees with itself is another one."""
    manifest = (released_twice.root / "releases/0.1.0/manifest.json").read_bytes()
    assert verify_url(ROOT, None, client(released_twice.public)) == []
    problems = verify_url(ROOT, manifest, client(released_twice.public))
    assert "data/manifest.json is not the one that was released" in problems
    assert len(problems) > 1


def test_our_own_server_serves_what_was_released(released: Workspace) -> None:
    """With its redirects, media types and compression."""

    async def respond(request: object, _: Exception) -> object:
        return await Files(released.public).respond(request)  # type: ignore[arg-type]

    app = Starlette(exception_handlers={404: respond})  # type: ignore[dict-item]
    served = TestClient(app, base_url="http://localhost")
    assert verify_url("http://localhost/", None, served) == []


def test_an_address_must_answer() -> None:
    """Nobody there is a failure of the environment; another scheme is wrong use."""

    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    with pytest.raises(SystemFailure, match="refused"):
        verify_url(ROOT, None, httpx.Client(transport=httpx.MockTransport(refuse)))
    with pytest.raises(UsageError):
        verify_url("file:///etc/passwd")
    away = httpx.Response(302, headers={"Location": "https://other.example/"})
    other = {"mirror.example": away, "other.example": httpx.Response(200, content=b"{}")}
    transport = httpx.MockTransport(lambda request: other[request.url.host])
    elsewhere = httpx.Client(transport=transport, follow_redirects=True)
    assert verify_url(ROOT, None, elsewhere) == ["data/manifest.json is missing"]


def test_a_body_without_end_is_cut(released: Workspace) -> None:
    """No more is read than shows that it is too much."""
    taken = []

    def endless() -> object:
        while len(taken) < 10_000:
            taken.append(1)
            yield b"x" * 65_536

    def answer(request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/kg/")
        if path == "robots.txt":
            return httpx.Response(200, content=endless())  # type: ignore[arg-type]
        file = released.public / path
        return httpx.Response(200, content=file.read_bytes())

    found = verify_url(ROOT, None, httpx.Client(transport=httpx.MockTransport(answer)))
    assert found == ["robots.txt has other bytes than were published"]
    assert len(taken) < 10
