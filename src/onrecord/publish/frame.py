"""A page and a template → HTML: addresses, languages and alternates of a page, and its printing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from onrecord.diff import ChangeSet
from onrecord.errors import ConfigError, OnrecordError
from onrecord.publish import lists, overviews, papers, scenes
from onrecord.publish.changes import all_changes
from onrecord.publish.contexts import context
from onrecord.publish.feeds import has_feed
from onrecord.publish.listing import Listing
from onrecord.publish.locale import Locale, read_locale
from onrecord.publish.marks import BADGES, LINES
from onrecord.publish.pen import Pen, plain
from onrecord.publish.publication import Publication
from onrecord.publish.structured import structured
from onrecord.publish.styles import SHEET, packaged, scripts
from onrecord.views.answers import ask
from onrecord.views.library import Library
from onrecord.views.reading import local
from onrecord.views.records import Row
from onrecord.views.table import View
from onrecord.workspace import Config, Workspace

_VIEWS: Final = (lists, overviews, papers, scenes)
"""Importing a module registers its views."""

RDF_TYPES: Final = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
_DUMP_TYPES: Final = {
    "ttl": "text/turtle",
    "trig": "application/trig",
    "nq": "application/n-quads",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}
NAVIGATION: Final = (
    ("statements", "statements"),
    ("disputes", "disputes"),
    ("deals", "deals"),
    ("map", "money-map"),
    ("timeline", "timeline"),
    ("entities", "entities"),
    ("sparql", "sparql"),
    ("data", "data"),
)


@dataclass(frozen=True)
class Page:
    """One page: where it lies and what belongs into its head.

    `it` is empty for overviews; `own_data` says whether its document has RDF files of its own.
    """

    config: Config
    language: str
    kind: View
    address: str
    it: str
    own_data: bool = False

    @property
    def view(self) -> str:
        """The name of its view."""
        return self.kind.name

    def _prefix(self, language: str) -> str:
        return "" if language == self.config.default_language else f"{language}/"

    @cached_property
    def file(self) -> str:
        """Its path in the publication."""
        return f"{self._prefix(self.language)}{self.address}.html"

    @cached_property
    def depth(self) -> int:
        """How many folders deep it lies."""
        return self.file.count("/")

    def _absolute(self, language: str) -> str:
        path = f"{self._prefix(language)}{self.address}.html"
        return self.config.base + (
            path[: -len("index.html")]
            if path.endswith("index.html") and self.address == "index"
            else path
        )

    @property
    def canonical(self) -> str:
        """Its absolute address."""
        return self._absolute(self.language)

    @property
    def languages(self) -> list[tuple[str, str]]:
        """hreflang and absolute address of every version."""
        found = [(code, self._absolute(code)) for code in self.config.languages]
        return [*found, ("x-default", self._absolute(self.config.default_language))]

    @property
    def switch(self) -> list[tuple[str, str]]:
        """The other languages with relative addresses."""
        up = "../" * self.depth
        others = (code for code in self.config.languages if code != self.language)
        return [(code, f"{up}{self._prefix(code)}{self.address}.html") for code in others]

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """Type and relative address of its RDF: of its document, else of the whole dump."""
        up = "../" * self.depth
        stem = self.address.removeprefix("embed/") if self.own_data else "data/onrecord"
        table = RDF_TYPES if self.own_data else _DUMP_TYPES
        return [(mime, f"{up}{stem}.{suffix}") for suffix, mime in table.items()]

    @property
    def described_by(self) -> str:
        """The Turtle that describes it."""
        return self.alternates[0][1]

    @property
    def feed(self) -> str:
        """Relative address of the feed of its resource; empty where it has none."""
        own = self.own_data and bool(self.config.modified) and has_feed(self.address)
        return self.address.rpartition("/")[2] + ".atom" if own else ""

    @property
    def cite_as(self) -> str:
        """The IRI to cite."""
        return self.it or self.config.base

    @property
    def embed(self) -> str:
        """Path of the card of a statement for other sites."""
        return f"{self._prefix(self.language)}embed/{self.address}.html"

    @property
    def embed_address(self) -> str:
        """Absolute address of that card."""
        return self.config.base + self.embed

    @property
    def card_path(self) -> str:
        """Path of the picture card, for statements and deals; else empty."""
        if self.view not in ("statement", "deal"):
            return ""
        return f"assets/cards/{self._prefix(self.language)}{self.address}.svg"


@dataclass(frozen=True, slots=True)
class Framed:
    """A page as its template sees it: addresses, JSON-LD and the listing of its triples."""

    view: str
    it: str
    address: str
    navigation: str
    canonical: str
    languages: list[tuple[str, str]]
    switch: list[tuple[str, str]]
    alternates: list[tuple[str, str]]
    own_data: bool
    described_by: str
    feed: str
    cite_as: str
    embed: str
    embed_address: str
    card: str
    structured: Markup
    triples: int
    listing: Markup


class Press:
    """Prints pages: one environment per publication, one pen per language and depth."""

    def __init__(self, publication: Publication, library: Library) -> None:
        self.publication = publication
        self.library = library
        self._locales = {
            code: read_locale(publication.workspace, code) for code in library.config.languages
        }
        self._environment = environment(publication.workspace)
        for name in sorted(
            {p.name for p in publication.workspace.files("site", "templates/*.html")}
        ):
            self._environment.get_template(name)
        self._pens: dict[tuple[str, int], tuple[Pen, Listing]] = {}
        self._structured: dict[str, Markup] = {}
        self._listings: dict[str, Markup] = {}
        self._changes: tuple[ChangeSet, ...] | None = None
        self.questions: dict[str, list[dict[str, Any]]] = {}
        self._answers: dict[int, tuple[list[str], list[Row]]] = {}

    def pen(self, language: str, depth: int) -> tuple[Pen, Listing]:
        """The pen for a language and a depth."""
        key = (language, depth)
        if key not in self._pens:
            locale = self._locales[language]
            pen = Pen(self.library, locale, depth, self._fragment(locale))
            self._pens[key] = (pen, Listing(pen))
        return self._pens[key]

    def _fragment(self, locale: Locale) -> Any:
        def render(name: str, values: Mapping[str, Any]) -> str:
            return self._render(name, {"w": locale.words, "language": locale.language, **values})

        return render

    def print(self, page: Page) -> str:
        """The HTML of a page."""
        pen, _ = self.pen(page.language, page.depth)
        values = context(self, page, pen)
        frame = {
            "page": self._framed(page, values.get("ids", ())),
            "it": page.it,
            "pen": pen,
            "w": pen.locale.words,
            "language": page.language,
            "up": pen.up,
            "home": pen.home,
            "config": self.library.config,
            "license": self.library.config.data_license,
            "sheet": SHEET,
            "theme": "theme.js" in packaged(),
            "scripts": scripts(page.view),
            "navigation": NAVIGATION,
        }
        return self._render(page.kind.template, frame | values)

    def _framed(self, page: Page, ids: Iterable[str]) -> "Framed":
        documents = self.library.documents
        shown = page.own_data and page.view != "embed"
        return Framed(
            view=page.view,
            it=page.it,
            address=page.address,
            navigation=page.address if page.address in _NAVIGATED else "",
            canonical=page.canonical,
            languages=page.languages,
            switch=page.switch,
            alternates=page.alternates,
            own_data=page.own_data,
            described_by=page.described_by,
            feed=page.feed,
            cite_as=page.cite_as,
            embed=page.embed,
            embed_address=page.embed_address,
            card=self.library.config.base + quote(page.card_path) if page.card_path else "",
            structured=self.structured(page.it if page.own_data else ""),
            triples=len(documents.get(page.it, ())),
            listing=self._listing(page, ids) if shown else Markup(""),
        )

    def _listing(self, page: Page, ids: Iterable[str]) -> Markup:
        """The triples of the page's document; the same in every language."""
        if page.it not in self._listings:
            if len(self._listings) >= _MOST_LISTINGS:
                self._listings.clear()
            _, listing = self.pen(page.language, page.depth)
            taken = _TAKEN.union(ids)
            self._listings[page.it] = listing.of(self.library.documents[page.it], taken)
        return self._listings[page.it]

    def changes(self) -> tuple[ChangeSet, ...]:
        """What changed in this release and in each before it."""
        if self._changes is None:
            self._changes = all_changes(self.publication.graph, self.publication.workspace)
        return self._changes

    def answer(self, question: Any) -> tuple[list[str], list[Row]]:
        """Columns and rows of a competency question; a yes has one row, a no has none, and
        neither has a column."""
        if question.number not in self._answers:
            store = self.publication.graph.store
            found = ask(store, question.query, question.file, self.library.config.names.prefixes)
            self._answers[question.number] = found
        return self._answers[question.number]

    def network(self, pen: Pen, it: str) -> Markup:
        """The picture of those whom an entity has deals with."""
        return scenes.network_of(self, pen, it)

    def structured(self, it: str) -> Markup:
        """The JSON-LD of a document, or of the publication for pages that show none."""
        key = it or self.library.config.base
        if key not in self._structured:
            self._structured[key] = structured(self.library, key)
        return self._structured[key]

    def _render(self, name: str, values: Mapping[str, Any]) -> str:
        try:
            return self._environment.get_template(name).render(values)
        except OnrecordError:
            raise
        except (jinja2.TemplateError, TypeError, ValueError, KeyError, AttributeError) as error:
            shown = self.publication.workspace.relative(
                self.publication.workspace.file("site", f"templates/{name}")
            )
            raise ConfigError(
                f"the template cannot be rendered: {type(error).__name__}: {error}",
                file=shown,
                line=_line(error),
                hint=f"while showing {values.get('it') or name}",
            ) from error


_MOST_LISTINGS: Final = 4096
_NAVIGATED: Final = frozenset(address for _, address in NAVIGATION)
_TAKEN: Final = frozenset(
    (
        "main search turtle evidence reading relations nested facts status parties deals disputes "
        "ledger amounts said behalf about mentioned use all related through recorded response"
    ).split()
)


def environment(workspace: Workspace) -> jinja2.Environment:
    """Jinja over `site/templates`, escaping everything, stopping at whatever is undefined."""

    def source(name: str) -> tuple[str, str, Any]:
        path = workspace.file("site", f"templates/{name}")
        return path.read_text(encoding="utf-8"), str(path), None

    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(source),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters |= {"plain": plain, "local": local, "slugpath": _slugpath}
    made.globals |= {
        "lines": LINES,
        "badges": BADGES,
        "root_class": "",
        "summary": "",
        "og_type": "",
    }
    return made


def _slugpath(iri: str) -> str:
    return iri.partition("/kg/")[2] or local(iri)


def _line(error: BaseException) -> int | None:
    line = getattr(error, "lineno", None)
    if isinstance(line, int):
        return line
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".html"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
