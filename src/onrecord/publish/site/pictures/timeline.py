"""Stops of two lanes → a picture: left the order of the telling, right the dates of sources, and
lines from what is told to its date. Lines that cross show another order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from onrecord.publish.site.pictures import svg

# The lane of the telling fits into the window of a phone.
_WIDTH: Final = 906.0
_TOLD: Final = 286.0
_DATED: Final = 526.0
_HEAD: Final = 64.0
_STEP: Final = 62.0
_COLUMNS: Final = {True: 36, False: 46}


@dataclass(frozen=True, slots=True)
class Stop:
    """One place on a lane; `shape` is day, interval, from or until; `more` counts what else
    stands there."""

    href: str
    top: str
    label: str
    modality: str
    shape: str = "day"
    more: int = 0


@dataclass(frozen=True, slots=True)
class Tie:
    """Indices of a told and a dated stop; `kind` is same or tension."""

    told: int
    dated: int
    kind: str


def draw(
    told: Sequence[Stop], dated: Sequence[Stop], ties: Sequence[Tie], names: tuple[str, str, str]
) -> Markup:
    """The picture; `names` are its title and those of the two lanes. Empty where both are."""
    if not told and not dated:
        return Markup("")
    rows = max(len(told), len(dated), 3)
    height = _HEAD + _STEP * rows + 8
    content = svg.text(_TOLD + 8, 26, names[1], "lane", "end")
    content += svg.text(_DATED - 8, 26, names[2], "lane")
    places = _places(len(told), rows), _places(len(dated), rows)
    content += Markup("").join(_tie(t, places[0][t.told], places[1][t.dated]) for t in ties)
    for x, stops, ys in ((_TOLD, told, places[0]), (_DATED, dated, places[1])):
        axis = f"M{svg.num(x)} {svg.num(_HEAD - 16)}V{svg.num(height - 8)}"
        content += Markup(f'<path class="axis" d="{axis}"/>')
        content += Markup("").join(_stop(s, x, y) for s, y in zip(stops, ys, strict=True))
    return svg.picture(_WIDTH, height, names[0], content, "times")


def _places(count: int, rows: int) -> list[float]:
    """The heights of the stops of a lane, spread over all rows."""
    step = _STEP * rows / max(count, 1)
    return [_HEAD + step * (n + 0.5) - 6 for n in range(count)]


def _tie(tie: Tie, y1: float, y2: float) -> Markup:
    x1, x2 = _TOLD + 12, _DATED - 12
    middle = (x1 + x2) / 2
    points = ((middle, y1), (middle, y2), (x2, y2))
    rest = " ".join(f"{svg.num(x)} {svg.num(y)}" for x, y in points)
    return Markup(
        f'<path class="tie {tie.kind}" d="M{svg.num(x1)} {svg.num(y1)}C{rest}" fill="none"/>'
    )


def _stop(stop: Stop, x: float, y: float) -> Markup:
    left = x == _TOLD
    at, anchor = (x - 20, "end") if left else (x + 20, "")
    top = svg.text(at, y - 9, stop.top, "stamp", anchor)
    label = f"{stop.label} (+{stop.more})" if stop.more else stop.label
    lines = Markup("").join(
        svg.text(at, y + 9 + 16 * n, line, "what", anchor)
        for n, line in enumerate(svg.wrap(label, _COLUMNS[left], 2))
    )
    name = escape(f"{stop.top}: {label}")
    return Markup(
        f'<a class="stop {stop.modality} {stop.shape}" href="{stop.href}" aria-label="{name}">'
        f"{_mark(stop.shape, x, y)}{top}{lines}</a>"
    )


def _mark(shape: str, x: float, y: float) -> Markup:
    """A point for a day, a bar for an interval, a bar with an open tip for an open one."""
    if shape == "day":
        return Markup(f'<circle class="point" cx="{svg.num(x)}" cy="{svg.num(y)}" r="8"/>')
    bar = Markup(
        f'<rect class="point" x="{svg.num(x - 6)}" y="{svg.num(y - 16)}" width="12" height="32" '
        'rx="2"/>'
    )
    if shape == "from":
        return bar + svg.tip((x, y + 30), (x, y + 14), 16)
    if shape == "until":
        return bar + svg.tip((x, y - 30), (x, y - 14), 16)
    return bar
