"""Negotiation by regular expressions agrees with negotiation by parsing."""

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.hosting import site_of
from onrecord.publish.hosting.accept import languages, media_types
from onrecord.publish.hosting.table import REPRESENTATIONS
from onrecord.serve.negotiation import preferred
from serving import CONFIG

RULES = [(re.compile(c.pattern, re.IGNORECASE), c.value) for c in media_types()]
SPOKEN = [(re.compile(c.pattern, re.IGNORECASE), c.value) for c in languages(site_of(CONFIG))]
OFFERS = {each.suffix: each.names[:1] for each in REPRESENTATIONS}
NAMES = [each.names[0] for each in REPRESENTATIONS]
RANGES = [*NAMES, "text/*", "application/*", "*/*", "image/png"]


def by_rules(header: str, rules: list[tuple[re.Pattern[str], str]] = RULES) -> str:
    return next((value for pattern, value in rules if pattern.search(header)), "")


@st.composite
def accepts(draw: st.DrawFn) -> str:
    ranges = draw(st.lists(st.sampled_from(RANGES), min_size=1, max_size=6, unique=True))
    parts = []
    for name in ranges:
        quality = draw(st.sampled_from(["", ";q=1.0", "; q=0.9", ";q=0.5", ";q=0.05", ";q=0"]))
        parts.append(name + draw(st.sampled_from(["", ";charset=utf-8"])) + quality)
    return draw(st.sampled_from([",", ", ", " ,"])).join(parts)


@given(accepts())
def test_the_rules_choose_what_a_parser_chooses(header: str) -> None:
    """For any Accept header with qualities of one decimal, both ways choose the same form."""
    wanted = preferred(header.replace(";charset=utf-8", ""), OFFERS)
    assert by_rules(header) == (wanted[0] if wanted else "")


def test_browsers_get_pages() -> None:
    """What browsers send means the page; nothing and anything mean the page too."""
    for header in ("", "*/*", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"):
        assert by_rules(header) == "html"


def test_nothing_fits() -> None:
    """A type that there is not chooses nothing, and neither does one that is excluded."""
    for header in ("image/png", "text/html;q=0", "*/*;q=0", "text/turtles"):
        assert by_rules(header) == ""


def test_languages_follow_the_header() -> None:
    """The language with the higher quality wins; regional codes count; unknown ones do not."""
    cases = {
        "en": "en",
        "en-GB,de;q=0.9": "en",
        "de-AT, en": "de",
        "de;q=0.3,en;q=0.7": "en",
        "fr": "",
        "fr,*;q=0.1": "de",
        "den": "",
    }
    assert {header: by_rules(header, SPOKEN) for header in cases} == cases
