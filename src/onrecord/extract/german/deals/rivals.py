"""Several who want the same company, and those who are against it: `Auch Z hat geboten`, `die
Gewerkschaft lehnt einen Verkauf an Z ab`."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from onrecord.extract.german.deals.bids import CONTEXT
from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.records import Deal, Party
from onrecord.extract.tokens import Kind

_REJECT: Final = frozenset("lehnt lehnte lehnen lehnten lehne ablehnt ablehnte ablehnen".split())
REJECTING: Final = Kind.of(_REJECT)
POINTING: Final = Kind.of(("daran",))
_OPPONENTS: Final = (
    "gewerkschaft", "gewerkschaften", "metall", "verdi", "betriebsrat", "senat", "stadt", "land",
    "regierung", "kartellamt", "behörde", "minister", "ministerin", "ministerium", "partei",
    "opposition", "belegschaft", "politiker", "kreistag", "bürgermeister", "fraktion", "stadtrat",
    "bundesrat", "kommission",
)  # fmt: skip
"""Who is against a deal of others; what they reject is still planned."""
_SIDES: Final = 2


def opposed(
    document: Document, sentence: Sentence, mentions: list[Mention], deals: list[Deal]
) -> list[Deal]:
    """The deals of a sentence in which somebody rejects what is not his to decide."""
    low = document.tokens.low
    verb = next((k for k in range(sentence.begin, sentence.stop) if low[k] in _REJECT), -1)
    if verb < 0 or any(m.at < verb for m in mentions):
        return deals
    if not any(word.endswith(_OPPONENTS) for word in low[sentence.begin : verb]):
        return deals
    return [replace(d, status="planned") if d.status == "denied" else d for d in deals]


def without_its_object(low: Sequence[str], deals: list[Deal]) -> list[Deal]:
    """The deals of a sentence but for one that is made of `Interesse daran`: what that is stands in
    the sentence before, and need not be a company."""
    keen = ("interesse", "daran") in pairwise(low)
    return [deal for deal in deals if not (keen and deal.source is CONTEXT)]


def for_the_same(deals: Sequence[Deal], text: str) -> list[Deal]:
    """The deals of a text; who is known to buy another company is no target that the words of a
    later sentence leave out: there a rival bids for the same."""
    bought: dict[str, str] = {}
    targets = set[str]()
    for deal in deals:
        roles = _roles(deal) if deal.source is not CONTEXT else {}
        if roles:
            bought.setdefault(roles["acquirer"], roles["target"])
            targets.add(roles["target"])
    return [_same(deal, bought, targets, text) for deal in deals]


def _roles(deal: Deal) -> dict[str, str]:
    """Who buys whom, of an acquisition that names both and nobody else."""
    roles = {party.role: party.name for party in deal.parties}
    whole = deal.kind == "acquisition" and len(deal.parties) == _SIDES
    return roles if whole and roles.keys() == {"acquirer", "target"} else {}


def _same(deal: Deal, bought: dict[str, str], targets: set[str], text: str) -> Deal:
    roles = _roles(deal) if deal.source is CONTEXT else {}
    target = bought.get(roles.get("target", ""), "")
    if not target or roles["target"] in targets or target == roles["acquirer"]:
        return deal
    said = text[slice(*deal.evidence)]
    named = [name for name in roles.values() if name in said]
    if len(named) != 1:
        return deal
    return replace(deal, parties=(Party(named[0], "acquirer"), Party(target, "target")))
