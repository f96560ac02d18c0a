"""How much of a company changes hands, and so of what kind a deal is: a purchase, or a stake."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.german.deals.traits import Wording, trait
from onrecord.extract.german.deals.words import MAJORITY
from onrecord.extract.records import Deal, Party
from onrecord.extract.tokens import Kind

AS_STAKE = {"acquirer": "investor", "target": "investee"}
AS_PURCHASE = {"investor": "acquirer", "investee": "target"}
SPELLED = {word: float(n) for n, word in enumerate(
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), 2
)} | {"zwanzig": 20.0, "fünfzehn": 15.0, "dreißig": 30.0, "vierzig": 40.0}  # fmt: skip
FRACTIONS = {"drittel": 33.0, "viertel": 25.0, "fünftel": 20.0, "sechstel": 16.0, "zehntel": 10.0,
             "achtel": 12.0}  # fmt: skip
REST = ("restlich", "übrig", "verbleibend", "ausstehend", "verbliebene")
"""`die restlichen 30 Prozent`: who buys them has all."""
WHOLE = 100.0
_SOME = {"ein": 1, "einem": 1, "knapp": 1, "gut": 1, "zwei": 2, "drei": 3}
_PLAIN = [["mehr"], ["weniger"], ["höher"], ["des"], ["seines"], ["ihres"], ["ihrer"], ["seiner"]]
"""Words behind a fraction of something else than a company: `ein Viertel des Umsatzes`."""
MINORITY = ("minderheitsbeteiligung", "minderheitsanteil", "minderheitspaket")
_MOSTLY = (*MAJORITY, *REST)
_MOST = trait(
    test=lambda word: word.startswith(_MOSTLY) and not word.startswith(("allein", "allerdings"))
)
_STAKE = trait(
    ("anteil", "paket", "aktienpaket", "anteilspaket", "beteiligung", "beteiligungen"),
    begins=("minderheit",),
)
_SHARE = trait(begins=("anteil", "aktien", "paket", "minderheit"))
_OWNERS = ("mehrheitseign", "mehrheitsaktionär", "mehrheitsgesellschafter")
_MINOR = trait(("minderheit",), begins=MINORITY)
_PORTION = trait((*FRACTIONS, "%"), test=lambda word: "prozent" in word)
_SHARED = trait(begins=("mehrheit", "anteil", "aktien"))
MINOR = 50
"""A purchase of less than so many per cent is an investment."""


def by_share(
    kind: str, parties: tuple[Party, ...], clause: Wording
) -> tuple[str, tuple[Party, ...]]:
    """The kind by how much changes hands: a minority is an investment, a majority a purchase."""
    if kind not in ("acquisition", "investment"):
        return kind, parties
    share = _percent(clause.words) if clause.traits & _PORTION else None
    if kind == "investment":
        grown = _grown(clause) if share is None else share >= MINOR
        return ("acquisition", _as_purchase(parties)) if grown else (kind, parties)
    if share is not None:
        return ("investment", _as_stake(parties)) if share < MINOR else (kind, parties)
    roles = {p.role for p in parties}
    traits = clause.traits
    unsold = roles == {"seller", "target"} and traits & _SHARE and not traits & _MOST
    minor = unsold or (roles >= {"seller", "acquirer", "target"} and traits & _STAKE)
    part = roles == {"acquirer", "target"} and traits & _MINOR
    return ("investment", _as_stake(parties)) if minor or part else (kind, parties)


def _as_purchase(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(Party(p.name, AS_PURCHASE.get(p.role, p.role)) for p in parties)


def _as_stake(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who buys a part of a company invests in it; who sells a part of itself takes money in."""
    whole = any(p.role == "target" for p in parties)
    roles = AS_STAKE if whole else AS_STAKE | {"seller": "investee"}
    return tuple(Party(p.name, roles.get(p.role, p.role)) for p in parties)


def _percent(low: Sequence[str]) -> float | None:
    for i, word in enumerate(low[1:], 1):
        if word in ("prozent", "%") and low[max(0, i - 2)].startswith(REST):
            return WHOLE
        if word in FRACTIONS and low[i - 1] in _SOME and low[i + 1 : i + 2] not in _PLAIN:
            return FRACTIONS[word] * _SOME[low[i - 1]]
        if word.endswith(("-prozent-anteil", "-prozent-beteiligung", "-prozent-paket")):
            return float(head) if (head := word.partition("-")[0]).isdigit() else None
        if word in ("prozent", "%") and low[i - 1] in SPELLED:
            return SPELLED[low[i - 1]]
        if word in ("prozent", "%") and low[i - 1][:1].isdigit():
            try:
                return float(low[i - 1].replace(",", "."))
            except ValueError:
                return None
    return None


def _grown(clause: Wording) -> bool:
    """`die Mehrheit`, `sämtliche Anteile`: most of it, by the word or by what stands right before
    it."""
    if not (clause.traits & _SHARED and clause.traits & _MOST):
        return False
    low = clause.words
    near = [w for w in low if w.startswith("mehrheit") and not w.startswith(_OWNERS)]
    for i, word in enumerate(low):
        if word.startswith(("anteil", "aktien")):
            near += low[max(0, i - 2) : i]
    return bool(Wording(near).traits & _MOST)


def as_whole(kind: str, parties: tuple[Party, ...]) -> tuple[str, tuple[Party, ...]]:
    """`X steigt bei Y aus`: who buys then buys all of it, where no share is told."""
    if kind != "investment" or {p.role for p in parties} != {"investee", "seller"}:
        return kind, parties
    return "acquisition", tuple(Party(p.name, AS_PURCHASE.get(p.role, p.role)) for p in parties)


_OWN_SHARES = frozenset(
    "mehrheit beteiligung anteil anteile aktien aktienpaket mehrheitsanteil".split()
)
"""What somebody sells `seine` of."""
_OWN = frozenset("seine seinen seiner ihre ihren ihrer".split())
OWN_SHARE = Kind.of(_OWN_SHARES)
_SELLING = ("verkauf", "veräußer", "abgeb", "abgegeb", "abzugeb", "abstoß", "weiterverkauf")


def sells_own(deal: Deal, subject: str, low: Sequence[str]) -> Deal:
    """`X verkauft seine Mehrheit an Y`: X sells, and what it has a share of is not named."""
    roles = {party.role: party.name for party in deal.parties}
    if deal.kind != "acquisition" or roles.get("target") != subject or "seller" in roles:
        return deal
    own = any(word in _OWN and share in _OWN_SHARES for word, share in pairwise(low))
    if not own or not any(word.startswith(_SELLING) for word in low):
        return deal
    parties = tuple(
        Party(party.name, "seller") if party.name == subject else party for party in deal.parties
    )
    return replace(deal, parties=parties)
