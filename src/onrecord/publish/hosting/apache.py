"""Rules for Apache 2.4 as an `.htaccess` (mod_rewrite, mod_setenvif, mod_headers, mod_mime)."""

import re
from collections.abc import Iterator

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

_SUFFIXES = "|".join(each.suffix for each in REPRESENTATIONS)


def choose(header: str, variable: str, choices: list[Choice], default: str) -> Iterator[str]:
    """Lines that set a variable; the last match wins, so the order is turned round."""
    yield f'SetEnvIfNoCase {header} "^" {variable}={default}'
    for choice in reversed(choices):
        yield f'SetEnvIfNoCase {header} "{choice.pattern}" {variable}={choice.value}'


def _types() -> Iterator[str]:
    yield "AddDefaultCharset Off"
    for suffix, media_type in MEDIA_TYPES.items():
        yield f'AddType "{media_type}" .{suffix}'
    for name, media_type in NAMED_TYPES.items():
        yield f'<Files "{name}">\nForceType {media_type}\n</Files>'


def _common() -> Iterator[str]:
    for name, value in HEADERS.items():
        yield f'Header always set {name} "{value}"'
    yield 'Header always merge Vary "Accept" env=ONRECORD_DOCUMENT'
    yield 'Header always merge Vary "Accept-Language" env=ONRECORD_DOCUMENT'


def _links(site: Site) -> Iterator[str]:
    """Which document a file belongs to, then the links of each form."""
    others = "|".join(site.languages[1:]) or "-"
    yield f'RewriteRule "^(?:(?:{others})/)?(.+)\\.(?:{_SUFFIXES})$" "-" [E=ONRECORD_STEM:$1]'
    yield 'RewriteCond "%{REQUEST_URI}::$0" "^(.*/)(.+)::\\2$"'
    yield f'RewriteRule "^.+\\.(?:{_SUFFIXES})$" "-" [E=ONRECORD_ROOT:%1]'
    yield (
        f'RewriteRule "^(?:(?:{others})/)?(.+)\\.(?:{_SUFFIXES})$" "-" '
        f"[E=ONRECORD_IRI:{site.base}$1]"
    )
    yield (
        f'RewriteRule "^(?:(?:{others})/)?(scheme/.+)\\.(?:{_SUFFIXES})$" "-" '
        f"[E=ONRECORD_IRI:{ROOT}$1]"
    )
    for stem, iri in OUTSIDE.items():
        yield (
            f'RewriteRule "^(?:(?:{others})/)?{re.escape(stem)}\\.(?:{_SUFFIXES})$" "-" '
            f"[E=ONRECORD_IRI:{iri}]"
        )


def _link_headers(site: Site) -> Iterator[str]:
    for each in REPRESENTATIONS:
        for code in site.languages if each.is_page else ("",):
            flag = f"ONRECORD_{each.suffix.upper()}{code.upper()}"
            value = link_header(
                links(
                    site,
                    each.suffix,
                    root="%{ONRECORD_ROOT}e",
                    stem="%{ONRECORD_STEM}e",
                    iri="%{ONRECORD_IRI}e",
                    language=code,
                )
            ).replace('"', '\\"')
            yield f'Header set Link "{value}" env={flag}'


def _flags(site: Site) -> Iterator[str]:
    """Mark a file of a document: it has a Turtle file beside it."""
    others = "|".join(site.languages[1:]) or "-"
    for each in REPRESENTATIONS:
        for code in site.languages if each.is_page else ("",):
            folder = page_prefix(site, code) if each.is_page else ""
            guard = f"(?!(?:{others})/)" if each.is_page and not folder else ""
            yield 'RewriteCond "%{DOCUMENT_ROOT}%{ENV:ONRECORD_ROOT}%{ENV:ONRECORD_STEM}.ttl" -f'
            yield (
                f'RewriteRule "^{folder}{guard}.+\\.{each.suffix}$" "-" '
                f"[E=ONRECORD_{each.suffix.upper()}{code.upper()}:1]"
            )


