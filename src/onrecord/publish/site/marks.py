"""The one visual language of modality and origin: a line or a shape for each, never colour alone.

Each entry is an SVG path and its presentation attributes; pages, pictures and the legend share it.
"""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

Mark = tuple[str, Markup]


def _line(width: float, dash: str = "", cap: str = "butt") -> Markup:
    attributes = f' fill="none" stroke="currentColor" stroke-width="{width:g}"'
    if dash:
        attributes += f' stroke-dasharray="{dash}"'
    if cap != "butt":
        attributes += f' stroke-linecap="{cap}"'
    return Markup(attributes)


LINES: Final[Mapping[str, Mark]] = {
    "asserted": ("M0 5H28", _line(3.2)),
    "hearsay": ("M0 5H28", _line(3.2, "6 5")),
    "probable": ("M0 5H28", _line(3.2, "9 3 2.5 3")),
    "possible": ("M2 5H28", _line(3.4, "0.1 6", "round")),
    "planned": ("M0 3H28M0 7H28", _line(1.6)),
    "intention": ("M0 3H21M0 7H21M20 0L27 5L20 10", _line(1.6)),
    "hope": ("M0 5Q3.5 -1 7 5T14 5T21 5T28 5", _line(1.6)),
    "belief": ("M0 5Q3.5 -1 7 5T14 5T21 5T28 5", _line(3)),
    "conditional": ("M0 5H12L27 1M12 5L27 9", _line(1.8)),
}

OTHER: Final[Mark] = ("M0 5H9M19 5H28M9.5 5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0", _line(1.6))
"""Of a modality that a workspace adds: that it is one, and none of those above."""

BADGES: Final[Mapping[str, Mark]] = {
    "curated": ("M1 1h9v9H1z", Markup(' fill="currentColor"')),
    "background": ("M1.8 1.8h7.4v7.4H1.8z", _line(1.6)),
    "extracted": ("M5.5 .9L10.1 5.5L5.5 10.1L.9 5.5z", _line(1.5)),
    "reviewed": ("M5.5 .2L10.8 5.5L5.5 10.8L.2 5.5z", Markup(' fill="currentColor"')),
}

CROSS: Final[Mark] = (
    "M1.5 1.5l8 8m0-8l-8 8",
    Markup(' stroke="currentColor" stroke-width="2" fill="none"'),
)
"""Beside a statement that denies."""

DASHES: Final[Mapping[str, str]] = {
    "asserted": "",
    "hearsay": "9 6",
    "probable": "12 4 3 4",
    "possible": "0.1 6",
    "planned": "",
    "intention": "",
    "hope": "4 3",
    "belief": "14 3",
    "conditional": "2 3 8 3",
    "inferred": "5 4",
}
"""Dashes for the long lines of pictures; planned and intended ones are drawn as double lines.
`inferred` is that of a relation which the text does not spell out."""
