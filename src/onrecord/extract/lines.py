"""JSON lines in (`id`, `text`), JSON lines out: quotes, entities, amounts and deals as offsets."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.article import BOM, Article
from onrecord.errors import TextError
from onrecord.extract.clean import strip, tags_in
from onrecord.extract.protocol import Extractor
from onrecord.extract.records import Amount, Deal, Extraction, Quote, Relation
from onrecord.extract.register import Known
from onrecord.extract.restoring import cleaned, is_clean

_BYTE, _HALF = re.compile("[\udc80-\udcff]"), re.compile("[\ud800-\udfff]")
FORM = 'each line is {"id": …, "text": "…"}, in UTF-8'


@dataclass(frozen=True, slots=True)
class Line:
    """One article of a file: its line, its id, its text as given."""

    number: int
    id: str | int
    text: str


def read_lines(lines: Iterable[str], file: str) -> Iterator[Line]:
    """The lines that are not empty, read with `errors="surrogateescape"`.

    Raises `TextError` with file and line for a bad one.
    """
    for number, line in enumerate(lines, 1):
        bad = _BYTE.search(line)
        if bad is not None:
            byte = f"byte {ord(bad[0]) - 0xDC00:#04x} at column {bad.start() + 1}"
            raise TextError(f"no UTF-8 ({byte})", file=file, line=number, hint=FORM)
        bare = line.strip().lstrip(BOM)
        if bare:
            yield _read(bare, file, number)


def _read(line: str, file: str, number: int) -> Line:
    try:
        record = json.loads(line)
        identifier, text = record["id"], record["text"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        said = f"{error} is missing" if isinstance(error, KeyError) else error
        message = f"no JSON object with “id” and “text” ({said})"
        raise TextError(message, file=file, line=number, hint=FORM) from None
    if not isinstance(identifier, str | int) or isinstance(identifier, bool):
        raise TextError("“id” is no string and no whole number", file=file, line=number, hint=FORM)
    if not isinstance(text, str):
        raise TextError("“text” is no string", file=file, line=number, hint=FORM)
    half = _HALF.search(text)
    if half is not None:
        message = f"“text” holds half a surrogate pair, at code point {half.start()}"
        raise TextError(message, file=file, line=number, hint=FORM)
    return Line(number, identifier, text)


def extract_line(
    engine: Extractor, line: Line, known: Sequence[Known] = (), *, strip_html: bool = False
) -> tuple[str, tuple[str, ...]]:
    """(the output line of one article, without the newline; what there is to say about it).

    Offsets count the code points of the text as it was given, clean or not. With `strip_html` they
    count those of a page's text without its markup, which then stands beside them as “text”.
    """
    if strip_html and tags_in(line.text):
        text, dropped = strip(line.text)
        bare = replace(line, text=text)
        written, notes = extract_line(engine, bare, known)
        record = {"id": line.id, "text": text, **json.loads(written)}
        note = f"markup was stripped; dropped with its text: {dropped or 'nothing'}"
        return json.dumps(record, ensure_ascii=False), (note, *notes)
    clean = None if is_clean(line.text) else cleaned(line.text)
    text = line.text if clean is None else clean.text
    found = engine.extract(Article.from_text(str(line.id), text), known)
    record = as_record(found) if clean is None else clean.restored(as_record(found))
    tags = tags_in(text)
    markup = f"this looks like HTML ({tags} tags near its start), read as text: try --strip-html"
    notes = (*found.notes, markup) if tags else found.notes
    return json.dumps({"id": line.id, **record}, ensure_ascii=False), notes


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
