"""Which written words German has: a dictionary of word forms (simplemma's), and compounds of them.

Read when the first word is asked for. A dictionary knows some names too (Siemens, Leopold), so that
a word that it lacks is a name rather than that one it has is none.
"""

from typing import Final

from onrecord.extract.dictionary import WordForms, word_forms
from onrecord.extract.tokens import recalled

_SHORTEST: Final = 4
"""Letters of the last part of a compound, and one more than those of its first."""
_LONG: Final = 8
"""A last part of so many letters makes a compound of whatever stands before: Leadinvestor."""
_JOINTS: Final = ("", "s", "es", "n", "en", "er", "e")
"""What may stand between the parts of a compound."""
_LEFT_OUT: Final = ("e", "en", "n")
"""What the first part may have lost: Hüfte, abfüllen, rütteln."""


def _forms() -> WordForms:
    return word_forms("de")


@recalled
def is_listed(word: str) -> bool:
    """Whether the dictionary has the word, written small or with a capital, or as the Swiss do."""
    forms, swiss = _forms(), word.replace("ss", "ß")
    written = (word, word.lower(), word.capitalize(), swiss, swiss.lower())
    return any(forms.get(form) is not None for form in dict.fromkeys(written))


@recalled
def is_plural(word: str) -> bool:
    """Whether the dictionary has the word as a form of a noun other than its first: Zukäufe."""
    lemma = _forms().get(word)
    return lemma is not None and lemma != word and lemma[:1].isupper()


@recalled
def head_of(word: str) -> str:
    """The noun that a compound ends in, e.g. `Verbund` of `Genossenschaftsverbund`; the longest
    one; empty where the word is no compound of words that the dictionary has.

    Behind a hyphen any noun will do: `Konzern` of `Xyl-Konzern`.
    """
    first, hyphen, last = word.rpartition("-")
    if hyphen:
        return last if first and is_listed(last) else ""
    forms = _forms()
    for at in range(_SHORTEST - 1, len(word) - _SHORTEST + 1):
        tail = word[at:].capitalize()
        known = forms.get(tail) or (tail.endswith("in") and forms.get(tail[:-2]))
        if known and (len(tail) >= _LONG or _starts_a_compound(word[:at])):
            return tail
    return ""


def is_word(word: str) -> bool:
    """Whether German has the word, as it stands or as a compound."""
    return is_listed(word) or bool(head_of(word))


def _starts_a_compound(first: str) -> bool:
    """Whether a compound may begin so: a word, with a joint or without its end, or a stem."""
    bare = (first.removesuffix(joint) for joint in _JOINTS if first.endswith(joint))
    made = (first + end for end in _LEFT_OUT if len(first) > _SHORTEST - 1)
    return any(len(word) >= _SHORTEST - 1 and is_listed(word) for word in (*bare, *made))
