"""A publication → its website: (path, bytes) for every page, style, picture and data script.

Pure: the same graph gives the same bytes, in the same order. A page is rendered only when it is
asked for, so that a large publication never stands in memory.
"""

import marshal
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import Any, Final

from onrecord.output import Hashed, data_of
from onrecord.publish.earlier import Earlier
from onrecord.publish.elsewhere import rooted
from onrecord.publish.publication import Changed, Publication
from onrecord.publish.site.assets.scripts import GRAPH_DATA, graph_data, looked_up
from onrecord.publish.site.assets.styles import assets
from onrecord.publish.site.contexts.pictured import card_words
from onrecord.publish.site.edition import Edition
from onrecord.publish.site.page import Page
from onrecord.publish.site.pictures.drawn import Drawn
from onrecord.publish.site.planning import (
    EMBED,
    SHELF,
    STORY,
    all_drawers,
    cells_of_plan,
    page_of,
    planned,
    views_of,
)
from onrecord.publish.site.press import Press
from onrecord.publish.site.printing import Job, Packing, being_printed, printed
from onrecord.rdf.runs import key_of
from onrecord.views.groups import Members, cells_of, short
from onrecord.views.library import load
from onrecord.views.reads import Looked, Reads

_LAST: Final = ("quality", "data")
"""Views of which something is found out for the next build, and that tell of the dumps."""
_SHOWN_ELSEWHERE: Final = ("404", "410")
"""Views of pages that a host shows at whatever address was asked for."""


def pages(publication: Publication, drawn: Drawn | None = None) -> Changed:
    """Every file of the website that does not stay, by path; see `begun`."""
    with begun(publication, drawn) as site:
        yield from ((path, b"".join(whole.parts)) for path, whole in site.data())
        yield from site.pages()


@contextmanager
def begun(publication: Publication, drawn: Drawn | None = None) -> Iterator["Begun"]:
    """The website of which the files are known and under way; raises an `OnrecordError` that names
    the file where a template, a text or a query is wrong.

    A page stays where everything that was looked up for it is as it was. Cards that were `drawn`
    already are not drawn again, and what this site draws is noted.
    """
    press, plan = _planned(publication, drawn, publication.earlier)
    jobs = plan.jobs
    others = jobs.keys() - {GRAPH_DATA}
    fresh = {p: Job(partial(_noted, press, jobs[p]), jobs[p].page) for p in others}
    # Made here after all others, what shows the dumps last: these may still be under way.
    last = [{p: j for p, j in fresh.items() if j.page and j.page.view == view} for view in _LAST]
    first = {p: j for p, j in fresh.items() if not any(p in named for named in last)}
    aside = bool(publication.earlier.files)
    with being_printed(first, packing=_PACKING, aside=aside) as made:
        made = chain(made, *(printed(named, packing=_PACKING) for named in last))
        publication.earlier.meanwhile.append(plan.hand_on)
        yield Begun(publication, press, plan, made, drawn)
    plan.keep()
    if drawn and aside:
        drawn.rest(publication.earlier.gone)


class Begun:
    """A website under way; `paths` are those of all files that are made. The script that holds the
    graph is made first, and what shows the dumps last."""

    def __init__(
        self,
        publication: Publication,
        press: Press,
        plan: "_Plan",
        made: Iterator[tuple[str, "_Made"]],
        drawn: Drawn | None,
    ) -> None:
        self._publication = publication
        self._press, self._plan, self._made, self._drawn = press, plan, made, drawn
        self.paths = set(plan.jobs)

    def data(self) -> Iterator[tuple[str, Hashed]]:
        """The script that holds the graph, which is as large as a dump."""
        yield GRAPH_DATA, Hashed.of(graph_data(self._publication))

    def pages(self) -> Changed:
        """All other files."""
        for path, made in self._made:
            data = self._taken(path, *_heard(self._press, *made))
            page = self._plan.jobs[path].page
            if self._drawn and page and path == page.card_path:
                pen = self._press.pen(page.language, page.depth)
                self._drawn.note(path, card_words(page, pen), data)
            yield path, data

    def _taken(self, path: str, reads: bytes, data: bytes) -> bytes:
        job = self._plan.jobs[path]
        if job.key:
            self._plan.note(path, reads)
        return data


_Made = tuple[bytes, bytes, dict[str, Looked]]
_PACKING: Final = Packing(marshal.dumps, marshal.loads)


def _noted(press: Press, job: Job) -> _Made:
    """The cells of the library that a job reads, packed; what it makes; and what was found by
    looking into the library on the way."""
    reads = press.library.reads
    known = len(reads.looked)
    data, seen = reads.during(job)
    return array("Q", sorted(seen)).tobytes(), data, reads.since(known)


