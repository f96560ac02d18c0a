"""The words of a passage → how firmly it is put: modality, hedge word and polarity.

A first guess for a person to judge, from cue words alone.
"""

import re
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"n['’]t\b|[^\W\d_]+?(?=n['’]t\b)|[^\W\d_]+(?:-[^\W\d_]+)*")

_HEDGES: Final = {
    "de": {
        "probable": """wohl vermutlich wahrscheinlich wahrscheinlichsten voraussichtlich dürfte
        dürften""".split(),
        "possible": "womöglich möglicherweise vielleicht eventuell könnte könnten".split(),
        "hearsay": "soll sollen angeblich".split(),
        "hope": "hoffe hofft hoffen hoffentlich".split(),
        "belief": "glaube glaubt glauben".split(),
        "intention": "will wollen wolle werde werden beabsichtigt".split(),
        "planned": "geplant geplante geplanten plant planen".split(),
    },
    "en": {
        "probable": "probably likely presumably".split(),
        "possible": "may might could perhaps possibly".split(),
        "hearsay": "reportedly allegedly supposedly".split(),
        "hope": "hope hopes hoping hopefully".split(),
        "belief": "believe believes".split(),
        "intention": "will intend intends wants".split(),
        "planned": "planned plans".split(),
    },
}
_FIRM: Final = frozenset({"asserted", "intention", "planned"})
"""What a condition takes more from than it has already."""
_MARKED: Final = frozenset({"probable", "possible", "hearsay"})
_NEGATIONS: Final = {
    "de": frozenset(
        """nicht kein keine keinen keinem keiner keines keinerlei keineswegs keinesfalls nie niemals
        niemand niemandem niemanden niemandes nichts nirgends weder mitnichten""".split()
    ),
    "en": frozenset("not no never nobody nothing none neither nor nowhere cannot n't n’t".split()),
}
_ADDING: Final = re.compile(r"\b(?:nicht (?:nur|allein|zuletzt)|not (?:only|just|least))\b", re.I)
"""What is said besides: nothing is negated by it."""
_OPENING: Final = {
    "de": """weil obwohl obgleich obschon wenn falls sofern nachdem bevor indem sodass sobald
    wodurch weshalb""".split(),
    "en": r"because(?!\s+of) although though if unless whereas whenever so\s+that".split(" "),
}
"""Words that open a clause which says why, when or on what condition, and do nothing else."""
_RELATIVE: Final = {
    "de": r"""(?:(?:mit|von|für|an|auf|in|bei|zu|über|gegen|aus)\s+)?(?:der|die|das|den|dem|denen)
        \s+(?:er|sie|es|man|wir|ich|ihn|ihm|ihr|ihnen|uns|sich|nicht|nie|niemand|kein\w*)""",
    "en": "who|whose|whom|which",
}
_CLAUSE: Final = r"(?:[^,;.:!?–—]|(?<=\d)[,.](?=\d))*"
_BESIDE: Final = {
    code: re.compile(
        rf"(?<!\w)(?:{'|'.join(words)})\s{_CLAUSE}|,\s*(?:{_RELATIVE[code]})\b{_CLAUSE}",
        re.IGNORECASE | re.VERBOSE,
    )
    for code, words in _OPENING.items()
}
"""Clauses whose negation is none of what is said: he sues because nobody paid."""
_CONDITION: Final = {
    "de": re.compile(
        rf"""(?<!\w)(?:(?:(?<!auch\s)(?<!als\s)(?<!selbst\s)(?<!sogar\s)(?<!immer\s)(?<!was\s)
        wenn\b(?!\s+(?:auch|überhaupt|möglich|nötig|nicht\s+(?:gar|sogar)|man\s+so\s+will
            |man\s+bedenkt|es\s+(?:um|darum)\b|ich\s+das\s+richtig|es\s+nach\b))
        |(?:falls|sofern|vorausgesetzt|es\s+sei\s+denn)\b(?!\s+(?:möglich|nötig)\b)
        |unter\s+der\s+(?:Bedingung|Voraussetzung),\s+dass\b|für\s+den\s+Fall,\s+dass\b){_CLAUSE}
        |im\s+Falle?\s+(?:eine[sr]|des|der)\s+\w+)""",
        re.IGNORECASE | re.VERBOSE,
    ),
    "en": re.compile(
        rf"""(?<![\w-])(?:(?<!even\s)(?<!as\s)(?<!what\s)(?<!and\s)
        if\b(?!\s+(?:anything|not|ever|any|so|only|necessary|possible|need|applicable)\b)
        |(?:unless|assuming|provid(?:ed|ing)\s+that|on\s+(?:the\s+)?condition\s+that)\b
        |in\s+the\s+event\s+(?:of|that)\b){_CLAUSE}""",
        re.IGNORECASE | re.VERBOSE,
    ),
}
"""Clauses that say under which condition the rest holds."""
_BARE: Final = re.compile(r"wenn\b|if\b", re.IGNORECASE)
_APART: Final = re.compile(r"[,;:–—](?!\d)")
"""With `wenn` and `if` alone the clause before it may be what depends on it, a chip that runs when
somebody asks, and not what is said."""
_UNKNOWN: Final = {
    "de": re.compile(r"\b(?:was|wie|wer|ob)\b[^.!?]*$", re.IGNORECASE),
    "en": re.compile(
        r"""\b(?:ask|know|see|wonder|doubt|tell|told|say|sure|certain|clear|unclear|question|decide
        |determine|check|find\s+out|learn|matter|what|how|who|whether|consider)(?:s|e?d|ing)?\b
        [^.!?,;]*$""",
        re.IGNORECASE | re.VERBOSE,
    ),
}
"""What stands before a clause that is a question and no condition: asked if, what happens if."""
_TOLD: Final = re.compile(
    r"\b(?:is|are|was|were) (?:said|reported|rumou?red|understood|thought|believed) to\b", re.I
)
"""English hearsay that no single word shows."""


