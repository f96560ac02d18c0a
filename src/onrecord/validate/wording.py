"""The article's text + what was curated from it → findings: printed words that the paragraph does
not have, a bound left out of an amount, and runs of words copied from the text.

Needs the text, so it runs with `check --text` only; nothing of the text gets into a message.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

import pyoxigraph as ox

from onrecord.article import Article
from onrecord.extract.tokens import tokenize
from onrecord.graph import KnowledgeGraph
from onrecord.names import DCTERMS, ONR, RDFS
from onrecord.rdf import Source
from onrecord.report import Finding
from onrecord.validate.findings import finding

LONGEST_RUN: Final = 10
"""How many words in a row as in the text a curator may write."""

_PRINTED: Final = {ONR + "amountText": ONR + "amount", ONR + "timeText": ONR + "time"}
_HEDGE: Final = ONR + "hedge"
_PARAGRAPH: Final = ONR + "paragraph"
_OWN_WORDS: Final = frozenset(
    {
        *(ONR + name for name in ("gloss", "note", "reason", "question", "object")),
        DCTERMS + "description",
        RDFS + "label",
    }
)
_WORD: Final = re.compile(r"\w+")


def wording_findings(graph: KnowledgeGraph, article: Article, policy: str) -> Iterator[Finding]:
    """Findings on the sources of one article; with the policy `full` copies are no matter."""
    runs = frozenset() if policy == "full" else _runs(article.text)
    for source in graph.sources.get(graph.names.graph("article", article.slug), ()):
        paragraphs = _paragraphs(source, article)
        for triple in source.triples:
            name, text = triple.predicate.value, getattr(triple.object, "value", "")
            if name in _PRINTED or name == _HEDGE:
                yield from _printed(source, triple, text, paragraphs)
            elif name in _OWN_WORDS and isinstance(triple.object, ox.Literal):
                yield from _copied(source, triple, text, runs)


def _paragraphs(source: Source, article: Article) -> Mapping[object, str]:
    """Statement, or node of its amount or time → the text of the paragraphs it names."""
    whole = {p.number: article.text[p.begin : p.end] for p in article.passages}
    named: dict[object, list[str]] = defaultdict(list)
    owners: dict[object, object] = {}
    for t in source.triples:
        if t.predicate.value == _PARAGRAPH and getattr(t.object, "value", "").isdecimal():
            named[t.subject].append(whole.get(int(t.object.value), ""))  # type: ignore[union-attr]
        elif t.predicate.value in _PRINTED.values():
            owners[t.object] = t.subject
    found = {node: "\n".join(texts) for node, texts in named.items()}
    return found | {node: found[owner] for node, owner in owners.items() if owner in found}


def _printed(
    source: Source, triple: ox.Triple, text: str, paragraphs: Mapping[object, str]
) -> Iterator[Finding]:
    place = paragraphs.get(triple.subject)
    if place is None:
        return
    begin = place.casefold().find(text.casefold())
    if begin < 0:
        texts = (
            f"“{text}” does not stand in the paragraph given: print it as the text has it",
            f"„{text}“ steht nicht in dem angegebenen Absatz: so schreiben, wie es gedruckt ist",
        )
        yield finding(source, triple, "wording/not-printed", texts, value=text)
    elif triple.predicate.value == ONR + "amountText" and _bounded(place, begin, text):
        texts = (
            "the words before this sum make it a bound: take them into onr:amountText, and give "
            "amountKind and schema:maxValue or schema:minValue accordingly",
            "die Wörter vor dem Betrag machen ihn zur Grenze: sie in onr:amountText aufnehmen, "
            "dazu amountKind und schema:maxValue oder schema:minValue",
        )
        yield finding(source, triple, "wording/bound-left-out", texts, value=text)


def _bounded(place: str, begin: int, text: str) -> bool:
    """Whether the paragraph prints words right before the sum that make it a bound."""
    from onrecord.extract.german.quantities.amounts import find_amounts

    tokens = tokenize(place)
    return any(
        amount.kind in ("upper-bound", "lower-bound")
        and amount.span[0] < begin < amount.span[1] <= begin + len(text)
        for amount in find_amounts(tokens, [0] * len(tokens))
    )


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of one word more than is allowed."""
    words = _WORD.findall(text.casefold())
    return frozenset(zip(*(islice(words, n, None) for n in range(LONGEST_RUN + 1)), strict=False))


def _copied(
    source: Source, triple: ox.Triple, text: str, runs: frozenset[tuple[str, ...]]
) -> Iterator[Finding]:
    if not runs.isdisjoint(_runs(text)):
        texts = (
            f"more than {LONGEST_RUN} words in a row as in the text: say it in your own words",
            f"mehr als {LONGEST_RUN} Wörter in Folge wie im Text: mit eigenen Worten sagen",
        )
        yield finding(source, triple, "wording/copied", texts)
