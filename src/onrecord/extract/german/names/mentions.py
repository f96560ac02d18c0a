"""All mentions of names that were found: short forms, genitives, first parts of compounds."""

from collections.abc import Iterable
from itertools import chain

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.vocabulary import is_listed
from onrecord.extract.german.names.candidates import Found
from onrecord.extract.german.names.kinds import common, is_institute, names_firm
from onrecord.extract.german.names.places import of_city
from onrecord.extract.german.names.signs import NOT_NAMES
from onrecord.extract.given import is_given
from onrecord.extract.tokens import Kind
from onrecord.extract.wellknown import LEGAL


def merge(found: dict[tuple[str, ...], Found]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each form that may stand in the text, the full name that it stands for."""
    owner: dict[tuple[str, ...], tuple[str, ...]] = {}
    names = sorted(sorted(found), key=len, reverse=True)
    for name in names:
        item = found[name]
        if name in owner:
            continue
        owner[name] = name
        for alias in item.aliases:
            owner.setdefault(alias, name)
    for name in names:
        if owner[name] != name or (len(name) == 1 and "-" not in name[0]):
            continue
        both = item_of(found, name) and any(item_of(found, (word,)) for word in name[1:])
        both = both and not _of_a_land(name)
        called = _called_by_last(found, name)
        if called:
            owner[called] = name
        for short in _short_forms(found[name], name) if not both else ():
            held = owner.get(short)
            own = found.get(short)
            if found[name].apart and own is not None:
                continue
            if own is None and (len(name) == 1 or _like_adjective(found[name], short)):
                continue
            if own is not None and own.rule in ("kind", "form") and own.kind != found[name].kind:
                continue
            if held is None or (held == short and own is not None and own.rule != "register"):
                owner[short] = name
    return owner


def _called_by_last(
    found: dict[tuple[str, ...], Found], name: tuple[str, ...]
) -> tuple[str, ...] | None:
    """`Borsdorf-Chef`: of the `Panzerwerke Borsdorf`, a kind of firm and its own name."""
    own = found.get(name[-1:]) if len(name) > 1 else None
    if own is None or own.rule != "compound" or found[name].kind != "company":
        return None
    kind = is_institute(name[-2].lower()) or names_firm(name[-2])
    return name[-1:] if kind and len(name[-1]) > _SHORT else None


_SHORT = 3


def item_of(found: dict[tuple[str, ...], Found], name: tuple[str, ...]) -> bool:
    """Whether a firm of just this name was found."""
    return name in found and found[name].kind == "company"


def _like_adjective(item: Found, short: tuple[str, ...]) -> bool:
    """`Berliner` for `Berliner Bank`: no short form, unless it is found on its own."""
    return item.kind == "company" and len(short) == 1 and of_city(short[0])


def _short_forms(item: Found, name: tuple[str, ...]) -> list[tuple[str, ...]]:
    if item.kind == "person":
        tail = name[1:]
        forms = [tail] if tail else []
        if len(tail) > 1:
            forms.append((tail[-1],))
        return [form for form in forms if form[-1] not in NOT_NAMES]
    if item.kind == "company":
        bare = _without_form(name)
        forms = [name[:size] for size in range(len(name) - 1, 1, -1)]
        forms += [bare] if bare != name and len(bare) < 2 else []
        first = bare[0]
        if (
            len(bare) > 1
            and not common(first)
            and first not in _PLACEHOLDERS
            and ("&" not in bare or (bare[-1] in _COMPANIONS and not is_listed(first)))
            and not is_given(first)
        ):
            forms.append((first,))
        if len(name) == 1 and "-" in first:
            forms.append((first.split("-")[0],))
        if (
            len(name) == 2
            and first.lower().endswith(_OF_LANDS)
            and name[1].lower().endswith(_BANKS)
        ):
            forms.append((name[1],))
        return forms
    return []


def _of_a_land(name: tuple[str, ...]) -> bool:
    """`Sächsischen Girobank`, which is `Girobank` later."""
    adjective = len(name) == 2 and name[0].lower().endswith(_OF_LANDS)
    return adjective and name[1].lower().endswith(_BANKS)


_OF_LANDS = ("ische", "ischen", "ischer")
_BANKS = ("bank", "kasse", "versicherung")


def _without_form(name: tuple[str, ...]) -> tuple[str, ...]:
    """The name without its legal form: `Hopfner GmbH & Co. KG`."""
    end = len(name)
    while end > 1 and (name[end - 1] in LEGAL or name[end - 1] in _JOINTS):
        end -= 1
    return name[:end] if name[-1] in LEGAL else name


_JOINTS = frozenset(("&", "Co", "."))


_COMPANIONS = frozenset("Cie Co Sohn Söhne Partner Kollegen Töchter Tochter Gebrüder".split())
"""`Trautwein & Cie` is `Trautwein`, too."""
_PLACEHOLDERS = frozenset(
    """Deutsche Deutschen Bank Bankhaus Privatbank Sparkasse Stadtwerke Kabelwerk Verlag Neue Erste
    Banque Banco Banca Crédit Caisse Groupe Grupo Gruppo Compagnie Société Cassa Arge
    Royal First General American British United National International Europäische Bayerische
    Applied Northern Red Blue Green""".split()
)


def find_mentions(
    document: Document, owner: dict[tuple[str, ...], tuple[str, ...]]
) -> list[tuple[tuple[str, ...], tuple[int, int]]]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for form in owner:
        by_first.setdefault(form[0], []).append(form)
    for same in by_first.values():
        same.sort(key=len, reverse=True)
    tokens, words = document.tokens, document.tokens.words
    result: list[tuple[tuple[str, ...], tuple[int, int]]] = []
    after = 0
    varied = [w for w in tokens.forms(_VARIANTS) if "-" in w or w[:-1] in by_first]
    for i in sorted(set[int]().union(*map(tokens.places, chain(by_first, varied)))):
        word = words[i]
        forms = by_first.get(word)
        hit = _match(words, i, forms) if forms is not None and i >= after else None
        if hit is None and i >= after and len(word) > 2:
            hit = _variant(words, i, by_first)
        if hit is None or (word == "Allianz" and _alliance(tokens.low, i)):
            continue
        form, used, length = hit
        adjective = form == (word,) and word.endswith("er") and form != owner[form]
        if adjective and words[i + 1 : i + 2] and words[i + 1][0].isupper():
            continue
        end = tokens.begins[i + used - 1] + length
        result.append((owner[form], (tokens.begins[i], end)))
        after = i + used
    return result


def _may_vary(word: str) -> bool:
    return word[-1] in "s’'" or "-" in word


_VARIANTS = Kind(_may_vary, printed=True)


def _alliance(low: list[str], i: int) -> bool:
    """`eine Allianz`, `die Allianz mit X`: not the insurer."""
    article = i > 0 and low[i - 1] in ("der", "die", "einer")
    if i > 1 and low[i - 1].endswith(("e", "en")) and low[i - 2] in _ARTICLES:
        return True  # `eine ähnliche Allianz`
    return (i > 0 and low[i - 1] in _NO_NAME_BEHIND) or (
        article and low[i + 1 : i + 2] in (["mit"], ["zwischen"])
    )


_ARTICLES = frozenset("der die eine einer keine ihre seine diese jene ihrer seiner".split())
_NO_NAME_BEHIND = frozenset(
    """eine einer keine keiner diese dieser ihre ihrer strategische strategischen neue neuen
    geplante geplanten enge engen letztere letzteren erstere ersteren jene""".split()
)
"""Behind these `Allianz` is an alliance."""


def _match(
    words: list[str], i: int, forms: Iterable[tuple[str, ...]]
) -> tuple[tuple[str, ...], int, int] | None:
    """(form, tokens used, length of the last token that counts)."""
    for form in forms:
        size = len(form)
        if tuple(words[i : i + size]) == form:
            return form, size, len(words[i + size - 1])
        if size > 1 and tuple(words[i : i + size - 1]) == form[:-1] and i + size <= len(words):
            last = words[i + size - 1]
            if last == form[-1] + "s" or last.startswith(form[-1] + "-"):
                return form, size, len(form[-1])
    return None


def _variant(
    words: list[str], i: int, by_first: dict[str, list[tuple[str, ...]]]
) -> tuple[tuple[str, ...], int, int] | None:
    """Genitive -s or apostrophe, and the first part of a compound."""
    word = words[i]
    heads = []
    if word.endswith(("s", "’", "'")):
        heads.append(word[:-1])
    if "-" in word:
        parts = word.split("-")
        heads += ["-".join(parts[:k]) for k in range(len(parts) - 1, 0, -1)]
    for head in heads:
        if (head,) in by_first.get(head, ()):
            return (head,), 1, len(head)
    return None
