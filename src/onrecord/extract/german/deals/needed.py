"""What kinds of words a sentence must hold for a rule about deals to be tried in it.

A word of each kind must be there; a rule that needs one of several has a kind of its own for them.
The tables are those of the rules, so that a word added there is known here.
"""

from typing import Final

from onrecord.extract.german.deals.calls import CALLING
from onrecord.extract.german.deals.nominal import CALLING_NOUNS
from onrecord.extract.german.deals.playing import COPULAS
from onrecord.extract.german.deals.predicatives import PLAYED
from onrecord.extract.german.deals.repeats import FOLLOWING
from onrecord.extract.german.deals.replaced import (
    FAVOURED,
    FORMER,
    GIVES,
    LOSING,
    OUT,
    PHRASES,
    RELIEVING,
    SHARES,
    TAKES,
    UNTIL_NOW,
)
from onrecord.extract.tokens import Kind

CALLED: Final = CALLING.bit
"""Any word of dealing."""
ACTING: Final = COPULAS.bit | PLAYED.bit
"""`Auftraggeber ist X`."""
PART: Final = PLAYED.bit
"""`Als Käufer gilt X`, `Käufer der X ist Y`."""
FOLLOWS: Final = Kind.of(FOLLOWING, placed=False).bit
INSTEAD: Final = Kind.of(
    (*SHARES, *UNTIL_NOW, *LOSING, *OUT, "abgewiesen", "leer",
     *(word for phrase in PHRASES for word in phrase), "setzte", "setzt", *RELIEVING),
    FORMER, placed=False,
).bit  # fmt: skip
"""Who lost, who delivered before, who gave the shares."""
DETAILED: Final = Kind.of(GIVES | TAKES, placed=False).bit
TALKING: Final = Kind.of(starts=("verhandel",), placed=False).bit
"""`X verhandelt mit zwei Bietern`."""
BIDS: Final = Kind.of((*FAVOURED, "rennen", "karten"), placed=False).bit
NOMINAL: Final = CALLING_NOUNS.bit
"""`nach der Übernahme von X und dem Verkauf von Y`."""
REVEALED: Final = Kind.of(("es",), placed=False).bit
"""`Es ist X`, `handelt es sich um X`."""
PARTED: Final = Kind.of((";",), placed=False).bit
"""`X kauft Y; Z baut aus`."""
PARTNERED: Final = Kind.of(ends=("partner",), placed=False).bit
"""`X und sein Partner Y`."""
