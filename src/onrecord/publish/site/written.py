"""What pens have written of resources already: once for no place, and for each place with its way
home; what is the same in every place, once."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, Protocol, TypeAlias, TypeVar

from markupsafe import Markup

from onrecord.publish.site.escaping import markup
from onrecord.views.reads import Reads

T = TypeVar("T")
Written: TypeAlias = tuple[Any, tuple[int, ...]]
"""What was written of a resource, and the cells that it was made of."""
AWAY: Final = "\ufdd0"
"""Stands for the way home in what is written for no place yet: no character, so in no text."""


class Writer(Protocol):
    """Who writes from a place whose way home is `home`, or `anywhere`: then `AWAY` stands for it.
    Whoever is served something has read its cells."""

    home: str
    reads: Reads
    open: list[set[int]]
    written: dict[Callable[..., Any], dict[str, Written]]

    @property
    def anywhere(self) -> "Writer":
        """Who writes for no place."""


W = TypeVar("W", bound=Writer)


def placed(write: Callable[[W, str], T]) -> Callable[[W, str], T]:
    """What was written of a resource already, else what `write` writes of it, with the way home."""

    @wraps(write)
    def found(pen: W, it: str) -> T:
        written = pen.written[write]
        known = written.get(it)
        if known is None:
            if pen.anywhere is pen:
                known = pen.reads.during(write, pen, it)
            else:
                anywhere: Any = pen.anywhere
                found(anywhere, it)
                known = _placed(pen.home, *anywhere.written[write][it])
            written[it] = known
        if pen.open:
            pen.open[-1].update(known[1])
        made: T = known[0]
        return made

    return found


def _placed(home: str, made: Any, seen: tuple[int, ...]) -> Written:
    if made and AWAY in made:
        here = str.replace(made, AWAY, home)
        return (markup(here) if type(made) is Markup else here), seen
    return made, seen


def alike(write: Callable[[W, str], T]) -> Callable[[W, str], T]:
    """The same for what leads nowhere, and is therefore the same in every place."""

    @wraps(write)
    def found(pen: W, it: str) -> T:
        anywhere: Any = pen.anywhere
        written = anywhere.written[write]
        known = written.get(it)
        if known is None:
            known = written[it] = pen.reads.during(write, anywhere, it)
        if pen.open:
            pen.open[-1].update(known[1])
        made: T = known[0]
        return made

    return found


def as_markup(write: Callable[[W, str], str]) -> Callable[[W, str], Markup]:
    """What is written, as the markup that it is."""

    @wraps(write)
    def made(pen: W, it: str) -> Markup:
        return markup(write(pen, it))

    made.__annotations__["return"] = Markup
    return made
