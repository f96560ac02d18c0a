"""A publication in, a server of the Model Context Protocol out: an assistant asks and quotes.

Its tools answer with IRIs and anchors, so that every sentence can be cited, and run under the same
limits as the SPARQL endpoint.
"""

import contextlib
from collections.abc import AsyncIterator, Awaitable
from pathlib import Path
from typing import Annotated, Any, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from onrecord import __version__
from onrecord.assistant.graph import Graph
from onrecord.errors import OnrecordError, SystemFailure
from onrecord.publish.hosting import SITE_FILE
from onrecord.publish.hosting.table import Site
from onrecord.serve.app import DUMP
from onrecord.serve.pool import Pool
from onrecord.serve.settings import Settings

__all__ = ["assistant"]

_INSTRUCTIONS = """\
A knowledge graph of news in which every fact is a statement that somebody made. Never report a
statement as a plain fact: say who made it, on whose behalf or according to which report, and
whether it is planned, negated or disputed. Cite the IRI. Anchor phrases are verbatim; glosses are
no quotations.
"""
_T = TypeVar("_T")
Language = Annotated[str, Field(description="de or en")]
Name = Annotated[str, Field(description="IRI, or a path such as statement/article/name")]


def assistant(publication: Path, settings: Settings | None = None) -> MCPServer[Graph]:
    """The server over a built publication; it loads the dump when a client connects."""
    if not (publication / SITE_FILE).is_file():
        raise SystemFailure(
            "There is no publication here",
            file=publication / SITE_FILE,
            hint="Run `onrecord build` first.",
        )
    site = Site.from_json((publication / SITE_FILE).read_bytes())
    graph = Graph(Pool(publication / DUMP, settings or Settings(workers=2)), site)

    @contextlib.asynccontextmanager
    async def lifespan(_: MCPServer[Graph]) -> AsyncIterator[Graph]:
        await graph.pool.start()
        try:
            yield graph
        finally:
            await graph.pool.close()

    made: MCPServer[Graph] = MCPServer(
        "onrecord",
        version=__version__,
        instructions=_INSTRUCTIONS,
        lifespan=lifespan,
        log_level="WARNING",
    )
    _add_tools(made, graph)
    return made


def _add_tools(server: MCPServer[Graph], graph: Graph) -> None:
    @server.tool(title="Search", structured_output=True)
    async def search(
        words: Annotated[str, Field(description="A name, or words of a gloss or an anchor")],
        language: Language = "de",
        limit: Annotated[int, Field(ge=1, le=100)] = 20,
    ) -> dict[str, Any]:
        """Find statements, people, companies, deals and disputes by words; gives their IRIs."""
        return {"found": await _told(graph.search(words, language, limit))}

    @server.tool(title="Statement with evidence", structured_output=True)
    async def statement(name: Name, language: Language = "de") -> dict[str, Any]:
        """Who said what, by whose report, how sure, and where it stands: gloss, anchor, link."""
        return await _told(graph.statement(name, language))

    @server.tool(title="Dispute", structured_output=True)
    async def dispute(name: str = "", language: Language = "de") -> dict[str, Any]:
        """One question with the differing positions of its speakers; with no name, all disputes."""
        return await _told(graph.dispute(name, language))

    @server.tool(title="Deal ledger", structured_output=True)
    async def deal(name: str = "", language: Language = "de") -> dict[str, Any]:
        """Parties in their roles, and amounts and status per speaker; with no name, all deals."""
        return await _told(graph.deal(name, language))

    @server.tool(title="SPARQL", structured_output=True)
    async def sparql(query: str) -> dict[str, Any]:
        """Ask the graph in SPARQL 1.1, read-only, within limits; common prefixes are known."""
        return await _told(graph.sparql(query))


async def _told(work: Awaitable[_T]) -> _T:
    """The result, or the error in words that an assistant can act on."""
    try:
        return await work
    except OnrecordError as error:
        raise ToolError(f"{error.message}. {error.hint or ''}".strip()) from error
