"""Who says in `onrecord.toml` where the publication will be reached gets rules that lead there, and
error pages that keep their looks at whatever address they are shown."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import hosts
from hosts import fetch
from newsroom import write_small_workspace
from onrecord import pipeline
from onrecord.output import Output
from onrecord.publish.elsewhere import answering, rooted
from onrecord.workspace import Workspace

_LOCAL = re.compile(rb'(?:href|src|action)="([^":#?]+)(?=[?#"])')


def built_at(folder: Path, address: str) -> Path:
    """The publication of a small workspace that says where it will be."""
    root = write_small_workspace(folder / "workspace").root
    path = root / "onrecord.toml"
    told = path.read_text(encoding="utf-8").replace('address = ""', f'address = "{address}"')
    path.write_text(told, encoding="utf-8")
    workspace = Workspace.find(root)
    built = pipeline.build(workspace, Output(workspace.public))
    assert built.files, built.report.findings
    return workspace.public.resolve()


@pytest.fixture(scope="module", params=["/graph/", "/"])
def place(request: pytest.FixtureRequest) -> Iterator[tuple[str, Path]]:
    """The path of a site on its host, and a publication that knows it, where unprivileged servers
    may read it."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield request.param, built_at(Path(name), f"https://news.example.org{request.param}")


@pytest.mark.parametrize("name", ["404.html", "en/404.html", "410.html", "en/410.html"])
def test_links_of_error_pages_begin_at_the_root_of_the_host(
    place: tuple[str, Path], name: str
) -> None:
    """Each leads to a file; no other page has such a link."""
    root, public = place
    links = [link.decode() for link in _LOCAL.findall((public / name).read_bytes())]
    assert len(links) > 20
    assert [link for link in links if not link.startswith(root)] == []
    missing = [link for link in links if not (public / link.removeprefix(root)).exists()]
    assert missing == []
    others = (public / "about.html", public / "en/index.html")
    assert not [p for p in others for link in _LOCAL.findall(p.read_bytes()) if link[:1] == b"/"]


def test_rules_for_permanent_addresses_lead_there(place: tuple[str, Path]) -> None:
    """No placeholder is left to be filled in by hand."""
    root, public = place
    for name in (".htaccess", "README.md"):
        text = (public / "hosting/w3id" / name).read_text(encoding="utf-8")
        assert f"https://news.example.org{root}" in text
        assert "publication.example" not in text


def _followed(port: int, path: str, body: bytes) -> list[str]:
    """The local links of a page that was shown at a path and that lead to nothing."""
    folder = path.rpartition("/")[0]
    lost = []
    for link in {found.decode() for found in _LOCAL.findall(body)}:
        target = link if link.startswith("/") else os.path.normpath(f"{folder}/{link}")
        target += "/" if link.endswith("/") and not target.endswith("/") else ""
        if fetch(port, target).status not in (200, 303):
            lost.append(link)
    return lost


@pytest.mark.system
def test_a_missing_address_in_a_folder_shows_a_whole_page(
    place: tuple[str, Path], tmp_path: Path
) -> None:
    """On a real host, in the folder that was said; in both languages."""
    root, public = place
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        home = Path(name) / "home"
        shutil.copytree(public, home / root.strip("/"))
        server = hosts.nginx if root == "/" else hosts.apache
        with server(Path(name), home) as port:
            for path in (f"{root}company/none/at/all", f"{root}en/company/none"):
                reply = fetch(port, path, Accept="text/html")
                assert (reply.status, _followed(port, path, reply.body)) == (404, [])
                assert b"assets/site.css" in reply.body


@pytest.mark.system
def test_the_own_server_shows_it_at_any_place(place: tuple[str, Path], tmp_path: Path) -> None:
    """Links stay relative there, as the site may stand below another path than the one said."""
    _, public = place
    with hosts.serve(tmp_path, public) as port:
        for path in ("/company/none/at/all", "/en/company/none", "/none"):
            reply = fetch(port, path, Accept="text/html")
            assert (reply.status, _followed(port, path, reply.body)) == (404, [])
            assert not [link for link in _LOCAL.findall(reply.body) if link.startswith(b"/")]


PAGE = b'<a href="x.html?q#y">a</a><a href="#y">b</a><a href="https://e.org/">c</a><img src="../">'


def test_a_page_is_rooted_and_answers_all_the_same() -> None:
    """Links to elsewhere and into the page itself stay."""
    page = rooted(PAGE, "en/404.html", "/graph/")
    assert page == (
        b'<a href="/graph/en/x.html?q#y">a</a><a href="#y">b</a>'
        b'<a href="https://e.org/">c</a><img src="/graph/">'
    )
    for own, root in (("en/404.html", "/graph/"), ("404.html", "/")):
        shown = answering(PAGE.replace(b"../", b"./"), own, b"a/b/none")
        again = answering(rooted(PAGE.replace(b"../", b"./"), own, root), own, b"a/b/none", root)
        assert again == shown
