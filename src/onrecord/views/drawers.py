"""Many things → drawers that stay what they are when others are added: what is kept of a drawer
from one build to the next is made anew only where something came into it, or went."""

from collections.abc import Iterable
from typing import Final
from zlib import crc32

from onrecord.rdf.runs import key_of

_PARTS: Final = 64


def drawers(found: Iterable[str]) -> dict[str, list[str]]:
    """IRIs by folder, or by a part of it where it has many; the key tells all that is in there and,
    up to its last space, which drawer it is."""
    folders: dict[str, list[str]] = {}
    for it in found:
        folders.setdefault(it.rpartition("/")[0], []).append(it)
    parts: dict[tuple[str, int], list[str]] = {}
    for folder, inside in folders.items():
        for it in inside:
            part = crc32(it.encode()) % _PARTS if len(inside) > _PARTS else 0
            parts.setdefault((folder, part), []).append(it)
    return {
        f"{folder} {part} {key_of(repr(inside).encode()).hex()}": inside
        for (folder, part), inside in parts.items()
    }
