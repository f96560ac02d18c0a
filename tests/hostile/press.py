"""A workspace whose every field is hostile → the files that would be published of it.

Validation is left out on purpose: whatever a shape may refuse today, the writers must bear.
"""

from collections.abc import Iterator
from pathlib import Path

from hostile.bombs import write
from hostile.strings import INJECTIONS, LURE, PLAIN, turtle
from onrecord import pipeline
from onrecord.names import check_iri
from onrecord.publish.dumps import dump_files
from onrecord.publish.rdf import resource_files
from onrecord.publish.site import pages
from onrecord.validate import Report
from onrecord.workspace import Workspace

TEXTS = (*PLAIN, *INJECTIONS)
LISTED = "company/hostile"
_AT_ONCE = 24

_PREFIXES = """\
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix schema: <https://schema.org/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
_STATEMENT = """
<{base}statement/alfa-beta/hostile-{n}> a onr:Statement ; rdfs:label {t} ; onr:gloss {t} ;
    onr:statedBy <{base}person/hostile-{n}> ; onr:onBehalfOf <{base}company/hostile> ;
    onr:recordedIn <{base}article/alfa-beta> ; onr:subject <{base}deal/hostile-{n}> ;
    onr:predicate onr:dealStatus ; onr:object {t} ; onr:about <{base}product/hostile-{n}> ;
    onr:form <{scheme}form#direct> ; onr:modality <{scheme}modality#asserted> ;
    onr:polarity <{scheme}polarity#affirmed> ; onr:paragraph 1 ; onr:hedge {t} ; onr:note {t} ;
    onr:anchorPhrase {t} ; onr:confidenceNote {t} ; onr:checkedAgainst {t} ;
    onr:anchoredAt <{base}statement/alfa-beta/hostile-{n}#anchor-1> ; rdfs:comment {t} ;
    onr:time <{base}statement/alfa-beta/hostile-{n}#time> ; rdfs:seeAlso {i} .
<{base}statement/alfa-beta/hostile-{n}#time> a onr:TimeExpression ; onr:timeText {t} ;
    onr:edtf {p} .
<{base}statement/alfa-beta/hostile-{n}#anchor-1> a oa:SpecificResource ; onr:paragraph 1 ;
    oa:hasSource <{base}article/alfa-beta> ; onr:textFragment {i} ;
    oa:hasSelector <{base}statement/alfa-beta/hostile-{n}#anchor-1-quote> .
<{base}statement/alfa-beta/hostile-{n}#anchor-1-quote> a oa:TextQuoteSelector ; oa:exact {t} .
<{base}statement/alfa-beta/hostile-{n}#rel-1> a onr:StatementRelation ; onr:reason {t} ;
    onr:relationFrom <{base}statement/alfa-beta/hostile-{n}> ; onr:relationType onr:disputes ;
    onr:relationTo <{base}statement/alfa-beta/klein-examining> ; onr:basis {t} .
<{base}deal/hostile-{n}> a onr:Deal ; rdfs:label {t} ; dcterms:description {t} ;
    onr:dealKind <{scheme}deal-kind#investment> ; onr:recordedIn <{base}article/alfa-beta> ;
    onr:hasParticipation <{base}deal/hostile-{n}#party-a> ; onr:occasion {t} ;
    onr:amount <{base}deal/hostile-{n}#amount> .
<{base}deal/hostile-{n}#party-a> a onr:Participation ; onr:participant <{base}company/hostile> ;
    onr:role <{scheme}role#investor> .
<{base}deal/hostile-{n}#amount> a onr:Amount ; onr:amountText {t} ; schema:currency {p} ;
    schema:value {p} ; schema:minValue {p} ; onr:amountKind <{scheme}amount-kind#committed> .
<{base}person/hostile-{n}> a onr:Person ; rdfs:label {t} ; skos:altLabel {t} ; onr:note {t} ;
    schema:url {i} ; schema:sameAs {i} ; onr:identifier <{base}person/hostile-{n}#id> .
