"""A page that is shown at another address than its own, as one for errors is → the same page with
links that lead where they led."""

import posixpath
import re
from typing import Final

_BEGIN: Final = rb'((?:href|src|action)=")'
_END: Final = rb'(?=[?#"])'
_LINK: Final = re.compile(_BEGIN + rb'([^":/?#][^":?#]*)' + _END)
_DEEPEST: Final = 32


def rooted(page: bytes, own: str, root: str) -> bytes:
    """The page of the path `own` for a host whose site stands at the path `root`, which begins and
    ends with a slash: it may be shown at any address there."""

    def link(found: re.Match[bytes]) -> bytes:
        return found[1] + (root + _target(own, found[2])).encode("utf-8", "surrogateescape")

    return _LINK.sub(link, page)


def answering(page: bytes, own: str, asked: bytes, root: str = "/") -> bytes:
    """The page of the path `own`, `rooted` or not, for whoever asked for `asked`, both from the
    root of the site.

    Links stay relative, so that the site may stand below a path; of an absurdly deep address they
    begin at the root of the host.
    """
    depth = asked.count(b"/")
    up = "../" * depth if depth <= _DEEPEST else "/"

    def way(target: str) -> bytes:
        return (up + target or "./").encode("utf-8", "surrogateescape")

    def link(found: re.Match[bytes]) -> bytes:
        return found[1] + way(_target(own, found[2]))

    def from_root(found: re.Match[bytes]) -> bytes:
        return found[1] + way(found[2].decode("utf-8", "surrogateescape"))

    begin = _BEGIN + re.escape(root.encode())
    page = _LINK.sub(link, page)
    return re.sub(begin + rb'([^":/?#][^":?#]*|)' + _END, from_root, page)


def _target(own: str, link: bytes) -> str:
    """Where a link of a page leads, from the root of the site."""
    address = link.decode("utf-8", "surrogateescape")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(own), address))
    return "" if target == "." else target + ("/" if address.endswith("/") else "")
