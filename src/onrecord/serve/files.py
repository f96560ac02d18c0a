"""The publication's files over HTTP: a request in, a file, a redirect or a reasoned refusal out.

A document's address is answered with 303 to the file whose form and language fit best.
"""

from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from onrecord.publish.elsewhere import answering
from onrecord.publish.hosting import SITE_FILE
from onrecord.publish.hosting.table import (
    BY_SUFFIX,
    REPRESENTATIONS,
    WELL_KNOWN,
    Site,
    link_header,
    links,
    page_prefix,
)
from onrecord.serve.address import clean_path
from onrecord.serve.bodies import encode, etag, media_type
from onrecord.serve.negotiation import preferred, preferred_language
from onrecord.serve.profiles import SCHEMA, asked_profile, schema_view
from onrecord.serve.protocol import Refusal

_OFFERS = {each.suffix: each.names for each in REPRESENTATIONS}
_VARY = "Accept, Accept-Language, Accept-Profile"


@dataclass(frozen=True, slots=True)
class Files:
    """Serves the folder `root`, which may be replaced by a new build at any time."""

    root: Path

    @property
    def site(self) -> Site:
        """What the publication says of itself."""
        return Site.from_json((self.root / SITE_FILE).read_bytes())

    async def respond(self, request: Request) -> Response:
        """Answer GET and HEAD."""
        try:
            if request.method == "OPTIONS":
                return Response(status_code=204, headers={"Access-Control-Allow-Methods": _ALLOW})
            if request.method not in ("GET", "HEAD"):
                raise Refusal(405, "This address is read-only", "Use GET or HEAD.")
            raw = request.scope.get("raw_path") or request.url.path.encode()
            return self._find(request, clean_path(raw))
        except Refusal as refusal:
            return self._refuse(request, refusal)

    def _find(self, request: Request, path: str) -> Response:
        site = self.site
        if path in WELL_KNOWN:
            return RedirectResponse("/" + WELL_KNOWN[path], 303)
        stem = _stem(site, path)
        if stem in site.tombstones or path in site.tombstones:
            raise Refusal(410, "This was withdrawn")
        file = self.root / (f"{path}index.html" if not path or path.endswith("/") else path)
        if file.is_file():
            return self._file(request, site, file)
        if not path or path.endswith("/"):
            raise Refusal(404, "There is nothing at this address")
        return self._negotiate(request, site, path)

    def _negotiate(self, request: Request, site: Site, path: str) -> Response:
        there = [s for s in _OFFERS if (self.root / f"{path}.{s}").is_file()]
        if not there:
            raise Refusal(404, "There is nothing at this address")
        wanted = preferred(request.headers.get("accept"), {s: _OFFERS[s] for s in there})
        profile = asked_profile(request)
        if profile == SCHEMA:
            wanted = tuple(s for s in wanted if not BY_SUFFIX[s].is_page) or ("jsonld",)
        if not wanted:
            names = ", ".join(f"/{path}.{s} ({_OFFERS[s][0]})" for s in there)
            raise Refusal(406, "There is no such form of this resource", f"There are: {names}.")
        suffix, folder = wanted[0], ""
        if suffix == "html":
            language = preferred_language(request.headers.get("accept-language"), site.languages)
            folder = page_prefix(site, language)
            folder = folder if (self.root / f"{folder}{path}.html").is_file() else ""
        query = "?profile=schema.org" if profile == SCHEMA else ""
        target = f"{request.scope.get('root_path', '')}/{folder}{path}.{suffix}{query}"
        return RedirectResponse(target, 303, headers={"Vary": _VARY})

    def _file(self, request: Request, site: Site, file: Path) -> Response:
        if asked_profile(request) == SCHEMA and file.with_suffix(".nt").is_file():
            view = schema_view(file)
            return Response(view, media_type=media_type(file), headers={"Vary": _VARY})
        stat = file.stat()
        coded = encode(file, stat, request.headers.get("accept-encoding"))
        if "range" in request.headers:
            coded = encode(file, stat, None)
        headers = {
            "ETag": etag(stat, coded.coding),
            "Last-Modified": formatdate(stat.st_mtime, usegmt=True),
            "Vary": "Accept-Encoding, Accept-Profile",
            "Cache-Control": "no-cache",
            **self._links(site, file),
        }
        if _unchanged(request, headers, stat.st_mtime):
            return Response(status_code=304, headers=headers)
        if coded.coding:
            headers["Content-Encoding"] = coded.coding
        if coded.data is not None:
            return Response(coded.data, headers=headers, media_type=media_type(file))
        return FileResponse(coded.file, headers=headers, media_type=media_type(file))

    def _links(self, site: Site, file: Path) -> dict[str, str]:
        path = file.relative_to(self.root).as_posix()
        suffix = file.suffix[1:]
        stem, language = _stem(site, path), _language(site, path)
        if suffix not in BY_SUFFIX or not (self.root / f"{stem}.ttl").is_file():
            return {}
        found = links(site, suffix, root="/", stem=stem, iri=site.iri(stem), language=language)
        return {"Link": link_header(found)}

    def _refuse(self, request: Request, refusal: Refusal) -> Response:
        """An error in words; 404 and 410 as a page in the language asked for."""
        request.state.reason = refusal.reason
        headers = {"Vary": _VARY, "Cache-Control": "no-store"}
        if refusal.status == 405:
            headers["Allow"] = _ALLOW
        if refusal.status in (404, 410) and (page := self._error_page(request, refusal.status)):
            return Response(page, refusal.status, headers, media_type="text/html")
        text = f"{refusal.reason}\n{refusal.hint}".strip() + "\n"
        return Response(text, refusal.status, headers, media_type="text/plain")

    def _error_page(self, request: Request, status: int) -> bytes:
        site = self.site
        language = _language(site, request.url.path.lstrip("/"))
        if language == site.languages[0]:
            language = preferred_language(request.headers.get("accept-language"), site.languages)
        stem = _stem(site, request.url.path.lstrip("/"))
        graves: tuple[str, ...] = (f"{stem}.html",) if stem in site.tombstones else ()
        for name in (*graves, f"{status}.html", "404.html"):
            own = page_prefix(site, language) + name
            if (self.root / own).is_file():
                found = (self.root / own).read_bytes()
                return answering(found, own, _asked(request), site.root)
        return b""


_ALLOW = "GET, HEAD, OPTIONS"


def _asked(request: Request) -> bytes:
    """The path that was asked for, as it was sent, from the root of the publication."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    return raw.partition(b"?")[0].removeprefix(b"/")


def _language(site: Site, path: str) -> str:
    """The language whose folder a path lies in."""
    first = path.partition("/")[0]
    return first if first in site.languages[1:] else site.languages[0]


def _stem(site: Site, path: str) -> str:
    """A path without its language folder and the suffix of a form."""
    inner = path.removeprefix(page_prefix(site, _language(site, path)))
    stem, _, suffix = inner.rpartition(".")
    return stem if suffix in BY_SUFFIX else inner


def _unchanged(request: Request, headers: dict[str, str], modified: float) -> bool:
    """Whether the client has these bytes already (RFC 9110, 13.2.2)."""
    if known := request.headers.get("if-none-match"):
        tags = [tag.strip().removeprefix("W/") for tag in known.split(",")]
        return "*" in tags or headers["ETag"] in tags
    if since := request.headers.get("if-modified-since"):
        try:
            return int(modified) <= parsedate_to_datetime(since).timestamp()
        except (ValueError, TypeError):
            return False
    return False
