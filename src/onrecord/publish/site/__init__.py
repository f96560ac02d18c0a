"""A publication → its website: (path, bytes) for every page, style, picture and data script.

Pure: the same graph gives the same bytes, in the same order. A page is rendered only when it is
asked for, so that a large publication never stands in memory.
"""

import struct
from array import array
from collections.abc import Iterator
from functools import partial
from typing import Final

from onrecord.publish.earlier import KEPT
from onrecord.publish.publication import Changed, Publication
from onrecord.publish.site.assets.scripts import GRAPH_DATA, graph_data, looked_up
from onrecord.publish.site.assets.styles import assets
from onrecord.publish.site.contexts.pictured import card_words
from onrecord.publish.site.contexts.shelving import shelves_of
from onrecord.publish.site.edition import Edition
from onrecord.publish.site.page import Page
from onrecord.publish.site.pictures.card import card
from onrecord.publish.site.pictures.drawn import Drawn
from onrecord.publish.site.press import Press
from onrecord.publish.site.printing import Job, printed
from onrecord.views.library import Library, load
from onrecord.views.stories import story
from onrecord.views.table import View


def pages(publication: Publication, drawn: Drawn | None = None) -> Changed:
    """Every file of the website, sorted by path; raises an `OnrecordError` that names the file
    where a template, a text or a query is wrong.

    A page stays where everything that was looked up for it is as it was. Cards that were `drawn`
    already are not drawn again, and what this site draws is noted.
    """
    press, jobs = _planned(publication, drawn)
    earlier = publication.earlier
    staying = {p for p, job in jobs.items() if job.recipe and earlier.stays(p, job.recipe)}
    # Made here: what a child finds out for the next build would be lost with it.
    here = {*staying, *(p for p, j in jobs.items() if p == GRAPH_DATA or (j.recipe and not j.page))}
    fresh = {p: Job(partial(_noted, press, j), j.page) for p, j in jobs.items() if p not in here}
    made = printed(fresh)
    for path in sorted(jobs):
        job = jobs[path]
        if path in staying:
            if drawn and path.endswith(".png"):
                drawn.stays(path)
            yield path, KEPT
        else:
            reads, data = _made_here(press, job) if path in here else _parts(next(made)[1])
            if job.recipe:
                earlier.note(path, job.recipe, reads)
            if drawn and job.page and path == job.page.card_path:
                pen = press.pen(job.page.language, job.page.depth)
                drawn.note(path, card_words(job.page, pen), data)
            yield path, data


_LENGTH: Final = struct.Struct("=Q")


def _made_here(press: Press, job: Job) -> tuple[bytes, bytes]:
    """The cells of the library that a job reads, packed, and what it makes."""
    data, seen = press.library.reads.during(job)
    return array("Q", sorted(seen)).tobytes(), data


def _noted(press: Press, job: Job) -> bytes:
    """Both in one."""
    reads, data = _made_here(press, job)
    return _LENGTH.pack(len(reads)) + reads + data


def _parts(sent: bytes) -> tuple[bytes, bytes]:
    (length,) = _LENGTH.unpack_from(sent)
    start = _LENGTH.size
    return sent[start : start + length], sent[start + length :]


def plan(publication: Publication) -> dict[str, Job]:
    """The files of the website and how each is made."""
    return _planned(publication, None)[1]


def _planned(publication: Publication, drawn: Drawn | None) -> tuple[Press, dict[str, Job]]:
    earlier = publication.earlier
    old = earlier.old.library
    library = load(publication.workspace, publication.graph, earlier.results, old)
    earlier.compare(library)
    edition = Edition(publication, library)
    if publication.graph.on_disk:
        edition.answer_all()
    press = Press(edition)
    jobs = {path: Job(make) for path, make in assets(publication.workspace)}
    jobs |= {path: Job(make, recipe=path) for path, make in looked_up(library, press.pen)}
    jobs[GRAPH_DATA] = Job(partial(graph_data, publication))
    for language in library.config.languages:
        for page in _pages(library, language):
            jobs[page.file] = Job(partial(_html, press, page), page, page.recipe)
            if page.card_path:
                jobs[page.card_path] = Job(partial(_card, press, page, drawn), page, page.recipe)
    return press, jobs


def _html(press: Press, page: Page) -> bytes:
    # A bare carriage return would be read as a line feed.
    return press.print(page).replace("\r", "&#13;").encode("utf-8")


def _card(press: Press, page: Page, drawn: Drawn | None) -> bytes:
    words = card_words(page, press.pen(page.language, page.depth))
    return drawn.card(page.card_path, words) if drawn else card(*words)


def _pages(library: Library, language: str) -> Iterator[Page]:
    config = library.config
    fixed = {v.address: v for v in library.table.views if not v.of_resources}
    for it, path in library.paths.items():
        view = fixed.pop(path, None) or library.view_of(it)
        own = it in library.documents
        yield Page(config, language, view, path, it, own)
        if view.name == "statement":
            yield Page(config, language, EMBED, f"embed/{path}", it, True, of=path)
        told, shelves = library.reads.kept(f"{view.name} {it}", partial(_below, library, view, it))
        if told:
            yield Page(config, language, STORY, f"{path}/story", it, own, of=path)
        for shelf in shelves:
            yield Page(config, language, SHELF, f"{path}/{shelf}", it, own, shelf, path)
    for address, view in fixed.items():
        yield Page(config, language, view, address, "")
        for shelf in shelves_of(library, view.name):
            yield Page(config, language, view, f"{address}/{shelf}", "", False, shelf, address)


def _below(library: Library, view: View, it: str) -> tuple[bool, list[str]]:
    """Whether a resource has a story, and the shelves that it needs."""
    told = view.name == "dispute" and story(library, it) is not None
    return told, list(shelves_of(library, view.name, it))


EMBED: Final = View("embed", "embed/{path}", "statement")
STORY: Final = View("story", "{path}/story", "dispute")
SHELF: Final = View("shelf", "{path}/{shelf}", "")

__all__ = ["EMBED", "SHELF", "STORY", "Publication", "pages", "plan"]
