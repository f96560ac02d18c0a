"""English words that the rules need: verbs of saying, scales, currencies, words of dealing."""

from onrecord.extract.tokens import Language

ENGLISH = Language(
    abbreviations=frozenset(
        """mr mrs ms dr prof inc corp ltd co jr sr st vs etc e.g i.e u.s u.k jan feb mar apr jun jul
        aug sept sep oct nov dec no gov sen rep gen""".split()
    ),
    ordinal_before=frozenset(),
    ordinal_after=frozenset(),
)
SAYING = frozenset(
    """said says say told tells added adds announced announces argued argues believes believed
    claimed claims confirmed confirms declared denied denies estimated estimates explained
    explains expected expects insisted insists noted notes predicted predicts promised
    reported reports replied stated states stressed suggested suggests warned warns wrote
    writes acknowledged admitted admits complained hinted hopes hoped joked maintained
    pledged quipped recalled remarked signaled signalled tweeted vowed""".split()
)
DIRECT_ONLY = frozenset("told tells joked quipped replied wrote writes tweeted recalled".split())
PRONOUNS = frozenset("he she it they we i".split())
MODALS = frozenset(
    """is are was were be been has have had will would can could may might must should does did do
    plans planned expects wants wanted needs remains remained""".split()
)
FUNCTION = frozenset(
    """the a an of in on at to for from with by and or but as that this these those its their
    his her our not no into over under after before since until while when if than then so
    it he she they we i you who which what there here also still just more most less least
    up about around on monday tuesday wednesday thursday friday saturday sunday""".split()
)
ABOUT = frozenset("about around roughly nearly almost approximately some circa".split())
UPPER = (("up", "to"), ("as", "much", "as"), ("less", "than"), ("no", "more", "than"),
         ("at", "most"), ("under",), ("a", "maximum", "of"), ("below",))  # fmt: skip
LOWER = (("at", "least"), ("more", "than"), ("over",), ("no", "less", "than"), ("upwards", "of"),
         ("above",), ("well", "over"))  # fmt: skip
SCALES = {"thousand": 3, "k": 3, "million": 6, "mn": 6, "m": 6, "billion": 9, "bn": 9, "b": 9,
          "trillion": 12, "tn": 12}  # fmt: skip
SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW"}
CURRENCIES = {"dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pounds": "GBP",
              "yen": "JPY", "yuan": "CNY", "francs": "CHF", "rupees": "INR", "usd": "USD",
              "eur": "EUR", "gbp": "GBP", "won": "KRW", "kronor": "SEK", "crowns": ""}  # fmt: skip
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10, "twenty": 20, "fifty": 50, "hundred": 100}  # fmt: skip
VAGUE = frozenset("several many hundreds tens billions millions dozens".split())
TITLES = (
    "ceo", "cfo", "coo", "cto", "chief", "executive", "chairman", "chairwoman", "chair",
    "president",
    "founder", "co-founder", "analyst", "spokesman", "spokeswoman", "spokesperson", "minister",
    "director", "manager", "head", "boss", "professor", "economist", "officer", "partner",
    "strategist", "secretary", "commissioner", "owner", "lawyer", "investor",
)  # fmt: skip
COMPANY_KINDS = (
    "maker", "company", "group", "giant", "startup", "start-up", "firm", "bank", "carmaker",
    "chipmaker", "drugmaker", "retailer", "rival", "supplier", "operator", "developer", "insurer",
    "brewer", "airline", "fund", "builder", "lender", "provider", "manufacturer", "producer",
    "competitor", "unit", "subsidiary", "publisher", "utility", "broker", "conglomerate",
)  # fmt: skip
MEDIUM_KINDS = ("newspaper", "magazine", "agency", "broadcaster", "website", "daily", "weekly")
MEDIUM_ENDS = (
    "Times", "Post", "Journal", "Herald", "Gazette", "Tribune", "News", "Chronicle", "Telegraph",
    "Observer", "Courier", "Standard", "Star", "Mirror", "Dispatch", "Echo", "Guardian", "Wire",
    "Ledger", "Register", "Examiner", "Review", "Bulletin", "Monitor", "Inquirer", "Sentinel",
    "Independent", "Insider", "Globe",
)  # fmt: skip
NATIONAL = frozenset(
    """american british german french italian spanish portuguese dutch belgian danish swedish
    norwegian finnish polish czech austrian swiss irish scottish welsh english greek turkish russian
    ukrainian estonian latvian lithuanian japanese chinese korean indian israeli canadian mexican
    brazilian australian european asian african""".split()
)
"""Written large, yet no part of a name: `Danish investor Skagen Capital`."""
DUTIES = frozenset("financial operating technology information marketing legal product".split())
"""Between `Chief` and `Officer`."""
REPORTING = frozenset(
    """denied denies rejected rejects confirmed confirms criticized criticised welcomed condemned
    dismissed praised""".split()
)
"""Verbs that render speech with an object alone: `rejected the claim`."""
CALLING = frozenset("described describes called calls dubbed".split())
PARTICIPLES = frozenset("saying claiming adding arguing warning noting".split())


def _places(roles: str) -> dict[str, str]:
    return dict(entry.split(":") for entry in roles.split())


ALL = dict.fromkeys("subj obj with and between by of to from".split(), "partner")
DEALS: tuple[tuple[str, tuple[str, ...], dict[str, str]], ...] = (
    ("merger", ("merge", "merger", "merging"), ALL),
    (
        "acquisition",
        ("sell", "sells", "sold", "selling", "sale", "divest"),
        _places("subj:seller obj:target of:target to:acquirer by:seller"),
    ),
    (
        "investment",
        ("raise", "raised", "raises", "raising", "funding"),
        _places("subj:investee by:investor from:investor of:investee"),
    ),
    (
        "investment",
        ("loan", "loans", "credit", "borrow"),
        _places("subj:investee from:investor by:investor to:investee"),
    ),
    (
        "acquisition",
        ("acquir", "buy", "buys", "bought", "buying", "takeover", "acquisition", "purchase", "bid",
         "offered"),
        _places("subj:acquirer obj:target of:target for:target by:acquirer from:seller"),
    ),
    (
        "investment",
        ("invest", "invests", "invested", "investing", "stake"),
        _places("subj:investor in:investee by:investor of:investee"),
    ),
    (
        "supply",
        ("order", "ordered", "orders", "ordering"),
        _places("subj:customer from:supplier by:customer with:supplier"),
    ),
    (
        "supply",
        ("supply", "supplies", "supplied", "supplying", "deliver", "delivers", "delivered"),
        _places("subj:supplier obj:customer to:customer for:customer by:supplier"),
    ),
    (
        "partnership",
        ("partner", "partners", "partnered", "partnership", "alliance", "cooperat", "collaborat",
         "venture", "team", "teamed", "licens"),
        ALL,
    ),
    ("negotiation", ("talks", "negotiat"), ALL),
)  # fmt: skip
"""Kind, words or beginnings of four letters and more, and the role that each place gives."""
PLANNED = frozenset(
    "will would plans plan planned wants may could might considering considers offered offer "
    "offers weighing intends bid exploring".split()
)
FAILED = frozenset("collapsed failed abandoned scrapped dropped".split())
HOLD = frozenset("paused suspended postponed hold".split())
DENIED = frozenset("denied denies rejected dismissed".split())