<{base}person/hostile-{n}#id> a onr:Identifier ; onr:identifierValue {p} ;
    onr:identifierScheme <{scheme}identifier#wikidata> .
<{base}product/hostile-{n}> a onr:Product ; rdfs:label {t} ; skos:scopeNote {t} ;
    dcterms:description {t} ; dcterms:source {i} ; skos:example {t} .
<{base}dispute/hostile-{n}> a onr:Dispute ; rdfs:label {t} ; onr:question {t} ; onr:why {t} ;
    onr:hasPosition <{base}statement/alfa-beta/hostile-{n}> ,
        <{base}statement/alfa-beta/klein-examining> .
<{base}report/hostile-{n}> a onr:Report ; rdfs:label {t} ; dcterms:title {t} ;
    dcterms:publisher <{base}medium/hostile-{n}> ; schema:url {i} ; dcterms:issued {p} ;
    onr:publisherName {t} ; dcterms:rights {t} .
<{base}medium/hostile-{n}> a onr:Medium ; rdfs:label {t} ; schema:url {i} .
"""

ADDRESSES = (
    *("javascript:PWN()", "JaVaScRiPt:PWN()", "data:text/html,%3Cscript%3EPWN()%3C/script%3E"),
    *("vbscript:PWN()", "file:///etc/passwd", "urn:x:y", "blob:null/x", "view-source:x", "tel:1"),
    *("https://e.org/'onmouseover='PWN()", "https://e.org/?a=b&amp;c=d#'--", "mailto:a@b"),
    *("https://e.org/%22%3E%3Csvg%20onload=PWN()%3E", f"{LURE}%00", "https://user@e.org:1/%0d%0a"),
    *("https://e.org/(x)", "https://e.org/*/;,!$&'()~", "ftp://e.org/"),
    *("https://ex\u00e4mple.org/\u00fc\U0001f600", "http://[::1]/x", "https://", "http:x", "x:"),
)
"""Addresses that an IRI field can hold."""


def write_hostile_workspace(workspace: Workspace) -> int:
    """Puts every text into every text field and every address into every IRI field; returns the
    number of resources of each kind. The company's page lists all texts one by one."""
    base, scheme = workspace.config.base, "https://w3id.org/onrecord/scheme/"
    every = " , ".join(f"{turtle(text)}@de" for text in TEXTS)
    made = [_PREFIXES, f"<{base}company/hostile> a onr:Company ; rdfs:label 'H'@de ;"]
    made.append(f"    skos:altLabel {every} .\n")
    count = 0
    for count, batch in enumerate(_batches(TEXTS), 1):
        joined = "\n".join(batch)
        text = f"{turtle(joined)}@de , {turtle(joined + ' en')}@en"
        plain = ", ".join(turtle(t) for t in batch[:3])
        iri = check_iri(ADDRESSES[count % len(ADDRESSES)])
        values = {"base": base, "scheme": scheme, "n": count, "t": text, "p": plain}
        made.append(_STATEMENT.format(**values, i=f"<{iri}>"))
    write(workspace, "kg/entities/hostile.ttl", "".join(made))
    _hostile_config(workspace.root / "onrecord.toml")
    return count


def _batches(texts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(texts), _AT_ONCE):
        yield texts[start : start + _AT_ONCE]


def _hostile_config(path: Path) -> None:
    text = path.read_text("utf-8").replace("Prüfstand", "P\\u0022><svg onload=PWN()></title>")
    path.write_text(text, "utf-8")


def printed(workspace: Workspace) -> dict[str, bytes]:
    """Every page and RDF file, by its path."""
    found = Workspace.find(workspace.root)
    graph = pipeline.prepare(found)
    publication = pipeline.publication_of(graph, Report(()), found)
    files = {dump.path: b"".join(data.parts) for dump, data in dump_files(publication)}
    files |= dict(resource_files(publication))
    return files | dict(pages(publication))
