"""Pictures: their measures are the same on every machine and with every version of Python."""

import math

from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.site.pictures.svg import num, width


@given(st.text(alphabet="aimW ", max_size=60))
def test_the_width_of_a_text_is_added_exactly(text: str) -> None:
    """`sum` rounds after each number up to Python 3.11, and better from 3.12 on, so that a picture
    would depend on it in its last decimal."""
    found = {c: 0.38 if c in "i " else 0.95 if c in "mW" else 0.66 for c in text}
    assert width(text, 10) == math.fsum(found[c] for c in text) * 10


def test_a_coordinate_has_one_decimal_at_most() -> None:
    """And there is no nought with a sign."""
    assert [num(x) for x in (-0.04, 2, 2.04, 2.06, 89.35)] == ["0", "2", "2", "2.1", "89.3"]
