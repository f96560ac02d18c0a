"""A release and a newsroom's key → signed nanopublications with trusty IRIs, and their check.

The `nanopub` library (extra `sign`) signs and checks; nothing is sent anywhere. Each statement is
one nanopublication: what it says of itself, its evidence, and who published it when. A signature
does not depend on the time or on chance: RSA with PKCS #1 v1.5 over normalised quads.
"""

import base64
import hashlib
import importlib
import warnings
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox
import rdflib

from onrecord.derive.nanopublications import nanopublication_graphs
from onrecord.diff.snapshot import read_graphs
from onrecord.errors import SourceError, SystemFailure, UsageError
from onrecord.graph import KnowledgeGraph
from onrecord.names import DCTERMS, NP, PROV, RDF, XSD, Names, check_iri, document
from onrecord.output import write_file
from onrecord.publish.history import Past
from onrecord.rdf import write_dataset
from onrecord.rdf.bridge import rdflib_graph
from onrecord.workspace import Workspace

SIGNED: Final = "nanopublications-signed.trig"
_PUBLIC_KEY: Final = "http://purl.org/nanopub/x/hasPublicKey"
_PARTS: Final = ("assertion", "provenance", "pubinfo")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: an IRI (an ORCID or the newsroom's own) and the file of an RSA private key."""

    iri: str
    key: Path

    def profile(self, library: Any) -> Any:
        """The library's own record of the signer; `UsageError` where the key is none."""
        check_iri(self.iri)
        try:
            lines = self.key.read_text(encoding="ascii").split("\n")
            body = "".join(line.strip() for line in lines if "-----" not in line)
            return library.Profile(orcid_id=self.iri, name=self.iri, private_key=body)
        except OSError as error:
            raise UsageError(f"cannot be read: {error.strerror}", file=self.key) from error
        except (ValueError, IndexError, TypeError) as error:
            raise UsageError(
                "is no RSA private key",
                file=self.key,
                hint="make one with 'openssl genrsa -out key.pem 2048'",
            ) from error


def sign_release(past: Past, workspace: Workspace, signer: Signer) -> int:
    """Writes the signed nanopublications of a release beside its record; how many there are.

    Raises `SystemFailure` without the library, `UsageError` at a key that cannot be used.
    """
    with _library() as library:
        profile = signer.profile(library)
        names = workspace.config.names
        graph = KnowledgeGraph(names, {g: tuple(t) for g, t in read_graphs(past.dump).items()})
        signed: dict[str, list[ox.Triple]] = {}
        for iri, parts in sorted(_statements(graph).items()):
            made = _nanopublication(library, profile, iri, parts, past, workspace)
            made.sign()
            signed.update(_graphs(made.rdf))
    write_file(past.folder / SIGNED, write_dataset(signed, "trig", names))
    return len(signed) // (len(_PARTS) + 1)


def verify_signed(path: Path, names: Names) -> list[str]:
    """What is wrong with a file of signed nanopublications, by the library's own checker."""
    problems = []
    with _library() as library:
        for iri, graphs in sorted(_signed(path).items()):
            whole = rdflib.ConjunctiveGraph()
            whole.parse(data=write_dataset(graphs, "nq", names).decode(), format="nquads")
            try:
                made = library.Nanopub(rdf=whole)
                valid = made.is_valid and made.has_valid_trusty and made.has_valid_signature
            except (ValueError, TypeError, KeyError) as error:
                problems.append(f"{iri}: {error}")
                continue
            if not valid:
                problems.append(f"{iri} is not valid")
    return problems


def fingerprints(path: Path) -> tuple[str, ...]:
    """SHA-256 (hex) of each public key that a file is signed with: who signed is for a person to
    compare, since any key makes a valid signature."""
    keys = {
        str(getattr(t.object, "value", ""))
        for graphs in _signed(path).values()
        for triples in graphs.values()
        for t in triples
        if t.predicate.value == _PUBLIC_KEY
    }
    return tuple(sorted(hashlib.sha256(base64.b64decode(key)).hexdigest() for key in keys))


@contextmanager
def _library() -> Iterator[Any]:
    """The library, with its outdated calls to rdflib kept quiet."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield importlib.import_module("nanopub")
        except ImportError as error:
            raise SystemFailure(
                "the nanopub library is not installed",
                hint="pip install 'onrecord[sign]'",
            ) from error


def _statements(graph: KnowledgeGraph) -> dict[str, dict[str, list[ox.Triple]]]:
    """Statement → part → its triples; without the head, which the library writes."""
    found: dict[str, dict[str, list[ox.Triple]]] = defaultdict(dict)
    for name, triples in nanopublication_graphs(graph).items():
        owner, _, part = name.partition("#")
        if part in _PARTS:
            found[owner][part] = triples
    return dict(found)


def _nanopublication(
    library: Any,
    profile: Any,
    iri: str,
    parts: Mapping[str, list[ox.Triple]],
    past: Past,
    workspace: Workspace,
) -> Any:
    graphs = {part: rdflib_graph(parts.get(part, ())) for part in _PARTS}
    made = library.Nanopub(conf=library.NanopubConf(profile=profile), **graphs)
    itself = made.metadata.namespace[""]
    derived, licence = rdflib.URIRef(PROV + "wasDerivedFrom"), workspace.config.data_license
    made.provenance.add((made.assertion.identifier, derived, rdflib.URIRef(document(iri))))
    version = f"{workspace.config.names.graph('catalog')}#version-{past.version}"
    for predicate, value in (
        (DCTERMS + "creator", rdflib.URIRef(profile.orcid_id)),
        (DCTERMS + "license", rdflib.URIRef(licence)),
        (DCTERMS + "isPartOf", rdflib.URIRef(version)),
    ):
        made.pubinfo.add((itself, rdflib.URIRef(predicate), value))
    if past.date:
        moment = rdflib.Literal(f"{past.date}T00:00:00Z", datatype=rdflib.URIRef(XSD + "dateTime"))
        made.pubinfo.add((itself, rdflib.URIRef(DCTERMS + "created"), moment))
    return made


def _graphs(dataset: Any) -> dict[str, list[ox.Triple]]:
    """The library's graphs in our own form."""
    text = dataset.serialize(format="nquads")
    found: dict[str, list[ox.Triple]] = defaultdict(list)
    for quad in ox.parse(input=text, format=ox.RdfFormat.N_QUADS):
        found[str(quad.graph_name)[1:-1]].append(quad.triple)
    return found


def _signed(path: Path) -> dict[str, dict[str, list[ox.Triple]]]:
    """Nanopublication → its graphs; `SourceError` where the file is something else."""
    graphs: dict[str, list[ox.Triple]] = defaultdict(list)
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TRIG):
            graphs[str(quad.graph_name)[1:-1]].append(quad.triple)
    except (SyntaxError, OSError) as error:
        raise SourceError(f"cannot be read: {error}", file=path) from error
    heads = {
        str(t.subject)[1:-1]: {name: triples}
        for name, triples in graphs.items()
        for t in triples
        if t.predicate.value == RDF + "type" and str(t.object)[1:-1] == NP + "Nanopublication"
    }
    for iri, mine in heads.items():
        (head,) = tuple(mine.values())
        for t in head:
            if str(t.subject)[1:-1] == iri and t.predicate.value.startswith(NP + "has"):
                name = str(t.object)[1:-1]
                mine[name] = graphs.get(name, [])
    return heads
