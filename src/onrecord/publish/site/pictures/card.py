"""A statement or a deal → the picture that shows when somebody shares its page, as PNG.

Sites that show such pictures take no SVG. The face comes packaged with the front end, so the same
text gives the same bytes on every machine; characters that it has no glyph for are shown as boxes.
"""

import io
import math
import zlib
from functools import cache, lru_cache
from importlib import resources
from itertools import groupby
from typing import Final

from PIL import Image, ImageDraw, ImageFont

WIDTH: Final = 1200
HEIGHT: Final = 630
_LEFT: Final = 90
_RIGHT: Final = WIDTH - 90
_SIZES: Final = ((62, 4), (52, 5), (44, 6))
_INK: Final = 11
_SOFT: Final = 8
_ACCENT: Final = 12
_TONES: Final = {"hearsay": 13, "probable": 13, "possible": 13, "hope": 15, "belief": 15}
_AHEAD: Final = {"planned": 14, "intention": 14, "conditional": 14}
_PAPER_RGB: Final = (252, 250, 245)
_INK_RGB: Final = (29, 27, 24)
_COLOURS: Final = ((29, 68, 87), (138, 90, 0), (36, 82, 143), (123, 58, 114))

Face = ImageFont.FreeTypeFont | ImageFont.ImageFont


def card(kicker: str, headline: str, foot: str, modality: str) -> bytes:
    """A PNG of 1200 by 630: who, what, how firmly, and from where."""
    # Grey values are indices into 16 colours: a ramp from paper to ink, then those of the palette.
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 17, HEIGHT), fill=_ACCENT)
    _line(draw, _fitting(_words(kicker), 36, _RIGHT - _LEFT), _LEFT, 84, 36, _SOFT)
    size, lines = _broken(_words(headline))
    for n, line in enumerate(lines):
        _line(draw, line, _LEFT, 158 + round(size * 1.24 * n), size, _INK)
    _stroke(draw, modality, 540)
    _line(draw, _fitting(_words(foot), 34, 600), 295, 516, 34, _INK)
    name = "onrecord"
    _line(draw, name, _RIGHT - _length(name, 36), 514, 36, _ACCENT - 1)
    return _png(image)


def _words(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


@cache
def _face(part: str, size: int) -> Face:
    """The packaged face; the library's own where onrecord runs from sources not installed."""
    try:
        data = (resources.files("onrecord_assets") / "fonts" / f"{part}.woff").read_bytes()
    except (ModuleNotFoundError, FileNotFoundError):
        return ImageFont.load_default(size)
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


def _part(character: str) -> str:
    code = ord(character)
    return "latin-ext" if 0x100 <= code < 0x2000 or 0x20A0 <= code != 0x20AC else "latin"


def _runs(text: str) -> list[tuple[str, str]]:
    return [(part, "".join(run)) for part, run in groupby(text, _part)]


@lru_cache(maxsize=1 << 14)
def _length(text: str, size: int) -> float:
    return math.fsum(_face(part, size).getlength(run) for part, run in _runs(text))


def _line(draw: ImageDraw.ImageDraw, text: str, x: float, y: float, size: int, fill: int) -> None:
    runs = _runs(text)
    for n, (part, run) in enumerate(runs, 1):
        draw.text((x, y), run, fill=fill, font=_face(part, size))
        if n < len(runs):
            x += _face(part, size).getlength(run)


def _broken(text: str) -> tuple[int, list[str]]:
    """The largest size in which the text fits, and its lines; the last is cut where none does."""
    for size, most in _SIZES:
        lines = _wrapped(text, size)
        if len(lines) <= most:
            return size, lines
    kept = lines[:most]
    kept[-1] = _fitting(f"{kept[-1]} {lines[most]}", size, _RIGHT - _LEFT)
    return size, kept


def _wrapped(text: str, size: int) -> list[str]:
    lines: list[str] = []
    room = 0.0
    for word in text.split(" "):
        wide = _length(word, size) + _length(" ", size)
        if lines and wide <= room:
            lines[-1] += f" {word}"
            room -= wide
        else:
            lines.append(_fitting(word, size, _RIGHT - _LEFT))
            room = _RIGHT - _LEFT - _length(lines[-1], size)
    return lines


def _fitting(text: str, size: int, width: float) -> str:
    """The text, cut with an ellipsis where it is wider."""
    if _length(text, size) <= width:
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if _length(text[:middle] + "…", size) <= width:
            fits = middle
        else:
            too_long = middle
    return text[:fits].rstrip() + "…"


def _stroke(draw: ImageDraw.ImageDraw, modality: str, y: int) -> None:
    """The line of a modality, as the legend of the site has it."""
    tone = (_TONES | _AHEAD).get(modality, _INK)
    ends = (_LEFT, 270)
    if modality in ("planned", "intention"):
        end = ends[1] - (24 if modality == "intention" else 0)
        for offset in (-6, 6):
            draw.line((ends[0], y + offset, end, y + offset), fill=tone, width=5)
        if modality == "intention":
            tip = [(end - 6, y - 20), (ends[1], y), (end - 6, y + 20)]
            draw.line(tip, fill=tone, width=5, joint="curve")
    elif modality in ("hope", "belief"):
        wave = [(x, y + 9 * math.sin((x - ends[0]) / 9)) for x in range(ends[0], ends[1], 2)]
        draw.line(wave, fill=tone, width=5 if modality == "hope" else 9, joint="curve")
    else:
        x, dashes = ends[0], _DASHES.get(modality, (ends[1] - ends[0],))
        for n in range(100):
            step = dashes[n % len(dashes)]
            if n % 2 == 0:
                draw.line((x, y, min(x + step, ends[1]), y), fill=tone, width=10)
            x += step
            if x >= ends[1]:
                break


_DASHES: Final = {
    "hearsay": (26, 16),
    "probable": (36, 12, 10, 12),
    "possible": (10, 18),
    "conditional": (8, 10, 30, 10),
}


@cache
def _palette() -> list[int]:
    pairs = zip(_PAPER_RGB, _INK_RGB, strict=True)
    ramps = [[round(a + (b - a) * n / _INK) for n in range(_INK + 1)] for a, b in pairs]
    table = [v for rgb in zip(*ramps, strict=True) for v in rgb]
    return table + [v for rgb in _COLOURS for v in rgb]


def _png(image: Image.Image) -> bytes:
    image.putpalette(_palette())  # which makes its grey values indices
    written = io.BytesIO()
    image.save(written, "PNG", bits=4, compress_level=1, compress_type=zlib.Z_RLE)
    return written.getvalue()
