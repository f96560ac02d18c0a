"""Amounts and times that a machine has read → how the person reads them, field by field."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from onrecord.currencies import currencies
from onrecord.errors import UsageError
from onrecord.review.content import amount_parts
from onrecord.review.records import Proposal

Reading = Mapping[str, str]
"""The fields of a form: of an amount `kind`, `number` and `currency`, of a time `edtf`; `left` out
where it says nothing in this statement."""

KINDS: Final = ("exact", "approximate", "upper-bound", "lower-bound", "full-sum", "vague")
"""How an amount is read: the concepts of the scheme amount-kind, and a stated sum that is only
about so much."""
_BOUND: Final = {"upper-bound": "max ", "lower-bound": "min "}
_NUMBER: Final = re.compile(r"(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,][0-9]{1,2})?")


def reading_of(proposal: Proposal) -> dict[str, str]:
    """What a form begins with: the reading of the machine, as far as a node can say it. A range,
    or a number of nobody knows what, is vague: its words say it."""
    if proposal.kind == "time":
        return {"edtf": "" if proposal.content == "relative" else proposal.content}
    told = amount_parts(proposal.content)
    numbers = [number for number in (told.value, told.min, told.max) if number]
    if len(numbers) != 1 or not told.currency or told.kind not in KINDS:
        return {"kind": "vague", "number": "", "currency": told.currency}
    return {"kind": told.kind, "number": numbers[0], "currency": told.currency}


def as_read(
    printed: Sequence[Proposal], readings: Mapping[str, Reading]
) -> tuple[tuple[Proposal, ...], frozenset[str]]:
    """The amounts and times of a passage as the person reads them, `readings` by the key of the
    proposal, without those that are left out; and the keys of those that were read otherwise.

    Raises `UsageError` for a number, a currency or a date that nothing can mean.
    """
    found, other = [], set()
    for proposal in printed:
        reading = {**reading_of(proposal), **readings.get(proposal.key, {})}
        if reading.pop("left", ""):
            continue
        if reading != reading_of(proposal):
            other.add(proposal.key)
            content = _time(reading) if proposal.kind == "time" else _amount(reading)
            proposal = replace(proposal, content=content)
        found.append(proposal)
    return tuple(found), frozenset(other)


def _amount(reading: Reading) -> str:
    kind, currency = reading["kind"], reading["currency"].strip().upper()
    number = reading["number"].strip()
    if kind not in KINDS:
        raise UsageError(f"{kind!r} is no kind of amount", hint=", ".join(KINDS))
    if currency and currency not in currencies():
        raise UsageError(f"{currency!r} is no currency", hint="its code of ISO 4217, such as EUR")
    if kind == "vague":
        return f"vague {currency or 'no currency'}"
    if not _NUMBER.fullmatch(number):
        raise UsageError(
            f"{number!r} is no number",
            hint="digits in full, spaces between thousands, at most two behind the point",
        )
    if not currency:
        raise UsageError(f"{number} of which currency?", hint="its code of ISO 4217, such as EUR")
    return f"{kind} {currency} {_BOUND.get(kind, '')}{number.replace(' ', '').replace(',', '.')}"


def _time(reading: Reading) -> str:
    from edtf import EDTFParseException, parse_edtf

    given = reading["edtf"].strip()
    try:
        return str(parse_edtf(given)) if given else "relative"
    except EDTFParseException as error:
        raise UsageError(
            f"{given!r} is no date", hint="as EDTF has it: 2026, 2026-02, 2026-02-14, 2026-02~"
        ) from error
