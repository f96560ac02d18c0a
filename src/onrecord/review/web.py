"""A review session → a page on this machine: starlette on 127.0.0.1, behind the guard."""

import json
import os
import secrets
import socket
from collections.abc import Awaitable, Callable
from dataclasses import fields
from typing import Any, Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from onrecord.errors import OnrecordError, SystemFailure, UsageError
from onrecord.review.describing import appoint, describe, strike
from onrecord.review.guard import Guard
from onrecord.review.page import page
from onrecord.review.payload import state
from onrecord.review.records import Draft
from onrecord.review.session import Session
from onrecord.review.things import NewDeal, NewThing
from onrecord.review.wording import Wording, chosen

LOOPBACK: Final = "127.0.0.1"
_ASSETS: Final = {
    "review.css": ("review.css", "text/css; charset=utf-8"),
    "review.js": ("review.js", "text/javascript; charset=utf-8"),
    "core.js": ("core.js", "text/javascript; charset=utf-8"),
    "printed.js": ("printed.js", "text/javascript; charset=utf-8"),
    "drafts.js": ("drafts.js", "text/javascript; charset=utf-8"),
    "asking.js": ("asking.js", "text/javascript; charset=utf-8"),
    "dialogs.js": ("dialogs.js", "text/javascript; charset=utf-8"),
}
_TUPLES: Final = frozenset({"about"})
_NUMBERS: Final = frozenset({"begin", "end"})
Table = dict[str, Any]


def application(session: Session, token: str, port: int) -> ASGIApp:
    """The page and its acts; everything else is refused."""
    routes = [_asset(session, path) for path in _ASSETS]
    routes.append(Route("/", _page(session), methods=["GET"]))
    routes.append(Route("/state", _answering(session, None), methods=["GET"]))
    for name, act in _ACTS.items():
        routes.append(Route(f"/{name}", _answering(session, act), methods=["POST"]))
    hosts = frozenset({f"{LOOPBACK}:{port}", f"localhost:{port}"})
    return Guard(Starlette(routes=routes), token, hosts)


_ELSEWHERE: Final = "something was decided in another window of this review"
_LOOK: Final = "this page shows it now: look, and do it once more"


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(24)


def bind(port: int) -> socket.socket:
    """A socket on this machine alone that may be called at once; port 0 takes any that is free."""
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # the port of a review that has just ended is free at once
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((LOOPBACK, port))
        opened.listen()  # who comes before the server has begun waits, and is not sent away
    except OSError as error:
        opened.close()
        raise SystemFailure(
            f"cannot listen on port {port}: {error.strerror}", hint="choose another --port"
        ) from error
    return opened


def run(app: ASGIApp, opened: socket.socket) -> None:
    """Serves until Ctrl-C."""
    import uvicorn

    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=64 * 1024,
    )
    uvicorn.Server(config).run(sockets=[opened])


def _asset(session: Session, path: str) -> Route:
    name, media_type = _ASSETS[path]

    async def answer(request: Request) -> Response:
        del request
        data = session.workspace.file("site", f"review/{name}").read_bytes()
        return Response(data, media_type=media_type)

    return Route(f"/{path}", answer, methods=["GET"])


def _page(session: Session) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            return HTMLResponse(page(session.workspace, _language(session, request)))
        except OnrecordError as error:
            return PlainTextResponse(f"{error}\n", status_code=500)

    return answer


def _language(session: Session, request: Request) -> str:
    return chosen(session.workspace, request.query_params.get("lang", ""))


def _answering(
    session: Session, act: Callable[[Session, Table], Table | None] | None
) -> Callable[[Request], Awaitable[Response]]:
    """Does the act and answers with the new state and what the act made, or with what is wrong and
    what to do; `stale` where the page has to ask for the state, since files were read again or
    another window decided something that this one does not show."""

    async def answer(request: Request) -> Response:
        wording = Wording.of(session.workspace, _language(session, request))
        graph, made, stale = session.graph, None, False
        try:
            if act is not None:
                table = await _body(request)
                stale = table.get("turn", session.turn) != session.turn
                if stale:
                    raise UsageError(_ELSEWHERE, hint=_LOOK)
                made = act(session, table)
        except OnrecordError as error:
            message, hint = wording.error(error)
            said = {"error": message, "hint": hint, "stale": stale or session.graph is not graph}
            return JSONResponse(said, status_code=500 if error.exit_code == 3 else 422)
        return JSONResponse(state(session, wording) | (made or {}))

    return answer


