"""A small publication that is released, changed and released again."""

import re
from pathlib import Path

import pytest

from newsroom import TEXT
from onrecord import evidence, pipeline
from onrecord.article import Article
from onrecord.graph import load
from onrecord.output import Output
from onrecord.workspace import Workspace

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


def flip(path: Path) -> None:
    """Changes one bit of a file in place of what may be a link to another."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.unlink()
    path.write_bytes(data)
