"""A raw request path in, a clean path inside the publication out, or the reason to refuse it."""

import re
from urllib.parse import unquote_to_bytes

from onrecord.serve.protocol import Refusal

_TRICKS = re.compile(rb"%2e|%2f|%5c|%00|\\|//", re.IGNORECASE)


def clean_path(raw: bytes) -> str:
    """Decode a path once; nothing that could mean another folder or another host passes."""
    path = raw.partition(b"?")[0]
    if _TRICKS.search(path) or not path.startswith(b"/"):
        raise Refusal(400, "The address is malformed", "Write it without dots, escapes or doubles.")
    try:
        text = unquote_to_bytes(path).decode()
    except UnicodeDecodeError:
        raise Refusal(400, "The address is not UTF-8") from None
    segments = text.split("/")
    if any(part in (".", "..") for part in segments) or not text.isprintable() or "\\" in text:
        raise Refusal(400, "The address is malformed", "Write it without dots, escapes or doubles.")
    return text.removeprefix("/")
