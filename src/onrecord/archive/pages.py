"""A described article or a merged entity → its pages and its N-Triples file: (path, bytes).

Entities that many articles name get several pages, so that none grows with the archive. Articles
are very many: their template is rendered once, with marks, and then filled in.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from markupsafe import escape

from onrecord.archive.context import Context
from onrecord.archive.describe import Described, Mention, Row
from onrecord.archive.forms import Blanks, Items, Piece, fill, pieces
from onrecord.archive.layout import TEXTS, pages, place
from onrecord.names import Names

PER_PAGE: Final = 100
_PAPER: Final = ("title", "url", "publisher", "date", "language", "slug")
_CELLS: Final = ("paragraph", "speaker_name", "phrase", "rule", "confidence")
_MARKS: Final = {f"qz7{name}zq": name for name in (*_PAPER, *_CELLS, "key", "path", "name")}
_SPECIAL: Final = re.compile("[&<>\"']")
_WORD: Final = "qz7wordzq"


@dataclass(frozen=True, slots=True)
class Named:
    """An article that names an entity, and what the entity says in it."""

    slug: str
    title: str
    rows: tuple[tuple[Any, ...], ...]
    more: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A merged entity: address of its page, and its names, the first one is the label."""

    iri: str
    kind: str
    names: tuple[str, ...]


def article_files(described: Described, context: Context) -> Iterator[tuple[str, bytes]]:
    """The pages of an article in each language, and its triples."""
    paper, languages = described.paper, context.config.languages
    blanks = {name: _escaped(getattr(paper, name)) for name in _PAPER}
    items: Items = {
        "mentions": [_mention(m, context.names) for m in described.mentions],
        "rows": [{**blanks, **_row(row)} for row in described.rows],
    }
    path = f"article/{paper.slug}"
    forms = article_forms(languages, bool(paper.date), bool(described.rows))
    for code, form in forms.items():
        yield f"{place(path, code, languages[0])}.html", fill(form, blanks, items)
    yield f"{path}.nt", described.ntriples


@cache
def article_forms(
    languages: tuple[str, ...], dated: bool, said: bool
) -> Mapping[str, tuple[Piece, ...]]:
    """Language → the page of an article with blanks: with or without a date and proposals."""
    marks = {name: mark for mark, name in _MARKS.items()}
    row = marks | {"iri": f"/{marks['key']}", "form": _WORD}
    told = {
        "title": marks["title"],
        "paper": marks | {"date": marks["date"] if dated else ""},
        "mentions": [marks | {"kind": _WORD}],
        "rows": [row] if said else [],
        "t": {_WORD: _WORD},
    }
    items = {marks["path"]: "mentions", marks["key"]: "rows"}
    return {
        code: pieces(html.splitlines(keepends=True), _MARKS | {_WORD: code}, items)
        for code, html in pages("article.html", f"article/{marks['slug']}", languages, told)
    }


def _mention(mention: Mention, names: Names) -> Blanks:
    return {
        "path": _escaped(_path(names, mention.iri)),
        "name": _escaped(mention.name),
        **_words(mention.kind),
    }


def _row(row: Row) -> Blanks:
    cells = {name: _escaped(getattr(row, name)) for name in _CELLS}
    cells["speaker_name"] = _escaped(row.speaker_name or "–")
    return {"key": row.iri.rpartition("/")[2].encode(), **cells, **_words(row.form)}


def _escaped(value: str | int) -> bytes:
    """The value as HTML in UTF-8; most have nothing that the library would change."""
    text = str(value)
    return (str(escape(text)) if _SPECIAL.search(text) else text).encode()


@cache
def _words(key: str) -> Blanks:
    """A word of every language, by its code."""
    return {code: _escaped(words[key]) for code, words in TEXTS.items()}


@lru_cache(maxsize=4096)
def _path(names: Names, iri: str) -> str:
    return names.path(iri)


def entity_page(
    entity: Entity,
    articles: Sequence[Named],
    number: int,
    last: bool,
    context: Context,
) -> Iterator[tuple[str, bytes]]:
    """Page `number` (from 1) of an entity, in each language."""
    path = context.names.path(entity.iri)
    told = {
        "title": entity.names[0],
        "kind": entity.kind,
        "others_names": entity.names[1:],
        "articles": articles,
        "before": _numbered(path, number - 1) if number > 1 else "",
        "after": "" if last else _numbered(path, number + 1),
        "here_path": path,
    }
    here, languages = _numbered(path, number), context.config.languages
    for code, html in pages("entity.html", here, languages, told):
        yield f"{place(here, code, languages[0])}.html", html.encode()


def _numbered(path: str, number: int) -> str:
    return path if number == 1 else f"{path}/{number}"