def _heard(
    press: Press, reads: bytes, data: bytes, looked: dict[str, Looked]
) -> tuple[bytes, bytes]:
    """Cells and data of what a job made, perhaps in another process."""
    for key, found in looked.items():
        press.library.reads.looked.setdefault(key, found)
    return reads, data


def plan(publication: Publication) -> dict[str, Job]:
    """The files of the website and how each is made."""
    return _planned(publication, None, Earlier())[1].jobs


class _Plan:
    """What is to be made where files may be `taken` as they are; and the groups in which a file is
    not as it was, with their marks and with what of them stays."""

    def __init__(self, reads: Reads, taken: Earlier) -> None:
        self._reads, self._taken, self._suspect = reads, taken, short(reads.suspect)
        self.jobs: dict[str, Job] = {}
        self.marks: dict[str, bytes] = {}
        self.members: dict[str, Members] = {}
        self._same: list[str] = []
        self._touched: dict[bytes, bool] = {}

    def stays(self, group: str, mark: bytes) -> bool:
        """Whether all files of a group do."""
        same = self._taken.pages.stays(group, mark, self._suspect)
        if same:
            self._same.append(group)
        return same

    def add(self, group: str, mark: bytes, jobs: Mapping[str, Job], cells: Iterable[int]) -> None:
        """A group of files; `cells` were read to find out which they are."""
        old = self._taken.pages.members(group)
        stay = {
            path: (known[0], self._taken.shared(known[1]))
            for path, known in old.items()
            if path in jobs and self._is_same(jobs[path], known)
        }
        self.jobs |= {path: job for path, job in jobs.items() if path not in stay}
        self.marks[group] = mark
        self.members[group] = {"": (b"", array("Q", cells).tobytes()), **stay}

    def note(self, path: str, reads: bytes) -> None:
        """A file of a group was made; in several languages of the same cells."""
        job = self.jobs[path]
        self.members[job.group][path] = job.key, self._taken.shared(reads)

    def _is_same(self, job: Job, known: tuple[Any, ...]) -> bool:
        if known[1] not in self._touched:
            self._touched[known[1]] = self._reads.touched(cells_of(known[1]))
        return known[0] == job.key and not self._touched[known[1]]

    def keep(self) -> None:
        """Hands all groups on to the next build."""
        for group, members in self.members.items():
            self._taken.pages.put(group, members, self.marks[group])
        self.hand_on()

    def hand_on(self) -> None:
        """Those that stay, which are most."""
        self._taken.pages.hand_on(self._same)
        self._same.clear()

    def tell_gone(self, earlier: Earlier) -> None:
        """Tells which files of the last publication are in no group any more."""
        others = earlier.pages.names() - set(self._same)
        earlier.gone |= {path for group in others for path in earlier.pages.members(group)}
        for members in self.members.values():
            earlier.gone -= members.keys()
        earlier.gone -= self.jobs.keys() | {""}


def _planned(publication: Publication, drawn: Drawn | None, taken: Earlier) -> tuple[Press, _Plan]:
    earlier = publication.earlier
    library = load(publication.workspace, publication.graph, earlier.results, earlier.old.library)
    earlier.compare(library)
    edition = Edition(publication, library)
    if publication.graph.on_disk:
        edition.answer_all()
    press, found = Press(edition), _Plan(library.reads, taken)
    if not taken.files:  # else made by the same code of the same files of the site: they stay
        found.jobs |= {path: Job(make) for path, make in assets(publication.workspace)}
    found.jobs[GRAPH_DATA] = Job(lambda: b"".join(map(data_of, graph_data(publication))))
    scripts = looked_up(library, press.pen, taken)
    found.add(
        "scripts",
        b"",
        {path: Job(make, None, key_of(path.encode()), "scripts") for path, make in scripts},
        (),
    )
    views = views_of(library)
    for key in all_drawers(library):
        group, _, mark = key.rpartition(" ")
        if not found.stays(group, mark.encode()):
            jobs: dict[str, Job] = {}
            for row in planned(library, key):
                page = page_of(library, views, row.given)
                jobs[row.file] = Job(partial(_html, press, page), page, row.key, group)
                if row.card:
                    jobs[row.card] = Job(partial(_card, drawn, press, page), page, row.key, group)
            found.add(group, mark.encode(), jobs, cells_of_plan(library, key))
    found.tell_gone(taken)
    return press, found


def _html(press: Press, page: Page) -> bytes:
    html, root = press.print(page).encode("utf-8"), page.config.root
    return rooted(html, page.file, root) if root and page.view in _SHOWN_ELSEWHERE else html


def _card(drawn: Drawn | None, press: Press, page: Page) -> bytes:
    words = card_words(page, press.pen(page.language, page.depth))
    if drawn:
        return drawn.card(page.card_path, words)
    from onrecord.publish.site.pictures.card import card

    return card(*words)


__all__ = ["EMBED", "SHELF", "STORY", "Begun", "Publication", "begun", "pages", "plan"]
