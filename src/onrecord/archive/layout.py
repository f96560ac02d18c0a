"""The templates and words of an archive's pages, and what surrounds each page: where it lies, and
where the same lies in other languages. Each reads well with no style and no script."""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, Final

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

STYLE: Final = "archive.css"
_LANGUAGES: Final = {"de": "Deutsch", "en": "English"}
TEXTS: Final = {
    "de": {
        "original": "Zum Original",
        "named": "Genannt",
        "proposals": "Was die Maschine als Aussagen vorschlägt",
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
        "group": "Gruppe",
        "product": "Produkt",
        "topic": "Thema",
        "place": "Ort",
        "event": "Ereignis",
        "report": "Bericht",
        "source": "Quelle",
        "deal": "Geschäft",
        "dispute": "Streit",
        "direct": "direkt",
        "indirect": "indirekt",
        "reported": "berichtet",
        "editorial": "redaktionell",
        "": "–",
        "also": "auch:",
        "said": "Artikel und Aussagen",
        "articles": "Artikel",
        "more": "und {} weitere in den Daten",
        "start": "Zum Anfang",
        "search": "Suchen",
        "unindexed": "Suchen kann man, wo die Seiten über http kommen und ein Index dabei liegt.",
        "often": "Am häufigsten genannt",
        "statements": "vorgeschlagene Aussagen",
        "entities": "Firmen, Personen, Medien und anderes",
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
        "group": "group",
        "product": "product",
        "topic": "topic",
        "place": "place",
        "event": "event",
        "report": "report",
        "source": "source",
        "deal": "deal",
        "dispute": "dispute",
        "direct": "direct",
        "indirect": "indirect",
        "reported": "reported",
        "editorial": "editorial",
        "": "–",
        "also": "also:",
        "said": "Articles and statements",
        "articles": "articles",
        "more": "and {} more in the data",
        "start": "To the start",
        "search": "Search",
        "unindexed": "Search works where the pages come over http and an index lies with them.",
        "often": "Named most often",
        "statements": "proposed statements",
        "entities": "companies, people, media and other things",
        "before": "back",
        "after": "on",
    },
}


def place(path: str, code: str, default: str) -> str:
    """Where the page of a path lies in a language, without suffix."""
    return path if code == default else f"{code}/{path}"


def pages(
    template: str, path: str, languages: tuple[str, ...], told: dict[str, Any]
) -> Iterator[tuple[str, str]]:
    """(language, HTML) of the page at `path`; the first language is the default.

    `told` fills the template: with a `title`, or `titles` by language, and further words in `t`.
    """
    places = {code: place(path, code, languages[0]) for code in languages}
    for code in languages:
        root = "../" * places[code].count("/")
        yield (
            code,
            _template(template).render(
                {"title": told.get("titles", {}).get(code, "")} | told,
                language=code,
                t=told.get("t", {}) | TEXTS[code],
                names=_LANGUAGES,
                up=root if code == languages[0] else f"{root}{code}/",
                root=root,
                here=f"{root}{told.get('here_path', path)}",
                others=[(c, f"{root}{p}.html") for c, p in places.items() if c != code],
            ),
        )


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
