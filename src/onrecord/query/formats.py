"""The one table of the formats that an answer can be written in: name, media type, suffix."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.query.admission import Form


@dataclass(frozen=True, slots=True)
class Format:
    """How an answer is written; `results` for SELECT and ASK, else `rdf` for graphs."""

    name: str
    media_type: str
    results: ox.QueryResultsFormat | None = None
    rdf: ox.RdfFormat | None = None
    ask: bool = True

    def fits(self, form: Form) -> bool:
        """Whether an answer of this form can be written so."""
        if form in ("CONSTRUCT", "DESCRIBE"):
            return self.rdf is not None
        return self.results is not None and (form == "SELECT" or self.ask)


_ALL = (
    Format("json", "application/sparql-results+json", results=ox.QueryResultsFormat.JSON),
    Format("xml", "application/sparql-results+xml", results=ox.QueryResultsFormat.XML),
    Format("csv", "text/csv", results=ox.QueryResultsFormat.CSV),
    Format("tsv", "text/tab-separated-values", results=ox.QueryResultsFormat.TSV),
    Format("turtle", "text/turtle", rdf=ox.RdfFormat.TURTLE),
    Format("ntriples", "application/n-triples", rdf=ox.RdfFormat.N_TRIPLES),
    Format("jsonld", "application/ld+json", rdf=ox.RdfFormat.JSON_LD),
    Format("rdfxml", "application/rdf+xml", rdf=ox.RdfFormat.RDF_XML),
    Format("trig", "application/trig", rdf=ox.RdfFormat.TRIG),
    Format("nquads", "application/n-quads", rdf=ox.RdfFormat.N_QUADS),
    Format("n3", "text/n3", rdf=ox.RdfFormat.N3),
)
FORMATS: Mapping[str, Format] = {each.name: each for each in _ALL}
"""By name, the one to prefer first."""


def formats_for(form: Form) -> tuple[Format, ...]:
    """The formats that fit a query form, the one to prefer first."""
    return tuple(each for each in _ALL if each.fits(form))
