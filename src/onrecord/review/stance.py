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
    negated = not folded.isdisjoint(_NEGATIONS.get(language, ())) and _is_negated(text, language)
    # Who denies that nothing was paid says that something was.
    return Stance(modality, "negated" if negated != denied else "affirmed", hedge)


def _is_negated(text: str, language: str) -> bool:
    """Whether a negation stands in what is said, and not in a clause beside it."""
    said = _BESIDE[language].sub(" ", _ADDING.sub(" ", text))
    words = _WORD.findall(said) or _WORD.findall(text)
    return any(word.casefold() in _NEGATIONS[language] for word in words)
