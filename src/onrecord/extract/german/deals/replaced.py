"""Deals told by the one before: in which somebody else stood (`X unterlag`, `der bisherige
Lieferant X`, `Bisher kamen sie von X`), or with more of it: who gave the shares (`Die Aktien
stammen von X`), who delivers (`Er sieht vor, dass X liefert`), what was sold.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.deals.predicatives import part_of
from onrecord.extract.records import Deal, Party, Source, Span

REPLACED = Source("de-deal-replaced", "1", 0.6, "somebody else on one side of the deal before")
LOSING = frozenset("unterlegen unterlag unterlagen nachsehen kürzeren überboten".split())
PHRASES = (("leer", "aus"), ("zum", "zug"), ("zum", "zuge"))
EMPTY = (("leer", "aus"), ("leer", "ausgegangen"))
FORMER = ("bisherig", "früher", "ehemalig", "vorherig")
UNTIL_NOW = frozenset("bisher bislang zuvor früher vorher".split())
SUPPLYING = frozenset(
    """kam kamen stammte stammten lieferte lieferten geliefert bezog bezogen beliefert belieferte
    gekommen""".split()
)
ORDERED = frozenset("auftrag mandat etat aufgabe vertrag".split())
"""`Bisher hatte diesen Auftrag X`."""
RELIEVING = frozenset("löst löste ablöst ablöste abgelöst ersetzt ersetzte verdrängt".split())
COMING = frozenset("kommen kamen stammen stammten kommt stammt kam stammte".split())
SHARES = ("aktien", "anteile", "papiere", "aktienpaket", "anteil", "geschäftsanteile")
GETTING = {"acquisition": "acquirer", "investment": "investor", "supply": "supplier"}
DETAILED = Source("de-deal-detailed", "1", 0.65, "what the contract told before provides for")
CONTRACTS = ("vertrag", "vereinbarung", "abkommen", "kontrakt", "rahmenvertrag")
OPENING = frozenset("er sie es danach demnach darin dabei dafür damit".split())
GIVES = frozenset(
    "liefert liefern stellt produziert baut fertigt übernimmt liefere produziere fertige".split()
)
TAKES = frozenset("bezieht kauft bestellt abnimmt erhält bekommt beziehe abnehme".split())
TOGETHER = ("partnership", "supply", "negotiation")
SALES = ("verkauf", "abgabe", "veräußerung", "weiterverkauf")
TAKEN = frozenset("übernommen gekauft erworben abgekauft".split())
FAVOURED = frozenset("favorit favoriten favoritin wunschkandidat".split())
NEAR = 700
"""The deal before ends no more code points before the sentence."""
FAR = 1500
"""The same where the sentence opens with who lost: it tells of the same contest."""
LOST = frozenset("leer unterlegen ausgestochen abgeblitzt".split())
PAST = frozenset("hatte hatten war waren wurde wurden".split())
CONTESTS = ("rennen", "biet", "verkaufsprozess", "auktion", "runde", "wettbewerb", "poker")
OUT = frozenset("abgewinkt ausgeschieden ausgestiegen abgesprungen zurückgezogen dabei".split())
SHORT = 14
"""A sentence of no more tokens tells of nothing else."""
FEW = 2


def instead(
    low: Sequence[str], begin: int, mentions: Sequence[Mention], last: Deal | None, span: Span
) -> Deal | None:
    """The deal of a sentence (its words from token `begin` on) that is the last one but for a
    side; none where it tells another one."""
    role = GETTING.get(last.kind, "") if last is not None else ""
    if last is None or not role or not mentions:
        return None
    if span[0] - last.evidence[1] > (FAR if LOST.issuperset(low[:1]) else NEAR):
        return None
    told = {p.name for p in last.parties}
    other = [m for m in mentions if m.name not in told]
    if len({m.name for m in other}) != 1 or len({m.name for m in mentions}) > FEW:
        return None
    rival = other[0]
    if _shares(low) and last.kind != "supply" and len(mentions) == 1:
        given = all(p.role != "seller" for p in last.parties) and rival.place in ("von", "")
        return (
            replace(last, parties=(*last.parties, Party(rival.name, "seller"))) if given else None
        )
    until_now = low[0] in UNTIL_NOW and _supplies(low, rival)
    former = (
        last.kind == "supply"
        and len(mentions) == 1
        and (until_now or _former(low, rival.at - begin))
    )
    relieved = last.kind == "supply" and rival.place == "obj" and not RELIEVING.isdisjoint(low)
    if (
        former
        or relieved
        or _lost(low, rival, mentions)
        or (last.kind != "supply" and _left(low, mentions))
    ):
        return _with(last, role, rival.name, span)
    return None


def until_now(low: Sequence[str], rival: Mention, last: Deal) -> Deal | None:
    """`Künftig bezieht X sie von Y, bisher kamen sie von Z`: what Z delivered before."""
    told = {p.name for p in last.parties}
    if last.kind != "supply" or rival.name in told or UNTIL_NOW.isdisjoint(low):
        return None
    if not _supplies(low, rival):
        return None
    rest = tuple(p for p in last.parties if p.role == "customer")
    parties = (Party(rival.name, "supplier"), *rest)
    return replace(last, parties=parties, amount=None, status="failed", source=REPLACED)


def bids(
    low: Sequence[str], mentions: Sequence[Mention], target: str, seller: str, span: Span
) -> list[Deal]:
    """`X steht zum Verkauf. Im Rennen sind Y und Z`: who wants to buy what is for sale, of X or a
    part of `seller`."""
    about = [m.name for m in mentions if m.place in ("bei", "um")]
    if len(about) == 1:
        target, mentions = about[0], [m for m in mentions if m.name != about[0]]
    pairs = set(pairwise(low))
    racing = (
        ("im", "rennen") in pairs or not FAVOURED.isdisjoint(low) or ("besten", "karten") in pairs
    )
    acting = all(m.place in ("", "subj") and m.name not in (target, seller) for m in mentions)
    if not (target or seller) or not racing or not acting or not mentions:
        return []
    names = dict.fromkeys(m.name for m in mentions)
    given = Party(target, "target") if target else Party(seller, "seller")
    sides = [(Party(name, "acquirer"), given) for name in names]
    return [Deal("acquisition", side, None, "planned", "author", span, REPLACED) for side in sides]


def detailed(
    low: Sequence[str], mentions: Sequence[Mention], last: Deal | None, span: Span
) -> Deal | None:
    """`X schloss mit Y einen Vertrag. Er sieht vor, dass Y Stahl liefert`: the deal before, with
    who delivers."""
    if last is None or last.kind not in TOGETHER or span[0] - last.evidence[1] > NEAR // 2:
        return None
    names = [p.name for p in last.parties]
    ruled = low[0] in OPENING or any(word.endswith(CONTRACTS) for word in low[:3])
    if not ruled or len(names) != FEW or len(mentions) != 1 or mentions[0].name not in names:
        return None
    provides = low[0] not in ("er", "sie", "es") or "vor" in low or "vorgesehen" in low
    gives, takes = not GIVES.isdisjoint(low), not TAKES.isdisjoint(low)
    if not provides or gives == takes or mentions[0].place not in ("", "subj"):
        return None
    other = names[1 - names.index(mentions[0].name)]
    roles = ("supplier", "customer") if gives else ("customer", "supplier")
    parties = (Party(mentions[0].name, roles[0]), Party(other, roles[1]))
    return replace(last, kind="supply", parties=parties, source=DETAILED)


def succeeded(
    low: Sequence[str], mentions: Sequence[Mention], last: Deal | None, span: Span
) -> Deal | None:
    """`X liefert nicht länger für Z. Von Mai an übernimmt Y`: Y delivers in place of X, where
    nothing else is told to be taken over."""
    if last is None or last.kind != "supply" or last.status != "failed" or len(low) > SHORT:
        return None
    taking = "übernimmt" in low and not any(w in ("den", "das", "dem") for w in low)
    known = {p.name for p in last.parties}
    if not taking or len(mentions) != 1 or mentions[0].name in known:
        return None
    if mentions[0].place not in ("", "subj") or span[0] - last.evidence[1] > NEAR // 2:
        return None
    rest = tuple(p for p in last.parties if p.role == "customer")
    parties = (Party(mentions[0].name, "supplier"), *rest)
    return replace(
        last, parties=parties, amount=None, status="agreed", evidence=span, source=REPLACED
    )


def taken_before(low: Sequence[str], acted: Deal, span: Span) -> Deal | None:
    """`Verkäufer ist X, der die Firma 2019 übernommen hatte`: the purchase before the sale, told
    by the words of a relative clause that names nobody."""
    sellers = [p.name for p in acted.parties if p.role == "seller"]
    target = [p for p in acted.parties if p.role == "target"]
    if len(sellers) != 1 or not target:
        return None
    if "eingestiegen" in low:
        sides = (Party(sellers[0], "investor"), Party(target[0].name, "investee"))
        return replace(
            acted, kind="investment", parties=sides, status="agreed", amount=None, evidence=span
        )
    if TAKEN.isdisjoint(low):
        return None
    parties = (Party(sellers[0], "acquirer"), *target)
    return replace(acted, parties=parties, status="agreed", amount=None, evidence=span)


def of_owner(deal: Deal, found: Sequence[Deal]) -> bool:
    """`X hatte für Y geboten. Er hatte bei Z keine Chance`: of Z, who sells Y, no deal of its
    own."""
    if deal.kind != "acquisition":
        return False
    roles = {p.role: p.name for p in deal.parties}
    buyer, owner = roles.get("acquirer", ""), roles.get("target", "")
    if len(roles) != FEW or not buyer or not owner:
        return False
    asked = [p.name for d in found for p in d.parties
             if p.role == "target" and Party(buyer, "acquirer") in d.parties]  # fmt: skip
    return any(
        Party(owner, "seller") in d.parties and Party(name, "target") in d.parties
        for name in asked
        for d in found
    )


def with_target(deal: Deal, words: Sequence[str], found: Sequence[Deal]) -> Deal:
    """`Ein Verkauf an Y war gescheitert`: of what the same owner was told to sell before."""
    if deal.kind != "acquisition":
        return deal
    roles = {p.role: p.name for p in deal.parties}
    if roles.keys() != {"acquirer", "seller"}:
        return deal
    if not any(a in SALES and b == "an" for a, b in pairwise(words)):
        return deal
    for prior in reversed(found):
        target = next((p for p in prior.parties if p.role == "target"), None)
        if target is not None and Party(roles["seller"], "seller") in prior.parties:
            return replace(deal, parties=(*deal.parties, target))
    return deal


def _shares(low: Sequence[str]) -> bool:
    opening = any(word in SHARES for word in low[:4])
    return opening and not COMING.isdisjoint(low)


def _supplies(low: Sequence[str], rival: Mention) -> bool:
    order = low[1:2] in (["hatte"], ["hatten"], ["lag"]) and not ORDERED.isdisjoint(low)
    if order and rival.place == "obj":
        return True
    supplied = order or not SUPPLYING.isdisjoint(low)
    return supplied and rival.place in ("", "subj", "von", "bei")


def _former(low: Sequence[str], at: int) -> bool:
    """`der bisherige Lieferant X`: two words before the name."""
    held = part_of(low[at - 1]) if at > 1 else None
    supplier = held is not None and held[1] == "supplier"
    return supplier and low[at - 2].startswith(FORMER)


def _lost(low: Sequence[str], rival: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether the rival lost: `X ging leer aus`, `Y setzte sich gegen X durch`."""
    pairs = set(pairwise(low))
    lost = not LOSING.isdisjoint(low) or not pairs.isdisjoint(EMPTY)
    lost = lost or ("nicht" in low and any(p in pairs for p in PHRASES[1:]))
    if lost and len(mentions) == 1:
        return rival.place in ("", "subj", "obj") or (low[0] in LOSING and rival.place == "gen")
    beaten = rival.place == "gegen" and "durch" in low and not {"setzte", "setzt"}.isdisjoint(low)
    return beaten and (len(mentions) == 1 or mentions[0].place in ("", "subj"))


def _left(low: Sequence[str], mentions: Sequence[Mention]) -> bool:
    """`X war im August aus dem Rennen ausgeschieden`, `hatte sich zurückgezogen`: who bid for what
    was sold to somebody else."""
    if len(mentions) != 1 or mentions[0].place not in ("", "subj") or PAST.isdisjoint(low):
        return False
    if "abgewiesen" in low and low[0] == "abgewiesen":
        return True
    gone = OUT.intersection(low)
    contest = any(word.startswith(CONTESTS) for word in low)
    alone = "sich" in low and "zurückgezogen" in low and len(low) <= SHORT
    alone = alone or (not gone.isdisjoint(("abgesprungen", "abgewinkt")) and len(low) <= SHORT)
    return alone or (bool(gone) and contest and ("dabei" not in gone or "nicht" in low))


def _with(last: Deal, role: str, name: str, span: Span) -> Deal:
    """The deal with this company in place of who got it; who sells is not told again."""
    rest = tuple(p for p in last.parties if p.role not in (role, "seller"))
    return replace(
        last,
        parties=(Party(name, role), *rest),
        amount=None,
        status="failed",
        evidence=span,
        source=REPLACED,
    )
