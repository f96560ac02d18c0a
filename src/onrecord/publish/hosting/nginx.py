"""Rules for nginx as one file to include in its `http` block: maps and a server."""

import re
from collections.abc import Iterable, Iterator

from onrecord.names import ROOT
from onrecord.publish.hosting.accept import Choice, languages, media_types
from onrecord.publish.hosting.table import (
    HEADERS,
    MEDIA_TYPES,
    NAMED_TYPES,
    OUTSIDE,
    REPRESENTATIONS,
    WELL_KNOWN,
    Site,
    link_header,
    links,
    page_prefix,
)


def _map(source: str, target: str, pairs: Iterable[tuple[str, str]]) -> str:
    rows = "\n".join(f'    "{pattern}" "{value}";' for pattern, value in pairs)
    return f"map {source} {target} {{\n{rows}\n}}\n"


def _choices(choices: Iterable[Choice], absent: str, default: str) -> Iterator[tuple[str, str]]:
    """An absent header is the empty text, which nginx compares with no pattern."""
    yield "default", default
    yield "", absent
    for choice in choices:
        yield f"~*{choice.pattern}", choice.value


def _maps(site: Site) -> Iterator[str]:
    suffixes = "|".join(each.suffix for each in REPRESENTATIONS)
    folders = "|".join(page_prefix(site, code) for code in site.languages[1:]) or "-"
    stem = rf"^/(?:{folders})?(?<onrecord_part>.+)\.(?:{suffixes})$"
    yield _map(
        "$http_accept",
        "$onrecord_suffix",
        _choices(media_types(), REPRESENTATIONS[0].suffix, "none"),
    )
    yield _map(
        "$http_accept_language",
        "$onrecord_language",
        _choices(languages(site), site.languages[0], site.languages[0]),
    )
    yield _map("$uri", "$onrecord_stem", [("default", ""), (f"~{stem}", "$onrecord_part")])
    yield _map(
        "$onrecord_stem",
        "$onrecord_iri",
        [
            ("default", f"{site.base}$onrecord_stem"),
            *OUTSIDE.items(),
            ("~^scheme/", f"{ROOT}$onrecord_stem"),
        ],
    )
    yield _map(
        "$onrecord_suffix:$onrecord_language",
        "$onrecord_folder",
        [
            ("default", ""),
            *((f"html:{code}", "/" + code) for code in site.languages[1:]),
        ],
    )
    yield _map(
        "$uri",
        "$onrecord_page_language",
        [("default", ""), *((f"~^/{code}/", code) for code in site.languages[1:])],
    )
    yield _map(
        "$onrecord_page_language:$onrecord_language",
        "$onrecord_errors",
        [
            ("default", ""),
            *((f"~^(?:{code}:|:{code}$)", f"/{code}") for code in site.languages[1:]),
        ],
    )


def _graves(site: Site) -> str:
    """The page of what was withdrawn, by its address in whatever form and language."""
    forms = r"(?:\.[a-z]+)?$"
    rows = [(rf"~^/(?:[a-z][a-z]/)?{re.escape(s)}{forms}", f"/{s}.html") for s in site.tombstones]
    return _map("$uri", "$onrecord_grave", [("default", "/410.html"), *rows])


def _headers(extra: Iterable[tuple[str, str]] = ()) -> str:
    pairs = [*HEADERS.items(), *extra]
    return "".join(f"    add_header {name} '{value}' always;\n" for name, value in pairs)


def _form(site: Site, suffix: str, code: str) -> str:
    """A block for the files of one form, with their links where a document stands behind."""
    header = link_header(
        links(site, suffix, root="/", stem="$onrecord_stem", iri="$onrecord_iri", language=code)
    )
    folder = page_prefix(site, code) if suffix == "html" else ""
    guard = "" if folder else "(?!" + "|".join(f"{c}/" for c in site.languages[1:]) + ")"
    flag = f"$onrecord_links_{suffix}{code}"
    return (
        f'  location ~ "^/{folder}{guard if suffix == "html" else ""}.+\\.{suffix}$" {{\n'
        f'    set {flag} "";\n'
        f"    if (-f $document_root/$onrecord_stem.ttl) {{ set {flag} '{header}'; }}\n"
        f"{_headers([('Link', '')]).replace(chr(39) * 2, flag)}"
        "    try_files $uri =404;\n  }\n"
    )


def _server(site: Site) -> Iterator[str]:
    yield "server {\n  listen 8080;  # change to your address\n"
    yield "  root /srv/onrecord/public;  # change to your folder\n"
    yield "  absolute_redirect off;\n  server_tokens off;\n  index off.none;\n"
    yield (
        "  charset off;\n  gzip on;\n  gzip_vary on;\n  gzip_types text/css text/javascript "
        "text/turtle text/csv application/json application/ld+json application/linkset+json "
        "application/n-triples "
        "application/rdf+xml image/svg+xml;\n"
    )
    yield "  error_page 404 @missing;\n"
    yield "  error_page 410 @gone;\n"
    rows = "".join(f'    "{kind}" {suffix};\n' for suffix, kind in MEDIA_TYPES.items())
    yield f"  types {{\n{rows}  }}\n"
    yield _headers().replace("    add", "  add")
    for stem in site.tombstones:
        pattern = rf"^/(?:[a-z][a-z]/)?{re.escape(stem)}(?:\.[a-z]+)?$"
        yield f'  location ~ "{pattern}" {{ return 410; }}\n'
    for name, page, status in (
        ("missing", "", 404),
        ("gone", "$onrecord_errors$onrecord_grave ", 410),
    ):
        pages = f"{page}$onrecord_errors/{status}.html $onrecord_errors/404.html"
        yield f"  location @{name} {{ try_files {pages} ={status}; }}\n"
    for address, target in WELL_KNOWN.items():
        yield f"  location = /{address} {{ return 303 /{target}; }}\n"
    for name, kind in NAMED_TYPES.items():
        yield f'  location ~ "/{re.escape(name)}$" {{\n    types {{ }}\n    default_type {kind};\n'
        yield "    try_files $uri =404;\n  }\n"
    for each in REPRESENTATIONS:
        for code in site.languages if each.is_page else ("",):
            yield _form(site, each.suffix, code)
    yield '  location ~ "/$" { try_files ${uri}index.html =404; }\n'
    yield "  location / { try_files $uri @document; }\n"
    yield _document()
    yield "}\n"


def _document() -> str:
    forms = ", ".join(each.suffix for each in REPRESENTATIONS)
    return (
        "  location @document {\n"
        + _headers([("Vary", "Accept, Accept-Language")])
        + "    default_type text/plain;\n"
        '    set $onrecord_state "";\n'
        "    if (-f $document_root$uri.html) { set $onrecord_state page; }\n"
        '    if (-f $document_root$uri.ttl) { set $onrecord_state "document$onrecord_suffix"; }\n'
        '    if ($onrecord_state = "") { return 404; }\n'
        "    if ($onrecord_state = page) { return 303 $uri.html; }\n"
        f'    if ($onrecord_state = documentnone) {{ return 406 "There are: {forms}.\\n"; }}\n'
        "    return 303 $onrecord_folder$uri.$onrecord_suffix;\n"
        "  }\n"
    )


def nginx(site: Site) -> str:
    """The whole file."""
    head = "# Written by onrecord. Put `include` and its path into the http block of nginx.conf.\n"
    return head + "".join(_maps(site)) + _graves(site) + "".join(_server(site))
