"""The one table of hosting: which file stands for what, its media type, and its links.

The rules of every host are written from it, and `onrecord serve` answers by it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from onrecord.names import ROOT

EVIDENCE_PROFILE = ROOT + "profile/evidence"
"""A resource with all that is said of it and its evidence: what the files hold."""
SCHEMA_PROFILE = "https://schema.org/"
"""The same resource in the terms of schema.org only."""


@dataclass(frozen=True, slots=True)
class Representation:
    """One file form of a document; `names` are the media types that a client asks for."""

    suffix: str
    media_type: str
    names: tuple[str, ...]

    @property
    def is_page(self) -> bool:
        """Whether it is for people, and so has one file a language."""
        return self.suffix == "html"


REPRESENTATIONS = (
    Representation("html", "text/html; charset=utf-8", ("text/html", "application/xhtml+xml")),
    Representation("ttl", "text/turtle; charset=utf-8", ("text/turtle",)),
    Representation("jsonld", "application/ld+json", ("application/ld+json", "application/json")),
    Representation("nt", "application/n-triples", ("application/n-triples",)),
    Representation("rdf", "application/rdf+xml", ("application/rdf+xml",)),
)
"""In the order in which they are preferred where a client does not mind."""
BY_SUFFIX: Mapping[str, Representation] = {each.suffix: each for each in REPRESENTATIONS}

NAMED_TYPES: Mapping[str, str] = {
    "feed.xml": "application/atom+xml",
    "linkset.json": "application/linkset+json",
    "codemeta.json": "application/ld+json",
    "ro-crate-metadata.json": "application/ld+json",
}
"""Files whose names, not their suffixes, say what they are."""
MEDIA_TYPES: Mapping[str, str] = {
    **{each.suffix: each.media_type for each in REPRESENTATIONS},
    "atom": "application/atom+xml",
    "bib": "application/x-bibtex; charset=utf-8",
    "cff": "application/yaml",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "gz": "application/gzip",
    "ico": "image/x-icon",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "nq": "application/n-quads",
    "pdf": "application/pdf",
    "png": "image/png",
    "rq": "application/sparql-query",
    "svg": "image/svg+xml",
    "trig": "application/trig; charset=utf-8",
    "turtle": "text/turtle; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "wasm": "application/wasm",
    "woff2": "font/woff2",
    "xml": "application/xml",
}
"""Suffix to media type of everything that a publication can hold."""

HEADERS: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Link, ETag, Content-Location",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer-when-downgrade",
}
"""What every answer carries, on every host."""

LINKSET = "linkset.json"
WELL_KNOWN = {".well-known/void": "data/void.turtle"}
"""Addresses that only redirect."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the rules need to know of a publication; `languages` begins with the default, and `root`
    is the path of the site on its host, as far as that is known."""

    base: str
    languages: tuple[str, ...]
    license: str
    tombstones: tuple[str, ...] = ()
    root: str = "/"

    def iri(self, stem: str) -> str:
        """The IRI of the document at a path without suffix."""
        for path, iri in OUTSIDE.items():
            if stem == path:
                return iri
        return (ROOT if stem.startswith("scheme/") else self.base) + stem

    def to_json(self) -> bytes:
        """As a file of the publication, so that a server needs no workspace."""
        return (json.dumps(asdict(self), indent=1, sort_keys=True) + "\n").encode()

    @classmethod
    def from_json(cls, data: bytes) -> "Site":
        """Read what `to_json` wrote."""
        read = json.loads(data)
        return cls(
            read["base"],
            tuple(read["languages"]),
            read["license"],
            tuple(read["tombstones"]),
            read.get("root", "/"),
        )


OUTSIDE: Mapping[str, str] = {"ontology/onrecord": ROOT + "ns", "shapes/onrecord": ROOT + "shapes"}
"""Documents whose IRI is not base + path."""


@dataclass(frozen=True, slots=True)
class Link:
    """A typed link as in RFC 8288."""

    target: str
    rel: str
    type: str = ""
    hreflang: str = ""

    def __str__(self) -> str:
        parts = [f"<{self.target}>", f'rel="{self.rel}"']
        if self.type:
            parts.append(f'type="{self.type}"')
        if self.hreflang:
            parts.append(f'hreflang="{self.hreflang}"')
        return "; ".join(parts)


def page_prefix(site: Site, language: str) -> str:
    """The folder of a language's pages: none for the default, else `en/`."""
    return "" if language == site.languages[0] else f"{language}/"


def links(
    site: Site, suffix: str, *, root: str, stem: str, iri: str, language: str = ""
) -> tuple[Link, ...]:
    """The links of one file of a document (FAIR Signposting, level 1 and the way to level 2).

    `root`, `stem` and `iri` may be texts or the variables of a host's rule language. The canonical
    address and those of other languages are absolute, as in the pages: search engines take no
    others.
    """
    prefix = page_prefix(site, language) if suffix == "html" else ""
    made = [
        Link(iri, "cite-as"),
        Link(f"{site.base}{prefix}{stem}.{suffix}", "canonical"),
        Link(site.license, "license"),
        Link(f"{root}{LINKSET}", "linkset", "application/linkset+json"),
    ]
    for each in REPRESENTATIONS:
        plain = each.media_type.partition(";")[0]
        if each.is_page:
            made += [
                Link(f"{site.base}{page_prefix(site, code)}{stem}.html", "alternate", plain, code)
                for code in site.languages
                if (suffix, language) != ("html", code)
            ]
            continue
        relation = "describedby" if suffix == "html" and each.suffix == "ttl" else "alternate"
        if each.suffix != suffix:
            made.append(Link(f"{root}{stem}.{each.suffix}", relation, plain))
    kind = "https://schema.org/AboutPage" if suffix == "html" else EVIDENCE_PROFILE
    return (*made, Link(kind, "type" if suffix == "html" else "profile"))


def link_header(found: Iterable[Link]) -> str:
    """Links as the value of one `Link` header."""
    return ", ".join(map(str, found))
