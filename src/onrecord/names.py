"""Namespaces, prefixes and IRIs: the only place that mints an IRI or turns one into a path.

A *document IRI* has no fragment; parts of a resource (its amounts, anchors, relations) are hash
IRIs of the document that owns them, so every triple has exactly one file: its subject's document.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from onrecord.errors import IdentityError

ROOT: Final = "https://w3id.org/onrecord/"
ONR: Final = ROOT + "ns#"
SCHEME: Final = ROOT + "scheme/"
SHAPES: Final = ROOT + "shapes#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
ORG: Final = "http://www.w3.org/ns/org#"
SCHEMA: Final = "https://schema.org/"
SH: Final = "http://www.w3.org/ns/shacl#"
NP: Final = "http://www.nanopub.org/nschema#"
DCAT: Final = "http://www.w3.org/ns/dcat#"
VOID: Final = "http://rdfs.org/ns/void#"

_FOREIGN: Final = {
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "oa": OA,
    "org": ORG,
    "schema": SCHEMA,
    "dcat": DCAT,
    "void": VOID,
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": SH,
    "np": NP,
    "as": "https://www.w3.org/ns/activitystreams#",
    "cito": "http://purl.org/spar/cito/",
    "vann": "http://purl.org/vocab/vann/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "wd": "http://www.wikidata.org/entity/",
}

CONCEPT_PREFIXES: Final = MappingProxyType(
    {
        "form": "form",
        "modality": "modality",
        "polarity": "polarity",
        "origin": "origin",
        "basis": "basis",
        "amountkind": "amount-kind",
        "dealkind": "deal-kind",
        "role": "role",
        "status": "status",
        "binding": "bindingness",
        "office": "office",
        "idscheme": "identifier",
        "decision": "decision",
        "proposalkind": "proposal-kind",
    }
)

KINDS: Final = (
    "company",
    "person",
    "medium",
    "group",
    "product",
    "topic",
    "place",
    "event",
    "article",
    "report",
    "source",
    "statement",
    "deal",
    "dispute",
    "proposal",
    "graph",
)

# File systems of Windows keep some names for devices.
_SLUG = re.compile(r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z)[a-z0-9]+(?:-[a-z0-9]+)*")
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_-])?")
_FORBIDDEN_IN_IRI = re.compile('[\x00-\x20<>"{}|^`\\\\\x7f-\x9f]')
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_TRANSLITERATION: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"}
)
_LONGEST_SEGMENT: Final = 120


def slug(text: str) -> str:
    """`text` as lower-case ASCII words joined by `-`; empty where nothing can be kept."""
    folded = text.casefold().translate(_TRANSLITERATION)
    ascii_only = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only))[:_LONGEST_SEGMENT].strip("-")


@lru_cache(maxsize=1 << 16)  # most names begin alike
def is_slug(text: str) -> bool:
    """Whether `text` can be a path segment on every file system and host."""
    return len(text) <= _LONGEST_SEGMENT and _SLUG.fullmatch(text) is not None


def document(iri: str) -> str:
    """The IRI without its fragment."""
    return iri.partition("#")[0]


def check_iri(iri: str) -> str:
    """`iri`, if it is absolute and free of characters that RFC 3987 forbids and of spaces and
    format controls that hide what it says; else `IdentityError`."""
    bad = _FORBIDDEN_IN_IRI.search(iri) or (None if iri.isascii() else _hidden(iri))
    if bad:
        char = bad if isinstance(bad, str) else bad.group()
        raise IdentityError(
            f"the IRI {iri[:200]!r} contains U+{ord(char):04X}, which an IRI may not contain",
            hint="percent-encode the character or remove it",
        )
    if not _SCHEME.match(iri):
        raise IdentityError(
            f"{iri[:200]!r} is not an absolute IRI", hint="write it with its scheme"
        )
    return iri


def _hidden(iri: str) -> str | None:
    """The first character that cannot be seen; ASCII has none but those forbidden already."""
    hidden = ("Cf", "Cs", "Co", "Zl", "Zp", "Zs")
    return next((c for c in iri if unicodedata.category(c) in hidden), None)


@lru_cache(maxsize=8)
def _prefixes(base: str) -> Mapping[str, str]:
    concepts = {p: f"{SCHEME}{name}#" for p, name in CONCEPT_PREFIXES.items()}
    data = {kind: f"{base}{kind}/" for kind in KINDS}
    return {"onr": ONR, "onrsh": SHAPES, **concepts, **data, **_FOREIGN}


@lru_cache(maxsize=1 << 16)
def _compact(iri: str, base: str) -> str:
    found = ((len(ns), p) for p, ns in _prefixes(base).items() if iri.startswith(ns))
    length, prefix = max(found, key=itemgetter(0), default=(0, ""))
    return f"{prefix}:{iri[length:]}" if iri[length:] and length else f"<{iri}>"


@lru_cache(maxsize=1 << 17)
def _path(iri: str, base: str) -> str:
    doc = document(iri)
    if doc.startswith(base):
        path = doc[len(base) :]
    elif doc == document(ONR):
        path = "ontology/onrecord"
    elif doc == document(SHAPES):
        path = "shapes/onrecord"
    elif doc.startswith(SCHEME):
        path = "scheme/" + doc[len(SCHEME) :]
    else:
        raise IdentityError(f"{iri[:200]!r} is not published here", hint=f"base is {base}")
    if not path or not all(is_slug(segment) for segment in path.split("/")):
        raise IdentityError(
            f"{iri[:200]!r} cannot be a file name",
            hint="each part of the path is letters a to z in lower case, digits and single hyphens",
        )
    return path


@dataclass(frozen=True, slots=True)
class Names:
    """Mints and reads the IRIs of one publication; `base` ends in `/`."""

    base: str

    def __post_init__(self) -> None:
        check_iri(self.base)
        if not self.base.endswith("/"):
            raise IdentityError(
                f"the base IRI {self.base!r} does not end in '/'", hint="append a slash"
            )

    @property
    def prefixes(self) -> dict[str, str]:
        """Prefix → namespace: ours first, then the foreign ones, in a fixed order."""
        return dict(_prefixes(self.base))

    def iri(self, kind: str, *names: str) -> str:
        """`<base>kind/name…`; every name must be a slug (`IdentityError`)."""
        if kind not in KINDS:
            raise IdentityError(f"{kind!r} is no kind of resource", hint=", ".join(KINDS))
        for name in names:
            if not is_slug(name):
                raise IdentityError(
                    f"{name!r} cannot be part of an IRI",
                    hint="use lower-case letters a to z, digits and single hyphens, "
                    f"{_LONGEST_SEGMENT} characters at most and no reserved device name",
                )
        return self.base + "/".join((kind, *names))

    def graph(self, *names: str) -> str:
        """The IRI of a named graph of the publication."""
        return self.iri("graph", *names)

    def owns(self, iri: str) -> bool:
        """Whether the IRI lies under the base."""
        return iri.startswith(self.base)

    def path(self, iri: str) -> str:
        """Publication path of the document of `iri`, without suffix, e.g. `company/nvidia`.

        The ontology, schemes and shapes, whose IRIs lie beside the base, have paths too.
        Raises `IdentityError` for any other IRI or one that would leave the publication.
        """
        return _path(iri, self.base)

    def compact(self, iri: str) -> str:
        """`prefix:local` where the table has a namespace and the rest is a plain local name;
        a statement keeps its article: `statement:slug/name`. Otherwise `<iri>`."""
        return _compact(iri, self.base)


def is_plain_local(text: str) -> bool:
    """Whether `text` can follow a prefix in Turtle without escapes."""
    return _LOCAL.fullmatch(text) is not None


def collisions(paths: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of different paths that a case-folding or normalising file system takes as one."""
    names = set(paths)
    lines = "\n".join(names)
    if lines.isascii() and len({*lines.lower().split("\n")}) == len(names):
        return []  # which is so as a rule, and told at once for a hundred thousand
    seen: dict[str, str] = {}
    found = []
    for path in sorted(names):
        plain = path if path.isascii() else unicodedata.normalize("NFC", path)
        key = plain.casefold()
        if key in seen:
            found.append((seen[key], path))
        seen.setdefault(key, path)
    return found
