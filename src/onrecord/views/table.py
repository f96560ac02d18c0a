"""`site/views/views.toml` → `ViewTable`: the views of the site as rows, checked."""

from dataclasses import dataclass
from typing import Any

from onrecord import toml
from onrecord.errors import ConfigError
from onrecord.names import ONR
from onrecord.workspace import Workspace

_KEYS = {"name", "address", "query", "classes"}


@dataclass(frozen=True, slots=True)
class View:
    """One row: `address` is a path without suffix or `{path}`, `classes` are full IRIs."""

    name: str
    address: str
    query: str = ""
    classes: tuple[str, ...] = ()

    @property
    def template(self) -> str:
        """The template that shows it."""
        return f"{self.name}.html"

    @property
    def of_resources(self) -> bool:
        """Whether it makes a page for each resource of its classes."""
        return "{path}" in self.address


@dataclass(frozen=True, slots=True)
class ViewTable:
    """All views in order, and the names of all queries they need."""

    views: tuple[View, ...]
    queries: tuple[str, ...]

    def view_for(self, classes: tuple[str, ...]) -> View:
        """The first view of resources that one of the classes matches, else the last one."""
        of_resources = [v for v in self.views if v.address == "{path}"]
        found = (v for v in of_resources if set(v.classes) & set(classes))
        return next(found, of_resources[-1])


def read_views(workspace: Workspace) -> ViewTable:
    """Reads the table; raises `ConfigError` that names the file and the row."""
    path = workspace.file("site", "views/views.toml")
    shown = workspace.relative(path)
    table = toml.table(workspace.text(path), shown)
    views = tuple(_view(row, shown) for row in table.get("view", ()))
    if not any(v.address == "{path}" for v in views):
        raise ConfigError("no view has the address '{path}'", file=shown)
    queries = {*table.get("tables", ()), *(v.query for v in views if v.query)}
    return ViewTable(views, tuple(sorted(queries)))


def _view(row: dict[str, Any], shown: str) -> View:
    unknown = sorted(set(row) - _KEYS)
    if unknown or "name" not in row or "address" not in row:
        raise ConfigError(
            f"the view {row.get('name', '?')!r} lacks a name or address or has unknown keys: "
            f"{', '.join(unknown) or 'none'}",
            file=shown,
            hint=f"keys are {', '.join(sorted(_KEYS))}",
        )
    classes = tuple(c if ":" in c else ONR + c for c in row.get("classes", ()))
    return View(row["name"], row["address"], row.get("query", ""), classes)
