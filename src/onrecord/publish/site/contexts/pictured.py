"""The pages with pictures: the money map and the timeline, and the pictures of other pages."""

import re
from collections.abc import Iterable
from typing import Any, Final

from markupsafe import Markup

from onrecord.publish.site.contexts.scene import Scene, Values, shows
from onrecord.publish.site.page import Page
from onrecord.publish.site.pen import Pen
from onrecord.publish.site.pictures import card, money_map, network, timeline
from onrecord.views import dealings, reading
from onrecord.views.dealings import Arrow
from onrecord.views.reading import local

_MOST_ARROWS: Final = 60
_STORY: Final = frozenset({"follows", "respondsTo"})
_DATE: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@shows("money-map")
def money(at: Scene) -> Values:
    """The map of the deals with most voices, and a table of all."""
    library = at.library
    every = dealings.arrows(library, library.of_class("Deal"))
    ranked = sorted(every, key=lambda a: (-len(a.sources), a.deal, a.target))[:_MOST_ARROWS]
    shown = tuple(a for a in every if a in set(ranked))
    drawn = money_map.draw(at.pen, shown, at.pen.locale.words["nav_map"]) if shown else None
    rows = [_row(at.pen, a, f"e{shown.index(a)}" if a in shown else "") for a in every]
    modalities = dict.fromkeys(m for a in shown for m in a.modalities)
    return {
        "picture": drawn.picture if drawn else "",
        "map_data": script_json(drawn.data) if drawn else "",
        "edges": rows,
        "left_out": len(every) - len(shown),
        "modalities": [_modality(m) for m in dealings.CAUTION[::-1] if m in modalities],
    }


def _modality(name: str) -> str:
    return f"https://w3id.org/onrecord/scheme/modality#{name}"


def script_json(value: Any) -> Markup:
    """JSON that can stand inside of a script element."""
    from jinja2.utils import htmlsafe_json_dumps

    return htmlsafe_json_dumps(value, ensure_ascii=False, separators=(",", ":"))


def _row(pen: Pen, arrow: Arrow, number: str) -> Values:
    return {
        "id": number,
        "source": arrow.source,
        "target": arrow.target,
        "deal": arrow.deal,
        "kind_label": pen.label(arrow.kind) if arrow.kind else "",
        "amount": arrow.amounts[0] if arrow.amounts else "",
        "voices": [pen.label(s) for s in arrow.sources],
    }


@shows("timeline")
def times(at: Scene) -> Values:
    """The order of the telling and the dates of other sources."""
    library = at.library
    statements = reading.in_order(library, library.answers["statements"])
    told = [_told(library, s) for s in statements if _in_story(library, s)]
    dated = _dated(at.pen, statements)
    names = (
        at.pen.locale.words["nav_timeline"],
        at.pen.locale.words["lane_told"],
        at.pen.locale.words["lane_dated"],
    )
    return {
        "told": told,
        "dated": dated,
        "picture": timeline.draw(_told_stops(at.pen, told), _dated_stops(at.pen, dated), names),
    }


def _in_story(library: Any, it: str) -> bool:
    """Whether the article tells it as part of what happened: it follows or answers something."""
    record = library.record("statements", it)
    if not record.all("paragraph"):
        return False
    return any(local(link.type) in _STORY for link in reading.links(library, it))


def _told(library: Any, it: str) -> Values:
    record = library.record("statements", it)
    follows = [
        x for x in reading.links(library, it) if x.direction == "out" and local(x.type) in _STORY
    ]
    return {
        "it": it,
        "paragraph": reading.first_paragraph(record),
        "times": record.all("time"),
        "follows": follows,
        "speaker": record.one("speaker"),
        "modality": local(record.one("modality")),
    }


def _told_stops(pen: Pen, told: list[Values]) -> list[timeline.Stop]:
    """One stop for each run of statements by one speaker in one paragraph."""
    stops: dict[tuple[int, str], timeline.Stop] = {}
    for e in told:
        key = (e["paragraph"], str(e["speaker"]))
        top = f"{pen.locale.words['paragraph']} {e['paragraph']}"
        stops.setdefault(
            key, timeline.Stop(pen.href(e["it"]) or "", top, pen.label(e["it"]), e["modality"])
        )
    return list(stops.values())


