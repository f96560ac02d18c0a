"""A small publication with every kind of address, for the tests of serving and hosting."""

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from onrecord.publish.hosting import rules
from onrecord.workspace import Config

BASE = "https://w3id.org/onrecord/kg/"
ONR = "https://w3id.org/onrecord/ns#"
LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
CONFIG = Config(BASE, {"de": "Prüfstand", "en": "Test bench"}, {"de": "-", "en": "-"})
DOCUMENTS = {
    "company/nordwind": BASE + "company/nordwind",
    "statement/pruefstand/zusage": BASE + "statement/pruefstand/zusage",
    "ontology/onrecord": "https://w3id.org/onrecord/ns",
    "shapes/onrecord": "https://w3id.org/onrecord/shapes",
    "scheme/polarity": "https://w3id.org/onrecord/scheme/polarity",
}
GONE = "statement/pruefstand/zurueckgezogen"
GRAPHS = (BASE + "graph/entities", BASE + "graph/article/pruefstand")
_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}


def triples_of(stem: str) -> list[ox.Triple]:
    """What the publication says of one document; one triple belongs to a part of it."""
    subject = ox.NamedNode(DOCUMENTS[stem])
    part = ox.NamedNode(DOCUMENTS[stem] + "#teil")
    return [
        ox.Triple(subject, TYPE, ox.NamedNode(ONR + "Agent")),
        ox.Triple(subject, TYPE, ox.NamedNode("https://schema.org/Organization")),
        ox.Triple(subject, LABEL, ox.Literal(f"Größe {stem}", language="de")),
        ox.Triple(subject, ox.NamedNode("https://schema.org/name"), ox.Literal(stem)),
        ox.Triple(part, ox.NamedNode(ONR + "partOf"), subject),
    ]


def dump() -> bytes:
    """All triples as N-Quads in two graphs; the label of the first stands in both."""
    quads = [
        ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(GRAPHS[number % 2]))
        for number, stem in enumerate(DOCUMENTS)
        for t in triples_of(stem)
    ]
    first = triples_of("company/nordwind")[2]
    quads.append(ox.Quad(first.subject, first.predicate, first.object, ox.NamedNode(GRAPHS[1])))
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS)


def page(title: str, language: str) -> bytes:
    """A page of our own, long enough to be worth compressing."""
    filler = "<p>Nordwind baut Windräder an der Küste.</p>" * 40
    return (
        f'<!doctype html><html lang="{language}"><title>{title}</title><body>{filler}</body></html>'
    ).encode()


def files() -> Mapping[str, bytes]:
    """Everything that the publication holds, by path."""
    made: dict[str, bytes] = {}
    for stem in DOCUMENTS:
        for suffix, form in _FORMATS.items():
            made[f"{stem}.{suffix}"] = ox.serialize(triples_of(stem), format=form)
        made[f"{stem}.html"] = page(stem, "de")
        made[f"en/{stem}.html"] = page(stem, "en")
    for path in ("index.html", "about.html", "404.html", "410.html"):
        made[path] = page(path, "de")
        made[f"en/{path}"] = page(path, "en")
    made[f"{GONE}.html"] = page("withdrawn", "de")
    made[f"en/{GONE}.html"] = page("withdrawn", "en")
    made["data/onrecord.nq"] = dump()
    made["data/void.turtle"] = made["company/nordwind.ttl"]
    made["styles/site.css"] = b"body { margin: 0 }\n" * 100
    return {**made, **rules(CONFIG, DOCUMENTS, tombstones=[GONE])}


def write(folder: Path) -> Path:
    """Put the publication into a folder."""
    for path, data in files().items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder
