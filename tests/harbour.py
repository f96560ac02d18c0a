"""A publication about an invented quarrel in a harbour, for the tests of views and pages."""

import dataclasses
import random
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from onrecord.graph import KnowledgeGraph
from onrecord.names import Names
from onrecord.publish.publication import Publication
from onrecord.publish.site import pages
from onrecord.validate import Report
from onrecord.views.library import Library, load
from onrecord.workspace import Workspace

BASE = "https://example.org/kg/"
HERE = Path(__file__).parent
PREFIXES = """
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix form: <https://w3id.org/onrecord/scheme/form#> .
@prefix modality: <https://w3id.org/onrecord/scheme/modality#> .
@prefix polarity: <https://w3id.org/onrecord/scheme/polarity#> .
@prefix company: <https://example.org/kg/company/> .
@prefix person: <https://example.org/kg/person/> .
@prefix article: <https://example.org/kg/article/> .
@prefix deal: <https://example.org/kg/deal/> .
@prefix dispute: <https://example.org/kg/dispute/> .
@prefix st: <https://example.org/kg/statement/harbour/> .
"""


@cache
def workspace() -> Workspace:
    """The repository as a workspace with another base."""
    found = Workspace.find(HERE)
    config = dataclasses.replace(found.config, base=BASE)
    return Workspace(found.root, config)


@cache
def vocabulary() -> tuple[ox.Triple, ...]:
    """The triples of the ontology and its schemes."""
    files = workspace().files("ontology", "**/*.ttl")
    return tuple(q.triple for f in files for q in ox.parse(path=f, format=ox.RdfFormat.TURTLE))


def publication(more: str = "", seed: int = 0) -> Publication:
    """The harbour story, with `more` Turtle; `seed` shuffles the order of the triples."""
    story = [q.triple for q in ox.parse(path=HERE / "sites/harbour.ttl")]
    story += [q.triple for q in ox.parse(PREFIXES + more, format=ox.RdfFormat.TURTLE)]
    terms = list(vocabulary())
    if seed:
        random.Random(seed).shuffle(story)
        random.Random(seed).shuffle(terms)
    names = Names(BASE)
    graphs = {
        names.graph("article", "harbour"): tuple(story),
        names.graph("ontology"): tuple(terms),
        names.graph("schema-org"): _projection(names),
    }
    return Publication(workspace(), KnowledgeGraph(names, graphs), Report())


def _projection(names: Names) -> tuple[ox.Triple, ...]:
    subject = ox.NamedNode(names.iri("statement", "harbour", "lund-goes-on"))
    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    text = ox.NamedNode("https://schema.org/text")
    return (
        ox.Triple(subject, kind, ox.NamedNode("https://schema.org/Claim")),
        ox.Triple(subject, text, ox.Literal("Es geht weiter </script><b>.", language="de")),
    )


def library(more: str = "", seed: int = 0) -> Library:
    """What the templates look up."""
    made = publication(more, seed)
    return load(made.workspace, made.graph)


def site(more: str = "", seed: int = 0) -> dict[str, str]:
    """The pages and pictures of the story, as text by path."""
    made = pages(publication(more, seed))
    return {p: b.decode() for p, b in made if p.endswith((".html", ".svg", ".css"))}


@cache
def plain_site() -> dict[str, str]:
    """The pages of the story as it stands."""
    return site()
