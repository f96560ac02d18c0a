"""Companies, people and media named in an English text."""

from collections.abc import Iterable

from onrecord.extract.english.document import Document, Range
from onrecord.extract.english.words import (
    COMPANY_KINDS,
    DUTIES,
    FUNCTION,
    MEDIUM_ENDS,
    MEDIUM_KINDS,
    NATIONAL,
    SAYING,
    TITLES,
)
from onrecord.extract.given import is_given
from onrecord.extract.records import Entity, EntityKind, Source
from onrecord.extract.register import Known
from onrecord.extract.wellknown import COMPANIES, COMPANY_ENDS, COMPANY_PHRASES, LEGAL, MEDIA

KNOWN = Source("en-name-known", "1", 0.96, "a name of the register or well known")
GIVEN_NAME = Source("en-name-given", "1", 0.92, "a given name before a surname")
FORM = Source("en-name-form", "1", 0.92, "a legal form or typical last word")
KIND = Source("en-name-kind", "1", 0.88, "the kind of company or medium, or an office, beside it")
SHAPE = Source("en-name-shape", "1", 0.6, "capitals inside the word")


def find_entities(document: Document, known: Iterable[Known] = ()) -> tuple[Entity, ...]:
    """The names of a document with all their mentions."""
    found: dict[tuple[str, ...], tuple[EntityKind, Source]] = {}
    iris: dict[tuple[str, ...], str] = {}
    for item in known:
        for form in (item.name, *item.aliases):
            found[tuple(form.split())] = (item.kind, KNOWN)  # type: ignore[assignment]
            iris[tuple(form.split())] = item.iri
    for begin, end in _runs(document):
        for part in _split(document, begin, end):
            _judge(document, part, found)
    return _collect(document, found, iris)


def _runs(document: Document) -> Iterable[Range]:
    words, n = document.tokens.words, len(document.tokens)
    first = {s[0] for s in document.sentences}
    i = 0
    while i < n:
        small = document.tokens.low[i] in FUNCTION
        if not document.capital(i) or (small and i in first) or document.tokens.low[i] in FUNCTION:
            i += 1
            continue
        start = i
        i += 1
        while i < n and not document.tokens.breaks[i]:
            bank = words[i] == "of" and words[i - 1] in ("Bank", "University", "House")
            joins = (words[i] == "&" or bank) and i + 1 < n and words[i + 1][0].isupper()
            if (document.capital(i) and document.tokens.low[i] not in FUNCTION) or joins:
                i += 1
            else:
                break
        yield start, i


def _split(document: Document, begin: int, end: int) -> Iterable[Range]:
    """Cuts a run behind titles and possessives: `Acme’s Chief Executive Jane Roe`."""
    start = begin
    for i in range(begin, end):
        low = document.tokens.low[i]
        duty = low in DUTIES and i and document.tokens.low[i - 1] == "chief"
        national = low in NATIONAL and i == begin and i + 1 < end
        if (
            low in TITLES
            or duty
            or national
            or (i == begin and i + 1 < end and low.endswith(COMPANY_KINDS))
        ):
            if i > start:
                yield start, i
            start = i + 1
        elif low.endswith(("'s", "’s")) and i + 1 < end:
            yield start, i + 1
            start = i + 1
    if end > start:
        yield start, end


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("’'")


def _judge(
    document: Document, part: Range, found: dict[tuple[str, ...], tuple[EntityKind, Source]]
) -> None:
    words = document.tokens.words
    name = (*words[part[0] : part[1] - 1], _bare(words[part[1] - 1]))
    verdict = _verdict(document, part, name)
    if verdict is not None:
        found.setdefault(name, verdict)


def _verdict(
    document: Document, part: Range, name: tuple[str, ...]
) -> tuple[EntityKind, Source] | None:
    low, words = document.tokens.low, document.tokens.words
    if len(name) == 1 and low[part[0]] in NATIONAL:
        return None
    joined = " ".join(name)
    if joined in COMPANIES or joined in COMPANY_PHRASES:
        return "company", KNOWN
    if joined in MEDIA:
        return "medium", KNOWN
    if len(name) > 1 and (name[-1].rstrip(".") in LEGAL or name[-1] in COMPANY_ENDS):
        return "company", FORM
    before = low[part[0] - 1] if part[0] else ""
    if len(name) > 1 and name[-1] in MEDIUM_ENDS and (before == "the" or not is_given(name[0])):
        return "medium", FORM
    if len(name) > 1 and is_given(name[0]):
        return "person", GIVEN_NAME
    if before == "at" and any(w in TITLES for w in low[max(0, part[0] - 5) : part[0]]):
        return "company", KIND
    if before.endswith(MEDIUM_KINDS):
        return "medium", KIND
    if (before.endswith(COMPANY_KINDS) and not is_given(name[0])) or (
        before == "," and low[part[0] - 2].endswith(COMPANY_KINDS)
    ):
        return "company", KIND
    after = low[part[1]] if part[1] < len(low) else ""
    spoken = before in SAYING or after in SAYING or before in TITLES
    if len(name) == 2 and spoken and name[1] not in COMPANY_ENDS:
        return "person", KIND
    possessive = words[part[1] - 1] != name[-1]
    if (
        len(name) <= 2
        and (possessive or after in TITLES)
        and not is_given(name[0])
        and _title(low, part[1])
    ):
        return "company", KIND
    if len(name) == 1 and any(c.isupper() for c in name[0][1:]) and not name[0].isupper():
        return "company", SHAPE
    return ("company", SHAPE) if len(name) == 1 and _recurs(document, part, name[0]) else None


def _recurs(document: Document, part: Range, word: str) -> bool:
    """Whether a word written large stands in the text twice, inside a sentence, and is no place."""
    words, low = document.tokens.words, document.tokens.low
    inside = part[0] not in {s[0] for s in document.sentences}
    if not inside or low[part[0]] in NATIONAL | FUNCTION | MONTHS or is_given(word):
        return False
    placed = (
        low[part[0] - 1] in ("in", "near", "of", "union", "party")
        or words[part[0] - 1][0].isupper()
    )
    return not placed and sum(_bare(w) == word for w in words) > 1


MONTHS = frozenset(
    """january february march april may june july august september october november
    december""".split()
)


def _title(low: list[str], i: int) -> bool:
    return any(w in TITLES for w in low[i : i + 2])


def _collect(
    document: Document,
    found: dict[tuple[str, ...], tuple[EntityKind, Source]],
    iris: dict[tuple[str, ...], str],
) -> tuple[Entity, ...]:
    owner: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in sorted(found, key=lambda n: (-len(n), n)):
        owner.setdefault(name, name)
        short = (name[-1],) if found[name][0] == "person" else (name[0],)
        if len(name) > 1 and found[name][0] != "medium" and short[0] not in FUNCTION:
            owner.setdefault(short, name)
    spans: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    words, tokens = [_bare(w) for w in document.tokens.words], document.tokens
    longest = max((len(n) for n in owner), default=0)
    i = 0
    while i < len(words):
        for size in range(min(longest, len(words) - i), 0, -1):
            form = (*tokens.words[i : i + size - 1], words[i + size - 1])
            if form in owner:
                end = tokens.begins[i + size - 1] + len(words[i + size - 1])
                spans.setdefault(owner[form], []).append((tokens.begins[i], end))
                i += size - 1
                break
        i += 1
    text = tokens.text
    made = [
        Entity(
            found[n][0], max((text[b:e] for b, e in s), key=len), tuple(s), found[n][1], iris.get(n)
        )
        for n, s in spans.items()
    ]
    return tuple(sorted(made, key=lambda e: (e.mentions[0], e.name)))
