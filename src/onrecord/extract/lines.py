"""JSON lines in (`id`, `text`), JSON lines out: quotes, entities, amounts and deals as offsets."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.article import Article
from onrecord.errors import TextError
from onrecord.extract.protocol import Extractor
from onrecord.extract.records import Amount, Deal, Extraction, Quote, Relation
from onrecord.extract.register import Known


def read_lines(lines: Iterable[str], file: str) -> Iterator[tuple[object, str]]:
    """(`id`, `text`) of every line that is not empty; a bad line is named."""
    for number, line in enumerate(lines, 1):
        bare = line.strip().lstrip("\ufeff")
        if not bare:
            continue
        try:
            record = json.loads(bare)
            identifier, text = record["id"], record["text"]
        except (ValueError, KeyError, TypeError) as error:
            raise TextError(
                f"no JSON object with “id” and “text” ({error})",
                file=file,
                line=number,
                hint='each line is {"id": …, "text": "…"}',
            ) from None
        if not isinstance(text, str):
            raise TextError("“text” is no string", file=file, line=number)
        yield identifier, text


def extract_line(
    engine: Extractor, identifier: object, text: str, known: Sequence[Known] = ()
) -> str:
    """The output line of one article, without the newline."""
    found = engine.extract(Article.from_text(str(identifier), text), known)
    return json.dumps({"id": identifier, **as_record(found)}, ensure_ascii=False)


def as_record(found: Extraction) -> dict[str, Any]:
    """An extraction in plain lists and numbers."""
    return {
        "quotes": [_quote(q) for q in found.quotes],
        "entities": [
            {"kind": e.kind, "name": e.name, "mentions": [list(m) for m in e.mentions]}
            for e in found.entities
        ],
        "amounts": [_amount(a) for a in found.amounts],
        "deals": [_deal(d, found.amounts) for d in found.deals],
        "relations": [_relation(r) for r in found.relations],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    roles = ("quote", "speaker", "cue", "frame", "addressee")
    return {
        "type": quote.type,
        **{role: [list(span) for span in getattr(quote, role)] for role in roles},
        "rule": f"{quote.source.rule}@{quote.source.version}",
        "confidence": quote.source.confidence,
    }


def _relation(relation: Relation) -> dict[str, Any]:
    """`from` and `to` are positions in the quotes of the line, `to` is null for a whole report;
    `at` is a code point of each sentence that is meant."""
    ends = [end for end in (relation.origin, relation.target) if end is not None]
    return {
        "type": relation.type,
        "from": relation.origin.quote,
        "to": None if relation.target is None else relation.target.quote,
        "at": [end.at for end in ends],
        "cue": [list(span) for span in relation.cue],
        "report": [list(span) for span in relation.report],
        "rule": f"{relation.source.rule}@{relation.source.version}",
        "confidence": relation.source.confidence,
    }


def _amount(amount: Amount) -> dict[str, Any]:
    return {
        "span": list(amount.span),
        "currency": amount.currency,
        "value": _number(amount.value),
        "min": _number(amount.min),
        "max": _number(amount.max),
        "kind": amount.kind,
    }


def _number(text: str | None) -> int | float | None:
    if text is None:
        return None
    return float(text) if "." in text else int(text)


def _deal(deal: Deal, amounts: Sequence[Amount]) -> dict[str, Any]:
    return {
        "kind": deal.kind,
        "parties": [{"name": p.name, "role": p.role} for p in deal.parties],
        "amount_index": amounts.index(deal.amount) if deal.amount in amounts else None,
        "status": deal.status,
        "holder": deal.holder,
        "evidence": list(deal.evidence),
    }
