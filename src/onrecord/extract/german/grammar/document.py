"""Text in, `Document` out: tokens with flags, sentences, segments, quotation marks.

A segment is what stands between two commas, colons, semicolons, dashes or brackets of a sentence,
outside quotation marks.
"""

from dataclasses import dataclass, field
from itertools import compress, repeat
from operator import and_

from onrecord.extract.german.grammar.flags import (
    ADJ,
    ADV,
    AUX,
    CAP,
    DET,
    FINITE,
    INFINITIVE,
    KONJ,
    MODAL,
    NUM,
    PARTICIPLE,
    PREP,
    PRON,
    SUBCONJ,
    WH,
)
from onrecord.extract.german.grammar.words import FLAGS, GERMAN, flags_of
from onrecord.extract.marks import quotations
from onrecord.extract.segmentation import sentences
from onrecord.extract.tokens import (
    TERMINAL,
    Kind,
    Tokens,
    tokenize,
)

SPLITTERS = frozenset((",", ";", ":", "–", "—", "-", "(", ")"))
_SPLITTING = Kind.of(SPLITTERS)
SHORT_BRACKET = 8
STRONG_MOOD = frozenset(
    """sei seien habe werde könne müsse solle wolle dürfe möge gebe komme gehe stehe liege bleibe
    wisse handele handle lasse nehme halte sehe finde bestehe gelte führe mache brauche""".split()
)
"""Forms of Konjunktiv I that are nothing else: they mark reported speech with no doubt."""


@dataclass(slots=True)
class Segment:
    """Tokens begin..end; `mark` is the splitter before it, empty at the start."""

    begin: int
    end: int
    mark: str


@dataclass(slots=True)
class Sentence:
    """Tokens begin..end; `stop` is where the final punctuation starts."""

    number: int
    begin: int
    end: int
    stop: int
    segments: list[Segment]
    paragraph: int
    kinds: int
    """The bits of the kinds of words that stand in it: what it lacks need not be looked for."""

    def has(self, bits: int) -> bool:
        """Whether a word of each of these kinds stands in it."""
        return self.kinds & bits == bits


