"""Paths of the pages → `sitemap.xml` with the date and the other language of each, `robots.txt`."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from html import escape
from typing import Final

from onrecord.diff import Change, ChangeSet
from onrecord.errors import IdentityError
from onrecord.names import Names
from onrecord.publish.additions import Additions
from onrecord.publish.earlier import KEPT, Earlier
from onrecord.publish.publication import Changed
from onrecord.rdf.runs import key_of
from onrecord.workspace import Config

_MAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DECLARED: Final = '<?xml version="1.0" encoding="utf-8"?>\n'
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_NAME: Final = "sitemap"
MOST: Final = 20_000
"""Pages in one file; the protocol allows 50,000 and 50 MB."""


def sitemap_files(
    config: Config,
    pages: Iterable[str],
    dates: Mapping[str, str],
    most: int = MOST,
    earlier: Earlier | None = None,
) -> Changed:
    """`sitemap.xml`, in parts where there are many pages.

    Of `pages`, which are paths, those of HTML files count; `dates` are those of the last change
    (`YYYY-MM-DD`) of a path without suffix; error pages and cards for embedding are left out. A
    file of the `earlier` publication stays where it lists the same.
    """
    known = earlier or Earlier()
    kept = sorted(p for p in set(pages) if p.endswith(".html") and _is_listed(p, config))
    recipe = key_of("\n".join(kept).encode("utf-8", "surrogatepass")) + told(dates)
    for name, data in _sitemap(config, kept, dates, most):
        if known.same(name, recipe):
            yield name, KEPT
        else:
            yield name, data()


def robots(config: Config) -> bytes:
    """`robots.txt`."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {config.base}sitemap.xml\n".encode()


def sitemap_stays(dates: Mapping[str, str] | None, earlier: Earlier) -> bool:
    """Whether all stays because there are the same pages as before, where their dates are too
    (`None`: they are)."""
    old = {name: key for name, key in earlier.old.made.items() if name.startswith(_NAME)}
    same = bool(old) and (dates is None or all(key.endswith(told(dates)) for key in old.values()))
    for name, key in old.items() if same else ():
        earlier.same(name, key)
    return same


def told(dates: Mapping[str, str]) -> bytes:
    """A key of dates."""
    return key_of(repr(sorted(dates.items())).encode("utf-8", "surrogatepass"))


def _sitemap(
    config: Config, kept: list[str], dates: Mapping[str, str], most: int
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    parts = [kept[i : i + most] for i in range(0, len(kept), most)]
    if len(parts) <= 1:
        yield "sitemap.xml", partial(_urls, config, kept, frozenset(kept), dates)
    else:
        root = ET.Element("sitemapindex", {"xmlns": _MAP})
        for number, part in enumerate(parts, 1):
            name = f"sitemap-{number}.xml"
            yield name, partial(_urls, config, part, frozenset(kept), dates)
            _leaf(ET.SubElement(root, "sitemap"), "loc", config.base + name)
        yield "sitemap.xml", partial(_bytes, root)


def last_changes(sets: Iterable[ChangeSet], names: Names) -> dict[str, str]:
    """Publication path without suffix → the date of the last change that concerns it."""
    dates: dict[str, str] = {}
    for changes in sets:
        found = changes.changes
        told = found.dated if isinstance(found, Additions) else _dated(found)
        for iri in told:
            try:
                path = names.path(iri)
            except IdentityError:
                continue
            dates[path] = max(changes.date, dates.get(path, ""))
    return dates


def _dated(changes: Iterable[Change]) -> set[str]:
    return {iri for change in changes for iri in (change.iri, *change.concerns)}


def _urls(
    config: Config, pages: list[str], known: frozenset[str], dates: Mapping[str, str]
) -> bytes:
    # A library makes an object of each element, which takes six times as long.
    lines = [f'{_DECLARED}<urlset xmlns="{_MAP}" xmlns:xhtml="{_XHTML}">']
    same: dict[str, list[str]] = {}
    for page in pages:
        lines += [" <url>", f"  <loc>{escape(_address(config, page), quote=False)}</loc>"]
        plain = _plain(page, config)
        if plain not in same:
            same[plain] = [*_in_all_languages(config, plain, known, dates), " </url>"]
        lines += same[plain]
    return "\n".join([*lines, "</urlset>", ""]).encode()


def _in_all_languages(
    config: Config, plain: str, known: frozenset[str], dates: Mapping[str, str]
) -> Iterator[str]:
    """What is said alike of a page in each language."""
    date = dates.get(plain.removesuffix(".html")) or config.modified
    if date:
        yield f"  <lastmod>{escape(date, quote=False)}</lastmod>"
    versions = [(code, _prefix(code, config) + plain) for code in config.languages]
    there = [(code, path) for code, path in versions if path in known]
    if len(there) > 1:
        for code, path in [*there, ("x-default", there[0][1])]:
            address = escape(_address(config, path), quote=False).replace('"', "&quot;")
            yield f'  <xhtml:link rel="alternate" hreflang="{code}" href="{address}" />'


def _is_listed(page: str, config: Config) -> bool:
    plain = _plain(page, config)
    return not plain.startswith(("404.", "410.", "embed/"))


def _plain(page: str, config: Config) -> str:
    """The path without the folder of its language."""
    for code in config.languages[1:]:
        if page.startswith(f"{code}/"):
            return page.removeprefix(f"{code}/")
    return page


def _prefix(code: str, config: Config) -> str:
    return "" if code == config.default_language else f"{code}/"


def _address(config: Config, page: str) -> str:
    index = page == "index.html" or (page.count("/") == 1 and page.endswith("/index.html"))
    return config.base + (page[: -len("index.html")] if index else page)


def _leaf(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    body: bytes = ET.tostring(root, "utf-8")
    return _DECLARED.encode() + body + b"\n"
