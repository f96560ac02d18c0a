"""Finished shards → the way in: a start page in each language, and the index of its search box.

The index is made by Pagefind, and read by its scripts where the pages are served over http.
"""

import heapq
import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any, Final

from onrecord.archive.files import Shelf
from onrecord.archive.layout import STYLE, packaged, pages, place
from onrecord.errors import SystemFailure, UsageError
from onrecord.output import Written
from onrecord.workspace import Config

MOST: Final = 100
"""How many entities a start page lists."""

_INDEX: Final = "pagefind"
_COUNTED: Final = ("articles", "statements", "entities")


def start_files(
    config: Config, counts: Mapping[str, int], shelf: Shelf, key: str
) -> Iterator[tuple[str, bytes]]:
    """The start pages and the style of all pages."""
    often = list(_often(shelf, key))
    for code, html in pages(
        "start.html",
        "index",
        config.languages,
        {
            "titles": config.title,
            "counts": [(word, counts.get(word, 0)) for word in _COUNTED],
            "often": often,
        },
    ):
        yield f"{place('index', code, config.languages[0])}.html", html.encode()
    yield STYLE, packaged(STYLE).encode()


def _often(shelf: Shelf, key: str) -> Iterator[dict[str, Any]]:
    """The entities that most articles name: path, name, kind and number of articles."""
    rows = (row for done in shelf.marks("entities", key) for row in shelf.rows("often", done.name))
    return iter(heapq.nsmallest(MOST, rows, key=lambda row: (-row["count"], row["path"])))


def must_be_indexable(form: str) -> None:
    """Raises `UsageError` where pages cannot be indexed."""
    if form != "files":
        raise UsageError("search needs pages as files", hint="add --pages files")
    if importlib.util.find_spec("pagefind_bin") is None:
        raise UsageError(
            "search needs the package pagefind-bin", hint="pip install 'onrecord[archive]'"
        )


def index(shelf: Shelf) -> list[Written]:
    """Indexes the pages of the folder `site`; the same pages give the same index."""
    target = shelf.path(f"site/{_INDEX}")
    shutil.rmtree(target, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(shelf.path("site"))]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    entry = target / "pagefind-entry.json"
    if made.returncode or not entry.is_file():
        said = (made.stderr or made.stdout).strip().splitlines()
        raise SystemFailure(f"Pagefind gave up: {said[-1] if said else made.returncode}")
    # It lists languages in any order.
    entry.write_text(json.dumps(json.loads(entry.read_bytes()), sort_keys=True), encoding="utf-8")
    return [
        shelf.seen(path.relative_to(shelf.out).as_posix())
        for path in sorted(target.rglob("*"))
        if path.is_file()
    ]
