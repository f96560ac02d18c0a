"""An amount → a small bar: how much of the largest sum it is, and which kind of a sum.

Solid to its end where a sum is exact; an outline that closes at the bound for "up to"; solid with
an open tip for "at least"; struck out where the sum is denied; dots where there is no number.
"""

from typing import Final

from markupsafe import Markup

from onrecord.publish.site.pictures import svg

_WIDTH: Final = 120.0
_HEIGHT: Final = 16.0


def draw(kind: str, share: float, denied: bool) -> Markup:
    """`kind` as in the scheme of amount kinds; `share` of the largest sum, from 0 to 1."""
    wide = max(6.0, (_WIDTH - 16) * share)
    body = _BODIES.get(kind, _exact)(wide)
    if denied:
        body += f'<path class="strike" d="M0 14L{svg.num(wide + 6)} 2"/>'
    return Markup(
        f'<svg class="gauge" viewBox="0 0 {svg.num(_WIDTH)} {svg.num(_HEIGHT)}" '
        f'width="{svg.num(_WIDTH)}" height="{svg.num(_HEIGHT)}" aria-hidden="true">{body}</svg>'
    )


def _exact(wide: float) -> str:
    return f'<rect class="sum" y="4" width="{svg.num(wide)}" height="8"/>'


def _upper(wide: float) -> str:
    return (
        f'<path class="bound" d="M0 4.5H{svg.num(wide)}M0 11.5H{svg.num(wide)}"/>'
        f'<path class="wall" d="M{svg.num(wide)} 1V15"/>'
    )


def _lower(wide: float) -> str:
    return (
        f'<path class="wall" d="M0 1V15"/><rect class="sum" y="4" width="{svg.num(wide)}" '
        f'height="8"/><polygon class="sum" points="{svg.num(wide)},1 {svg.num(wide + 12)},8 '
        f'{svg.num(wide)},15"/>'
    )


def _vague(_: float) -> str:
    return '<path class="dots" d="M3 8H90"/>'


_BODIES: Final = {
    "upper-bound": _upper,
    "lower-bound": _lower,
    "vague": _vague,
    "none": _vague,
}
