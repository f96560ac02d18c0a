"""Content negotiation by profile: a resource with its evidence, or in schema.org's terms alone."""

from pathlib import Path

import pyoxigraph as ox
from starlette.requests import Request

from onrecord.names import RDF
from onrecord.publish.hosting.table import EVIDENCE_PROFILE, SCHEMA_PROFILE
from onrecord.serve.protocol import Refusal

EVIDENCE = "evidence"
SCHEMA = "schema.org"
_IRIS = {EVIDENCE_PROFILE: EVIDENCE, SCHEMA_PROFILE: SCHEMA, "http://schema.org/": SCHEMA}
_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}


def asked_profile(request: Request) -> str:
    """`?profile=` first, then Accept-Profile; empty if neither is there."""
    if named := request.query_params.get("profile"):
        return _known(named)
    header = request.headers.get("accept-profile", "")[:2000]
    for element in header.split(","):
        if iri := element.partition(";")[0].strip(" <>\t"):
            return _known(iri)
    return ""


def _known(named: str) -> str:
    if named in (EVIDENCE, SCHEMA):
        return named
    if named in _IRIS:
        return _IRIS[named]
    raise Refusal(
        406,
        "There is no profile of that name",
        f"There are {EVIDENCE} ({EVIDENCE_PROFILE}) and {SCHEMA} ({SCHEMA_PROFILE}).",
    )


def schema_view(file: Path) -> bytes:
    """The part of a document's file that is in schema.org's terms, in the same form."""
    form = _FORMATS.get(file.suffix[1:])
    if form is None:
        raise Refusal(406, "Pages have no profiles", "Ask for an RDF form.")
    quads = ox.parse(input=file.with_suffix(".nt").read_bytes(), format=ox.RdfFormat.N_TRIPLES)
    kept = [q.triple for q in quads if _is_schema(q)]
    return ox.serialize(kept, format=form, prefixes={"schema": SCHEMA_PROFILE}) or b""


def _is_schema(quad: ox.Quad) -> bool:
    if quad.predicate.value == RDF + "type":
        return isinstance(quad.object, ox.NamedNode) and quad.object.value.startswith(
            SCHEMA_PROFILE
        )
    return quad.predicate.value.startswith(SCHEMA_PROFILE)
