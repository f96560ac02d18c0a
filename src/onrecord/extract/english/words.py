"""English words that the rules need: function words, times, nations, scales, who can speak."""

from typing import Final

from onrecord.extract.segmentation import Language

ENGLISH = Language(
    abbreviations=frozenset(
        """mr mrs ms dr prof inc corp ltd co jr sr st vs etc e.g i.e u.s u.k jan feb mar apr jun jul
        aug sept sep oct nov dec no gov sen rep gen""".split()
    ),
    ordinal_before=frozenset(),
    ordinal_after=frozenset(),
)
PRONOUNS: Final = frozenset("he she it they we i you".split())
PERSONAL: Final = frozenset("he she they we i you".split())
DETERMINERS: Final = frozenset(
    """the a an this that these those its their his her our my your some any no each every another
    both all one two three four five six seven eight nine ten several many most other such half
    neither either what which whose""".split()
)
DAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS: Final = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)
PREPOSITIONS: Final = frozenset(
    """of in on at to for from with by about over under after before since until between against
    through during into among without within across behind near despite as than per via upon
    towards toward around amid outside inside alongside including""".split()
)
CONJUNCTIONS: Final = frozenset(
    "and or but while because although though if when where whereas since unless so as than".split()
)
RELATIVES: Final = frozenset("who which that whose whom where".split())
ADVERBS: Final = frozenset(
    """also later then since still now recently already previously today yesterday earlier
    reportedly not never both just only even once again soon separately meanwhile however instead
    too twice first long repeatedly privately publicly promptly therefore thus always often
    apparently allegedly last finally nevertheless nonetheless there here tomorrow tonight
    overnight ago yet quickly initially originally currently there""".split()
)
FUNCTION: Final = (
    DETERMINERS | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | RELATIVES | ADVERBS | DAYS | frozenset(
        """not more less least up out off down him them us me himself herself itself themselves
        how why whether is are was were be been has have had will would can could may might must
        do does did yes no please good morning today’s next early late nearly almost asked
        mr mrs ms dr sir lady lord dame gmt bst est cet et am pm very much few nobody everybody
        everyone nothing something someone somebody anyone everything it’s that’s there’s he’s
        she’s i’m i’ve we’re we’ve they’re let’s what’s who’s don’t didn’t isn’t
        former outgoing""".split()
    )
)  # fmt: skip
"""Written large at the beginning of a sentence, yet no part of a name."""

ABOUT = frozenset("about around roughly nearly almost approximately some circa".split())
UPPER = (("up", "to"), ("as", "much", "as"), ("less", "than"), ("no", "more", "than"),
         ("at", "most"), ("under",), ("a", "maximum", "of"), ("below",), ("not", "more", "than"),
         ("a", "maximum"), ("as", "high", "as"), ("fewer", "than"), ("just", "under"),
         ("well", "under"), ("well", "below"))  # fmt: skip
LOWER = (("at", "least"), ("more", "than"), ("over",), ("no", "less", "than"), ("upwards", "of"),
         ("above",), ("well", "over"), ("well", "above"), ("not", "less", "than"),
         ("a", "minimum", "of"), ("in", "excess", "of"), ("upward", "of"), ("just", "over"),
         ("well", "more", "than"), ("north", "of"), ("as", "little", "as"))  # fmt: skip
APPROXIMATE = (("close", "to"), ("in", "the", "region", "of"), ("a", "little", "over"),
               ("just", "about"), ("more", "or", "less"), ("something", "like"),
               ("an", "estimated"))  # fmt: skip
SCALES = {"thousand": 3, "k": 3, "million": 6, "mn": 6, "m": 6, "mln": 6, "billion": 9, "bn": 9,
          "b": 9, "bln": 9, "trillion": 12, "tn": 12, "trn": 12}  # fmt: skip
SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW"}
DOLLARS = {"us": "USD", "a": "AUD", "c": "CAD", "au": "AUD", "ca": "CAD", "nz": "NZD", "hk": "HKD",
           "s": "SGD"}  # fmt: skip
