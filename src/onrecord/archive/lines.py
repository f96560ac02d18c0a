"""A proposal → its N-Triples lines, written directly because an archive has very many of them.

The triples are those of `review.files.proposal_triples`; a test holds one against the other.
"""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from onrecord.names import OA, ONR, RDF, RDFS, SCHEME, XSD
from onrecord.review.files import WORDS
from onrecord.review.records import Proposal

_TYPE: Final = f"<{RDF}type>"
_LABEL: Final = f"<{RDFS}label>"
_OFFSET: Final = f"^^<{XSD}nonNegativeInteger>"
_ESCAPED: Final = re.compile('[\x00-\x1f"\\\\\x7f]')


def literal(text: str, language: str = "") -> str:
    """A literal as N-Triples has it."""
    if _ESCAPED.search(text):
        return str(ox.Literal(text, language=language) if language else ox.Literal(text))
    return f'"{text}"@{language.lower()}' if language else f'"{text}"'


def proposal_lines(proposal: Proposal, iri: str, article: str, url: str) -> Iterator[str]:
    """Every triple of a proposal of the article with that IRI and address, ` .` at the end."""
    node = f"<{iri}>"
    yield f"{node} {_TYPE} <{ONR}Proposal> ."
    german, english = WORDS[proposal.kind]
    what = proposal.speaker_name or proposal.content
    of = f", {what}" if what else ""
    number, start = proposal.anchor.paragraph, proposal.spans[0][0]
    label = literal(f"Vorschlag {german}{of}, Absatz {number} ab {start}", "de")
    yield f"{node} {_LABEL} {label} ."
    label = literal(f"Proposal {english}{of}, paragraph {number} at {start}", "en")
    yield f"{node} {_LABEL} {label} ."
    yield f"{node} <{ONR}proposalKind> <{SCHEME}proposal-kind#{proposal.kind}> ."
    yield f"{node} <{ONR}generatedByRule> {literal(proposal.rule)} ."
    yield f'{node} <{ONR}confidence> "{proposal.confidence}"^^<{XSD}decimal> .'
    yield f"{node} <{ONR}why> {literal(proposal.why)} ."
    yield from _content(proposal, node)
    for place, (begin, end) in enumerate(proposal.spans, 1):
        part = f"<{iri}#passage-{place}>"
        yield f"{node} <{ONR}passage> {part} ."
        yield from _position(part, begin, end)
    yield from _anchor(proposal, iri, article, url)


def _content(proposal: Proposal, node: str) -> Iterator[str]:
    if proposal.speaker:
        yield f"{node} <{ONR}proposedSpeaker> <{proposal.speaker}> ."
    if proposal.speaker_name:
        yield f"{node} <{ONR}proposedSpeakerName> {literal(proposal.speaker_name)} ."
    if proposal.content:
        yield f"{node} <{ONR}proposedContent> {literal(proposal.content)} ."
    for entity in proposal.entities:
        yield f"{node} <{ONR}proposedEntity> <{entity}> ."
    if proposal.form:
        yield f"{node} <{ONR}form> <{SCHEME}form#{proposal.form}> ."
    if proposal.modality:
        yield f"{node} <{ONR}modality> <{SCHEME}modality#{proposal.modality}> ."
    if proposal.polarity:
        yield f"{node} <{ONR}polarity> <{SCHEME}polarity#{proposal.polarity}> ."
    if proposal.hedge:
        yield f"{node} <{ONR}hedge> {literal(proposal.hedge, proposal.language)} ."


def _position(node: str, begin: int, end: int) -> Iterator[str]:
    yield f"{node} {_TYPE} <{OA}TextPositionSelector> ."
    yield f'{node} <{OA}start> "{begin}"{_OFFSET} .'
    yield f'{node} <{OA}end> "{end}"{_OFFSET} .'


def _anchor(proposal: Proposal, iri: str, article: str, url: str) -> Iterator[str]:
    place = proposal.anchor
    node, quoted = f"<{iri}#anchor-1>", f"<{iri}#anchor-1-quote>"
    fragment = quote(place.phrase, safe="").replace("-", "%2D")
    yield f"<{iri}> <{ONR}anchoredAt> {node} ."
    yield f"{node} {_TYPE} <{OA}SpecificResource> ."
    yield f"{node} <{OA}hasSource> <{article}> ."
    yield f"{node} <{OA}hasSelector> {quoted} ."
    yield f"{node} <{OA}hasSelector> <{iri}#anchor-1-position> ."
    yield f'{node} <{ONR}paragraph> "{place.paragraph}"^^<{XSD}integer> .'
    yield f'{node} <{ONR}textHash> "{proposal.text_hash}" .'
    if url:
        yield f"{node} <{ONR}textFragment> <{url}#:~:text={fragment}> ."
    yield f"{quoted} {_TYPE} <{OA}TextQuoteSelector> ."
    yield f"{quoted} <{OA}exact> {literal(place.phrase, proposal.language)} ."
    yield f'{quoted} <{ONR}prefixHash> "{place.prefix_hash}" .'
    yield f'{quoted} <{ONR}suffixHash> "{place.suffix_hash}" .'
    yield from _position(f"<{iri}#anchor-1-position>", place.begin, place.end)
