"""An Accept header in, the names of acceptable formats out, the best first (RFC 9110, 12.5.1)."""

from collections.abc import Mapping, Sequence

from werkzeug.datastructures import LanguageAccept, MIMEAccept
from werkzeug.http import parse_accept_header

MAX_HEADER = 2_000
"""Characters of an Accept header that are read; what follows is ignored."""


def qualities(header: str | None, offers: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """How much each offer is wanted: name to the best quality among its media types.

    Wildcards speak for the first media type of an offer; the others count where they are named.
    """
    if header is None or not header.strip(" ,;"):
        return dict.fromkeys(offers, 1.0)
    accept = parse_accept_header(header[:MAX_HEADER], MIMEAccept)
    if not accept:
        return dict.fromkeys(offers, 1.0)
    named = {kind.lower() for kind, _ in accept}
    return {
        name: max(accept.quality(t) for t in types if t == types[0] or t in named)
        for name, types in offers.items()
    }


def preferred(header: str | None, offers: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The acceptable offers: by quality, then in the server's order."""
    wanted = qualities(header, offers)
    return tuple(
        name for name in sorted(offers, key=lambda name: -wanted[name]) if wanted[name] > 0
    )


def preferred_language(header: str | None, languages: Sequence[str]) -> str:
    """The language to answer in; the first of `languages` if the client states none of them."""
    accept = parse_accept_header((header or "")[:MAX_HEADER], LanguageAccept)
    wanted = dict.fromkeys(languages, 0.0)
    named = set()
    for spoken, quality in accept:
        primary = spoken.lower().partition("-")[0]
        if primary in wanted:
            named.add(primary)
            wanted[primary] = max(wanted[primary], quality)
    anything = next((quality for spoken, quality in accept if spoken == "*"), 0.0)
    return max(languages, key=lambda code: wanted[code] if code in named else anything)
