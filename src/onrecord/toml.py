"""TOML files → tables, and tables of words; an error names the file, the line and what to do."""

import re
import tomllib
from pathlib import Path
from typing import Any

from onrecord.errors import ConfigError

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def table(text: str, shown: str | Path) -> dict[str, Any]:
    """The table that a text is; `ConfigError` where it is none."""
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ConfigError("is not TOML: nested too deeply", file=shown) from error
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _PLACE.search(message)
        line, column = (int(n) if n else None for n in place.groups()) if place else (None, None)
        if place and line is None:
            line = text.count("\n") + 1
        raise ConfigError(
            f"is not TOML: {_PLACE.sub('', message)}",
            file=shown,
            line=line,
            column=column,
            hint="mend the line",
        ) from error


def words(text: str, shown: str | Path) -> dict[str, str]:
    """The words by key, of which each is a text."""
    found = table(text, shown)
    for key, value in found.items():
        if not isinstance(value, str):
            raise ConfigError(
                f"{key!r} must be a text",
                file=shown,
                line=line_of(key, text),
                hint='put it in quotes: "…"',
            )
    return found


def line_of(key: str, text: str) -> int | None:
    """The line in which a key, or a table of that name, begins."""
    begins = re.compile(rf"\s*\[?[\"']?{re.escape(key)}[\"']?\s*[=\].]")
    return next((n for n, line in enumerate(text.splitlines(), 1) if begins.match(line)), None)
