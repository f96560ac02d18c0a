"""What the words of a name and the words around it count for and against each kind of name."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

from onrecord.extract.english.dealing import VERBS
from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.kinds import (
    BELONGINGS,
    ENDS,
    HONORIFICS,
    INSTITUTIONS,
    KIND_PAIRS,
    MEDIUM_ENDS,
    MEDIUM_KINDS,
    MORE_GIVEN,
    NOT_KINDS,
    PLACES,
    PLURAL_KINDS,
    THINGS,
    TITLES,
    WEAK_MEDIUM_ENDS,
    is_kind,
)
from onrecord.extract.english.nations import nation_of
from onrecord.extract.english.verbs import BE, HAVE, MODALS, SPEAKS
from onrecord.extract.english.vocabulary import is_common
from onrecord.extract.english.words import FUNCTION, NATIONAL
from onrecord.extract.given import GIVEN, is_given
from onrecord.extract.records import Source
from onrecord.extract.wellknown import (
    COMPANIES,
    COMPANY_ENDS,
    COMPANY_PHRASES,
    LEGAL,
    MEDIA,
    MEDIA_PHRASES,
)

KNOWN: Final = Source("en-name-known", "1", 0.96, "a name of the register or well known")
GIVEN_NAME: Final = Source("en-name-given", "1", 0.92, "a given name before a surname")
FORM: Final = Source("en-name-form", "1", 0.92, "a legal form or typical last word")
KIND: Final = Source(
    "en-name-kind", "2", 0.88, "the kind of company or medium, or an office, there"
)
SHAPE: Final = Source("en-name-shape", "2", 0.6, "written large, no word of English, no place")
Name = tuple[str, ...]
_LOCATIVE: Final = frozenset("in near outside across around at".split())
_DEALS: Final = frozenset(
    """buy buys bought acquire acquires acquired sell sells sold raise raises raised supply supplies
    supplied order orders ordered merge merged invest invests invested agreed agrees offered offers
    owns own makes make employs pays pay paid plans wants won wins secured signed signs has had
    declined withdrew bid bids launched lends lent builds built produces operates""".split()
)
PAIR: Final = 2
_COMPANIES: Final = frozenset((*COMPANIES, *COMPANY_PHRASES))
_MEDIA: Final = frozenset((*MEDIA, *MEDIA_PHRASES))
_BOUGHT: Final = frozenset("""buy buys buying bought acquire acquires acquiring acquired""".split())
_TRADED: Final = frozenset("sale takeover acquisition purchase stake merger".split())
PERSONS: Final = TITLES | frozenset(
    """rival partner investor owner manager buyer bidder seller customer tenant trader broker dealer
    designer engineer veteran player newcomer challenger wizard financier grower hotelier suitor
    competitor creditor called""".split()
)
"""Kinds that a person may be, too."""
_RELATED: Final = frozenset("customer supplier partner client lender landlord rival".split())
_HELD: Final = frozenset(
    "shares stake holding round third half quarter fifth majority percent % cent".split()
)
_TITLED: Final = TITLES | {"partner"}
_HOLDING: Final = TITLES | _HELD
_NO_PLACE: Final = TITLES | {"stake", "shares", "invest", "invested"}
"""Before `in`, `near` and the like these say that no place is named."""
_MAKES: Final = frozenset(
    "makes sells builds produces operates runs owns brews supplies designs develops employs".split()
)
_FROM: Final = ("-based", "-listed", "-headquartered")
_HOUSES: Final = frozenset(
    "fashion auction trading publishing finance brokerage software media couture".split()
)
_PROFESSIONALS: Final = frozenset(
    """administrators accountants auditors solicitors architects consultants brokers advisers
    liquidators receivers headhunters lawyers bankers""".split()
)
"""`the accountants X`: in the plural, a firm."""
_GIVES: Final = frozenset(
    """granted grants gave gives awarded lent lends sold offered handed promised refused owes
    owed""".split()
)


@dataclass(slots=True)
class Votes:
    """Points for each kind, and for a place or an institution."""

    company: float = 0
    person: float = 0
    medium: float = 0
    other: float = 0
    why: Source = SHAPE


def weigh_form(name: Name, alone: set[str], vote: Votes) -> None:
    """What the words of the name itself say."""
    joined = " ".join(name)
    if joined in _COMPANIES:
        vote.company, vote.why = vote.company + 9, KNOWN
    if joined in _MEDIA or f"The {joined}" in _MEDIA:
        vote.medium, vote.why = vote.medium + 9, KNOWN
    if len(name) == 1:
        vote.medium += 3 * (name[0] in MEDIUM_ENDS and name[0] not in WEAK_MEDIUM_ENDS)
        shaped = any(c.isupper() for c in name[0][1:]) and not name[0].isupper()
        vote.company += 2 * shaped
        vote.other += 6 * (name[0] in PLACES)
        vote.company += 4 * name[0].endswith(("’s", "'s"))
        return
    last = name[-1].rstrip(".")
    ends = (
        last.endswith(("bank", "banken")) or last in LEGAL or last in COMPANY_ENDS or last in ENDS
    )
    given = is_given_name(name[0])
    if ends and not (given and len(name) == PAIR and last not in LEGAL and last in _SURNAMES):
        vote.company, vote.why = vote.company + 4, FORM
    if name[-2:] == ("Building", "Society"):
        vote.company, vote.why = vote.company + 4, FORM
    if last in _CLUBS and len(name) > 1 and "of" not in name:
        vote.company, vote.why = vote.company + 4, FORM
    if _PENSIONS.intersection(name):
        vote.company, vote.why = vote.company + 4.5, FORM
    if name[0] in _FIRST or name[:2] == ("Bank", "of"):
        vote.company, vote.why = vote.company + 3, FORM
    if "&" in name or "+" in name:
        vote.company, vote.why = vote.company + 4, FORM
    if name[0] in ("Radio", "TV", "Channel"):
        vote.medium, vote.why = vote.medium + 4, FORM
    if last in MEDIUM_ENDS and not given:
        vote.medium += 2.5 if last in WEAK_MEDIUM_ENDS else 4.5
        vote.why = FORM
    if given and len(name) <= PAIR + 1:
        vote.person, vote.why = vote.person + 3.5, GIVEN_NAME
    if len(name) == PAIR and name[1] in alone and name[0] not in alone and not ends:
        vote.person += 2
    if name[0] in alone and not given:
        vote.company += 1.5
    if last in INSTITUTIONS or name[0] in ("University", "Ministry", "Department"):
        vote.other += 3
    placed = name[0] in ("South", "North", "New", "Saudi", "East", "West") and len(name) == PAIR
    if all(word in PLACES for word in name) or (placed and name[1] in PLACES):
        vote.other += 4


_SURNAMES: Final = frozenset(
    "Power Steel Mills Wind Bank Trust Land Works Sons Price Major Brewer Homes Wines Water".split()
)


_CLUBS: Final = frozenset(
    """Rovers Wanderers Albion Rangers Hotspur Athletic Athletics Warriors Hornets Harriers Saracens
    Wasps Tigers Lions Bulls Eagles Falcons Sharks Giants Raiders FC AFC RFC""".split()
)
"""Last words of the names of clubs."""
_LOW_PLACES: Final = frozenset(place.lower() for place in PLACES)
_PENSIONS: Final = frozenset(
    "Pension Pensions Retirement Teachers Superannuation Sovereign".split()
)
_FIRST: Final = frozenset(
    """Credit Crédit Banco Banca Banque Grupo Groupe Gruppo Compagnie Société Studio Café Hotel
    Hotels Maison Casa Atelier Minera Petro Brasserie Restaurant Parfums Bodegas Cantina Domaine
    Château Caves Laiterie Boulangerie Acerías Astilleros Cervecería Editora Editorial Edizioni
    Banche Caja Cassa Caisse Compañía Companhia Sociedad Stadtwerke Brauerei Verlag Redes""".split()
)
"""First words of companies' names in other languages."""


