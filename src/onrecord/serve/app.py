"""A publication folder in, the application that serves it out."""

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from onrecord.serve.endpoint import Endpoint
from onrecord.serve.files import Files
from onrecord.serve.headers import CommonHeaders
from onrecord.serve.log import AccessLog
from onrecord.serve.pool import Pool
from onrecord.serve.settings import Settings

DUMP = "data/onrecord.nq"


def application(publication: Path, settings: Settings) -> ASGIApp:
    """The endpoint at `/sparql`, `/health`, and the publication's files at their own paths."""
    pool = Pool(publication / DUMP, settings)
    endpoint = Endpoint(pool, settings, publication)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await pool.start()
        yield
        await pool.close()

    async def health(_: Request) -> Response:
        census = await pool.start()
        return JSONResponse(
            {"status": "ok", "triples": census.triples}, headers={"Cache-Control": "no-store"}
        )

    files = Files(publication)

    async def otherwise(request: Request, _: Exception) -> Response:
        return await files.respond(request)

    methods = ["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"]
    routes = [
        Route("/sparql", endpoint.respond, methods=methods),
        Route("/health", health, methods=["GET"]),
    ]
    app: ASGIApp = CommonHeaders(
        Starlette(routes=routes, lifespan=lifespan, exception_handlers={404: otherwise})
    )
    return AccessLog(app, addresses=settings.log_addresses) if settings.access_log else app
