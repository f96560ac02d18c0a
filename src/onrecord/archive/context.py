"""A workspace → what every worker knows: names, register, axioms, shapes and types of terms."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from onrecord.archive.specimens import Forms
from onrecord.derive.axioms import Axioms, closure
from onrecord.errors import IdentityError
from onrecord.extract.register import Known, read_register
from onrecord.graph import ENTITIES, ONTOLOGY, SHAPES_GRAPH, KnowledgeGraph, from_sources
from onrecord.names import RDF, Names, document, slug
from onrecord.rdf import Source, read
from onrecord.workspace import Config, Workspace

_TYPE: Final = ox.NamedNode(RDF + "type")
_WORD: Final = re.compile(r"[^\W_]+")
_BEGINNING: Final = 3


@dataclass(frozen=True)
class Context:
    """Read once per worker; its size depends on the register, not on the number of articles."""

    config: Config
    known: tuple[Known, ...]
    axioms: Axioms
    graph: KnowledgeGraph
    checks: tuple[str, ...]

    @property
    def names(self) -> Names:
        """Mints the IRIs of the archive."""
        return self.config.names

    @cached_property
    def types(self) -> Mapping[str, tuple[str, ...]]:
        """IRI → its type triples, derived ones too, as lines of N-Triples."""
        found: dict[str, list[str]] = defaultdict(list)
        own = {t for t in self.graph.triples(ONTOLOGY, ENTITIES) if t.predicate == _TYPE}
        for triple in sorted(own | closure(own, set(), self.axioms), key=str):
            iri = getattr(triple.subject, "value", "")
            found[iri].append(f"{triple.subject} {triple.predicate} {triple.object} .\n")
        return {iri: tuple(lines) for iri, lines in found.items()}

    @cached_property
    def forms(self) -> Forms:
        """The forms of what is said of articles and proposals."""
        return Forms(self.names, self.axioms)

    @cached_property
    def registered(self) -> Mapping[str, tuple[ox.Triple, ...]]:
        """Document IRI of the register → what the register says of it and its parts."""
        found: dict[str, list[ox.Triple]] = defaultdict(list)
        for triple in self.graph.triples(ENTITIES):
            found[document(getattr(triple.subject, "value", ""))].append(triple)
        return {iri: tuple(triples) for iri, triples in sorted(found.items())}

    @cached_property
    def by_name(self) -> Mapping[tuple[str, str], str]:
        """(kind, name or alias, folded) → IRI; names of two entities lead nowhere."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for known in self.known:
            for name in (known.name, *known.aliases):
                found[known.kind, name.casefold()].add(known.iri)
        return {key: next(iter(iris)) for key, iris in found.items() if len(iris) == 1}

    @cached_property
    def _by_word(self) -> Mapping[str, frozenset[int]]:
        """The beginnings of the words of names → which entries of the register have them."""
        found: dict[str, set[int]] = defaultdict(set)
        for number, known in enumerate(self.known):
            for beginning in _beginnings(" ".join((known.name, *known.aliases))):
                found[beginning].add(number)
        return {beginning: frozenset(numbers) for beginning, numbers in found.items()}

    def known_in(self, text: str) -> tuple[Known, ...]:
        """The entries of the register of which some word begins like a word of the text.

        Extraction finds the same with these as with all, in a time that depends on the text.
        """
        by_word = self._by_word
        found = frozenset[int]().union(*(by_word[b] for b in by_word.keys() & _beginnings(text)))
        return tuple(self.known[number] for number in sorted(found))

    def entity(self, kind: str, name: str, iri: str | None = None) -> str:
        """The IRI of an entity: the register's where it has the name, else one of its own."""
        known = iri or self.by_name.get((kind, name.casefold()))
        if known:
            return known
        digest = hashlib.sha256(name.encode()).hexdigest()[:12]
        try:
            minted = self.names.iri(kind, slug(name))
        except IdentityError:
            return self.names.iri(kind, f"x-{digest}")
        # The register's entity of that address goes by other names: it is not this one.
        return f"{minted[:200]}-{digest}" if minted in self.registered else minted


def _beginnings(text: str) -> set[str]:
    return {word[:_BEGINNING] for word in set(_WORD.findall(text.casefold()))}


def load(workspace: Workspace) -> Context:
    """Reads ontology, shapes and register; articles of the workspace stay outside."""
    names = workspace.config.names
    files: dict[str, Iterable[Source]] = {
        names.graph(ONTOLOGY): _sources(workspace, workspace.files("ontology", "**/*.ttl")),
        names.graph(SHAPES_GRAPH): _sources(workspace, workspace.files("shapes", "*.ttl")),
        names.graph(ENTITIES): _sources(workspace, workspace.entity_files()),
    }
    graph = from_sources(names, files)
    checks = workspace.files("shapes", "checks/*-violation.rq")
    return Context(
        workspace.config,
        read_register(workspace.entity_files()),
        Axioms.read(graph.triples(ONTOLOGY)),
        graph,
        tuple(path.as_posix() for path in checks),
    )


def _sources(workspace: Workspace, paths: Iterable[object]) -> list[Source]:
    return [read(path, workspace.relative(path)) for path in paths]  # type: ignore[arg-type]


def fingerprint(workspace: Workspace) -> str:
    """SHA-256 of everything in the workspace that an archive's bytes depend on."""
    digest = hashlib.sha256(repr(workspace.config).encode())
    paths = (
        *workspace.files("ontology", "**/*.ttl"),
        *workspace.files("shapes", "*.ttl"),
        *workspace.files("shapes", "checks/*.rq"),
        *workspace.entity_files(),
    )
    for path in paths:
        data = path.read_bytes()
        digest.update(f"{path.name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
