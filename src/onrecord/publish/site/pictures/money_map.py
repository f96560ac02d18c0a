"""Arrows of deals → the money map: a picture with focusable nodes, and its data for the script."""

import math
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup, escape

from onrecord.publish.site.pen import Pen
from onrecord.publish.site.pictures import svg
from onrecord.views.dealings import Arrow
from onrecord.views.reading import local

if TYPE_CHECKING:
    import pygraphviz

_INCH: Final = 72.0
_NODE_HEIGHT: Final = 44.0
_LABEL: Final = 13.0
_MARGIN: Final = 24.0
_GAP: Final = 30.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """The picture and the same as data."""

    picture: Markup
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Box:
    it: str
    label: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class _Block:
    """A group of connected nodes as laid out, and where its upper left corner stands."""

    layout: "pygraphviz.AGraph"
    ends: dict[str, tuple[str, str]]
    nodes: list[str]
    arrows: tuple[Arrow, ...]
    numbers: tuple[int, ...]
    width: float
    height: float
    left: float = 0
    top: float = 0

    def point(self, x: float, y: float) -> svg.Point:
        """A point of the layout, whose y goes upwards, in the picture."""
        return (x + self.left, self.top + self.height - y)


def draw(pen: Pen, arrows: tuple[Arrow, ...], title: str) -> Drawn:
    """Lays the arrows out from left to right and draws them in the language of the pen."""
    labels = {i: _labels(pen, a) for i, a in enumerate(arrows)}
    blocks, width, height = _packed([_block(pen, g, arrows, labels) for g in _groups(arrows)])
    edges = [
        _edge(pen, block, i, a, labels[i])
        for block in blocks
        for i, a in zip(block.numbers, block.arrows, strict=True)
    ]
    boxes = [box for block in blocks for box in _boxes(pen, block)]
    ends = Counter(it for arrow in arrows for it in (arrow.source, arrow.target))
    # The script brings it into view where the window is narrow.
    most = next((it for it, _ in ends.most_common(1)), "")
    content = Markup("").join([*edges, *(_node(pen, b, b.it == most) for b in boxes)])
    picture = svg.picture(width, height, title, content, "money")
    traces = {i: _trace(b, i, a) for b in blocks for i, a in zip(b.numbers, b.arrows, strict=True)}
    return Drawn(picture, _data(pen, arrows, boxes, labels, traces))


def _groups(arrows: tuple[Arrow, ...]) -> list[list[int]]:
    """Numbers of arrows that hang together, the largest group first."""
    of: dict[str, set[str]] = {}
    for arrow in arrows:
        joined = of.get(arrow.source, {arrow.source}) | of.get(arrow.target, {arrow.target})
        for node in joined:
            of[node] = joined
    groups: dict[frozenset[str], list[int]] = {}
    for i, arrow in enumerate(arrows):
        groups.setdefault(frozenset(of[arrow.source]), []).append(i)
    return sorted(groups.values(), key=lambda g: (-len(g), g))


def _block(
    pen: Pen, numbers: list[int], arrows: tuple[Arrow, ...], labels: dict[int, list[str]]
) -> _Block:
    own = tuple(arrows[i] for i in numbers)
    nodes = list(dict.fromkeys(n for a in own for n in (a.source, a.target)))
    layout = _layout(pen, nodes, own, [labels[i] for i in numbers])
    box = [float(v) for v in str(layout.graph_attr["bb"]).split(",")]
    ends = {key: (one, other) for one, other, key in layout.edges(keys=True)}
    return _Block(layout, ends, nodes, own, tuple(numbers), box[2], box[3])


def _packed(blocks: list[_Block]) -> tuple[list[_Block], float, float]:
    """The first block on top, the others below it, side by side as far as they fit."""
    limit = max([1120.0, *(b.width for b in blocks)])
    placed: list[_Block] = []
    left, top, row = _MARGIN, _MARGIN, 0.0
    for block in blocks:
        if left > _MARGIN and left + block.width > limit + _MARGIN:
            left, top, row = _MARGIN, top + row + _GAP, 0.0
        placed.append(replace(block, left=left, top=top))
        left += block.width + 2 * _GAP
        row = max(row, block.height)
    return placed, limit + 2 * _MARGIN, top + row + _MARGIN


