"""Words of dealing in English: which kind of deal each calls, and the role that each place gives.

Places are `subj` and `obj` of a verb, `poss` (whose `takeover`), and the preposition of a phrase.
"""

from dataclasses import dataclass
from typing import Final

from onrecord.extract.english.verbs import finite_forms, ing_forms

Places = dict[str, str]


@dataclass(frozen=True, slots=True)
class Call:
    """What a word calls: a kind of deal with the role of each place."""

    kind: str
    places: Places
    verb: bool
    base: str = ""


def _places(roles: str) -> Places:
    return dict(entry.split(":") for entry in roles.split())


_ALL: Final = dict.fromkeys(
    "subj obj with and between by of to from poss among alongside into including".split(), "partner"
)
_BUYS: Final = _places("subj:acquirer obj:target from:seller by:acquirer poss:seller of:")
_SELLS: Final = _places("subj:seller obj:target to:acquirer by:seller poss:seller")
_TAKEOVER: Final = _places("subj:acquirer poss:acquirer of:target for:target by:acquirer "
                           "from:seller on:target")  # fmt: skip
_SALE: Final = _places("subj:seller poss:seller of:target to:acquirer by:seller")
_INVESTS: Final = _places(
    "subj:investor poss:investor in:investee into:investee by:investor alongside:investor"
)
_RAISES: Final = _places("subj:investee from:investor by:investor including:investor with:investor")
_LENDS: Final = _places("subj:investor obj:investee to:investee by:investor")
_LOAN: Final = _places("subj:investee poss:investee from:investor by:investor with:investor "
                       "to:investee at:investor")  # fmt: skip
_STAKE: Final = _places("subj:investor in:investee of:investee by:investor from:seller "
                        "to:investor")  # fmt: skip
_SUPPLIES: Final = _places(
    "subj:supplier obj:customer to:customer for:customer by:supplier with:customer"
)
_ORDERS: Final = _places("subj:customer from:supplier at:supplier with:supplier by:customer")
_RENTS_OUT: Final = _places("subj:supplier to:customer obj:customer by:supplier")
_SOURCES: Final = _places("subj:customer from:supplier by:supplier")
_CONTRACT: Final = _places("subj:supplier from:customer with:customer by:customer for:customer")

