"""A publication → how FAIR it is by the 17 metrics of F-UJI 0.8, each with what was found.

An implementation of our own that looks at the publication itself, with no network: what only a
live host or a registry can show (that a persistent identifier has been registered) is not scored.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit

import pyoxigraph as ox

from onrecord.names import DCAT, DCTERMS, PROV, RDF, SCHEMA, VOID
from onrecord.publish.catalog.dcat import CATALOG, dataset_iri
from onrecord.publish.catalog.void import void_triples
from onrecord.publish.publication import Publication
from onrecord.rdf.runs import key_of

Read: TypeAlias = Callable[[str], bytes | None]
Told: TypeAlias = str | tuple[str, str]
Found: TypeAlias = tuple[float, Told]
"""The score and what it rests on: properties and files, or a text in German and English."""

_PERSISTENT: Final = frozenset(
    "w3id.org purl.org doi.org hdl.handle.net n2t.net identifiers.org".split()
)
_OPEN: Final = frozenset(
    "text/turtle application/n-quads application/trig application/ld+json "
    "application/rdf+xml application/n-triples".split()
)
_JSON_LD: Final = re.compile(
    r'<script[^>]*type="?application/ld\+json"?[^>]*>(.*?)</script>', re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric: `identifier` of F-UJI, `title` by language, the score of `total`, and
    the properties or files that it rests on, or that are missing, by language."""

    identifier: str
    title: Mapping[str, str]
    score: float
    total: float
    evidence: Mapping[str, str]

    @property
    def passed(self) -> bool:
        """Whether all that can be had was reached."""
        return self.score >= self.total


def fair(publication: Publication, read: Read | None = None) -> tuple[Metric, ...]:
    """Every metric, in F-UJI's order, for the quality page and for tests.

    `read` gives the bytes of a published file or `None`; with it, the start page is looked at as
    well. Without it (while pages are being made) the graph alone decides. A page shows for each
    metric `identifier`, `title[language]`, `passed`, `score`, `total` and `evidence[language]`.
    """
    if read:
        found = _assessed(_Facts(publication, read))
    else:
        graph, forms = publication.graph, publication.forms
        described = b"".join(run.key for run in graph.runs.get(graph.names.graph(CATALOG), ()))
        key = key_of(described + repr(forms).encode())
        results = publication.earlier.results
        found = results.of("fair", key, lambda _: _assessed(_Facts(publication, None)), None)
    made = []
    for (identifier, row), (score, evidence) in zip(_METRICS.items(), found, strict=True):
        title = {"de": row[0], "en": row[1]}
        made.append(Metric(identifier, title, score, row[2], evidence))
    return tuple(made)


def _assessed(facts: "_Facts") -> list[tuple[float, dict[str, str]]]:
    """Score and evidence of each metric."""
    found = (check(facts) for *_, check in _METRICS.values())
    return [(score, _by_language(evidence)) for score, evidence in found]


class _Facts:
    """What a harvester learns: the description of the dataset, its files, its start page."""

    def __init__(self, publication: Publication, read: Read | None) -> None:
        self.publication = publication
        self.base = publication.workspace.config.base
        self.read = read
        self.dataset = dataset_iri(publication.graph)
        self.metadata = tuple(void_triples(publication))
        self._own: dict[str, list[str]] = {}
        for t in self.metadata:
            if str(t.subject)[1:-1] == self.dataset:
                value = t.object.value if not isinstance(t.object, ox.Triple) else ""
                self._own.setdefault(t.predicate.value, []).append(value)

    def values(self, *predicates: str) -> list[str]:
        """What the dataset has for any of the properties."""
        return [v for p in predicates for v in self._own.get(p, ())]

    def require(self, *properties: str, score: float = 1) -> Found:
        """The score, if the dataset has all of the properties (given with prefixes)."""
        missing = [p for p in properties if not self.values(*(_full(q) for q in p.split("|")))]
        if missing:
            return 0, _missing(*missing)
        return score, ", ".join(properties)

    @property
    def addresses(self) -> list[str]:
        """Where the metadata says that the data can be fetched."""
        files = [t for t in self.metadata if t.predicate.value == DCAT + "downloadURL"]
        return sorted(str(t.object)[1:-1] for t in files)

    @property
    def embedded(self) -> list[dict[str, Any]] | None:
        """The JSON-LD nodes of the start page; `None` where pages cannot be read yet."""
        if self.read is None:
            return None
        page = (self.read("index.html") or b"").decode()
        nodes: list[dict[str, Any]] = []
        for block in _JSON_LD.findall(page):
            table = json.loads(block)
            nodes += table.get("@graph", [table])
        return nodes


