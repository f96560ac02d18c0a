"""An engine's extraction + the article → proposals, each with an anchor and a stable key.

A passage of several sentences is one proposal a sentence, so that a person can judge each.
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

from onrecord.article import Article
from onrecord.extract.records import (
    Amount,
    Deal,
    End,
    Extraction,
    Quote,
    Source,
    Span,
    Spans,
)
from onrecord.extract.register import Known
from onrecord.extract.segmentation import Language, sentences
from onrecord.extract.tokens import tokenize
from onrecord.review.denial import Frame, is_denied
from onrecord.review.phrases import short_anchor
from onrecord.review.records import KINDS, Proposal, ProposalKind
from onrecord.review.stance import stance

_FORMS: Final = {
    "Direct": "direct",
    "Indirect": "indirect",
    "FreeIndirect": "indirect",
    "IndirectFreeIndirect": "indirect",
    "Reported": "reported",
}
_MOST_WHY: Final = 200


@dataclass(frozen=True, slots=True)
class Names:
    """Names as printed → IRIs of the register, and what kind of thing each is."""

    iris: dict[str, str]
    kinds: dict[str, str]

    @classmethod
    def of(cls, found: Extraction, known: Sequence[Known], author: str) -> "Names":
        """The register's names; what the engine linked itself comes first.

        An engine calls the article's own voice `author`.
        """
        iris: dict[str, str] = {"author": author} if author else {}
        for entry in known:
            for name in (entry.name, *entry.aliases):
                iris.setdefault(name.casefold(), entry.iri)
        iris |= {e.name.casefold(): e.iri for e in found.entities if e.iri}
        return cls(iris, {entry.iri: entry.kind for entry in known})

    def iri(self, name: str) -> str:
        """The IRI of a name, or empty."""
        bare = name.casefold().strip()
        return self.iris.get(bare) or self.iris.get(bare.removesuffix("s"), "")


@dataclass(frozen=True, slots=True)
class _Reading:
    """An extraction with its article, of which the hash is taken once."""

    found: Extraction
    article: Article
    names: Names
    text_hash: str

    def proposal(
        self, kind: ProposalKind, spans: Spans, source: Source, identity: str, **said: Any
    ) -> Proposal:
        """A proposal at its place; the key is a hash of what it is, `said` are other fields."""
        return Proposal(
            key=hashlib.sha256(f"{kind}|{identity}".encode()).hexdigest()[:12],
            kind=kind,
            spans=spans,
            anchor=short_anchor(self.article, *spans[0]),
            text_hash=self.text_hash,
            rule=f"{source.rule}@{source.version}",
            confidence=f"{min(max(source.confidence, 0.0), 1.0):.2f}",
            why=source.why[:_MOST_WHY],
            language=self.found.language,
            **said,
        )

    def known(self, parties: Iterable[str]) -> tuple[str, ...]:
        """The IRIs of those parties that have one, sorted."""
        return tuple(sorted({iri for name in parties if (iri := self.names.iri(name))}))


def proposals(
    found: Extraction, article: Article, known: Sequence[Known] = (), author: str = ""
) -> tuple[Proposal, ...]:
    """Every proposal of an extraction, in the order of the text; doubles are one.

    `author` is the IRI of the article's author, who holds what the article says itself.
    """
    reading = _Reading(found, article, Names.of(found, known, author), article.text_hash)
    best: dict[str, Proposal] = {}
    said = _statements(reading)
    made = (
        chain.from_iterable(said),
        *(make(reading) for make in (_deals, _amounts, _times, _mentions, _offices)),
        _relations(reading, said),
    )
    for proposal in chain.from_iterable(made):
        other = best.get(proposal.key)
        if other is None or float(other.confidence) < float(proposal.confidence):
            best[proposal.key] = proposal
    return tuple(sorted(best.values(), key=order))


def order(proposal: Proposal) -> tuple[int, int, int, str]:
    """Where a proposal stands in a list: by place, then kind."""
    begin, end = proposal.spans[0]
    return begin, KINDS.index(proposal.kind), end, proposal.key


def _placed(spans: Spans, what: str) -> str:
    """The identity of what is proposed of one place only."""
    return "|".join((*(f"{b}-{e}" for b, e in spans), what))


def _statements(reading: _Reading) -> list[list[Proposal]]:
    """The proposals of each quotation, sentence by sentence."""
    found, text = reading.found, reading.article.text
    if not found.quotes:
        return []
    bounds = found.sentences or _sentences(text, found.language)
    return [
        [_statement(quote, spans, reading) for spans in _by_sentence(text, quote.quote, bounds)]
        if quote.quote
        else []
        for quote in found.quotes
    ]


def _statement(quote: Quote, spans: Spans, reading: _Reading) -> Proposal:
    text = reading.article.text
    name = quote.holder or " … ".join(text[b:e] for b, e in quote.speaker)
    iri = reading.names.iri(name)
    form = _FORMS[quote.type]
    if form != "direct":
        # What a medium says comes by its report; what anybody else says is rendered by the article.
        form = "reported" if reading.names.kinds.get(iri) == "medium" else "indirect"
    passage = " ".join(text[b:e] for b, e in spans)
    hearsay = quote.source.rule.endswith("sollen")
    language = reading.found.language
    denied = form != "direct" and spans[0][0] == quote.quote[0][0]
    denied = denied and (
        quote.source.rule.endswith("-denied") or is_denied(passage, _frame(quote, text), language)
    )
    put = stance(passage, language, hearsay=hearsay, denied=denied)
    return reading.proposal(
        "statement",
        spans,
        quote.source,
        _placed(spans, iri or name),
        speaker=iri,
        speaker_name=_short(name),
        form=form,
        modality=put.modality,
        polarity=put.polarity,
        hedge=put.hedge,
    )


def _frame(quote: Quote, text: str) -> Frame:
    cue, words = (" ".join(text[b:e] for b, e in spans) for spans in (quote.cue, quote.frame))
    before = bool(quote.frame) and quote.frame[0][0] < quote.quote[0][0]
    return Frame(cue, words, before)


def _deals(reading: _Reading) -> Iterator[Proposal]:
    for deal in reading.found.deals:
        iri, content = reading.names.iri(deal.holder), _deal_content(deal)
        yield reading.proposal(
            "deal",
            (deal.evidence,),
            deal.source,
            _placed((deal.evidence,), f"{iri or deal.holder}|{content}"),
            speaker=iri,
            speaker_name=_short(deal.holder),
            entities=reading.known(p.name for p in deal.parties),
            content=content,
        )


def _deal_content(deal: Deal) -> str:
    parties = ", ".join(f"{p.name} ({p.role})" for p in deal.parties)
    amount = f"; {amount_content(deal.amount)}" if deal.amount else ""
    return f"{deal.kind}: {parties}; {deal.status}{amount}"


def amount_content(amount: Amount) -> str:
    """An amount in one line: kind, currency and numbers."""
    numbers = (("", amount.value), ("min ", amount.min), ("max ", amount.max))
    shown = [f"{label}{number}" for label, number in numbers if number]
    return " ".join((amount.kind, amount.currency or "no currency", *shown))


def _amounts(reading: _Reading) -> Iterator[Proposal]:
    for amount in reading.found.amounts:
        spans, content = (amount.span,), amount_content(amount)
        identity = _placed(spans, content)
        yield reading.proposal("amount", spans, amount.source, identity, content=content)


def _times(reading: _Reading) -> Iterator[Proposal]:
    for time in reading.found.times:
        spans, content = (time.span,), time.edtf or "relative"
        identity = _placed(spans, content)
        yield reading.proposal("time", spans, time.source, identity, content=content)


def _mentions(reading: _Reading) -> Iterator[Proposal]:
    for entity in reading.found.entities:
        if not entity.mentions:
            continue
        iri = entity.iri or reading.names.iri(entity.name)
        yield reading.proposal(
            "mention",
            entity.mentions,
            entity.source,
            # The name alone: one mention more or less is still the same entity.
            f"{entity.kind}|{iri or entity.name}",
            entities=(iri,) if iri else (),
            content=f"{entity.kind}: {_short(entity.name)}",
        )


def _offices(reading: _Reading) -> Iterator[Proposal]:
    for office in reading.found.offices:
        parties = (office.person, office.company)
        content = f"{office.person}: {office.office}, {office.company}"
        yield reading.proposal(
            "office",
            (office.evidence,),
            office.source,
            _placed((office.evidence,), "|".join((*parties, office.office))),
            entities=reading.known(parties),
            content=_short(content),
        )


def _relations(reading: _Reading, said: Sequence[Sequence[Proposal]]) -> Iterator[Proposal]:
    """Who answers a report answers it with every sentence; else one sentence points at one."""
    for relation in reading.found.relations:
        origins = said[relation.origin.quote]
        if relation.type != "respondsTo":
            origins = _at(origins, relation.origin)
        targets = _at(said[relation.target.quote], relation.target) if relation.target else []
        target = targets[0] if targets else None
        for origin in origins:
            names = [p.speaker_name or "?" for p in (origin, target) if p is not None]
            keys = (origin.key, target.key if target else "")
            yield reading.proposal(
                "relation",
                relation.cue,
                relation.source,
                "|".join((relation.type, *keys)),
                content=f"{relation.type}: {' → '.join(names)}",
                entities=tuple(sorted({p.speaker for p in (origin, target) if p and p.speaker})),
                relation=relation.type,
                origin=keys[0],
                target=keys[1],
            )


def _at(pieces: Sequence[Proposal], end: End) -> list[Proposal]:
    """The piece of a quotation that a relation means."""
    return [p for p in pieces if p.spans[-1][1] > end.at][:1] or list(pieces[-1:])


def _short(text: str, most: int = 90) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def _sentences(text: str, language: str) -> list[Span]:
    tokens = tokenize(text)
    return [tokens.span(first, after) for first, after in sentences(tokens, _language(language))]


def _language(code: str) -> Language:
    if code == "de":
        from onrecord.extract.german.grammar.words import GERMAN

        return GERMAN
    return Language(frozenset(), frozenset(), frozenset())


def _by_sentence(text: str, spans: Spans, bounds: Sequence[Span]) -> Iterator[Spans]:
    """The passage cut at the ends of sentences; what holds no word belongs to no piece."""
    first = max(bisect_right(bounds, spans[0][0], key=lambda s: s[0]) - 1, 0)
    after = bisect_left(bounds, spans[-1][1], key=lambda s: s[0])
    for begin, end in bounds[first:after]:
        cut = [(max(b, begin), min(e, end)) for b, e in spans if b < end and e > begin]
        pieces = tuple(p for p in (_stripped(text, *c) for c in cut) if p is not None)
        if pieces:
            yield pieces


def _stripped(text: str, begin: int, end: int) -> Span | None:
    piece = text[begin:end]
    if not any(c.isalnum() for c in piece):
        return None
    left = len(piece) - len(piece.lstrip())
    return begin + left, end - (len(piece) - len(piece.rstrip()))