def _labels(pen: Pen, arrow: Arrow) -> list[str]:
    """What stands on an arrow: its kind, then the amounts named, else the status; last, whether it
    is contested."""
    lines = [pen.label(arrow.kind)] if arrow.kind else []
    lines += dict.fromkeys(_sum(pen, a) for a in arrow.amounts[:2])
    if not arrow.amounts and arrow.status:
        lines.append(pen.label(arrow.status))
    if arrow.contested:
        lines.append(pen.locale.words["contested"])
    return [svg.wrap(x, 26, 1)[0] for x in lines]


def _sum(pen: Pen, amount: str) -> str:
    """An amount with its qualifier; without its words where there is no number."""
    record = pen.library.record("amounts", amount)
    if not pen.locale.amount_value(record):
        return pen.locale.words["amount_unnumbered"]
    return pen.locale.amount(record)


def _layout(
    pen: Pen, nodes: list[str], arrows: tuple[Arrow, ...], labels: list[list[str]]
) -> "pygraphviz.AGraph":
    import pygraphviz  # most builds draw no map

    graph = pygraphviz.AGraph(directed=True, strict=False)
    graph.graph_attr.update(rankdir="LR", nodesep="0.34", ranksep="1.0", splines="true")
    for i, node in enumerate(nodes):
        wide = _width(pen, node) / _INCH
        graph.add_node(
            f"n{i}",
            shape="box",
            label="",
            fixedsize="true",
            width=f"{wide:.3f}",
            height=f"{_NODE_HEIGHT / _INCH:.3f}",
        )
    taken: set[tuple[str, str]] = set()
    for i, arrow in enumerate(arrows):
        widest = max((svg.width(x, _LABEL) for x in labels[i]), default=10) + 14
        high = 8 + 16 * len(labels[i])
        table = (
            f'<<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="{widest:.0f}" HEIGHT="{high}">'
            "<TR><TD></TD></TR></TABLE>>"
        )
        ends = (f"n{nodes.index(arrow.source)}", f"n{nodes.index(arrow.target)}")
        back = ends[::-1] in taken
        taken.add(ends[::-1] if back else ends)
        way = "none" if not arrow.directed else "back" if back else "forward"
        graph.add_edge(
            *(ends[::-1] if back else ends), key=str(i), label=table, arrowsize="0.8", dir=way
        )
    graph.layout(prog="dot")
    return graph


def _width(pen: Pen, node: str) -> float:
    return max(70.0, max(svg.width(x, 15) for x in _name(pen, node)) + 34)


def _name(pen: Pen, node: str) -> list[str]:
    return svg.wrap(pen.label(node), 21, 2)


def _boxes(pen: Pen, block: _Block) -> list[_Box]:
    """The nodes in reading order: column by column."""
    found = []
    for i, node in enumerate(block.nodes):
        x, y = (float(v) for v in block.layout.get_node(f"n{i}").attr["pos"].split(","))
        found.append(_Box(node, pen.label(node), *block.point(x, y), _width(pen, node)))
    return sorted(found, key=lambda b: (round(b.x / 40), b.y, b.it))


def _points(block: _Block, position: str) -> tuple[list[svg.Point], svg.Point | None]:
    """The points of a spline and the tip of its arrow."""
    points: list[svg.Point] = []
    end = None
    for part in position.replace("\\\n", "").split():
        marked = part.startswith(("e,", "s,"))
        x, y = (float(v) for v in (part[2:] if marked else part).split(","))
        if marked:
            end = block.point(x, y)
        else:
            points.append(block.point(x, y))
    return points, end


def _trace(block: _Block, i: int, arrow: Arrow) -> dict[str, Any]:
    """Where an arrow bends from its source on, and the middle of its label, for the script."""
    key = str(block.numbers.index(i))
    edge = block.layout.get_edge(*block.ends[key], key=key)
    points, _ = _points(block, edge.attr["pos"])
    start = block.layout.get_node(f"n{block.nodes.index(arrow.source)}").attr["pos"]
    source = block.point(*(float(v) for v in start.split(",")))
    if math.dist(points[-1], source) < math.dist(points[0], source):
        points.reverse()
    middle = block.point(*(float(v) for v in edge.attr["lp"].split(",")))
    return {
        "path": [[round(v, 1) for v in point] for point in svg.course(points, arrow.modality)],
        "labelAt": [round(v, 1) for v in middle],
    }


