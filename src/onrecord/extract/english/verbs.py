"""English verbs that the rules need, in all their forms: of saying, of judging; what is finite."""

from collections.abc import Iterable
from typing import Final

_VOWELS: Final = "aeiou"
_SIBILANTS: Final = ("s", "x", "z", "ch", "sh")


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(_SIBILANTS) else "s")


def _ing(base: str) -> str:
    silent = base.endswith("e") and not base.endswith(("ee", "oe", "ye"))
    return (base[:-1] if silent else base) + "ing"


def finite_forms(verbs: Iterable[str]) -> dict[str, str]:
    """Each finite form of verbs given as `base`, `base/past` or `base/past/participle` → base."""
    found = {}
    for verb in verbs:
        base, *irregular = verb.split("/")
        for form in (base, _third(base), irregular[0] if irregular else _past(base)):
            found[form] = base
    return found


def ing_forms(verbs: Iterable[str]) -> dict[str, str]:
    """Each present participle of verbs, written as for `finite_forms` → base."""
    found = {}
    for verb in verbs:
        base, *irregular = verb.split("/")
        doubled = irregular[:1] == [f"{base}{base[-1]}ed"]
        found[_ing(base + base[-1] if doubled else base)] = base
    return found


CLAUSE: Final = """
    say/said tell/told add announce argue believe claim confirm declare deny estimate explain
    expect insist note predict promise report reply respond state stress suggest warn write/wrote
    acknowledge admit/admitted concede complain hint hope joke maintain pledge quip/quipped recall
    remark signal signal/signalled tweet vow agree assert allege assure boast caution clarify
    conclude confess contend counter disclose emphasise emphasize fear feel/felt forecast/forecast
    grumble indicate inform lament mention mutter observe protest reckon recount reiterate remember
    remind repeat reveal speculate suspect testify think/thought underline underscore wonder advise
    anticipate assume post project propose reason reaffirm retort swear/swore teach rule
    foresee/foresaw guess hold/held point notify brag/bragged charge bet/bet
    venture opine learn understand/understood hear/heard
    demand
    doubt worry decree proclaim profess affirm attest ask
    """.split()
"""Verbs behind which what was said stands as a clause, with or without `that`."""
ONLY_DIRECT: Final = """
    laugh sigh smile shrug/shrugged snap/snapped shout cry/cried continue comment exclaim
    begin/began conclude answer enthuse marvel muse ask scoff sneer jibe chuckle growl fume whisper
    shoot/shot hit/hit go/went call crow gush thunder rage plead beg/begged urge offer put/put
    """.split()
"""Verbs that go with words in quotation marks alone."""
THAT_ONLY: Final = frozenset(
    """
    agree charge demand rule post feel hold teach point project propose ask reason assume mention
    advise notify inform venture doubt observe wonder pointed expect fear worry remember report
    indicate anticipate guess
    """.split()
)
"""What follows these is a clause for certain only behind `that` (or, of some, a pronoun)."""
OBJECT: Final = """
    deny confirm reject dismiss criticise criticize welcome condemn praise accuse blame forecast
    reaffirm defend hail slam/slammed lambast denounce deplore oppose refute rebuff rebut/rebutted
    contradict dispute expect estimate predict anticipate project attack applaud mock ridicule
    regret/regretted downplay play value defend demand announce admit/admitted concede
    acknowledge
    """.split()
"""Verbs that render speech with an object alone: `rejected the claim`."""
CALLING: Final = """
    describe call dub/dubbed label brand term characterise characterize denounce dismiss hail slam
    praise criticise criticize condemn deride decry/decried deplore liken accuse blame attack
    complain warn speak/spoke talk promise threaten cite mock ridicule lambast/lambasted portray
    lament admit/admitted reject deny welcome
    """.split()
"""Verbs whose words in marks are the speaker's: `called it “unfair”`, `blamed “the weather”`."""
INFINITIVE: Final = frozenset("promise pledge vow swear threaten".split())

