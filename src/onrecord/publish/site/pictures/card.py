"""A statement or a deal → the picture that shows when somebody shares its page."""

from markupsafe import Markup

from onrecord.publish.site.pictures import svg

_FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">'
    '<rect width="1200" height="630" fill="#fcfaf5"/>'
    '<rect width="18" height="630" fill="#1d4457"/>'
)
_SERIF = 'font-family="Iowan Old Style, Palatino, Georgia, serif"'
_SANS = 'font-family="system-ui, Segoe UI, Roboto, Helvetica, Arial, sans-serif"'


def card(kicker: str, headline: str, foot: str, modality: str) -> bytes:
    """An SVG of 1200 by 630: who, what, how firmly, and from where."""
    lines = svg.wrap(headline, 40, 6)
    size = 60 if len(lines) <= 4 else 50
    step = size * 1.25
    top = 210.0
    content = Markup(_FRAME)
    content += _text(90, 120, 36, _SANS, "#5a554c", kicker, "600")
    for n, line in enumerate(lines):
        content += _text(90, top + step * n, size, _SERIF, "#1d1b18", line, "500")
    content += Markup('<g color="#1d1b18" fill="none" stroke="#1d1b18">')
    content += svg.line("M90 540H270", modality, 6) + Markup("</g>")
    content += _text(295, 551, 32, _SANS, "#1d1b18", foot, "600")
    content += _text(1110, 551, 34, _SERIF, "#1d4457", "onrecord", "700", "end")
    return (str(content) + "</svg>\n").encode("utf-8")


def _text(
    x: float,
    y: float,
    size: int,
    face: str,
    fill: str,
    content: str,
    weight: str,
    anchor: str = "start",
) -> Markup:
    inner = svg.text(x, y, content, "", anchor)
    attributes = f'{face} font-size="{size}" font-weight="{weight}" fill="{fill}"'
    return Markup(f"<g {attributes}>{inner}</g>")
