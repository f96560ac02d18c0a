"""A page → what its template shows beyond the frame: one function per view, by the view's name."""

from typing import Final

from onrecord.publish.site.contexts import (
    asking,
    chronicle,
    lists,
    overviews,
    papers,
    pictured,
    quality,
    resources,
)
from onrecord.publish.site.contexts.scene import MAKERS, Scene, Values
from onrecord.views.records import NOTHING

_VIEWS: Final = (asking, chronicle, lists, overviews, papers, pictured, quality, resources)
"""Importing a module registers its views."""


def context(at: Scene) -> Values:
    """The values of a page: its record, and what the view's own function adds."""
    query, it = at.page.kind.query, at.page.it
    record = at.library.record(query, it) if query and it else NOTHING
    maker = MAKERS.get(at.page.view)
    return {"record": record} | (maker(at) if maker else {})