@cache
def is_given_name(word: str) -> bool:
    plain = unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()
    first = word.split("-")[0]
    return (
        is_given(word)
        or word in MORE_GIVEN
        or plain in _PLAIN
        or ("-" in word and (is_given(first) or first in MORE_GIVEN))
    )


_PLAIN: Final = frozenset(
    unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode() for name in GIVEN
)


def weigh(document: Document, name: Name, spot: Range, vote: Votes) -> None:
    """What stands around one place where the name is found."""
    tokens = document.tokens
    low, words = tokens.low, tokens.words
    begin, end = spot
    before = low[begin - 1] if begin and not tokens.breaks[begin] else ""
    second = low[begin - 2] if begin > 1 and before else ""
    after = low[end] if end < len(low) and not tokens.breaks[end] else ""
    genitive = words[end - 1] != name[-1]
    pair = f"{second} {before}" in KIND_PAIRS
    if pair:
        vote.company, vote.why = vote.company + 6, KIND
    else:
        _weigh_before(name, before, second, vote)
    route = before == "to" and begin > 2 and low[begin - 3] == "from"
    vote.other += 4 * (route and document.capital(begin - 2))
    if before == "," and begin > 2 and is_kind(second) and not is_given_name(name[0]):
        vote.company, vote.why = vote.company + 3, KIND
    honoured = before in HONORIFICS or (before == "." and second in HONORIFICS)
    led = before == "leader" and second in _LED
    titled = honoured or led or (before in TITLES and not pair)
    if titled and len(name) <= PAIR + 1:
        words_only = not honoured and len(name) > 1 and not is_given_name(name[0]) and (
            all(is_common(word) for word in name))  # fmt: skip
        sure = 0.5 if len(name) == 1 or words_only else 2.5
        vote.person, vote.why = vote.person + sure, KIND
        vote.other += 3 * (honoured and len(name) == 1)
    if before == "," and second in _TITLED and len(name) in (2, 3):
        vote.person, vote.why = vote.person + 2, KIND
    if before == "the" and is_kind(after) and after not in NOT_KINDS and not genitive:
        vote.company, vote.why = vote.company + 3.5, KIND
    if before.endswith(("’s", "'s")) and (before[:-2] in NATIONAL or before[:-2] in _LOW_PLACES):
        vote.company += 1.5
    if after in BELONGINGS or (after in TITLES and not genitive):
        vote.company += 2.5 if len(name) == 1 or not is_given_name(name[0]) else 0
    if genitive and after:
        owned = any(w in TITLES or w in BELONGINGS for w in low[end : end + 3])
        vote.company += 2 if owned and not is_given_name(name[0]) else 0.5
    if after == ":" and low[end + 1 : end + 2] == ["the"] and end + 3 < len(low):
        _weigh_noun(document, name, end, vote)
    if after == "," and end + 2 < len(low):
        _weigh_apposition(document, name, end, vote)
    elif after in ("is", "was") and not genitive and end + 3 < len(low):
        _weigh_noun(document, name, end + (low[end + 1] == "not"), vote)
    _weigh_behind(document, name, spot, before, vote)