_VERBS: Final[tuple[tuple[str, Places, str], ...]] = (
    ("acquisition", _BUYS, "acquire buy/bought purchase swallow absorb circle court pursue stalk"),
    ("acquisition", _SELLS, "sell/sold divest offload resell/resold"),
    ("acquisition", _places("subj:seller of:target to:acquirer by:seller"), "dispose"),
    ("acquisition", _BUYS, "rescue"),
    ("merger", _places("subj:partner with:partner"), "combine"),
    ("acquisition", _places("subj:acquirer for:target"), "bid/bid offer outbid/outbid"),
    ("merger", _ALL, "merge amalgamate"),
    ("investment", _INVESTS, "invest reinvest co-invest"),
    ("investment", _RAISES, "raise collect seek/sought"),
    ("investment", _places("subj:investee to:investor"), "issue"),
    ("investment", _LENDS, "lend/lent"),
    ("investment", _places("subj:investor obj:investee by:investor"), "bankroll refinance back"),
    ("investment", _places("subj:investee from:investor"), "borrow"),
    ("supply", _ORDERS, "order reorder"),
    ("supply", _SUPPLIES, "supply deliver ship/shipped provide"),
    ("supply", _RENTS_OUT, "lease rent charter let/let"),
    ("supply", _SOURCES, "source"),
    ("supply", _places("subj:supplier obj:customer poss:customer by:supplier"), "equip/equipped"),
    ("supply", _places("subj:customer to:supplier by:customer"), "outsource"),
    ("partnership", _ALL, "partner collaborate cooperate co-operate co-develop ally "
                             "license licence distribute"),
    ("negotiation", _ALL, "negotiate haggle"),
)  # fmt: skip
_NOUNS: Final[tuple[tuple[str, Places, str], ...]] = (
    ("acquisition", _TAKEOVER, "takeover takeovers swoop pounce bidding courtship "
                               "advances overtures overture offers approaches "
                               "proposals "
                               "acquisition purchase buyout "
                               "rescue counterbid buy-out bid bids offer approach pursuit bidder "
                               "suitor acquirer proposal"),
    ("acquisition", _SALE, "sale divestment disposal divestiture"),
    ("merger", _ALL, "merger tie-up amalgamation combination"),
    ("investment", _LOAN, "grant loan loans credit overdraft mortgage refinancing facility"),
    ("investment", _RAISES | {"poss": "investee", "for": "investee", "of": "investee"},
     "funding financing round"),
    ("investment", _INVESTS, "investment injection"),
    ("investment", _STAKE, "stake holding stakes percent per-cent shares"),
    ("supply", _ORDERS, "order orders"),
    ("supply", _CONTRACT, "contract contracts"),
    ("supply", _places("subj:customer with:supplier from:supplier"), "lease tenancy charter"),
    ("supply", _places("subj:supplier poss:supplier to:customer from:supplier by:supplier"),
     "deliveries shipments"),
    ("partnership", _ALL, "partnership alliance cooperation co-operation collaboration venture "
                          "licence license licensing project"),
    ("negotiation", _ALL, "talks negotiations discussions"),
)  # fmt: skip
VERBS: Final[dict[str, Call]] = {
    form: Call(kind, places, True, base)
    for kind, places, verbs in _VERBS
    for form, base in (finite_forms(verbs.split()) | ing_forms(verbs.split())).items()
}
NOUNS: Final[dict[str, Call]] = {
    noun: Call(kind, places, False, noun)
    for kind, places, nouns in _NOUNS
    for noun in nouns.split()
}
NOUNS_FIRST: Final = frozenset(
    """order orders purchase lease charter charters offer offers bid bids shares ship ships
    raise""".split()
)
"""Words that are both: a noun behind an article, a verb behind a subject."""
MONEY_INTO: Final = frozenset(
    """
    put puts putting pump pumps pumped pumping pour pours poured pouring inject injects injected
    injecting plough ploughed sink sank plow plowed sunk channel channelled funnel funnelled
    """.split()
)
"""Verbs that call an investment where `into` follows."""
GETS: Final = frozenset(
    """
    get gets got getting receive receives received use uses using used buy buys bought buying
    obtain obtains obtained source sources sourced take takes took purchase purchases purchased
    procure procures procured import imports imported
    """.split()
)
"""Verbs that call a delivery where goods are the object, `from` a company."""
MAKES_FOR: Final = frozenset(
    """
    cooking maintaining carrying hauling hosting cleaning guarding transporting processing
    translating handling making assembling developing designing printing baking brewing
    cook cooks cooked maintain maintains maintained carry carries carried haul hauls hauled
    host hosts hosted clean cleans cleaned guard guards guarded transport transports transported
    process processes processed translate translates translated
    operate operates operated operating run runs running handle handles handled
    produce produces produced producing manufacture
    manufactures manufactured make makes made build builds built building assemble assembles
    assembled develop develops developed design designs designed weld welded bottle bottled
    pack packed knit knitted sew sewn bake baked brew brewed roast roasted cast forged
    print prints printed
    """.split()
)
"""Verbs that call a delivery where `for` a company follows, or `by` one in the passive."""
WINS: Final = frozenset(
    """
    beat beats lose loses lost win wins won winning land lands landed secure secures secured bag
    bags bagged net nets netted snag snagged
    receive receives received get gets got book books booked clinch clinched
    """.split()
)
"""Who wins an order is the supplier."""
GRANTS: Final = frozenset(
    """
    grant grants granted grant provide provides provided extend extends extended give gives gave
    award awards awarded offer offers offered approve approved lend lends refuse refuses refused
    promise promises promised deny denied providing granting extending giving
    """.split()
)
"""Who grants a loan is the investor; who gets it stands as the object."""
_BUSINESS: Final = frozenset(
    """
    business businesses unit units arm division divisions plant plants factory factories site sites
    portfolio brand brands subsidiary subsidiaries stores operations assets building buildings
    headquarters hotel hotels mine mines operation chain activities network department branch
    branches project park parks depot depots warehouse yard patents rights farm farms label
    subsidiary studio terminal terminals refinery mill pipeline pipelines interests company firm
    part half fleet land title titles newspaper magazine channel station stations clinics clinic
    shops shop pubs restaurants vineyard house property estate foundry smelter brewery distillery
    bakery winery dairy shipyard laboratory laboratories clinic hospital hospitals outlet outlets
    restaurant mast masts cinema cinemas quarry plantation dock docks nursery school schools tower
    towers resort resorts
    complex centre center café cafés cafe cafes freehold bar bars branches
    """.split()
)
"""What is bought or sold and is a business, if not a company by name."""
BUSINESS: Final = frozenset(
    form
    for word in _BUSINESS
    for form in (word, f"{word}s", f"{word[:-1]}ies" if word.endswith("y") else word)
)
SHARES: Final = frozenset(
    """
    stake share shares holding percent % per cent interest third quarter half fifth sixth eighth
    tenth two-thirds majority minority
    """.split()
)
TOPICS: Final[dict[str, tuple[str, Places]]] = {
    **dict.fromkeys("merger merge merging tie-up".split(), ("merger", _ALL)),
    **dict.fromkeys(
        "takeover acquisition acquire buy buying acquiring purchase bid".split(),
        ("acquisition", _places("subj:acquirer poss:acquirer with:target obj:target of:target")),
    ),
    **dict.fromkeys("sale sell selling".split(),
                    ("acquisition", _places("subj:seller poss:seller with:acquirer to:acquirer "
                                            "of:target obj:target"))),
}  # fmt: skip
"""What talks are about tells the kind of the deal that is talked about."""

