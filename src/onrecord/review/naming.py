"""Names as the text prints them → the agents that the graph knows by now.

An extraction knows the register of its day; what a person has described since is found here.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

import pyoxigraph as ox

from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR, RDFS, SKOS
from onrecord.review.content import deal_parties, office_parts
from onrecord.review.records import Proposal
from onrecord.review.terms import TYPE

AGENTS: Final = ("Person", "Company", "NewsMedium", "Group", "Agent")
_CLASSES: Final = frozenset(ONR + name for name in AGENTS)
_NAMED: Final = frozenset({RDFS + "label", SKOS + "altLabel", SKOS + "prefLabel"})
_ARTICLES: Final = ("der ", "die ", "das ", "dem ", "den ", "the ")


def labels_of(graph: KnowledgeGraph, language: str) -> dict[str, str]:
    """IRI → its label, the one in the language where there is one."""
    return _in(language, graph, {RDFS + "label", SKOS + "prefLabel"})


def glosses_of(graph: KnowledgeGraph, language: str) -> dict[str, str]:
    """IRI of a statement → its gloss, the one in the language where there is one."""
    return _in(language, graph, {ONR + "gloss"})


def _in(language: str, graph: KnowledgeGraph, wanted: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for t in graph.triples():
        if t.predicate.value in wanted and isinstance(t.object, ox.Literal):
            iri = getattr(t.subject, "value", "")
            if t.object.language == language or iri not in found:
                found[iri] = t.object.value
    return found


def agents_by_name(graph: KnowledgeGraph) -> dict[str, str]:
    """Name, folded → IRI; what two agents are called names neither."""
    agents: set[str] = set()
    named: dict[str, set[str]] = {}
    for t in graph.triples():
        subject, value = getattr(t.subject, "value", ""), getattr(t.object, "value", "")
        if t.predicate.value == TYPE and value in _CLASSES:
            agents.add(subject)
        elif t.predicate.value in _NAMED:
            named.setdefault(value.casefold(), set()).add(subject)
    found = ((name, iris & agents) for name, iris in named.items())
    return {name: next(iter(iris)) for name, iris in found if len(iris) == 1}


def agent(name: str, known: Mapping[str, str]) -> str:
    """The IRI of a name, in the genitive and behind an article as well; empty where unknown."""
    bare = name.casefold().strip()
    for article in _ARTICLES:
        bare = bare if bare in known else bare.removeprefix(article)
    return known.get(bare) or known.get(bare.removesuffix("s"), "")


def resolved(proposal: Proposal, known: Mapping[str, str]) -> Proposal:
    """The proposal with the speaker and the parties that are known by now."""
    speaker = proposal.speaker or agent(proposal.speaker_name, known)
    names: list[str] = []
    if proposal.kind == "deal":
        names = [name for name, _ in deal_parties(proposal.content)]
    elif proposal.kind == "office":
        names = list(office_parts(proposal.content)[:2])
    elif proposal.kind == "mention" and not proposal.entities:
        names = [proposal.content.partition(": ")[2]]
    found = {iri for name in names if (iri := agent(name, known))}
    entities = tuple(sorted({*proposal.entities, *found}))
    return replace(proposal, speaker=speaker, entities=entities)
