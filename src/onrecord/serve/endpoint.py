"""The SPARQL endpoint: a request in, the whole answer, a description or a reasoned refusal out."""

import json
from pathlib import Path

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import LimitError, OnrecordError, QueryError
from onrecord.query import FORMATS, formats_for
from onrecord.query.worker import Job
from onrecord.serve.description import describe_service
from onrecord.serve.negotiation import preferred
from onrecord.serve.pages import query_page
from onrecord.serve.pool import Overload, Pool
from onrecord.serve.protocol import Call, Refusal, read_call
from onrecord.serve.settings import Settings

_ALIASES = {"json": ("application/json",), "xml": ("application/xml", "text/xml")}
OFFERS = {name: (each.media_type, *_ALIASES.get(name, ())) for name, each in FORMATS.items()}
_RDF: dict[str, tuple[str, ...]] = {
    each.name: (each.media_type,) for each in formats_for("CONSTRUCT")
}
_HTML: dict[str, tuple[str, ...]] = {"html": ("text/html", "application/xhtml+xml")}


PAGE = "sparql.html"


class Endpoint:
    """Answers one address; people are sent to the website's own query page, if it has one."""

    def __init__(self, pool: Pool, settings: Settings, publication: Path) -> None:
        self._pool = pool
        self._settings = settings
        self._publication = publication

    async def respond(self, request: Request) -> Response:
        """Answer GET, HEAD and POST; everything else is told what is allowed."""
        try:
            if request.method == "OPTIONS":
                return Response(status_code=204, headers=_CORS)
            if request.method not in ("GET", "HEAD", "POST"):
                raise Refusal(405, f"{request.method[:20]} is not a way to ask", "Use GET or POST.")
            call = await read_call(request, self._settings)
            if call.query is None:
                return await self._introduce(request)
            return await self._answer(request, call)
        except (Refusal, OnrecordError) as error:
            return refuse(request, error)

    async def _answer(self, request: Request, call: Call) -> Response:
        accept = (call.format,) if call.format else preferred(request.headers.get("accept"), OFFERS)
        job = Job(call.query or "", accept, call.default, call.named)
        reply = await self._pool.ask(job)
        if not reply.format:
            fitting = ", ".join(each.media_type for each in formats_for(reply.form))
            raise Refusal(
                406,
                f"The answer to {reply.form} has no format that you accept",
                f"It can be {fitting}.",
            )
        return Response(
            reply.body,
            headers={"Vary": "Accept, Origin"},
            media_type=_typed(FORMATS[reply.format].media_type),
        )

    async def _introduce(self, request: Request) -> Response:
        """The page for people, the service description for machines."""
        header = request.headers.get("accept")
        wanted = preferred(header, _HTML | _RDF) if header else tuple(_RDF)
        if wanted and wanted[0] == "html" and "html" in (header or ""):
            if (self._publication / PAGE).is_file():
                return RedirectResponse(f"/{PAGE}", 303, headers={"Vary": "Accept"})
            return Response(query_page(), media_type="text/html", headers={"Vary": "Accept"})
        chosen = next((name for name in wanted if name != "html"), "")
        if not chosen:
            raise Refusal(
                406,
                "The description has no format that you accept",
                "It can be text/turtle, application/rdf+xml or application/ld+json.",
            )
        address = self._settings.public_url.rstrip("/") + request.url.path
        if not self._settings.public_url:
            address = str(request.url.replace(query="", fragment=""))
        census = await self._pool.start()
        body = describe_service(address, census, FORMATS[chosen])
        return Response(
            body, media_type=_typed(FORMATS[chosen].media_type), headers={"Vary": "Accept, Origin"}
        )


def _typed(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


_CORS = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Profile, Content-Type",
    "Access-Control-Max-Age": "86400",
}


def status_of(error: Refusal | OnrecordError) -> int:
    """The HTTP status of an error: the asker's faults are 400, limits 503 and 504."""
    if isinstance(error, Refusal):
        return error.status
    if isinstance(error, QueryError):
        return 400
    if isinstance(error, Overload):
        return 503
    return 504 if isinstance(error, LimitError) else 500


def refuse(request: Request, error: Refusal | OnrecordError) -> Response:
    """An error as JSON for those who accept JSON, else as plain text; never as HTML."""
    status = status_of(error)
    reason = error.reason if isinstance(error, Refusal) else error.message
    hint = error.hint or ""
    headers = {"Vary": "Accept, Origin", "Cache-Control": "no-store"}
    if status == 405:
        headers["Allow"] = _CORS["Access-Control-Allow-Methods"]
    if status == 503:
        headers["Retry-After"] = "5"
    if status == 413:
        headers["Connection"] = "close"
    request.state.reason = reason
    if "json" in request.headers.get("accept", "")[:2000]:
        place = {} if isinstance(error, Refusal) else {"line": error.line, "column": error.column}
        problem = {"title": reason, "status": status, "detail": hint, **place}
        return Response(json.dumps(problem), status, headers, "application/problem+json")
    return Response(f"{reason}\n{hint}\n".rstrip() + "\n", status, headers, "text/plain")
