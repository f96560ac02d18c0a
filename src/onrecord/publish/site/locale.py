"""`site/locales/<language>.toml` → `Locale`: the words of the pages, numbers, amounts and dates."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final, Literal

from babel.core import UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal
from markupsafe import Markup, escape

from onrecord import toml
from onrecord.errors import ConfigError
from onrecord.publish.site.escaping import escaped, markup
from onrecord.rdf.runs import key_of
from onrecord.results import Results
from onrecord.views.records import Record
from onrecord.workspace import Workspace

_MACHINE_DATE: Final = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_BOUNDS: Final = (("max", "up_to", "below"), ("min", "at_least", "over"), ("value", "", ""))


class Words:
    """Words by key, as attributes or items; a missing one is an error that names the file. What
    templates put out is `shown`: the same words, escaped."""

    def __init__(self, table: Mapping[str, str], file: str) -> None:
        self.__dict__.update(table)
        self._file = file
        self.shown = _Shown(self)

    def __contains__(self, key: str) -> bool:
        return key in self.__dict__

    def __getitem__(self, key: str) -> str:
        return str(getattr(self, key))

    def get(self, key: str, default: str) -> str:
        """The text, or another one where there is none."""
        return str(self.__dict__.get(key, default))

    def __getattr__(self, key: str) -> str:
        if key.startswith("__"):
            raise AttributeError(key)
        raise ConfigError(f"there is no text {key!r}", file=self._file, hint=f'add {key} = "…"')


class _Shown(dict[str, str]):
    """Words as they stand in a page, each escaped once."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def __missing__(self, key: str) -> str:
        self[key] = str(escape(self._words[key]))
        return self[key]


@dataclass(frozen=True, slots=True)
class Locale:
    """How one language says it."""

    language: str
    words: Words

    def say(self, key: str, **values: object) -> Markup:
        """A sentence with values put in, in the singular for 1; the values are escaped."""
        if 1 in values.values() and f"{key}_one" in self.words:
            key += "_one"
        said = self.words.shown[key]
        return markup(said.format(**{name: escaped(value) for name, value in values.items()}))

    def number(self, value: object) -> str:
        """A number as the language writes it."""
        return _number(str(value), self.language)

    def size(self, count: int) -> str:
        """A size in bytes, e.g. `1,2 MB` or `1,0 MB`."""
        for unit, step in (("MB", 10**6), ("kB", 10**3)):
            if count >= step:
                size = format_decimal(Decimal(count) / step, "#,##0.0", locale=self.language)
                return f"{size} {unit}"
        return f"{count} B"

    def date(self, value: str) -> str:
        """A date in words: a day, a month or a year, as far as it goes; else as it stands."""
        return _date(value, self.words["og_locale"])

    def edtf(self, value: str) -> Markup:
        """An EDTF date or interval in words, each end marked with its date for machines."""
        start, slash, end = value.partition("/")
        if not slash:
            return self._marked(value)
        if end in ("", ".."):
            return Markup("{} {}").format(self.words["since"], self._marked(start))
        if start in ("", ".."):
            return Markup("{} {}").format(self.words["until"], self._marked(end))
        return Markup("{} – {}").format(self._marked(start), self._marked(end))

    def _marked(self, date: str) -> Markup:
        if not _MACHINE_DATE.fullmatch(date):
            return escape(self.date(date))
        return Markup('<time datetime="{}">{}</time>').format(date, self.date(date))

    def amount(self, amount: Record) -> str:
        """An amount with its qualifier; what was printed where there is no number."""
        kind = (amount.one("row", "kind") or "").rpartition("#")[2]
        currency = amount.one("row", "currency") or ""
        exclusive = amount.one("row", "exclusive") == "true"
        for column, inclusive, strict in _BOUNDS:
            value = amount.one("row", column)
            if value is not None:
                word = strict if exclusive else inclusive
                number = f"{_compact(value, self.language)} {currency}".strip()
                return self._qualified(number, word or kind, amount)
        text = amount.one("row", "text")
        return self.words["amount_vague"].format(text=text) if text else self.words["amount_none"]

    def _qualified(self, number: str, word: str, amount: Record) -> str:
        if amount.one("row", "approximate") == "true":
            number = self.words["amount_about"].format(n=number)
        key = "amount_" + word.replace("-", "_")
        return self.words.get(key, "{n}").format(n=number)

    def amount_value(self, amount: Record) -> str:
        """The bare number, for machines."""
        for column, *_ in _BOUNDS:
            value = amount.one("row", column)
            if value is not None:
                return str(value)
        return ""

    def time(self, time: Record, printed: bool = True) -> str:
        """A time expression: the phrase in its language and the date it stands for; the phrase not
        where it is that date in words, nor where the date is there and nobody printed it."""
        text = time.one("row", "text")
        edtf = str(time.one("row", "edtf") or "")
        language = getattr(text, "language", "")
        needless = not text or _says(str(text), edtf, language) or (edtf and not printed)
        said = [] if needless else [str(text)]
        quoted = [Markup('<q lang="{}">{}</q>').format(language, phrase) for phrase in said]
        dated = [Markup('<span class="edtf">{}</span>').format(self.edtf(edtf))] if edtf else []
        return Markup(" ").join([*quoted, *dated])


@lru_cache(maxsize=1 << 12)
def _number(value: str, language: str) -> str:
    return str(format_decimal(Decimal(value), locale=language))


def _says(phrase: str, date: str, language: str) -> bool:
    """Whether a phrase in a language is nothing but the date in words."""
    try:
        return bool(date) and phrase == _date(date, language)
    except (UnknownLocaleError, ValueError):
        return False


@lru_cache(maxsize=1 << 12)
def _date(value: str, locale: str) -> str:
    parts = value.rstrip("?~%").split("-")
    try:
        day = datetime.date(*map(int, (*parts, "1", "1")[:3]))
    except ValueError:
        return value
    if len(parts) == 3:
        return str(format_date(day, "long", locale=locale))
    skeleton = "yMMMM" if len(parts) == 2 else "y"
    return str(format_skeleton(skeleton, day, locale=locale))


@lru_cache(maxsize=1 << 12)
def _compact(value: str, language: str) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    style: Literal["short", "long"] = "short" if language == "de" else "long"
    return str(
        format_compact_decimal(number, format_type=style, locale=language, fraction_digits=2)
    )


def read_locale(workspace: Workspace, language: str, results: Results) -> Locale:
    """Reads the words of one language."""
    path = workspace.file("site", f"locales/{language}.toml")
    shown = workspace.relative(path)
    text = workspace.text(path)
    table = results.of("locales", key_of(text.encode()), lambda it: toml.words(it, shown), text)
    return Locale(language, Words(table, shown))
