"""An engine's extraction + the article → proposals, each with an anchor and a stable key.

A passage of several sentences is one proposal a sentence, so that a person can judge each.
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.article import Article
from onrecord.extract.records import Amount, Deal, Extraction, Quote, Source, Span, Spans
from onrecord.extract.register import Known
from onrecord.extract.tokens import Language, sentences, tokenize
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


def proposals(
    found: Extraction, article: Article, known: Sequence[Known] = (), author: str = ""
) -> tuple[Proposal, ...]:
    """Every proposal of an extraction, in the order of the text; doubles are one.

    `author` is the IRI of the article's author, who holds what the article says itself.
    """
    names = Names.of(found, known, author)
    made = [
        *_statements(found, article, names),
        *_deals(found, article, names),
        *_amounts(found, article),
        *_times(found, article),
        *_mentions(found, article, names),
        *_offices(found, article, names),
    ]
    best: dict[str, Proposal] = {}
    for proposal in made:
        other = best.get(proposal.key)
        if other is None or float(other.confidence) < float(proposal.confidence):
            best[proposal.key] = proposal
    return tuple(sorted(best.values(), key=order))


def order(proposal: Proposal) -> tuple[int, int, int, str]:
    """Where a proposal stands in a list: by place, then kind."""
    begin, end = proposal.spans[0]
    return begin, KINDS.index(proposal.kind), end, proposal.key


def _proposal(
    article: Article, kind: ProposalKind, spans: Spans, source: Source, key: str, language: str
) -> Proposal:
    identity = "|".join((kind, *(f"{b}-{e}" for b, e in spans), key))
    return Proposal(
        key=hashlib.sha256(identity.encode()).hexdigest()[:12],
        kind=kind,
        spans=spans,
        anchor=short_anchor(article, *spans[0]),
        text_hash=article.text_hash,
        rule=f"{source.rule}@{source.version}",
        confidence=f"{min(max(source.confidence, 0.0), 1.0):.2f}",
        why=source.why[:_MOST_WHY],
        language=language,
    )


def _statements(found: Extraction, article: Article, names: Names) -> Iterator[Proposal]:
    if not found.quotes:
        return
    bounds = _sentences(article.text, found.language)
    for quote in filter(lambda q: q.quote, found.quotes):
        for spans in _by_sentence(article.text, quote.quote, bounds):
            yield _statement(quote, spans, article, names, found.language)


def _statement(
    quote: Quote, spans: Spans, article: Article, names: Names, language: str
) -> Proposal:
    name = quote.holder or " … ".join(article.text[b:e] for b, e in quote.speaker)
    iri = names.iri(name)
    form = _FORMS[quote.type]
    if form == "indirect" and names.kinds.get(iri) == "medium":
        form = "reported"
    passage = " ".join(article.text[b:e] for b, e in spans)
    put = stance(passage, language, hearsay=quote.source.rule.endswith("sollen"))
    made = _proposal(article, "statement", spans, quote.source, iri or name, language)
    return replace(
        made,
        speaker=iri,
        speaker_name=_short(name),
        form=form,
        modality=put.modality,
        polarity=put.polarity,
        hedge=put.hedge,
    )


def _deals(found: Extraction, article: Article, names: Names) -> Iterator[Proposal]:
    for deal in found.deals:
        parties = sorted(p.name for p in deal.parties)
        iri = names.iri(deal.holder)
        key = "|".join((iri or deal.holder, _deal_content(deal)))
        made = _proposal(article, "deal", (deal.evidence,), deal.source, key, found.language)
        yield replace(
            made,
            speaker=iri,
            speaker_name=_short(deal.holder),
            entities=_iris(names, parties),
            content=_deal_content(deal),
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


def _amounts(found: Extraction, article: Article) -> Iterator[Proposal]:
    for amount in found.amounts:
        content = amount_content(amount)
        made = _proposal(article, "amount", (amount.span,), amount.source, content, found.language)
        yield replace(made, content=content)


def _times(found: Extraction, article: Article) -> Iterator[Proposal]:
    for time in found.times:
        content = time.edtf or "relative"
        made = _proposal(article, "time", (time.span,), time.source, content, found.language)
        yield replace(made, content=content)


def _mentions(found: Extraction, article: Article, names: Names) -> Iterator[Proposal]:
    for entity in found.entities:
        if not entity.mentions:
            continue
        iri = entity.iri or names.iri(entity.name)
        # The key is the name alone: one mention more or less is still the same entity.
        first = _proposal(article, "mention", entity.mentions, entity.source, "", found.language)
        key = hashlib.sha256(f"mention|{entity.kind}|{iri or entity.name}".encode()).hexdigest()
        yield replace(
            first,
            key=key[:12],
            entities=(iri,) if iri else (),
            content=f"{entity.kind}: {_short(entity.name)}",
        )


def _offices(found: Extraction, article: Article, names: Names) -> Iterator[Proposal]:
    for office in found.offices:
        parties = (office.person, office.company)
        key = "|".join((*parties, office.office))
        made = _proposal(article, "office", (office.evidence,), office.source, key, found.language)
        content = f"{office.person}: {office.office}, {office.company}"
        yield replace(made, entities=_iris(names, parties), content=_short(content))


def _iris(names: Names, parties: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({iri for name in parties if (iri := names.iri(name))}))


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