def _weigh_behind(document: Document, name: Name, spot: Range, before: str, vote: Votes) -> None:
    """What follows the name, with the word before it."""
    tokens = document.tokens
    low, words = tokens.low, tokens.words
    begin, end = spot
    after = low[end] if end < len(low) and not tokens.breaks[end] else ""
    if after in SPEAKS or before in SPEAKS:
        vote.person += 1.2 if len(name) in (2, 3) else 0
        vote.company += 0.6
    if (
        len(name) == 1
        and words[end - 1] == name[-1]
        and is_kind(after)
        and words[end + 1 : end + 2]
        and (words[end + 1][0].isupper() and low[end + 1] not in FUNCTION)
    ):
        vote.other += 4
    if before == "(" and after == ")" and low[end + 1 : end + 2] in (["-"], ["–"], ["—"]):
        vote.medium += 5
    if after in BE and low[end + 1 : end + 2] in (["our"], ["its"], ["their"]):
        vote.company += 3 if _RELATED.intersection(low[end + 2 : end + 5]) else 0
    rival = after == "and" and low[end + 1 : end + 2] in (["its"], ["the"])
    if rival and any(is_kind(w) for w in low[end + 2 : end + 5]) and not is_given_name(name[0]):
        vote.company += 3
    placed = (
        after == "of"
        and end + 1 < len(low)
        and nation_of(low[end + 1])
        and low[end + 1] not in NATIONAL
    )
    if placed and name[-1] not in INSTITUTIONS:
        vote.company += 3
    if after in _DEALS:
        vote.company += 1
    if after in _AUXILIARY and any(w in VERBS for w in low[end + 1 : end + 4]):
        vote.company += 1
    if (
        after == "as"
        and low[end + 1 : end + 2] in (["a"], ["an"], ["its"])
        and not is_given_name(name[0])
    ):
        vote.company += 2.5
    if before in _GIVES and after in ("a", "an", "the") and not is_given_name(name[0]):
        vote.company += 2.5
    listed = begin == 0 or tokens.breaks[begin] == 2
    if listed and after == "(" and low[end + 2 : end + 3] == [")"]:
        vote.company, vote.why = vote.company + 4, FORM
    if after in ("programme", "website", "newspaper", "magazine"):
        vote.medium += 4
    if before == "the" and after in ("brand", "label", "brands"):
        vote.other += 5


