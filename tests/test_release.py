"""A release never changes, never loses an IRI in silence, and what is served can be proved."""

import json
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from newsroom import TEXT, write_small_workspace
from onrecord import evidence, pipeline
from onrecord.article import Article
from onrecord.cli import main
from onrecord.diff import Snapshot
from onrecord.errors import IdentityError, ParseError, SourceError, SystemFailure, UsageError
from onrecord.graph import load
from onrecord.names import DCAT, ONR, OWL, SCHEME
from onrecord.output import Output
from onrecord.publish.catalog.dcat import CATALOG
from onrecord.publish.changes import current_changes
from onrecord.publish.history import earlier, releases, version_key
from onrecord.release import (
    SIGNED,
    Signer,
    fingerprints,
    freeze,
    sign_release,
    verify_folder,
    verify_release,
    verify_signed,
    verify_url,
)
from onrecord.release.freeze import refuse_losses
from onrecord.serve.files import Files
from onrecord.validate import Report
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system

ROOT = "https://mirror.example/kg/"
STATEMENT = "statement/alfa-beta/klein-no-promise"
PREFIXES = """
@prefix as: <https://www.w3.org/ns/activitystreams#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix st: <https://example.org/kg/statement/alfa-beta/> .
"""
TOMBSTONE = """
st:klein-no-promise a as:Tombstone ; as:formerType onr:Statement ;
    rdfs:label "Klein: keine Zusage"@de , "Klein: no promise"@en ;
    prov:invalidatedAtTime "2031-06-02T00:00:00Z"^^xsd:dateTime ;
    rdfs:comment "Kein Zitat, sondern Urteil des Artikels."@de , "The article's own view."@en ;
    dcterms:isReplacedBy st:klein-examining .
"""


def settle(workspace: Workspace, version: str, date: str) -> Workspace:
    """Puts version and date into the settings."""
    path = workspace.root / "onrecord.toml"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r'(?m)^version = "[^"]*"', f'version = "{version}"', text)
    path.write_text(re.sub(r'(?m)^modified = "[^"]*"', f'modified = "{date}"', text), "utf-8")
    return Workspace.find(workspace.root)


PAGES = ("index.html", "company/beta.html", f"{STATEMENT}.html")


def build(workspace: Workspace) -> None:
    """Publishes with three pages in place of the website; no violation may keep it from that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("onrecord.publish.site.pages", lambda *_: ((p, b"<html>") for p in PAGES))
        built = pipeline.build(workspace, Output(workspace.public))
    assert built.files, [f.message for f in built.report.findings if f.severity == "violation"]


def withdraw(workspace: Workspace) -> None:
    """Takes the second statement out of the article."""
    path = workspace.root / "kg/articles/alfa-beta/statements.ttl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("st:klein-no-promise a")], encoding="utf-8")
    article = Article.from_text("alfa-beta", TEXT)
    found = evidence.anchor(load(workspace), "alfa-beta", article)
    path.with_name("evidence.ttl").write_bytes(found.data)


def bury(workspace: Workspace, text: str = TOMBSTONE) -> None:
    """Writes the tombstones of the workspace."""
    (workspace.kg / "tombstones.ttl").write_text(PREFIXES + text, encoding="utf-8")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with release 0.1.0; tests copy it before they change it."""
    folder = tmp_path_factory.mktemp("release") / "workspace"
    workspace = settle(write_small_workspace(folder), "0.1.0", "2031-05-02")
    build(workspace)
    freeze(workspace, "0.1.0")
    return workspace


