"""Code-point offsets → a strip of the text: where one statement stands among all the others."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from onrecord.publish.site.pictures import svg

Span = tuple[int, int]
_WIDTH = 1000.0
_LEAST = 3.0


def ticks(length: int, spans: Iterable[Span]) -> Markup:
    """The half-open spans of all statements of a text of `length` code points."""
    return Markup("".join(_tick(span, length, 12, 10, "tick") for span in sorted(set(spans))))


def draw(length: int, others: Markup, own: Iterable[Span], name: str) -> Markup:
    """A text of `length` code points as a bar with its ticks; `name` says it in words."""
    here = "".join(_tick(span, length, 4, 26, "here") for span in own)
    return Markup(
        f'<svg class="strip" viewBox="0 0 {svg.num(_WIDTH)} 34" preserveAspectRatio="none" '
        f'role="img" aria-label="{escape(name)}">'
        f'<rect class="ground" y="12" width="{svg.num(_WIDTH)}" height="10"/>{others}{here}</svg>'
    )


def _tick(span: Span, length: int, y: float, height: float, style: str) -> str:
    start, end = (_WIDTH * offset / length for offset in span)
    wide = max(end - start, _LEAST)
    return (
        f'<rect class="{style}" x="{svg.num(min(start, _WIDTH - wide))}" y="{svg.num(y)}" '
        f'width="{svg.num(wide)}" height="{svg.num(height)}"/>'
    )
