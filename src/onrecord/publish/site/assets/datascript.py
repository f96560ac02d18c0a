"""A name and a JSON value in, the text of a data script out: data that a page can load from
`file:` as well, where nothing can be fetched."""

import json

_ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def data_script(name: str, value: object) -> str:
    """The script that assigns `value` to `window.name`, the same bytes for the same value."""
    if not name.isidentifier():
        raise ValueError(f"not a name for a script's data: {name!r}")
    return f"window.{name}={written(value)};\n"


def written(value: object) -> str:
    """A value, or a part of one, as it stands in a data script."""
    return _escaped(json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True))


def inside(text: str) -> str:
    """A part of a text as it stands inside of the text in a data script."""
    return _escaped(json.dumps(text, ensure_ascii=False)[1:-1])


def _escaped(text: str) -> str:
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text
