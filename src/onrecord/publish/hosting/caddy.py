"""Rules for Caddy 2 as one Caddyfile. Its expressions know no look-ahead, so that what a header
names is found first and written before the header, one letter a name."""

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

_FORMS = "|".join(each.suffix for each in REPRESENTATIONS)


def _map(source: str, target: str, pairs: Iterable[tuple[str, str]], default: str) -> Iterator[str]:
    yield f"\tmap {source} {{{target}}} {{"
    for pattern, value in pairs:
        yield f'\t\t`~{pattern}` "{value}"'
    yield f'\t\tdefault "{default}"'
    yield "\t}"


def _choose(header: str, target: str, choices: list[Choice], default: str) -> Iterator[str]:
    """First whether the header holds each name that matters, then the ordered choices."""
    names = list(dict.fromkeys(name for choice in choices for name in choice.unless))
    flags = [f"{target}_{number}" for number in range(len(names))]
    for flag, name in zip(flags, names, strict=True):
        yield from _map(f"{{header.{header}}}", flag, [(f"(?i){name}", "y")], "n")
    pairs = []
    for choice in choices:
        marks = "".join("n" if name in choice.unless else "." for name in names)
        element = re.sub(r"^\(\?:\^\|,\)", "(?:.*,)?", choice.element).removeprefix("^")
        pairs.append((rf"(?i)^{marks}\|{element}", choice.value))
    source = "".join(f"{{{flag}}}" for flag in flags) + f"|{{header.{header}}}"
    yield from _map(f'"{source}"', target, pairs, default)


def _maps(site: Site) -> Iterator[str]:
    others = "|".join(site.languages[1:]) or "-"
    yield from _choose("Accept", "onrecord_suffix", list(media_types()), "none")
    yield from _choose(
        "Accept-Language", "onrecord_language", list(languages(site)), site.languages[0]
    )
    folders = [(f"^html:{code}$", f"/{code}") for code in site.languages[1:]]
    yield from _map('"{onrecord_suffix}:{onrecord_language}"', "onrecord_folder", folders, "")
    stem = [(rf"^/(?:(?:{others})/)?(.+)\.(?:{_FORMS})$", "${1}")]
    yield from _map("{path}", "onrecord_stem", stem, "")
    iris = [(f"^{re.escape(path)}$", iri) for path, iri in OUTSIDE.items()]
    iris += [("^(scheme/.+)$", f"{ROOT}${{1}}"), ("^(.+)$", f"{site.base}${{1}}")]
    yield from _map('"{onrecord_stem}"', "onrecord_iri", iris, "")
    errors = [(f"^/{code}/", f"/{code}") for code in site.languages[1:]]
    errors += [(rf"^[^|]*\|{code}$", f"/{code}") for code in site.languages[1:]]
    yield from _map('"{path}|{onrecord_language}"', "onrecord_errors", errors, "")
    graves = [
        (rf"^/(?:[a-z][a-z]/)?{re.escape(stem)}(?:\.[a-z]+)?$", f"/{stem}.html")
        for stem in site.tombstones
    ]
    yield from _map("{path}", "onrecord_grave", graves, "")


def _links(site: Site) -> Iterator[str]:
    """The links of each form, where a document stands behind the file."""
    for each in REPRESENTATIONS:
        for code in site.languages if each.is_page else ("",):
            name = f"@links_{each.suffix}{code}"
            folder = page_prefix(site, code) if each.is_page else ""
            yield f"\t{name} {{"
            yield f"\t\tpath_regexp ^/{folder}.+\\.{each.suffix}$"
            if each.is_page and not folder:
                yield from (f"\t\tnot path /{other}/*" for other in site.languages[1:])
            yield "\t\tfile /{onrecord_stem}.ttl"
            yield "\t}"
            value = link_header(
                links(
                    site,
                    each.suffix,
                    root="/",
                    stem="{onrecord_stem}",
                    iri="{onrecord_iri}",
                    language=code,
                )
            )
            yield f"\theader {name} Link `{value}`"


def _answers() -> Iterator[str]:
    """In this order: gone, files, start pages, documents, pages without data."""
    forms = ", ".join(each.suffix for each in REPRESENTATIONS)
    yield "\troute {"
    yield '\t\t@gone not vars {onrecord_grave} ""'
    yield "\t\terror @gone 410"
    yield from (f"\t\tredir /{address} /{file} 303" for address, file in WELL_KNOWN.items())
    yield "\t\t@start path */"
    yield "\t\ttry_files @start {path}index.html"
    yield "\t\t@document {\n\t\t\tnot file {path}\n\t\t\tfile {path}.ttl\n\t\t}"
    yield '\t\theader @document Vary "Accept, Accept-Language"'
    yield "\t\t@nothing {\n\t\t\tnot file {path}\n\t\t\tfile {path}.ttl"
    yield "\t\t\tvars {onrecord_suffix} none\n\t\t}"
    yield f'\t\trespond @nothing "There are: {forms}." 406'
    yield "\t\tredir @document {onrecord_folder}{path}.{onrecord_suffix} 303"
    yield "\t\t@page {\n\t\t\tnot file {path}\n\t\t\tfile {path}.html\n\t\t}"
    yield "\t\tredir @page {path}.html 303"
    yield "\t\tfile_server {\n\t\t\tindex off.none\n\t\t}"
    yield "\t}"


def _common(tabs: str = "\t") -> list[str]:
    fields = [f'{tabs}\t{name} "{value}"' for name, value in HEADERS.items()]
    return [f"{tabs}header {{", *fields, f"{tabs}\tdefer", f"{tabs}}}"]


def _errors() -> Iterator[str]:
    """As Caddy 2.6 reads them too, which knows no codes behind `handle_errors`."""
    yield "\thandle_errors {"
    yield from _common("\t\t")
    yield "\t\troot * /srv/onrecord/public"
    graves = ("{onrecord_grave}", "/410.html", "/404.html")
    pages = {"410": graves, "404": ("/404.html",)}
    for code, found in pages.items():
        yield f"\t\t@error{code} expression {{err.status_code}} == {code}"
        yield f"\t\thandle @error{code} {{"
        yield "\t\t\ttry_files " + " ".join(f"{{onrecord_errors}}{page}" for page in found)
        yield "\t\t\tfile_server\n\t\t}"
    yield '\t\trespond "{err.status_code} {err.status_text}"'
    yield "\t}"


def caddyfile(site: Site) -> str:
    """The whole file."""
    rows = ["# Written by onrecord. Change address and folder (two places).", ":8080 {"]
    rows += ["\troot * /srv/onrecord/public", "\tencode zstd gzip"]
    rows += _common()
    named = " ".join(f"*/{name}" for name in NAMED_TYPES)
    for suffix, media_type in MEDIA_TYPES.items():
        rows += [f"\t@type_{suffix} {{", f"\t\tpath *.{suffix}", f"\t\tnot path {named}", "\t}"]
        rows += [f'\theader @type_{suffix} Content-Type "{media_type}"']
    for number, (name, media_type) in enumerate(NAMED_TYPES.items()):
        rows += [f"\t@named_{number} path */{name}"]
        rows += [f'\theader @named_{number} Content-Type "{media_type}"']
    rows += [*_maps(site), *_links(site), *_answers(), *_errors(), "}"]
    return "\n".join(rows) + "\n"
