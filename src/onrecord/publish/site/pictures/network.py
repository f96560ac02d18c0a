"""An entity → a small picture of those it has deals or disputes with: itself left, they right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from onrecord.publish.site.escaping import markup
from onrecord.publish.site.pen import Pen
from onrecord.publish.site.pictures import svg

_ROW: Final = 44.0
_LEFT: Final = 190.0
_MIDDLE: Final = 390.0
_RIGHT: Final = 320.0


@dataclass(frozen=True, slots=True)
class Spoke:
    """One tie: to whom, through which resource, in which line, and which way it points."""

    other: str
    through: str
    label: str
    modality: str
    points_out: bool
    points_in: bool


def draw(pen: Pen, it: str, spokes: Sequence[Spoke], title: str) -> Markup:
    """The picture; empty where there is nobody."""
    if not spokes:
        return Markup("")
    others = list(dict.fromkeys(s.other for s in spokes))
    height = _ROW * len(spokes) + 12
    middle = height / 2
    slots = _slots(spokes, others)
    lines = [
        _spoke(pen, spoke, middle + (n - (len(slots) - 1) / 2) * 3, 6 + _ROW * (n + 0.5))
        for n, spoke in enumerate(slots)
    ]
    center = _box(pen, it, 4, middle, _LEFT - 4, "self")
    drawn = markup("".join([*lines, center, *(_names(pen, slots, other) for other in others)]))
    return svg.picture(_LEFT + _MIDDLE + _RIGHT, height, title, drawn, "network")


def _slots(spokes: Sequence[Spoke], others: list[str]) -> list[Spoke]:
    """The spokes with those to the same other beside each other."""
    return sorted(spokes, key=lambda s: others.index(s.other))


def _spoke(pen: Pen, spoke: Spoke, y0: float, y1: float) -> Markup:
    x0, x1 = _LEFT, _LEFT + _MIDDLE
    bend = x0 + 46
    points = [(x0, y0), (x0 + 26, y0), (bend - 26, y1), (bend, y1), (bend, y1), (x1, y1), (x1, y1)]
    tips = svg.tip((x1, y1), (bend, y1)) if spoke.points_out else Markup("")
    if spoke.points_in:
        # Several lines meet at the box and part at the bend, where each has room for its tip.
        tip = x0 if y0 == y1 else bend - 2
        tips += svg.tip((tip, y1), (tip + 20, y1))
    drawn = svg.line(svg.path(points, curved=True), spoke.modality, 2.4, points)
    label = svg.text(bend + 8, y1 - 8, svg.wrap(spoke.label, 48, 1)[0], "what")
    return markup(
        f'<a class="edge {spoke.modality}" href="{pen.href(spoke.through)}" '
        f'aria-label="{escape(spoke.label)}">{drawn}{tips}{label}</a>'
    )


def _names(pen: Pen, slots: list[Spoke], other: str) -> Markup:
    rows = [n for n, s in enumerate(slots) if s.other == other]
    middle = 6 + _ROW * (rows[0] + rows[-1] + 1) / 2
    return _box(pen, other, _LEFT + _MIDDLE + 4, middle, _RIGHT - 8, "other", _ROW * len(rows) - 10)


def _box(pen: Pen, it: str, x: float, y: float, w: float, style: str, h: float = 34.0) -> Markup:
    label = svg.wrap(pen.label(it), 36 if style == "other" else 22, 1)[0]
    return markup(
        f'<a class="node {style}" href="{pen.href(it) or "#main"}"><rect x="{svg.num(x)}" '
        f'y="{svg.num(y - h / 2)}" width="{svg.num(w)}" height="{svg.num(h)}" rx="3"/>'
        f"{svg.text(x + w / 2, y + 5, label, '', 'middle')}</a>"
    )
