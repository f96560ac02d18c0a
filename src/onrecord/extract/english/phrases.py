"""Where the subject of an English verb stands, what is a clause, and who can speak."""

from typing import Final

from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.verbs import (
    AUXILIARIES,
    BARE,
    BE,
    FINITE,
    HAVE,
    MODALS,
    NOUNS_TOO,
    SAYS,
    SPEAKS,
    is_past,
)
from onrecord.extract.english.words import (
    ADVERBS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    FUNCTION,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from onrecord.extract.tokens import Kind

SPEAKERS: Final = frozenset(
    """people person source sources insider insiders official officials spokesman spokeswoman
    spokesperson spokespeople analyst analysts economist economists union unions government
    ministry minister regulator regulators watchdog investor investors shareholder shareholders
    worker workers employee employees company companies group groups firm firms bank banks maker
    makers carmaker retailer airline airlines banker bankers lawyer lawyers executive executives
    manager managers director directors chairman chairwoman chair boss chief chiefs founder founders
    president board owner owners lender lenders creditor creditors agent agents critics critic
    opponents supporters expert experts researcher researchers trader traders broker brokers
    customer customers supplier suppliers competitor competitors rival rivals partner partners
    families family mayor council committee commission court judge prosecutors police parliament
    association federation institute newspaper paper magazine agency broadcaster website journal
    report reports statement letter filing complaint document documents memo study survey prospectus
    release lawsuit article note presentation report's media publication others some one many both
    two three neither either nobody each parties sides side man woman men women members member
    administrator administrators receiver trustees trustee administration ministers senators
    lawmakers politicians residents campaigners farmers growers drivers pilots engineers colleagues
    friends buyer buyers seller sellers bidder bidders party couple brothers sisters pair
    operator developer producer manufacturer publisher insurer fund funds team management
    headhunter consultant consultants adviser advisers advisor advisors auditor auditors observers
    startup start-up studio chain brewer utility supplier producers industry""".split()
)
"""Nouns of who can speak, or of papers that say something."""
_OPENERS: Final = (
    PREPOSITIONS
    | CONJUNCTIONS
    | frozenset(
        """asked last this next earlier later separately privately publicly however meanwhile
    instead today yesterday speaking citing according then now once still finally similarly
    nevertheless officially two three four five six eight some more""".split()
    )
)
_GOES_ON: Final = PREPOSITIONS | {"which", "who", "and"}
"""Behind a comma these go on with what opens a sentence."""
_SINCE: Final = frozenset("after before since until once".split())
_BESIDE_PARTICIPLES: Final = PREPOSITIONS | DETERMINERS
"""Behind the first word of `Announcing the results, she said`."""
_TIMES: Final = frozenset(
    "week month year quarter spring summer autumn fall winter night weekend morning".split()
)
_SKIPPED: Final = ADVERBS | HAVE | BE | MODALS | {"did", "do", "does"}
_LEADS: Final = frozenset("and but or while so yet , : ; – — - meanwhile however then".split())


def finite(document: Document, i: int, begin: int) -> bool:
    """Whether token i is, or looks like, a finite verb of the clause that begins at `begin`."""
    if not document.tokens.bits[i] & _VERBAL.bit:
        return False
    low = document.tokens.low
    word = low[i]
    if i > begin and (low[i - 1] == "to" or (low[i - 1] == "mail" and word == "order")):
        return False
    if word == "am" and low[i - 1] != "i":
        return False  # `9:40am`
    if word in FINITE:
        return not (document.capital(i) and i > begin)
    before = low[i - 1] if i > begin else ""
    if word in SAYS or word in BARE:
        both = word in NOUNS_TOO or word in BARE
        noun = both and (before in DETERMINERS or before in PREPOSITIONS)
        bound = before == "to" or before in AUXILIARIES or (not before and word in BARE)
        return not noun and not bound and not document.capital(i)
    if before in _THIRD and (word in _SAME or (word.endswith("s") and word not in _NO_VERBS)):
        return word.isalpha() and len(word) > 2
    if not is_past(word) or document.capital(i):
        return False
    adjective = before in DETERMINERS or before in PREPOSITIONS or before in AUXILIARIES
    return not adjective and not (word.count("-") and i > begin)


_THIRD: Final = frozenset("it he she which who".split())
_SAME: Final = frozenset("put cut set let hit".split())
_NO_VERBS: Final = frozenset(
    """always perhaps nevertheless sometimes besides its his hers this thus plus minus less as us
    across towards afterwards nowadays""".split()
)
"""Behind `it`, what ends in `s` is its verb, but for these."""
_VERBS: Final = frozenset((*FINITE, *SAYS, *BARE, *_SAME))


def _may_be_finite(low: str) -> bool:
    return low in _VERBS or (low.endswith("s") and low not in _NO_VERBS) or is_past(low)


_VERBAL: Final = Kind(_may_be_finite)
"""Words that are a finite verb somewhere: no other is asked what stands around it."""


def first_finite(document: Document, clause: int, begin: int, end: int) -> int:
    """The first finite verb between two tokens of the clause that begins at `clause`, or -1."""
    for i in document.tokens.among(_VERBAL, begin, end):
        if finite(document, i, clause):
            return i
    return -1


def has_finite(document: Document, begin: int, end: int) -> bool:
    """Whether a finite verb stands in a range."""
    return first_finite(document, begin, begin, end) >= 0


def is_cue(document: Document, i: int, begin: int, forms: dict[str, str] = SAYS) -> bool:
    """Whether token i is one of these verbs, finite and active."""
    tokens = document.tokens
    word = tokens.low[i]
    if word not in forms or document.inside[i] >= 0 or (document.capital(i) and i > begin):
        return False
    if tokens.words[i][0].isupper() and i == begin:
        return False
    k = i - 1
    while k > begin and (tokens.low[k] in ADVERBS or tokens.low[k].endswith("ly")):
        k -= 1
    before = tokens.low[k] if k >= begin else ""
    base = forms[word] == word
    if before in BE or before in ("to", "of", "for", "by") or (before in MODALS and base):
        return False
    if before in HAVE:
        return not base or word in ("put",)
    if before in AUXILIARIES:
        return False
    noun = word in NOUNS_TOO or (base and word not in ("say", "think", "believe", "argue"))
    if noun and (before in DETERMINERS or before in PREPOSITIONS or before.endswith(("’s", "'s"))):
        return False
    return not (word in NOUNS_TOO and i + 1 < len(tokens) and tokens.low[i + 1] in ("of", "from"))


def verb_start(document: Document, verb: int, begin: int) -> int:
    """Where the verb with its auxiliaries and adverbs begins: `had also said`, `on Monday said`."""
    low, i = document.tokens.low, verb
    while i > begin:
        if low[i - 1] in _SKIPPED or (low[i - 1].endswith("ly") and not document.capital(i - 1)):
            i -= 1
        elif (
            (low[i - 1] in DAYS and i - 2 > begin and low[i - 2] in ("on", "late", "early"))
            or (low[i - 1] in _TIMES and i - 2 > begin and low[i - 2] in ("last", "this"))
            or (low[i - 1] in MONTHS and i - 2 > begin and low[i - 2] == "in")
        ):
            i -= 2
        else:
            break
    return i


def subject(document: Document, begin: int, verb: int) -> Range:
    """The subject of a verb in a clause that begins at `begin`; empty where there is none."""
    end = verb_start(document, verb, begin)
    begin = _past_adjunct(document, begin, end)
    low = document.tokens.low
    if end - 1 > begin and low[end - 1] in PRONOUNS:
        return end - 1, end
    i, first = begin + 1, -1
    while i < end:
        relative = _relative(document, i, end)
        if relative > i:
            i = relative
        elif relative == end and low[i] in RELATIVES:
            return _antecedent(document, begin, i)
        elif finite(document, i, begin):
            first = i
            break
        else:
            i += 1
    if first < 0:
        return _trimmed(document, begin, end)
    joint = next((k for k in range(end - 1, first, -1) if _joins(document, k)), -1)
    if joint < 0:
        if low[first] in SPEAKS and first in range(begin + 1, end - 1):
            skipped = first + (2 if low[first + 1] == "that" else 1)
            return _trimmed(document, skipped, end)
        return (begin, end) if is_past(low[first]) else (begin, begin)
    if low[joint] in RELATIVES:
        return _antecedent(document, begin, joint)
    if all(_fills(document, k) for k in range(joint + 1, end)):
        return subject(document, begin, first)
    return subject(document, joint + 1, verb)


def _fills(document: Document, k: int) -> bool:
    low = document.tokens.low
    return low[k] in ADVERBS or low[k] in CONJUNCTIONS or low[k].endswith("ly") or low[k] == ","


def _joins(document: Document, k: int) -> bool:
    low = document.tokens.low
    return low[k] in (",", ";", ":", "–", "—", "and", "but", "or", "while", "because", "as",
                      "when", "after", "although", "though", "which", "who")  # fmt: skip


def _relative(document: Document, i: int, end: int) -> int:
    """Past the relative clause that begins at i; `end` where it runs up to there; else i."""
    tokens = document.tokens
    if tokens.low[i] not in RELATIVES or tokens.low[i] == "where":
        return i
    if tokens.words[i - 1] == ",":
        close = next((k for k in range(i + 1, end) if tokens.words[k] == ","), -1)
        return close + 1 if close > 0 else end
    verb = first_finite(document, i, i + 1, end)
    if verb < 0:
        return end
    while verb < end and (tokens.low[verb] in AUXILIARIES or finite(document, verb, i)):
        verb += 1
    return min(verb + 1, end - 1) if verb < end else end


def _antecedent(document: Document, begin: int, relative: int) -> Range:
    """`Mei Tan, who said ...`: the phrase before the comma."""
    tokens = document.tokens
    end = relative - 1 if tokens.words[relative - 1] == "," else relative
    start = end
    while start > begin and tokens.words[start - 1] not in (",", ";", ":", "—", "–"):
        if start < end and tokens.low[start - 1] in ("to", "by", "from", "with", "told", "and"):
            break
        start -= 1
    return start, end


def _past_adjunct(document: Document, begin: int, end: int) -> int:
    """Past what stands before the subject: conjunctions, `In May,`, `Responding to it,`."""
    tokens = document.tokens
    low = tokens.low
    while begin < end and low[begin] in _LEADS:
        begin += 1
    if begin + 1 >= end:
        return begin
    goes_with = low[begin].endswith("ing") and low[begin + 1] in _BESIDE_PARTICIPLES
    if low[begin] not in _OPENERS and not goes_with:
        return begin
    if low[begin] in ("one", "some", "two", "three", "more") and tokens.low[begin + 1] != ",":
        commas = []
    else:
        commas = [k for k in range(begin + 1, end) if tokens.words[k] == ","]
    for comma in commas:
        if comma + 1 < end and low[comma + 1] not in _GOES_ON:
            return comma + 1
    if low[begin] in ("last", "this", "next", "earlier", "later") and begin + 2 < end:
        return begin + (3 if low[begin + 1] == "this" else 2) if low[begin + 1] in _TIMES else begin
    if low[begin : begin + 3] == ["at", "the", "time"] and begin + 3 < end:
        return begin + 3
    timed = low[begin] in ("in", "on") and begin + 2 < end
    dated = low[begin + 1] in _DATED or low[begin + 1][0].isdigit()
    if timed and dated:
        return begin + 2
    named = low[begin] in _SINCE and document.capital(begin + 1)  # `After X said`
    return begin + 1 if (low[begin] in _LINKS or named) and not commas else begin


def _trimmed(document: Document, begin: int, end: int) -> Range:
    """Without commas and marks at the ends."""
    words = document.tokens.words
    if begin < end and words[begin] == "(" and ")" in words[begin:end]:
        begin = words.index(")", begin, end) + 1
    if begin < end and words[end - 1] == ")" and "(" in words[begin:end]:
        opened = words.index("(", begin, end)
        end = opened if document.tokens.low[opened + 1] in _PICTURES else end
    while begin < end and (words[begin] in (",", "-", "–", "—", ":", ")", "as") or
                           document.inside[begin] >= 0):  # fmt: skip
        begin += 1
    while end > begin and words[end - 1] in (",", "(", "–", "—", "-"):
        end -= 1
    return begin, end


_PICTURES: Final = frozenset("photograph photographs photo photos picture pictures image".split())
"""What a bracket begins with that tells who took one."""


def subject_after(document: Document, verb: int, end: int) -> Range:
    """The subject behind a verb: `said Mary Lee, chief executive of X, on Monday`."""
    tokens = document.tokens
    low, i = tokens.low, verb + 1
    if i >= end or document.inside[i] >= 0:
        return verb, verb
    if not (document.capital(i) or low[i] in _BEGINS or _titled(document, i, end)):
        return verb, verb
    if low[i] in PRONOUNS:
        return i, i + 1
    k = i
    while k < end and document.inside[k] < 0:
        if tokens.words[k] in (";", ":", "—", "–", "("):
            break
        if tokens.words[k] == "," and not _apposes(document, k, end):
            break
        if k > i and low[k] in ("in", "on", "during", "after", "when", "while", "before", "as"):
            break
        k += 1
    return _trimmed(document, i, k)


def _titled(document: Document, i: int, end: int) -> bool:
    """`said managing director Mary Lee`: a role without an article, and right behind it a name."""
    low = document.tokens.low
    for k in range(i, min(i + _ROLE, end)):
        if document.capital(k):
            return k > i and low[k - 1] not in _DATED
        if low[k] in FUNCTION or low[k] in ADVERBS or not low[k][0].isalpha():
            return False
    return False


_ROLE: Final = 5
"""So many words has a role with the name behind it."""


def _apposes(document: Document, comma: int, end: int) -> bool:
    """Whether what follows a comma still describes the speaker."""
    if comma + 1 >= end:
        return False
    low = document.tokens.low
    following = low[comma + 1]
    named = document.capital(comma + 1) and following not in FUNCTION
    return following in ("a", "an", "the", "who", "its", "of", "head", "president") or (
        following in SPEAKERS or named
    )


def is_agent(document: Document, phrase: Range) -> bool:
    """Whether a phrase may speak: a pronoun, a name, or a noun of somebody."""
    begin, end = phrase
    if end <= begin:
        return False
    low = document.tokens.low
    if low[begin] in PRONOUNS:
        return end - begin == 1
    if end - begin == 1 and low[begin] in ("this", "that", "those", "these", "there", "which"):
        return False
    if low[end - 1] in _THINGS:
        return False
    for i in range(begin, end):
        if low[i] in SPEAKERS or (document.capital(i) and low[i] not in FUNCTION):
            return True
    return False


_DATED: Final = MONTHS | DAYS
_THINGS: Final = frozenset("shares stock figures results sales profits prices bonds".split())
"""`X shares`: what is X’s says nothing."""


_LINKS: Final = ADVERBS | CONJUNCTIONS


_BEGINS: Final = DETERMINERS | PRONOUNS | SPEAKERS
