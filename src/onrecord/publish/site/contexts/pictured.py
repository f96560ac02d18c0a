"""The money map, and the pictures of other pages: networks and cards."""

from typing import Any, Final

from markupsafe import Markup

from onrecord.publish.site.contexts.scene import Scene, Values, shows
from onrecord.publish.site.page import Page
from onrecord.publish.site.pen import Pen
from onrecord.publish.site.pictures import money_map, network, strip
from onrecord.publish.site.pictures.drawn import Words
from onrecord.views import dealings, reading
from onrecord.views.dealings import Arrow
from onrecord.views.library import Library
from onrecord.views.reading import LedgerLine, local
from onrecord.views.reads import remembered
from onrecord.views.records import Record

_MOST_ARROWS: Final = 200
_MOST_AT_A_GLANCE: Final = 60
_MOST_TICKS: Final = 400
_MOST_SPOKES: Final = 14


@shows("money-map")
def money(at: Scene) -> Values:
    """The map of the deals with most voices, and a table of the same."""
    every, shown = _arrows(at.library, _MOST_ARROWS)
    picture, data = _map(at.pen, _MOST_ARROWS)
    modalities = {m for a in shown for m in a.modalities}
    known = [m for m in dealings.CAUTION[::-1] if m in modalities]
    return {
        "picture": picture,
        "map_data": data,
        "edges": [_row(at.pen, a, f"e{n}") for n, a in enumerate(shown)],
        "contested": any(a.contested for a in shown),
        "left_out": len({a.deal for a in every} - {a.deal for a in shown}),
        "modalities": [_modality(m) for m in (*known, *sorted(modalities.difference(known)))],
    }


def _arrows(library: Library, most: int) -> tuple[tuple[Arrow, ...], tuple[Arrow, ...]]:
    """All arrows, and those that the picture shows: the ones that most voices speak of."""
    every = _every_arrow(library)
    ranked = sorted(every, key=lambda a: (-len(a.sources), -len(a.amounts), a.deal, a.target))
    chosen = set(ranked[:most])
    return every, tuple(a for a in every if a in chosen)


@remembered
def _every_arrow(library: Library) -> tuple[Arrow, ...]:
    return dealings.arrows(library, library.of_class("Deal"))


def map_of(pen: Pen) -> Markup:
    """The picture of the money map alone; empty where there is no deal."""
    return _map(pen, _MOST_AT_A_GLANCE)[0]


def _map(pen: Pen, most: int) -> tuple[Markup, Markup]:
    """The picture of so many arrows, and its data; where there are fewer, two pages have the same;
    both empty where there are none."""
    found = min(most, len(_every_arrow(pen.library)))
    picture, data = pen.library.reads.kept(f"map {pen.language}", str(found)) if found else ("", "")
    return Markup(picture), Markup(data)


def draw_map(pen: Pen, most: str) -> tuple[str, str]:
    """The picture of the money map with so many arrows, and its data as JSON for a script."""
    _, shown = _arrows(pen.library, int(most))
    drawn = money_map.draw(pen, shown, pen.locale.words["nav_map"])
    return str(drawn.picture), str(script_json(drawn.data))


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
        "directed": arrow.directed,
        "deal": arrow.deal,
        "kind_label": pen.label(arrow.kind) if arrow.kind else "",
        "status": dealings.told_status(pen.library, arrow.deal),
        "amounts": arrow.amounts,
        "denied": dealings.denied(pen.library, arrow.deal),
        "contested": arrow.contested,
        "voices": [pen.label(s) for s in arrow.sources],
    }


def strip_of(pen: Pen, it: str) -> Markup:
    """Where in its text a statement stands, among the others; empty where that is not known."""
    library = pen.library
    own = reading.spans(library, it)
    source = library.record("source", str(library.record("statements", it).one("document")))
    length = int(source.one("length") or 0)
    if not own or length < max(end for _, end in own):
        return Markup("")
    where = ", ".join(f"{start}–{end}" for start, end in own)
    name = pen.locale.say("strip_name", where=where, n=pen.locale.number(length))
    return strip.draw(length, _ticks(library, source.it, length), own, str(name))


@remembered
def _ticks(library: Library, source: str, length: int) -> Markup:
    """The ticks of a text, the same on the page of each of its statements."""
    recorded = library.record("source", source).all("recorded")[:_MOST_TICKS]
    spans = (span for it in recorded for span in reading.spans(library, it))
    return strip.ticks(length, spans)


def network_of(pen: Pen, it: str) -> tuple[Markup, tuple[str, ...]]:
    """The small network of an entity: its deals, and who answers whom; and which of the two are in
    the picture."""
    library = pen.library
    deals = [str(d) for d in library.record("entity", it).all("deal")]
    dealt = [
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
    answers = _answers(pen, it)
    title = str(pen.locale.say("network_of", name=pen.label(it)))
    picture = network.draw(pen, it, [*dealt, *answers][:_MOST_SPOKES], title)
    shown = (("deals", dealt), ("answers", answers[: max(0, _MOST_SPOKES - len(dealt))]))
    return picture, tuple(name for name, spokes in shown if spokes)


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


def _sums(pen: Pen, deal: str) -> list[str]:
    """Who names which sum for a deal and how firmly, and who denies one: the first of each."""
    affirmed = dealings.named(pen.library, deal, denied=False)[:1]
    denied = dealings.named(pen.library, deal, denied=True)[:1]
    said = [_sum_of(pen, line) for line in affirmed]
    return said + [f"{_speakers(pen, x.s)}: {pen.plain_text(x.s.it, 'gloss')}" for x in denied]


def _sum_of(pen: Pen, line: LedgerLine) -> str:
    how = [pen.label(str(m)) for m in line.s.all("modality")]
    return f"{_speakers(pen, line.s)}: {', '.join([pen.money_text(line.amount), *how])}"


def _speakers(pen: Pen, s: Record) -> str:
    return ", ".join(pen.label(str(who)) for who in s.all("speaker"))


def card_words(page: Page, pen: Pen) -> Words:
    """What the picture card of a statement or a deal says: who or what, the headline, how firmly,
    and the modality by which its line is drawn."""
    library = pen.library
    if page.view == "deal":
        modality, every = dealings.modality_of(library, page.it)
        headline = ". ".join([pen.label(page.it), *_sums(pen, page.it)])
        if not every:  # nobody speaks of it: neither firm nor anything else
            return pen.locale.words["deal"], headline, pen.locale.words["no_statements"], "hearsay"
        return pen.locale.words["deal"], headline, pen.label(_modality(modality)), modality
    record = library.record("statements", page.it)
    who = _speakers(pen, record)
    modality = local(record.one("modality")) or "asserted"
    words = [pen.label(m) for m in record.all("modality")]
    if local(record.one("polarity")) == reading.NEGATED:
        words.append(pen.locale.words["negated_statement"])
    gloss = pen.plain_text(page.it, "gloss") or pen.label(page.it)
    return who, gloss, ", ".join(words), modality
