"""A small workspace with an invented article, and what an engine might propose for it."""

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from typer.testing import CliRunner

from onrecord.article import Article
from onrecord.cli.app import app
from onrecord.extract.records import (
    Amount,
    Deal,
    Entity,
    Extraction,
    Office,
    Party,
    Quote,
    Source,
    Span,
    Time,
)
from onrecord.extract.register import Known, read_register
from onrecord.review.reviewing import Written, update
from onrecord.review.session import Session
from onrecord.scaffold import NewArticle, init_workspace, new_article
from onrecord.workspace import Workspace

SLUG = "frachter"
DATE = "2031-05-02"
TEXT = """\
Die Reederei Nordlicht baut einen Frachter mit Segeln. Darüber schreibt der Hafenbote.

„Wir liegen im Plan. Das Schiff wird schön“, sagte Mara Lindt am Kai. Der Bau solle bis zu \
40 Millionen Euro kosten. Die Werft Kranich freue sich nicht darüber.

Lindt leitet die Reederei seit 2029.
"""
_ENTITIES = """\
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix company: <https://example.org/kg/company/> .
@prefix person: <https://example.org/kg/person/> .

person:mara-lindt a onr:Person ;
    rdfs:label "Mara Lindt"@de , "Mara Lindt"@en .
company:nordlicht a onr:Company ;
    rdfs:label "Nordlicht"@de , "Nordlicht"@en .
company:kranich a onr:Company ;
    rdfs:label "Kranich Werke"@de , "Kranich Werke"@en .
"""
BASE = "https://example.org/kg/"
LINDT = BASE + "person/mara-lindt"
KRANICH = BASE + "company/kranich"
STATEMENT = BASE + f"statement/{SLUG}/"


@dataclass(frozen=True)
class Desk:
    """The workspace, its article, the text's file and the register."""

    workspace: Workspace
    article: Article
    text: Path
    known: tuple[Known, ...]

    def file(self, name: str) -> Path:
        """A file of the article's folder."""
        return self.workspace.article(SLUG).file(name)

    def session(self) -> Session:
        """A review of the article."""
        return Session(self.workspace, self.article, "Redaktion", DATE)


def make_desk(folder: Path, found: Extraction | None = None) -> Desk:
    """A workspace whose article has proposals; it is made once for each extraction and copied."""
    shutil.copytree(_kept(found or extraction()), folder, dirs_exist_ok=True)
    workspace = Workspace.find(folder / "desk")
    text = folder / "text.txt"
    known = read_register(workspace.entity_files())
    return Desk(workspace, Article.read(SLUG, text), text, known)


@cache
def _kept(found: Extraction) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="reviewing-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _make(folder, found)
    return folder


def _make(folder: Path, found: Extraction) -> None:
    root, text = folder / "desk", folder / "text.txt"
    init_workspace(root, BASE, "Hafen")
    text.write_text(TEXT, encoding="utf-8")
    workspace = Workspace.find(root)
    (root / "kg" / "entities" / "agents.ttl").write_text(_ENTITIES, encoding="utf-8")
    article = Article.read(SLUG, text)
    url = "https://example.org/frachter"
    new_article(workspace, NewArticle(SLUG, article, url, "Hafenbote", "Der Frachter"))
    known = read_register(workspace.entity_files())
    update(workspace, found, article, known)


def span(words: str, text: str = TEXT) -> Span:
    """Where the words stand for the first time."""
    begin = text.index(words)
    return begin, begin + len(words)


def source(rule: str, confidence: float = 0.8) -> Source:
    """A rule of version 1."""
    return Source(rule, "1", confidence, "a word of saying")


def quote(words: str, holder: str = "Mara Lindt", rule: str = "quoted", text: str = TEXT) -> Quote:
    """A passage of somebody."""
    kind = "Direct" if words.startswith("„") else "Indirect"
    return Quote(kind, (span(words, text),), (), (), (), (), source(rule), holder)


def extraction(text: str = TEXT) -> Extraction:
    """One proposal of every kind, and a direct quotation of two sentences."""
    at, said = partial(span, text=text), partial(quote, text=text)
    amount = Amount(
        at("bis zu 40 Millionen Euro"),
        "EUR",
        None,
        None,
        "40000000",
        "upper-bound",
        source("sum"),
    )
    parties = (Party("Nordlicht", "customer"), Party("Kranich Werke", "supplier"))
    evidence = at("Die Werft Kranich freue sich nicht darüber.")
    return Extraction(
        "de",
        quotes=(
            said("„Wir liegen im Plan. Das Schiff wird schön“"),
            said("Der Bau solle bis zu 40 Millionen Euro kosten", rule="konjunktiv"),
            said("Die Werft Kranich freue sich nicht darüber", "die Werft", rule="konjunktiv"),
        ),
        entities=(
            Entity("person", "Mara Lindt", (at("Mara Lindt"),), source("name", 0.98)),
            Entity("company", "Werft Kranich", (at("Werft Kranich"),), source("name-new", 0.6)),
        ),
        amounts=(amount,),
        times=(Time(at("2029"), "2029", source("year")),),
        deals=(Deal("supply", parties, amount, "ongoing", "Mara Lindt", evidence, source("deal")),),
        offices=(Office("Mara Lindt", "Nordlicht", "ceo", at("Lindt leitet"), source("office")),),
    )


def correct(desk: Desk, text: str, found: Extraction) -> Written:
    """What `anchor --update` and `extract` do with another text."""
    desk.text.write_text(text, encoding="utf-8")
    given = ["-w", str(desk.workspace.root), "anchor", SLUG, "--text", str(desk.text), "--update"]
    assert CliRunner().invoke(app, given).exit_code == 0
    return update(desk.workspace, found, Article.from_text(SLUG, text), desk.known)


def reword(desk: Desk) -> Written:
    """The publisher replaces a word of the sentence on the cost; only quotations are proposed."""
    words = "Der Bau solle bis zu 40 Millionen Euro verschlingen"
    text = TEXT.replace("Der Bau solle bis zu 40 Millionen Euro kosten", words)
    plan = quote("„Wir liegen im Plan. Das Schiff wird schön“", text=text)
    found = Extraction("de", quotes=(plan, quote(words, rule="konjunktiv", text=text)))
    return correct(desk, text, found)