_SPACES: Final = {"dcterms": DCTERMS, "dcat": DCAT, "schema": SCHEMA, "prov": PROV, "void": VOID}


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return _SPACES[prefix] + local


def _missing(*names: str) -> Told:
    shown = ", ".join(names)
    return f"es fehlt: {shown}", f"missing: {shown}"


def _by_language(told: Told) -> dict[str, str]:
    german, english = (told, told) if isinstance(told, str) else told
    return {"de": german, "en": english}


def _unique(facts: _Facts) -> Found:
    parts = urlsplit(facts.dataset)
    good = parts.scheme in ("http", "https") and bool(parts.netloc)
    return float(good), f"<{facts.dataset}>"


def _persistent(facts: _Facts) -> Found:
    host = urlsplit(facts.base).netloc
    if host in _PERSISTENT:
        return 0.5, (
            f"{host}; die Registrierung ist von hier nicht zu sehen (hosting/w3id/README.md)",
            f"{host}; registration cannot be seen from here (hosting/w3id/README.md)",
        )
    return 0, (
        f"{host} ist kein Dienst für dauerhafte Kennungen",
        f"{host} is no service of persistent identifiers",
    )


def _core(facts: _Facts) -> Found:
    core = ("dcterms:creator", "dcterms:title", "dcterms:identifier", "dcterms:issued")
    more = ("dcterms:publisher", "dcterms:description", "dcat:keyword|schema:keywords")
    cited = facts.require(*core, more[0])
    all_of_it = facts.require(*core, *more)
    return cited[0] + all_of_it[0], all_of_it[1]


def _identifier_of_data(facts: _Facts) -> Found:
    return float(bool(facts.addresses)), f"dcat:downloadURL × {len(facts.addresses)}"


def _searchable(facts: _Facts) -> Found:
    nodes = facts.embedded
    if nodes is None:
        return facts.require("schema:name", "schema:description", "schema:license", score=2)
    wanted = [n for n in nodes if "Dataset" in str(n.get("@type", ""))]
    if wanted:
        return 2, "index.html: schema:Dataset (JSON-LD)"
    return 0, ("index.html: kein schema:Dataset", "index.html: no schema:Dataset")


def _access(facts: _Facts) -> Found:
    return facts.require("dcterms:accessRights", "schema:isAccessibleForFree")


def _retrievable(facts: _Facts) -> Found:
    here = {facts.base + path for path, _ in facts.publication.forms}
    lost = [a for a in facts.addresses if a not in here]
    described = any(True for _ in facts.publication.graph.triples(CATALOG))
    if lost or not here:
        return float(described), _missing(*lost)
    return 1.0 + described, f"graph/catalog, data/ × {len(here)}"


def _protocol(facts: _Facts) -> Found:
    schemes = {urlsplit(a).scheme for a in (facts.dataset, *facts.addresses)}
    return 2.0 * (schemes <= {"http", "https"}), ", ".join(sorted(schemes))


def _formal(facts: _Facts) -> Found:
    nodes = facts.embedded
    forms = "graph/catalog.{ttl,nt,jsonld,rdf}"
    if nodes is None or nodes:
        return 2, forms if nodes is None else f"{forms}, index.html"
    return 2, (f"{forms}; nichts in index.html", f"{forms}; nothing in index.html")


