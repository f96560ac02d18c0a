"""Arrows of deals → the money map: a picture with focusable nodes, and its data for the script."""

import math
from dataclasses import dataclass
from typing import Any, Final

import pygraphviz
from markupsafe import Markup, escape

from onrecord.publish.pen import Pen
from onrecord.publish.pictures import svg
from onrecord.views.dealings import Arrow
from onrecord.views.reading import local

_INCH: Final = 72.0
_NODE_HEIGHT: Final = 44.0
_LABEL: Final = 13.0
_MARGIN: Final = 24.0


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


def draw(pen: Pen, arrows: tuple[Arrow, ...], title: str) -> Drawn:
    """Lays the arrows out from left to right and draws them in the language of the pen."""
    nodes = list(dict.fromkeys(n for a in arrows for n in (a.source, a.target)))
    labels = [_labels(pen, a) for a in arrows]
    layout = _layout(pen, nodes, arrows, labels)
    width, height = _size(layout)
    boxes = sorted(
        (_box(pen, layout, n, i, height) for i, n in enumerate(nodes)),
        key=lambda b: (round(b.x / 40), b.y, b.it),
    )
    drawn = [_edge(pen, layout, i, a, labels[i], height) for i, a in enumerate(arrows)]
    content = Markup("").join([*drawn, *(_node(pen, b) for b in boxes)])
    picture = svg.picture(width, height, title, content, "money")
    return Drawn(picture, _data(pen, arrows, boxes, labels))


def _labels(pen: Pen, arrow: Arrow) -> list[str]:
    """What stands on an arrow: its kind, then the amounts named, else the status."""
    lines = [pen.label(arrow.kind)] if arrow.kind else []
    lines += dict.fromkeys(_sum(pen, a) for a in arrow.amounts[:2])
    if not arrow.amounts and arrow.status:
        lines.append(pen.label(arrow.status))
    return [svg.wrap(x, 26, 1)[0] for x in lines]


def _sum(pen: Pen, amount: str) -> str:
    """An amount with its qualifier; without its words where there is no number."""
    record = pen.library.record("amounts", amount)
    if not pen.locale.amount_value(record):
        return pen.locale.words["amount_unnumbered"]
    return pen.locale.amount(record)


def _layout(
    pen: Pen, nodes: list[str], arrows: tuple[Arrow, ...], labels: list[list[str]]
) -> pygraphviz.AGraph:
    graph = pygraphviz.AGraph(directed=True, strict=False)
    graph.graph_attr.update(rankdir="LR", nodesep="0.3", ranksep="0.55", splines="true")
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
    return max(70.0, max(svg.width(x, 14.5) for x in _name(pen, node)) + 26)


def _name(pen: Pen, node: str) -> list[str]:
    return svg.wrap(pen.label(node), 21, 2)


def _size(layout: pygraphviz.AGraph) -> tuple[float, float]:
    box = [float(v) for v in str(layout.graph_attr["bb"]).split(",")]
    return box[2] + 2 * _MARGIN, box[3] + 2 * _MARGIN


def _box(pen: Pen, layout: pygraphviz.AGraph, node: str, i: int, height: float) -> _Box:
    x, y = (float(v) for v in layout.get_node(f"n{i}").attr["pos"].split(","))
    return _Box(node, pen.label(node), x + _MARGIN, height - y - _MARGIN, _width(pen, node))


def _points(position: str, height: float) -> tuple[list[svg.Point], svg.Point | None]:
    """The points of a spline and the tip of its arrow, with y downwards."""
    points: list[svg.Point] = []
    end = None
    for part in position.replace("\\\n", "").split():
        marked = part.startswith(("e,", "s,"))
        x, y = (float(v) for v in (part[2:] if marked else part).split(","))
        point = (x + _MARGIN, height - y - _MARGIN)
        if marked:
            end = point
        else:
            points.append(point)
    return points, end


def _edge(
    pen: Pen, layout: pygraphviz.AGraph, i: int, arrow: Arrow, labels: list[str], height: float
) -> Markup:
    edge = layout.get_edge(*_ends(layout, i), key=str(i))
    points, end = _points(edge.attr["pos"], height)
    shape = svg.line(svg.path(points, curved=True), arrow.modality)
    if end:
        near = min((points[0], points[-1]), key=lambda p: math.dist(p, end))
        shape += svg.tip(end, near)
    x, y = (float(v) for v in edge.attr["lp"].split(","))
    middle, top = x + _MARGIN, height - y - _MARGIN - 8 * (len(labels) - 1) + 4
    texts = Markup("").join(
        svg.text(middle, top + 16 * n, label, "sum" if n else "what", "middle")
        for n, label in enumerate(labels)
    )
    title = escape(sentence(pen, arrow))
    return Markup(
        f'<a class="edge {arrow.modality}" data-edge="e{i}" href="{pen.href(arrow.deal)}" '
        f'aria-label="{title}">{shape}{texts}</a>'
    )


def _ends(layout: pygraphviz.AGraph, i: int) -> tuple[str, str]:
    return next((a, b) for a, b, key in layout.edges(keys=True) if key == str(i))


def sentence(pen: Pen, arrow: Arrow) -> str:
    """An arrow in words."""
    amounts = ", ".join(pen.money_text(a) for a in arrow.amounts)
    parts = [
        f"{pen.label(arrow.source)} → {pen.label(arrow.target)}",
        pen.label(arrow.deal),
        amounts,
        pen.label(_concept(arrow.modality)),
    ]
    return "; ".join(p for p in parts if p)


def _concept(modality: str) -> str:
    return f"https://w3id.org/onrecord/scheme/modality#{modality}"


def _node(pen: Pen, box: _Box) -> Markup:
    kind = _kind(pen, box.it)
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
        f'data-node="{_id(pen, box.it)}" data-kind="{kind.lower()}" '
        f'href="{pen.href(box.it)}">{shape}{label}</a>'
    )


def _kind(pen: Pen, it: str) -> str:
    known = ("Company", "Group", "Person", "NewsMedium", "Deal", "Product", "Topic")
    classes = {local(c) for c in pen.library.kinds.get(it, ())}
    return next((k for k in known if k in classes), "Agent")


def _id(pen: Pen, it: str) -> str:
    return pen.library.paths.get(it, local(it))


def _data(
    pen: Pen, arrows: tuple[Arrow, ...], boxes: list[_Box], labels: list[list[str]]
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
            "label": ", ".join(labels[i][1:] or labels[i]),
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
