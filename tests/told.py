"""Sentences with their deals marked in them: `<a:X> kauft <t:Y>` for who acquires whom."""

import re
from pathlib import Path

FOLDER = Path(__file__).parent / "sentences"
ROLES = {
    "a": "acquirer", "t": "target", "s": "seller", "i": "investor", "e": "investee",
    "l": "supplier", "k": "customer", "p": "partner", "q": "partner",
}  # fmt: skip
KINDS = {"a": "acquisition", "t": "acquisition", "i": "investment", "e": "investment",
         "l": "supply", "k": "supply", "p": "partnership"}  # fmt: skip
MARKED = re.compile(r"<((?:[a-z]\d?)+):(.*?)>")
Told = tuple[str, frozenset[tuple[str, str]]]


def told_in(marked: str) -> tuple[str, set[Told]]:
    """The text without marks, and the deals: kind and parties with roles."""
    kind, bar, marked = marked.rpartition(" | ")
    parties: dict[str, set[tuple[str, str]]] = {}
    kinds: dict[str, str] = {}
    for marks, name in MARKED.findall(marked):
        for role, number in re.findall(r"([a-z])(\d?)", marks):
            parties.setdefault(number, set()).add((name, ROLES[role]))
            if role in KINDS:
                kinds[number] = KINDS[role]
    deals = {(kind if bar else kinds[n], frozenset(party)) for n, party in parties.items()}
    return MARKED.sub(r"\2", marked), deals


def lines(name: str) -> list[str]:
    """The lines of a file of sentences; not those that begin with #."""
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
