"""A page of the site: where it lies, in which languages, and what its head links to."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from onrecord.publish.catalog.feeds import has_feed
from onrecord.views.table import View
from onrecord.workspace import Config

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


@dataclass(frozen=True)
class Page:
    """One page: where it lies and what belongs into its head.

    `it` is empty for overviews; `own_data` says whether its document has RDF files of its own.
    A page that shows one shelf of a list has the shelf's name, and the address of the page `of`
    which it is a part.
    """

    config: Config
    language: str
    kind: View
    address: str
    it: str
    own_data: bool = False
    shelf: str = ""
    of: str = ""

    @property
    def view(self) -> str:
        """The name of its view."""
        return self.kind.name

    def _prefix(self, language: str) -> str:
        return "" if language == self.config.default_language else f"{language}/"

    @property
    def recipe(self) -> str:
        """What a page is, but for what it says."""
        kind = (self.kind.name, self.kind.address, self.kind.query, self.kind.classes)
        return repr(
            (kind, self.language, self.address, self.it, self.own_data, self.shelf, self.of)
        )

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
        found = {code: self._absolute(code) for code in self.config.languages}
        return [*found.items(), ("x-default", found[self.config.default_language])]

    @property
    def switch(self) -> list[tuple[str, str]]:
        """The other languages with relative addresses."""
        up = "../" * self.depth
        others = (code for code in self.config.languages if code != self.language)
        return [(code, f"{up}{self._prefix(code)}{self.address}.html") for code in others]

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """Type and relative address of its RDF: of its document, else of the whole dump; the first
        is the Turtle that describes it."""
        up = "../" * self.depth
        stem = (self.of or self.address) if self.own_data else "data/onrecord"
        table = RDF_TYPES if self.own_data else _DUMP_TYPES
        return [(mime, f"{up}{stem}.{suffix}") for suffix, mime in table.items()]

    @property
    def feed(self) -> str:
        """Relative address of the feed of its resource; empty where it has none."""
        own = self.own_data and not self.of and bool(self.config.modified)
        own = own and has_feed(self.address)
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
        return f"assets/cards/{self._prefix(self.language)}{self.address}.png"
