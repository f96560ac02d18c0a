"""The two ways to write to a store: the Graph Store Protocol, and SPARQL Update."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

from onrecord.push.payload import Payload, parse_payload
from onrecord.push.transport import Transport, checked

_TRIPLES = {"Content-Type": "application/n-triples"}
_ACCEPT = {"Accept": "application/n-triples"}


class Store(Protocol):
    """A place that holds named graphs."""

    def read(self, graph: str) -> Payload:
        """What the store holds in a graph; empty if there is none."""

    def write(self, payload: Payload) -> None:
        """Replace a graph."""

    def drop(self, graph: str) -> None:
        """Remove a graph."""


@dataclass(frozen=True, slots=True)
class GraphStore:
    """SPARQL 1.1 Graph Store HTTP Protocol: a graph is replaced by one PUT."""

    transport: Transport
    url: str

    def read(self, graph: str) -> Payload:
        """GET; 404 means empty."""
        answer = self.transport.send("GET", self.url, headers=_ACCEPT, params={"graph": graph})
        if answer.status_code == 404:
            return Payload(graph, b"", 0)
        return parse_payload(graph, checked(answer, "to show a graph").content)

    def write(self, payload: Payload) -> None:
        """PUT."""
        answer = self.transport.send(
            "PUT", self.url, content=payload.data, headers=_TRIPLES, params={"graph": payload.graph}
        )
        checked(answer, f"the graph <{payload.graph}>")

    def drop(self, graph: str) -> None:
        """DELETE; a graph that is not there is gone already."""
        answer = self.transport.send("DELETE", self.url, params={"graph": graph})
        if answer.status_code != 404:
            checked(answer, f"to delete <{graph}>")


@dataclass(frozen=True, slots=True)
class UpdateStore:
    """SPARQL 1.1 Update: a graph is cleared and filled in pieces; read by a query."""

    transport: Transport
    url: str
    query_url: str
    piece: int = 20_000
    """Triples in one request."""

    def read(self, graph: str) -> Payload:
        """CONSTRUCT by the query protocol, as a form: some stores never answer a bare query."""
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        headers = {**_ACCEPT, "Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode({"query": text}).encode()
        answer = self.transport.send("POST", self.query_url, content=body, headers=headers)
        return parse_payload(graph, checked(answer, "to show a graph").content)

    def write(self, payload: Payload) -> None:
        """The first request clears the graph as well, so that a small graph is never half there."""
        clear = f"DROP SILENT GRAPH <{payload.graph}> ;\n"
        for lines in _pieces(payload.data, self.piece):
            body = f"INSERT DATA {{ GRAPH <{payload.graph}> {{\n".encode() + lines + b"} }"
            self._update(clear.encode() + body, f"the graph <{payload.graph}>")
            clear = ""

    def drop(self, graph: str) -> None:
        """DROP SILENT."""
        self._update(f"DROP SILENT GRAPH <{graph}>".encode(), f"to delete <{graph}>")

    def _update(self, text: bytes, doing: str) -> None:
        headers = {"Content-Type": "application/sparql-update"}
        checked(self.transport.send("POST", self.url, content=text, headers=headers), doing)


def _pieces(data: bytes, size: int) -> Iterator[bytes]:
    lines = data.splitlines(keepends=True)
    for start in range(0, len(lines), size):
        yield b"".join(lines[start : start + size])
