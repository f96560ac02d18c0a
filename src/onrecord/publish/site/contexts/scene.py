"""What the function of a view works with, and the table into which each view's function goes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from onrecord.publish.site.edition import Edition
from onrecord.publish.site.page import Page
from onrecord.publish.site.pen import Pen
from onrecord.views.library import Library

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """A page of an edition, and the pen of its language and depth."""

    edition: Edition
    page: Page
    pen: Pen

    @property
    def library(self) -> Library:
        """The answers of the queries."""
        return self.edition.library


Maker = Callable[[Scene], Values]
MAKERS: dict[str, Maker] = {}


def shows(view: str) -> Callable[[Maker], Maker]:
    """Registers a function as the one that prepares a view."""

    def register(maker: Maker) -> Maker:
        MAKERS[view] = maker
        return maker

    return register
