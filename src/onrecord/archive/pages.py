"""A described article or a merged entity → its pages and its N-Triples file: (path, bytes).

Each page reads well with no style and no script. Entities that many articles name get several
pages, so that none grows with the archive.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from onrecord.archive.context import Context
from onrecord.archive.describe import Described

PER_PAGE: Final = 100
STYLE: Final = "archive.css"
_LANGUAGES: Final = {"de": "Deutsch", "en": "English"}
_TEXTS: Final = {
    "de": {
        "original": "Zum Original",
        "named": "Genannt",
        "proposals": "Was die Maschine als Äußerungen vorschlägt",
        "paragraph": "Absatz",
        "speaker": "Sprecher",
        "form": "Form",
        "anchor": "Ankerphrase",
        "rule": "Regel, Zuversicht",
        "none": "Keine Vorschläge.",
        "machine": "Maschinell ausgezeichnet, von niemandem geprüft.",
        "company": "Unternehmen",
        "person": "Person",
        "medium": "Medium",
        "direct": "direkt",
        "indirect": "indirekt",
        "reported": "berichtet",
        "editorial": "redaktionell",
        "": "–",
        "also": "auch:",
        "articles": "Artikel und Äußerungen",
        "more": "und {} weitere in den Daten",
        "before": "zurück",
        "after": "weiter",
    },
    "en": {
        "original": "The original",
        "named": "Named",
        "proposals": "What the machine proposes as statements",
        "paragraph": "paragraph",
        "speaker": "Speaker",
        "form": "Form",
        "anchor": "Anchor phrase",
        "rule": "Rule, confidence",
        "none": "No proposals.",
        "machine": "Found by a machine, reviewed by nobody.",
        "company": "company",
        "person": "person",
        "medium": "news medium",
        "direct": "direct",
        "indirect": "indirect",
        "reported": "reported",
        "editorial": "editorial",
        "": "–",
        "also": "also:",
        "articles": "Articles and statements",
        "more": "and {} more in the data",
        "before": "back",
        "after": "on",
    },
}


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
    path = context.names.path(described.iri)
    mentions = [
        {"name": m.name, "kind": m.kind, "path": context.names.path(m.iri)}
        for m in described.mentions
    ]
    told = {
        "paper": described.paper,
        "rows": described.rows,
        "mentions": mentions,
        "text_language": described.paper.language,
    }
    yield from _pages("article.html", path, described.paper.title, context, told)
    yield f"{path}.nt", described.ntriples.encode()


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
        "kind": entity.kind,
        "others_names": entity.names[1:],
        "articles": articles,
        "before": _numbered(path, number - 1) if number > 1 else "",
        "after": "" if last else _numbered(path, number + 1),
        "here_path": path,
    }
    yield from _pages("entity.html", _numbered(path, number), entity.names[0], context, told)


def _numbered(path: str, number: int) -> str:
    return path if number == 1 else f"{path}/{number}"


def _pages(
    template: str, path: str, title: str, context: Context, told: dict[str, Any]
) -> Iterator[tuple[str, bytes]]:
    default = context.config.default_language
    languages = context.config.languages
    places = {code: path if code == default else f"{code}/{path}" for code in languages}
    for code in languages:
        place = places[code]
        root = "../" * place.count("/")
        up = root if code == default else f"{root}{code}/"
        html = _template(template).render(
            told,
            language=code,
            t=_TEXTS[code],
            names=_LANGUAGES,
            title=title,
            up=up,
            root=root,
            here=f"{root}{told.get('here_path', path)}",
            others=[(c, f"{root}{p}.html") for c, p in places.items() if c != code],
        )
        yield f"{place}.html", html.encode()


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=FunctionLoader(packaged), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template(name)


def packaged(name: str) -> str:
    """A template or style of the archive."""
    folder = resources.files("onrecord.archive") / "templates"
    return (folder / name).read_text(encoding="utf-8")
