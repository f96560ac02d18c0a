"""Words that draw a relation between statements in English: `denied the report`, `later said`."""

from collections.abc import Callable, Iterator
from typing import Final

from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.verbs import BE, SAYING, SPEAKS
from onrecord.extract.english.words import ADVERBS, PREPOSITIONS
from onrecord.extract.records import Source, Spans
from onrecord.extract.relations import Doing, Sign
from onrecord.extract.tokens import Kind

VERBS: Final[dict[str, Doing]] = {
    **dict.fromkeys(
        """denied denies deny denying rejected rejects reject disputed disputes dismissed dismisses
        contradicted contradicts refuted refutes disagreed disagrees rebutted rebuts rubbished
        rubbishes""".split(),
        "deny",
    ),
    **dict.fromkeys(
        """responded responds replied replies answered answers reacted reacts confirmed confirms
        countered counters retorted retorts""".split(),
        "answer",
    ),
    **dict.fromkeys(
        "reiterated reiterates repeated repeats reaffirmed reaffirms".split(), "repeat"
    ),
    **dict.fromkeys(
        """clarified clarifies backtracked backtracks backpedalled backpedaled softened softens
        qualified qualifies tempered tempers moderated""".split(),
        "qualify",
    ),
}
PARTED: Final[dict[tuple[str, str], Doing]] = {
    **dict.fromkeys(((form, "back") for form in ("pushed", "pushes", "pushing")), "deny"),
    **dict.fromkeys(
        ((form, "back") for form in ("hit", "hits", "hitting", "shot", "fired", "struck")), "answer"
    ),
    **dict.fromkeys(
        (("played", "down"), ("plays", "down"), ("brushed", "off"), ("shrugged", "off")), "answer"
    ),
    **dict.fromkeys((("took", "issue"), ("takes", "issue"), ("taking", "issue")), "deny"),
    **dict.fromkeys(
        (("toned", "down"), ("tones", "down"), ("walked", "back"), ("rowed", "back")), "qualify"
    ),
}
"""A verb and the word behind it that makes another one of it."""
JUDGING: Final = frozenset(
    """welcomed welcomes welcoming criticised criticized criticises criticizes criticising
    criticizing condemned condemns condemning praised praises slammed slams blasted denounced
    denounces commented""".split()
)
"""Verbs that answer where their object is something said: `welcomed the report`."""
NAMING: Final = frozenset(
    """called calls calling described describes describing dismissed dismisses dismissing branded
    brands labelled labeled denounced denounces""".split()
)
FALSE: Final = frozenset(
    """false untrue wrong incorrect inaccurate baseless unfounded nonsense fabricated misleading
    absurd ridiculous groundless rubbish fiction bogus invented mistaken""".split()
)
TRUE: Final = frozenset("true correct accurate right so".split())
REPORTS: Final = frozenset(
    """report reports article story claim claims allegation allegations rumour rumours rumor
    rumors speculation accusation accusations criticism""".split()
)
SAID: Final = REPORTS | frozenset(
    """announcement remark remarks comment comments statement statements warning warnings proposal
    demand demands""".split()
)
POINTING: Final = frozenset("that this it these those them".split())
PERSONS: Final = frozenset("him her them".split())
NEGATED: Final = frozenset("not never neither nor".split())
LATER: Final = frozenset("later afterwards afterward subsequently".split())
SUBJECTS: Final = frozenset("that this it these those they".split())
CONDITIONS: Final = frozenset("condition precondition prerequisite requirement".split())
REACH: Final = 8
"""A report is named no further behind the verb, in tokens."""
NEAR: Final = 5
"""So far a verb of saying stands behind the word that says when, in tokens."""
SOURCES: Final[dict[Doing, Source]] = {
    "deny": Source("en-denies", "1", 0.7, "a verb of denial answers what was said before"),
    "answer": Source("en-answers", "1", 0.65, "a verb of answering points at what was said"),
    "repeat": Source("en-repeats", "1", 0.6, "a word says that the speaker says it once more"),
    "qualify": Source("en-qualifies", "1", 0.6, "a verb of qualifying takes up what was said"),
    "follow": Source("en-follows", "1", 0.7, "the frame says that it was said later"),
    "need": Source("en-condition", "1", 0.7, "a word names the condition of what was said"),
    "reason": Source("en-reason", "1", 0.7, "a word names the reason of what was said"),
    "consequence": Source("en-reason", "1", 0.7, "a word names the reason of what was said"),
}
UNTRUE: Final = Source("en-untrue", "1", 0.7, "the words call false what was said before")
Look = tuple[Doing, Range] | None
"""What the words from a token to another one do."""


