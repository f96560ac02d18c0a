"""A dump in, one `Payload` a named graph out: sorted N-Triples and their hash."""

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pyoxigraph as ox

from onrecord.errors import ParseError, SystemFailure
from onrecord.names import XSD

_NUMBER = re.compile(rf'"([+-]?[0-9]*\.?[0-9]*)"\^\^<{re.escape(XSD)}(?:decimal|integer)>')


def _by_value(match: re.Match[str]) -> str:
    """A number in the canonical form of XML Schema 1.1; as it stands if it is none."""
    try:
        value = Decimal(match[1])
    except InvalidOperation:
        return match[0]
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f'"{"0" if text in ("-0", "") else text}"^^<{XSD}decimal>'


@dataclass(frozen=True, slots=True)
class Payload:
    """What one graph is to hold."""

    graph: str
    data: bytes
    triples: int

    @property
    def sha256(self) -> str:
        """The hash of the sorted N-Triples, the same for the same set of triples.

        Numbers count by their value: Virtuoso keeps 5.0 as 5, and a large integer as a decimal.
        """
        lines = {_NUMBER.sub(_by_value, line) for line in self.data.decode().splitlines()}
        return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def read_payloads(dump: Path) -> tuple[Payload, ...]:
    """The graphs of an N-Quads file, sorted by name; triples of no graph are an error."""
    graphs: dict[str, list[ox.Triple]] = defaultdict(list)
    try:
        for quad in ox.parse(path=dump, format=ox.RdfFormat.N_QUADS):
            if not isinstance(quad.graph_name, ox.NamedNode):
                raise ParseError("A triple belongs to no graph", file=dump, hint="Build again.")
            graphs[quad.graph_name.value].append(quad.triple)
    except SyntaxError as error:
        raise ParseError(str(error), file=dump, hint="Build the publication again.") from error
    except OSError as error:
        raise SystemFailure(
            f"The dump cannot be read: {error}", file=dump, hint="Run `onrecord build` first."
        ) from error
    return tuple(payload(graph, triples) for graph, triples in sorted(graphs.items()))


def payload(graph: str, triples: list[ox.Triple]) -> Payload:
    """The triples of a graph in the one form that is hashed."""
    lines = sorted({f"{triple} .\n" for triple in triples})
    return Payload(graph, "".join(lines).encode(), len(lines))


def parse_payload(graph: str, data: bytes) -> Payload:
    """N-Triples as a store gave them, in the same form."""
    quads = ox.parse(input=data, format=ox.RdfFormat.N_TRIPLES)
    return payload(graph, [quad.triple for quad in quads])
