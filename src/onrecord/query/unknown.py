"""A query that found nothing → the terms in it that the graph does not know, with the nearest."""

import difflib
from dataclasses import dataclass
from typing import Final

from onrecord.names import ROOT, Names
from onrecord.query.answer import Table, Truth
from onrecord.query.lexer import tokens
from onrecord.query.session import Session

_KNOWN: Final = (
    "ASK {{ GRAPH ?g {{ {{ <{0}> ?p ?o }} UNION {{ ?s <{0}> ?o }} UNION {{ ?s ?p <{0}> }} }} }}"
)
_NAMES: Final = "SELECT DISTINCT ?s { GRAPH ?g { ?s a ?class } }"
_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Unknown:
    """A term as the query writes it, and the IRI of the graph that is written most like it."""

    written: str
    nearest: str = ""


def unknown(session: Session, text: str, names: Names) -> list[Unknown]:
    """The terms of onrecord and of the workspace that occur in no triple; other vocabularies are
    not asked about."""
    missing = {
        iri: written
        for iri, written in list(_terms(text, names).items())[:_MOST]
        if session.run(_KNOWN.format(iri)) == Truth(False)
    }
    if not missing:
        return []
    answer = session.run(_NAMES)
    rows = answer.rows if isinstance(answer, Table) else ()
    every = [str(getattr(row[0], "value", "")) for row in rows]
    return [Unknown(written, _nearest(iri, every)) for iri, written in missing.items()]


def _terms(text: str, names: Names) -> dict[str, str]:
    """The IRIs of a query that belong to onrecord, each with how it is written."""
    known = dict(names.prefixes)
    found: dict[str, str] = {}
    declared: str | None = None
    before = ""
    for token in tokens(text):
        prefix, colon, rest = token.text.partition(":")
        if token.kind == "name" and before == "PREFIX":
            declared = prefix
        elif token.kind == "iri" and declared is not None:
            known[declared], declared = token.text[1:-1], None
        elif token.kind in ("iri", "name"):
            iri = token.text[1:-1] if token.kind == "iri" else known.get(prefix, "") + rest
            if iri.startswith((ROOT, names.base)) and colon and rest:
                found.setdefault(iri, token.text)
        before = token.keyword
    return found


def _nearest(iri: str, names: list[str]) -> str:
    """The name of the same namespace whose last part is most like that of the IRI."""
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    beside = {n[cut:]: n for n in names if n.startswith(iri[:cut])}
    return next((beside[m] for m in difflib.get_close_matches(iri[cut:], beside, 1)), "")
