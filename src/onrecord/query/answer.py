"""The bytes of an answer in, the answer as data out: `Table`, `Truth` or `Graph`."""

from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.query.admission import Form
from onrecord.query.formats import FORMATS

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Table:
    """What SELECT answers: names of columns, rows of terms; `None` where nothing is bound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    @property
    def empty(self) -> bool:
        """Whether nothing was found."""
        return not self.rows


@dataclass(frozen=True, slots=True)
class Truth:
    """What ASK answers."""

    value: bool

    @property
    def empty(self) -> bool:
        """Whether nothing was found."""
        return not self.value


@dataclass(frozen=True, slots=True)
class Graph:
    """What CONSTRUCT and DESCRIBE answer: triples in a stable order."""

    triples: tuple[ox.Triple, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing was found."""
        return not self.triples


Answer = Table | Truth | Graph


def wire_format(form: Form) -> str:
    """The name of the format in which an answer crosses from the child process."""
    return "json" if form in ("SELECT", "ASK") else "ntriples"


def parse(body: bytes, form: Form) -> Answer:
    """Read an answer that was written in its `wire_format`."""
    if form in ("CONSTRUCT", "DESCRIBE"):
        quads = ox.parse(input=body, format=ox.RdfFormat.N_TRIPLES)
        return Graph(tuple(sorted((quad.triple for quad in quads), key=str)))
    result = ox.parse_query_results(input=body, format=ox.QueryResultsFormat.JSON)
    if isinstance(result, ox.QueryBoolean):
        return Truth(bool(result))
    columns = tuple(variable.value for variable in result.variables)
    return Table(columns, tuple(tuple(row[name] for name in columns) for row in result))


def is_empty(body: bytes, form: Form, written_as: str) -> bool:
    """Whether an answer in a format that fits the form says that nothing was found."""
    known = FORMATS[written_as]
    if known.rdf is not None:
        return next(iter(ox.parse(input=body, format=known.rdf)), None) is None
    if known.results is ox.QueryResultsFormat.CSV:  # which nobody reads: no term says its kind
        return body.strip() == b"false" if form == "ASK" else body.count(b"\n") < 2
    result = ox.parse_query_results(input=body, format=known.results)
    if isinstance(result, ox.QueryBoolean):
        return not result
    return next(iter(result), None) is None
