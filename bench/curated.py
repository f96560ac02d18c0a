"""A workspace with many small curated articles, made up: the same seed gives the same bytes.

    python bench/curated.py FOLDER 1000 [--seed 7]

About every eight articles tell one story: the first describes a deal and the disputes over it, the
later ones add what is said weeks after, answer earlier statements across articles, and take further
positions. The statements have the graph shape of the first article's (relations, amounts, times,
anchors). Companies and people recur; one analyst speaks in every article, and one topic is named in
nearly all statements, so that there is an entity with thousands of them.
"""

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from onrecord import evidence
from onrecord.article import Article
from onrecord.graph import from_sources
from onrecord.names import Names
from onrecord.rdf import parse_turtle
from storytelling import MEDIA, Said, Story, article_slug, stories, to_slug, told_in

BASE = "https://example.org/kg/"
_PREFIXES = """@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix schema: <https://schema.org/> .
"""
_CONCEPTS = {
    name.replace("-", ""): f"https://w3id.org/onrecord/scheme/{name}#"
    for name in "form modality polarity basis amount-kind status bindingness deal-kind role".split()
}
_KINDS = "company person medium topic article report deal dispute".split()
_CONFIG = """base = "%s"
languages = ["de", "en"]
version = "0.1.0"
modified = "2026-11-23"

[publisher]
name = "Prüfstand"

[title]
de = "Viele Artikel"
en = "Many articles"
"""


def write_workspace(folder: Path, count: int, seed: int = 1) -> Path:
    """The workspace with `count` articles, checked anchors and one competency question."""
    told = stories(count, seed)
    _put(folder / "onrecord.toml", _CONFIG % BASE)
    _put(folder / "kg/entities/all.ttl", "".join(_entities(told)))
    for number in range(count):
        write_article(folder, told, number)
    for name, text in _question(told[0]).items():
        _put(folder / "kg/questions" / name, text)
    return folder


def write_article(folder: Path, told: tuple[Story, ...], number: int) -> str:
    """The folder of one article: `article.ttl`, `statements.ttl`, `deals.ttl`, `evidence.ttl`."""
    story, chapter = told[number % len(told)], number // len(told)
    slug = article_slug(told, number)
    said = list(told_in(story, chapter, number, told))
    text = Article.from_text(slug, "\n\n".join(s.sentence for s in said) + "\n")
    files = {
        "article.ttl": _article(slug, story, number, text),
        "statements.ttl": "".join(_statements(slug, said, number, told)),
        "deals.ttl": "".join(_deals(slug, story, chapter, said)),
    }
    home = folder / "kg/articles" / slug
    for name, body in files.items():
        _put(home / name, body)
    names = Names(BASE)
    sources = [parse_turtle(body.encode(), name) for name, body in files.items()]
    graph = from_sources(names, {names.graph("article", slug): sources})
    _put(home / "evidence.ttl", evidence.anchor(graph, slug, text).data.decode())
    return slug


def _entities(told: tuple[Story, ...]) -> Iterator[str]:
    yield _header()
    named = [("person", "Person", "Runa Feldhaus"), ("topic", "Topic", "Übernahmen")]
    named += [("medium", "NewsMedium", m) for m in MEDIA]
    for s in told:
        named += [("company", "Company", s.one), ("company", "Company", s.other)]
        named += [("person", "Person", s.chief), ("person", "Person", s.partner)]
    for kind, cls, label in dict.fromkeys(named):
        names = f'"{label}"@de , "{label}"@en'
        yield f"\n{kind}:{to_slug(label)} a onr:{cls} ;\n    rdfs:label {names} .\n"
    for s in told:
        yield (
            f"\nreport:{s.slug} a onr:Report ;\n"
            f'    rdfs:label "Bericht über {s.one} und {s.other} ({s.number})"@de ,'
            f' "Report on {s.one} and {s.other} ({s.number})"@en ;\n'
            f"    dcterms:publisher medium:{to_slug(s.medium)} .\n"
        )


def _article(slug: str, story: Story, number: int, text: Article) -> str:
    day = date(2022, 1, 1) + timedelta(days=number)
    author = f"article:{slug}\\#author"
    return f"""{_header()}
article:{slug} a onr:Article ;
    rdfs:label "{story.one} und {story.other}, Teil {number}"@de ,
        "{story.one} and {story.other}, part {number}"@en ;
    schema:url <https://news.example.org/{slug}.html> ;
    dcterms:publisher medium:{to_slug(MEDIA[number % len(MEDIA)])} ;
    dcterms:issued "{day}"^^xsd:date ;
    dcterms:language "de" ;
    dcterms:rights "Der Text gehört seinem Verlag."@de , "The text belongs to its publisher."@en ;
    onr:author {author} ;
    onr:cites report:{story.slug} ;
    onr:textHash "{text.text_hash}" ;
    onr:textLength {text.length} ;
    onr:paragraphCount {len(text.passages)} .

{author} a onr:Agent ;
    rdfs:label "Redaktion, Teil {number}"@de , "editors, part {number}"@en .
"""


