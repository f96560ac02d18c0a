"""Currencies by their German names, signs and codes."""

from onrecord.extract.tokens import Tokens

CURRENCIES = {
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "€": "EUR", "us-dollar": "USD", "dollar": "USD",
    "usd": "USD", "$": "USD", "us-dollars": "USD", "pfund": "GBP", "gbp": "GBP", "£": "GBP",
    "franken": "CHF", "chf": "CHF", "sfr": "CHF", "fr": "CHF", "yen": "JPY", "jpy": "JPY",
    "¥": "JPY",
    "yuan": "CNY", "renminbi": "CNY", "cny": "CNY", "rmb": "CNY", "rubel": "RUB", "rub": "RUB",
    "rupien": "INR", "inr": "INR", "won": "KRW", "krw": "KRW", "zloty": "PLN", "złoty": "PLN",
    "pln": "PLN", "forint": "HUF", "lira": "TRY", "rand": "ZAR", "schekel": "ILS",
    "dirham": "AED", "riyal": "SAR", "real": "BRL", "reais": "BRL", "peso": "MXN",
    "pesos": "MXN", "singapur-dollar": "SGD", "hongkong-dollar": "HKD", "taiwan-dollar": "TWD",
    "sek": "SEK", "nok": "NOK", "dkk": "DKK", "czk": "CZK", "cad": "CAD", "aud": "AUD",
    "kronen": "", "krone": "", "hrywnja": "UAH", "baht": "THB", "lei": "RON", "lew": "BGN",
}  # fmt: skip
NATIONS = {
    ("schwedische", "kronen"): "SEK", ("norwegische", "kronen"): "NOK",
    ("dänische", "kronen"): "DKK", ("tschechische", "kronen"): "CZK",
    ("isländische", "kronen"): "ISK", ("schweizer", "franken"): "CHF",
    ("kanadische", "dollar"): "CAD", ("australische", "dollar"): "AUD",
    ("neuseeländische", "dollar"): "NZD", ("taiwanische", "dollar"): "TWD",
    ("britische", "pfund"): "GBP", ("türkische", "lira"): "TRY", ("indische", "rupien"): "INR",
    ("chinesische", "yuan"): "CNY", ("japanische", "yen"): "JPY", ("russische", "rubel"): "RUB",
    ("südkoreanische", "won"): "KRW", ("ägyptische", "pfund"): "EGP",
    ("mexikanische", "pesos"): "MXN", ("amerikanische", "dollar"): "USD",
    ("polnische", "zloty"): "PLN", ("brasilianische", "real"): "BRL",
}  # fmt: skip
STERLING = frozenset(("sterling",))


def currency_at(tokens: Tokens, i: int) -> tuple[str | None, int]:
    """The code of the currency that token i begins to name, and the token behind it; no code where
    none is named, or where it is no country's: `Kronen`."""
    if i >= len(tokens.words) or tokens.breaks[i]:
        return None, i
    low = tokens.low[i]
    if i + 1 < len(tokens.words):
        key = (low[:-1] if low.endswith("n") else low, tokens.low[i + 1])
        nation = NATIONS.get(key) or NATIONS.get((low, tokens.low[i + 1]))
        if nation:
            return nation, i + 2
    if low in CURRENCIES:
        end = i + 1
        if end < len(tokens.words) and tokens.low[end] in STERLING:
            end += 1
        return CURRENCIES[low] or None, end
    return None, i
