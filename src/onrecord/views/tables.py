"""What the documents of a graph have → the tables of a `Library` that are read across all of them.

They are kept from one build to the next, and only what documents have that came, went or changed is
taken out and put in.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from onrecord.names import document
from onrecord.results import Results
from onrecord.views.about import NOTHING, VOCABULARIES, About, Kinds, Uses, about_before, knows

_NAME: Final = "tables"
_KEY: Final = b""


class Tables(NamedTuple):
    """The classes of each subject, sorted; the hash IRIs, sorted; and how many triples of documents
    that are no vocabulary use a term, with the first subject that does."""

    kinds: Kinds
    parts: dict[str, str]
    uses: Uses


def tables(
    abouts: Mapping[str, About],
    differing: Iterable[tuple[str, bytes | None]] | None,
    results: Results,
) -> Tables:
    """The tables of all documents; `differing` are those that are not as they were in the last
    build, with the keys that they had then (`None`: all may be)."""
    changed = None if differing is None else sorted(differing)
    known = results.before(_NAME, _KEY)
    if known is None or changed is None or not all(knows(key, results) for _, key in changed):
        found = _merged(abouts)
    else:
        found = Tables(*known)
        unsure = {
            term
            for it, key in changed
            for term in _exchange(found, it, about_before(key, results), abouts)
        }
        for term in unsure & found.uses.keys():
            found.uses[term] = (found.uses[term][0], _first(term, abouts))
    kinds = dict(sorted(found.kinds.items()))
    made = Tables(kinds, dict.fromkeys(sorted(found.parts), ""), found.uses)
    results.put(_NAME, _KEY, tuple(made))
    return made


def _merged(abouts: Mapping[str, About]) -> Tables:
    found = Tables({}, {}, {})
    for name, of in abouts.items():
        found.kinds.update(of.kinds)
        found.parts.update(dict.fromkeys(of.parts, ""))
        for term, (more, using) in ({} if name.startswith(VOCABULARIES) else of.uses).items():
            count, first = found.uses.get(term, (0, using))
            found.uses[term] = (count + more, first)
    return found


def _exchange(found: Tables, it: str, before: About, abouts: Mapping[str, About]) -> Iterator[str]:
    """Takes out what a document had, and puts in what it has; gives the terms of which another
    subject may be the first."""
    now = abouts.get(it, NOTHING)
    for subject in before.kinds:
        del found.kinds[subject]
    for part in before.parts:
        del found.parts[part]
    found.kinds.update(now.kinds)
    found.parts.update(dict.fromkeys(now.parts, ""))
    if it.startswith(VOCABULARIES):
        return
    for term in {*before.uses, *now.uses}:
        more = now.uses.get(term, (0, ""))[0] - before.uses.get(term, (0, ""))[0]
        count, first = found.uses.get(term, (0, ""))
        # Documents are sorted: the first one stays the first unless this one is, or was.
        if term in now.uses and (not first or it <= document(first)):
            first = now.uses[term][1]
        elif first and document(first) == it:
            yield term
        if count + more:
            found.uses[term] = (count + more, first)
        else:
            found.uses.pop(term, None)


def _first(term: str, abouts: Mapping[str, About]) -> str:
    """The first subject that uses a term."""
    others = (it for it in abouts if not it.startswith(VOCABULARIES))
    return next(of.uses[term][1] for it in others if term in (of := abouts[it]).uses)
