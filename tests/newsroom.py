"""A small workspace, written for the tests, that every rule can be tried on."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord.article import Article
from onrecord.scaffold import NewArticle, init_workspace, new_article
from onrecord.workspace import Workspace


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


BASE = "https://example.org/kg/"
TEXT = """\
Der Chiphersteller Alfa will sich an Beta beteiligen. Alfa-Chefin Dora Klein sagte, man prüfe das.

Eine Zusage gebe es nicht. Die Zeitung Morgenblatt meldet dagegen bis zu 20 Millionen Euro.
"""

ENTITIES = """
company:alfa a onr:Company ; rdfs:label "Alfa"@de , "Alfa"@en .
company:beta a onr:Company ; rdfs:label "Beta"@de , "Beta"@en .
person:dora-klein a onr:Person ; rdfs:label "Dora Klein"@de , "Dora Klein"@en .
"""

STATEMENTS = """
st:klein-examining a onr:Statement ;
    rdfs:label "Klein: Alfa prüft"@de , "Klein: Alfa is examining"@en ;
    onr:statedBy person:dora-klein ; onr:onBehalfOf company:alfa ;
    onr:recordedIn article:alfa-beta ;
    onr:subject deal:alfa-beta ; onr:predicate onr:dealStatus ; onr:object status:planned ;
    onr:gloss "Alfa prüft eine Beteiligung an Beta."@de ,
        "Alfa is examining a stake in Beta."@en ;
    onr:form form:indirect ; onr:modality modality:asserted ; onr:polarity polarity:affirmed ;
    onr:paragraph 1 ; onr:anchorPhrase "man prüfe das"@de .

st:klein-no-promise a onr:Statement ;
    rdfs:label "Klein: keine Zusage"@de , "Klein: no promise"@en ;
    onr:statedBy person:dora-klein ; onr:onBehalfOf company:alfa ;
    onr:recordedIn article:alfa-beta ;
    onr:subject deal:alfa-beta ; onr:predicate onr:bindingness ; onr:object binding:non-binding ;
    onr:gloss "Es gibt keine Zusage."@de , "There is no promise."@en ;
    onr:form form:indirect ; onr:modality modality:asserted ; onr:polarity polarity:affirmed ;
    onr:paragraph 2 ; onr:anchorPhrase "Eine Zusage gebe es nicht"@de .

st:klein-no-promise\\#rel-examining a onr:StatementRelation ;
    onr:relationFrom st:klein-no-promise ; onr:relationType onr:qualifies ;
    onr:relationTo st:klein-examining ; onr:basis basis:inferred ;
    onr:reason "Prüfen heißt nicht zusagen."@de , "Examining is not promising."@en .
"""

DEALS = """
deal:alfa-beta a onr:Deal ;
    rdfs:label "Beteiligung von Alfa an Beta"@de , "Alfa's stake in Beta"@en ;
    onr:dealKind dealkind:investment ; onr:recordedIn article:alfa-beta ;
    onr:hasParticipation deal:alfa-beta\\#party-alfa , deal:alfa-beta\\#party-beta .
deal:alfa-beta\\#party-alfa a onr:Participation ;
    onr:participant company:alfa ; onr:role role:investor .
deal:alfa-beta\\#party-beta a onr:Participation ;
    onr:participant company:beta ; onr:role role:investee .
"""

MOCKING = """\
@prefix modality: <https://w3id.org/onrecord/scheme/modality#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

modality:mocking a skos:Concept ;
    skos:inScheme <https://w3id.org/onrecord/scheme/modality> ;
    skos:topConceptOf <https://w3id.org/onrecord/scheme/modality> ;
    skos:notation "mocking" ;
    skos:prefLabel "spöttisch"@de , "mocking"@en ;
    skos:definition "Im Spott gesagt."@de , "Said in mockery."@en ;
    rdfs:isDefinedBy <https://w3id.org/onrecord/scheme/modality> .
"""


def write_small_workspace(folder: Path) -> Workspace:
    """The workspace of the tests in `folder`, its article anchored; made once and copied."""
    shutil.copytree(_made(), folder, dirs_exist_ok=True)
    return Workspace.find(folder)


@cache
def _made() -> Path:
    """The workspace that is copied."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _make(folder / "w")
    return folder / "w"


def _make(folder: Path) -> None:
    from onrecord import evidence
    from onrecord.graph import load

    init_workspace(folder, BASE, "Prüfstand")
    workspace = Workspace.find(folder)
    text = Article.from_text("alfa-beta", TEXT)
    url = "https://example.org/news/alfa-beta"
    new_article(workspace, NewArticle("alfa-beta", text, url, "Morgenblatt", "Alfa und Beta"))
    home = folder / "kg" / "articles" / "alfa-beta"
    entities = folder / "kg" / "entities" / "medium-morgenblatt.ttl"
    for path, extra in (
        (entities, ENTITIES),
        (home / "statements.ttl", STATEMENTS),
        (home / "deals.ttl", DEALS),
    ):
        path.write_text(path.read_text(encoding="utf-8") + extra, encoding="utf-8")
    found = evidence.anchor(load(workspace), "alfa-beta", text)
    (home / "evidence.ttl").write_bytes(found.data)
    (folder / "alfa-beta.txt").write_text(TEXT, encoding="utf-8")


def edit(workspace: Workspace, name: str, old: str, new: str) -> Path:
    """Replaces words of a file in `kg/` where they stand first, outside of comments."""
    path = workspace.root / "kg" / name
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if old in line and not line.startswith("#"))
    lines[number] = lines[number].replace(old, new, 1)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def add_modality(workspace: Workspace) -> None:
    """A modality of the workspace's own, with a statement that has it."""
    (workspace.root / "ontology").mkdir(exist_ok=True)
    (workspace.root / "ontology" / "tone.ttl").write_text(MOCKING, encoding="utf-8")
    asserted, mocking = (f"onr:modality modality:{name}" for name in ("asserted", "mocking"))
    edit(workspace, "articles/alfa-beta/statements.ttl", asserted, mocking)