def _vocabularies(facts: _Facts) -> Found:
    used = facts.values(VOID + "vocabulary")
    known = [v for v in used if v in (DCTERMS, DCAT, PROV, SCHEMA)]
    return 2.0 * bool(known), f"void:vocabulary × {len(used)}"


def _related(facts: _Facts) -> Found:
    links = {
        "dcterms:source": len(facts.values(DCTERMS + "source")),
        "dcterms:references": len(facts.values(DCTERMS + "references")),
        "dcterms:conformsTo": len(facts.values(DCTERMS + "conformsTo")),
    }
    shown = ", ".join(f"{name} × {n}" for name, n in links.items() if n)
    return 2.0 * bool(links["dcterms:source"]), shown or _missing("dcterms:source")


def _content(facts: _Facts) -> Found:
    typed = any(t.predicate.value == RDF + "type" for t in facts.metadata)
    sized = {str(t.subject) for t in facts.metadata if t.predicate.value == DCAT + "byteSize"}
    kinds = {str(t.subject) for t in facts.metadata if t.predicate.value == DCAT + "mediaType"}
    whole = bool(kinds) and kinds <= sized
    return float(typed) + whole, f"void:classPartition, dcat:byteSize × {len(sized)}"


def _license(facts: _Facts) -> Found:
    score, _ = facts.require("dcterms:license", "schema:license")
    return score, ", ".join(facts.values(DCTERMS + "license")) or _missing("dcterms:license")


def _provenance(facts: _Facts) -> Found:
    return facts.require("prov:wasDerivedFrom", "dcterms:creator", "schema:isBasedOn")


def _standard(facts: _Facts) -> Found:
    return facts.require("dcat:distribution", "void:triples", "schema:distribution")


def _format(facts: _Facts) -> Found:
    open_ones = {form.partition(";")[0] for _, form in facts.publication.forms} & _OPEN
    return float(bool(open_ones)), ", ".join(sorted(open_ones)) or _missing("data/")


_METRICS: Final[Mapping[str, tuple[str, str, float, Callable[[_Facts], Found]]]] = {
    "FsF-F1-01MD": ("Eindeutige Kennung", "Unique identifier", 1, _unique),
    "FsF-F1-02MD": ("Dauerhafte Kennung", "Persistent identifier", 1, _persistent),
    "FsF-F2-01M": ("Angaben zum Zitieren und Finden", "Data to cite and find it by", 2, _core),
    "FsF-F3-01M": ("Verweis auf die Daten", "Pointer to the data", 1, _identifier_of_data),
    "FsF-F4-01M": ("Für Suchmaschinen lesbar", "Readable for search engines", 2, _searchable),
    "FsF-A1-01M": ("Wer Zugang hat", "Who has access", 1, _access),
    "FsF-A1-02MD": ("Abrufbar unter der Kennung", "Retrievable by identifier", 2, _retrievable),
    "FsF-A1.1-01MD": ("Übliches Protokoll", "Standard protocol", 2, _protocol),
    "FsF-A1.2-01MD": ("Protokoll kann Anmeldung", "Protocol allows sign-in", 2, _protocol),
    "FsF-I1-01M": ("Formale Sprache", "Formal language", 2, _formal),
    "FsF-I2-01M": ("Bekannte Vokabulare", "Known vocabularies", 2, _vocabularies),
    "FsF-I3-01M": ("Benannte Beziehungen", "Qualified relations", 2, _related),
    "FsF-R1-01M": ("Was in den Daten ist", "What the data hold", 2, _content),
    "FsF-R1.1-01M": ("Lizenz", "Licence", 1, _license),
    "FsF-R1.2-01M": ("Herkunft", "Provenance", 1, _provenance),
    "FsF-R1.3-01M": ("Standard des Fachs", "Standard of the field", 1, _standard),
    "FsF-R1.3-02D": ("Offenes Dateiformat", "Open file format", 1, _format),
}
