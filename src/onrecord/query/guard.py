"""A query's work in, its bytes out: `onrecord.confine` with the limits and words of queries."""

from collections.abc import Callable
from typing import Final

from onrecord import confine as general
from onrecord.confine import (
    HEAD_SIZE,
    Complaints,
    Limits,
    budget,
    confine,
    describe,
    frame,
    frame_length,
    in_deep_stack,
    revive,
)
from onrecord.errors import LimitError, OnrecordError, QueryError

__all__ = [
    "HEAD_SIZE",
    "Limits",
    "budget",
    "confine",
    "crashed",
    "describe",
    "frame",
    "frame_length",
    "in_deep_stack",
    "out_of_memory",
    "out_of_time",
    "outcome",
    "revive",
    "run_limited",
    "unframe",
]


def out_of_time(seconds: float) -> LimitError:
    """The error for work that took too long."""
    return LimitError(
        f"The query was stopped after {seconds:g} seconds",
        hint="Anchor it at an IRI, add a LIMIT, or download the dump.",
    )


def out_of_memory() -> LimitError:
    """The error for work that needed too much memory."""
    return LimitError(
        "The query needed more memory than it may use",
        hint="Drop ORDER BY or DISTINCT over large results, or add a LIMIT.",
    )


def crashed() -> OnrecordError:
    """The error for a query that brought the engine down."""
    return QueryError(
        "The query stopped the engine: it is too complex or needs too much memory",
        hint="Nest less, and build no giant strings.",
    )


_COMPLAINTS: Final = Complaints(out_of_time, out_of_memory, crashed)


def run_limited(work: Callable[[], bytes], limits: Limits) -> bytes:
    """Do the work in a child; raise what it raised, or `LimitError` if it had to be stopped."""
    return general.run_confined(work, limits, _COMPLAINTS)


def outcome(work: Callable[[], bytes]) -> bytes:
    """The frame that tells the parent how a piece of work ended."""
    return general.outcome(work, out_of_memory)


def unframe(whole: bytes) -> bytes:
    """The body of a whole frame; raises the error that it carries, or that it is not whole."""
    return general.unframe(whole, crashed)
