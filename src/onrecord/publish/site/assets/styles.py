"""Packaged front end, `site/styles` and `site/marks` → the files in `assets/` of a publication."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

from onrecord.workspace import Workspace

SHEET: Final = "site.css"
_PACKAGE: Final = "onrecord_assets"
_JOINED: Final = ("pico.css", "scripts.css")
_COMMENT: Final = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*(?!!).*?\*/\n?""", re.DOTALL
)
"""A string, which stays, or a comment that does not ask to be kept."""
_EVERYWHERE: Final = ("page.js", "search.js")
_OF_VIEW: Final = {
    "statements": ("facets.js",),
    "deals": ("facets.js",),
    "entities": ("facets.js",),
    "sources": ("facets.js",),
    "money-map": ("map.js",),
    "sparql": ("sparql.js",),
}


@cache
def packaged() -> dict[str, Traversable]:
    """The bundled files by name; none where onrecord runs from sources that were not installed."""
    try:
        folder = resources.files(_PACKAGE)
    except ModuleNotFoundError:
        return {}
    kept = (f for f in folder.iterdir() if not f.name.endswith((".py", ".typed", ".pyc")))
    return {f.name: f for f in sorted(kept, key=lambda f: f.name) if f.is_file()}


def scripts(view: str) -> tuple[str, ...]:
    """The scripts of a view, as far as they are packaged."""
    wanted = (*_EVERYWHERE, *_OF_VIEW.get(view, ()))
    return tuple(name for name in wanted if name in packaged())


def assets(workspace: Workspace) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The style sheet, the scripts and the marks, each with how it is made."""
    yield f"assets/{SHEET}", lambda: style_sheet(workspace)
    for name, file in packaged().items():
        if name not in _JOINED:
            yield f"assets/{name}", file.read_bytes
    for mark in workspace.files("site", "marks/*.svg"):
        yield f"assets/{mark.name}", mark.read_bytes


def style_sheet(workspace: Workspace) -> bytes:
    """The packaged sheets, then those of the workspace in the order of their names, without the
    comments of the latter: every reader loads the sheet first."""
    parts = [packaged()[n].read_text("utf-8") for n in _JOINED if n in packaged()]
    own = (workspace.text(p) for p in workspace.files("site", "styles/*.css"))
    parts += [_COMMENT.sub(lambda found: found[1] or "", text) for text in own]
    return ("\n\n".join(part.strip() for part in parts) + "\n").encode("utf-8")
