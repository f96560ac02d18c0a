"""A publication → its website: (path, bytes) for every page, style, picture and data script.

Pure: the same graph gives the same bytes, in the same order. A page is rendered only when it is
asked for, so that a large publication never stands in memory.
"""

import marshal
from array import array
from collections.abc import Callable
from functools import partial
from itertools import islice

from onrecord.publish.earlier import Earlier, kept
from onrecord.publish.publication import Changed, Publication
from onrecord.publish.site.assets.scripts import GRAPH_DATA, graph_data, looked_up
from onrecord.publish.site.assets.styles import assets
from onrecord.publish.site.contexts.pictured import card_words
from onrecord.publish.site.edition import Edition
from onrecord.publish.site.page import Page
from onrecord.publish.site.pictures.card import card
from onrecord.publish.site.pictures.drawn import Drawn
from onrecord.publish.site.planning import EMBED, SHELF, STORY, Planned, page_of, planned, views_of
from onrecord.publish.site.press import Press
from onrecord.publish.site.printing import Job, printed
from onrecord.rdf.runs import key_of
from onrecord.views.library import load


def pages(publication: Publication, drawn: Drawn | None = None) -> Changed:
    """Every file of the website, those that stay and then the others by path; raises an
    `OnrecordError` that names the file where a template, a text or a query is wrong.

    A page stays where everything that was looked up for it is as it was. Cards that were `drawn`
    already are not drawn again, and what this site draws is noted.
    """
    press, jobs, staying = _planned(publication, drawn, publication.earlier)
    earlier = publication.earlier
    # Made here: what a child finds out for the next build would be lost with it.
    here = {p for p, j in jobs.items() if p == GRAPH_DATA or (j.key and not j.page)}
    fresh = {p: Job(partial(_noted, press, j), j.page) for p, j in jobs.items() if p not in here}
    made = printed(fresh)
    if drawn:
        drawn.stay(path for path in staying if path.endswith(".png"))
    yield from kept(staying)
    for path in sorted(jobs):
        job = jobs[path]
        reads, data = _made_here(press, job) if path in here else _heard(press, next(made)[1])
        if job.key:
            earlier.note_same(path, job.key, reads)
        if drawn and job.page and path == job.page.card_path:
            pen = press.pen(job.page.language, job.page.depth)
            drawn.note(path, card_words(job.page, pen), data)
        yield path, data


def _made_here(press: Press, job: Job) -> tuple[bytes, bytes]:
    """The cells of the library that a job reads, packed, and what it makes."""
    data, seen = press.library.reads.during(job)
    return array("Q", sorted(seen)).tobytes(), data


def _noted(press: Press, job: Job) -> bytes:
    """Both in one, with what was found by looking into the library on the way."""
    looked = press.library.reads.looked
    known = len(looked)
    reads, data = _made_here(press, job)
    return marshal.dumps((reads, data, dict(islice(looked.items(), known, None))))


def _heard(press: Press, sent: bytes) -> tuple[bytes, bytes]:
    """Cells and data of what a job sent, which another process may have made."""
    reads, data, looked = marshal.loads(sent)
    for key, found in looked.items():
        press.library.reads.looked.setdefault(key, found)
    return reads, data


def plan(publication: Publication) -> dict[str, Job]:
    """The files of the website and how each is made."""
    return _planned(publication, None, Earlier())[1]


def _planned(
    publication: Publication, drawn: Drawn | None, taken: Earlier
) -> tuple[Press, dict[str, Job], list[str]]:
    """The press, what is to be made, and the files that are `taken` as they are."""
    earlier = publication.earlier
    old = earlier.old.library
    library = load(publication.workspace, publication.graph, earlier.results, old)
    earlier.compare(library)
    edition = Edition(publication, library)
    if publication.graph.on_disk:
        edition.answer_all()
    press = Press(edition)
    jobs = {path: Job(make) for path, make in assets(publication.workspace)}
    jobs[GRAPH_DATA] = Job(partial(graph_data, publication))
    staying = []
    for path, data in looked_up(library, press.pen, taken):
        key = key_of(path.encode())
        if taken.same(path, key):
            staying.append(path)
        else:
            jobs[path] = Job(data, key=key)
    views = views_of(library)
    rows = [row for code in library.config.languages for row in planned(library, code)]
    makers: tuple[tuple[dict[str, Planned], Callable[[Press, Page], bytes]], ...] = (
        ({row.file: row for row in rows}, _html),
        ({row.card: row for row in rows if row.card}, partial(_card, drawn)),
    )
    for found, make in makers:
        stays = taken.staying((path, row.key) for path, row in found.items())
        staying += stays
        for path in found.keys() - stays:
            row = found[path]
            page = page_of(library, views, row.given)
            jobs[path] = Job(partial(make, press, page), page, row.key)
    return press, jobs, staying


def _html(press: Press, page: Page) -> bytes:
    # A bare carriage return would be read as a line feed.
    return press.print(page).replace("\r", "&#13;").encode("utf-8")


def _card(drawn: Drawn | None, press: Press, page: Page) -> bytes:
    words = card_words(page, press.pen(page.language, page.depth))
    return drawn.card(page.card_path, words) if drawn else card(*words)


__all__ = ["EMBED", "SHELF", "STORY", "Publication", "pages", "plan"]