"""What may stand before `$`: `US$`, `A$`."""
CODES = {"chf": "CHF", "eur": "EUR", "usd": "USD", "gbp": "GBP", "jpy": "JPY", "sek": "SEK",
         "nok": "NOK", "dkk": "DKK", "cny": "CNY", "rmb": "CNY"}  # fmt: skip
"""Codes that stand before a number: `CHF 40 million`."""
CURRENCIES = {"dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pounds": "GBP",
              "pound": "GBP", "yen": "JPY", "yuan": "CNY", "francs": "CHF", "rupees": "INR",
              "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "won": "KRW",
              "kronor": "SEK", "cents": "USD", "cent": "USD", "pence": "GBP", "sterling": "GBP",
              "roubles": "RUB", "rubles": "RUB", "zlotys": "PLN", "zloty": "PLN", "rand": "ZAR",
              "shekels": "ILS", "lira": "TRY", "pesos": "MXN", "reais": "BRL",
              "dirhams": "AED", "riyals": "SAR", "crowns": "", "kroner": "",
              "krone": "", "kronas": "SEK", "krona": "SEK", "forints": "HUF", "forint": "HUF",
              "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "lei": "RON",
              "peso": "MXN"}  # fmt: skip
NATIVE = {("canadian", "USD"): "CAD", ("australian", "USD"): "AUD", ("singapore", "USD"): "SGD",
          ("hong kong", "USD"): "HKD", ("new zealand", "USD"): "NZD", ("swedish", ""): "SEK",
          ("norwegian", ""): "NOK", ("danish", ""): "DKK", ("czech", ""): "CZK",
          ("swiss", "CHF"): "CHF", ("norwegian", "SEK"): "NOK",
          ("danish", "SEK"): "DKK"}  # fmt: skip
"""The nation before a currency tells which one it is."""
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
           "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
           "ninety": 90, "hundred": 100}  # fmt: skip
VAGUE = frozenset("several many hundreds tens billions millions dozens thousands".split())

NATIONAL: Final = frozenset(
    """american british german french italian spanish portuguese dutch belgian danish swedish
    norwegian finnish polish czech austrian swiss irish scottish welsh english greek turkish russian
    ukrainian estonian latvian lithuanian japanese chinese korean indian israeli canadian mexican
    brazilian australian european asian african slovak slovenian croatian serbian hungarian
    romanian bulgarian icelandic luxembourgish maltese cypriot egyptian moroccan nigerian kenyan
    ethiopian saudi emirati qatari kuwaiti iranian iraqi pakistani bangladeshi thai vietnamese
    indonesian malaysian singaporean filipino taiwanese mongolian kazakh argentine argentinian
    chilean colombian peruvian venezuelan cuban colombian californian texan bavarian nordic
    scandinavian baltic gulf western eastern northern southern german-based parisian londoner
    flemish catalan sicilian transatlantic anglo-american anglo-dutch franco-german americans
    germans britons russians italians norwegians danes swedes finns poles dutch swiss french
    europeans canadians australians koreans indians brazilians mexicans greeks turks asians
    africans chinese japanese belgians austrians spaniards portuguese irish us u.s u.s. uk
    u.k u.k. eu""".split()
)
"""Written large, yet no part of a name: `Danish investor Skagen Capital`."""
COMPASS: Final = frozenset("western eastern northern southern nordic baltic gulf".split())
"""Of these, what may as well begin a name: `Northern Counties`."""
NATIONAL_PAIRS: Final = frozenset(
    tuple(pair.split("_"))
    for pair in """south_african south_korean north_american latin_american south_american
    new_zealand saudi_arabian hong_kong sri_lankan costa_rican puerto_rican west_african
    east_african central_european eastern_european western_european northern_irish new_york
    southeast_asian south_asian east_asian""".split()
)
"""Nations of two words."""