def _statements(slug: str, said: list[Said], number: int, told: tuple[Story, ...]) -> Iterator[str]:
    yield _header() + f"@prefix st: <{BASE}statement/{slug}/> .\n"
    for paragraph, s in enumerate(said, 1):
        value = f"st:{s.name}\\#amount" if s.value == "AMOUNT" else s.value
        more = f"{s.more} ;\n    " + (f"onr:amount st:{s.name}\\#amount ;\n    " if s.parts else "")
        subject = f"deal:{told[number % len(told)].slug}"
        yield f"""
st:{s.name} a onr:Statement ;
    rdfs:label "{s.gloss[0]}"@de , "{s.gloss[1]}"@en ;
    onr:gloss "{s.gloss[0]}"@de , "{s.gloss[1]}"@en ;
    onr:statedBy {s.speaker} ; onr:recordedIn article:{slug} ;
    onr:subject {subject} ; onr:predicate {s.predicate} ; onr:object {value} ;
    {more}onr:form form:{s.form} ; onr:modality modality:{s.modality} ;
    onr:polarity polarity:{s.polarity} ; onr:paragraph {paragraph} ;
    onr:anchorPhrase "{s.phrase}"@de .
"""
        if s.parts:
            yield f"st:{s.name}\\#amount{s.parts}"
    yield from _relations(number, told)


def _relations(number: int, told: tuple[Story, ...]) -> Iterator[str]:
    """Answers inside of the article, and to what the article before said."""
    ties = [("chief-status", "disputes", "st:report-status", "report")]
    ties += [("partner-bound", "qualifies", "st:chief-status", "chief")]
    if number >= len(told):
        before = f"<{BASE}statement/{article_slug(told, number - len(told))}/"
        ties += [("chief-status", "follows", f"{before}chief-status>", "before")]
        ties += [("report-status", "inTensionWith", f"{before}chief-status>", "past")]
    for start, kind, end, name in ties:
        node = f"st:{start}\\#rel-{name}"
        yield f"""{node} a onr:StatementRelation ;
    onr:relationFrom st:{start} ; onr:relationType onr:{kind} ; onr:relationTo {end} ;
    onr:basis basis:inferred ;
    onr:reason "Es geht um denselben Einstieg."@de , "It is about the same investment."@en .
"""


def _deals(slug: str, story: Story, chapter: int, said: list[Said]) -> Iterator[str]:
    yield _header() + f"@prefix st: <{BASE}statement/{slug}/> .\n"
    deal = f"deal:{story.slug}"
    if chapter == 0:
        yield from _deal(deal, "investment", story, slug)
    elif chapter % 2:
        yield from _deal(f"{deal}-supply-{chapter}", "supply", story, slug)
    for aspect, name in (("dealStatus", "status"), ("dealAmount", "amount")):
        taken = " , ".join(f"st:{s.name}" for s in said if s.predicate == f"onr:{aspect}")
        dispute = f"dispute:{story.slug}-{name}"
        if chapter:
            yield f"\n{dispute} onr:hasPosition {taken} .\n"
            continue
        words = {"status": ("Stand", "Status"), "amount": ("Höhe", "Amount")}[name]
        yield f"""
{dispute} a onr:Dispute ;
    rdfs:label "{words[0]} des Einstiegs bei {story.other} ({story.number})"@de ,
        "{words[1]} of the investment in {story.other} ({story.number})"@en ;
    onr:question "{words[0]} des Einstiegs von {story.one} bei {story.other}?"@de ,
        "{words[1]} of {story.one}'s investment in {story.other}?"@en ;
    onr:referent {deal} ; onr:aspect onr:{aspect} ; onr:recordedIn article:{slug} ;
    onr:hasPosition {taken} .
"""


def _deal(deal: str, kind: str, story: Story, slug: str) -> Iterator[str]:
    roles = {"investment": ("investor", "investee"), "supply": ("supplier", "customer")}[kind]
    words = {"investment": ("Einstieg", "Investment"), "supply": ("Lieferung", "Supply")}[kind]
    yield f"""
{deal} a onr:Deal ;
    rdfs:label "{words[0]}: {story.one} und {story.other} ({deal[5:]})"@de ,
        "{words[1]}: {story.one} and {story.other} ({deal[5:]})"@en ;
    onr:dealKind dealkind:{kind} ; onr:recordedIn article:{slug} ;
    onr:hasParticipation {deal}\\#party-one , {deal}\\#party-other .
"""
    for part, company, role in (("one", story.one, roles[0]), ("other", story.other, roles[1])):
        yield (
            f"{deal}\\#party-{part} a onr:Participation ;\n"
            f"    onr:participant company:{to_slug(company)} ; onr:role role:{role} ;\n"
            f"    onr:recordedIn article:{slug} .\n"
        )


def _question(story: Story) -> dict[str, str]:
    """A competency question about the first story, with its answer."""
    query = f"""# de: Wer macht bei diesem Einstieg mit?
# en: Who takes part in this investment?
# de-explanation: Die Beteiligten des ersten Geschäfts.
# en-explanation: The parties of the first deal.
PREFIX onr: <https://w3id.org/onrecord/ns#>
SELECT ?who WHERE {{
  <{BASE}deal/{story.slug}> onr:hasParticipation ?part .
  ?part onr:participant ?who .
}}
ORDER BY ?who
"""
    rows = sorted(f"{BASE}company/{to_slug(name)}" for name in (story.one, story.other))
    return {"01-parties.rq": query, "01-parties.csv": "\n".join(["who", *rows]) + "\n"}


def _header() -> str:
    concepts = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in _CONCEPTS.items())
    return _PREFIXES + concepts + "".join(f"@prefix {k}: <{BASE}{k}/> .\n" for k in _KINDS)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Writes the workspace."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int, nargs="?", default=10)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    write_workspace(told.folder, told.count, told.seed)


if __name__ == "__main__":
    main()
