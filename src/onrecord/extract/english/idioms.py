"""Several words that call a deal together, in English: `got hold of`, `set its sights on`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.extract.english.dealing import BUSINESS, Call, Places
from onrecord.extract.english.verbs import finite_forms, ing_forms
from onrecord.extract.english.words import ADVERBS

_GAP: Final = 4
"""So many words may stand where a pattern has `..`."""
_OVER: Final = frozenset(
    """catering cleaning logistics printing advertising maintenance deliveries distribution
    lease role job management responsibility leadership reins helm chair as
    order orders contract duties work""".split()
)
_FROM: Final = ["from"]
"""`took over from X`: whose place somebody takes."""
_TABLE: Final = """
acquisition subj:acquirer obj:target of:target over:target from:seller by:acquirer
  take~ control of | take~ over | taken over | take~ it over | snap~ up | gobble~ up | scoop~ up
  get~ hold of | pick~ up | buy~ out | mop~ up | hoover~ up | eye~
acquisition subj:target obj:acquirer in:acquirer
  have~ a new owner
acquisition subj:acquirer obj:target of:target over:target from:seller by:acquirer
  seize~ hold of | run~ the rule over
  have~ first refusal on | add~ .. to its portfolio | add~ .. to its stable
acquisition subj:acquirer of:target from:seller
  gain~ control of | win~ control of | seize~ control of | assume~ control of
acquisition subj:acquirer for:target
  put~ .. on the table for | make~ a play for | seal~ .. deal for | clinch~ .. deal for
  strike~ .. deal for | agree~ .. deal for | reach~ .. deal for | lay~ out .. for
  shell~ out .. for | edge over .. for | splash~ out .. for
acquisition subj:acquirer on:target
  set~ .. sights on | have~ .. eye on | have~ .. eyes on | close~ in on | splash~ out .. on
acquisition subj:acquirer of:target at:target
  kick~ the tyres
acquisition subj:target obj:acquirer
  fend~ off | fight~ off
acquisition subj:seller obj:target to:acquirer
  put~ .. up for sale | hive~ off | spin~ off .. to | part~ with | hand~ over .. to
acquisition subj:seller in:acquirer for:target obj:acquirer
  find~ .. buyer for | find~ .. owner for
acquisition subj:target obj:acquirer in:acquirer
  find~ .. owner | find~ .. buyer | find~ buyer
acquisition subj:acquirer in:target
  interested in | express~ .. interest in | show~ .. interest in | signal~ .. interest in
acquisition subj:acquirer in:target
  in the running
acquisition subj:target of:acquirer
  hands of | become~ part of | been part of | become~ a subsidiary of | become~ a unit of
  become~ a division of
acquisition subj:target to:acquirer
  go~ to | going to | belong~ to | fall~ to | sell~ itself to | pass~ to
negotiation subj:partner obj:partner with:partner to:partner including:partner
  talking to | talking with | sound~ out | sit~ down with | the negotiating table
merger subj:partner with:partner obj:partner
  join~ together
supply subj:customer from:supplier
  run~ on .. from
supply subj:supplier obj:customer poss:customer
  kit~ out | fit~ out
supply subj:supplier obj:customer
  win~ back
supply subj:customer in:supplier obj:supplier
  have~ a new supplier | find~ .. supplier
supply subj:customer on:supplier from:supplier
  rely~ on | depend~ on
partnership subj:partner with:partner
  team~ up | hook~ up | part~ ways | work~ closely with | work~ .. together
  join~ forces | work~ together | work~ with | working with | link~ up | tie~ up
  found~ .. together | set~ up .. together | launch~ .. together | develop~ .. together
  build~ .. together | run~ .. together | develop~ .. with | pool~ their | share~ their
  fall~ out with
investment subj:investor in:investee into:investee
  also participated | also joined | also took part | put~ in | buy~ into
  become~ .. shareholder | participate~ in | contribute~ .. to
investment subj:investor in:investee of:investee poss:investee for:investee
  lead~ the funding round | lead~ the round | lead~ a round
investment subj:investee from:investor
  win~ backing from | attract~ .. from
