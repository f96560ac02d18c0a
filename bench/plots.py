"""`figures.json`, as `archive.py --out` writes it → the pictures in `plots/`.

python bench/plots.py [FIGURES]
"""

import json
import math
import sys
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
WIDTH, HEIGHT, LEFT, TOP = 640, 360, 70, 40
COLOURS = ("#1b6ca8", "#b3541e", "#3a7d44", "#7b4b94", "#666666", "#a0243c")
STAGES = ("extract", "graph", "validate", "pages", "merge")


def _svg(title: str, parts: Sequence[str], height: int = HEIGHT) -> str:
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="sans-serif" font-size="12">\n<title>{escape(title)}</title>\n'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>\n'
        f'<text x="{LEFT}" y="22" font-size="15">{escape(title)}</text>\n{body}\n</svg>\n'
    )


def lines(
    title: str, unit: str, sizes: Sequence[int], series: Mapping[str, Sequence[float]]
) -> str:
    """A chart with two logarithmic axes: articles against a value."""
    values = [v for row in series.values() for v in row if v > 0]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    last = max(math.log10(max(sizes)), 1)

    def x(size: float) -> float:
        return LEFT + math.log10(size) / last * (WIDTH - LEFT - 130)

    def y(value: float) -> float:
        share = (math.log10(value) - low) / max(high - low, 1)
        return HEIGHT - 40 - share * (HEIGHT - 40 - TOP)

    parts = []
    for power in range(low, high + 1):
        at = y(10.0**power)
        parts.append(f'<path d="M{LEFT} {at:.0f}H{WIDTH - 130}" stroke="#ddd"/>')
        parts.append(
            f'<text x="{LEFT - 8}" y="{at + 4:.0f}" text-anchor="end">{10.0**power:g}</text>'
        )
    for size in sizes:
        parts.append(
            f'<text x="{x(size):.0f}" y="{HEIGHT - 20}" text-anchor="middle">{size:,}</text>'
        )
    parts.append(f'<text x="{WIDTH - 130}" y="{HEIGHT - 4}" text-anchor="end">articles</text>')
    parts.append(f'<text x="{LEFT - 60}" y="{TOP - 4}">{escape(unit)}</text>')
    ends: list[float] = []
    for number, (name, row) in enumerate(series.items()):
        colour = COLOURS[number % len(COLOURS)]
        points = " ".join(
            f"{x(s):.1f},{y(v):.1f}" for s, v in zip(sizes, row, strict=True) if v > 0
        )
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        at = y(row[-1]) + 4
        while any(abs(at - other) < 13 for other in ends):
            at += 3
        ends.append(at)
        parts.append(f'<text x="{WIDTH - 122}" y="{at:.0f}" fill="{colour}">{escape(name)}</text>')
    return _svg(title, parts)


def bars(title: str, unit: str, rows: Mapping[str, float]) -> str:
    """A chart with one logarithmic bar a row."""
    low = math.floor(math.log10(min(rows.values())))
    high = math.log10(max(rows.values()))
    height = TOP + 44 * len(rows) + 10
    parts = []
    for number, (name, value) in enumerate(rows.items()):
        at = TOP + 44 * number
        long = (math.log10(value) - low) / max(high - low, 0.1) * (WIDTH - LEFT - 90)
        parts.append(f'<text x="{LEFT}" y="{at + 12}">{escape(name)}</text>')
        parts.append(
            f'<rect x="{LEFT}" y="{at + 17}" width="{long:.0f}" height="16" fill="{COLOURS[0]}"/>'
        )
        parts.append(f'<text x="{LEFT + long + 6:.0f}" y="{at + 30}">{value:,.3g} {unit}</text>')
    return _svg(title, parts, height)


def draw(figures: Mapping[str, Any], folder: Path) -> None:
    """Writes every picture."""
    folder.mkdir(exist_ok=True)
    sizes = [row["articles"] for row in figures["stages"]]
    stages = {name: [row[name] for row in figures["stages"]] for name in STAGES}
    whole = figures["end to end"]
    of_whole = [row["articles"] for row in whole]
    pictures = {
        "stages": lines("Time of each stage, one core", "CPU seconds", sizes, stages),
        "whole": lines(
            "The whole command, one process",
            "CPU s, MB",
            of_whole,
            {n: [row[n] for row in whole] for n in ("cpu", "memory")},
        ),
        "rdf": bars("Reading and writing RDF (logarithmic)", "triples/s", figures["rdf"]["rates"]),
        "validation": bars(
            f"Validating {figures['validation']['articles']} articles (logarithmic)",
            "CPU s",
            figures["validation"]["seconds"],
        ),
    }
    for name, svg in pictures.items():
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "figures.json"
    draw(json.loads(source.read_text(encoding="utf-8")), HERE / "plots")
