"""Negotiation for hosts that know only regular expressions: an ordered list, the first one wins.

Qualities are told apart to one decimal place; within one, the table's order decides. A wildcard
counts only for what the header does not name.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.publish.hosting.table import REPRESENTATIONS, Site

_PARAMETERS = r"\s*(?:;\s*[^q\s;,][^;,]*)*"
_ANY, _STAR = r"\*/\*", r"\*"
_END = r"\s*(?:,|$)"
_STEPS = (
    r"(?:;\s*q=1[.0]*)?" + _END,
    *(rf";\s*q=0?\.{digit}\d*" + _END for digit in range(9, 0, -1)),
    r";\s*q=0?\.0\d*[1-9]\d*" + _END,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """If the header holds `element` and names none of `unless`, in any case: choose `value`."""

    element: str
    value: str
    unless: tuple[str, ...] = ()

    @property
    def pattern(self) -> str:
        """As one expression, for hosts whose expressions know look-ahead."""
        if not self.unless:
            return self.element
        return "^" + "".join(f"(?!.*{name})" for name in self.unless) + f".*{self.element}"


def _element(name: str) -> str:
    return rf"(?:^|,)\s*{name}{_PARAMETERS}"


def _named(name: str) -> str:
    return rf"(?:^|,)\s*{name}\s*(?:[;,]|$)"


def _escape(media_type: str) -> str:
    return media_type.replace("+", r"\+").replace(".", r"\.").replace("*", r"\*")


def media_types() -> Iterator[Choice]:
    """Accept → the suffix of a representation; nothing matches where nothing is acceptable."""
    yield Choice(r"^[\s,;]*$", REPRESENTATIONS[0].suffix)
    for step in _STEPS:
        for each in REPRESENTATIONS:
            names = "|".join(map(_escape, each.names))
            yield Choice(_element(f"(?:{names})") + step, each.suffix)
            # The first name of an alternative decides which range speaks for it.
            first, group = _escape(each.names[0]), _escape(each.names[0].split("/")[0] + "/*")
            yield Choice(_element(group) + step, each.suffix, (_named(first),))
            yield Choice(_element(_ANY) + step, each.suffix, (_named(first), _named(group)))


def languages(site: Site) -> Iterator[Choice]:
    """Accept-Language → a language of the publication; the default where nothing matches."""
    for step in _STEPS:
        for code in site.languages:
            mine = rf"{code}(?:-[a-z0-9-]*)?"
            yield Choice(_element(mine) + step, code)
            yield Choice(_element(_STAR) + step, code, (_named(mine),))
