"""A release never changes, never loses an IRI in silence, and what is served can be proved."""

import json
import re
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from onrecord import pipeline
from onrecord.cli import main
from onrecord.diff import Snapshot
from onrecord.errors import IdentityError, ParseError, SourceError, UsageError
from onrecord.graph import load
from onrecord.names import DCAT, ONR, OWL, SCHEME
from onrecord.publish.catalog.dcat import CATALOG
from onrecord.publish.changes import current_changes
from onrecord.publish.history import earlier, releases, version_key
from onrecord.release import (
    freeze,
    verify_release,
)
from onrecord.release.freeze import refuse_losses
from onrecord.serve.files import Files
from onrecord.validate import Report
from onrecord.workspace import Workspace
from releases import (
    PREFIXES,
    STATEMENT,
    build,
    bury,
    settle,
    withdraw,
)

pytestmark = pytest.mark.system


def test_a_release_holds_everything(released: Workspace) -> None:
    """Publication, manifest, dump, record and the change set in every form."""
    folder = released.root / "releases/0.1.0"
    there = {p.name for p in folder.iterdir()}
    assert there == {"publication", "manifest.json", "onrecord.nq", "release.json", "changes.txt",
                     "changes.json", "changes.html", "changes.ttl", "changes.atom"}  # fmt: skip
    record = json.loads((folder / "release.json").read_bytes())
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert record["dataset"] == manifest["dataset"]
    assert record["iri"] == "https://example.org/kg/graph/catalog#version-0.1.0"
    assert (record["date"], record["previous"]) == ("2031-05-02", "")
    assert verify_release(folder) == []


def test_freezing_again_does_nothing(released_copy: Workspace) -> None:
    """The same publication is the same release; another one under its name is refused."""
    record = released_copy.root / "releases/0.1.0/release.json"
    before = record.stat().st_mtime_ns
    assert not freeze(released_copy, "0.1.0").fresh
    assert record.stat().st_mtime_ns == before
    build(settle(released_copy, "0.1.0", "2031-05-03"))
    with pytest.raises(UsageError, match="released already, with other bytes"):
        freeze(released_copy, "0.1.0")


def test_a_release_has_the_version_of_its_publication(released_copy: Workspace) -> None:
    """Another one is refused, as is a name that is no version, a publication without a day, and a
    missing one."""
    with pytest.raises(UsageError, match=r"is version 0\.1\.0, not 0\.2\.0"):
        freeze(released_copy, "0.2.0")
    with pytest.raises(UsageError, match="cannot be a version"):
        freeze(released_copy, "../0.1.0")
    build(settle(released_copy, "0.2.0", ""))
    with pytest.raises(UsageError, match="a release has a day"):
        freeze(released_copy, "0.2.0")
    released_copy.public.unlink()
    with pytest.raises(UsageError, match="there is no publication"):
        freeze(released_copy, "0.1.0")


def test_a_damaged_publication_is_not_frozen(released_copy: Workspace) -> None:
    """One changed byte in public/ is found before."""
    path = released_copy.public.resolve() / "index.html"
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data.replace(b"html", b"htmm", 1))
    with pytest.raises(SourceError, match=r"index\.html has other bytes"):
        freeze(released_copy, "0.1.0", released_copy.root / "elsewhere")


def test_no_iri_is_lost_in_silence(released_copy: Workspace) -> None:
    """Without a tombstone the release is refused, with file and IRI; nothing is written."""
    workspace = settle(released_copy, "0.2.0", "2031-06-02")
    withdraw(workspace)
    build(workspace)
    with pytest.raises(IdentityError) as caught:
        freeze(workspace, "0.2.0")
    assert caught.value.file == "kg/tombstones.ttl"
    assert "statement:alfa-beta/klein-no-promise" in caught.value.message
    assert [p.name for p in (workspace.root / "releases").iterdir()] == ["0.1.0"]


def test_an_iri_is_never_used_again(released_twice: Workspace, tmp_path: Path) -> None:
    """A resource that comes back under the IRI of a withdrawn one is refused."""
    shutil.copytree(released_twice.root, tmp_path / "w", symlinks=True)
    workspace = settle(Workspace.find(tmp_path / "w"), "0.3.0", "2031-07-02")
    bury(workspace, "")
    topics = workspace.root / "kg/entities/topics.ttl"
    again = 'st:klein-no-promise a onr:Topic ; rdfs:label "Neu"@de , "New"@en .\n'
    topics.write_text(PREFIXES + again, encoding="utf-8")
    build(workspace)
    with pytest.raises(IdentityError, match=r"withdrawn before 0\.2\.0 and is used again"):
        freeze(workspace, "0.3.0")


def test_no_term_is_lost(released: Workspace) -> None:
    """A term of the ontology or a concept stays, at least as a deprecated one."""
    old = Snapshot.read(releases(released)[0].dump, "0.1.0")
    assert f"{ONR}Statement" in old.terms and f"{SCHEME}status#planned" in old.terms
    new = replace(old, name="0.2.0", terms=old.terms - {f"{ONR}Statement"})
    with pytest.raises(IdentityError, match=r"the term onr:Statement of 0\.1\.0 is gone"):
        refuse_losses(old, new, released)
    refuse_losses(new, old, released)


def test_the_change_set_names_the_withdrawal(released_twice: Workspace) -> None:
    """With the reason of the tombstone and the successor."""
    table = json.loads((released_twice.root / "releases/0.2.0/changes.json").read_bytes())
    assert (table["old"], table["new"], table["date"]) == ("0.1.0", "0.2.0", "2031-06-02")
    (gone,) = [c for c in table["changes"] if c["kind"] == "withdrawn"]
    assert gone["iri"] == f"https://example.org/kg/{STATEMENT}"
    assert gone["reason"]["en"] == "The article's own view."
    assert gone["replaced_by"].endswith("klein-examining")


