"""Which written words English has: a dictionary of word forms (simplemma's), read when asked.

It knows some names too: a word that it lacks is a name rather than that one it has is none.
"""

from functools import cache

from onrecord.extract.dictionary import word_forms


@cache
def is_common(word: str) -> bool:
    """Whether English has the word, written small, or each part of it between hyphens."""
    low = word.lower().replace("’", "'")
    forms = word_forms("en")
    return forms.get(low) is not None or (
        "-" in low and all(forms.get(part) is not None or not part for part in low.split("-"))
    )
