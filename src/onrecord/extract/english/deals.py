"""Deals between companies in English text: kind, parties, amount, status, holder.

A word of dealing calls a kind; the places of the companies around it in its clause give the roles.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from onrecord.extract.english.apart import apart, each_talk
from onrecord.extract.english.calls import called_in
from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import BUSINESS, PARTNERS, SHARES, Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.filling import ALSO, Told, filled, roles_in
from onrecord.extract.english.goods import named_goods
from onrecord.extract.english.linking import clauses_of
from onrecord.extract.english.merging import together
from onrecord.extract.english.paying import PAYING
from onrecord.extract.english.price import price_of
from onrecord.extract.english.referents import Cast, cast_of
from onrecord.extract.english.rejecting import answered, rejected
from onrecord.extract.english.roles import roles_told
from onrecord.extract.english.sellers import is_only_owned, with_sellers
from onrecord.extract.english.standing import Standing, is_aside, is_owner, subject_ahead
from onrecord.extract.english.status import Tellers, hearsay, status_of
from onrecord.extract.english.undone import UNDONE, undone
from onrecord.extract.english.unreal import LONG, UNREAL, unreal, without_open
from onrecord.extract.english.words import PREPOSITIONS
from onrecord.extract.records import Amount, Deal, Entity, Party, Quote, Source
from onrecord.extract.tokens import TERMINAL, between

SOURCE: Final = Source("en-deal", "3", 0.7, "a word of dealing with its parties in one clause")
_ANALYSTS: Final = frozenset("analyst analysts economist economists strategist".split())
_VAGUE: Final = ("negotiation", "partnership")
_OWNED: Final = 6
_WHOLE: Final = frozenset("company firm part half chain owner".split())
_PARTS: Final = BUSINESS - _WHOLE - {"bank", "airline", "label", "brand"}
_ROUND: Final = 3
MOST: Final = 5
_MEASURES: Final = frozenset((PAYING, "percent", "per-cent"))
_OPENS: Final = 6
"""A clause with more companies lists examples."""
_SIDES: Final = {
    "acquisition": (("acquirer",), ("target", "seller")),
    "investment": (("investor",), ("investee",)),
    "supply": (("supplier",), ("customer",)),
}


@dataclass(frozen=True, slots=True)
class _Told:
    """A call with the parties found for it."""

    kind: str
    parties: tuple[Party, ...]
    at: int


def find_deals(
    document: Document,
    entities: Sequence[Entity],
    amounts: Sequence[Amount],
    quotes: Sequence[Quote],
) -> tuple[Deal, ...]:
    """The deals of a text, each telling with its holder."""
    cast = cast_of(document, entities, quotes)
    found: list[Deal] = []
    headed: list[Deal] = []
    tellers = Tellers(quotes)
    text = Told(document, cast, deals=found)
    if not cast.mentions:
        return ()
    for sentence in document.sentences:
        if document.tokens.breaks[sentence[0]] == 2:
            cast.subject = cast.main() or cast.subject
            text.topic = cast.mentions.get(sentence[0], ("", 0))[0]
            if between(cast.firsts, sentence[0], sentence[0] + _OPENS):
                text.half = None
        text.before = (cast.subject, *text.before[:1])
        text.ages()
        text.last = text.named
        text.named = _named(document, cast, sentence)
        text.asides = {
            cast.mentions[i][0]
            for i in between(cast.firsts, *sentence)
            if is_aside(document, sentence[0], i)
        }
        cast.ahead = subject_ahead(document, sentence, cast)
        start = len(found)
        for clause in clauses_of(document, sentence, cast):
            for told in _told_in(text, clause):
                deal = _deal(document, sentence, clause, told, amounts, tellers)
                cast.dealt(tuple(p.name for p in deal.parties), roles_in(deal.parties))
                if not _joins(document, clause, deal, found):
                    found.append(deal)
            clause.leave(document, cast)
        if start < len(found):
            found[start:] = answered(document, sentence, found[start:], tellers)
            found[start:] = without_open(document, sentence, found[start:])
        elif (denial := rejected(document, sentence, found, tellers)) is not None:
            found.append(denial)
        _less_exact(found, start)
        if document.tokens.words[sentence[1] - 1] not in TERMINAL:
            headed.extend(found[start:])
    return together([d for d in found if d not in headed or not _told_more(d, found)])


def _told_more(deal: Deal, found: Sequence[Deal]) -> bool:
    """`X in talks with Y`: talks of a heading that the text tells as a deal of the two."""
    names = {p.name for p in deal.parties}
    exact = (d for d in found if d.kind not in _VAGUE)
    return (deal.kind in _VAGUE or deal.kind == "merger") and any(
        names <= {p.name for p in d.parties} for d in exact
    )


def _less_exact(found: list[Deal], start: int) -> None:
    """Takes out what a sentence tells as talks or an agreement and as the deal itself too, and who
    is bought `from` as a supplier."""
    exact = [{p.name for p in d.parties} for d in found[start:] if d.kind not in _VAGUE]
    bought = [{p.name for p in d.parties} for d in found[start:] if d.kind == "acquisition"]
    for deal in found[start:]:
        names = {p.name for p in deal.parties}
        if deal.kind == "investment" and any(names <= other for other in bought):
            found.remove(deal)
        sold = deal.kind == "supply" and any(
            names <= {p.name for p in d.parties if p.role != "target"}
            for d in found[start:]
            if d.kind == "acquisition" and d.evidence == deal.evidence
        )
        if sold:
            found.remove(deal)
    for deal in found[start:]:
        if deal.kind in _VAGUE and any({p.name for p in deal.parties} <= e for e in exact):
            found.remove(deal)


def _named(document: Document, cast: Cast, sentence: tuple[int, int]) -> tuple[str, ...]:
    """The companies that a sentence names, each once."""
    low = document.tokens.low
    inside = (
        cast.mentions[i][0]
        for i in between(cast.firsts, *sentence)
        if not (low[i - 1] == "at" and low[i - 2] in _ANALYSTS)
    )
    return tuple(dict.fromkeys(islice(inside, MOST)))


def _joins(document: Document, clause: Clause, deal: Deal, found: list[Deal]) -> bool:
    """`Carmaker X also invested`: one more investor of the round told before."""
    words = document.tokens.low[clause.begin : clause.end]
    alone = ALSO.isdisjoint(words) and "included" not in words
    if deal.kind != "investment" or alone or not found:
        return False
    side = {p for p in deal.parties if p.role == "investee"}
    for k in range(len(found) - 1, max(-1, len(found) - 1 - _ROUND), -1):
        last = found[k]
        if last.kind == "investment" and side <= set(last.parties) and deal.amount is None:
            new = tuple(p for p in deal.parties if p not in last.parties)
            found[k] = replace(last, parties=(*last.parties, *new))
            return True
    return False


def _told_in(text: Told, clause: Clause) -> Iterator[_Told]:
    done: set[str] = set()
    document = text.document
    if not (clause.standing or clause.relative or (clause.bare and clause.inherited)):
        return
    if clause.main is not None and clause.main.call is not None:
        yield from _gone_on(text, clause, *clause.main.call)
    whole = text.completed(clause)
    if whole is not None:
        yield from (_Told(whole[0], p, whole[2]) for p in apart(document, clause, *whole[:2]))
    for told in text.listed(clause):
        done.add("acquisition")
        yield _Told(*told)
    calls = [(_for_goods(document, clause, *called), called[1])
             for called in called_in(document, clause)]  # fmt: skip
    for call, at in calls:
        if call.kind in done or (done and call.kind == "negotiation"):
            continue
        if is_only_owned(call, at, calls):
            continue
        parties = _parties(document, clause, call, at, calls)
        if call.kind == "acquisition" and parties:
            parties = with_sellers(document, clause, parties)
        if parties and clause.call is None:
            clause.call = call, at
        if parties and not _complete(call.kind, parties):
            half = (call.kind, parties)
            parties = filled(text, clause, call, at, parties, calls)
            if not _complete(call.kind, parties) and call.base not in _MEASURES:
                text.half, text.age = half, 0
        sold = call.kind == "investment" and {p.role for p in parties} == {"seller", "investor"}
        if parties and (sold or _complete(call.kind, parties)):
            begun, text.half = text.half, None
            if call.base not in PARTNERS:
                done.add(call.kind)
            kind, parties = text.about(call.kind, parties, begun)
            parted = each_talk(text, clause, kind, parties, at)
            for each in parted or apart(document, clause, kind, parties):
                yield _Told(kind, each, at)
    for kind, parties, at in roles_told(document, clause):
        if kind not in done and not (kind == "investment" and "negotiation" in done):
            text.half = None
            for each in apart(document, clause, kind, parties):
                yield _Told(kind, each, at)


def _gone_on(text: Told, clause: Clause, call: Call, at: int) -> Iterator[_Told]:
    """`sold X, which makes jam, to Y`: the deal that the clause before began to tell."""
    begun = _parties(text.document, clause.main, call, at, [(call, at)]) if clause.main else ()
    roles = {p.role for p in begun}
    more = tuple(
        Party(name, role)
        for name, role in clause.added(text.document, call)
        if role not in roles and all(name != p.name for p in begun)
    )
    if not more or not _complete(call.kind, (*begun, *more)):
        return
    told = text.deals[-1] if text.deals else None
    if told is not None and told.kind == call.kind and set(told.parties) <= set(begun):
        text.deals.pop()
    yield _Told(call.kind, (*begun, *more), at)


def _parties(
    document: Document, clause: Clause, call: Call, at: int, calls: list[tuple[Call, int]]
) -> tuple[Party, ...]:
    found: dict[str, str] = {}
    asked = list[str]()
    for names, place, standing in clause.placed(document, at, call, calls):
        if standing is not None and call.kind == "merger" and _owns(document, standing):
            continue
        role = _role(document, clause, call, at, place, standing)
        for name in names:
            if role and name not in found:
                found[name] = role
                asked += [name] if place == "with" and role == "target" else []
    if len(found) > MOST:
        return ()
    if len(asked) < list(found.values()).count("target"):
        # `talks of Z with X about the purchase of its unit Y`, `talks with X about a takeover of Y`
        found |= dict.fromkeys(asked, "seller" if "acquirer" in found.values() else "acquirer")
    return tuple(Party(name, role) for name, role in found.items())


_SPENDS: Final = frozenset(("spend", "spends", "spent", "spending"))
BIDS: Final = frozenset(
    """bid bids counterbid offer offers approach approaches proposal proposals takeover buyout
    overtures overture""".split()
)


def _for_goods(document: Document, clause: Clause, call: Call, at: int) -> Call:
    """`spends £3m on Volanta chips`, `pays £3m for them`: goods are bought, not who makes them."""
    # `X's bid for Y turns hostile`: a bid is made for the whole.
    if call.kind != "acquisition" or call.base in BIDS:
        return call
    spent = call.base in _SPENDS
    goods = {
        (s.begin, s.end)
        for s in clause.standing
        if s.begin > at and (named_goods(document, s) or (spent and _of_owner(document, s)))
    }
    if not goods:
        return call
    for _, place, standing in clause.placed(document, at, call):
        bought = standing is not None and call.places.get(place) == "target"
        if bought and standing is not None and (standing.begin, standing.end) in goods:
            return Call("supply", {"subj": "customer", place: "supplier"}, call.verb, call.base)
    return call


def _of_owner(document: Document, standing: Standing) -> bool:
    """`X's cloud`, not `X's shares`, `X's wind division`."""
    behind = document.tokens.low[standing.end : standing.end + 3]
    return is_owner(document, standing) and (SHARES | BUSINESS).isdisjoint(behind)


def _owns(document: Document, standing: Standing) -> bool:
    """`its largest shareholder, X`: an owner of one side is no side of a merger."""
    low, begin = document.tokens.low, standing.begin
    return begin > 1 and low[begin - 1] == "," and low[begin - 2] in _OWNERS


_BORN: Final = frozenset("formed created born emerged arose grew".split())
"""`X was formed by the merger of Y and Z`: X is what came of it."""
_OWNERS: Final = frozenset("shareholder owner investor backer parent lender creditor".split())


def _role(
    document: Document,
    clause: Clause,
    call: Call,
    at: int,
    place: str,
    standing: Standing | None,
) -> str:
    """The role of a place; who owns what is bought sells it."""
    low, role = document.tokens.low, call.places.get(place, "")
    if call.kind == "merger" and place == "subj" and not _BORN.isdisjoint(low[clause.begin : at]):
        return ""
    if place == "poss" and standing is not None and not is_owner(document, standing):
        return "seller" if "target" in call.places.values() else ""
    bought = call.verb and not role and place == "poss" and call.places.get("obj") == "target"
    wanted = "target" if bought else role
    if role == "target" and standing is not None and not standing.named and (
        (document.tokens.low[standing.begin] in ("they", "them") and len(standing.names) == 1)
        or (place in ("subj", "obj") and document.tokens.low[standing.end - 1] in _PARTS
            and standing.begin < at)
        or (low[standing.begin] == "its" and standing.begin < at
            and not _PARTS.isdisjoint(low[standing.end : standing.end + 2]))
    ):  # fmt: skip
        return "seller"
    if call.base == "go" and role == "target" and standing is not None and (
        document.tokens.low[standing.end : standing.end + 1] in (["name"], ["brand"])
    ):  # fmt: skip
        return "seller"
    if standing is None and role == "target" and _of_part(document, clause):
        return "seller"
    if place == "poss" and not call.verb and standing is not None and standing.begin > at:
        wanted = call.places.get("of", wanted)
    sells = standing is not None and wanted in ("target", "investee")
    if sells and standing is not None and _parts_with(document, clause, standing, wanted):
        return "seller"
    return role


def _of_part(document: Document, clause: Clause) -> bool:
    """`parted with its jam business, which went to X`: a part is what the clause is about."""
    low = document.tokens.low
    before = clause.begin - (2 if low[clause.begin - 1] == "," else 1)
    part = low[before] in BUSINESS - _WHOLE and not document.capital(before)
    return part and bool(clause.relative)


def _parts_with(document: Document, clause: Clause, standing: Standing, role: str) -> bool:
    """`took over X’s toy business`, `bought X’s half of Y`: X sells."""
    low = document.tokens.low
    of = next((k for k in range(standing.begin - 1, max(clause.begin, standing.begin - 5), -1)
               if low[k] in PREPOSITIONS), -1)  # fmt: skip
    if role == "target" and of > 0 and low[of] == "of" and low[of - 1] in BUSINESS - _WHOLE:
        return True
    if not is_owner(document, standing) or not standing.named:
        return False
    behind = document.tokens.low[standing.end : min(standing.end + _OWNED, clause.end)]
    if role == "target":
        return not BUSINESS.isdisjoint(behind)
    of = next((k for k, w in enumerate(behind) if w in ("of", "in")), -1)
    return of > 0 and not SHARES.isdisjoint(behind[:of])


def _complete(kind: str, parties: tuple[Party, ...]) -> bool:
    roles = [p.role for p in parties]
    sides = _SIDES.get(kind)
    if sides is None:
        return len(parties) >= 2
    return all(any(role in side for role in roles) for side in sides)


def _deal(
    document: Document,
    sentence: tuple[int, int],
    clause: Clause,
    told: _Told,
    amounts: Sequence[Amount],
    tellers: Tellers,
) -> Deal:
    span = document.tokens.span(clause.begin, clause.end)
    amount = price_of(document, sentence, (clause.begin, clause.end), told.at, amounts)
    status = status_of(document, sentence, clause, told.kind, told.at)
    within = clause.begin, clause.end
    around = sentence if sentence[1] - sentence[0] <= LONG else within
    if document.tokens.kinds(*around) & UNDONE.bit:
        status = undone(document, around, within, told.at, status)
    if document.tokens.kinds(*around) & UNREAL.bit:
        status = unreal(document, around, within, told.kind, told.at, status)
    status = "denied" if tellers.rejects(*span) else status
    holder = tellers.holder(*span)
    if holder == "author" and hearsay(document.tokens.low[clause.begin : clause.end]):
        holder = "anonymous"
    return Deal(told.kind, told.parties, amount, status, holder, span, SOURCE)
