"""Files for hosts with no rules of their own making: `_headers`, `_redirects`, w3id, links."""

import json
from collections.abc import Iterable

from onrecord.names import ROOT
from onrecord.publish.hosting.accept import languages, media_types
from onrecord.publish.hosting.apache import choose
from onrecord.publish.hosting.table import (
    HEADERS,
    LINKSET,
    MEDIA_TYPES,
    NAMED_TYPES,
    WELL_KNOWN,
    Site,
    links,
    page_prefix,
)


def headers_file(site: Site) -> str:
    """`_headers` as Netlify and Cloudflare Pages read it: media types, CORS, common links.

    Where two rules fit a file these hosts join the values, so no two may say its type. What shares
    its suffix with a file of a type of its own is left to the host, which knows JSON and XML.
    """
    blocks = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    blocks += [f'  Link: <{site.license}>; rel="license"']
    blocks += [f'  Link: </{LINKSET}>; rel="linkset"; type="application/linkset+json"']
    shared = {name.rpartition(".")[2] for name in NAMED_TYPES}
    kinds = {f"/*.{suffix}": kind for suffix, kind in MEDIA_TYPES.items() if suffix not in shared}
    for code in site.languages:
        kinds |= {f"/{page_prefix(site, code)}{name}": kind for name, kind in NAMED_TYPES.items()}
    for pattern, kind in sorted(kinds.items()):
        blocks += [pattern, f"  Content-Type: {kind}"]
    return "\n".join(blocks) + "\n"


def redirects_file(site: Site) -> str:
    """`_redirects`: fixed addresses and tombstones. Pages need no rule there."""
    rows = [f"/{address} /{target} 303" for address, target in WELL_KNOWN.items()]
    rows += [f"/{stem} /410.html 410" for stem in site.tombstones]
    return "\n".join(rows) + "\n"


def w3id_htaccess(site: Site, address: str) -> str:
    """Redirects from the permanent IRIs to where the publication is; negotiates by itself, so
    that a host of plain files is enough behind it."""
    targets = [
        ("^kg/?$", f"{address}"),
        *((rf"^kg/(.+\.(?:{'|'.join(MEDIA_TYPES)}))$", f"{address}$1") for _ in (0,)),
    ]
    documents = [
        ("^kg/(.+)$", "$1"),
        (r"^ns(?:/\d[\w.-]*)?$", "ontology/onrecord"),
        (r"^shapes(?:/\d[\w.-]*)?$", "shapes/onrecord"),
        ("^(scheme/.+)$", "$1"),
    ]
    rows = [
        f"# {ROOT} - written by onrecord",
        *choose("Accept", "ONRECORD_SUFFIX", list(media_types()), "html"),
        *choose("Accept-Language", "ONRECORD_LANGUAGE", list(languages(site)), site.languages[0]),
        'Header always set Access-Control-Allow-Origin "*"',
        'Header always merge Vary "Accept"',
        'Header always merge Vary "Accept-Language"',
        "RewriteEngine On",
        *(f'RewriteRule "{pattern}" "{target}" [R=303,L]' for pattern, target in targets),
    ]
    for pattern, stem in documents:
        for code in site.languages[1:]:
            page = f"{address}{page_prefix(site, code)}{stem}.html"
            rows += [
                f'RewriteCond "%{{ENV:ONRECORD_SUFFIX}}%{{ENV:ONRECORD_LANGUAGE}}" "=html{code}"',
                f'RewriteRule "{pattern}" "{page}" [R=303,L]',
            ]
        rows += [
            'RewriteCond "%{ENV:ONRECORD_SUFFIX}" "^(.+)$"',
            f'RewriteRule "{pattern}" "{address}{stem}.%1" [R=303,L]',
        ]
    return "\n".join(rows) + "\n"


def w3id_readme(site: Site, address: str) -> str:
    """What a registration at w3id.org asks for beside the rules."""
    return (
        f"# onrecord\n\nPermanent IRIs of onrecord: the ontology `{ROOT}ns`, its schemes and"
        f" shapes, and the publication `{site.base}`, which is at <{address}> today.\n\n"
        "The rules in `.htaccess` are written by `onrecord build`. To register them, copy this"
        " folder to `onrecord/` in a fork of the w3id.org repository, add the contact of a"
        " maintainer below, and open a pull request. Until a person has done so, the IRIs do not"
        " resolve.\n\n## Contact\n\nMaintainer: (name and account of the person who registers)\n"
    )


def linkset(site: Site, documents: Iterable[str]) -> str:
    """`linkset.json` (RFC 9264): for each document all its files and terms of use."""
    # Entries are alike but for stem and IRI: one is made, the others are filled in.
    form = json.dumps({"linkset": [_entry(site)]}, indent=1, ensure_ascii=False)
    begin, end = form.index("  {"), form.rindex("}\n ]") + 1
    entries = [
        form[begin:end].replace(_IRI, _inside(site.iri(stem))).replace(_STEM, _inside(stem))
        for stem in documents
    ]
    if not entries:
        return json.dumps({"linkset": []}, indent=1) + "\n"
    return form[:begin] + ",\n".join(entries) + form[end:] + "\n"


_STEM, _IRI = "qz7stem", "qz7://iri"


def _inside(text: str) -> str:
    """A text as it stands inside of a string of JSON."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _entry(site: Site) -> dict[str, object]:
    entry: dict[str, object] = {"anchor": _IRI}
    for link in links(site, "html", root="", stem=_STEM, iri=_IRI, language=site.languages[0]):
        if link.rel in ("linkset", "canonical"):
            continue
        target: dict[str, object] = {"href": _absolute(site, link.target)}
        target |= {"type": link.type} if link.type else {}
        target |= {"hreflang": [link.hreflang]} if link.hreflang else {}
        entry.setdefault(link.rel, []).append(target)  # type: ignore[attr-defined]
    return entry


def _absolute(site: Site, target: str) -> str:
    return target if "://" in target else site.base + target


def cors_json() -> str:
    """Rules for CORS at a plain object storage (the S3 way of writing them)."""
    rule = {
        "AllowedOrigins": ["*"],
        "AllowedMethods": ["GET", "HEAD"],
        "AllowedHeaders": ["*"],
        "ExposeHeaders": ["ETag"],
    }
    return json.dumps({"CORSRules": [rule]}, indent=1) + "\n"


def media_types_table() -> str:
    """How paths end and the media type, a line each, for hosts that keep a type with each file;
    what a later line says counts."""
    kinds = {f".{suffix}": kind for suffix, kind in sorted(MEDIA_TYPES.items())}
    return "".join(f"{end}\t{kind}\n" for end, kind in {**kinds, **NAMED_TYPES}.items())
