"""The one line that says what a proposal is about ↔ its parts, and the same in words."""

from collections.abc import Callable
from typing import Final, NamedTuple

from onrecord.review.records import Proposal
from onrecord.review.wording import Wording

Named = Callable[[str, str], str]
"""Scheme and name of a concept → what it is called in the reader's language."""
Say = Callable[[str], str]
"""The key of a word → the word in the reader's language."""


_ROLES: Final = (
    ("cfo", ("finanz", "cfo", "financ")),
    ("chair", ("aufsichtsrat", "chair", "präsident", "verwaltungsrat")),
    ("founder", ("gründer", "founder")),
    ("spokesperson", ("sprecher", "spokes")),
    ("analyst", ("analyst",)),
    ("ceo", ("chef", "ceo", "vorstandsvorsitz", "geschäftsführ", "chief executive", "leiter")),
)


class Sum(NamedTuple):
    """An amount: its kind, currency and numbers; what is not told is empty."""

    kind: str
    currency: str = ""
    value: str = ""
    min: str = ""
    max: str = ""


def amount_parts(content: str) -> Sum:
    """`upper-bound EUR max 5` in its parts."""
    kind, currency, *rest = content.split()
    if currency == "no":
        currency, rest = "", rest[1:]
    numbers = dict(zip(rest[::2], rest[1::2], strict=False)) if rest[:1] != rest[-1:] else {}
    if numbers:
        return Sum(kind, currency, "", numbers.get("min", ""), numbers.get("max", ""))
    return Sum(kind, currency, rest[0] if rest else "")


def deal_parts(content: str) -> tuple[str, str, str]:
    """Kind, status and amount of a deal's line; the amount may be empty."""
    kind, _, rest = content.partition(": ")
    _, _, tail = rest.partition("; ")
    status, _, amount = tail.partition("; ")
    return kind, status, amount


def deal_parties(content: str) -> list[tuple[str, str]]:
    """The parties of a deal's line with their roles, in its order."""
    listed = content.partition(": ")[2].partition("; ")[0]
    found = []
    for part in listed.split("), "):
        name, bracket, role = part.removesuffix(")").rpartition(" (")
        if bracket:
            found.append((name, role))
    return found


_TO: Final = " → "


def office_parts(content: str) -> tuple[str, str, str]:
    """Person, company and title of an office's line."""
    person, _, rest = content.partition(": ")
    title, _, company = rest.partition(", ")
    return person, company, title


def office_role(title: str) -> str:
    """The concept of the scheme office that a title most likely means; a person may differ."""
    folded = title.casefold()
    return next((role for role, cues in _ROLES if any(c in folded for c in cues)), "executive")


def shown(proposal: Proposal, named: Named, wording: Wording) -> str:
    """What a proposal is about, for a reader."""
    told = in_words(proposal.kind, proposal.content, named, wording.language, wording.say)
    if proposal.kind in ("amount", "time"):
        return f"{wording.say('quoted', text=proposal.anchor.phrase)} · {told}"
    return told


def in_words(kind: str, content: str, named: Named, language: str, say: Say) -> str:
    """The line of a kind of proposal with the names of its concepts; `say` has the words `relative`
    for a time and `unnamed` for an end of a relation."""
    if kind == "amount":
        return amount_shown(content, named, language)
    if kind == "time":
        return say("relative") if content == "relative" else content
    if kind == "deal":
        return _deal(content, named, language)
    if kind == "mention":
        name, _, rest = content.partition(": ")
        return f"{named('class', name)}: {rest}"
    if kind == "relation":
        name, _, rest = content.partition(": ")
        ends = (say("unnamed") if e == "anonymous" else e for e in rest.split(_TO))
        return f"{named('relation', name)}: {_TO.join(ends)}"
    return content


def amount_shown(content: str, named: Named, language: str) -> str:
    """An amount with its kind in words and its numbers grouped."""
    parts = amount_parts(content)
    numbers = " – ".join(grouped(n, language) for n in (parts.value, parts.min, parts.max) if n)
    kind = named("amount-kind", parts.kind)
    return ", ".join(p for p in (kind, f"{numbers} {parts.currency}".strip()) if p)


def grouped(number: str, language: str) -> str:
    """A decimal number with its thousands set apart, as the language does."""
    whole, _, part = number.partition(".")
    group, point = (".", ",") if language == "de" else (",", ".")
    spaced = f"{int(whole):,}".replace(",", group) if whole.isdecimal() else whole
    return f"{spaced}{point}{part}" if part else spaced


def _deal(content: str, named: Named, language: str) -> str:
    kind, status, amount = deal_parts(content)
    parties = ", ".join(f"{n} ({named('role', r)})" for n, r in deal_parties(content))
    told = [f"{named('deal-kind', kind)}: {parties}", named("status", status)]
    return "; ".join([*told, *([amount_shown(amount, named, language)] if amount else [])])
