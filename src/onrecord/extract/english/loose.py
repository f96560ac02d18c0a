"""English verbs and nouns that call a deal only with what stands behind them: `pays X £3m for`."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.english.clauses import Clause
from onrecord.extract.english.dealing import (
    BUSINESS,
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
from onrecord.extract.english.standing import is_owner
from onrecord.extract.english.verbs import BE
from onrecord.extract.english.words import PREPOSITIONS, SCALES, SYMBOLS

_INTO: Final = {"subj": "investor", "into": "investee", "in": "investee"}
_GOODS: Final = {"subj": "customer", "from": "supplier"}
_FUNDED: Final = {"subj": "investee", "from": "investor", "by": "investor",
                  "including": "investor"}  # fmt: skip
_MADE: Final = {"subj": "supplier", "for": "customer", "by": "supplier", "obj": "",
                "poss": "customer"}  # fmt: skip
_PRIVATE: Final = {"subj": "acquirer", "obj": "target", "by": "acquirer", "from": "seller"}
_LED: Final = {"subj": "investor", "in": "investee", "of": "investee", "for": "investee",
               "at": "investee", "by": "investor"}  # fmt: skip
_HIRED: Final = {"subj": "customer", "obj": "supplier", "by": "customer", "poss": "customer"}
_SHARED: Final = {"subj": "partner", "with": "partner"}
_LEADS: Final = frozenset("lead leads led leading co-led co-lead anchor anchored".split())
HIRES: Final = frozenset(
    """hire hires hired commission commissioned commissions appoint appointed appoints choose chose
    chosen chooses pick picked picks select selected selects tap tapped taps contracted name
    named names""".split()
)
WORK: Final = frozenset(
    """build make supply deliver provide produce manufacture supplier develop design run operate
    install print maintain construct contractor construction installation delivery
    supply""".split()
)
_TAKE: Final = frozenset("take takes took taking taken".split())
_AGREES: Final = frozenset("agree agrees agreed plan plan planned".split())
_FOUNDS: Final = frozenset("build develop create open launch found establish".split())
_SWITCHES: Final = frozenset("switch switches switched switching".split())
_APPROACHES: Final = frozenset("approach approached approaches approaching".split())
_MONEYS: Final = frozenset("investment investing stake funding loan financing capital".split())
_CHARGES: Final = frozenset("charge charges charged charging".split())
_EQUIPS: Final = frozenset(
    "equip equips equipped equipping fit fits fitted fitting power powers".split()
)
_PAYS: Final = frozenset("pay pays paid paying".split())
_INCLUDES: Final = frozenset("include includes included".split())
_WINS_WHOM: Final = WINS | frozenset(
    "gain gains gained sign signs signed add adds added gaining losing signing".split()
)
_DROPS: Final = frozenset("drop drops dropped replace replaces replaced dumped name named".split())
_COUNTS: Final = frozenset("count counts counted counting lists list listed".split())
_CUSTOMERS: Final = frozenset("customer customers client clients tenant tenants".split())
_SUPPLIERS: Final = frozenset("supplier suppliers contractor contractors".split())
_TAKEN: Final = frozenset("share customers business jobs staff lead crown managers".split())
_AWARDS: Final = frozenset("award awards awarded entrusted".split())
_WORKS: Final = frozenset("construction operation management building work works".split())
_BIDS: Final = frozenset("offer bid proposal".split())
_BIDDERS: Final = frozenset("bidder buyer suitor bidders buyers suitors".split())
_ANOTHER: Final = frozenset(
    "another other second third fourth further rival potential possible".split()
)
_STOCKS: Final = frozenset("sell sells sold stock stocks stocked carry carries".split())
_SHOPS: Final = frozenset(
    "shops stores supermarkets outlets pharmacies branches showrooms catalogue".split()
)
_SPENDS: Final = frozenset("spend spends spent".split())
_OUTPUT: Final = frozenset(("output", "production"))
_TURNS: Final = frozenset("turned turns turn".split())
LOOSE: Final = frozenset(
    {*MONEY_INTO, *_LEADS, *HIRES, *_TAKE, *MAKES_FOR, *_PAYS, *_INCLUDES, *PARTNERS, *_CHARGES,
     *_EQUIPS, *_WINS_WHOM, *_DROPS, *_COUNTS, *_BIDDERS, *_STOCKS, *_AWARDS, "available", "laid",
     "shelled", "came",
     *_OUTPUT, *GETS, *_AGREES, *_TURNS, *_SPENDS, "owner", "owned", "controlled", "come", "comes",
     *_APPROACHES, "race", "auction", "together", *_SWITCHES, "joint", "jointly"}
)  # fmt: skip
"""The words that `loose` asks about."""


def loose(document: Document, clause: Clause, i: int) -> Iterator[tuple[Call, int]]:
    """The first call that a word makes with what follows it."""
    low = document.tokens.low
    behind = low[i + 1 : min(i + 12, clause.end)]
    found = (
        [*_takes(document, clause, i, behind)]
        or [*_funds(document.tokens.low, i, behind)]
        or [*_sides(low[i], behind)]
        or [*_supplies(document, clause, i, behind)]
        or [*_shares(low[i], behind)]
    )
    yield from ((call, i) for call in found)


def _takes(document: Document, clause: Clause, i: int, behind: list[str]) -> Iterator[Call]:
    """Acquisitions: `takes X private`, `the race for X`, `owned by X`."""
    low = document.tokens.low
    word = low[i]
    before = low[clause.begin : i]
    if word in _TAKE and ("private" in behind[:5] or _takes_over(clause, low, i)):
        yield Call("acquisition", _PRIVATE, True, word)
    elif word in _TAKE and "control" in behind[:3]:
        yield Call("acquisition", {"subj": "acquirer", "of": "target"}, True, word)
    elif behind[:1] == ["for"] and (
        (word == "race" and _RACES.intersection(before))
        or (word == "auction" and WINS.intersection(before))
    ):
        yield Call("acquisition", {"subj": "acquirer", "for": "target"}, False, word)
    elif word in _SPENDS and "on" in behind:
        yield Call("acquisition", {"subj": "acquirer", "on": "target"}, True, word)
    elif word.startswith("approach") and "with" in behind and _BIDS.intersection(behind):
        roles = {"subj": "acquirer", "obj": "target", "poss": "target", "by": "acquirer"}
        yield Call("acquisition", roles, True, word)
    elif word in ("owned", "controlled") and behind[:1] == ["by"] and _owned(document, clause, i):
        yield Call("acquisition", {"subj": "target", "by": "acquirer"}, False, word)
    elif word == "owner" and {"new", "become", "became", "becomes"} & set(low[i - 4 : i]):
        yield Call("acquisition", {"subj": "acquirer", "of": "target"}, False, word)
    elif word in _BIDDERS and _ANOTHER.intersection(low[max(clause.begin, i - 3) : i]):
        yield Call("acquisition", {"subj": "acquirer", "obj": "acquirer"}, False, "bid")
    elif word in _PAYS or (word in ("laid", "shelled", "spent") and clause.hinge == "for"):
        yield from _paid(document, clause, i)


def _funds(low: list[str], i: int, behind: list[str]) -> Iterator[Call]:
    """Investments: `pumps money into X`, `led the round`, `received $3m from X`."""
    word = low[i]
    before = low[max(0, i - 6) : i]
    if (
        word in ("come", "comes", "came")
        and behind[:1] == ["from"]
        and any(w in SYMBOLS or w in ("loan", "money", "funding") for w in before)
    ):
        yield Call("investment", {"from": "investor"}, False, "loan")
    elif word in MONEY_INTO and "into" in behind:
        yield Call("investment", _INTO, True, word)
    elif word in _LEADS and "round" in behind:
        yield Call("investment", _LED, True, word)
    elif word in _TAKE and behind[:2] == ["part", "in"] and "round" in behind:
        yield Call("investment", _INTO | {"poss": "investee"}, True, word)
    elif (
        word in _TAKE
        and {"majority", "controlling"} & set(behind[:3])
        and {"of", "in"} & set(behind[:6])
    ):
        roles = {"subj": "acquirer", "in": "target", "of": "target", "from": "seller"}
        yield Call("acquisition", roles, True, "take")
    elif word in _TAKE and SHARES.intersection(behind[:4]) and {"of", "in"} & set(behind[:7]):
        yield Call("investment", STAKE, True, "stake")
    elif word in _INCLUDES and _INVESTORS.intersection(low[i - 3 : i]):
        yield Call("investment", {"obj": "investor"}, True, "investors")
    elif word in GETS and word not in VERBS and "from" in behind[:8]:
        matter = behind[: behind.index("from")]
        if any(w in SYMBOLS or w in SCALES or w in _FUNDS for w in matter):
            yield Call("investment", _FUNDED, True, word)
    elif (
        word in _TURNS
        and behind[:1] == ["to"]
        and "for" in behind
        and any(w in SYMBOLS or w in SCALES for w in low[i + 1 : i + 16])
    ):
        yield Call("investment", {"subj": "investee", "to": "investor"}, True, word)


def _sides(word: str, behind: list[str]) -> Iterator[Call]:
    """Customers and suppliers by that name: `won X as a customer`, `counts X among its`."""
    if word in _WINS_WHOM and _as(behind, _CUSTOMERS):
        yield Call("supply", {"subj": "supplier", "obj": "customer"}, True, word)
    elif word in _DROPS and _as(behind, _SUPPLIERS):
        roles = {"subj": "customer", "obj": "" if "with" in behind else "supplier"}
        yield Call("supply", roles | {"with": "supplier"}, True, word)
    elif word in _COUNTS and "among" in behind:
        side = behind[behind.index("among") :]
        if _CUSTOMERS.intersection(side):
            yield Call("supply", {"subj": "supplier", "obj": "customer"}, True, word)
        elif _SUPPLIERS.intersection(side):
            yield Call("supply", {"subj": "customer", "obj": "supplier"}, True, word)
        elif _INVESTORS.intersection(side):
            yield Call("investment", {"subj": "investee", "obj": "investor"}, True, word)


def _supplies(document: Document, clause: Clause, i: int, behind: list[str]) -> Iterator[Call]:
    """Deliveries: `hires X to build`, `made by X`, `charges X $3m`, `gets steel from X`."""
    low = document.tokens.low
    word = low[i]
    if word in HIRES and WORK.intersection(behind) and {"to", "as", "for"}.intersection(behind):
        yield Call("supply", _HIRED, True, word)
    elif (word in _AWARDS and _WORKS.intersection(behind) and "to" in behind) or (
        word in _SWITCHES and "to" in behind[:8] and "customers" not in low[max(0, i - 5) : i]
    ):
        yield Call("supply", {"subj": "customer", "to": "supplier"}, True, word)
    elif word in ("come", "comes", "came") and behind[:1] == ["from"]:
        yield Call("supply", {"from": "supplier"}, False, "went")
    elif word == "built" and behind[:1] == ["into"]:
        roles = {"poss": "supplier", "by": "supplier", "into": "customer"}
        yield Call("supply", roles, True, word)
    elif word in MAKES_FOR:
        made = low[i - 1] in BE and not word.endswith("ing")
        if not SHARES.intersection(behind[:3]):
            yield Call("supply", _MADE, True, "made-by" if made else word)
    elif word in _CHARGES and behind and _charged(document, clause, i):
        yield Call("supply", {"subj": "supplier", "obj": "customer"}, True, word)
    elif word in ("sold", "available") and _SHOPS.intersection(behind) and "of" in behind:
        yield Call("supply", {"of": "customer"}, False, "sold-in")
    elif (
        word in _STOCKS
        and _SHOPS.intersection(behind)
        and "in" in behind
        and any(
            s.named and i < s.begin < i + _DIRECTLY and is_owner(document, s)
            for s in clause.standing
        )
    ):
        yield Call("supply", {"subj": "customer", "poss": "supplier"}, True, word)
    elif word in _EQUIPS and "from" in behind and {"with", "by", "from"} & set(behind):
        roles = {"subj": "customer", "from": "supplier", "obj": "customer", "poss": "customer"}
        yield Call("supply", roles, True, word)
    elif word == "stocked" and behind[:1] == ["by"]:
        yield Call("supply", {"obj": "supplier", "by": "customer"}, True, word)
    elif word in _OUTPUT and TAKES.intersection(low[max(clause.begin, i - 4) : i]):
        roles = {"subj": "customer", "of": "supplier", "poss": "supplier", "from": "supplier"}
        yield Call("supply", roles, False, word)
    elif word in PARTNERS and clause.begin < i < clause.end - 1:
        yield from _partner(document, clause, i)
    elif (
        word in GETS
        and word not in VERBS
        and "from" in behind[:8]
        and _TAKEN.isdisjoint(behind[: behind.index("from")])
    ):
        yield Call("supply", _GOODS, True, word)


def _shares(word: str, behind: list[str]) -> Iterator[Call]:
    """What is done together, and who is approached about what."""
    if word == "joint" and behind and behind[0] not in _ALONE:
        yield Call("partnership", _SHARED, False, word)
    elif word.startswith("approach") and "about" in behind:
        kind, places = _approached(behind)
        yield Call(kind, places, True, word)
    elif word == "together" and behind[:1] == ["with"]:
        yield Call("partnership", _SHARED, False, word)
    elif (word in _AGREES and _FOUNDS.intersection(behind[:7]) and "to" in behind) or (
        word == "jointly"
    ):
        yield Call("partnership", _SHARED, True, word)


def _takes_over(clause: Clause, low: list[str], i: int) -> bool:
    """`had taken Hartwell over`: the company stands between."""
    return any(s.begin == i + 1 and low[s.end : s.end + 1] == ["over"] for s in clause.standing)


def _as(behind: list[str], nouns: frozenset[str]) -> bool:
    """Whether `as a customer` follows."""
    at = next((k for k, word in enumerate(behind) if word == "as"), -1)
    return at >= 0 and not nouns.isdisjoint(behind[at : at + 4])


def _charged(document: Document, clause: Clause, i: int) -> bool:
    """`pays X £3m a year for`, `charges X £3m`: a company is the object, a sum behind it."""
    low = document.tokens.low
    who = next((s for s in clause.standing if 0 < s.begin - i <= _DIRECTLY), None)
    if who is not None and not PREPOSITIONS.isdisjoint(low[i + 1 : who.begin]):
        return False
    if who is None or not who.named or is_owner(document, who):
        return False
    behind = set(low[who.end : min(who.end + 8, clause.end)])
    return bool(behind & (set(SYMBOLS) | set(SCALES))) and behind.isdisjoint(_FINES)


_FINES: Final = frozenset("damages fine fines compensation fee fees settlement dividend".split())
_FUNDS: Final = frozenset("capital funding cash backing money".split())
_INVESTORS: Final = frozenset("investors backers participants".split())
_RACES: Final = frozenset(
    "remain remains left remaining pulled quit out entered joined won lost ahead dropped".split()
)
_ALONE: Final = frozenset(
    """statement letter venture ventures chief press bid bids offer news report account head
    owner owners ceo call declaration administrators""".split()
)


def _paid(document: Document, clause: Clause, i: int) -> Iterator[Call]:
    """`pay $90 million for X`, `for a tenth of X`, `for X’s toy business`."""
    low, words = document.tokens.low, document.tokens.words
    if clause.hinge == "for" and any(low[k] in SYMBOLS or low[k] in SCALES
                                     for k in range(i, min(i + 8, clause.end))):  # fmt: skip
        stake = bool(SHARES.intersection(low[max(0, clause.begin - 10) : clause.begin]))
        roles = {"subj": "investor", "for": "investee"} if stake else {
            "subj": "acquirer", "for": "target"}  # fmt: skip
        yield Call("investment" if stake else "acquisition", roles, True, "pay")
        return
    if _charged(document, clause, i) and {"for", "year"} & set(low[i + 2 : clause.end]):
        yield Call("supply", {"subj": "customer", "obj": "supplier"}, True, "pay")
        return
    direct = next((s for s in clause.standing if i + 1 < s.begin <= i + _DIRECTLY), None)
    if (
        low[i + 1 : i + 2] == ["for"]
        and direct is not None
        and direct.named
        and not (is_owner(document, direct))
    ):
        yield Call("acquisition", {"subj": "acquirer", "for": "target"}, True, "pay")
        return
    price = next((k for k in range(i + 1, min(i + 10, clause.end)) if low[k] == "for"), -1)
    if price < 0 or not any(low[k] in SCALES or low[k] in SYMBOLS for k in range(i, price)):
        return
    bought = next((s for s in clause.standing if price < s.begin < price + 7), None)
    if bought is None and SHARES & set(low[price : price + _SHARE]):
        yield Call("investment", {"subj": "investor"}, True, "stake")
    if bought is None or not bought.named:
        return
    owned = words[bought.end - 1].endswith(("’s", "'s"))
    between, behind = set(low[price : bought.begin]), set(low[bought.end : bought.end + 4])
    if SHARES & between or SHARES & behind or "tenth" in between:
        places = {"subj": "investor", "of": "investee", "in": "investee", "for": "investee"}
        yield Call("investment", places, True, "pay")
    elif owned and BUSINESS & behind:
        yield Call("acquisition", {"subj": "acquirer", "for": "seller"}, True, "pay")
    elif not owned and bought.begin - price <= _DIRECTLY:
        yield Call("acquisition", {"subj": "acquirer", "for": "target"}, True, "pay")


_DIRECTLY: Final = 4
_SHARE: Final = 7


def _owned(document: Document, clause: Clause, i: int) -> bool:
    """Whether it is a company that is `owned by` another, not a thing of its."""
    low = document.tokens.low
    end = i - 1 if low[i - 1] == "," else i
    beside = any(s.named and s.end == end for s in clause.standing)
    return beside or low[i - 1] in BE or low[i - 2] in BE


def _approached(behind: list[str]) -> tuple[str, Places]:
    """`approached the fund X about a stake`: what it is about tells what X would be."""
    matter = set(behind[behind.index("about") :])
    if matter & _MONEYS:
        return "investment", {"subj": "investee", "obj": "investor", "by": "investee"}
    kind = "merger" if "merger" in matter else "negotiation"
    return kind, {"subj": "partner", "obj": "partner", "by": "partner"}


def _partner(document: Document, clause: Clause, i: int) -> Iterator[Call]:
    """`its lessor X`, `X is a customer of Y`: what a company is to the other."""
    low = document.tokens.low
    role = PARTNERS[low[i]]
    other = "customer" if role == "supplier" else "supplier"
    near, after = low[max(clause.begin, i - 3) : i], "".join(low[i + 1 : i + 2])
    comma = after == ","
    named = any(s.named and i < s.begin <= i + (5 if comma else 1) for s in clause.standing)
    copula = after in BE and any(s.named and i + 1 < s.begin < i + 5 for s in clause.standing)
    if (named or copula) and ("its" in near or any(w.endswith(("’s", "'s")) for w in near)):
        yield Call("supply", {"obj": role, "poss": other, "subj": other}, False, low[i])
    elif after in ("of", "to") and not copula and low[i - 1] not in ("rival", "other"):
        yield Call("supply", {"subj": role, "of": other, "to": other}, False, low[i])