def _weigh_before(name: Name, before: str, second: str, vote: Votes) -> None:
    given = is_given_name(name[0]) and len(name) > 1
    if before in _BOUGHT or (before in ("of", "in") and second in _TRADED):
        vote.company += 3.5 if not given else 0
    if before == "for" and second in ("bid", "bids", "bidding", "offer") and not given:
        vote.company += 3
    if given and is_kind(before) and before not in PERSONS:
        vote.company, vote.why = vote.company + 4.5, KIND
    if before in ("the", "a", "an"):
        vote.person -= 2
    if before.endswith(_FROM) and not given:
        vote.company, vote.why = vote.company + 3, KIND
    if before in THINGS and not (before == "named" and second != "," and second not in BE):
        vote.other += 5
    if before == "from" and is_kind(second) and len(name) == 1:
        vote.other += 2
    if is_kind(before) and not given:
        weak = before in NOT_KINDS
        vote.company += 1.5 if weak else 3.5
        vote.why = KIND
    if before in ("is", "was") and is_kind(second) and second not in NOT_KINDS and not given:
        vote.company, vote.why = vote.company + 3, KIND
    if is_kind(before) and nation_of(second) and not given and before in PERSONS:
        vote.company += 2.5
    if before == "house" and second in _HOUSES:
        vote.company, vote.why = vote.company + 4.5, KIND
    if before in _PROFESSIONALS and not given:
        vote.company, vote.why = vote.company + 4, KIND
    if before in PLURAL_KINDS and not given:
        vote.company += 3.2
    if before == "broadcaster" and not given:
        vote.company += 2
        vote.medium, vote.why = vote.medium + 2.5, KIND
    elif before in MEDIUM_KINDS or (before == "agency" and second == "news"):
        vote.medium, vote.why = vote.medium + 5, KIND
    if before in ("told", "by") and second != "was":
        vote.medium += 0.8 if before == "told" else 0
        vote.company += 0.8
    if before == "in" and second in ("report", "article", "story"):
        vote.medium += 5
    if before == "the" and second in ("told", "the", "in", "by"):
        vote.medium += 3 if second == "told" else 1.5
    if before in ("at", "for", "of", "in") and second in _HOLDING:
        vote.company += 3 if before == "at" or second in _HELD else 2
        vote.why = KIND if vote.why is SHAPE else vote.why
    if before in ("from", "with", "by", "to") or (before == "between" and is_kind(second)):
        vote.company += 0.8
    if before in _LOCATIVE and second not in _NO_PLACE:
        vote.other += 1.5


def _weigh_apposition(document: Document, name: Name, comma: int, vote: Votes) -> None:
    """`Breezeline, the Danish wind developer,` and `Ruth Ellery, a fund manager`."""
    low = document.tokens.low
    article = low[comma + 1]
    if article in ("based", "headquartered") and low[comma + 2 : comma + 3] == ["in"]:
        vote.company, vote.why = vote.company + 3, KIND
        return
    if article == "whose" and len(name) == 1 and not is_common(name[0]):
        vote.company += 0.8
    if article not in ("a", "an", "the", "which", "its", "who"):
        role = low[comma + 1] in TITLES and len(name) in (2, 3)
        vote.person += 2.5 if role else 0
        return
    if article == "who":
        vote.person += 2
        return
    if article == "which":
        vote.company += 3 if low[comma + 2] in _MAKES else 1.5
        return
    _weigh_noun(document, name, comma, vote)


def _weigh_noun(document: Document, name: Name, comma: int, vote: Votes) -> None:
    """`, a toolmaker from Leeds`, `is not an ordinary mill`: the noun behind an article."""
    low = document.tokens.low
    if low[comma + 1] not in ("a", "an", "the", "its"):
        return
    for i in range(comma + 2, min(comma + 9, len(low))):
        word = low[i]
        if word in _CLOSES:
            head = low[i - 1]
            if f"{low[i - 2]} {head}" in KIND_PAIRS:
                vote.company, vote.why = vote.company + 3.5, KIND
            elif is_kind(head) and head in PERSONS and not is_given_name(name[0]) and (
                len(name) == 1
            ):  # fmt: skip
                vote.company, vote.why = vote.company + 3, KIND
            elif head in TITLES or head == "manager":
                vote.person += 2.5 if len(name) > 1 else 0.5
            elif is_kind(head):
                vote.company, vote.why = vote.company + 3.5, KIND
            elif head in MEDIUM_KINDS:
                vote.medium += 2 if head == "broadcaster" else 4
                vote.company += 2 * (head == "broadcaster")
            return


_CLOSES: Final = frozenset(
    """, . near outside has will said is of that which who at in for with based from headquartered
    listed known backed owned run founded majority-owned specialising specializing valued""".split()
)
"""What ends the noun of an apposition: `a toolmaker based in Leeds`."""
_LED: Final = frozenset("council party union opposition team".split())
_AUXILIARY: Final = BE | HAVE | MODALS