@dataclass(slots=True)
class Document:
    """An article ready for the rules."""

    tokens: Tokens
    flags: list[int]
    sentences: list[Sentence]
    marks: list[tuple[int, int]]
    inside: list[int] = field(repr=False)
    """For each token the index of the quotation it stands in, or -1."""
    names: frozenset[str] = frozenset()
    """Words of the names that the text is known to hold, once they have been found."""
    media: frozenset[str] = frozenset()
    """First words of the names of media."""
    moods: list[int] = field(default_factory=list, repr=False)
    """Where a word may be a verb in Konjunktiv, outside quotation marks."""
    articled: set[str] | None = field(default=None, repr=False)
    """The words that stand right behind an article somewhere; found when first asked for."""

    def finite(self, begin: int, end: int) -> int:
        """The first finite verb in a token range, or -1."""
        flags, inside = self.flags, self.inside
        for i in range(begin, end):
            if flags[i] & FINITE and inside[i] < 0:
                return i
        return self._plural(begin, end)

    def _plural(self, begin: int, end: int) -> int:
        """A plural present form looks like an infinitive: finite if no `zu` or modal is near."""
        flags, low = self.flags, self.tokens.low
        for i in range(begin, end):
            if flags[i] & INFINITIVE and self.inside[i] < 0 and not flags[i] & CAP:
                if low[i - 1] == "zu" and i > begin:
                    continue
                if low[i][:1] and "zu" in low[i][2:] and not flags[i] & FINITE and _zu(low[i]):
                    continue
                return i
        return -1

    def konjunktiv(self, begin: int, end: int) -> int:
        """The first form in Konjunktiv in a token range, or -1."""
        flags, low = self.flags, self.tokens.low
        for i in range(begin, end):
            if flags[i] & KONJ and self.inside[i] < 0:
                if (low[i - 1] == "ich" and i > 0) or self.attributive(i):
                    continue
                return i
        return -1

    def attributive(self, i: int) -> bool:
        """Whether what may be a verb in Konjunktiv is an adjective or article: `heiße Spur`."""
        flags = self.flags
        if flags[i] & DET:
            return True
        if i + 1 >= len(flags) or i == 0 or self.tokens.low[i] in STRONG_MOOD:
            return False
        return bool(flags[i - 1] & (DET | ADJ | NUM | PREP) and flags[i + 1] & (CAP | ADJ))

    def infinitive_clause(self, begin: int, end: int) -> bool:
        """Whether the range ends in `zu` with an infinitive and holds no finite verb."""
        low, near = self.tokens.low, self.tokens.among(ZU, begin, end)
        for i in range(begin, near[-1] + 1) if near else ():
            if self.flags[i] & FINITE and not self.flags[i] & KONJ:
                break
            if low[i] == "zu" and i + 1 < end and low[i + 1].endswith("n"):
                if (
                    self.tokens.words[i + 1][0].islower()
                    and (not self.flags[i + 1] & (DET | PREP) or self._to_be(i + 1, end))
                    and (i + 2 >= end or not self.flags[i + 2] & CAP or not self.flags[i + 1] & ADJ)
                ):
                    return True
            elif _zu(low[i]) and self.tokens.words[i][0].islower():
                return True
        return False

    def _to_be(self, i: int, end: int) -> bool:
        """`zu sein` at the end of a clause, not `zu sein Haus`."""
        return self.tokens.low[i] == "sein" and (
            i + 1 >= end or not self.flags[i + 1] & (CAP | ADJ)
        )

    def spans(self, *ranges: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        """Code points of token ranges; empty ranges are dropped."""
        begins, ends = self.tokens.begins, self.tokens.ends
        if len(ranges) == 1:
            begin, end = ranges[0]
            return ((begins[begin], ends[end - 1]),) if end > begin else ()
        return tuple([(begins[b], ends[e - 1]) for b, e in ranges if e > b]) if ranges else ()


_PARTICLE_ZU = tuple(
    f"{p}zu"
    for p in (
        "an ab auf aus bei ein mit vor zurück hervor hin hinzu heraus bekannt fest dar nach voraus "
        "entgegen zusammen durch um weiter wieder fort bereit frei los teil statt wahr her sicher "
        "klar hinaus vorbei weg nahe"
    ).split()
)


def _zu(low: str) -> bool:
    """An infinitive with `zu` inside: anzukündigen."""
    return low.endswith("n") and low.startswith(_PARTICLE_ZU) and len(low) > 7


ZU = Kind(
    lambda low: low == "zu" or _zu(low), near=Kind.of(("zu",), _PARTICLE_ZU, placed=False).bit
)


def read_document(text: str) -> Document:
    """Segments a German text."""
    tokens = tokenize(text)
    flags = tokens.told[FLAGS]
    marks = quotations(tokens)
    inside = [-1] * len(tokens.words)
    for number, (begin, end) in enumerate(marks):
        for i in range(begin, end):
            inside[i] = number
    document = Document(tokens, flags, [], marks, inside)
    paragraph = 0
    for number, (begin, end) in enumerate(sentences(tokens, GERMAN)):
        if tokens.breaks[begin] == 2:
            paragraph += 1
            begin = _past_ticker(tokens, begin, end)
        if tokens.breaks[begin]:
            begin = _past_dateline(tokens, flags, begin, end)
        elif tokens.words[begin] == "–" and end - begin > 2 and flags[begin + 1] & DET:
            begin += 1  # `... – Der Konzern`: one of several short reports
        stop = end
        while stop > begin and tokens.words[stop - 1] in TERMINAL:
            stop -= 1
        if stop == begin:
            stop = end
        segments = _segments(document, begin, end if stop == end else stop)
        kinds = tokens.kinds(begin, end)
        document.sentences.append(Sentence(number, begin, end, stop, segments, paragraph, kinds))
    _demote_first_words(document)
    _guess_verbs(document)
    return document


TICKER = 9
"""The time before an entry of a live ticker is no longer than this, in tokens."""


def _past_ticker(tokens: Tokens, begin: int, end: int) -> int:
    """`+++ 10.15 Uhr +++ Der Konzern ...`, `9.15 Uhr: ...`: the entry starts behind the time."""
    last = begin
    for i in range(begin, min(begin + TICKER, end - 2)):
        low = tokens.low[i]
        if low == "uhr" or low in ("+", "|", "–", ":", "-"):
            last = i + 1
        elif not low[0].isdigit():
            break
    timed = "uhr" in tokens.low[begin:last] or tokens.words[begin] == "+"
    return last if timed and last < end and tokens.words[last][0].isupper() else begin


def _past_dateline(tokens: Tokens, flags: list[int], begin: int, end: int) -> int:
    """`Hamburg – Der Konzern ...`: the sentence starts behind the dash."""
    for i in range(begin + 1, min(begin + 6, end - 2)):
        free = tokens.begins[i] > tokens.ends[i - 1]
        if tokens.words[i] in ("–", "—", "-") and free and tokens.words[i + 1][0].isupper():
            return i + 1
        agency = tokens.words[i - 1] in "(/" and tokens.words[i].isalpha()
        if not flags[i] & CAP and tokens.words[i] not in ("(", ")", "/") and not agency:
            break
    return begin


def _guess_verbs(document: Document) -> None:
    """A segment with no verb known: a word in a verb's place and form is taken for one."""
    inside, flags = document.inside, document.flags
    finite = compress(range(len(flags)), map(and_, flags, repeat(FINITE)))
    verbs = [i for i in finite if inside[i] < 0] if document.marks else list(finite)
    guessed: list[int] = []
    behind, next_verb = iter(verbs), -1
    for sentence in document.sentences:
        for part in sentence.segments:
            while next_verb < part.begin:
                next_verb = next(behind, len(flags))
            if next_verb >= part.end and part.end - part.begin > 1:
                guessed += _guess(document, part)
    document.moods = sorted(i for i in (*verbs, *guessed) if flags[i] & KONJ)


_NO_GUESS = ~(ADJ | PARTICIPLE)


def _guess(document: Document, part: Segment) -> tuple[int, ...]:
    words, flags = document.tokens.words, document.flags
    for i in range(part.begin, part.end):
        word = words[i]
        if flags[i] & _NO_GUESS or document.inside[i] >= 0 or len(word) < 4:
            continue
        before = flags[i - 1] if i > part.begin else CAP
        after = flags[i + 1] if i + 1 < part.end else 0
        if before & (DET | ADJ | PREP | NUM) and not before & (CAP | PRON):
            continue
        noun_next = after & (CAP | ADJ | NUM) and not after & DET
        if word.endswith("e") and not word.endswith("te"):
            if not noun_next and word not in _NO_VERBS:
                flags[i] = FINITE | KONJ
                return (i,)
        elif (word.endswith(("te", "ten", "tet")) and before & (CAP | PRON)) or (
            word.endswith("t")
            and not flags[i] & PARTICIPLE
            and word not in _NO_VERBS
            and (before & (CAP | PRON | ADV) or i == part.end - 1)
        ):
            flags[i] = FINITE
            return (i,)
    return ()


_NO_VERBS = frozenset(
    """heute gerade beinahe lange ohne bisher seite weise pleite müde leise böse nahe gute große
    viele beste erste letzte nächste zweite dritte halbe ganze alte neue nicht recht seit statt
    selbst erst gut schlecht hart weit leicht kompetent konsequent präsent transparent effizient
    bekannt bereit laut direkt exakt perfekt korrekt indirekt nicht letzt zuletzt samt sonst
    übrigens insgesamt überhaupt unbekannt verwandt entfernt getrennt permanent dezent robust
    bewusst fest fett glatt kaputt matt nett platt satt statt tot rot wert wort zart""".split()
)


def _segments(document: Document, begin: int, end: int) -> list[Segment]:
    words, tokens = document.tokens.words, document.tokens
    found: list[Segment] = []
    start, mark, closed = begin, "", begin
    for i in tokens.among(_SPLITTING, begin, end):
        word = words[i]
        if document.inside[i] >= 0:
            continue
        if word == "-" and not (
            i + 1 < len(tokens.words) and tokens.begins[i] > tokens.ends[i - 1] and i > begin
        ):
            continue
        if word == "(" and ")" in words[i : i + SHORT_BRACKET]:
            closed = i + words[i : i + SHORT_BRACKET].index(")")
            continue
        if i < closed:
            continue  # `X (Umsatz: 40 Millionen Euro)`
        if word == ")" and "(" in words[max(begin, i - SHORT_BRACKET + 1) : i]:
            continue
        if i > start:
            found.append(Segment(start, i, mark))
        start, mark = i + 1, word
    if end > start:
        found.append(Segment(start, end, mark))
    return found


_ADVERB_ENDS = ("lich", "ig", "isch", "end", "sam", "bar", "weise", "haft", "los", "ernd")


_FEELINGS = frozenset(
    """besorgt verärgert empört enttäuscht erfreut skeptisch zufrieden optimistisch pessimistisch
    gelassen bestürzt entsetzt zuversichtlich überrascht erleichtert kritisch ähnlich anders
    deutlich unbeeindruckt gereizt positiv negativ kritischer verhalten""".split()
)
_NOUNS = frozenset("abend jugend tausend dutzend gegend elend honig könig essig".split())


def _adverb(low: str) -> bool:
    """Whether a word with no flag looks like an adverb: nämlich, gleichermaßen, arbeitslos."""
    return len(low) > 5 and low.endswith(_ADVERB_ENDS) and low not in _NOUNS


def _named(document: Document, i: int) -> bool:
    """`Zu Guttenberg hatte`: a name right before the verb."""
    flags = document.flags
    return i + 2 < len(flags) and bool(flags[i + 1] & CAP and flags[i + 2] & FINITE)


COLON = Kind.of(":")


_SMALL = DET | PREP | SUBCONJ | ADV | PRON | WH
_SMALL_FIRST = _SMALL | AUX | MODAL
_VERBAL = FINITE | INFINITIVE


def _demote_first_words(document: Document) -> None:
    """The first word of a sentence is written large: a verb or adverb there is no name."""
    flags, low = document.flags, document.tokens.low
    for i in [colon + 1 for colon in document.tokens.where(COLON)]:
        if i < len(flags) and flags[i] & CAP:
            small = flags_of(low[i])
            if small & _SMALL:
                flags[i] = small
    for sentence in document.sentences:
        i = sentence.begin
        while i < sentence.end and not low[i][0].isalnum():
            i += 1
        if i >= sentence.end or not flags[i] & CAP:
            continue
        small = flags_of(low[i])
        if low[i] in ("damit", "da") and i + 1 < sentence.end and flags[i + 1] & FINITE:
            flags[i] = ADV
            continue
        if low[i] in _FEELINGS:
            flags[i] = ADJ
            continue
        verb_next = i + 1 < sentence.end and bool(flags[i + 1] & _VERBAL)
        if verb_next and (small & PARTICIPLE or (not small and _adverb(low[i]))):
            flags[i] = ADV
            continue
        if not small and i + 1 < sentence.end and flags[i + 1] & PREP and _adverb(low[i]):
            flags[i] = ADV
            continue
        if low[i] in ("zu", "von", "van") and not verb_next and _named(document, i):
            continue
        if small & _SMALL_FIRST:
            flags[i] = small
        elif small & PARTICIPLE:
            flags[i] = small | CAP
