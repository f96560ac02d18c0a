"""A statement → how to cite it (plain, BibTeX, CSL JSON) and the query for its evidence."""

import json
from dataclasses import dataclass
from functools import lru_cache

from onrecord.publish.site.page import Page
from onrecord.publish.site.pen import Pen
from onrecord.publish.site.structured import quoted


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in three forms."""

    plain: str
    bibtex: str
    csl: str


def of_statement(pen: Pen, page: Page) -> Citation:
    """Cites the record of a statement: never as a fact, nor as the speaker's own words."""
    record = pen.statement(page.it)
    speaker = ", ".join(pen.label(s) for s in record.all("speaker"))
    gloss = pen.plain_text(page.it, "gloss")
    title = (
        pen.locale.words["paraphrased"].format(gloss=gloss.rstrip("."))
        if gloss
        else pen.label(page.it)
    )
    inside = pen.locale.words["cited_document"] if speaker else "{name}"
    documents = [inside.format(name=pen.label(d)) for d in record.all("document")]
    places = [f"{pen.locale.words['paragraph']} {n}" for n in record.all("paragraph")]
    source = ", ".join([*filter(None, [speaker]), *documents, *places])
    work = pen.library.config.title[pen.language]
    return _cited(pen, page, "statement_citation", title, work, source)


def of_publication(pen: Pen, page: Page) -> Citation:
    """Cites all of it."""
    words, title = pen.locale.words, pen.library.config.title[pen.language]
    return _cited(pen, page, "citation", title, words["cite_container"])


def _cited(
    pen: Pen, page: Page, form: str, title: str, container: str, source: str = ""
) -> Citation:
    """Cites a page of the publication by its IRI, in the words of a `form`; the version is that of
    the publication, never of the source."""
    config = pen.library.config
    publisher = config.publisher.name
    text = pen.locale.words[form].format(
        title=title,
        container=container,
        source=source,
        publisher=publisher,
        version=config.version,
        date=pen.locale.date(config.modified),
        iri=page.cite_as,
    )
    key = "onrecord-" + page.address.rpartition("/")[2]
    fields = {
        "author": f"{{{publisher}}}",
        "title": title,
        "year": config.modified[:4],
        "url": page.cite_as,
        "note": f"{source}; {container}" if source else container,
    }
    body = ",\n".join(f"  {k} = {{{_braces(v)}}}" for k, v in fields.items() if v)
    author, issued = _as_csl(publisher, config.modified)
    csl = [
        f' "id": {quoted(key)}',
        ' "type": "dataset"',
        f' "title": {quoted(title)}',
        author,
        f' "container-title": {quoted(container)}',
        issued,
        f' "version": {quoted(config.version)}',
        f' "URL": {quoted(page.cite_as)}',
        f' "language": {quoted(pen.language)}',
        *([f' "note": {quoted(source)}'] if source else []),
    ]
    return Citation(
        " ".join(text.split()),
        f"@misc{{{key},\n{body}\n}}",
        "{\n" + ",\n".join(csl) + "\n}",
    )


@lru_cache(maxsize=8)
def _as_csl(publisher: str, modified: str) -> tuple[str, str]:
    """Author and date in CSL JSON, which are the same for all pages."""
    date = [int(part) for part in modified.split("-") if part.isdigit()]
    told = ({"author": [{"literal": publisher}]}, {"issued": {"date-parts": [date]}})
    author, issued = (json.dumps(t, ensure_ascii=False, indent=1)[2:-2] for t in told)
    return author, issued


def _braces(text: str) -> str:
    inner = text[1:-1] if text.startswith("{") and text.endswith("}") else text
    safe = inner.replace("\\", "").replace("{", "(").replace("}", ")")
    return f"{{{safe}}}" if inner != text else safe


def query_for(it: str) -> str:
    """The SPARQL query for a statement and its evidence."""
    return f"""PREFIX onr: <https://w3id.org/onrecord/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?property ?value ?phrase ?start ?end WHERE {{
  <{it}> ?property ?value .
  OPTIONAL {{
    ?value oa:hasSelector ?quote , ?position .
    ?quote oa:exact ?phrase .
    ?position oa:start ?start ; oa:end ?end .
  }}
}}"""