def _dated(pen: Pen, statements: Iterable[str]) -> list[Values]:
    """Statements by the date that a source gives, in the order of the dates."""
    library = pen.library
    found: dict[str, list[str]] = {}
    for it in statements:
        for time in library.record("statements", it).all("time"):
            edtf = library.record("times", str(time)).one("row", "edtf")
            if edtf:
                found.setdefault(str(edtf), []).append(it)
    return [
        {
            "edtf": edtf,
            "shown": date_words(pen, edtf),
            "statements": said,
            "shape": shape_of(edtf),
            "precision": pen.locale.words["precision_" + _precision(edtf)],
        }
        for edtf, said in sorted(found.items(), key=lambda item: _sort_key(item[0]))
    ]


def _sort_key(edtf: str) -> tuple[str, str]:
    first = _DATE.search(edtf)
    return (first.group() if first else "9999", edtf)


def shape_of(edtf: str) -> str:
    """day, interval, from or until."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return "day" if len(start.rstrip("?~%")) == 10 else "interval"
    if end in ("", ".."):
        return "from"
    return "until" if start in ("", "..") else "interval"


def _precision(edtf: str) -> str:
    shape = shape_of(edtf)
    if shape != "interval" or "/" in edtf:
        return {"from": "open", "until": "before"}.get(shape, shape)
    return "month" if len(edtf.rstrip("?~%")) == 7 else "year"


def date_words(pen: Pen, edtf: str) -> str:
    """An EDTF date in words."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return pen.locale.short_date(edtf)
    if end in ("", ".."):
        return f"{pen.locale.words['since']} {pen.locale.short_date(start)}"
    if start in ("", ".."):
        return f"{pen.locale.words['until']} {pen.locale.short_date(end)}"
    return f"{pen.locale.short_date(start)} – {pen.locale.short_date(end)}"


def _dated_stops(pen: Pen, dated: list[Values]) -> list[timeline.Stop]:
    library = pen.library
    return [
        timeline.Stop(
            pen.href(e["statements"][0]) or "",
            e["shown"],
            pen.label(e["statements"][0]).partition(": ")[2] or pen.label(e["statements"][0]),
            local(library.record("statements", e["statements"][0]).one("modality")),
            e["shape"],
        )
        for e in dated
    ]


def network_of(pen: Pen, it: str) -> Markup:
    """The small network of an entity: its deals, and who answers whom."""
    library = pen.library
    deals = [str(d) for d in library.record("entity", it).all("deal")]
    spokes = [
        network.Spoke(
            a.target if a.source == it else a.source,
            a.deal,
            pen.label(a.deal),
            a.modality,
            a.directed and a.source == it,
            a.directed and a.target == it,
        )
        for a in dealings.arrows(library, deals)
        if it in (a.source, a.target)
    ]
    spokes += _answers(pen, it)
    title = str(pen.locale.say("network_of", name=pen.label(it)))
    return network.draw(pen, it, spokes[:14], title)


def _answers(pen: Pen, it: str) -> list[network.Spoke]:
    """Whom somebody answers or contradicts, and in which words."""
    library = pen.library
    said = [str(s) for s in library.record("entity", it).all("said")]
    matrix = reading.matrix(library, said)
    row = next((r for r in matrix.rows if r.who == it), None) if matrix else None
    if matrix is None or row is None:
        return []
    found = []
    for other, ties in zip(matrix.columns, row.cells, strict=True):
        for tie in ties:
            line = "inferred" if local(tie.first.basis) == "inferred" else "asserted"
            times = f" ×{tie.count}" if tie.count > 1 else ""
            label = pen.label(tie.first.type) + times
            found.append(network.Spoke(other, tie.first.source, label, line, True, False))
    return found


def card_of(page: Page, pen: Pen) -> bytes:
    """The picture card of a statement or a deal."""
    library = pen.library
    if page.view == "deal":
        modality, _ = dealings.modality_of(library, page.it)
        amounts = [
            pen.money_text(a) for x in dealings.arrows(library, [page.it]) for a in x.amounts
        ][:1]
        foot = ", ".join([*amounts, pen.label(_modality(modality))])
        return card.card(pen.locale.words["deal"], pen.label(page.it), foot, modality)
    record = library.record("statements", page.it)
    who = ", ".join(pen.label(s) for s in record.all("speaker"))
    modality = local(record.one("modality")) or "asserted"
    words = [pen.label(m) for m in record.all("modality")]
    if local(record.one("polarity")) == reading.NEGATED:
        words.append(pen.label(str(record.one("polarity"))))
    gloss = pen.plain_text(page.it, "gloss") or pen.label(page.it)
    return card.card(who, gloss, ", ".join(words), modality)