@pytest.fixture
def copy(first: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the workspace with its release."""
    shutil.copytree(first.root, tmp_path / "w", symlinks=True)
    return Workspace.find(tmp_path / "w")


@pytest.fixture(scope="module")
def second(first: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workspace after a second release, which withdrew a statement."""
    folder = tmp_path_factory.mktemp("release") / "second"
    shutil.copytree(first.root, folder, symlinks=True)
    workspace = settle(Workspace.find(folder), "0.2.0", "2031-06-02")
    withdraw(workspace)
    bury(workspace)
    build(workspace)
    freeze(workspace, "0.2.0")
    return workspace


def test_a_release_holds_everything(first: Workspace) -> None:
    """Publication, manifest, dump, record and the change set in every form."""
    folder = first.root / "releases/0.1.0"
    there = {p.name for p in folder.iterdir()}
    assert there == {"publication", "manifest.json", "onrecord.nq", "release.json", "changes.txt",
                     "changes.json", "changes.html", "changes.ttl", "changes.atom"}  # fmt: skip
    record = json.loads((folder / "release.json").read_bytes())
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert record["dataset"] == manifest["dataset"]
    assert record["iri"] == "https://example.org/kg/graph/catalog#version-0.1.0"
    assert (record["date"], record["previous"]) == ("2031-05-02", "")
    assert verify_release(folder) == []


def test_freezing_again_does_nothing(copy: Workspace) -> None:
    """The same publication is the same release; another one under its name is refused."""
    record = copy.root / "releases/0.1.0/release.json"
    before = record.stat().st_mtime_ns
    assert not freeze(copy, "0.1.0").fresh
    assert record.stat().st_mtime_ns == before
    build(settle(copy, "0.1.0", "2031-05-03"))
    with pytest.raises(UsageError, match="released already, with other bytes"):
        freeze(copy, "0.1.0")


def test_a_release_has_the_version_of_its_publication(copy: Workspace) -> None:
    """Another one is refused, as is a name that is no version, and a missing publication."""
    with pytest.raises(UsageError, match=r"is version 0\.1\.0, not 0\.2\.0"):
        freeze(copy, "0.2.0")
    with pytest.raises(UsageError, match="cannot be a version"):
        freeze(copy, "../0.1.0")
    copy.public.unlink()
    with pytest.raises(UsageError, match="there is no publication"):
        freeze(copy, "0.1.0")


def test_a_damaged_publication_is_not_frozen(copy: Workspace) -> None:
    """One changed byte in public/ is found before."""
    path = copy.public.resolve() / "index.html"
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data.replace(b"html", b"htmm", 1))
    with pytest.raises(SourceError, match=r"index\.html has other bytes"):
        freeze(copy, "0.1.0", copy.root / "elsewhere")


def test_no_iri_is_lost_in_silence(copy: Workspace) -> None:
    """Without a tombstone the release is refused, with file and IRI; nothing is written."""
    workspace = settle(copy, "0.2.0", "2031-06-02")
    withdraw(workspace)
    build(workspace)
    with pytest.raises(IdentityError) as caught:
        freeze(workspace, "0.2.0")
    assert caught.value.file == "kg/tombstones.ttl"
    assert "statement:alfa-beta/klein-no-promise" in caught.value.message
    assert [p.name for p in (workspace.root / "releases").iterdir()] == ["0.1.0"]


def test_an_iri_is_never_used_again(second: Workspace, tmp_path: Path) -> None:
    """A resource that comes back under the IRI of a withdrawn one is refused."""
    shutil.copytree(second.root, tmp_path / "w", symlinks=True)
    workspace = settle(Workspace.find(tmp_path / "w"), "0.3.0", "2031-07-02")
    bury(workspace, "")
    topics = workspace.root / "kg/entities/topics.ttl"
    again = 'st:klein-no-promise a onr:Topic ; rdfs:label "Neu"@de , "New"@en .\n'
    topics.write_text(PREFIXES + again, encoding="utf-8")
    build(workspace)
    with pytest.raises(IdentityError, match=r"withdrawn before 0\.2\.0 and is used again"):
        freeze(workspace, "0.3.0")


def test_no_term_is_lost(first: Workspace) -> None:
    """A term of the ontology or a concept stays, at least as a deprecated one."""
    old = Snapshot.read(releases(first)[0].dump, "0.1.0")
    assert f"{ONR}Statement" in old.terms and f"{SCHEME}status#planned" in old.terms
    new = replace(old, name="0.2.0", terms=old.terms - {f"{ONR}Statement"})
    with pytest.raises(IdentityError, match=r"the term onr:Statement of 0\.1\.0 is gone"):
        refuse_losses(old, new, first)
    refuse_losses(new, old, first)


