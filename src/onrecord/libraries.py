"""The versions of installed libraries, told by the names of their folders: the tools of Python for
that load a parser of mail headers first, which takes longer than all else that a build asks."""

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache

_FOLDER = re.compile(r"(.+?)-([^-]+)(?:-.*)?\.(?:dist|egg)-info")


def versions(names: Iterable[str]) -> tuple[str, ...]:
    """The version of each library; `PackageNotFoundError` where one is not installed."""
    return tuple(_version(name, tuple(sys.path)) for name in names)


@cache
def _version(name: str, places: tuple[str, ...]) -> str:
    for place in places:
        found = _installed(place).get(name)
        if found is not None:
            return found
    from importlib.metadata import version

    return version(name)


@cache
def _installed(place: str) -> dict[str, str]:
    """The libraries in a folder; of several versions the one whose name sorts first."""
    found: dict[str, str] = {}
    with suppress(OSError):
        for folder in sorted(os.listdir(place or ".")):  # noqa: PTH208
            told = _FOLDER.fullmatch(folder)
            if told:
                found.setdefault(re.sub("[-_.]+", "-", told[1]).lower(), told[2])
    return found
