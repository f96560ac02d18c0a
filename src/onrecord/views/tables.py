"""What the documents of a graph have → the tables of a `Library` that are read across all of them.

They are kept from one build to the next, and only what documents have that came, went or changed is
taken out and put in. A class that nobody asks for and that nothing came into stays where it is.
"""

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from onrecord.names import document
from onrecord.results import Made, Results
from onrecord.views.about import NOTHING, VOCABULARIES, About, Kinds, Uses, about_before, knows

_NAME: Final = "tables"
_CLASSES: Final = "classes"
_KEY: Final = b""
_OWN: Final = b"kinds"


class Tables(NamedTuple):
    """The subjects of each class, sorted; how many triples of documents that are no vocabulary use
    a term, with the first subject that does; and the classes of the documents themselves."""

    classes: Mapping[str, tuple[str, ...]]
    uses: Uses
    kinds: Kinds


def tables(
    abouts: Mapping[str, About],
    differing: Iterable[tuple[str, bytes | None]] | None,
    results: Results,
) -> Tables:
    """The tables of all documents; `differing` are those that are not as they were in the last
    build, with the keys that they had then (`None`: all may be)."""
    changed = None if differing is None else sorted(differing)
    known, own = results.before(_NAME, _KEY), results.before(_NAME, _OWN)
    classes, uses, kinds = dict[str, list[str]](), dict[str, tuple[int, str]](), Kinds()
    if known is None or changed is None or not all(knows(key, results) for _, key in changed):
        _merge(abouts, classes, uses)
        kinds.update((it, of.kinds[it]) for it, of in abouts.items() if it in of.kinds)
    else:
        uses.update(known)
        kinds.update(own)
        unsure = set[str]()
        for it, key in changed:
            before, now = about_before(key, results), abouts.get(it, NOTHING)
            _reclass(classes, before, now, results)
            kinds.pop(it, None)
            if it in now.kinds:
                kinds[it] = now.kinds[it]
            if not it.startswith(VOCABULARIES):
                unsure |= set(_exchange(uses, it, before, now))
        for term in unsure & uses.keys():
            uses[term] = (uses[term][0], _first(term, abouts))
        others = results.old.get(_CLASSES, {}).keys() - {name.encode() for name in classes}
        results.carry(_CLASSES, others)
    for kind, found in classes.items():
        if found:
            results.put(_CLASSES, kind.encode(), found)
    for name, old, new in ((_KEY, known, uses), (_OWN, own, kinds)):
        if new == old:
            results.carry(_NAME, [name])
        else:
            results.put(_NAME, name, new)
    names = sorted(name.decode() for name in results.new.get(_CLASSES, {}))
    members = Made(names, lambda name: tuple(results.now(_CLASSES, name.encode())))
    return Tables(members, uses, kinds)


def _merge(abouts: Mapping[str, About], classes: dict[str, list[str]], uses: Uses) -> None:
    for name, of in abouts.items():
        for it, found in of.kinds.items():
            for kind in set(found):
                classes.setdefault(kind, []).append(it)
        for term, (more, using) in ({} if name.startswith(VOCABULARIES) else of.uses).items():
            count, first = uses.get(term, (0, using))
            uses[term] = (count + more, first)
    for members in classes.values():
        members.sort()


def _reclass(classes: dict[str, list[str]], before: About, now: About, results: Results) -> None:
    """Takes out of the classes, and puts into them, what a document had and has otherwise."""
    for it in before.kinds.keys() | now.kinds.keys():
        old, new = set(before.kinds.get(it, ())), set(now.kinds.get(it, ()))
        for kind in old ^ new:
            if kind not in classes:
                classes[kind] = [*(results.before(_CLASSES, kind.encode()) or ())]
            if kind in old:
                classes[kind].remove(it)
            else:
                insort(classes[kind], it)


def _exchange(uses: Uses, it: str, before: About, now: About) -> Iterator[str]:
    """Takes out how a document used terms, and puts in how it does; gives the terms of which
    another subject may be the first."""
    for term in {*before.uses, *now.uses}:
        more = now.uses.get(term, (0, ""))[0] - before.uses.get(term, (0, ""))[0]
        count, first = uses.get(term, (0, ""))
        # Documents are sorted: the first one stays the first unless this one is, or was.
        if term in now.uses and (not first or it <= document(first)):
            first = now.uses[term][1]
        elif first and document(first) == it:
            yield term
        if count + more:
            uses[term] = (count + more, first)
        else:
            uses.pop(term, None)


def _first(term: str, abouts: Mapping[str, About]) -> str:
    """The first subject that uses a term."""
    others = (it for it in abouts if not it.startswith(VOCABULARIES))
    return next(of.uses[term][1] for it in others if term in (of := abouts[it]).uses)
