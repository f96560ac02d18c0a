"""A page that answers at another address than its own, as one for errors does → the same page with
links that lead where they led."""

import posixpath
import re
from typing import Final

_LINK: Final = re.compile(rb'((?:href|src|action)=")([^":/?#][^":?#]*)(?=[?#"])')
_DEEPEST: Final = 32


def answering(page: bytes, own: str, asked: bytes) -> bytes:
    """The page of the path `own` for whoever asked for `asked`, both from the root of the site.

    Links stay relative, so that the site may stand below a path; of an absurdly deep address they
    begin at the root of the host.
    """
    depth = asked.count(b"/")
    up = "../" * depth if depth <= _DEEPEST else "/"
    folder = posixpath.dirname(own)

    def link(found: re.Match[bytes]) -> bytes:
        address = found[2].decode("utf-8", "surrogateescape")
        target = posixpath.normpath(posixpath.join(folder, address))
        shown = "" if target == "." else target + ("/" if address.endswith("/") else "")
        return found[1] + (up + shown or "./").encode("utf-8", "surrogateescape")

    return _LINK.sub(link, page)
