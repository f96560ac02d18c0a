"""Stops of two lanes → a picture: above, the order of the telling; below, dates with precision."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from onrecord.publish.site.pictures import svg

_STEP: Final = 128.0
_LEFT: Final = 20.0
_TOLD: Final = 92.0
_DATED: Final = 258.0
_HEIGHT: Final = 344.0


@dataclass(frozen=True, slots=True)
class Stop:
    """One place on a lane; `shape` is day, interval, from or until."""

    href: str
    top: str
    label: str
    modality: str
    shape: str = "day"


def draw(told: Sequence[Stop], dated: Sequence[Stop], names: tuple[str, str, str]) -> Markup:
    """The picture; `names` are its title and those of the two lanes. Empty where both are."""
    if not told and not dated:
        return Markup("")
    width = _LEFT * 2 + _STEP * max(len(told), len(dated), 3)
    content = Markup("")
    for stops, y, name in ((told, _TOLD, names[1]), (dated, _DATED, names[2])):
        content += svg.text(_LEFT, y - 52, name, "lane")
        content += Markup(
            f'<path class="axis" d="M{svg.num(_LEFT)} {svg.num(y)}H{svg.num(width - _LEFT)}"/>'
        )
        for n, stop in enumerate(stops):
            content += _stop(stop, _LEFT + _STEP * (n + 0.5), y)
    return svg.picture(width, _HEIGHT, names[0], content, "times")


def _stop(stop: Stop, x: float, y: float) -> Markup:
    top = svg.text(x, y - 20, stop.top, "stamp", "middle")
    lines = Markup("").join(
        svg.text(x, y + 30 + 16 * n, line, "what", "middle")
        for n, line in enumerate(svg.wrap(stop.label, 17, 3))
    )
    name = escape(f"{stop.top}: {stop.label}")
    return Markup(
        f'<a class="stop {stop.modality} {stop.shape}" href="{stop.href}" aria-label="{name}">'
        f"{_mark(stop.shape, x, y)}{top}{lines}</a>"
    )


def _mark(shape: str, x: float, y: float) -> Markup:
    """A point for a day, a bar for an interval, a bar with an open tip for an open one."""
    if shape == "day":
        return Markup(f'<circle class="point" cx="{svg.num(x)}" cy="{svg.num(y)}" r="8"/>')
    bar = Markup(
        f'<rect class="point" x="{svg.num(x - 34)}" y="{svg.num(y - 6)}" width="68" height="12" '
        'rx="2"/>'
    )
    if shape == "from":
        return bar + svg.tip((x + 52, y), (x + 34, y), 16)
    if shape == "until":
        return bar + svg.tip((x - 52, y), (x - 34, y), 16)
    return bar
