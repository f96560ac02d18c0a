"""What a person describes during a review → its block in a file: agents and other things in
`kg/entities`, deals in `deals.ttl`, offices in `article.ttl`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.article import Anchor
from onrecord.errors import SourceError, UsageError
from onrecord.names import DCTERMS, ONR, ORG, RDFS, SKOS, Names, slug
from onrecord.review.terms import concept
from onrecord.review.turtle import Block, Line, both, tagged, with_blocks


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing: its class, the file that lists it, and the proposals that mean it."""

    of: str
    file: str
    mention: bool = False


KINDS: Final[Mapping[str, Kind]] = {
    "company": Kind("Company", "companies.ttl", True),
    "person": Kind("Person", "persons.ttl", True),
    "medium": Kind("NewsMedium", "media.ttl", True),
    "group": Kind("Group", "groups.ttl", True),
    "report": Kind("Report", "reports.ttl"),
    "topic": Kind("Topic", "topics.ttl"),
    "product": Kind("Product", "products.ttl"),
    "place": Kind("Place", "places.ttl"),
    "event": Kind("Event", "events.ttl"),
}


@dataclass(frozen=True, slots=True)
class NewThing:
    """An agent or another thing in a person's words; `publisher` is the medium of a report."""

    kind: str
    name_de: str
    name_en: str = ""
    alias: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class NewDeal:
    """A deal: its kind, its name in both languages, and who takes part in which role."""

    kind: str
    name_de: str
    name_en: str
    parties: tuple[tuple[str, str], ...]


def thing_iri(thing: NewThing, names: Names, known: Iterable[str]) -> str:
    """The IRI of a new thing; `UsageError` and `SourceError` where it cannot be described so."""
    if thing.kind not in KINDS:
        raise UsageError(f"{thing.kind!r} is no kind of thing", hint="choose one of those offered")
    if not slug(thing.name_de):
        raise UsageError("it has no name", hint="give a name with letters or digits")
    if thing.kind == "report" and not thing.publisher:
        raise UsageError("who published the report?", hint="choose the medium, or describe it")
    return _free(names.iri(thing.kind, slug(thing.name_de)), thing.name_de, known)


def deal_iri(deal: NewDeal, names: Names, known: frozenset[str]) -> str:
    """The IRI of a new deal; `UsageError` and `SourceError` where it cannot be described so."""
    if not (slug(deal.name_de) and deal.name_en.strip()):
        raise UsageError("the deal lacks a name", hint="name it in both languages")
    if len({iri for iri, _ in deal.parties}) < 1 or not all(all(p) for p in deal.parties):
        raise UsageError("who takes part in the deal?", hint="choose each party and its role")
    if len({iri for iri, _ in deal.parties}) < len(deal.parties):
        raise UsageError("a party stands there twice", hint="name each party once")
    concepts = (concept("deal-kind", deal.kind), *(concept("role", r) for _, r in deal.parties))
    for iri in (*concepts, *(p for p, _ in deal.parties)):
        if iri not in known:
            raise SourceError(f"nothing describes {iri}", hint="choose one of those offered")
    return _free(names.iri("deal", slug(deal.name_en)), deal.name_de, known)


def office_iri(person: str, company: str, role: str, known: frozenset[str]) -> str:
    """The IRI of a person's office at a company, a part of the person."""
    if not (person and company and role):
        raise UsageError("the office lacks a part", hint="choose person, company and office")
    for iri in (person, company, concept("office", role)):
        if iri not in known:
            raise SourceError(f"nothing describes {iri}", hint="choose one of those offered")
    return _free(f"{person}#{role}-{company.rpartition('/')[2]}", role, known)


def _free(iri: str, name: str, known: Iterable[str]) -> str:
    if iri in known:
        raise SourceError(f"{name!r} is described already", hint="choose it, or take another name")
    return iri


def with_thing(text: str, thing: NewThing, iri: str, names: Names) -> str:
    """The text of an entity file with the thing added at its end."""
    english = thing.name_en.strip() or thing.name_de
    lines: list[Line] = [(RDFS + "label", both(thing.name_de, english))]
    if thing.alias.strip():
        lines.append((SKOS + "altLabel", both(thing.alias, thing.alias)))
    if thing.kind == "report":
        lines.append((DCTERMS + "publisher", [thing.publisher]))
    return with_blocks(text, [(iri, ONR + KINDS[thing.kind].of, lines)], names)


def with_deal(text: str, deal: NewDeal, iri: str, article: str, names: Names) -> str:
    """The text of `deals.ttl` with the deal and its parties added at its end."""
    parts = [f"{iri}#party-{party.rpartition('/')[2]}" for party, _ in deal.parties]
    lines: list[Line] = [
        (RDFS + "label", both(deal.name_de, deal.name_en)),
        (ONR + "dealKind", [concept("deal-kind", deal.kind)]),
        (ONR + "hasParticipation", parts),
        (ONR + "recordedIn", [article]),
    ]
    blocks: list[Block] = [(iri, ONR + "Deal", lines)]
    for part, (party, role) in zip(parts, deal.parties, strict=True):
        said: list[Line] = [
            (ONR + "participant", [party]),
            (ONR + "role", [concept("role", role)]),
            (ONR + "recordedIn", [article]),
        ]
        blocks.append((part, ONR + "Participation", said))
    return with_blocks(text, blocks, names)


def with_office(
    text: str,
    iri: str,
    held: tuple[str, str, str],
    anchor: Anchor,
    place: tuple[str, str],
    names: Names,
) -> str:
    """The text of `article.ttl` with an office (person, company, role) added at its end; `place`
    is the article's IRI and the language of its text."""
    (person, company, role), (article, language) = held, place
    lines: list[Line] = [
        (ORG + "member", [person]),
        (ORG + "organization", [company]),
        (ORG + "role", [concept("office", role)]),
        (ONR + "recordedIn", [article]),
        (ONR + "paragraph", [str(anchor.paragraph)]),
        (ONR + "anchorPhrase", [tagged(anchor.phrase, language)]),
    ]
    return with_blocks(text, [(iri, ORG + "Membership", lines)], names)
