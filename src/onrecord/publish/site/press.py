"""A page and a template → HTML: what stands in its head and foot, and its printing."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from onrecord.publish.site.assets.styles import SHEET, packaged, scripts
from onrecord.publish.site.contexts import context
from onrecord.publish.site.contexts.pictured import draw_map
from onrecord.publish.site.contexts.scene import Scene
from onrecord.publish.site.edition import Edition
from onrecord.publish.site.listing import Listing
from onrecord.publish.site.locale import Locale, read_locale
from onrecord.publish.site.page import Page
from onrecord.publish.site.pen import Pen
from onrecord.publish.site.structured import structured
from onrecord.publish.site.templates import Templates
from onrecord.views.library import Library
from onrecord.views.reads import kept

_CREATIVE_COMMONS: Final = re.compile(
    r"https?://creativecommons\.org/(?:licenses|publicdomain)/(?P<kind>[a-z-]+)/(?P<version>[\d.]+)"
)
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


def licence_name(address: str) -> str:
    """What readers call a licence: that of Creative Commons by its short name, else its address."""
    found = _CREATIVE_COMMONS.match(address)
    if not found:
        return address.partition("://")[2].rstrip("/")
    kind = "CC0" if found["kind"] == "zero" else f"CC {found['kind'].upper()}"
    return f"{kind} {found['version']}"


class Framed(NamedTuple):
    """A page as its template sees it: addresses, JSON-LD and the listing of its triples."""

    view: str
    it: str
    address: str
    of: str
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
    """Prints the pages of an edition; one pen per language and depth."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.library = edition.library
        workspace = edition.publication.workspace
        earlier = edition.publication.earlier
        self._locales = {
            code: read_locale(workspace, code, earlier.results)
            for code in self.library.config.languages
        }
        self._templates = Templates(workspace, earlier.results, known=bool(earlier.files))
        self._pens: dict[tuple[str, int], Pen] = {}
        self._anywhere = {
            code: Pen(self.library, locale, 0, self._fragment(locale), self._templates.write)
            for code, locale in self._locales.items()
        }
        self._listers: dict[str, Listing] = {}
        self._structured: dict[str, Any] = {}
        self._listings: dict[str, Any] = {}
        for code in self._locales:
            # The pages that show it lie side by side.
            pen = self.pen(code, int(code != self.library.config.default_language))
            self.library.reads.makers[f"map {code}"] = partial(draw_map, pen)

    def pen(self, language: str, depth: int = 0) -> Pen:
        """The pen for a language and a depth."""
        key = (language, depth)
        if key not in self._pens:
            anywhere = self._anywhere[language]
            self._pens[key] = Pen(
                self.library, anywhere.locale, depth, anywhere.render, anywhere.write, anywhere
            )
        return self._pens[key]

    def _fragment(self, locale: Locale) -> Callable[[str, Mapping[str, Any]], str]:
        def render(name: str, values: Mapping[str, Any]) -> str:
            frame = {"w": locale.words, "language": locale.language}
            return self._templates.render(name, {**frame, **values})

        return render

    def print(self, page: Page) -> str:
        """The HTML of a page."""
        pen = self.pen(page.language, page.depth)
        values = context(Scene(self.edition, page, pen))
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
            "licence_name": licence_name(self.library.config.data_license),
            "sheet": SHEET,
            "theme": "theme.js" in packaged(),
            "scripts": scripts(page.view),
            "navigation": NAVIGATION,
        }
        html = self._templates.render(page.kind.template, frame | values)
        # A bare carriage return would be read as a line feed.
        return html.replace("\r", "&#13;") if "\r" in html else html

    def _framed(self, page: Page, ids: Iterable[str]) -> Framed:
        documents, alternates = self.library.documents, page.alternates
        languages = dict(page.languages)
        shown = page.own_data and not page.of
        return Framed(
            view=page.view,
            it=page.it,
            address=page.address,
            of=page.of,
            navigation=page.address if page.address in _NAVIGATED else "",
            canonical=languages[page.language],
            languages=[*languages.items()],
            switch=page.switch,
            alternates=alternates,
            own_data=page.own_data,
            described_by=alternates[0][1],
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
        if len(self._listings) >= _MOST_LISTINGS:
            self._listings.clear()
        pen = self.pen(page.language, page.depth)
        if pen.home not in self._listers:
            self._listers[pen.home] = Listing(pen)

        def make() -> Markup:
            return self._listers[pen.home].of(self.library.documents[page.it], _TAKEN.union(ids))

        return self.library.reads.once(page.it, make, self._listings)

    def structured(self, it: str) -> Markup:
        """The JSON-LD of a document, or of the publication for pages that show none."""
        if not it:
            return Markup(_of_publication(self.library, ""))
        return self.library.reads.once(it, lambda: structured(self.library, it), self._structured)


@kept("structured")
def _of_publication(library: Library, _: str) -> str:
    return str(structured(library, library.config.base))


_MOST_LISTINGS: Final = 4096
_NAVIGATED: Final = frozenset(address for _, address in NAVIGATION)
_TAKEN: Final = frozenset(
    (
        "main search turtle evidence reading relations nested facts status parties deals disputes "
        "ledger amounts said behalf occasion about mentioned use all related through recorded "
        "response"
    ).split()
)
