"""Text in, `Article` out: passages, anchors and their code-point offsets, which never lie.

An offset counts Unicode code points of `Article.text`, half open. `Article.from_text` takes a
text as it is; `Article.from_bytes` cleans a file first and says in `notes` what it changed.
"""

import hashlib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from onrecord.errors import AnchorError, SystemFailure, TextError, UsageError

CONTEXT = 32
"""How many code points before and after an anchor are hashed."""

SOFT_HYPHEN = "\u00ad"
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its number (from 1) and its code points, without the white space around."""

    number: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """A short phrase of an article, where it stands, and hashes of what stands around it."""

    begin: int
    end: int
    phrase: str
    paragraph: int
    prefix_hash: str
    suffix_hash: str


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The anchor stands where it stood, between the same words."""

    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Moved:
    """The phrase stands in another place, or in another context: `to` is its new anchor."""

    anchor: Anchor
    to: Anchor


@dataclass(frozen=True, slots=True)
class Gone:
    """No place is certain; `candidates` are the places where the bare phrase stands."""

    anchor: Anchor
    candidates: tuple[Anchor, ...] = ()

    @property
    def ambiguous(self) -> bool:
        """Whether the phrase still stands somewhere, though nobody can say which one it was."""
        return bool(self.candidates)


Verdict = Unchanged | Moved | Gone


@dataclass(frozen=True, slots=True)
class Article:
    """The text of an article with its passages; `notes` tells what cleaning changed."""

    slug: str
    text: str
    passages: tuple[Passage, ...]
    notes: tuple[str, ...] = ()

    @classmethod
    def from_text(cls, slug: str, text: str, notes: tuple[str, ...] = ()) -> Self:
        """Takes a text exactly as it is; offsets count its code points."""
        return cls(slug, text, tuple(_passages(text)), notes)

    @classmethod
    def from_bytes(cls, slug: str, data: bytes, file: Path | str | None = None) -> Self:
        """Decodes strict UTF-8 and cleans: byte order mark, line ends, NFC, soft hyphens."""
        text, notes = clean(_decode(data, file))
        if not text.strip():
            raise TextError("the text is empty", file=file, hint="give the text of the article")
        return cls.from_text(slug, text, notes)

    @classmethod
    def read(cls, slug: str, path: Path) -> Self:
        """Reads a text file; its hash is that of the cleaned text."""
        try:
            data = path.read_bytes()
        except (FileNotFoundError, IsADirectoryError):
            raise UsageError("no such text file", file=path, hint="check the path") from None
        except OSError as error:
            raise SystemFailure(f"cannot be read: {error.strerror}", file=path) from error
        return cls.from_bytes(slug, data, path)

    @property
    def length(self) -> int:
        """The number of code points."""
        return len(self.text)

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal."""
        return _sha256(self.text)

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph at a code point; between two, the one before."""
        return max(bisect_right(self.passages, offset, key=lambda p: p.begin), 1)

    def anchor(self, begin: int, end: int) -> Anchor:
        """The anchor of a range."""
        if not 0 <= begin < end <= len(self.text):
            raise AnchorError(f"{begin}-{end} is no range of the text ({len(self.text)} long)")
        before = self.text[max(0, begin - CONTEXT) : begin]
        after = self.text[end : end + CONTEXT]
        phrase, number = self.text[begin:end], self.paragraph_at(begin)
        return Anchor(begin, end, phrase, number, _sha256(before), _sha256(after))


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """A text in its canonical form, and one line for each kind of thing that was changed."""
    notes: list[str] = []
    if text.startswith(BOM):
        text = text[1:]
        notes.append("a byte order mark was dropped")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        notes.append("line ends were made LF")
    if SOFT_HYPHEN in text:
        notes.append(f"{text.count(SOFT_HYPHEN)} soft hyphens were dropped")
        text = text.replace(SOFT_HYPHEN, "")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        notes.append("the text was brought to NFC")
    return text, tuple(notes)


def find_anchor(article: Article, phrase: str, paragraphs: Iterable[int] = ()) -> Anchor:
    """The one place of a phrase in the paragraphs named (none: in the whole text).

    Raises `AnchorError` where there is none or more than one; it lists the candidates.
    """
    numbers = sorted(set(paragraphs))
    _check_request(article, phrase, numbers)
    everywhere = [article.anchor(b, b + len(phrase)) for b in _occurrences(article.text, phrase)]
    hits = [a for a in everywhere if not numbers or _inside(article, a, numbers)]
    if len(hits) == 1:
        return hits[0]
    where = "paragraph " + ", ".join(map(str, numbers)) if numbers else "the text"
    if hits:
        message = f"anchor phrase “{_short(phrase)}” stands {len(hits)} times in {where}"
        hint = f"make the phrase longer; candidates: {_places(hits)}"
    else:
        message = f"anchor phrase “{_short(phrase)}” is not in {where}"
        hint = _why_not(article, phrase, everywhere)
    raise AnchorError(f"{article.slug}: {message}", hint=hint)