def test_the_catalogue_names_the_release_before(released_twice: Workspace) -> None:
    """`dcat:previousVersion` of the dataset and of its version, and the change set in the dump."""
    made = pipeline.publication_of(pipeline.prepare(released_twice), Report(), released_twice)
    rows = {
        (str(t.subject)[1:-1].partition("#")[2], t.predicate.value, str(t.object)[1:-1])
        for t in made.graph.triples(CATALOG)
    }
    base = "https://example.org/kg/graph/catalog"
    assert ("dataset", DCAT + "previousVersion", f"{base}#version-0.1.0") in rows
    assert ("version-0.2.0", DCAT + "previousVersion", f"{base}#version-0.1.0") in rows
    assert ("version-0.2.0", OWL + "priorVersion", f"{base}#version-0.1.0") in rows
    assert any(t.predicate.value.endswith("#items") for t in made.graph.triples("changes"))


def test_a_tombstone_is_published(released_twice: Workspace) -> None:
    """Its triples, the list for programs, the rule for hosts, the entry in the feed."""
    public = released_twice.public
    assert b"Tombstone" in (public / f"{STATEMENT}.ttl").read_bytes()
    (row,) = json.loads((public / "data/tombstones.json").read_bytes())["tombstones"]
    assert (row["path"], row["withdrawn"]) == (STATEMENT, "2031-06-02")
    assert STATEMENT in json.loads((public / "hosting/site.json").read_bytes())["tombstones"]
    assert "(zurückgezogen)" in (public / "feed.xml").read_text(encoding="utf-8")


def test_feeds_go_back_through_the_releases(released_twice: Workspace) -> None:
    """The newest changes first, those of the release before after them."""
    feed = (released_twice.public / "feed.xml").read_text(encoding="utf-8")
    assert feed.index("2031-06-02") < feed.index("2031-05-02")


def test_the_sitemap_knows_what_changed_when(released_twice: Workspace) -> None:
    """What nothing touched keeps the date of its last change; a tombstone is not listed."""
    sitemap = (released_twice.public / "sitemap.xml").read_text(encoding="utf-8")
    dates = dict(re.findall(r"<loc>(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", sitemap))
    base = "https://example.org/kg/"
    assert dates[base] == "2031-06-02"
    assert dates[f"{base}company/beta.html"] == "2031-05-02"
    assert f"{base}{STATEMENT}.html" not in dates


def test_versions_sort_by_number(released_twice: Workspace) -> None:
    """0.10.0 comes after 0.9.0, a candidate before its release."""
    versions = ["0.9.0", "0.10.0", "1.0.0-rc1", "1.0.0", "1.0.1"]
    assert sorted({*versions}, key=version_key) == versions
    assert [p.version for p in releases(released_twice)] == ["0.1.0", "0.2.0"]
    assert [p.version for p in earlier(released_twice)] == ["0.1.0"]


def test_a_broken_history_is_named(released_copy: Workspace) -> None:
    """Record and change set of a release say which file is at fault."""
    workspace = settle(released_copy, "0.2.0", "2031-06-02")
    folder = workspace.root / "releases/0.1.0"
    (folder / "release.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ParseError) as caught:
        current_changes(load(workspace), workspace)
    assert str(caught.value.file).endswith("releases/0.1.0/release.json")


def run(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, *args: str) -> int:
    """The exit code of a command in the workspace."""
    monkeypatch.setattr(sys, "argv", ["onrecord", "-w", str(workspace.root), *args])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code if isinstance(ended.value.code, int) else 0


def test_the_commands(
    released_twice: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`release`, `diff` and `verify` by version, folder and file; JSON on request."""
    assert run(released_twice, monkeypatch, "release", "0.2.0") == 0
    assert "was frozen before" in capsys.readouterr().err
    assert run(released_twice, monkeypatch, "diff", "0.1.0", "0.2.0", "--language", "de") == 0
    told = capsys.readouterr().out
    assert "zurückgezogen: 1" in told and "Urteil des Artikels" in told
    assert run(released_twice, monkeypatch, "--json", "diff", "0.1.0") == 0
    assert json.loads(capsys.readouterr().out)["counts"]["withdrawn"] == 1
    assert run(released_twice, monkeypatch, "diff", "0.1.0") == 0
    assert "as it was last built" in capsys.readouterr().err
    dump = str(released_twice.root / "releases/0.1.0/onrecord.nq")
    assert run(released_twice, monkeypatch, "diff", dump, dump) == 0
    assert "nothing changed" in capsys.readouterr().out
    assert run(released_twice, monkeypatch, "diff", "0.9.0") == 2
    assert run(released_twice, monkeypatch, "verify", "--release", "0.2.0") == 0
    assert run(released_twice, monkeypatch, "verify", "--release", "0.1.0") == 1
    assert (
        run(released_twice, monkeypatch, "verify", str(released_twice.root / "releases/0.2.0")) == 0
    )
    assert run(released_twice, monkeypatch, "verify", "--release", "0.9.0") == 2


def test_a_difference_needs_a_build(
    released_copy: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a fresh clone nothing is published yet: the message says what to run."""
    released_copy.public.unlink()  # a link to the publication, which stays
    assert run(released_copy, monkeypatch, "diff", "0.1.0") == 2
    assert "run 'onrecord build' first" in capsys.readouterr().err


@pytest.mark.parametrize(("language", "folder"), [("de", ""), ("en", "en/")])
def test_a_tombstone_answers_410_with_its_own_page(
    released_twice: Workspace, tmp_path: Path, language: str, folder: str
) -> None:
    """In the language asked for, whatever form is wanted."""
    shutil.copytree(released_twice.public.resolve(), tmp_path / "public")
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