def _documents(site: Site) -> Iterator[str]:
    """303 from a document to the file that fits, 406 where none does."""
    yield 'RewriteCond "%{REQUEST_FILENAME}" -d'
    yield 'RewriteCond "%{REQUEST_URI}" "/$"'
    yield 'RewriteCond "%{REQUEST_FILENAME}/index.html" !-f'
    yield 'RewriteRule "^" "-" [R=404,L]'
    yield 'RewriteCond "%{REQUEST_FILENAME}" -f [OR]'
    yield 'RewriteCond "%{REQUEST_URI}" "/$"'
    yield 'RewriteRule "^" "-" [L]'
    yield 'RewriteCond "%{REQUEST_FILENAME}.ttl" -f'
    yield 'RewriteRule "^" "-" [E=ONRECORD_DOCUMENT:1]'
    yield 'RewriteCond "%{ENV:ONRECORD_DOCUMENT}" "^$"'
    yield 'RewriteCond "%{REQUEST_FILENAME}.html" -f'
    yield 'RewriteRule "^" "%{REQUEST_URI}.html" [R=303,L]'
    yield 'RewriteCond "%{ENV:ONRECORD_DOCUMENT}" "=1"'
    yield 'RewriteCond "%{ENV:ONRECORD_SUFFIX}" "=none"'
    yield 'RewriteRule "^" "-" [R=406,L]'
    for code in site.languages[1:]:
        yield (
            'RewriteCond "%{ENV:ONRECORD_DOCUMENT}%{ENV:ONRECORD_SUFFIX}%{ENV:ONRECORD_LANGUAGE}"'
            f' "=1html{code}"'
        )
        yield 'RewriteCond "%{REQUEST_URI}::$0" "^(.*/)(.+)::\\2$"'
        yield f'RewriteRule "^.+$" "%1{page_prefix(site, code)}$0.html" [R=303,L]'
    yield 'RewriteCond "%{ENV:ONRECORD_DOCUMENT}" "=1"'
    yield 'RewriteCond "%{ENV:ONRECORD_SUFFIX}" "^(.+)$"'
    yield 'RewriteRule "^" "%{REQUEST_URI}.%1" [R=303,L]'


def _missing(site: Site) -> Iterator[str]:
    """The error pages of the other languages; `<If>` is read before any SetEnvIf."""
    for code in site.languages[1:]:
        yield (
            f'<If "%{{REQUEST_URI}} =~ m#/{code}/# || '
            f'%{{HTTP:Accept-Language}} =~ m#^\\s*{code}\\b#i">'
        )
        yield f"ErrorDocument 404 {site.root}{code}/404.html"
        yield f"ErrorDocument 410 {site.root}{code}/410.html"
        yield "</If>"


def _graves(site: Site) -> Iterator[str]:
    """The page of each withdrawn resource, by its address in whatever form and language."""
    for stem in site.tombstones:
        here = rf"%{{REQUEST_URI}} =~ m#/{re.escape(stem)}(?:\.[a-z]+)?$#"
        yield from (f'<If "{here}">', f"ErrorDocument 410 {site.root}{stem}.html", "</If>")
        for code in site.languages[1:]:
            yield (
                f'<If "{here} && (%{{REQUEST_URI}} =~ m#/{code}/# || '
                f'%{{HTTP:Accept-Language}} =~ m#^\\s*{code}\\b#i)">'
            )
            yield from (f"ErrorDocument 410 {site.root}{code}/{stem}.html", "</If>")


def _gone(site: Site) -> Iterator[str]:
    """Gone, but for the page that is shown in its place, which is asked for from within."""
    for stem in site.tombstones:
        yield 'RewriteCond "%{ENV:REDIRECT_STATUS}" "^$"'
        yield f'RewriteRule "^(?:[a-z][a-z]/)?{re.escape(stem)}(?:\\.[a-z]+)?$" "-" [G,L]'


def _known(_: Site) -> Iterator[str]:
    for address, target in WELL_KNOWN.items():
        yield 'RewriteCond "%{REQUEST_URI}::$0" "^(.*/)(.+)::\\2$"'
        yield f'RewriteRule "^{re.escape(address)}$" "%1{target}" [R=303,L]'


def htaccess(site: Site) -> str:
    """The whole file; works in a folder of a host as well as at its root."""
    return "\n".join(
        [
            "# Written by onrecord. Needs AllowOverride FileInfo Options=MultiViews,Indexes.",
            "Options -MultiViews -Indexes",
            "DirectorySlash Off",
            "DirectoryIndex index.html",
            "FileETag MTime Size",
            f"ErrorDocument 404 {site.root}404.html",
            f"ErrorDocument 410 {site.root}410.html",
            *_missing(site),
            *_graves(site),
            "ErrorDocument 406 "
            f'"There is no such form. There are: {", ".join(_SUFFIXES.split("|"))}."',
            *_types(),
            *_common(),
            *choose("Accept", "ONRECORD_SUFFIX", list(media_types()), "none"),
            *choose(
                "Accept-Language", "ONRECORD_LANGUAGE", list(languages(site)), site.languages[0]
            ),
            "RewriteEngine On",
            *_gone(site),
            *_known(site),
            *_links(site),
            *_flags(site),
            *_documents(site),
            *_link_headers(site),
            "",
        ]
    )
