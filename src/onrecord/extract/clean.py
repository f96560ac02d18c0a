"""A text file as people have it in, an `Article` out: HTML is noticed, and stripped on request."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from onrecord.article import Article
from onrecord.errors import LimitError, TextError

LARGEST = 500_000
"""A text of more characters is no article."""
NEAR, ENOUGH = 100_000, 3
"""So many tags in so many code points make a page."""
_ENDS = (".", "!", "?", "“", "”", '"', "«", "»")
_LONG_LINE = 100
"""A line of fewer code points may be one that an editor wrapped."""
_TAG = re.compile(
    r"</?(?:html|body|head|div|p|br|span|article|h[1-6]|a|script|!doctype)\b[^<>]{0,400}>", re.I
)
_BLOCKS = frozenset(
    "p div article section h1 h2 h3 h4 h5 h6 li ul ol blockquote table tr header footer".split()
)
_SILENT = frozenset("script style nav head aside form noscript template svg figure footer".split())


def read_text(slug: str, path: Path, *, strip_html: bool = False) -> Article:
    """Reads an article's text file.

    Raises `TextError` for HTML that was not asked to be stripped, `LimitError` above `LARGEST`.
    """
    article = Article.read(slug, path)
    if len(article.text) > LARGEST:
        raise LimitError(
            f"the text has {len(article.text):,} characters, more than {LARGEST:,}",
            file=path,
            hint="give one article; many go through 'onrecord archive'",
        )
    tags = tags_in(article.text)
    if not tags:
        note = _run_together(article)
        return replace(article, notes=(*article.notes, note)) if note else article
    if not strip_html:
        raise TextError(
            f"this is HTML, not text ({tags} tags near its start)",
            file=path,
            hint="save the page as text, or use --strip-html; offsets then count the stripped text",
        )
    text, dropped = strip(article.text)
    if not text.strip():
        raise TextError("nothing is left without the markup", file=path)
    notes = (*article.notes, f"markup was stripped; dropped with its text: {dropped or 'nothing'}")
    return Article.from_text(slug, text, notes)


def _run_together(article: Article) -> str:
    """What to say of a paragraph whose lines are paragraphs, as word processors write them."""
    for passage in article.passages:
        lines = [n.strip() for n in article.text[passage.begin : passage.end].splitlines()]
        whole = [n for n in lines if n.endswith(_ENDS) and len(n) >= _LONG_LINE]
        if len(whole) >= ENOUGH and len(whole) * 2 > len(lines):
            return (
                f"paragraph {passage.number} has {len(lines)} lines that look like paragraphs: "
                "only a blank line parts them; mend the text before anything is anchored in it"
            )
    return ""


def tags_in(text: str) -> int:
    """How many tags stand near the start of a text that looks like HTML; 0 for plain text."""
    tags = len(_TAG.findall(text[:NEAR])) if "<" in text[:NEAR] else 0
    return tags if tags >= ENOUGH else 0


def strip(html: str) -> tuple[str, str]:
    """The text of an HTML page, a blank line between blocks, and what was dropped with its text."""
    reader = _Stripper()
    reader.feed(html)
    reader.close()
    blocks = (" ".join(block.split()) for block in "".join(reader.parts).split("\n\n"))
    text = "\n\n".join(block for block in blocks if block)
    counts = sorted(reader.dropped.items())
    return text + "\n", ", ".join(f"{number} {name}" for name, number in counts)


class _Stripper(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.dropped: dict[str, int] = {}
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _SILENT:
            self._silent.append(tag)
            self.dropped[tag] = self.dropped.get(tag, 0) + 1
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "br":
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._silent and tag == self._silent[-1]:
            self._silent.pop()
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)
