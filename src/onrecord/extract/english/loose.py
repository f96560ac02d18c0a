"""English verbs and nouns that call a deal only with what stands behind them: `pays X £3m for`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.extract.english.asked import (
    SEEN,
    Row,
    after,
    all_of,
    before,
    behind_of,
    given_by,
    one_of,
    places_of,
)
from onrecord.extract.english.bidding import BIDDING
from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import (
    BUSINESS,
    MAKES_FOR,
    PARTNERS,
    SHARES,
    TAKES,
    WINS,
    Call,
)
from onrecord.extract.english.document import Document
from onrecord.extract.english.funding import COME, FROM, FUNDING, INVESTORS, NOT_VERBS, TAKE
from onrecord.extract.english.kinds import TITLES
from onrecord.extract.english.paying import DIRECTLY, charged, paid
from onrecord.extract.english.standing import is_owner
from onrecord.extract.english.verbs import BE
from onrecord.extract.english.words import DETERMINERS

HIRES: Final = one_of(
    """hire hires hired commission commissioned commissions appoint appointed appoints choose chose
    chosen chooses pick picked picks select selected selects tap tapped taps contracted name
    named names"""
)
WORK: Final = one_of(
    """build make supply deliver provide produce manufacture supplier develop design run operate
    install print maintain construct contractor construction installation delivery"""
)
_EQUIPS: Final = one_of("equip equips equipped equipping fit fits fitted fitting power powers")
_PAYS: Final = one_of("pay pays paid paying laid shelled spent")
_WINS_WHOM: Final = WINS | one_of(
    "gain gains gained sign signs signed add adds added gaining losing signing"
)
_DROPS: Final = one_of(
    "drop drops dropped ditch ditched ditches swapped replace replaces replaced dumped name named"
)
_COUNTS: Final = one_of("count counts counted counting lists list listed")
_APPROACHES: Final = one_of("approach approached approaches approaching")
_CUSTOMERS: Final = one_of("customer customers client clients tenant tenants")
_SUPPLIERS: Final = one_of("supplier suppliers contractor contractors")
_TAKEN: Final = one_of(
    "share customers business jobs staff lead crown managers loan loans credit mortgage advice "
    "name offers offer bid bids approach proposal complaints inquiries questions"
)
_SWITCHES: Final = one_of("switch switches switched switching")
_USES: Final = one_of("use uses used using fly flies flew install installs installed sell sells")
_MAKES: Final = one_of("made built supplied produced developed designed printed assembled grown")
_MOVES: Final = one_of("move moved moves moving shift shifted shifts migrate migrated migrating")
_DATA: Final = one_of("data website systems workloads archive payroll servers software")
_COUNTED: Final = one_of("account accounts accounted accounting stands stand contributes")
_SERVICES: Final = one_of(
    "catering cleaning logistics printing advertising payroll maintenance security laundry "
    "deliveries"
)
_RUIN: Final = one_of("insolvency bankruptcy administration collapse")
_RIGHTS: Final = one_of("sell distribute market make produce build use brew show broadcast")
_SHOPS: Final = one_of("shops stores supermarkets outlets pharmacies branches showrooms catalogue")
_FOUNDED: Final = one_of("company venture plant factory business firm unit laboratory")
_TASKS: Final = WORK | one_of("convert renovate refurbish modernise modernize rebuild dismantle")
_OFFERED: Final = one_of("offer bid approach proposal")
_ALONE: Final = one_of(
    """statement letter venture ventures chief press bid bids offer news report account head
    owner owners ceo call declaration administrators"""
)


def _gets_goods(document: Document, clause: Clause, i: int) -> bool:
    """`gets its steel from X`, not `took customers from X`."""
    return _TAKEN.isdisjoint(given_by(document, clause, i))


def _own_shops(document: Document, clause: Clause, i: int) -> bool:
    """`stocks Hartwell’s jam in its shops`: the company owns what is sold."""
    return any(
        s.named and i < s.begin < i + DIRECTLY and is_owner(document, s) for s in clause.standing
    )


def _chooses(document: Document, clause: Clause, i: int) -> bool:
    """`has chosen software from X`, not `picked up from`, nor `chose X from five`."""
    named = any(s.named and s.begin == i + 1 for s in clause.standing)
    return not named and document.tokens.low[i + 1 : i + 2] != ["up"]


def _used_by(document: Document, clause: Clause, i: int) -> bool:
    """`X’s gears are used in Y’s drills`."""
    behind = behind_of(document, clause, i)
    return document.tokens.low[i - 1] in BE and behind[:1] in (["in"], ["by"], ["at"])


def _which(document: Document, clause: Clause, i: int) -> bool:
    """`which also works for X`: no person does."""
    low = document.tokens.low
    return low[clause.begin] == "which" and i - clause.begin < DIRECTLY


def _jointly(document: Document, clause: Clause, i: int) -> bool:
    """`X and Y produce films together`."""
    joint = any(s.named and len(s.names) > 1 and s.end <= i for s in clause.standing)
    return joint and document.tokens.low[i + 1 : i + 2] in (["."], [","], ["in"], ["for"], [";"])


def _joint(document: Document, clause: Clause, i: int) -> bool:
    """`X and Y want to build a terminal`."""
    named = [s for s in clause.standing if s.named]
    joint = len(named) == 1 and len(named[0].names) > 1 and named[0].end <= i
    return joint and document.tokens.low[i - 1] != "not"


def _mutual(document: Document, clause: Clause, i: int) -> bool:
    """`X and Y sell each other’s tickets`."""
    joint = any(len(s.names) > 1 and s.end <= i for s in clause.standing)
    return joint and document.tokens.low[i + 1] in ("other’s", "other's", "others’")


def _goods_come(document: Document, clause: Clause, i: int) -> bool:
    """Goods come from a company, not its new boss, nor what was told before."""
    before = document.tokens.low[clause.begin : i]
    return document.tokens.low[i - 1] != "it" and TITLES.isdisjoint(before) and (
        _OFFERED.isdisjoint(before)
    )  # fmt: skip


def _share(document: Document, clause: Clause, i: int) -> bool:
    """`X and Y share a laboratory`, no share of anything."""
    joint = any(len(s.names) > 1 and s.end <= i for s in clause.standing)
    behind = behind_of(document, clause, i)
    before = document.tokens.low[i - 1]
    counted = before in DETERMINERS or before in _PER
    return joint and behind[:1] != ["of"] and not counted


_PER: Final = frozenset("per market each one every".split())
"""`earnings per share`."""


def _own_goods(document: Document, clause: Clause, i: int) -> bool:
    """`uses Hartwell’s maps`: right behind the verb stands whose they are."""
    behind = set(behind_of(document, clause, i)[:5])
    return behind.isdisjoint(SHARES) and any(
        s.named and s.begin == i + 1 and is_owner(document, s) for s in clause.standing
    )


def _made_by(document: Document, clause: Clause, i: int) -> bool:
    """`is made by X`."""
    low = document.tokens.low
    return low[i - 1] in BE and not low[i].endswith("ing") and _makes(document, clause, i)


def _makes(document: Document, clause: Clause, i: int) -> bool:
    """Goods, not shares: `builds a stake`; and no noun: `the process`."""
    return document.tokens.low[i - 1] not in ("the", "this", "that") and SHARES.isdisjoint(
        behind_of(document, clause, i)[:3]
    )


def _lasting(document: Document, clause: Clause, i: int) -> bool:
    """Customers stay: `customers switched to X` tells of nobody."""
    return "customers" not in document.tokens.low[max(clause.begin, i - 5) : i]


def _from_whom(document: Document, clause: Clause, i: int) -> bool:
    """`hires its lorries from X`, `from which it hires them`."""
    behind = behind_of(document, clause, i)
    own = behind[:1] == ["its"] and "from" in behind and TITLES.isdisjoint(behind)
    return clause.hinge == "from" or own


def _asks(document: Document, clause: Clause, i: int) -> bool:
    """`asked the builder X to convert it`: the company is the object."""
    low = document.tokens.low
    return any(s.named and i < s.begin < i + 6 and low[s.end : s.end + 1] == ["to"]
               for s in clause.standing)  # fmt: skip


def _hinged(document: Document, clause: Clause, i: int) -> bool:
    """`X, with which Y is developing cells`."""
    return clause.hinge == "with" and document.tokens.low[i - 1] not in DETERMINERS


def _venture(document: Document, clause: Clause, i: int) -> bool:
    """`a joint plant`, not `a joint statement`."""
    return any(word not in _ALONE for word in behind_of(document, clause, i)[:1])


_SHARED: Final = places_of("subj:partner with:partner")
_MET: Final = places_of("subj:partner obj:partner by:partner")
_SERVED: Final = places_of("subj:supplier obj:customer")
_DRAWN: Final = places_of("subj:customer to:supplier")
_MADE: Final = places_of(
    "subj:supplier including:customer for:customer at:customer by:supplier obj: poss:customer"
)
_HANDED: Final = BUSINESS - one_of("right rights patent patents title titles project projects")
_FOUNDS: Final = one_of("build develop create open launch found establish")

_ROWS: Final = (
    *BIDDING,
    *FUNDING,
    # Customers and suppliers by that name
    Row(_WINS_WHOM, "supply", _SERVED, test=after("as", _CUSTOMERS, 4)),
    Row(one_of("sign signs signed signing"), "supply", places_of("subj:customer of:supplier"), "up",
        test=after("as", _CUSTOMERS, 5), base="become"),
    Row(_DROPS, "supply", places_of("subj:customer obj: with:supplier"), behind=all_of("with"),
        test=after("as", _SUPPLIERS, 4)),
    Row(_DROPS, "supply", places_of("subj:customer obj:supplier with:supplier"),
        test=after("as", _SUPPLIERS, 4)),
    Row(_COUNTS, "supply", _SERVED, test=after("among", _CUSTOMERS)),
    Row(_COUNTS, "supply", places_of("subj:customer obj:supplier"),
        test=after("among", _SUPPLIERS)),
    Row(_COUNTS, "investment", places_of("subj:investee obj:investor"),
        test=after("among", INVESTORS)),
    # Deliveries
    Row(HIRES, "supply", places_of("subj:customer obj:supplier by:customer poss:customer"),
        behind=((WORK | one_of("job task project replace install"), SEEN),
                (one_of("to as for"), SEEN))),
    Row(one_of("award awards awarded entrusted"), "supply", _DRAWN, behind=(
        (one_of("construction operation management building work works business"), SEEN),
        *all_of("to"))),
    Row(one_of("entrust entrusted entrusts"), "supply", places_of("subj:customer obj:supplier "
        "by:customer"), behind=all_of("with")),
    Row(one_of("store stores stored keep keeps kept"), "supply", places_of("subj:customer "
        "with:supplier"), behind=((one_of("data archive archives files goods stock"), 5),
                                  *all_of("with"))),
    Row(one_of("used"), "supply", places_of("poss:supplier obj: in:customer by:customer "
        "at:customer"), test=_used_by),
    Row(one_of("use uses used using install installs installed stock stocks stocked"), "supply",
        places_of("subj:customer poss:supplier"), test=_own_goods),
    Row(_USES, "supply", places_of("subj:customer by:supplier"),
        behind=((_MAKES, 8), *all_of("by"))),
    Row(one_of("hand handed hands handing give gave gives"), "supply", _DRAWN,
        behind=((_SERVICES, 4), *all_of("to"))),
    Row(TAKE, "supply", places_of("subj:supplier for:customer at:customer"),
        behind=((one_of("over"), 2), (_SERVICES, 4), *all_of("for"))),
    Row(one_of("works worked working"), "supply", places_of("subj:supplier for:customer"), "for",
        test=_which),
    Row(_MOVES, "supply", _DRAWN | {"of": "supplier"}, behind=((_DATA, 5), *all_of("to"))),
    Row(one_of("choose chose chosen chooses select selected selects picked picks opted"), "supply",
        places_of("subj:customer from:supplier"), behind=all_of("from"), test=_chooses),
    Row(one_of("software technology equipment machinery machines"), "supply", places_of(
        "subj:customer from:supplier"), "from", test=before(one_of("with on using"), 3),
        verb=False),
    Row(one_of("commission commissioned commissions"), "supply", places_of("subj:customer "
        "from:supplier"), behind=all_of("from")),
    Row(one_of("install installs installed installing"), "supply", places_of("subj:supplier "
        "at:customer for:customer")),
    Row(_COUNTED, "supply", places_of("subj:customer of:supplier poss:supplier"),
        behind=((one_of("sales revenue revenues turnover orders"), 9),)),
    Row(_SWITCHES, "supply", places_of(
        "subj:customer from:supplier"), "to", (FROM,), _lasting),
    Row(_SWITCHES, "supply", _DRAWN, behind=((one_of("to"), 8),), test=_lasting),
    Row(COME, "supply", places_of("from:supplier"), "from", test=_goods_come,
        base="went", verb=False),
    Row(one_of("built"), "supply", places_of("poss:supplier by:supplier into:customer"), "into"),
    Row(MAKES_FOR, "supply", _MADE, test=_made_by, base="made-by"),
    Row(MAKES_FOR, "supply", _MADE, test=_makes),
    Row(one_of("charge charges charged charging"), "supply", _SERVED, test=charged),
    Row(one_of("sold available"), "supply", places_of("of:customer"),
        behind=((_SHOPS, SEEN), *all_of("of")), base="sold-in", verb=False),
    Row(one_of("sell sells sold stock stocks stocked carry carries"), "supply",
        places_of("subj:customer poss:supplier"), behind=((_SHOPS, SEEN), *all_of("in")),
        test=_own_shops),
    Row(_EQUIPS, "supply", places_of("subj:customer from:supplier obj:customer poss:customer"),
        behind=all_of("from")),
    Row(one_of("stocked"), "supply", places_of("obj:supplier by:customer"), "by"),
    Row(one_of("output production"), "supply", places_of("subj:customer of:supplier poss:supplier "
        "from:supplier"), test=before(TAKES, 4), verb=False),
    Row(NOT_VERBS, "supply", places_of("subj:customer from:supplier"), behind=(FROM,),
        test=_gets_goods),
    # What is done together, and who is approached about what
    Row(one_of("hire hires hired hiring"), "supply", places_of("subj:customer from:supplier"),
        test=_from_whom),
    Row(one_of("serve serves served serving"), "supply", _SERVED,
        behind=((_CUSTOMERS, 4), (one_of("such including like"), 7))),
    Row(one_of("joint"), "partnership", _SHARED | {"of": "partner", "between": "partner"},
        test=_venture, verb=False),
    Row(_APPROACHES, "investment", places_of("subj:investee obj:investor by:investee"),
        test=after("about", one_of("investment investing stake funding loan financing capital"))),
    Row(one_of("set sets setting"), "partnership", _SHARED, "up",
        ((_FOUNDED, 6), *all_of("with"))),
    Row(one_of("ask asks asked asking"), "supply", places_of("subj:customer obj:supplier"),
        behind=((_TASKS, 9), *all_of("to")), test=_asks),
    Row(one_of("swaps swapped"), "partnership", _SHARED, behind=all_of("with")),
    Row(_FOUNDS | one_of("developing developed building built"), "partnership",
        places_of("subj:partner with:partner"), test=_hinged),
    Row(_APPROACHES, "merger", _MET, test=after("about", one_of("merger combination tie-up"))),
    Row(_APPROACHES, "negotiation", _MET, behind=all_of("about")),
    Row(one_of("together"), "partnership", _SHARED, "with", verb=False),
    Row(one_of("together"), "partnership", _SHARED, test=_jointly, verb=False),
    Row(one_of("agree agrees agreed plan plan planned"), "partnership", _SHARED,
        behind=((_FOUNDS, 7), *all_of("to"))),
    Row(one_of("want wants intend intends"), "partnership", _SHARED, "to",
        ((one_of("build develop establish found create"), 2),), _joint),
    Row(one_of("jointly"), "partnership", _SHARED),
    Row(one_of("each"), "partnership", _SHARED, test=_mutual),
    Row(one_of("share shares"), "partnership", _SHARED, test=_share),
    Row(one_of("right rights"), "partnership", places_of("subj:partner poss:partner of:partner "
        "obj:partner to:partner from:partner"), behind=((_RIGHTS, 4), *all_of("to")), verb=False),
    Row(one_of("saved save saves rescues rescue"), "acquisition", places_of("subj:acquirer "
        "obj:target from:"), behind=((_RUIN, 9),)),
    Row(one_of("hand hands handed handing"), "acquisition", places_of("subj:seller to:acquirer"),
        behind=((_HANDED, 6), *all_of("to"))),
    Row(one_of("transfer transfers transferred ceded cedes"), "acquisition",
        places_of("subj:seller to:acquirer obj:target"), behind=((BUSINESS, 6), *all_of("to"))),
)  # fmt: skip


def _partner(document: Document, clause: Clause, i: int) -> Call | None:
    """`its lessor X`, `X is a customer of Y`: what a company is to the other."""
    low = document.tokens.low
    if not clause.begin < i < clause.end - 1:
        return None
    role = PARTNERS[low[i]]
    other = "customer" if role == "supplier" else "supplier"
    near, after = low[max(clause.begin, i - 3) : i], "".join(low[i + 1 : i + 2])
    comma = after == ","
    named = any(s.named and i < s.begin <= i + (5 if comma else 1) for s in clause.standing)
    copula = after in BE and any(s.named and i + 1 < s.begin < i + 5 for s in clause.standing)
    if (named or copula) and ("its" in near or any(w.endswith(("’s", "'s")) for w in near)):
        return Call("supply", {"obj": role, "poss": other, "subj": other}, False, low[i])
    if after in ("of", "to") and not copula and low[i - 1] not in ("rival", "other"):
        return Call("supply", {"subj": role, "of": other, "to": other}, False, low[i])
    return None


def _paid(document: Document, clause: Clause, i: int) -> Call | None:
    """`laid out £3m` pays where the clause hangs on `for`; `pays` always does."""
    if document.tokens.low[i].startswith("pa") or clause.hinge == "for":
        return paid(document, clause, i)
    return None


def _by_word(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    table: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for word in row.words:
            table[word].append(row)
    return {word: tuple(rows) for word, rows in table.items()}


_ROWS_OF: Final = _by_word(_ROWS)
_READERS: Final = dict.fromkeys(_PAYS, _paid) | dict.fromkeys(PARTNERS, _partner)
LOOSE: Final = frozenset({*_ROWS_OF, *_READERS})
"""The words that `loose` asks about."""


def loose(document: Document, clause: Clause, i: int) -> Iterator[tuple[Call, int]]:
    """The first call that a word makes with what is around it."""
    word = document.tokens.low[i]
    rows = _ROWS_OF.get(word, ())
    behind = behind_of(document, clause, i) if rows else []
    for row in rows:
        if _met(row, behind) and (row.test is None or row.test(document, clause, i)):
            yield Call(row.kind, row.places, row.verb, row.base or word), i
            return
    reader = _READERS.get(word)
    call = reader(document, clause, i) if reader else None
    if call is not None:
        yield call, i


def _met(row: Row, behind: list[str]) -> bool:
    if row.then and (not behind or behind[0] != row.then):
        return False
    return all(not words.isdisjoint(behind[:within]) for words, within in row.behind)