def find_signs(document: Document) -> tuple[Sign, ...]:
    """The words that draw relations, in the order of the text."""
    return tuple(
        sign for number in range(len(document.sentences)) for sign in _in(document, number)
    )


def _in(document: Document, number: int) -> Iterator[Sign]:
    sentence = document.sentences[number]
    for i in document.tokens.among(_TRIGGERS, *sentence):
        for look in _WITHIN if document.inside[i] >= 0 else _OUTSIDE:
            found = look(document, i, sentence)
            if found is None:
                continue
            doing, cue = found
            said = look in _WITHIN
            report = () if said else _report(document, cue[1] - 1, sentence)
            pointing = (
                not said
                and document.tokens.low[cue[1] : cue[1] + 1] != []
                and (document.tokens.low[cue[1]] in POINTING)
            )
            spans = (document.tokens.span(*cue),)
            source = UNTRUE if look is _untrue else SOURCES[doing]
            yield Sign(doing, number, spans, source, report, pointing or said, said)
            break


def _verb(document: Document, i: int, sentence: Range) -> Look:
    """`denied`, `replied`, `repeated`; `confirmed` with what, `clarified` with words or remarks."""
    low = document.tokens.low
    doing = VERBS.get(low[i])
    if doing is None or _is_negated(document, i, sentence):
        return None
    behind = low[i + 1 : i + 2]
    pointing, report = POINTING.issuperset(behind), _report(document, i, sentence)
    if low[i].startswith("confirm") and not (pointing or report):
        return None
    if doing == "qualify" and not (pointing or _own_words(document, i, sentence)):
        return None
    return doing, (i, i + 1)


def _own_words(document: Document, i: int, sentence: Range) -> bool:
    """`his remarks`, `the statement`, or a clause: what somebody qualifies."""
    low = document.tokens.low
    if low[i] in ("backtracked", "backtracks", "backpedalled", "backpedaled"):
        return True
    if low[i].startswith("clarif") and low[i + 1 : i + 2] == ["that"]:
        return True
    return any(low[k] in SAID for k in range(i + 1, min(i + 5, sentence[1])))


def _parted(document: Document, i: int, sentence: Range) -> Look:
    """`pushed back`, `took issue with`, `toned down her remarks`; not `hit back pain`."""
    low = document.tokens.low
    doing = PARTED.get((low[i], *low[i + 1 : i + 2])) if i + 1 < sentence[1] else None  # type: ignore[arg-type]
    if doing is None or _is_negated(document, i, sentence):
        return None
    behind = low[i + 2 : i + 3]
    free = not behind or not behind[0][0].isalnum() or behind[0] in PREPOSITIONS | ADVERBS
    if doing == "qualify":
        return (doing, (i, i + 2)) if _own_words(document, i + 1, sentence) else None
    free = free or behind[0] in SPEAKS | SAYING or _said(document, i + 2)
    return (doing, (i, i + 2)) if free else None


def _judged(document: Document, i: int, sentence: Range) -> Look:
    """`called the report nonsense`, `described it as false`; `welcomed the announcement`."""
    low = document.tokens.low
    if low[i] in NAMING:
        about = any(low[k] in SAID | POINTING for k in range(i + 1, min(i + 5, sentence[1])))
        for k in range(i + 2, min(i + REACH, sentence[1])) if about else ():
            if low[k] in FALSE:
                return "deny", (i, i + 1)
    if low[i] in JUDGING and not _is_negated(document, i, sentence):
        for k in range(i + 1, min(i + 4, sentence[1])):
            if low[k] in SAID:
                return "answer", (i, i + 1)
    return None


