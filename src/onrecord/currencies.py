"""The currencies of ISO 4217, by CLDR."""

from collections.abc import Mapping
from functools import cache


@cache
def currencies() -> Mapping[str, str]:
    """Code of ISO 4217 → the English name of the currency."""
    from babel import Locale

    return dict(Locale("en").currencies)