class Stance(NamedTuple):
    """Local names of concepts of the schemes modality and polarity, and the hedge as printed."""

    modality: str
    polarity: str
    hedge: str


def stance(text: str, language: str, *, hearsay: bool = False, denied: bool = False) -> Stance:
    """How firmly a passage is put; `hearsay` where a rule knows that it is, `denied` where the
    words with which it is said deny it."""
    words = _WORD.findall(text)
    folded = {word.casefold() for word in words}
    told = _TOLD.search(text) if language == "en" else None
    modality, hedge = ("hearsay" if hearsay or told else "asserted"), told[0] if told else ""
    for name, cues in _HEDGES.get(language, {}).items():
        if folded.isdisjoint(cues) or modality not in ("asserted", name):
            continue
        word = next(w for w in words if w.casefold() in cues)
        modality, hedge = name, word if name in _MARKED else ""
        break
    if modality in _FIRM and _is_conditional(text, language):
        modality = "conditional"
    negated = not folded.isdisjoint(_NEGATIONS.get(language, ())) and _is_negated(text, language)
    # Who denies that nothing was paid says that something was.
    return Stance(modality, "negated" if negated != denied else "affirmed", hedge)


def _is_negated(text: str, language: str) -> bool:
    """Whether a negation stands in what is said, and not in a clause beside it."""
    said = _BESIDE[language].sub(" ", _ADDING.sub(" ", text))
    words = _WORD.findall(said) or _WORD.findall(text)
    return any(word.casefold() in _NEGATIONS[language] for word in words)


def _is_conditional(text: str, language: str) -> bool:
    """Whether what is said holds in one case only: beside the condition something is left."""
    for clause in _CONDITION[language].finditer(text) if language in _CONDITION else ():
        before, after = text[: clause.start()].rstrip(" ,–"), text[clause.end() :]
        if len(_WORD.findall(f"{before} {after}")) < 2 or _UNKNOWN[language].search(before):
            continue
        if not _BARE.match(clause[0]) or not _APART.search(before):
            return True
    return False