DENIED: Final = frozenset(
    "denied denies deny denying rejects dismissed dismisses dismissing".split()
)
FAILED: Final = frozenset(
    """
    collapsed collapses failed fails abandoned abandon abandons scrapped scraps scrap dropped drops
    ended ends cancelled canceled cancels withdrew withdrawn withdraws rejected terminated
    terminates broke broken ditched axed shelved unravelled blocked refused refusing refuses away
    aborted fell nowhere foundered declined lapsed pulled quit spurned rebuffed turned derailed
    fallen unsuccessful vetoed called call dead table backed backs dropping
    pulling withdrawing abandoning nothing stopped prevented barred
    """.split()
)
"""Words that tell that a deal came to nothing, beside it."""
FAILING: Final[dict[str, tuple[str, ...]]] = {
    "called": ("off", "time"), "call": ("off",), "broke": ("off", "down"),
    "broken": ("off", "down"),
    "fell": ("through", "apart"), "fallen": ("through", "apart"), "turned": ("down", "offer"),
    "pulled": ("out", "plug"),
    "away": ("walked", "walk"), "declined": ("offer", "bid"), "said": ("no",), "table": ("off",),
    "dead": ("is", "was", "deal", "declared", "from"),
    "ended": (), "ends": (), "backed": ("out", "away"), "backs": ("out", "away"),
    "dropping": ("out",), "pulling": ("out",), "nothing": ("came", "comes", "come"),
    "nowhere": ("led", "went", "going", "lead"),
    "stopped": ("from",), "prevented": ("from",), "barred": ("from",),
}  # fmt: skip
"""Of these a second word must stand near, if any is named."""
HOLD: Final = frozenset("paused suspended postponed frozen delayed stalled".split())
PLANNED: Final = frozenset(
    """
    will would plans plan planned planning wants want wanted may might could should thinking
    considering considers
    consider offered offer offers weighing intends intend bid exploring explores preparing prepares
    seeks seek seeking hopes proposed proposes aims trying poised interested eyeing possible
    potential proposal bids approach ready willing prepared close mulling evaluating studying
    expects expected expect ask asked to bidding bidder bidders suitor suitors
    """.split()
)
AGREED: Final = frozenset(
    """
    signed agreed sealed completed closed clinched secured won finalised finalized inked struck
    granted landed formed concluded announced cleared approved valued
    """.split()
)
"""Words that tell that a deal is done, whatever is still to come of it."""
PARTNERS: Final[dict[str, str]] = {
    "supplier": "supplier", "lessor": "supplier", "caterer": "supplier",
    "landlord": "supplier", "customer": "customer",
    "client": "customer", "tenant": "customer", "distributor": "customer",
    "suppliers": "supplier", "customers": "customer",
}  # fmt: skip
"""`its supplier X`: what X is to the company."""
OPEN: Final = frozenset(
    """
    bid bids takeover offer stake stakes loan loans credit order orders lend put take takes
    took taken contract made-by the-goods investors went become participate finance hold
    sold-in supplied-by lead-round underwrite facility
    """.split()
)
"""Words of dealing whose other side may be told in another sentence."""
ROLES: Final[dict[str, tuple[str, str]]] = {
    "bidder": ("acquisition", "acquirer"), "suitor": ("acquisition", "acquirer"),
    "seller": ("acquisition", "seller"), "buyer": ("acquisition", "acquirer"),
    "purchaser": ("acquisition", "acquirer"), "acquirer": ("acquisition", "acquirer"),
    "landlord": ("supply", "supplier"), "lessor": ("supply", "supplier"),
    "supplier": ("supply", "supplier"), "manufacturer": ("supply", "supplier"),
    "builder": ("supply", "supplier"), "customer": ("supply", "customer"),
    "tenant": ("supply", "customer"), "lender": ("investment", "investor"),
    "investor": ("investment", "investor"), "borrower": ("investment", "investee"),
}  # fmt: skip
"""`The seller is X`: the kind of the deal told before, and what X is in it."""
TAKES: Final = frozenset(
    """
    paid take takes took taken taking acquire acquires acquired acquiring buy buys bought buying
    disclosed disclose discloses revealed amassed accumulated
    purchase purchased sell sells sold selling build builds built raise raised raises increase
    increased increases giving gives gave give holding hold holds has return exchange for
    """.split()
)
"""Verbs by which a share of a company changes hands."""
