"""Pages that a reader asks: search, SPARQL, and the competency questions with their answers."""

import re
from typing import Final

from markupsafe import Markup, escape

from onrecord.publish.site.contexts.scene import Scene, Values, shows
from onrecord.publish.site.contexts.shelving import shelves, shelving
from onrecord.publish.site.edition import Edition
from onrecord.publish.site.escaping import escaped
from onrecord.publish.site.pen import Pen
from onrecord.views.library import Library
from onrecord.views.records import Iri, Number, Row, Text
from onrecord.views.shelves import MOST, Shelf, by_name

_CAPITAL: Final = re.compile("[A-Z]")
_SHORT: Final = 4
"""Digits that are read without being set in groups."""
_FIRST_QUERY = """PREFIX onr: <https://w3id.org/onrecord/ns#>
SELECT ?speaker ?gloss ?modality WHERE {
  ?statement a onr:Statement ;
    onr:statedBy ?speaker ; onr:gloss ?gloss ; onr:modality ?modality .
  FILTER (LANG(?gloss) = "%s")
}
LIMIT 20"""


@shelves("search")
def search_shelves(library: Library) -> Shelf:
    """Everything that a search finds; of much only what has a name, since statements have lists."""
    found = library.findable()
    if len(found) > MOST:
        found = [it for it in found if library.view_of(it).name != "statement"]
    return by_name(found)


@shows("search")
def search(at: Scene) -> Values:
    """Everything from A to Z, for readers with no script; of much the names on a shelf."""
    place = shelving(at)
    letters: dict[str, list[tuple[tuple[str, str], str, str]]] = {}
    for it in () if place.cut else place.items:
        name = at.pen.label(it)
        first = name[:1].upper()
        kind = at.pen.label(at.library.kind_of(it))
        letters.setdefault(first if first.isalpha() else "#", []).append(
            ((name.casefold(), name), kind, it)
        )
    return {
        "shelving": place,
        "without": 0 if at.page.shelf else len(at.library.findable()) - place.total,
        "index": [
            (letter, [(kind, it) for _, kind, it in sorted(letters[letter])])
            for letter in sorted(letters)
        ],
    }


@shows("sparql")
def sparql(at: Scene) -> Values:
    """The competency questions as examples with their answers."""
    return {
        "questions": _questions(at.edition, at.pen),
        "default_query": _FIRST_QUERY % at.pen.language,
    }


@shows("questions")
def questions(at: Scene) -> Values:
    """The competency questions with their answers."""
    return {"questions": _questions(at.edition, at.pen)}


def _questions(edition: Edition, pen: Pen) -> list[Values]:
    """The questions of the publication; both pages lie at the same depth, so they share them."""
    return edition.once(("questions", pen.language), lambda _: _answered(edition, pen))


def _answered(edition: Edition, pen: Pen) -> list[Values]:
    return [
        {
            "id": f"{q.number:02d}",
            "text": q.text[pen.language],
            "explanation": q.explanation[pen.language],
            "query": q.asked_in(pen.language),
            "table": answer_table(pen, *edition.answer(q, pen.language)),
        }
        for q in edition.publication.questions
    ]


def answer_table(pen: Pen, columns: list[str], rows: list[Row]) -> Markup:
    """The rows of an answer as a table whose IRIs are links; one value stands alone."""
    if not columns:
        value = pen.locale.words["yes" if rows else "no"]
        return Markup(f'<p class="verdict"><strong>{escape(value)}</strong></p>')
    head = "".join(f'<th scope="col" title="?{c}">{escape(_said(pen, c))}</th>' for c in columns)
    body = "\n".join(f"<tr>{''.join(_cell(pen, row.get(c)) for c in columns)}</tr>" for row in rows)
    return Markup(f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>")


def _said(pen: Pen, column: str) -> str:
    """The name of a variable in words: those of the language, else its own, taken apart."""
    own = _CAPITAL.sub(lambda match: f" {match[0].lower()}", column).replace("_", " ")
    return pen.locale.words.get(f"column_{column}", own)


def _cell(pen: Pen, value: Iri | Text | None) -> str:
    if isinstance(value, Number) and len(value) > _SHORT:
        return f'<td><data value="{escape(value)}">{escape(pen.locale.number(value))}</data></td>'
    return f"<td>{'' if value is None else escaped(pen.value(value))}</td>"
