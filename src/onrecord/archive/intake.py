"""A raw record → `Paper`, or `Refused` with the reason; nothing is guessed or mended silently."""

import hashlib
import re
from datetime import date
from typing import Any, Final

from onrecord.archive.records import Paper, Refused
from onrecord.archive.source import Raw, decoded
from onrecord.article import clean
from onrecord.errors import IdentityError
from onrecord.extract.clean import strip, tags_in
from onrecord.names import check_iri, is_slug, slug

# What RDF/XML cannot carry, and what is no character at all.
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_LONGEST_NAME: Final = 500


def slug_of(identifier: object) -> str:
    """The slug of an id: itself where it is one, else its words and a short hash."""
    text = str(identifier)
    if is_slug(text):
        return text
    words = slug(text)[:80].strip("-") or "article"
    return f"{words}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


def read(line: int, raw: Raw, max_chars: int, strip_html: bool = False) -> Paper | Refused | None:
    """The article of a record; nothing where the line is empty."""
    if isinstance(raw, bytes) and not raw.strip():
        return None
    identifier = ""
    try:
        table = decoded(raw)
        identifier = _identifier(table)
        return _paper(line, table, identifier, max_chars, strip_html)
    except ValueError as error:
        return Refused(line, identifier, str(error))


def _identifier(table: dict[str, Any]) -> str:
    value = table.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise ValueError("the id is missing or neither text nor a whole number")
    return str(value)


def _paper(
    line: int, table: dict[str, Any], identifier: str, max_chars: int, strip_html: bool
) -> Paper:
    text = table.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ValueError("the text is missing")
    if len(text) > max_chars:
        raise ValueError(f"the text has {len(text)} characters, more than {max_chars}")
    text, notes = _without_markup(text, strip_html)
    text, _ = clean(text)
    bad = _NO_TEXT.search(text)
    if bad:
        raise ValueError(f"the text holds U+{ord(bad.group()):04X}, which no XML can")
    return Paper(
        slug_of(identifier),
        line,
        text,
        _url(_name(table, "url")),
        _name(table, "publisher"),
        _name(table, "title", "") or identifier,
        _date(_name(table, "date", "")),
        _language(_name(table, "language", "")),
        identifier,
        notes,
    )


def _without_markup(text: str, strip_html: bool) -> tuple[str, tuple[str, ...]]:
    """The text as it is, or that of a page, and a note on what was dropped."""
    tags = tags_in(text)
    if not tags:
        return text, ()
    if not strip_html:
        raise ValueError(f"this is HTML, not text ({tags} tags near its start): try --strip-html")
    bare, dropped = strip(text)
    if not bare.strip():
        raise ValueError("nothing is left without the markup")
    return bare, (f"markup was stripped; dropped with its text: {dropped or 'nothing'}",)


def _name(table: dict[str, Any], key: str, default: str | None = None) -> str:
    value = table.get(key)
    if value is None and default is not None:
        return default
    if isinstance(value, date):
        value = value.isoformat()
    if not isinstance(value, str) or not (value.strip() or default is not None):
        raise ValueError(f"“{key}” is missing or no text")
    bare = clean(" ".join(value.split()))[0]
    if len(bare) > _LONGEST_NAME or _NO_TEXT.search(bare):
        raise ValueError(f"“{key}” is longer than {_LONGEST_NAME} characters or no text")
    return bare


def _url(text: str) -> str:
    if not text.startswith(("http://", "https://")):
        raise ValueError("“url” is no http address")
    try:
        return check_iri(text)
    except IdentityError as error:
        raise ValueError(f"“url”: {error.message}") from None


def _date(text: str) -> str:
    try:
        return date.fromisoformat(text[:10]).isoformat() if text else ""
    except ValueError:
        raise ValueError(f"“date” is no date: {text[:40]}") from None


def _language(text: str) -> str:
    code = text.lower().partition("-")[0]
    if code and not _LANGUAGE.fullmatch(code):
        raise ValueError(f"“language” is no code such as “de”: {text[:40]}")
    return code
