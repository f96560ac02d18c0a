"""Sums of money in German text: number, scale, currency, and what qualifies them."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from onrecord.extract.german.grammar.flags import ADJ, CAP, DET
from onrecord.extract.german.quantities.currencies import CURRENCIES, NATIONS, currency_at
from onrecord.extract.records import Amount, Source
from onrecord.extract.tokens import NUMERIC, Kind, Tokens

SOURCE = Source("de-amount", "1", 0.95, "number with currency")
BARE = Source("de-amount-bare", "1", 0.7, "number with scale, in the context of money")
VAGUE = Source("de-amount-vague", "1", 0.85, "sum without a number")

SCALES = {
    "tausend": 3, "tsd": 3, "million": 6, "millionen": 6, "mio": 6, "milliarde": 9,
    "milliarden": 9, "mrd": 9, "billion": 12, "billionen": 12, "bio": 12, "billiarden": 15,
}  # fmt: skip
WORDS = {
    "ein": "1", "eine": "1", "einen": "1", "einer": "1", "zwei": "2", "drei": "3", "vier": "4",
    "fünf": "5", "sechs": "6", "sieben": "7", "acht": "8", "neun": "9", "zehn": "10",
    "elf": "11", "zwölf": "12", "dreizehn": "13", "vierzehn": "14", "fünfzehn": "15",
    "sechzehn": "16", "siebzehn": "17", "achtzehn": "18", "neunzehn": "19", "zwanzig": "20",
    "dreißig": "30", "vierzig": "40", "fünfzig": "50", "sechzig": "60", "siebzig": "70",
    "achtzig": "80", "neunzig": "90", "hundert": "100", "einhundert": "100",
    "zweihundert": "200", "dreihundert": "300", "vierhundert": "400", "fünfhundert": "500",
    "anderthalb": "1.5", "eineinhalb": "1.5", "zweieinhalb": "2.5", "dreieinhalb": "3.5",
    "viereinhalb": "4.5", "fünfeinhalb": "5.5", "halbe": "0.5", "halben": "0.5",
    "dreiviertel": "0.75", "zweier": "2", "dreier": "3", "fünfundzwanzig": "25",
}  # fmt: skip
ABOUT = frozenset(
    "rund etwa circa ca knapp gut ungefähr nahezu fast annähernd schätzungsweise zirka".split()
)
UPPER = (
    ("bis", "zu"), ("maximal",), ("höchstens",), ("weniger", "als"), ("nicht", "mehr", "als"),
    ("unter",), ("bis", "maximal"), ("allenfalls",), ("bis",),
    ("knapp", "unter"), ("bis", "zu", "maximal"), ("deutlich", "weniger", "als"),
)  # fmt: skip
LOWER = (
    ("mindestens",), ("mehr", "als"), ("über",), ("wenigstens",), ("nicht", "weniger", "als"),
    ("deutlich", "mehr", "als"), ("ab",), ("deutlich", "über"), ("weit", "mehr", "als"),
    ("knapp", "über"), ("weit", "über"), ("etwas", "mehr", "als"), ("gut", "über"),
)  # fmt: skip
BOUNDS = tuple(
    ({last: [p for p in bounds if p[-1] == last] for *_, last in bounds}, name)
    for bounds, name in ((UPPER, "upper-bound"), (LOWER, "lower-bound"))
)
"""The words of a bound by their last one."""
CONTRACTS = tuple(
    """vertrag auftrag kredit kreditlinie vereinbarung finanzierung scheck rechnung anleihe summe
    darlehen bürgschaft zusage zusagen verträge aufträge kredite rahmenvertrag order bestellung
    bestellungen förderbescheid garantie garantien gutschein angebot offerte gebot paket
    programm förderung hilfe hilfen budget fonds etat investition schaden schuldschein strafe
    bußgeld deal abkommen""".split()
)
MONEY = (
    "umsatz", "gewinn", "verlust", "kaufpreis", "preis", "bewertung", "wert", "investition",
    "investitionen", "schulden", "kosten", "erlös", "erlöse", "budget", "ergebnis", "kapital",
    "börsenwert", "marktwert", "summe", "betrag", "finanzierungsrunde", "invest", "zahl",
    "einnahmen", "ausgaben", "darlehen", "kredit", "förderung", "subvention", "offerte",
)  # fmt: skip
VAGUE_NUMBERS = frozenset(
    "mehrere mehreren einige einigen viele vielen hunderte dutzende paar zig etliche".split()
)
_FIRST_WORDS = frozenset("für mit von bei um auf nach zu aus weil seit an in es sie er".split())
VAGUE_ENDS = ("betrag", "beträge", "beträgen", "summe", "summen", "höhe", "bereich", "beträgen")
DIGITS = frozenset(
    """einstellige einstelligen zweistellige zweistelligen dreistellige dreistelligen vierstellige
    vierstelligen einstelliger zweistelliger dreistelliger mittlere mittleren hohe hohen niedrige
    niedrigen unteren untere obere oberen höheren""".split()
)


@dataclass(slots=True)
class _Number:
    value: Decimal
    end: int
    """The token after the number."""


def find_amounts(tokens: Tokens, flags: list[int]) -> list[Amount]:
    """The sums of money of a text, in order."""
    found: list[Amount] = []
    after = 0
    for i in tokens.where(_BEGINNING):
        if i < after:
            continue
        begins = _begins(tokens.low[i])
        if begins == "figure":
            amount, end = _amount(tokens, flags, i)
        elif begins == "vague":
            amount, end = _vague(tokens, i)
        else:
            amount, end = _vague_compound(tokens, i)
        if amount is not None:
            found.append(amount)
            after = end
    return found


def _begins(low: str) -> str:
    """What kind of sum a word may begin, if any: a figure, a vague one, a compound."""
    if low[0].isdigit() or low in WORDS or low in ("€", "$", "£", "¥"):
        return "figure"
    if low in VAGUE_NUMBERS or low in DIGITS:
        return "vague"
    if "-" in low and low.startswith(("multi-", "milliarden", "millionen")):
        return "compound"
    return "compound" if low.startswith(("milliarden", "millionen")) and len(low) > 10 else ""


_BEGINNING = Kind.any(
    NUMERIC,
    Kind.of(("€", "$", "£", "¥", *WORDS, *VAGUE_NUMBERS, *DIGITS), placed=False),
    Kind(
        _begins,
        near=Kind.of(starts=("multi-", "milliarden", "millionen"), placed=False).bit,
        placed=False,
    ),
)


def _number(tokens: Tokens, i: int) -> _Number | None:
    if i >= len(tokens.words):
        return None
    low = tokens.low[i]
    if low in WORDS:
        value = Decimal(WORDS[low])
        if (
            low in ("ein", "eine", "einen", "einer")
            and i + 1 < len(tokens.words)
            and tokens.low[i + 1] in ("halbe", "halben", "dreiviertel")
        ):
            return _Number(Decimal(WORDS[tokens.low[i + 1]]), i + 2)
        return _Number(value, i + 1)
    if not low[0].isdigit():
        return None
    parsed = _decimal(low)
    return _Number(parsed, i + 1) if parsed is not None else None


def _decimal(text: str) -> Decimal | None:
    """German figures: 1.200,50; a point with other than three digits behind is decimal."""
    body = text
    if ":" in body:
        return None
    if "," in body:
        body = body.replace(".", "").replace(",", ".")
    elif "." in body:
        groups = body.split(".")
        if all(len(g) == 3 for g in groups[1:]):
            body = "".join(groups)
    try:
        return Decimal(body)
    except InvalidOperation:
        return None


def _scale(tokens: Tokens, i: int) -> tuple[int, int]:
    """(power of ten, next token)."""
    power = 0
    while i < len(tokens.words) and tokens.low[i] in SCALES and not tokens.breaks[i]:
        power += SCALES[tokens.low[i]]
        i += 1
        if i < len(tokens.words) and tokens.words[i] == "." and tokens.low[i - 1] in _ABBREVIATED:
            i += 1
    return power, i


_ABBREVIATED = frozenset("mio mrd tsd bio".split())


def _amount(tokens: Tokens, flags: list[int], i: int) -> tuple[Amount | None, int]:
    if tokens.low[i] in ("€", "$", "£", "¥"):
        number = _number(tokens, i + 1)
        if number is None or tokens.begins[i + 1] - tokens.ends[i] > 1:
            return None, i + 1
        power, end = _scale(tokens, number.end)
        return _make(tokens, i, end, number.value.scaleb(power), None, CURRENCIES[tokens.low[i]])
    number = _number(tokens, i) if not _COUNTED.isdisjoint(tokens.low[i + 1 : i + 2]) else None
    if number is None:
        return None, i + 1
    joined = _hyphenated(tokens, i, number)
    if joined is not None:
        return joined
    return _plain(tokens, flags, i, number)


def _plain(tokens: Tokens, flags: list[int], i: int, number: _Number) -> tuple[Amount | None, int]:
    second = None
    power, end = _scale(tokens, number.end)
    currency, after = currency_at(tokens, end)
    if after == end and end < len(tokens.words) and tokens.low[end] in _JOINERS:
        later = _number(tokens, end + 1)
        if later is not None:
            power2, end2 = _scale(tokens, later.end)
            currency2, after2 = currency_at(tokens, end2)
            joiner = tokens.low[end]
            if (after2 > end2 or power2) and _may_join(tokens, i, joiner):
                second = later.value.scaleb(power2)
                number.value = number.value.scaleb(power or power2)
                power, end, currency, after = 0, end2, currency2, after2
                if after2 == end2 and not power2:
                    return None, i + 1
    if after == end and (not power or not _money_near(tokens, flags, i, end)):
        return None, i + 1
    if tokens.low[i] in ("eine", "einen", "einer") and not power and after > end:
        return None, i + 1
    return _make(tokens, i, after, number.value.scaleb(power), second, currency)


_JOINERS = frozenset(("bis", "und", "–", "-", "oder"))
_COUNTED = _JOINERS.union(SCALES, CURRENCIES, ("halbe", "halben", "dreiviertel")).union(
    first + n for first, _ in NATIONS for n in ("", "n")
)
"""What may stand behind the number of a sum."""


def _may_join(tokens: Tokens, i: int, joiner: str) -> bool:
    if joiner in ("und", "oder"):
        return i > 0 and tokens.low[i - 1] == "zwischen"
    return True


def _money_near(tokens: Tokens, flags: list[int], i: int, end: int) -> bool:
    """No currency is named: only where the clause speaks of money and no other noun follows."""
    if end < len(tokens.words) and flags[end] & (CAP | ADJ) and not tokens.breaks[end]:
        return False
    if end < len(tokens.words) and flags[end] & DET and tokens.low[end] in ("der", "des"):
        return False
    if tokens.low[i] in ("eine", "einer") and not tokens.low[i + 1].endswith(("de", "on")):
        return False
    near = tokens.low[max(0, i - 8) : i] + tokens.low[end : end + 5]
    if any(word in CURRENCIES for word in tokens.low[max(0, i - 30) : i]):
        return True
    return any(word.endswith(MONEY) or word.startswith("invest") for word in near)


def _hyphenated(tokens: Tokens, i: int, number: _Number) -> tuple[Amount | None, int] | None:
    """`100-Milliarden-Dollar-Programm`: number, hyphen, then one token with hyphens."""
    k = number.end
    if (
        k + 1 >= len(tokens.words)
        or tokens.words[k] != "-"
        or tokens.begins[k] != tokens.ends[k - 1]
    ):
        return None
    if tokens.begins[k + 1] != tokens.ends[k]:
        return None
    parts = tokens.low[k + 1].split("-")
    power, used, currency = 0, 0, None
    for part in parts:
        if part in SCALES and not currency:
            power += SCALES[part]
        elif part in CURRENCIES:
            currency = CURRENCIES[part] or None
        elif part == "us" and "dollar" in parts:
            pass
        else:
            break
        used += 1
    if not currency:
        return None
    length = len("-".join(parts[:used]))
    begin = _qualified(tokens, i)
    span = (tokens.begins[begin[0]], tokens.begins[k + 1] + length)
    return _record(span, number.value.scaleb(power), None, currency, begin[1]), k + 2


def _make(
    tokens: Tokens, i: int, end: int, value: Decimal, second: Decimal | None, currency: str | None
) -> tuple[Amount | None, int]:
    begin, kind = _qualified(tokens, i)
    if second is not None:
        if begin > 0 and tokens.low[begin - 1] == "zwischen":
            begin -= 1
        kind = "range"
    span = (tokens.begins[begin], tokens.ends[end - 1])
    return _record(span, value, second, currency, kind), end


def _record(
    span: tuple[int, int], value: Decimal, second: Decimal | None, currency: str | None, kind: str
) -> Amount:
    plain, other = _text(value), _text(second) if second is not None else None
    source = SOURCE if currency else BARE
    if kind == "range":
        return Amount(span, currency, None, plain, other, "range", source)
    if kind == "upper-bound":
        return Amount(span, currency, None, None, plain, "upper-bound", source)
    if kind == "lower-bound":
        return Amount(span, currency, None, plain, None, "lower-bound", source)
    shape = "approximate" if kind == "approximate" else "exact"
    return Amount(span, currency, plain, None, None, shape, source)  # type: ignore[arg-type]


def _text(value: Decimal) -> str:
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _qualified(tokens: Tokens, i: int) -> tuple[int, str]:
    """Where the qualifier before token i begins, and the kind it gives."""
    begin, kind = i, "exact"
    low = tokens.low
    if (i and low[i - 1] in ABOUT) or (i > 1 and low[i - 1] == "." and low[i - 2] == "ca"):
        begin, kind = (i - 1 if low[i - 1] != "." else i - 2), "approximate"
    for bounds, name in BOUNDS:
        best = 0
        for pattern in bounds.get(low[begin - 1], ()) if begin else ():
            size = len(pattern)
            if size > best and tuple(low[max(0, begin - size) : begin]) == pattern:
                best = size
        if best and _is_bound(tokens, begin, best):
            return begin - best, name
    return begin, kind


def _is_bound(tokens: Tokens, begin: int, size: int) -> bool:
    """`Vertrag über 5 Millionen` names the sum, not a bound; so does `von 3 bis 5`."""
    word = tokens.low[begin - size]
    before = tokens.low[begin - size - 1] if begin - size > 0 else ""
    if size == 1 and word == "über":
        noun = before != "" and tokens.words[begin - size - 1][0].isupper()
        return not (before.endswith(CONTRACTS) or (noun and before not in _FIRST_WORDS))
    if size == 1 and word == "unter":
        return not tokens.words[begin - size - 1][0].isupper() or begin - size == 0
    if size == 1 and word == "bis":
        return not before[:1].isdigit()
    return True


def _vague(tokens: Tokens, i: int) -> tuple[Amount | None, int]:
    """`mehrere hundert Millionen Euro`, `einen dreistelligen Millionenbetrag`."""
    k = i
    while k < len(tokens.words) and (
        tokens.low[k] in VAGUE_NUMBERS
        or tokens.low[k] in DIGITS
        or tokens.low[k] in ("hundert", "dutzend", "zehn", "tausend", "hunderttausend")
    ):
        k += 1
    if k >= len(tokens.words) or tokens.breaks[k]:
        return None, i + 1
    power, end = _scale(tokens, k)
    currency, after = currency_at(tokens, end)
    if after > end and (power or k - i > 1):
        return Amount(tokens.span(i, after), currency, None, None, None, "vague", VAGUE), after
    low = tokens.low[k]
    if low.startswith(("million", "milliard", "euro-", "tausender")) and low.endswith(VAGUE_ENDS):
        begin = i - 1 if i and tokens.low[i - 1] in ("einen", "einem", "ein", "im") else i
        begin = i if tokens.low[begin] == "im" else begin
        return Amount(tokens.span(i, k + 1), None, None, None, None, "vague", VAGUE), k + 1
    return None, i + 1


def _vague_compound(tokens: Tokens, i: int) -> tuple[Amount | None, int]:
    low = tokens.low[i]
    if low.endswith(VAGUE_ENDS):
        return Amount(tokens.span(i, i + 1), None, None, None, None, "vague", VAGUE), i + 1
    return None, i + 1