def test_the_change_set_names_the_withdrawal(second: Workspace) -> None:
    """With the reason of the tombstone and the successor."""
    table = json.loads((second.root / "releases/0.2.0/changes.json").read_bytes())
    assert (table["old"], table["new"], table["date"]) == ("0.1.0", "0.2.0", "2031-06-02")
    (gone,) = [c for c in table["changes"] if c["kind"] == "withdrawn"]
    assert gone["iri"] == f"https://example.org/kg/{STATEMENT}"
    assert gone["reason"]["en"] == "The article's own view."
    assert gone["replaced_by"].endswith("klein-examining")


def test_the_catalogue_names_the_release_before(second: Workspace) -> None:
    """`dcat:previousVersion` of the dataset and of its version, and the change set in the dump."""
    made = pipeline.publication_of(pipeline.prepare(second), Report(), second)
    rows = {
        (str(t.subject)[1:-1].partition("#")[2], t.predicate.value, str(t.object)[1:-1])
        for t in made.graph.triples(CATALOG)
    }
    base = "https://example.org/kg/graph/catalog"
    assert ("dataset", DCAT + "previousVersion", f"{base}#version-0.1.0") in rows
    assert ("version-0.2.0", DCAT + "previousVersion", f"{base}#version-0.1.0") in rows
    assert ("version-0.2.0", OWL + "priorVersion", f"{base}#version-0.1.0") in rows
    assert any(t.predicate.value.endswith("#items") for t in made.graph.triples("changes"))


def test_a_tombstone_is_published(second: Workspace) -> None:
    """Its triples, the list for programs, the rule for hosts, the entry in the feed."""
    public = second.public
    assert b"Tombstone" in (public / f"{STATEMENT}.ttl").read_bytes()
    (row,) = json.loads((public / "data/tombstones.json").read_bytes())["tombstones"]
    assert (row["path"], row["withdrawn"]) == (STATEMENT, "2031-06-02")
    assert STATEMENT in json.loads((public / "hosting/site.json").read_bytes())["tombstones"]
    assert "(zurückgezogen)" in (public / "feed.xml").read_text(encoding="utf-8")


def test_feeds_go_back_through_the_releases(second: Workspace) -> None:
    """The newest changes first, those of the release before after them."""
    feed = (second.public / "feed.xml").read_text(encoding="utf-8")
    assert feed.index("2031-06-02") < feed.index("2031-05-02")


def test_the_sitemap_knows_what_changed_when(second: Workspace) -> None:
    """What nothing touched keeps the date of its last change; a tombstone is not listed."""
    sitemap = (second.public / "sitemap.xml").read_text(encoding="utf-8")
    dates = dict(re.findall(r"<loc>(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", sitemap))
    base = "https://example.org/kg/"
    assert dates[base] == "2031-06-02"
    assert dates[f"{base}company/beta.html"] == "2031-05-02"
    assert f"{base}{STATEMENT}.html" not in dates


def test_versions_sort_by_number(second: Workspace) -> None:
    """0.10.0 comes after 0.9.0, a candidate before its release."""
    versions = ["0.9.0", "0.10.0", "1.0.0-rc1", "1.0.0", "1.0.1"]
    assert sorted({*versions}, key=version_key) == versions
    assert [p.version for p in releases(second)] == ["0.1.0", "0.2.0"]
    assert [p.version for p in earlier(second)] == ["0.1.0"]


