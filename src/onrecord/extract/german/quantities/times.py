"""Time expressions in German text: absolute ones as EDTF, relative ones as printed."""

from onrecord.extract.german.grammar.words import MONTHS
from onrecord.extract.records import Source, Time
from onrecord.extract.tokens import NUMERIC, Kind, Tokens

ABSOLUTE = Source("de-time", "1", 0.95, "a date, month, quarter or year")
RELATIVE = Source("de-time-relative", "1", 0.85, "a time relative to the day of writing")
MONTH = {name: number for number, name in enumerate(MONTHS[:12], 1)} | {"jänner": 1, "feber": 2}
QUARTER = {"erste": 33, "ersten": 33, "zweite": 34, "zweiten": 34, "dritte": 35, "dritten": 35,
           "vierte": 36, "vierten": 36, "1": 33, "2": 34, "3": 35, "4": 36}  # fmt: skip
HALF = {"erste": 40, "ersten": 40, "zweite": 41, "zweiten": 41, "1": 40, "2": 41}
OPEN_END = frozenset("ab seit frühestens erst".split())
OPEN_START = frozenset("bis spätestens".split())
PARTS = frozenset("anfang mitte ende frühjahr sommer herbst winter frühling".split())
DATED = frozenset(("jahr", "jahre", "jahren", "jahres", *OPEN_END, *OPEN_START, *PARTS))
"""Before a year of which a noun stands that is counted: `Anfang 2021 Millionen ...`."""
DAYS = frozenset(
    """heute gestern morgen vorgestern übermorgen montag dienstag mittwoch donnerstag freitag
    samstag sonnabend sonntag montagabend dienstagabend mittwochabend donnerstagabend
    freitagabend samstagabend sonntagabend donnerstagmorgen freitagmorgen montagmorgen""".split()
)
POINTING = frozenset(
    """vergangenen vergangene vergangenem letzten letzte letztem letztes kommenden kommende
    kommendem nächsten nächste nächstem nächstes diesem diesen dieser dieses laufenden
    vorigen voriges jüngsten""".split()
)
UNITS = frozenset(
    """jahr jahre jahren jahres monat monate monaten woche wochen tag tage tagen quartal
    quartalen halbjahr jahrzehnt sommer winter herbst frühjahr wochenende geschäftsjahr""".split()
)


_TRIGGERS = frozenset((*MONTH, *QUARTER, *(f"{word}s" for word in QUARTER), *DAYS, *POINTING))


def find_times(tokens: Tokens) -> tuple[Time, ...]:
    """The time expressions of a text, in order."""
    found: list[Time] = []
    after = 0
    for i in tokens.where(_BEGINNING):
        hit = (_absolute(tokens, i) or _relative(tokens, i)) if i >= after else None
        if hit is not None:
            time, after = hit
            found.append(time)
    return tuple(found)


_BEGINNING = Kind.any(NUMERIC, Kind.of(_TRIGGERS, placed=False))


def _year(tokens: Tokens, i: int) -> str:
    word = tokens.words[i] if i < len(tokens.words) else ""
    return word if len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20") else ""


def _absolute(tokens: Tokens, i: int) -> tuple[Time, int] | None:
    low = tokens.low
    parsed = _date(tokens, i) or _span_of_year(tokens, i) or _plain_year(tokens, i)
    if parsed is None:
        return None
    edtf, end = parsed
    begin = i
    before = low[i - 1] if i else ""
    if before in PARTS and len(edtf) == 4:
        begin, before = i - 1, low[i - 2] if i > 1 else ""
    if before in OPEN_END and "/" not in edtf:
        return Time(tokens.span(begin - 1, end), f"{edtf}/..", ABSOLUTE), end
    if before in OPEN_START and "/" not in edtf:
        return Time(tokens.span(begin - 1, end), f"../{edtf}", ABSOLUTE), end
    return Time(tokens.span(begin, end), edtf, ABSOLUTE), end


def _date(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """`12. Dezember 2026`, `März 2027`; a day with no year stays relative."""
    low = tokens.low
    if low[i].isdigit() and len(low[i]) <= 2 and i + 3 < len(tokens.words) and low[i + 1] == ".":
        month, year = MONTH.get(low[i + 2]), _year(tokens, i + 3)
        if month and year and 1 <= int(low[i]) <= 31:
            return f"{year}-{month:02d}-{int(low[i]):02d}", i + 4
        return None
    month = MONTH.get(low[i])
    year = _year(tokens, i + 1)
    if month and year and tokens.words[i][0].isupper():
        return f"{year}-{month:02d}", i + 2
    return None


def _span_of_year(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """`zweites Quartal 2027`, `3. Quartal 2026`, `erstes Halbjahr 2026`."""
    low, stem = tokens.low, tokens.low[i].rstrip("s")
    if stem not in QUARTER and stem not in HALF:
        return None
    k = i + 2 if i + 1 < len(tokens.words) and low[i + 1] == "." else i + 1
    if k + 1 >= len(tokens.words):
        return None
    year = _year(tokens, k + 1)
    if year and low[k] in ("quartal", "quartals") and stem in QUARTER:
        return f"{year}-{QUARTER[stem]}", k + 2
    if year and low[k] in ("halbjahr", "halbjahrs", "halbjahres") and stem in HALF:
        return f"{year}-{HALF[stem]}", k + 2
    return None


def _plain_year(tokens: Tokens, i: int) -> tuple[str, int] | None:
    year = _year(tokens, i)
    if not year:
        return None
    after = tokens.low[i + 1] if i + 1 < len(tokens.words) else ""
    if after in ("bis", "und", "–", "-", "/") and _year(tokens, i + 2):
        joined = after != "und" or (i and tokens.low[i - 1] == "zwischen")
        if joined:
            return f"{year}/{tokens.words[i + 2]}", i + 3
    if after[:1].isalpha() and tokens.words[i + 1][0].isupper() and after not in UNITS:
        before = tokens.low[i - 1] if i else ""
        if before not in DATED:
            return None
    return year, i + 1


def _relative(tokens: Tokens, i: int) -> tuple[Time, int] | None:
    low, words = tokens.low, tokens.words
    if low[i] in DAYS and (low[i] not in ("morgen",) or words[i][0].islower()):
        return Time(tokens.span(i, i + 1), "", RELATIVE), i + 1
    if low[i] in POINTING and i + 1 < len(tokens.words):
        k = i + 2 if low[i + 1].isalpha() and low[i + 1] not in UNITS else i + 1
        if k < len(tokens.words) and low[k] in UNITS and (k == i + 1 or words[i + 1][0].islower()):
            return Time(tokens.span(i, k + 1), "", RELATIVE), k + 1
    return None