async def _body(request: Request) -> Table:
    try:
        table = json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise UsageError("the body is no JSON", hint="reload the page") from error
    if not isinstance(table, dict):
        raise UsageError("the body is no JSON object", hint="reload the page")
    return table


def _decide(session: Session, table: Table) -> None:
    session.decide(
        _text(table, "key"),
        _text(table, "verdict"),
        resources=_texts(table, "resources"),
        reason_de=_text(table, "reason_de"),
        reason_en=_text(table, "reason_en"),
    )


def _merge(session: Session, table: Table) -> None:
    session.merge(_text(table, "key"), _text(table, "iri"))


def _relate(session: Session, table: Table) -> None:
    session.relate(_text(table, "key"), _text(table, "from"), _text(table, "to"))


def _write(session: Session, table: Table) -> Table:
    verdict = _text(table, "verdict") or "accepted"
    given = table.get("readings", {})
    if not isinstance(given, dict) or not all(isinstance(v, dict) for v in given.values()):
        raise UsageError("'readings' is no table", hint="reload the page")
    names = ("kind", "number", "currency", "edtf", "left")
    readings = {k: {n: _text(v, n) for n in names if n in v} for k, v in given.items()}
    return {"made": session.write(draft_of(table), _text(table, "key"), verdict, readings)}


def _describe(session: Session, table: Table) -> Table:
    names = ("kind", "name_de", "name_en", "alias", "publisher")
    thing = NewThing(*(_text(table, name).strip() for name in names))
    return {"made": describe(session, thing, _text(table, "key"))}


def _strike(session: Session, table: Table) -> Table:
    listed = zip(_texts(table, "parties"), _texts(table, "roles"), strict=False)
    parties = tuple((party, role) for party, role in listed if party)
    kind, german, english = (_text(table, n).strip() for n in ("kind", "name_de", "name_en"))
    deal = NewDeal(kind, german, english, parties)
    return {"made": strike(session, deal, _text(table, "key"))}


def _appoint(session: Session, table: Table) -> Table:
    names = ("key", "person", "company", "role")
    return {"made": appoint(session, *(_text(table, name) for name in names))}


def _undo(session: Session, table: Table) -> Table:
    del table
    act = session.undo()
    return {"undone": {"kind": act.kind, "name": act.name, "key": act.key}}


def draft_of(table: Table) -> Draft:
    """The draft in a table of texts; `UsageError` for a value of another type."""
    values: Table = {}
    for field in fields(Draft):
        if field.name in _NUMBERS:
            values[field.name] = _number(table, field.name)
        elif field.name in _TUPLES:
            values[field.name] = tuple(_texts(table, field.name))
        elif field.name in table:
            values[field.name] = _text(table, field.name).strip()
    for name in ("name", "gloss_de", "gloss_en", "speaker", "subject", "predicate"):
        values.setdefault(name, "")
    return Draft(**values)


def _text(table: Table, name: str) -> str:
    value = table.get(name, "")
    if not isinstance(value, str):
        raise UsageError(f"{name!r} is no text", hint="reload the page")
    return value


def _texts(table: Table, name: str) -> list[str]:
    value = table.get(name, [])
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise UsageError(f"{name!r} is no list of texts", hint="reload the page")
    return value


def _number(table: Table, name: str) -> int:
    value = table.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise UsageError(f"{name!r} is no place in the text", hint="select a passage")
    return value


_ACTS: Final[dict[str, Callable[[Session, Table], Table | None]]] = {
    "decide": _decide,
    "merge": _merge,
    "relate": _relate,
    "write": _write,
    "describe": _describe,
    "strike": _strike,
    "appoint": _appoint,
    "undo": _undo,
}
