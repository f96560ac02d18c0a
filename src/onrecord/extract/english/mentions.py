"""Names with their kinds in, entities with all their mentions out: short forms, genitives."""

import re
from collections.abc import Mapping
from typing import Final

from onrecord.extract.english.document import Document
from onrecord.extract.english.kinds import ENDS, PLACES
from onrecord.extract.english.vocabulary import is_common
from onrecord.extract.english.words import FUNCTION, NATIONAL
from onrecord.extract.records import Entity, EntityKind, Source
from onrecord.extract.tokens import CAPITALS, Kind, Tokens, recalled
from onrecord.extract.wellknown import COMPANY_ENDS

Name = tuple[str, ...]
_GENERAL: Final = frozenset(
    "Bank House The First Royal Bank Banco Union National Grand Great New Old House".split()
)
"""First words that stand for no company alone."""
_DOTTED: Final = re.compile(r" (?:N\.V\.|B\.V\.|S\.A\.|S\.p\.A\.|S\.E\.|A/S)")
"""Legal forms that are no words; they belong to the full name."""
_ABBREVIATED: Final = frozenset(("Inc", "Corp", "Ltd", "Co"))


def collect(
    document: Document, found: Mapping[Name, tuple[EntityKind, Source]], iris: Mapping[Name, str]
) -> tuple[Entity, ...]:
    """The entities of a text; each mention is the longest name that stands there."""
    owner = _owners(found)
    tokens = document.tokens
    words, plain = tokens.words, _plain(tokens)
    firsts = {s[0] for s in document.sentences}
    by_first: dict[str, list[Name]] = {}
    for form in owner:
        by_first.setdefault(form[0], []).append(form)
    spans: dict[Name, list[tuple[int, int]]] = {}
    done = 0
    large = all(first[:1].isupper() for first in by_first)
    for i in tokens.where(CAPITALS) if large else range(len(words)):
        forms = by_first.get(words[i]) or by_first.get(plain[i])
        if i < done or not forms:
            continue
        form = max((f for f in forms if _stands(words, plain, i, f)), key=len, default=())
        if not form or not _means(document, i, form, owner[form], found, firsts):
            continue
        done = i + len(form)
        end = tokens.begins[done - 1] + len(form[-1])
        legal = _DOTTED.match(tokens.text, end)
        if legal is not None and owner[form] == form:
            end = legal.end()
        if plain[done - 1] in _ABBREVIATED and tokens.text[end : end + 1] == ".":
            end += 1
        spans.setdefault(owner[form], []).append((tokens.begins[i], end))
    made = [
        Entity(found[n][0], _fullest(tokens.text, s), tuple(s), found[n][1], iris.get(n))
        for n, s in spans.items()
    ]
    return tuple(sorted(made, key=lambda e: (e.mentions[0], e.name)))


def _fullest(text: str, spans: list[tuple[int, int]]) -> str:
    return max((text[b:e] for b, e in spans), key=len)


def _owners(found: Mapping[Name, tuple[EntityKind, Source]]) -> dict[Name, Name]:
    """Each form of a name → the name: full, and the short ones that no other name has."""
    owner = {name: name for name in found}
    for name in found:
        if len(name) < 2:
            continue
        kind = found[name][0]
        if kind == "person":
            shorts = [name[-1:], name[:1]]
        elif kind == "medium":
            shorts = [name[-1:]]
        else:
            shorts = [name[:k] for k in range(len(name) - 1, 0, -1)]
            shorts += [name[-1:]] if name[-1] not in _COMPANY_ENDS else []
        for short in shorts:
            general = short[0] in _GENERAL or short[0] in PLACES or short[-1] in ("&", "of", ",")
            if not general and short[0].lower() not in _NO_NAME:
                owner.setdefault(short, name)
    return owner


@recalled
def bare(word: str) -> str:
    """A word without its genitive."""
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("’'")


GENITIVES: Final = Kind.of(("'", "’"), ends=("'s", "’s"))
"""Words with a genitive that `bare` takes off; an apostrophe at the end of one stands alone."""


def _plain(tokens: Tokens) -> list[str]:
    """The words without their genitives."""
    plain = tokens.words.copy()
    for i in tokens.where(GENITIVES):
        plain[i] = bare(plain[i])
    return plain


def _stands(words: list[str], plain: list[str], i: int, form: Name) -> bool:
    size = len(form)
    if i + size > len(words) or (
        plain[i + size - 1] != form[-1] and words[i + size - 1] != form[-1]
    ):
        return False
    return all(words[i + k] == form[k] for k in range(size - 1))


def _means(
    document: Document,
    i: int,
    form: Name,
    name: Name,
    found: Mapping[Name, tuple[EntityKind, Source]],
    firsts: set[int],
) -> bool:
    """Whether a form stands for its name here, not for a common word or part of another name."""
    if len(form) > 1 or (form == name and i not in firsts):
        return True
    tokens = document.tokens
    if found[name][0] == "medium" and form != name:
        return i > 0 and tokens.low[i - 1] in ("the", "this", "its")
    after = tokens.words[i + 1] if i + 1 < len(tokens) else ""
    if len(form) < len(name) and after and after[0].isupper() and found[name][0] == "person":
        return form == name[-1:]
    return i not in firsts or not is_common(form[0]) or _subject_here(document, i)


def _subject_here(document: Document, i: int) -> bool:
    """`Pelican said`: a common word that a verb or a comma follows is a name, no plain noun."""
    tokens = document.tokens
    return i + 1 < len(tokens) and (
        tokens.words[i].endswith(("’s", "'s"))
        or not tokens.low[i].endswith("s")
        or not is_common(tokens.low[i][:-1])
        or tokens.low[i + 1] in ("has", "is", "was", "says")
    )


_COMPANY_ENDS: Final = ENDS | COMPANY_ENDS


_NO_NAME: Final = FUNCTION | NATIONAL