def verify_anchor(article: Article, anchor: Anchor) -> Verdict:
    """Whether an anchor still holds in a text, perhaps a later version of the one it came from.

    A phrase that moved is found again by what stands before and after it. Where no context, or
    the context of more than one place, agrees, nothing is guessed.
    """
    if not anchor.phrase:
        return Gone(anchor)
    places = [
        article.anchor(begin, begin + len(anchor.phrase))
        for begin in _occurrences(article.text, anchor.phrase)
    ]
    for agreement in (2, 1):
        agreeing = [place for place in places if _agreement(place, anchor) == agreement]
        if len(agreeing) == 1 and (agreement == 2 or _of_its_own(article, agreeing[0], anchor)):
            to = agreeing[0]
            return Unchanged(anchor) if to == anchor else Moved(anchor, to)
        if agreeing:
            same = [place for place in agreeing if place == anchor]
            return Unchanged(anchor) if same else Gone(anchor, tuple(agreeing))
    return Gone(anchor, tuple(places))


_FORMATS: Final = (
    (b"PK\x03\x04", "a Word document or another packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "RTF"),
    (b"%PDF", "a PDF"),
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
)
"""How files begin that people take for text."""


def _decode(data: bytes, file: Path | str | None) -> str:
    for beginning, what in _FORMATS:
        if data.startswith(beginning):
            raise TextError(
                f"this is {what}, not plain text",
                file=file,
                hint="save it as plain text in UTF-8, a blank line between paragraphs",
            )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TextError(
            f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8",
            file=file,
            line=line,
            hint="save the text as UTF-8; nothing was guessed",
        ) from None
    at = text.find("\0")
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        raise TextError("a NUL character: this is no text", file=file, line=line)
    return text


def _passages(text: str) -> Iterator[Passage]:
    """Paragraphs: runs of lines that are not blank."""
    number, begin, end, at = 0, -1, -1, 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            first = at + line.index(bare[0])
            begin = first if begin < 0 else begin
            end = first + len(bare)
        elif begin >= 0:
            number += 1
            yield Passage(number, begin, end)
            begin = -1
        at += len(line)
    if begin >= 0:
        yield Passage(number + 1, begin, end)


def _occurrences(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)


def _check_request(article: Article, phrase: str, numbers: list[int]) -> None:
    if not phrase.strip():
        raise AnchorError(f"{article.slug}: an empty anchor phrase", hint="give some words")
    unknown = [n for n in numbers if not 1 <= n <= len(article.passages)]
    if unknown:
        raise AnchorError(
            f"{article.slug}: no paragraph {unknown[0]} for anchor phrase “{_short(phrase)}”",
            hint=f"the text has {len(article.passages)} paragraphs, split by a blank line",
        )


def _inside(article: Article, anchor: Anchor, numbers: list[int]) -> bool:
    passage = article.passages[anchor.paragraph - 1]
    return passage.number in numbers and anchor.end <= passage.end


def _why_not(article: Article, phrase: str, everywhere: list[Anchor]) -> str:
    if everywhere:
        return f"it stands elsewhere: {_places(everywhere)}"
    if _plain(phrase) in _plain(article.text):
        return "it differs in white space, case, dashes or quotation marks: copy it exactly"
    return "copy the words exactly as they are printed"


def _plain(text: str) -> str:
    marks = str.maketrans(dict.fromkeys("„“”»«\"‚‘’'", "'") | dict.fromkeys("–—‑", "-"))
    return " ".join(unicodedata.normalize("NFKC", text).translate(marks).casefold().split())


def _places(anchors: list[Anchor], most: int = 8) -> str:
    listed = [f"paragraph {a.paragraph} at {a.begin}-{a.end}" for a in anchors[:most]]
    more = len(anchors) - most
    return "; ".join(listed) + (f"; and {more} more" if more > 0 else "")


def _short(phrase: str, most: int = 60) -> str:
    return phrase if len(phrase) <= most else phrase[: most - 1] + "…"


def _agreement(place: Anchor, anchor: Anchor) -> int:
    before = place.prefix_hash == anchor.prefix_hash
    return before + (place.suffix_hash == anchor.suffix_hash)


def _of_its_own(article: Article, place: Anchor, anchor: Anchor) -> bool:
    """Whether the context that agrees belongs to the paragraph: a paragraph that was moved takes
    its own words along and not its neighbours."""
    if not article.passages:
        return False
    passage = article.passages[place.paragraph - 1]
    before = place.begin - CONTEXT >= passage.begin and place.prefix_hash == anchor.prefix_hash
    after = place.end + CONTEXT <= passage.end and place.suffix_hash == anchor.suffix_hash
    return before or after


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