def _edge(pen: Pen, block: _Block, i: int, arrow: Arrow, labels: list[str]) -> Markup:
    key = str(block.numbers.index(i))
    edge = block.layout.get_edge(*block.ends[key], key=key)
    points, end = _points(block, edge.attr["pos"])
    shape = svg.line(svg.path(points, curved=True), arrow.modality, 2.4, points)
    if end:
        near = min((points[0], points[-1]), key=lambda p: math.dist(p, end))
        shape += svg.tip(end, near)
    middle, y = block.point(*(float(v) for v in edge.attr["lp"].split(",")))
    top = y - 8 * (len(labels) - 1) + 4
    texts = Markup("").join(
        svg.text(middle, top + 16 * n, label, "sum" if n else "what", "middle")
        for n, label in enumerate(labels)
    )
    return Markup(
        f'<a class="edge {arrow.modality}" data-edge="e{i}" href="{pen.href(arrow.deal)}" '
        f'aria-label="{escape(sentence(pen, arrow))}">{shape}{texts}</a>'
    )


def sentence(pen: Pen, arrow: Arrow) -> str:
    """An arrow in words."""
    amounts = ", ".join(pen.money_text(a) for a in arrow.amounts)
    parts = [
        f"{pen.label(arrow.source)} → {pen.label(arrow.target)}",
        pen.label(arrow.deal),
        amounts,
        pen.label(_concept(arrow.modality)),
        pen.locale.words["contested"] if arrow.contested else "",
    ]
    return "; ".join(p for p in parts if p)


def _concept(modality: str) -> str:
    return f"https://w3id.org/onrecord/scheme/modality#{modality}"


def _node(pen: Pen, box: _Box, busiest: bool) -> Markup:
    kind, mark = _kind(pen, box.it), ' data-busiest=""' if busiest else ""
    left, top = box.x - box.width / 2, box.y - _NODE_HEIGHT / 2
    shape = Markup(
        f'<rect x="{svg.num(left)}" y="{svg.num(top)}" width="{svg.num(box.width)}" '
        f'height="{svg.num(_NODE_HEIGHT)}" rx="{3 if kind != "Group" else 19}"/>'
    )
    lines = _name(pen, box.it)
    label = Markup("").join(
        svg.text(box.x, box.y + 5 - 8.5 * (len(lines) - 1) + 17 * n, line, "", "middle")
        for n, line in enumerate(lines)
    )
    return Markup(
        f'<a class="node k-{kind.lower()}" aria-label="{escape(box.label)}" '
        f'data-node="{_id(pen, box.it)}" data-kind="{kind.lower()}"{mark} '
        f'href="{pen.href(box.it)}">{shape}{label}</a>'
    )


def _kind(pen: Pen, it: str) -> str:
    known = ("Company", "Group", "Person", "NewsMedium", "Deal", "Product", "Topic")
    classes = {local(c) for c in pen.library.kinds.get(it, ())}
    return next((k for k in known if k in classes), "Agent")


def _id(pen: Pen, it: str) -> str:
    return pen.library.paths.get(it, local(it))


def _data(
    pen: Pen,
    arrows: tuple[Arrow, ...],
    boxes: list[_Box],
    labels: dict[int, list[str]],
    traces: dict[int, dict[str, Any]],
) -> dict[str, Any]:
    """The map as the script reads it."""
    nodes = [
        {
            "id": _id(pen, b.it),
            "label": b.label,
            "kind": _kind(pen, b.it).lower(),
            "kindLabel": pen.label(f"https://w3id.org/onrecord/ns#{_kind(pen, b.it)}"),
            "address": pen.href(b.it),
            "x": round(b.x, 1),
            "y": round(b.y, 1),
            "width": round(b.width, 1),
            "height": _NODE_HEIGHT,
        }
        for b in boxes
    ]
    edges = [
        {
            "id": f"e{i}",
            "from": _id(pen, a.source),
            "to": _id(pen, a.target),
            "label": "\n".join(labels[i]),
            "directed": a.directed,
            "dash": svg.dash(a.modality),
            **traces[i],
            "kind": local(a.kind),
            "kindLabel": pen.label(a.kind),
            "modality": list(a.modalities),
            "modalityLabel": [pen.label(_concept(m)) for m in a.modalities],
            "source": [local(s) for s in a.sources],
            "sourceLabel": [pen.label(s) for s in a.sources],
            "address": pen.href(a.deal),
            "description": sentence(pen, a),
        }
        for i, a in enumerate(arrows)
    ]
    return {"nodes": nodes, "edges": edges}