SAYS: Final = finite_forms(CLAUSE)
SPEAKS: Final = SAYS | finite_forms(ONLY_DIRECT)
OBJECTS: Final = finite_forms(OBJECT)
CALLS: Final = finite_forms(CALLING)
SAYING: Final = ing_forms(CLAUSE)
CALLING_ING: Final = ing_forms(CALLING)
NOUNS_TOO: Final = frozenset(
    """
    report reports claim claims note notes estimate estimates forecast forecasts hope hopes fear
    fears state states comment comments promise promises reply answer answers guess remark remarks
    demand demands stress point points project projects post posts offer offers call calls doubt
    doubts rule rules reason reasons charge charges bet bets signal signals pledge pledges vow vows
    laugh sigh smile shrug shot cry laughs smiles hold value term terms brand brands label labels
    attack attacks praise blame play plays talk talks venture ventures mention go boast joke jokes
    hint hints worry worries protest protests thought caution warning put hit think respond feel
    hits puts lament counter shoot welcome regret dispute disputes
    """.split()
)
"""Forms that are nouns as often: behind an article or an adjective they are no verb."""

BE: Final = frozenset("is are was were be been being am ’s ’re".split())
HAVE: Final = frozenset("has have had having".split())
MODALS: Final = frozenset(
    """
    will would can could may might must should shall cannot can’t won’t wouldn’t couldn’t can't
    won't wouldn't couldn't shouldn’t shouldn't
    """.split()
)
DO: Final = frozenset(
    "do does did don’t doesn’t didn’t don't doesn't didn't isn’t isn't aren’t aren't wasn’t "
    "wasn't weren’t weren't hasn’t hasn't haven’t haven't hadn’t hadn't".split()
)
AUXILIARIES: Final = BE | HAVE | MODALS | DO
_COMMON: Final = finite_forms(
    """
    buy/bought sell/sold take/took get/got give/gave make/made go/went come/came become/became
    begin/began bring/brought build/built break/broke choose/chose cut/cut draw/drew drive/drove
    fall/fell find/found fly/flew grow/grew hold/held keep/kept know/knew lay/laid lead/led
    leave/left lend/lent let/let lie/lay lose/lost mean/meant meet/met pay/paid put/put quit/quit
    read/read rise/rose run/ran see/saw seek/sought send/sent set/set show/showed shut/shut
    sink/sank speak/spoke spend/spent stand/stood strike/struck sue throw/threw
    understand/understood win/won withdraw/withdrew want need plan own produce employ remain seem
    look include operate use work start stop/stopped open close move turn help try/tried like call
    appear continue raise order supply sign join invest acquire deliver agree offer decide hire
    launch fail cost/cost earn double belong have live owe walk cancel approve develop jump/jumped
    drop/dropped refuse accept face manage back receive provide create allow
    enter strengthen merge compete consist exceed serve borrow arise/arose attract gain lack reach
    intend prefer consider rely depend suffer deserve exist differ strive/strove thrive contain
    involve require enable ensure prevent
    """.split()
)
_NO_VERBS: Final = frozenset(
    """
    need indeed speed feed seed breed exceed succeed proceed bed red hundred shed sled weed embed
    unlisted limited united
    """.split()
)
FINITE: Final = (
    AUXILIARIES
    | {form for form in SAYS if form not in NOUNS_TOO}
    | {form for form in _COMMON if form not in NOUNS_TOO and form not in
       """lead like plan work use order set open close show start stop move turn need help run cut
       drop back face offer look own supply launch sign call buy sale lay let like left lost led
       found orders plans works uses starts stops moves turns needs looks calls offers shows runs
       cuts drops means costs faces opens signs lives jumps backs draws cost lives""".split()}
)  # fmt: skip
"""Words that are finite verbs wherever they stand, or nearly."""
BARE: Final = frozenset(
    """
    plan plans need needs want show shows run runs cost costs mean means look looks order orders
    work works use uses start starts open opens face faces offer offers call calls own cut lead let
    lost led found left set rents aims focuses struggles benefits
    """.split()
)
"""Forms that are finite behind a noun or a pronoun, not behind an article."""


def is_past(word: str) -> bool:
    """Whether a word looks like a regular past form: `reported`."""
    return len(word) > 4 and word.endswith("ed") and word not in _NO_VERBS
