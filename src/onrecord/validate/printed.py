"""Amounts → findings: whether number, bound and currency are those of the words printed.

The words are read by the extractor's rules; where these are not certain, nothing is found.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Final

import pyoxigraph as ox

from onrecord.currencies import currencies
from onrecord.extract.records import Amount, leaves_out
from onrecord.extract.tokens import tokenize
from onrecord.names import ONR, SCHEMA
from onrecord.rdf import Source
from onrecord.report import Finding, Severity
from onrecord.validate.findings import finding

_TEXT: Final = ONR + "amountText"
_CURRENCY: Final = SCHEMA + "currency"
_BOUNDS: Final = {"exact": "value", "upper-bound": "maxValue", "lower-bound": "minValue"}
_NUMBERS: Final = frozenset(SCHEMA + name for name in _BOUNDS.values())
_SHAPES: Final = (ONR + "approximate", ONR + "exclusive")
_Node = dict[str, ox.Triple]


def printed_findings(source: Source) -> Iterator[Finding]:
    """What an amount says otherwise than its own printed words."""
    nodes: dict[object, _Node] = defaultdict(dict)
    for triple in source.triples:
        name = triple.predicate.value
        if name in _NUMBERS or name in (_TEXT, _CURRENCY, *_SHAPES):
            nodes[triple.subject][name] = triple
    for node in nodes.values():
        read = _read(node[_TEXT]) if _TEXT in node else None
        if read is not None:
            yield from _compared(source, node, read)


def _read(printed: ox.Triple) -> Amount | None:
    """The one sum that the words name; None where they name none, several or a range."""
    from onrecord.extract.english.amounts import find_amounts as english
    from onrecord.extract.german.quantities.amounts import find_amounts as german

    tokens = tokenize(getattr(printed.object, "value", ""))
    if getattr(printed.object, "language", "") == "en":
        found = list(english(tokens))
    else:
        found = german(tokens, [0] * len(tokens))
    return found[0] if len(found) == 1 and found[0].kind != "range" else None


def _compared(source: Source, node: _Node, read: Amount) -> Iterator[Finding]:
    def found(at: str, english: str, german: str, severity: Severity = "violation") -> Finding:
        return finding(source, node[at], "values/printed", (english, german), severity)

    kind = "exact" if read.kind == "approximate" else str(read.kind)
    number = read.value or read.min or read.max
    for predicate in sorted(_NUMBERS & node.keys()):
        if number is None or kind not in _BOUNDS:
            continue
        shown, wanted = predicate.removeprefix(SCHEMA), _BOUNDS[kind]
        if _decimal(getattr(node[predicate].object, "value", "")) != Decimal(number):
            yield found(
                predicate,
                f"the printed words say {number}: mend the number or onr:amountText",
                f"gedruckt ist {number}: die Zahl oder onr:amountText berichtigen",
            )
        elif shown != wanted:
            yield found(
                predicate,
                f"by the printed words the number is schema:{wanted}: mend the two",
                f"nach dem Wortlaut ist die Zahl schema:{wanted}: beides prüfen",
            )
    currency = getattr(node[_CURRENCY].object, "value", "") if _CURRENCY in node else ""
    if currency in currencies() and read.currency and not _same_money(currency, read.currency):
        yield found(
            _CURRENCY,
            f"the printed words say {read.currency}, not {currency}",
            f"gedruckt ist {read.currency}, nicht {currency}",
        )
    if read.kind == "approximate" and ONR + "approximate" not in node:
        yield found(
            _TEXT,
            "the printed words say “about”: give onr:approximate true",
            "der Wortlaut sagt „ungefähr“: onr:approximate true angeben",
            "warning",
        )
    words = getattr(node[_TEXT].object, "value", "")
    bounded = not node.keys().isdisjoint((SCHEMA + "minValue", SCHEMA + "maxValue"))
    if bounded and leaves_out(words) and ONR + "exclusive" not in node:
        yield found(
            _TEXT,
            "the printed words leave the bound itself out: give onr:exclusive true",
            "der Wortlaut nimmt die Grenze selbst aus: onr:exclusive true angeben",
            "warning",
        )


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _same_money(one: str, other: str) -> bool:
    """Whether two codes may be meant by the same printed word: a dollar is not only American."""
    names = [currencies().get(code, code).rpartition(" ")[2] for code in (one, other)]
    return names[0] == names[1]
