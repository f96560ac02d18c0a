"""Writes names, links, texts, amounts and cards into the pages of one language and one depth.

Everything is kept once written, so that a name that stands on a thousand pages costs one rendering.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from markupsafe import Markup

from onrecord.names import DCTERMS, ONR, RDFS, SCHEME, SKOS, document
from onrecord.publish.site.escaping import BIDI, escaped, markup, plain, safe_url
from onrecord.publish.site.locale import Locale
from onrecord.publish.site.written import AWAY, Written, alike, as_markup, placed
from onrecord.views.dealings import firmness
from onrecord.views.library import Library
from onrecord.views.reading import local
from onrecord.views.records import Iri, Record, Text
from onrecord.views.stories import is_told

_PROPERTIES: Final = {
    "gloss": ONR + "gloss",
    "question": ONR + "question",
    "note": ONR + "note",
    "reason": ONR + "reason",
    "why": ONR + "why",
    "description": DCTERMS + "description",
    "definition": SKOS + "definition",
    "comment": RDFS + "comment",
    "example": SKOS + "example",
    "rights": DCTERMS + "rights",
    "alias": SKOS + "altLabel",
    "scope": SKOS + "scopeNote",
    "checked": ONR + "checkedAgainst",
    "confidence": ONR + "confidenceNote",
}


_ALONE: Final = frozenset({"dealStatus", "dealAmount", "bindingness"})


@dataclass
class Pen:
    """Writes for pages in `locale.language` that lie `depth` folders deep, or anywhere: then `AWAY`
    stands for the way home, and what is written serves the pens of all places."""

    library: Library
    locale: Locale
    depth: int
    render: Callable[[str, Mapping[str, Any]], str]
    write: Callable[..., Markup]
    away: "Pen | None" = None
    frames: dict[tuple[str, str], Written] = field(default_factory=dict)

    def frame(self, template: str, address: str, values: Mapping[str, Any]) -> Markup:
        """The head or foot of the pages: the same on all but those that it links to."""
        return self._once(self.frames, template, address, self._frame, values)

    def _frame(self, template: str, _: str, values: Mapping[str, Any]) -> Markup:
        return markup(self.render(template, {"pen": self, **values}))

    def _once(
        self,
        kept: dict[tuple[str, str], Written],
        one: str,
        other: str,
        write: Callable[..., Markup],
        *given: Any,
    ) -> Markup:
        """What is kept of two things already, else what `write` writes of them."""
        known = kept.get((one, other))
        if known is None:
            known = kept[one, other] = self.reads.during(write, one, other, *given)
        if self.open:
            self.open[-1].update(known[1])
        made: Markup = known[0]
        return made

    def __post_init__(self) -> None:
        self.reads = self.library.reads
        self.open = self.reads.open
        self.written: dict[Callable[..., Any], dict[str, Written]] = defaultdict(dict)
        self.anywhere: Pen = self.away or self
        self.shown_texts: dict[tuple[str, str], Written] = (
            self.away.shown_texts if self.away else {}
        )
        config = self.library.config
        self.language = self.locale.language
        self.up = "../" * self.depth
        self.home = "../" * (self.depth - (self.language != config.default_language))
        if self.anywhere is self:
            self.up = self.home = AWAY

    @placed
    def href(self, it: str) -> str | None:
        """Where a link to the resource leads: its page here, its own address, or nowhere."""
        return self.way_to(it)

    def way_to(self, it: str) -> str | None:
        """The same for who asks but once."""
        path = self.library.paths.get(document(it))
        if path is None:
            return safe_url(it)
        fragment = it.partition("#")[2]
        part = fragment and it in self.library.parts
        return f"{self.home}{path}.html#{fragment}" if part else f"{self.home}{path}.html"

    def story(self, dispute: str) -> str:
        """Where the story of a dispute is told; empty where one article has it all."""
        told = is_told(self.library, dispute)
        return f"{self.home}{self.library.paths[dispute]}/story.html" if told else ""

    @alike
    @as_markup
    def name(self, it: str) -> str:
        """The name of a resource, isolated from the direction of the text around it."""
        return self._isolated(self.library.label(it, self.language))

    @placed
    @as_markup
    def link(self, it: str) -> str:
        """The name of a resource as a link to its page."""
        href, name = self.href(it), self.name(it)
        return f'<a href="{escaped(href)}">{name}</a>' if href else name

    @alike
    def label(self, it: str) -> str:
        """The name as plain text, for titles and attributes."""
        return plain(self.library.label(it, self.language))

    def text(self, it: str, key: str) -> Markup:
        """A text of the resource; marked with its language where it is not that of the page."""
        return self._once(self.shown_texts, it, key, self._text)

    def _text(self, it: str, key: str) -> Markup:
        found = self.library.text(it, _PROPERTIES[key], self.language)
        return self.tagged(found) if found is not None else Markup("")

    def texts(self, it: str, key: str) -> list[Markup]:
        """All texts of a property in the language of the page."""
        found = self.library.texts.get(it, {}).get(_PROPERTIES[key], ())
        return [self.tagged(text) for text in found if text.language == self.language]

    def plain_text(self, it: str, key: str) -> str:
        """A text of the resource without markup."""
        found = self.library.text(it, _PROPERTIES[key], self.language)
        return plain(found) if found is not None else ""

    def tagged(self, text: Text) -> Markup:
        """A literal with its language where that is not the language of the page."""
        bare = escaped(text)
        shown = f"<bdi>{bare}</bdi>" if BIDI.search(text) else bare
        language = getattr(text, "language", "")
        if language and language != self.language:
            shown = f'<span lang="{escaped(language)}">{shown}</span>'
        return markup(shown)

    def _isolated(self, text: Text) -> Markup:
        if text.language and text.language != self.language:
            return markup(f'<bdi lang="{escaped(text.language)}">{escaped(text)}</bdi>')
        return markup(f"<bdi>{escaped(text)}</bdi>")

    def value(self, value: str) -> Markup:
        """A value of a query: a link for an IRI, else the literal."""
        if isinstance(value, Text):
            return self.tagged(value)
        if value in self.library.answers["amounts"]:
            return self.money(value)
        if value in self.library.answers["times"]:
            return self.time(value)
        return self.link(value)

    def plain_value(self, value: str) -> Markup:
        """A value of a query in words, without a link."""
        return self.tagged(value) if isinstance(value, Text) else self.name(value)

    def names(self, values: Iterable[str]) -> Markup:
        """Names of resources, with commas between them."""
        return markup(", ".join(map(self.name, values)))

    def links(self, values: Iterable[str]) -> Markup:
        """Links to resources, with commas between them."""
        return markup(", ".join(map(self.link, values)))

    def values(self, values: Iterable[str]) -> Markup:
        """Values of queries, with commas between them."""
        return markup(", ".join(map(self.value, values)))

    def row(self, label: str, values: Collection[str]) -> Markup:
        """A row in a list of facts; nothing where there are no values."""
        if not values:
            return Markup("")
        return markup(f"<div><dt>{escaped(label)}</dt><dd>{self.values(values)}</dd></div>")

    @placed
    @as_markup
    def card(self, statement: str) -> str:
        """The card of a statement."""
        return self.write("card", self, self.locale.words, self.statement(statement))

    def statement(self, it: str) -> Record:
        """What the card of a statement shows."""
        return self.library.record("statements", it)

    @placed
    @as_markup
    def mark(self, concept: str) -> str:
        """The mark of a modality, form, origin or polarity: its line or shape and its word."""
        scheme, _, name = concept.rpartition("/")[2].partition("#")
        return self.write("mark", self, concept, scheme, name).strip()

    @placed
    @as_markup
    def mark_away(self, concept: str) -> str:
        """A mark in a card that stands in a frame of another page, which has no room for ours."""
        return str.replace(self.mark(concept), "<a ", '<a target="_blank" ')

    @alike
    @as_markup
    def money(self, amount: str) -> str:
        """An amount with its qualifier, e.g. “bis zu 100 Mrd. USD”, and what was printed."""
        record = self.library.record("amounts", amount)
        value, shown = self.locale.amount_value(record), self.locale.amount(record)
        return f'<data class="money" value="{escaped(value)}">{escaped(shown)}</data>'

    def money_text(self, amount: str) -> str:
        """An amount with its qualifier as plain text."""
        return self.locale.amount(self.library.record("amounts", amount))

    @alike
    @as_markup
    def time(self, node: str) -> str:
        """A time expression as printed, with its date where it has one."""
        return self.locale.time(self.library.record("times", node))

    @alike
    @as_markup
    def date_of(self, node: str) -> str:
        """A time expression of background, whose words are a curator's and no quotation."""
        return self.locale.time(self.library.record("times", node), printed=False)

    @alike
    @as_markup
    def anchor(self, anchor: str) -> str:
        """An anchor in one line: the phrase, its paragraph, and the way into the original."""
        row = self.library.record("anchors", anchor)
        phrase, paragraph = row.one("row", "phrase"), row.one("row", "paragraph")
        language = escaped(getattr(phrase, "language", ""))
        shown = f'<q lang="{language}">{escaped(phrase)}</q>'
        if paragraph:
            place = f"{self.locale.words['paragraph']} {paragraph}"
            shown += f' <span class="para">{escaped(place)}</span>'
        url = safe_url(row.one("row", "fragment") or "")
        if url:
            title = escaped(self.locale.words["see_original"])
            marked = "outside at" if paragraph else "outside"
            link = f'<a class="{marked}" rel="external" href="{escaped(url)}" title="{title}">'
            shown = f"{link}{shown}</a>"
        return shown

    def anchor_block(self, anchor: str) -> Markup:
        """An anchor as evidence: the phrase, paragraph, code points, and a link."""
        row = self.library.record("anchors", anchor)
        values = (row.one("row", name) for name in ("phrase", "paragraph", "start", "end"))
        url = safe_url(row.one("row", "fragment") or "")
        return self.write("anchor", self.locale.words, *values, url)

    def printed(self, amount: str) -> Markup:
        """What was printed for an amount, in its language."""
        text = self.library.record("amounts", amount).one("row", "text")
        if not text:
            return Markup("")
        language = escaped(getattr(text, "language", ""))
        return markup(f' <q class="printed" lang="{language}">{escaped(text)}</q>')

    def inverse(self, relation: str) -> str:
        """The name of a relation seen from its other end."""
        key = "inverse_" + relation.rpartition("#")[2]
        return self.locale.words.get(key, f"← {self.label(relation)}")

    def denied(self, aspect: str) -> Markup:
        """A contestable property as the language negates it, as a link to the term."""
        shown, href = escaped(self._negated(aspect)), escaped(self.href(aspect) or "")
        return markup(f'<a class="not" href="{href}">{shown}</a>')

    def _negated(self, aspect: str) -> str:
        words = self.locale.words
        otherwise = words["aspect_denied"].format(name=self.label(aspect))
        return words.get(f"denied_{local(aspect)}", otherwise)

    def ground(self, rule: str | None, why: Text) -> Markup:
        """Why a rule proposed something: in the words of the language, else in its own."""
        own = self.locale.words.get(f"why_{(rule or '').partition('@')[0]}", "")
        return markup(escaped(own)) if own else self.tagged(why)

    def heading(self, aspect: str, negated: bool) -> Markup:
        """A contestable property in front of its value; what the value says alone has no words."""
        alone = local(aspect) in _ALONE
        if negated:
            shown = self.locale.words["not"] if alone else f"{self._negated(aspect)}:"
            return markup(f'<strong class="not">{escaped(shown)}</strong> ')
        own = self.locale.words.get(f"aspect_{local(aspect)}", "")
        return markup("" if alone else escaped(own or self.name(aspect)) + ": ")

    def answered(self, statement: Record) -> list[Any]:
        """What a statement says in its fewest words: its sums and whom they concern, else what it
        says of its subject."""
        sums, said = statement.all("amount"), self.shown(statement.all("object"))
        whom = [v for v in said if isinstance(v, Iri) and v not in sums]
        return [*whom, *sums] if sums else said

    def outside(self, url: str, label: str | None = None) -> Markup:
        """A link that leaves the publication; only the address where its scheme is not allowed."""
        shown = label or plain(url).removeprefix("https://").removeprefix("http://").rstrip("/")
        if safe_url(url) is None:
            return markup(f"<bdi>{escaped(shown)}</bdi>")
        link = f'<a class="outside" rel="external" href="{escaped(url)}">'
        return markup(f"{link}{escaped(shown)}</a>")

    def identifier(self, row: Mapping[str, str]) -> Markup:
        """An identifier, linked where its scheme has addresses."""
        value = row["value"]
        patterns = {"wikidata": "https://www.wikidata.org/wiki/{}", "homepage": "https://{}/"}
        pattern = patterns.get(row.get("scheme", "").rpartition("#")[2])
        if pattern is None or not re.fullmatch(r"[\w.-]+", value):
            return markup(f"<code>{escaped(value)}</code>")
        return self.outside(pattern.format(value), value)

    def shown(self, values: list[Any]) -> list[Any]:
        """Of several texts in different languages only those in the language of the page."""
        texts = [v for v in values if getattr(v, "language", "")]
        own = [v for v in texts if v.language == self.language] or texts
        return [v for v in values if not getattr(v, "language", "") or v in own]

    @placed
    @as_markup
    def firmness(self, deal: str) -> str:
        """How firmly the statements about a deal put it: every modality once, with its mark."""
        return " ".join(
            f'<span class="firm">{escaped(self.mark(f"{SCHEME}modality#{m}"))} <b>{n}</b></span>'
            for m, n in firmness(self.library, deal).items()
        )

    def other_glosses(self, it: str) -> list[tuple[str, str]]:
        """The gloss in the languages that the page is not in."""
        texts = self.library.texts.get(it, {}).get(_PROPERTIES["gloss"], ())
        return [(t.language, plain(t)) for t in texts if t.language != self.language]