def test_a_broken_history_is_named(copy: Workspace) -> None:
    """Record and change set of a release say which file is at fault."""
    workspace = settle(copy, "0.2.0", "2031-06-02")
    folder = workspace.root / "releases/0.1.0"
    (folder / "release.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ParseError) as caught:
        current_changes(load(workspace), workspace)
    assert str(caught.value.file).endswith("releases/0.1.0/release.json")


def flip(path: Path) -> None:
    """Changes one bit of a file in place of what may be a link to another."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.unlink()
    path.write_bytes(data)


@pytest.mark.parametrize("name", ["publication/company/alfa.ttl", "onrecord.nq", "manifest.json"])
def test_a_flipped_bit_in_a_release_is_found(copy: Workspace, name: str) -> None:
    """In the publication, in the dump and in the manifest."""
    folder = copy.root / "releases/0.1.0"
    flip(folder / name)
    problems = verify_release(folder)
    assert len(problems) == 1 and Path(name).name in problems[0]


def test_a_folder_is_held_against_a_release(copy: Workspace, second: Workspace) -> None:
    """Missing, added and changed files are told, even where its own manifest agrees."""
    manifest = (copy.root / "releases/0.1.0/manifest.json").read_bytes()
    folder = copy.public.resolve()
    assert verify_folder(folder, manifest) == []
    (folder / "extra.html").write_text("x", encoding="utf-8")
    (folder / "robots.txt").unlink()
    assert verify_folder(folder, manifest) == [
        "extra.html was not released",
        "robots.txt is missing",
    ]
    problems = verify_folder(second.public.resolve(), manifest)
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


def test_what_is_served_is_what_was_released(first: Workspace) -> None:
    """Every file is fetched; the files for the host itself need not be served."""
    assert verify_url(ROOT, None, client(first.public)) == []
    manifest = (first.root / "releases/0.1.0/manifest.json").read_bytes()
    assert verify_url(ROOT.rstrip("/"), manifest, client(first.public)) == []


def test_a_flipped_bit_on_the_way_is_found(first: Workspace) -> None:
    """One bit of one file."""

    def change(path: str, data: bytes) -> bytes:
        return data[:-1] + bytes([data[-1] ^ 1]) if path == "company/alfa.nt" else data

    problems = verify_url(ROOT, None, client(first.public, change))
    assert problems == ["company/alfa.nt has other bytes than were published"]


def test_a_host_that_changes_the_manifest_too_is_found(second: Workspace) -> None:
    """Held against the release, a publication that agrees with itself is another one."""
    manifest = (second.root / "releases/0.1.0/manifest.json").read_bytes()
    assert verify_url(ROOT, None, client(second.public)) == []
    problems = verify_url(ROOT, manifest, client(second.public))
    assert "data/manifest.json is not the one that was released" in problems
    assert len(problems) > 1


def test_our_own_server_serves_what_was_released(first: Workspace) -> None:
    """With its redirects, media types and compression."""

    async def respond(request: object, _: Exception) -> object:
        return await Files(first.public).respond(request)  # type: ignore[arg-type]

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


def test_a_body_without_end_is_cut(first: Workspace) -> None:
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
        file = first.public / path
        return httpx.Response(200, content=file.read_bytes())

    found = verify_url(ROOT, None, httpx.Client(transport=httpx.MockTransport(answer)))
    assert found == ["robots.txt has other bytes than were published"]
    assert len(taken) < 10


def run(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, *args: str) -> int:
    """The exit code of a command in the workspace."""
    monkeypatch.setattr(sys, "argv", ["onrecord", "-w", str(workspace.root), *args])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code if isinstance(ended.value.code, int) else 0


def test_the_commands(
    second: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`release`, `diff` and `verify` by version, folder and file; JSON on request."""
    assert run(second, monkeypatch, "release", "0.2.0") == 0
    assert "was frozen before" in capsys.readouterr().err
    assert run(second, monkeypatch, "diff", "0.1.0", "0.2.0", "--language", "de") == 0
    told = capsys.readouterr().out
    assert "zurückgezogen: 1" in told and "Urteil des Artikels" in told
    assert run(second, monkeypatch, "--json", "diff", "0.1.0") == 0
    assert json.loads(capsys.readouterr().out)["counts"]["withdrawn"] == 1
    dump = str(second.root / "releases/0.1.0/onrecord.nq")
    assert run(second, monkeypatch, "diff", dump, dump) == 0
    assert "nothing changed" in capsys.readouterr().out
    assert run(second, monkeypatch, "diff", "0.9.0") == 2
    assert run(second, monkeypatch, "verify", "--release", "0.2.0") == 0
    assert run(second, monkeypatch, "verify", "--release", "0.1.0") == 1
    assert run(second, monkeypatch, "verify", str(second.root / "releases/0.2.0")) == 0
    assert run(second, monkeypatch, "verify", "--release", "0.9.0") == 2


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom's key, made for the test."""
    rsa = pytest.importorskip("Crypto.PublicKey.RSA")
    path = tmp_path_factory.mktemp("key") / "key.pem"
    path.write_bytes(rsa.generate(2048).export_key("PEM", pkcs=8) + b"\n")
    return path


def test_statements_are_signed(copy: Workspace, key: Path) -> None:
    """Each is a valid nanopublication by the library's own checker, the same every time."""
    pytest.importorskip("nanopub")
    (past,) = releases(copy)
    signer = Signer("https://example.org/newsroom", key)
    assert sign_release(past, copy, signer) == 2
    path = past.folder / SIGNED
    first_time = path.read_bytes()
    assert verify_signed(path, copy.config.names) == []
    assert len(fingerprints(path)) == 1
    sign_release(past, copy, signer)
    assert path.read_bytes() == first_time
    assert verify_release(past.folder) == []


def test_a_changed_statement_breaks_its_signature(copy: Workspace, key: Path) -> None:
    """One word, and the other statement stays valid; a file of something else is named."""
    pytest.importorskip("nanopub")
    (past,) = releases(copy)
    sign_release(past, copy, Signer("https://example.org/newsroom", key))
    path = past.folder / SIGNED
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Es gibt keine Zusage", "Es gibt eine Zusage"), encoding="utf-8")
    assert len(verify_signed(path, copy.config.names)) == 1
    path.write_text("<a", encoding="utf-8")
    with pytest.raises(SourceError, match="cannot be read"):
        verify_signed(path, copy.config.names)


def test_a_key_must_be_one(copy: Workspace, tmp_path: Path) -> None:
    """A missing file and one that holds no key are wrong use."""
    pytest.importorskip("nanopub")
    (past,) = releases(copy)
    with pytest.raises(UsageError, match="cannot be read"):
        sign_release(past, copy, Signer("https://example.org/newsroom", tmp_path / "none.pem"))
    (tmp_path / "no.pem").write_text("no key at all\n", encoding="ascii")
    with pytest.raises(UsageError, match="no RSA private key"):
        sign_release(past, copy, Signer("https://example.org/newsroom", tmp_path / "no.pem"))


def test_without_the_library_nothing_is_signed(
    copy: Workspace, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And it says what to install."""
    monkeypatch.setitem(sys.modules, "nanopub", None)
    (past,) = releases(copy)
    with pytest.raises(SystemFailure, match="not installed"):
        sign_release(past, copy, Signer("https://example.org/newsroom", key))


@pytest.mark.parametrize(("language", "folder"), [("de", ""), ("en", "en/")])
def test_a_tombstone_answers_410_with_its_own_page(
    second: Workspace, tmp_path: Path, language: str, folder: str
) -> None:
    """In the language asked for, whatever form is wanted."""
    shutil.copytree(second.public.resolve(), tmp_path / "public")
    page = tmp_path / "public" / folder / f"{STATEMENT}.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f"<html lang={language}>withdrawn", encoding="utf-8")

    async def respond(request: object, _: Exception) -> object:
        return await Files(tmp_path / "public").respond(request)  # type: ignore[arg-type]

    app = Starlette(exception_handlers={404: respond})  # type: ignore[dict-item]
    served = TestClient(app, base_url="http://localhost")
    for suffix in ("", ".ttl", ".html"):
        answer = served.get(f"/{STATEMENT}{suffix}", headers={"Accept-Language": language})
        assert answer.status_code == 410
        assert f"lang={language}" in answer.text