def _phrase(document: Document, i: int, sentence: Range) -> Look:
    """`In response, …`, `Asked about the report, …`, `Commenting on this, …`."""
    low = document.tokens.low
    if low[i] in ("response", "reply", "reaction", "answer"):
        begin = i - 2 if low[i - 1] == "a" else i - 1
        behind = low[i + 1 : i + 2]
        said = behind == [","] or (behind == ["to"] and _said(document, i + 2))
        return ("answer", (begin, i + 1)) if said and low[begin] == "in" else None
    if low[i] not in ("asked", "responding", "reacting", "replying", "commenting"):
        return None
    when = i - 1 if low[i - 1] == "when" and i > sentence[0] else i
    first = when == sentence[0] or not document.tokens.words[when - 1][0].isalnum()
    if not first:
        return None
    for k in range(i + 1, min(i + 6, sentence[1])):
        if low[k] in ("about", "to", "on") and _said(document, k + 1):
            return "answer", (when, k + 1)
        if low[k] in ("if", "whether") and SUBJECTS.issuperset(low[k + 1 : k + 2]):
            truth = TRUE.issuperset(low[k + 3 : k + 4]) and low[k + 2] in BE
            return ("answer", (when, k + 1)) if truth else None
    return None


def _said(document: Document, k: int) -> bool:
    """Whether these words name something said: `the report`, `this`, `Reuters' report`."""
    low = document.tokens.low
    return low[k : k + 1] != [] and (
        low[k] in POINTING | PERSONS or any(word in SAID for word in low[k : k + 4])
    )


def _agreed(document: Document, i: int, sentence: Range) -> Look:
    """`X agreed: “…”`, `agreed with her`; not what two sides agree on."""
    low = document.tokens.low
    if low[i] not in ("agreed", "agrees", "concurred") or _is_negated(document, i, sentence):
        return None
    behind = low[i + 1 : i + 3]
    alone = not behind or behind[0] in (".", ":", ";") or behind in (
        [",", "saying"], [",", "adding"],
    )  # fmt: skip
    with_them = behind[:1] == ["with"] and behind[1:] and behind[1] in PERSONS | POINTING
    return ("answer", (i, i + 1)) if alone or with_them else None


def _again(document: Document, i: int, sentence: Range) -> Look:
    """`said again`, `stressed once more`."""
    low = document.tokens.low
    if low[i] not in ("again", "more") or i - 1 < sentence[0]:
        return None
    first = i - 1 if low[i - 1] == "once" else i
    if low[i] == "more" and first == i:
        return None
    near = low[first - 1 : first] + low[i + 1 : i + 2]
    return ("repeat", (first, i + 1)) if any(word in SPEAKS for word in near) else None


def _afterwards(document: Document, i: int, sentence: Range) -> Look:
    """`later said`, `A day later, X said`, `then added`; not `later that day the shares fell`."""
    low = document.tokens.low
    begin, stop = sentence[0], min(i + NEAR + 1, sentence[1])
    if low[i + 1 : i + 2] == ["that"] or low[i + 1 : i + 2] == ["this"]:
        return None
    if low[i] == "then":
        return ("follow", (i, i + 1)) if _speaks(document, i + 1, sentence) else None
    if low[i] == "after":
        if low[i - 1] not in ("soon", "shortly") or low[i + 1 : i + 2] != [","]:
            return None
    elif low[i] not in LATER:
        return None
    if _speaks(document, i + 1, sentence):
        return "follow", (i, i + 1)
    if i - begin > 3:
        return None
    verbs = [k for k in range(i + 1, stop) if _speaks(document, k, sentence)]
    return ("follow", (begin, i + 1)) if verbs else None


def _speaks(document: Document, k: int, sentence: Range) -> bool:
    return k < sentence[1] and document.inside[k] < 0 and document.tokens.low[k] in SPEAKS


def _cause(document: Document, i: int, sentence: Range) -> Look:
    """`The reason is`, `The condition is that`, `That is why`, `Therefore`, where what is said
    begins."""
    low = document.tokens.low
    start = _beginning(document, i, sentence)
    near = low[i + 1 : i + 2]
    if low[i] in CONDITIONS and 0 < i - start < 4 and near and near[0] in _NAMES_ONE:
        return "need", (i, i + 1)
    if low[i] in ("depends", "depend", "hinges") and i - start in (1, 2) and _points(low[start]):
        return ("need", (i, i + 1)) if near == ["on"] else None
    if low[i] in ("reason", "reasons") and 0 < i - start < 4 and near:
        if near[0] in BE or (near == ["for"] and low[i + 2 : i + 3] in (["this"], ["that"])):
            return "reason", (i, i + 1)
        if low[start] == "for" and low[start + 1] in ("this", "that"):
            return "consequence", (start, i + 1)
    if low[i] in ("why", "because") and i - start in (1, 2) and _points(low[start]):
        return ("reason" if low[i] == "because" else "consequence"), (start, i + 1)
    if low[i] in ("therefore", "hence", "consequently") and i == start:
        return "consequence", (i, i + 1)
    return None


