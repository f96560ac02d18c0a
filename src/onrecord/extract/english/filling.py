"""The side of a deal that its clause leaves open, sought in what was told before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import OPEN, ROLES, Call
from onrecord.extract.english.document import Document
from onrecord.extract.english.offers import BEATEN, for_the_part
from onrecord.extract.english.paying import PAYING
from onrecord.extract.english.phrases import finite
from onrecord.extract.english.referents import Cast
from onrecord.extract.english.standing import is_owner
from onrecord.extract.english.unknown import is_unknown
from onrecord.extract.records import Deal, Party
from onrecord.extract.tokens import Kind

_OTHER: Final = {"acquirer": "target", "target": "acquirer", "investor": "investee",
                 "investee": "investor", "supplier": "customer", "customer": "supplier",
                 "partner": "partner", "seller": "acquirer"}  # fmt: skip
_PARTS: Final = Kind.of(noun + end for noun in (*ROLES, "owner") for end in ("", "s"))
_DEFINITE: Final = frozenset("the this that its any no".split())
_FREE: Final = frozenset("partner investee customer target".split())
"""Who has this part does not stand behind `by`, `from`, `with` of something else."""
_FIRST: Final = 5
_BACK: Final = 8
"""So many deals back the other party is sought."""
_NEAR: Final = 9
_SENTENCE: Final = 25
_PAIR: Final = 2
_NO_SUBJECT: Final = frozenset((",", "been", "being", "were", "was", "be", "is", "are"))
ALSO: Final = frozenset("also participated joined returned part".split())
"""Words by which one more investor of a round is told."""
_BIDS_TOO: Final = frozenset(
    """interested bidder bidders suitors front-runner frontrunner favourite favorite
    contenders""".split()
)
_BIDS: Final = frozenset("bid offer bids offers".split())
_OWN: Final = frozenset("the its their".split())
_OWNERS: Final = frozenset("shareholder investor owner backer".split())
_ADVISED: Final = frozenset("hired hires advised advises adviser advisers bankers".split())
_ANOTHER: Final = frozenset("a an other another others smaller larger several".split())


@dataclass(slots=True)
class Told:
    """What was told before: who was spoken of, whom the sentence names, and the deals."""

    document: Document
    cast: Cast
    before: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    """Whom the sentence before named."""
    topic: str = ""
    """The company whose name opens the paragraph."""
    asides: set[str] = field(default_factory=set)
    """Whom `by`, `with`, `from` governs in the sentence."""
    deals: list[Deal] = field(default_factory=list)
    half: tuple[str, tuple[Party, ...]] | None = None
    """A deal of which one side was told, by a sentence just before."""
    age: int = 0
    """How many sentences ago that was."""

    def ages(self) -> None:
        """Goes on to the next sentence; half a deal is forgotten after two."""
        self.age += 1
        if self.age > _PAIR:
            self.half = None

    def about(
        self, kind: str, parties: tuple[Party, ...], half: tuple[str, tuple[Party, ...]] | None
    ) -> tuple[str, tuple[Party, ...]]:
        """`X has to sell its pumps. Talks with Y are under way`: what talks are about."""
        seller = half is not None and half[0] == "acquisition" and half[1]
        if not seller or kind != "negotiation" or {p.role for p in seller} != {"seller"}:
            return kind, parties
        others = tuple(Party(p.name, "acquirer") for p in parties if p.name != seller[0].name)
        if len(others) == len(parties):
            return kind, parties
        return "acquisition", (*seller, *others)

    def completed(self, clause: Clause) -> tuple[str, tuple[Party, ...], int] | None:
        """`The seller is X`: the deal told before, with X in it; its kind, parties and place."""
        low = self.document.tokens.low
        for i in self.document.tokens.among(_PARTS, clause.begin, clause.end - 1):
            noun = low[i].removesuffix("s")
            role = ROLES.get(noun)
            verb = low[i + 1 : i + 5] if low[i + 1] == "of" else low[i + 1 : i + 2]
            first = i < clause.begin + _FIRST and bool({"is", "was", "are", "were"} & set(verb))
            former = low[i] == "owner" and low[i - 1] in ("previous", "former", "old", "longtime")
            seller = (low[i] == "seller" or former) and low[i + 1] == ","
            role = ("acquisition", "seller") if former else role
            if role is None or low[i - 1] in ("a", "an") or not (first or seller):
                continue
            who = next((s for s in clause.standing if s.named and i < s.begin < i + _NEAR), None)
            if who is None:
                return None
            before = self.half
            if before is not None and before[0] == "investment" and role[1] == "acquirer":
                role = ("investment", "investor")
            if self.deals and (before is None or before[0] != role[0]):
                before = (self.deals[-1].kind, self.deals[-1].parties)
            if before is None or before[0] != role[0]:
                return None
            new = tuple(Party(name, role[1]) for name in who.names)
            known = {p.name for p in before[1]}
            return role[0], (*before[1], *(p for p in new if p.name not in known)), i
        return None

    def listed(self, clause: Clause) -> Iterator[tuple[str, tuple[Party, ...], int]]:
        """`They include X, Y and Z`: each of those of whom a bid was told before."""
        low = self.document.tokens.low
        first = low[clause.begin : clause.begin + _FIRST]
        verb = clause.verb
        half = self.half
        named = [
            s
            for s in clause.standing
            if s.named and s.begin > verb and not is_owner(self.document, s)
        ]
        role = _LISTED.get(half[0], "") if half is not None else ""
        if half is None or not role or not named or _LISTS.isdisjoint(first):
            return
        if role != "acquirer" and first[:1] not in (["one"], ["among"], ["they"]):
            return
        if verb < 0 or _INCLUDES.isdisjoint(low[verb : verb + _FIRST]):
            return
        rest = tuple(p for p in half[1] if p.role != role or role == "partner")
        for standing in named:
            together = _JOINT.intersection(low[max(verb, standing.begin - _FIRST) : standing.begin])
            names = [standing.names] if together else [(name,) for name in standing.names]
            for group in names:
                yield half[0], (*(Party(n, role) for n in group), *rest), verb


_LISTED: Final = {"acquisition": "acquirer", "negotiation": "partner", "investment": "investor"}
_LISTS: Final = frozenset("they them these among parties bidders suitors buyers candidates".split())
_INCLUDES: Final = frozenset("are is include includes included".split())
_JOINT: Final = frozenset("joint consortium jointly".split())
_NOUNS: Final = {
    "acquirer": "buyer bidder acquirer purchaser suitor buyers owner",
    "seller": "seller sellers", "target": "target",
    "investor": "investor investors lender lenders bank", "investee": "borrower",
    "supplier": "supplier", "customer": "customer",
}  # fmt: skip


def roles_in(parties: Sequence[Party]) -> dict[str, tuple[str, ...]]:
    """Who `the buyer`, `the seller` of a deal is: noun → names."""
    found: dict[str, tuple[str, ...]] = {}
    for party in parties:
        for noun in _NOUNS.get(party.role, "").split():
            found[noun] = (*found.get(noun, ()), party.name)
    return found


def filled(
    text: Told,
    clause: Clause,
    call: Call,
    at: int,
    parties: tuple[Party, ...],
    calls: list[tuple[Call, int]],
) -> tuple[Party, ...]:
    """The parties with the one that is missing: the sentence's other company, the other party of
    the last deal, or whom the sentence before was about."""
    roles = {p.role for p in parties if p.role != "seller"} or {"seller"}
    if len(roles) != 1:
        return parties
    missing = _OTHER[next(iter(roles))]
    names = {p.name for p in parties}
    if clause.hinge == "under" and clause.relative and missing != "partner":
        return (*parties, *(Party(n, missing) for n in clause.relative[:1] if n not in names))
    if call.base == "find":
        return parties
    half = _half(text, call, at, missing, names)
    if half:
        return (*parties, *half)
    told = _told_before(text, clause, call, at, parties, missing)
    if told is not None:
        return (*parties, *told)
    talks = any(other.kind == "negotiation" for other, _ in calls) and call.kind != "negotiation"
    if _acts(text.document, clause, call, at) and call.places.get("subj") == missing:
        return parties
    if talks or not _open(text.document, clause, call, at, missing):
        return parties
    rest = _others(text, call, at, missing, names)
    return (*parties, *_sought(text, clause, call, at, missing, names, rest))


def _told_before(
    text: Told, clause: Clause, call: Call, at: int, parties: tuple[Party, ...], missing: str
) -> tuple[Party, ...] | None:
    """The other side as the last deal of the kind has it, where the words point at that one;
    nobody, where they go on about a deal of another kind; else None."""
    low, names = text.document.tokens.low, {p.name for p in parties}
    last = text.deals[-1] if text.deals else None
    same = next((d for d in reversed(text.deals[-_BACK:]) if d.kind == call.kind), None)
    if call.base == BEATEN:
        sides = same.parties if same is not None else ()
        return tuple(p for p in sides if p.role in ("target", "seller"))
    if low[at] == "interested" and last is not None and (
        last.kind != call.kind and names <= {p.name for p in last.parties}
    ):  # fmt: skip
        return ()
    if _adds(text, clause, call, parties):
        return tuple(p for p in text.deals[-1].parties if p.role == "investee")
    if call.base == PAYING and same is not None:
        sellers = {p.name for p in same.parties if p.role == "seller"}
        return tuple(p for p in same.parties if p.role == "target" and names <= sellers)
    seller = tuple(p for p in same.parties if p.role == "seller") if same is not None else ()
    if seller and missing == "target" and for_the_part(text.document, clause, call, at):
        return seller if names.isdisjoint({p.name for p in seller}) else ()
    if call.base == "bid" and call.verb and last is not None and last.kind == "supply":
        return ()  # for the order
    begun = text.half is not None and text.half[0] == call.kind
    article = low[at - 1] == "the" and not call.verb and not begun
    free = missing != "partner" and article and same is not None
    if same is not None and free and not names & {p.name for p in same.parties}:
        return tuple(p for p in same.parties if p.role == missing)
    return None


def _others(text: Told, call: Call, at: int, missing: str, names: set[str]) -> list[str]:
    """Whom the sentence names beside, if that may be the other side."""
    own_bid = call.base in _BIDS and "its" in text.document.tokens.low[at - 3 : at]
    if call.base == "lead-round" or own_bid:
        return []
    rest = [name for name in text.named if name not in names]
    if missing in _FREE:
        rest = [name for name in rest if name not in text.asides]
    if call.base in ("made-by", "supplied-by"):
        told_before = {text.cast.mentions[i][0] for i in range(max(0, at - _SENTENCE), at)
                       if i in text.cast.mentions}  # fmt: skip
        rest = [name for name in rest if name in told_before]
    return rest


def _sought(
    text: Told, clause: Clause, call: Call, at: int, missing: str, names: set[str], rest: list[str]
) -> Iterator[Party]:
    """The one company that is the other side: of those named beside, else of those before."""
    low = text.document.tokens.low
    told = [p.name for d in text.deals[-_BACK:] for p in d.parties if d.kind == call.kind
            and p.role == missing and names & {q.name for q in d.parties}]  # fmt: skip
    advised = _ADVISED.intersection(text.document.tokens.low[clause.begin : clause.end])
    if rest and not advised:
        seller = {p.name for d in text.deals[-_BACK:] for p in d.parties if p.role == "seller"}
        if len(rest) == 1 and rest[0] in seller and told:
            rest = told
        if missing == "target" and call.base in _BIDS:
            rest = _bid_for(text, clause, rest, names)
        others = rest if len(rest) == 1 and len(text.named) <= _PAIR else []
    else:
        made = call.base == "made-by"
        others = _maker_for(text, clause) if made else _earlier(
            text, clause, names, missing, call.base)  # fmt: skip
        others = [name for name in others if name and name not in names]
    new = "takeover" in (low[at - 1], low[at]) and low[at + 1] != "of"
    if missing == "target" and others and not new and _sells(text, others[0]):
        missing = "seller"
    yield from (Party(name, missing) for name in others[:1])


def _bid_for(text: Told, clause: Clause, rest: list[str], names: set[str]) -> list[str]:
    """Whom a bid is for: who else bids for it does not count, nor who is named behind."""
    last = next((d for d in reversed(text.deals[-_BACK:]) if d.kind == "acquisition"), None)
    if last is None:
        return rest
    targets = [p.name for p in last.parties if p.role == "target" and p.name not in names]
    bidders = {p.name for p in last.parties if p.role == "acquirer"}
    behind = {
        text.cast.mentions[i][0]
        for i in range(clause.end, min(clause.end + _SENTENCE, len(text.document.tokens)))
        if i in text.cast.mentions
    }
    others = rest and (set(rest) <= bidders or set(rest) <= behind)
    return targets if targets and others else rest


def _acts(document: Document, clause: Clause, call: Call, at: int) -> bool:
    """Whether the verb of a call is active and finite, and its subject no person."""
    low = document.tokens.low
    active = call.verb and low[at - 1] not in _NO_SUBJECT and not clause.bare
    persons = {"he", "she", "who"}.intersection(low[clause.begin : at])
    return active and not persons and finite(document, clause.verb, clause.begin)


def _maker_for(text: Told, clause: Clause) -> list[str]:
    """`The ship was built by X`: for whom the text is about, if nothing else is told of X."""
    low = text.document.tokens.low
    own = [s.names[0] for s in clause.standing if low[s.begin] == "its"]
    if own:
        return own
    told = clause.relative or "which" in low[clause.end : clause.end + 3]
    first = clause.begin + (low[clause.begin] == "and")
    opens = low[clause.begin - 1] in (".", "?", "!", "”")
    who = text.cast.subject or text.cast.main()
    return [who] if low[first] in _OWN and opens and not told else []


def _half(text: Told, call: Call, at: int, missing: str, names: set[str]) -> tuple[Party, ...]:
    """The parties of the deal of which one side was just told, if they are what is missing."""
    if text.half is None or text.half[0] != call.kind or missing == "partner":
        return ()
    other = {p.role for p in text.half[1] if p.role != "seller"}
    part = not other and missing == "target"
    ends = part and text.document.tokens.low[at] in _BIDS_TOO
    told = (ends or other == {missing}) and names.isdisjoint({p.name for p in text.half[1]})
    return text.half[1] if told else ()


def _sells(text: Told, name: str) -> bool:
    """Whether the last acquisition was of a part of a company, which that one sold."""
    last = [d for d in text.deals[-_BACK:] if d.kind == "acquisition"][-1:]
    return any(
        Party(name, "seller") in d.parties and "target" not in {p.role for p in d.parties}
        for d in last
    )


def _earlier(
    text: Told, clause: Clause, names: set[str], missing: str, base: str = ""
) -> list[str]:
    """The other party of the last deal of one of these, else whom the text was about."""
    purchase, held = base == "finance", base == "hold"
    bought = [d for d in text.deals[-_BACK:] if d.kind == "acquisition"]
    if missing == "investee" and purchase and bought:
        return [p.name for p in bought[-1].parties if p.role == "acquirer"]
    if missing == "target":
        last = [d for d in text.deals[-_BACK:] if d.kind == "acquisition"][-1:]
        for deal in last:
            sellers = [p.name for p in deal.parties if p.role == "seller"]
            if sellers and sellers[0] not in names and len(deal.parties) == _PAIR:
                return sellers
        for deal in reversed(text.deals[-_BACK:]):
            targets = [p.name for p in deal.parties if p.role == "target"]
            if targets and targets[0] not in names:
                return targets
    for deal in reversed(text.deals[-_BACK:]):
        if names & {p.name for p in deal.parties}:
            return [p.name for p in deal.parties if p.name not in names]
    persons = {"he", "she"}.intersection(text.document.tokens.low[clause.begin : clause.end])
    main = text.cast.main()
    if held:
        return [name for name in (*text.last, main, *text.before) if name and name not in names]
    if text.topic and text.topic not in names:
        return [text.topic]
    before = (main, *text.before) if persons or main in text.last else text.before
    return [name for name in before if name and name not in names]


def _adds(text: Told, clause: Clause, call: Call, parties: tuple[Party, ...]) -> bool:
    """`Carmaker X also invested`: one more investor of the round told before."""
    words = text.document.tokens.low[clause.begin : clause.end]
    also = ALSO.intersection(words)
    return (
        call.kind == "investment"
        and bool(also)
        and parties[0].role == "investor"
        and bool(text.deals)
        and text.deals[-1].kind == "investment"
    )


def _open(document: Document, clause: Clause, call: Call, at: int, missing: str) -> bool:
    """Whether a call leaves a side to what was said before: no object, no phrase that names it."""
    low = document.tokens.low
    if missing in ("investee", "target") and low[clause.begin] in ("owner", "owners"):
        return False  # `Owner Ann Lee sold a stake`: in what she owns, which is named nowhere here
    if call.kind in ("negotiation", "partnership", "merger"):
        return any(s.named and at < s.begin < at + _NEAR for s in clause.standing)
    own = call.base == "stake" and low[at - 1] == "its" and _OWNERS.intersection(
        low[clause.begin : at]
    )  # fmt: skip
    definite = not call.verb and call.base != "went" and not own
    own_bid = call.base in _BIDS and "its" in low[at - 3 : at]
    definite = definite and not own_bid
    if call.base not in OPEN or (definite and not _DEFINITE.isdisjoint(low[at - 2 : at])):
        return False
    if is_unknown(document, clause, call, at, missing):
        return False
    following = low[at + 1 : min(at + 4, clause.end)]
    explicit = [w for w in low[at + 1 : min(at + _NEAR, clause.end)] if w in call.places]
    if (
        call.verb
        and call.base in ("bid", "offer")
        and any(call.places[w] == missing for w in explicit)
    ):
        return False
    return not any(
        word in call.places and low[at + 2 + k] in _ANOTHER
        for k, word in enumerate(following)
        if at + 2 + k < len(low)
    )
