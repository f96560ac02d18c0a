"""How much of a company changes hands, and so of what kind a deal is: a purchase, or a stake."""

from collections.abc import Sequence

from onrecord.extract.german.deals.words import MAJORITY
from onrecord.extract.records import Party
from onrecord.extract.tokens import recalled

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
MINOR = 50
"""A purchase of less than so many per cent is an investment."""


def by_share(
    kind: str, parties: tuple[Party, ...], low: Sequence[str]
) -> tuple[str, tuple[Party, ...]]:
    """The kind by how much changes hands: a minority is an investment, a majority a purchase."""
    if kind not in ("acquisition", "investment"):
        return kind, parties
    share = _percent(low)
    if kind == "investment":
        grown = any(map(_most, _before_share(low))) if share is None else share >= MINOR
        return ("acquisition", _as_purchase(parties)) if grown else (kind, parties)
    if share is not None:
        return ("investment", _as_stake(parties)) if share < MINOR else (kind, parties)
    roles = {p.role for p in parties}
    unsold = roles == {"seller", "target"} and any(map(_share, low)) and not any(map(_most, low))
    minor = unsold or (roles >= {"seller", "acquirer", "target"} and any(map(_stake, low)))
    part = roles == {"acquirer", "target"} and any(map(_minor, low))
    return ("investment", _as_stake(parties)) if minor or part else (kind, parties)


@recalled
def _most(word: str) -> bool:
    return word.startswith((*MAJORITY, *REST)) and not word.startswith(("allein", "allerdings"))


@recalled
def _stake(word: str) -> bool:
    return word in ("anteil", "paket", "beteiligung", "beteiligungen") or word.startswith(
        "minderheit"
    )


@recalled
def _share(word: str) -> bool:
    return word.startswith(("anteil", "aktien", "paket", "minderheit"))


@recalled
def _minor(word: str) -> bool:
    return word == "minderheit" or word.startswith(MINORITY)


def _as_purchase(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(Party(p.name, AS_PURCHASE.get(p.role, p.role)) for p in parties)


def _as_stake(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who buys a part of a company invests in it; who sells a part of itself takes money in."""
    whole = any(p.role == "target" for p in parties)
    roles = AS_STAKE if whole else AS_STAKE | {"seller": "investee"}
    return tuple(Party(p.name, roles.get(p.role, p.role)) for p in parties)


def _percent(low: Sequence[str]) -> float | None:
    if not any(map(_portion, low)):
        return None
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


@recalled
def _portion(word: str) -> bool:
    return word in FRACTIONS or word == "%" or "prozent" in word


@recalled
def _shared(word: str) -> bool:
    return word.startswith(("mehrheit", "anteil", "aktien"))


def _before_share(low: Sequence[str]) -> list[str]:
    """The words right before `Anteile`, `Aktien`; `Mehrheit` itself."""
    if not any(map(_shared, low)):
        return []
    near = [w for w in low if w.startswith("mehrheit")]
    for i, word in enumerate(low):
        if word.startswith(("anteil", "aktien")):
            near += low[max(0, i - 2) : i]
    return near
