"""An HTTP request in, a `Call` of the SPARQL 1.1 Protocol out, or the `Refusal` it deserves."""

import asyncio
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from onrecord.query import FORMATS
from onrecord.serve.settings import Settings

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
_READ_ON = 50_000_000
"""A body that is too large is read on up to here, so that its sender can hear the refusal."""
_SHORT = {"ttl": "turtle", "nt": "ntriples", "rdf": "rdfxml", "nq": "nquads"}


class Refusal(Exception):
    """An answer that is not the one asked for: a status, a reason and what to do."""

    def __init__(self, status: int, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Call:
    """What a client asks: the query (none for a description), graphs, a format by name."""

    query: str | None
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    format: str = ""


async def read_call(request: Request, settings: Settings) -> Call:
    """Read a request of any of the three kinds that the protocol knows."""
    if len(request.url.query) > settings.query_bytes:
        raise Refusal(
            414, f"The address is longer than {settings.query_bytes:,} bytes", "Use POST."
        )
    pairs = _pairs(request.url.query)
    if request.method != "POST":
        return _call(pairs)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (FORM, DIRECT):
        raise _wrong_type(kind)
    body = _text(await _body(request, settings))
    if kind == FORM:
        return _call(pairs + _pairs(body), posted=True)
    if any(name == "query" for name, _ in pairs):
        raise Refusal(
            400, "There is a query in the address and one in the body", "Send one of them."
        )
    return _call([*pairs, ("query", body)], posted=True)


def _wrong_type(kind: str) -> Refusal:
    if kind == UPDATE:
        return Refusal(403, "Updates are refused: this endpoint is read-only")
    shown = f"Content-Type {kind[:80]!r} is not one" if kind else "There is no Content-Type"
    return Refusal(
        415, f"{shown} of those that the SPARQL protocol knows", f"Use {DIRECT} or {FORM}."
    )


def _call(pairs: list[tuple[str, str]], *, posted: bool = False) -> Call:
    several: dict[str, list[str]] = {}
    for name, value in pairs:
        several.setdefault(name, []).append(value)
    if "update" in several:
        raise Refusal(403, "Updates are refused: this endpoint is read-only")
    queries = several.get("query", [])
    if len(queries) > 1:
        raise Refusal(400, "There is more than one query", "Send one.")
    if posted and not queries:
        raise Refusal(400, "There is no query", "Send it as `query`, or as the body.")
    return Call(
        queries[0] if queries else None,
        tuple(several.get("default-graph-uri", ())),
        tuple(several.get("named-graph-uri", ())),
        _format(several.get("format", [""])[0]),
    )


def _format(name: str) -> str:
    named = _SHORT.get(name.lower(), name.lower())
    if named and named not in FORMATS:
        raise Refusal(
            400,
            "There is no format of that name",
            f"Use one of {', '.join(FORMATS)}, or the Accept header.",
        )
    return named


def _pairs(encoded: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded, keep_blank_values=True, errors="strict", max_num_fields=200)
    except UnicodeDecodeError:
        raise Refusal(400, "The request is not UTF-8") from None
    except ValueError:
        raise Refusal(400, "The request has more than 200 fields") from None


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Refusal(400, f"The body is not UTF-8 (byte {error.start})") from None


async def _body(request: Request, settings: Settings) -> bytes:
    """The body, unless it is larger than a query may be or does not come in time."""
    too_large = Refusal(
        413, f"The body is larger than {settings.query_bytes:,} bytes", "Ask in smaller pieces."
    )
    parts = bytearray()
    size = 0
    try:
        async with asyncio.timeout(settings.body_seconds):
            async for part in request.stream():
                size += len(part)
                if size > _READ_ON:
                    raise too_large
                if size <= settings.query_bytes:
                    parts += part
    except TimeoutError:
        raise Refusal(408, "The body did not arrive in time") from None
    except ClientDisconnect:
        raise Refusal(400, "The client left") from None
    if size > settings.query_bytes:
        raise too_large
    return bytes(parts)