_NAMES_ONE: Final = BE | {"for"}


def _beginning(document: Document, i: int, sentence: Range) -> int:
    """Where the clause begins in which a token stands, or a place too far before it to matter."""
    words, start, least = document.tokens.words, i, max(sentence[0], i - NEAR)
    while start > least and words[start - 1][0].isalnum():
        start -= 1
    return start


def _points(word: str) -> bool:
    """`That`, `This`, `That's`."""
    return word.replace("’", "'").removesuffix("'s") in ("that", "this")


def _untrue(document: Document, i: int, sentence: Range) -> Look:
    """`That is not true`, `The report is false`, where it is all that is said."""
    low, stop = document.tokens.low, document.stop(sentence)
    ends = i + 1 >= stop or not document.tokens.words[i + 1][0].isalnum()
    if not ends or low[i] not in FALSE | TRUE:
        return None
    k, no = i - 1, low[i] in FALSE
    while k > sentence[0] and low[k] in _BETWEEN:
        no ^= low[k] in ("not", "never")
        k -= 1
    word = low[k].replace("’", "'")
    subject = k - 1 if word in BE else k
    if word in ("isn't", "wasn't", "aren't", "weren't"):
        no, subject = not no, k - 1
    elif word.endswith("'s"):
        word = word.removesuffix("'s")
        if not no or word not in SUBJECTS:
            return None
        return ("deny", (k, i + 1)) if _opens(document, k, sentence) else None
    elif word not in BE:
        return None
    if not no or subject < sentence[0]:
        return None
    if low[subject] in SUBJECTS:
        return ("deny", (subject, i + 1)) if _opens(document, subject, sentence) else None
    named = low[subject] in SAID and subject > sentence[0] and low[subject - 1] in _THE
    named = named and _opens(document, subject - 1, sentence)
    return ("deny", (subject - 1, i + 1)) if named else None


_BETWEEN: Final = frozenset(
    """not never simply just completely totally entirely absolutely plain pure quite really a “ " ‘
    '""".split()
)
_THE: Final = frozenset("the this that these those such any all".split())


def _opens(document: Document, k: int, sentence: Range) -> bool:
    """Whether what is said begins with this token: behind a mark, a verb of saying or `that`."""
    if k == sentence[0]:
        return True
    low, before = document.tokens.low, document.tokens.words[k - 1]
    if not before[0].isalnum():
        return True
    return low[k - 1] in SPEAKS | SAYING or (low[k - 1] == "that" and low[k - 2] in SPEAKS | SAYING)


def _is_negated(document: Document, i: int, sentence: Range) -> bool:
    if leaves_open(document, i):
        return True
    return not NEGATED.isdisjoint(document.tokens.low[max(sentence[0], i - 3) : i])


def leaves_open(document: Document, i: int) -> bool:
    """`declined to confirm or deny it`."""
    low = document.tokens.low
    return low[i - 1] in ("or", "nor") and "confirm" in low[max(0, i - 4) : i]


def _report(document: Document, i: int, sentence: Range) -> Spans:
    """The noun behind a verb that names what was reported, with its article."""
    for k in range(i + 1, min(i + REACH, sentence[1])):
        if document.tokens.low[k] in REPORTS:
            first = k - 1 if document.tokens.low[k - 1] in ("the", "a", "an") else k
            return (document.tokens.span(first, k + 1),)
    return ()


_WITHIN: Final[tuple[Callable[[Document, int, Range], Look], ...]] = (_untrue, _cause)
"""What draws a relation from inside of what is said, in marks or not."""
_OUTSIDE: Final = (_verb, _parted, _judged, _phrase, _agreed, _again, _afterwards, *_WITHIN)
_TRIGGERS: Final = Kind.of(
    frozenset(
        (
            *VERBS, *(verb for verb, _ in PARTED), *JUDGING, *NAMING, *FALSE, *TRUE, *LATER,
            *CONDITIONS,
            *"""response reply reaction answer asked responding reacting replying commenting agreed
            agrees concurred again more then after depends depend hinges reason reasons why because
            therefore hence consequently""".split(),
        )
    )
)  # fmt: skip
