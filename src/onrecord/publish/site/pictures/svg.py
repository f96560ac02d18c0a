"""Parts of pictures: escaped text, widths by estimate, lines in the style of a modality, tips."""

import math
import textwrap
from itertools import pairwise
from typing import Final

from markupsafe import Markup, escape

from onrecord.publish.site.escaping import markup, plain
from onrecord.publish.site.marks import DASHES

Point = tuple[float, float]
_DOUBLE: Final = frozenset({"planned", "intention"})
_WAVY: Final = {"hope": 0.75, "belief": 1.2}
_NARROW: Final = frozenset("iljtfrI.,:;'!|()[] ")
_WIDE: Final = frozenset("mwMWOQGD@%–")


def num(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


def width(text: str, size: float) -> float:
    """The width that a text takes in a usual sans-serif face; no font is asked."""
    # Added exactly: how `sum` rounds depends on the version of Python.
    units = math.fsum(0.38 if c in _NARROW else 0.95 if c in _WIDE else 0.66 for c in text)
    return units * size


def wrap(text: str, columns: int, lines: int) -> list[str]:
    """The text in at most `lines` lines; an ellipsis stands for what does not fit."""
    shown = plain(text)
    if len(shown) <= columns and shown == " ".join(shown.split()):
        return [shown]
    return textwrap.wrap(shown, columns, max_lines=lines, placeholder="…") or [""]


def text(x: float, y: float, content: str, style: str = "", anchor: str = "") -> Markup:
    """One line of text at its base line."""
    attributes = f' class="{style}"' if style else ""
    if anchor:
        attributes += f' text-anchor="{anchor}"'
    return markup(f'<text x="{num(x)}" y="{num(y)}"{attributes}>{escape(plain(content))}</text>')


def path(points: list[Point], curved: bool) -> str:
    """Path data through the points: cubic splines (1 + 3 n points) or straight lines."""
    head = f"M{num(points[0][0])} {num(points[0][1])}"
    rest = " ".join(f"{num(x)} {num(y)}" for x, y in points[1:])
    return f"{head}{'C' if curved else 'L'}{rest}"


def line(
    data: str, modality: str, width_of_line: float = 2.4, points: list[Point] | None = None
) -> Markup:
    """A path in the line style of a modality: double for planned and intended, wavy for hope and
    belief where the points of its splines are known, else dashed."""
    if modality in _DOUBLE:
        return markup(
            f'<path class="line" d="{data}" stroke-width="{num(width_of_line * 2.2)}"/>'
            f'<path class="core" d="{data}" stroke-width="{num(width_of_line * 0.9)}"/>'
        )
    if points and modality in _WAVY:
        heavy = width_of_line * _WAVY[modality]
        wavy = path(wave(points), curved=False)
        return markup(f'<path class="line" d="{wavy}" stroke-width="{num(heavy)}"/>')
    dash = DASHES.get(modality, "")
    attributes = f' stroke-width="{num(width_of_line)}"'
    if dash:
        attributes += f' stroke-dasharray="{dash}"'
    if modality == "possible":
        attributes += ' stroke-linecap="round"'
    return markup(f'<path class="line" d="{data}"{attributes}/>')


def course(points: list[Point], modality: str) -> list[Point]:
    """Few points between the ends of cubic splines, enough to draw them with straight lines; those
    of the wave where the line of the modality is one."""
    if modality in _WAVY:
        return wave(points)[4:-4:2]
    along = [p for i in range(0, len(points) - 1, 3) for p in _curve(points[i : i + 4])]
    return along[7:-5:8]


def dash(modality: str) -> str:
    """Lengths of dashes and gaps in the line of a modality; nothing where it is drawn through."""
    return "" if modality in _WAVY else DASHES.get(modality, "")


def wave(points: list[Point]) -> list[Point]:
    """Points of a wave along cubic splines, given as 1 + 3 n points."""
    along = [p for i in range(0, len(points) - 1, 3) for p in _curve(points[i : i + 4])]
    found, length = [points[0]], 0.0
    for before, here in pairwise([points[0], *along]):
        step = math.dist(before, here) or 1.0
        length += step
        aside = 3 * math.sin(length * 2 * math.pi / 18) / step
        dx, dy = here[0] - before[0], here[1] - before[1]
        found.append((here[0] - dy * aside, here[1] + dx * aside))
    return [*found, points[-1]]


def _curve(p: list[Point]) -> list[Point]:
    """A cubic spline as points, about two units apart."""
    rough = math.fsum(math.dist(a, b) for a, b in pairwise(p))
    steps = max(2, round(rough / 2))
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = p
    found = []
    for step in range(1, steps + 1):
        t = step / steps
        u = 1 - t
        one, two, three, four = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        x = one * ax + two * bx + three * cx + four * dx
        found.append((x, one * ay + two * by + three * cy + four * dy))
    return found


def tip(end: Point, before: Point, size: float = 9) -> Markup:
    """An arrow's tip at `end`, pointing away from `before`."""
    angle = math.atan2(end[1] - before[1], end[0] - before[0])
    corners = [end]
    for side in (math.pi - 0.42, math.pi + 0.42):
        corners.append(
            (end[0] + size * math.cos(angle + side), end[1] + size * math.sin(angle + side))
        )
    points = " ".join(f"{num(x)},{num(y)}" for x, y in corners)
    return markup(f'<polygon class="tip" points="{points}"/>')


def picture(w: float, h: float, title: str, content: Markup, style: str) -> Markup:
    """The whole picture, as wide as it needs to be, with a name for those who do not see it."""
    return markup(
        f'<svg class="{style}" viewBox="0 0 {num(w)} {num(h)}" width="{num(w)}" height="{num(h)}" '
        f'role="group" aria-label="{escape(plain(title))}">{content}</svg>'
    )