investment subj:investor obj:investee
  bail~ out | throw~ .. lifeline | hand~ .. lifeline | offer~ .. lifeline
investment subj:investor behind:investee
  throw~ .. weight behind
investment subj:investor poss:investee obj:investee by:investor
  underwrite~
"""


def _forms(verb: str) -> list[str]:
    irregular = {
        "take": "take/took", "get": "get/got", "buy": "buy/bought", "win": "win/won",
        "put": "put/put", "make": "make/made", "strike": "strike/struck", "lay": "lay/laid",
        "set": "set/set", "go": "go/went", "fall": "fall/fell", "become": "become/became",
        "sell": "sell/sold", "rely": "rely/relied", "build": "build/built", "run": "run/ran",
        "lead": "lead/led", "underwrite": "underwrite/underwrote", "have": "have/had",
        "tie": "tie/tied", "seize": "seize/seized", "find": "find/found", "fight": "fight/fought",
        "spin": "spin/spun", "throw": "throw/threw", "sit": "sit/sat",
    }  # fmt: skip
    written = irregular.get(verb, verb)
    forms = {*finite_forms([written]), *ing_forms([written])}
    extra = {"have": {"has"}, "snap": {"snapped", "snapping"}, "run": {"running"},
             "win": {"winning"}, "get": {"getting"}, "put": {"putting"}, "tie": {"tying"},
             "set": {"setting"}, "commit": {"committed"}, "mop": {"mopped", "mopping"},
             "underwrite": {"underwritten"}, "throw": {"thrown"}, "sit": {"sitting"},
             "kit": {"kitted", "kitting"}, "fit": {"fitted", "fitting"}, "eye": {"eyeing"},
             "spin": {"spinning"}, "go": {"goes", "gone"}, "fall": {"fallen"},
             "take": {"taken"}}  # fmt: skip
    return sorted(forms | extra.get(verb, set()))


@dataclass(frozen=True, slots=True)
class Idiom:
    """The words behind the first one, `..` for any few, with what they call."""

    rest: tuple[str, ...]
    call: Call


def _read() -> dict[str, list[Idiom]]:
    found: dict[str, list[Idiom]] = {}
    kind, places = "", Places()
    for line in _TABLE.strip().splitlines():
        if not line.startswith(" "):
            kind, *roles = line.split()
            places = dict(role.split(":") for role in roles)
            continue
        for pattern in line.split("|"):
            first, *rest = pattern.split()
            verb = first.removesuffix("~")
            for form in _forms(verb) if first != verb else [verb]:
                call = Call(kind, places, first != verb or verb == "taken", _base(verb, rest))
                found.setdefault(form, []).append(Idiom(tuple(rest), call))
    return found


def _base(verb: str, rest: Sequence[str]) -> str:
    if verb == "also":
        return "participate"
    return f"{verb} {rest[-1]}" if rest and rest[-1] in ("running", "round", "sale") else verb


IDIOMS: Final = _read()
"""First word → idioms."""


def idioms_at(low: Sequence[str], i: int, end: int) -> Iterator[tuple[Call, int]]:
    """(call, last token) of the idioms that begin at token i."""
    for idiom in IDIOMS.get(low[i], ()):
        last = _match(low, i, end, idiom.rest)
        if last < 0:
            continue
        if (
            "over" in idiom.rest
            and "it" not in idiom.rest
            and (_OVER.intersection(low[last + 1 : last + 3]) or low[last + 1 : last + 2] == _FROM)
            and BUSINESS.isdisjoint(low[last + 1 : last + 5])
        ):
            continue
        yield idiom.call, last


def _match(low: Sequence[str], i: int, end: int, rest: Sequence[str]) -> int:
    """The token of the last word of a pattern that begins at i, or -1."""
    k = i
    for at, word in enumerate(rest):
        if word == "..":
            continue
        gap = _GAP + 4 if at and rest[at - 1] == ".." else 1
        gap += gap == 1 and k + 1 < end and low[k + 1] in ADVERBS and word not in ADVERBS
        last = min(k + gap, end - 1)
        k += 1
        while k < last and low[k] != word:
            k += 1
        if k > last or low[k] != word:
            return -1
    return k
