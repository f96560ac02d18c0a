"""Words that call an investment: money that a company gives another one."""

from onrecord.extract.german.deals.words import (
    LENDING,
    MONEY,
    STAKE,
    Pattern,
    both,
    either,
    has,
    has_word,
    places,
)

ORIGINS = (
    Pattern(
        "investment",
        "kommen kommt kam kamen stammen stammt stammte",
        places("für:investee von:investor an:investee"),
        both(
            has_word("von vom"),
            either(MONEY, has("darlehen kredit")),
        ),
    ),
)
"""Where money comes from."""

FUNDING = (
    Pattern(
        "investment",
        "unterstützt unterstützen unterstützte",
        LENDING,
        both(has_word("mit"), has("darlehen kredit million milliarde bürgschaft kapital")),
    ),
    Pattern("investment", "steckt stecken steckte gesteckt", STAKE, MONEY),
    Pattern(
        "investment",
        """invest pumpt pumpen pumpte gepumpt schießt
        zuschießen wagniskapital risikokapital geldspritze seed-runde series-a series-b
        serie-c series-c""",
        STAKE,
    ),
    Pattern(
        "investment",
        "erhält erhielt erhalten bekommt bekam bekommen gesichert sichert",
        places("subj:investee von:investor"),
        both(has_word("von vom"), MONEY),
    ),
    Pattern(
        "investment",
        "stellt stellte stellen gestellt bereitgestellt bereitzustell",
        LENDING,
        both(MONEY, either(has_word("bereit verfügung"), has("bereitg bereitz"))),
    ),
    Pattern("investment", "sagt sagte", LENDING, both(has_word("zu"), MONEY)),
    Pattern(
        "investment",
        "trägt tragen beisteuer beigesteuert steuert steuern steuerte steuerten",
        STAKE,
        both(either(MONEY, has_word("rest")), either(has_word("bei rest"), has("bei"))),
    ),
    Pattern(
        "investment",
        "zog zogen zieht ziehen mitgezogen mitzieh",
        STAKE,
        both(
            either(has_word("mit"), has("mitge mitzieh")),
            has("investor geldgeber gesellschafter aktionär kapitalgeber"),
        ),
    ),
    Pattern(
        "investment",
        "fließen fließt flossen floss",
        places("von:investor in:investee an:investee aus:investor"),
        MONEY,
    ),
    Pattern(
        "acquisition",
        "fließen fließt flossen floss",
        places("für:target an:seller"),
        both(MONEY, has_word("für")),
    ),
    Pattern(
        "investment",
        "legt legte nachgelegt nachgeschossen schießt",
        STAKE,
        both(either(has_word("nach"), has("nachg")), MONEY),
    ),
    Pattern(
        "investment",
        "gibt gab gegeben geben überweist zusagen zugesagt zusage",
        places("""subj:investor dat:investee von:investor gen:investor an:investee für:investee"""),
        has("million milliard mio mrd"),
    ),
)
