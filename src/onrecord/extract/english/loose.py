"""English verbs and nouns that call a deal only with what stands behind them: `pays X £3m for`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import (
    GETS,
    MAKES_FOR,
    MONEY_INTO,
    PARTNERS,
    SHARES,
    TAKES,
    VERBS,
    WINS,
    Call,
    Places,
)
from onrecord.extract.english.document import Document
from onrecord.extract.english.matters import STAKE
from onrecord.extract.english.paying import DIRECTLY, SUMS, charged, paid
from onrecord.extract.english.standing import is_owner
from onrecord.extract.english.verbs import BE
from onrecord.extract.english.words import SYMBOLS

Test = Callable[[Document, Clause, int], bool]
"""Whether the word at a place has around it what a row asks for."""

_SEEN: Final = 12
"""How many words belong to a word, itself among them."""


class Row(NamedTuple):
    """Words that call one kind of deal where all that the row asks for is met."""

    words: frozenset[str]
    kind: str
    places: Places
    then: str = ""
    """The very next word."""
    behind: tuple[tuple[frozenset[str], int], ...] = ()
    """Words of which one is among so many behind it."""
    test: Test | None = None
    base: str = ""
    """The word of the call; the word itself where it is empty."""
    verb: bool = True


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _all(words: str) -> tuple[tuple[frozenset[str], int], ...]:
    """Each of these words anywhere behind."""
    return tuple((frozenset((word,)), _SEEN) for word in words.split())


def _roles(places: str) -> Places:
    return dict(entry.split(":") for entry in places.split())


_LEADS: Final = _set("lead leads led leading co-led co-lead anchor anchored")
HIRES: Final = _set(
    """hire hires hired commission commissioned commissions appoint appointed appoints choose chose
    chosen chooses pick picked picks select selected selects tap tapped taps contracted name
    named names"""
)
WORK: Final = _set(
    """build make supply deliver provide produce manufacture supplier develop design run operate
    install print maintain construct contractor construction installation delivery"""
)
_TAKE: Final = _set("take takes took taking taken")
_COME: Final = _set("come comes came")
_EQUIPS: Final = _set("equip equips equipped equipping fit fits fitted fitting power powers")
_PAYS: Final = _set("pay pays paid paying laid shelled spent")
_WINS_WHOM: Final = WINS | _set(
    "gain gains gained sign signs signed add adds added gaining losing signing"
)
_DROPS: Final = _set("drop drops dropped replace replaces replaced dumped name named")
_COUNTS: Final = _set("count counts counted counting lists list listed")
_APPROACHES: Final = _set("approach approached approaches approaching")
_CUSTOMERS: Final = _set("customer customers client clients tenant tenants")
_SUPPLIERS: Final = _set("supplier suppliers contractor contractors")
_INVESTORS: Final = _set("investors backers participants")
_TAKEN: Final = _set("share customers business jobs staff lead crown managers")
_FUNDS: Final = _set("capital funding cash backing money")
_SHOPS: Final = _set("shops stores supermarkets outlets pharmacies branches showrooms catalogue")
_RACES: Final = _set(
    "remain remains left remaining pulled quit out entered joined won lost ahead dropped"
)
_ALONE: Final = _set(
    """statement letter venture ventures chief press bid bids offer news report account head
    owner owners ceo call declaration administrators"""
)
_LOANS: Final = _set("loan money funding").union(SYMBOLS)


def _after(word: str, nouns: frozenset[str], within: int = _SEEN) -> Test:
    """One of the nouns stands behind the first `word`: `as a customer`, `among its clients`."""

    def test(document: Document, clause: Clause, i: int) -> bool:
        behind = _behind(document, clause, i)
        at = next((k for k, other in enumerate(behind) if other == word), None)
        return at is not None and not nouns.isdisjoint(behind[at : at + within])

    return test


def _before(words: frozenset[str], within: int) -> Test:
    """One of the words stands so near before it, in the same clause."""

    def test(document: Document, clause: Clause, i: int) -> bool:
        return not words.isdisjoint(document.tokens.low[max(clause.begin, i - within) : i])

    return test


def _behind(document: Document, clause: Clause, i: int) -> list[str]:
    return document.tokens.low[i + 1 : min(i + _SEEN, clause.end)]


def _over(document: Document, clause: Clause, i: int) -> bool:
    """`had taken Hartwell over`: the company stands between."""
    low = document.tokens.low
    return any(s.begin == i + 1 and low[s.end : s.end + 1] == ["over"] for s in clause.standing)


def _owned(document: Document, clause: Clause, i: int) -> bool:
    """Whether it is a company that is `owned by` another, not a thing of its."""
    low = document.tokens.low
    end = i - 1 if low[i - 1] == "," else i
    beside = any(s.named and s.end == end for s in clause.standing)
    return beside or low[i - 1] in BE or low[i - 2] in BE


def _asks_sum(document: Document, clause: Clause, i: int) -> bool:
    """`turns to X for £3m`."""
    return not SUMS.isdisjoint(document.tokens.low[i + 1 : min(i + 16, clause.end)])


def _gets_money(document: Document, clause: Clause, i: int) -> bool:
    """`received $3m from X`."""
    given = _given(document, clause, i)
    return not (SUMS.isdisjoint(given) and _FUNDS.isdisjoint(given))


def _gets_goods(document: Document, clause: Clause, i: int) -> bool:
    """`gets its steel from X`, not `took customers from X`."""
    return _TAKEN.isdisjoint(_given(document, clause, i))


def _given(document: Document, clause: Clause, i: int) -> list[str]:
    behind = _behind(document, clause, i)
    return behind[: behind.index("from")]


def _own_shops(document: Document, clause: Clause, i: int) -> bool:
    """`stocks Hartwell’s jam in its shops`: the company owns what is sold."""
    return any(
        s.named and i < s.begin < i + DIRECTLY and is_owner(document, s) for s in clause.standing
    )


def _pays_for(document: Document, clause: Clause, i: int) -> bool:
    """`funds Hartwell’s plant with £3m`, not `with a loan from X`."""
    behind = _behind(document, clause, i)
    owner = any(s.named and s.begin == i + 1 for s in clause.standing)
    return owner and "with" in behind and "from" not in behind and not SUMS.isdisjoint(behind)


def _own_goods(document: Document, clause: Clause, i: int) -> bool:
    """`uses Hartwell’s maps`: right behind the verb stands whose they are."""
    behind = set(_behind(document, clause, i)[:5])
    return behind.isdisjoint(SHARES) and any(
        s.named and s.begin == i + 1 and is_owner(document, s) for s in clause.standing
    )


def _made_by(document: Document, clause: Clause, i: int) -> bool:
    """`is made by X`."""
    low = document.tokens.low
    return low[i - 1] in BE and not low[i].endswith("ing") and _makes(document, clause, i)


def _makes(document: Document, clause: Clause, i: int) -> bool:
    """Goods, not shares: `builds a stake`."""
    return SHARES.isdisjoint(_behind(document, clause, i)[:3])


def _lasting(document: Document, clause: Clause, i: int) -> bool:
    """Customers stay: `customers switched to X` tells of nobody."""
    return "customers" not in document.tokens.low[max(clause.begin, i - 5) : i]


def _venture(document: Document, clause: Clause, i: int) -> bool:
    """`a joint plant`, not `a joint statement`."""
    return any(word not in _ALONE for word in _behind(document, clause, i)[:1])


_WHOLE: Final = _roles("subj:acquirer obj:target by:acquirer from:seller")
_RACED: Final = _roles("subj:acquirer for:target")
_LED: Final = _roles("subj:investor in:investee of:investee for:investee at:investee by:investor")
_IN_OF: Final = _set("in of")
_FROM: Final = (_set("from"), 8)
_NOT_VERBS: Final = GETS.difference(VERBS)
_SHARED: Final = _roles("subj:partner with:partner")
_MET: Final = _roles("subj:partner obj:partner by:partner")
_SERVED: Final = _roles("subj:supplier obj:customer")
_DRAWN: Final = _roles("subj:customer to:supplier")
_MADE: Final = _roles("subj:supplier for:customer by:supplier obj: poss:customer")
_FOUNDS: Final = _set("build develop create open launch found establish")

_ROWS: Final = (
    # Acquisitions
    Row(_TAKE, "acquisition", _WHOLE, behind=((_set("private"), 5),)),
    Row(_TAKE, "acquisition", _WHOLE, test=_over),
    Row(_TAKE, "acquisition", _roles("subj:acquirer of:target"), behind=((_set("control"), 3),)),
    Row(_set("race"), "acquisition", _RACED, "for",
        test=_before(_RACES, 99), verb=False),
    Row(_set("auction"), "acquisition", _RACED, "for", test=_before(WINS, 99), verb=False),
    Row(_set("spend spends spent"), "acquisition", _roles("subj:acquirer on:target"),
        behind=_all("on")),
    Row(_APPROACHES, "acquisition", _roles("subj:acquirer obj:target poss:target by:acquirer"),
        behind=(*_all("with"), (_set("offer bid proposal"), _SEEN))),
    Row(_set("owned controlled"), "acquisition", _roles("subj:target by:acquirer"), "by",
        test=_owned, verb=False),
    Row(_set("majority-owned wholly-owned"), "acquisition", _roles("subj:target by:acquirer"),
        behind=_all("by"), verb=False),
    Row(_set("deal"), "acquisition", _RACED, "for", test=_before(_set("close near"), 3),
        verb=False),
    Row(_set("owner"), "acquisition", _roles("subj:acquirer of:target"),
        test=_before(_set("new become became becomes"), 4), verb=False),
    Row(_set("bidder buyer suitor bidders buyers suitors"), "acquisition",
        _roles("subj:acquirer obj:acquirer"),
        test=_before(_set("another other second third fourth further rival potential possible"), 3),
        base="bid", verb=False),
    # Investments
    Row(_COME, "investment", _roles("from:investor"), "from",
        test=_before(_LOANS, 6), base="loan", verb=False),
    Row(MONEY_INTO, "investment", _roles("subj:investor into:investee in:investee"),
        behind=_all("into")),
    Row(_LEADS, "investment", _LED, behind=_all("round")),
    Row(_TAKE, "investment", _roles("subj:investor into:investee in:investee poss:investee"),
        "part", ((_set("in"), 2), *_all("round"))),
    Row(_TAKE, "acquisition", _roles("subj:acquirer in:target of:target from:seller"),
        behind=((_set("majority controlling"), 3), (_IN_OF, 6)), base="take"),
    Row(_TAKE, "investment", STAKE, behind=((SHARES, 4), (_IN_OF, 7)), base="stake"),
    Row(_set("include includes included"), "investment", _roles("obj:investor"),
        test=_before(_INVESTORS, 3), base="investors"),
    Row(GETS, "supply", _roles("subj:supplier from:customer for:customer by:customer"),
        behind=((_set("order orders contract contracts mandate commission"), 5),
                (_set("from for"), _SEEN))),
    Row(_NOT_VERBS, "investment", _roles("subj:investee from:investor by:investor "
        "including:investor"), behind=(_FROM,), test=_gets_money),
    Row(_set("turned turns turn"), "investment", _roles("subj:investee to:investor"), "to",
        _all("for"), _asks_sum),
    # Customers and suppliers by that name
    Row(_WINS_WHOM, "supply", _SERVED, test=_after("as", _CUSTOMERS, 4)),
    Row(_DROPS, "supply", _roles("subj:customer obj: with:supplier"), behind=_all("with"),
        test=_after("as", _SUPPLIERS, 4)),
    Row(_DROPS, "supply", _roles("subj:customer obj:supplier with:supplier"),
        test=_after("as", _SUPPLIERS, 4)),
    Row(_COUNTS, "supply", _SERVED, test=_after("among", _CUSTOMERS)),
    Row(_COUNTS, "supply", _roles("subj:customer obj:supplier"), test=_after("among", _SUPPLIERS)),
    Row(_COUNTS, "investment", _roles("subj:investee obj:investor"),
        test=_after("among", _INVESTORS)),
    # Deliveries
    Row(HIRES, "supply", _roles("subj:customer obj:supplier by:customer poss:customer"),
        behind=((WORK, _SEEN), (_set("to as for"), _SEEN))),
    Row(_set("award awards awarded entrusted"), "supply", _DRAWN, behind=(
        (_set("construction operation management building work works"), _SEEN), *_all("to"))),
    Row(_set("entrust entrusted entrusts"), "supply", _roles("subj:customer obj:supplier "
        "by:customer"), behind=_all("with")),
    Row(_set("store stores stored keep keeps kept"), "supply", _roles("subj:customer "
        "with:supplier"), behind=((_set("data archive archives files goods stock"), 5),
                                  *_all("with"))),
    Row(_set("use uses used using"), "supply", _roles("subj:customer poss:supplier"),
        test=_own_goods),
    Row(_set("fund funds funded finance finances financed"), "investment",
        _roles("subj:investor poss:investee obj:investee"), test=_pays_for),
    Row(_set("come comes came"), "investment", _roles("subj:investor at:investee"),
        behind=((_set("board"), 3), (_set("at"), 5), (_set("investor shareholder"), _SEEN))),
    Row(_set("switch switches switched switching"), "supply", _DRAWN, behind=((_set("to"), 8),),
        test=_lasting),
    Row(_COME, "supply", _roles("from:supplier"), "from", base="went", verb=False),
    Row(_set("built"), "supply", _roles("poss:supplier by:supplier into:customer"), "into"),
    Row(MAKES_FOR, "supply", _MADE, test=_made_by, base="made-by"),
    Row(MAKES_FOR, "supply", _MADE, test=_makes),
    Row(_set("charge charges charged charging"), "supply", _SERVED, test=charged),
    Row(_set("sold available"), "supply", _roles("of:customer"),
        behind=((_SHOPS, _SEEN), *_all("of")), base="sold-in", verb=False),
    Row(_set("sell sells sold stock stocks stocked carry carries"), "supply",
        _roles("subj:customer poss:supplier"), behind=((_SHOPS, _SEEN), *_all("in")),
        test=_own_shops),
    Row(_EQUIPS, "supply", _roles("subj:customer from:supplier obj:customer poss:customer"),
        behind=_all("from")),
    Row(_set("stocked"), "supply", _roles("obj:supplier by:customer"), "by"),
    Row(_set("output production"), "supply", _roles("subj:customer of:supplier poss:supplier "
        "from:supplier"), test=_before(TAKES, 4), verb=False),
    Row(_NOT_VERBS, "supply", _roles("subj:customer from:supplier"), behind=(_FROM,),
        test=_gets_goods),
    # What is done together, and who is approached about what
    Row(_set("joint"), "partnership", _SHARED, test=_venture, verb=False),
    Row(_APPROACHES, "investment", _roles("subj:investee obj:investor by:investee"),
        test=_after("about", _set("investment investing stake funding loan financing capital"))),
    Row(_APPROACHES, "merger", _MET, test=_after("about", _set("merger"))),
    Row(_APPROACHES, "negotiation", _MET, behind=_all("about")),
    Row(_set("together"), "partnership", _SHARED, "with", verb=False),
    Row(_set("agree agrees agreed plan plan planned"), "partnership", _SHARED,
        behind=((_FOUNDS, 7), *_all("to"))),
    Row(_set("jointly"), "partnership", _SHARED),
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
    behind = _behind(document, clause, i) if rows else []
    for row in rows:
        if _met(row, behind) and (row.test is None or row.test(document, clause, i)):
            yield Call(row.kind, row.places, row.verb, row.base or word), i
            return
    reader = _READERS.get(word)
    call = reader(document, clause, i) if reader else None
    if call is not None:
        yield call, i


def _met(row: Row, behind: list[str]) -> bool:
    if row.then and behind[:1] != [row.then]:
        return False
    return all(not words.isdisjoint(behind[:within]) for words, within in row.behind)
