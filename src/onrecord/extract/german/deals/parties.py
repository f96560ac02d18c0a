"""Who takes part in a deal, and as what: the places of a pattern filled with what is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.extract.german.deals.traits import Wording, trait
from onrecord.extract.german.deals.voice import BEING, OFFERED, PASSIVE, is_passive
from onrecord.extract.german.deals.words import Pattern
from onrecord.extract.german.grammar.verbs import forms_of
from onrecord.extract.records import Party

ACQUIRING = tuple(
    """übern erwirb erwarb erworben kauf gekauft abgekauft abkauf abnimmt abgenommen""".split()
)
"""Who does so with a share gets it from whoever has it."""
BUYER = "käufer"
"""The place behind `Käufer ist`, `neuer Eigentümer wird`."""
INVITING = frozenset("eingeladen einlud lud gebeten bat aufgefordert gedrängt drängte".split())
EXAMINING = frozenset(
    form
    for verb in """prüfen ab|lehnen an|nehmen akzeptieren erhalten bekommen vor|liegen bewerten
    empfehlen verwerfen ab|weisen zurück|weisen aus|schlagen verschmähen billigen
    begrüßen""".split()
    for form in frozenset().union(*forms_of(verb)[:2])
) - frozenset("nehmen lehnen".split())
"""What one does with the offer of somebody else."""
ORDERS = frozenset("auftrag aufträge großauftrag bestellung bestellungen order orders".split())
LETTING = frozenset("lässt ließ lassen ließen holte holt".split())
ASIDE = frozenset("nach laut gegen wegen trotz neben vor über unter seit gemäß statt außer".split())
MONEYED = (
    "capital", "ventures", "partners", "equity", "invest", "investment", "investments", "fund",
    "fonds", "growth", "holdings", "kapital", "bank", "management",
)  # fmt: skip
GIVING = frozenset("seller target investee".split())
"""Who sells what: to whom is not told."""
BIDDING = frozenset("geboten bietet bieten bot boten biete".split())
BIDDERS = ("kaufinteressent", "interessent", "bieter", "kaufwillig")
"""`Mit X gibt es einen Interessenten`: X is one."""
FORCED = frozenset("investor investee supplier customer acquirer target".split())
PART = "part"
"""The place behind `das Pumpengeschäft der`: who owns a part of its business."""
OWNER = "owner"
"""The place of a company whose part, named by no name, is sold."""
FROM_OWNER = "von eigentümer"
"""The place behind `vom Eigentümer`: who sells, where something is sold."""
LEAD = "lead"
"""The place behind `unter Führung von`."""
SHARE = "share"
"""The place behind `ihre Beteiligung an`, `20 Prozent an`."""
SHARE_OF = "share of"
"""The place behind `ihre Beteiligung an der`: whose share it is, and not who gets it."""
STAKES = ("beteiligung", "anteil", "anteile", "anteilen", "prozent", "paket", "mehrheit", "aktien",
          "minderheit", "anteilspaket")  # fmt: skip


_ACQUIRES = trait(begins=ACQUIRING)


@dataclass(slots=True)
class Mention:
    """A company named at token `at`, with what governs it: a preposition, `gen`, `dat`, `obj` or
    `subj` where the article tells, else nothing. `joined`: by `und` to the one before."""

    name: str
    place: str
    at: int = -1
    joined: bool = False


def parties_of(
    pattern: Pattern,
    word: str,
    mentions: Sequence[Mention],
    clause: Wording,
    owned: bool = False,
) -> tuple[Party, ...]:
    """The parties with their roles, in the order of the text; `owned`: what changes hands has no
    name and belongs to one of them."""
    places = {mention.place for mention in mentions}
    low, roles = clause.words, _roles(pattern, word, mentions, places, clause)
    found: dict[str, str] = {}
    subject_taken = "subj" in places
    acting = not {"", "subj"}.isdisjoint(places)
    getting = acting and clause.traits & _ACQUIRES != 0
    asset = owned
    becoming = word.startswith(("tochter", "bestandteil"))
    if asset and pattern.kind == "acquisition" and roles.get("subj") == "target" and not becoming:
        roles["subj"] = "seller"
    for mention in mentions:
        role = _role(mention, roles, places, found, subject_taken, asset, getting)
        subject_taken = subject_taken or mention.place == ""
        if role and mention.name not in found:
            found[mention.name] = role
    _fronted(found, mentions)
    if len(found) > 2 and clause.traits & _TOGETHER:
        found = _without_venture(found, mentions)
    found = _sides(found, roles, mentions, asset)
    if asset and not BIDDING.isdisjoint(low):
        found = _asked(found, mentions)
    return tuple([Party(name, role) for name, role in found.items()])


def _asked(found: dict[str, str], mentions: Sequence[Mention]) -> dict[str, str]:
    """`X bietet Y 25 Millionen Euro für das Paket`: Y sells it."""
    bare = {m.name for m in mentions if m.place in ("", "dat", "obj")}
    if len(found) != 2 or set(found.values()) != {"acquirer", "target"}:
        return found
    return {n: "seller" if r == "target" and n in bare else r for n, r in found.items()}


def _fronted(found: dict[str, str], mentions: Sequence[Mention]) -> None:
    """`Von X erwirbt Y die Z`, `mit X über den Kauf der Z`: of two that are given, X gives."""
    if len(found) < 2:
        return
    given = [name for name, role in found.items() if role == "target"]
    if len(given) != 2:
        return
    for mention in mentions:
        if mention.name in given and mention.place in ("von", "mit") and not mention.joined:
            found[mention.name] = "seller"
            return


def _without_venture(found: dict[str, str], mentions: Sequence[Mention]) -> dict[str, str]:
    """`X und Y betreiben gemeinsam Z`: Z is what they share."""
    shared = next((m.name for m in mentions if m.place == "obj" and not m.joined), "")
    partners = set(found.values()) == {"partner"}
    return {n: r for n, r in found.items() if n != shared} if partners else found


def one_sided(parties: Sequence[Party]) -> bool:
    """Whether all parties of a deal with two sides are on the same one."""
    if len(parties) == 1:
        return parties[0].role != "partner"
    roles = {p.role for p in parties}
    return roles <= GIVING or (len(roles) < 2 and parties[0].role != "partner")


def _role(
    mention: Mention,
    roles: dict[str, str],
    places: set[str],
    found: dict[str, str],
    taken: bool,
    asset: bool,
    getting: bool,
) -> str:
    place = mention.place
    if place == FROM_OWNER:
        place = "=seller" if "seller" in roles.values() else "von"
    if place[:1] == "=":
        return place[1:] if place[1:] in roles.values() or place[1:] in FORCED else ""
    if place in ASIDE and place not in roles:
        return ""
    if mention.joined and found:
        return list(found.values())[-1]
    if place == "":
        place = "obj" if taken else "subj"
    if place == "gen" and roles.get("gen") == roles.get("obj") and _object_elsewhere(places, roles):
        if getting and roles.get("obj") == "investee":
            return "seller"
        place = "subj"
    if place == PART and PART in roles:
        return roles[PART]
    if place == PART:
        if roles.get("gen") == "customer" and not places.isdisjoint(("an", "dat")):
            return roles["subj"]
        sides = roles.values()
        selling = roles.get("gen") in ("target", "acquirer") or "seller" in sides
        selling = selling or ("target" in sides and "acquirer" in sides)
        place = PART if selling else "gen"
    if place == SHARE and roles.get("an") == "acquirer" and "an" not in places:
        place = "an"
    if place == LEAD:
        leads = [r for r in ("investor", "acquirer") if r in roles.values()]
        return leads[0] if leads else roles.get("subj", "")
    if place in (SHARE, SHARE_OF):
        whole = next((r for r in ("investee", "target") if r in roles.values()), "")
        return whole or roles.get("an" if roles.get("obj") == "partner" else "obj", "")
    if place == OWNER and "customer" in roles.values():
        place = "obj"
    if place in _OF_SALES and roles.get("obj") == "partner":
        return "partner"
    role = _OF_SALES.get(place) or roles.get(place, "")
    return _or_seller(role, place, roles, places, found, asset, getting)


def _or_seller(
    role: str,
    place: str,
    roles: dict[str, str],
    places: set[str],
    found: dict[str, str],
    asset: bool,
    getting: bool,
) -> str:
    """The role of a place, or that of who sells, where another stands for it already."""
    if role == "acquirer" == roles.get("an") and place == "dat" and "an" in places:
        return "seller"
    if role == "investor" == roles.get("subj") and place in ("von", "gen", "dat"):
        return "seller" if getting else role
    if role == "target" and place == "von" and "target" in found.values():
        return "seller"
    if role == "target" and place == "von" and asset and not {"obj", "gen"} & places:
        return "seller"
    if (
        role == "seller"
        and place == "von"
        and not asset
        and "target" not in found.values()
        and "" not in places
    ):
        return "target" if "obj" not in places else role
    return role


BORROWED = ("geliehen", "geborgt")
_OF_SALES = {BUYER: "acquirer", PART: "seller", OWNER: "seller"}


def _object_elsewhere(places: set[str], roles: dict[str, str]) -> bool:
    """`Einstieg der X bei Y`: with Y in the place of the object, X is the subject."""
    wanted = roles.get("obj")
    if not places.isdisjoint((SHARE, SHARE_OF)) and wanted == "investee":
        return True
    return any(roles.get(p) == wanted for p in places if p not in ("gen", "obj", "", "von", "subj"))


def _roles(
    pattern: Pattern,
    word: str,
    mentions: Sequence[Mention],
    placed: set[str],
    clause: Wording,
) -> dict[str, str]:
    low, roles = clause.words, dict(pattern.roles)
    subject, target = roles.get("subj", ""), roles.get("obj", "")
    offered = word.startswith(OFFERED) and roles.get("gen") != "acquirer"
    if offered and "nach" in placed and "auch" in low:
        roles.pop("nach", None)  # `nach X hat auch Y ein Gebot abgegeben`
    if offered:
        roles |= {"gen": subject, "von": subject}
        if not placed.isdisjoint(("gen", "von")) and not EXAMINING.isdisjoint(low):
            roles["subj"] = target if placed.isdisjoint(("für", "an", "um")) else "seller"
    asked = word.startswith("einst") and not EXAMINING.isdisjoint(low) and "gen" in placed
    if asked and target == "investee" and placed.isdisjoint(("an", "bei", "in", SHARE)):
        roles |= {"gen": subject, "subj": target}
    if word.startswith(BIDDERS) and "mit" in placed and subject == "acquirer":
        roles["mit"] = subject
    spoken = clause.traits & _SPOKEN and not PASSIVE.isdisjoint(low)
    if (
        spoken
        and "mit" in placed
        and placed.isdisjoint(("", "subj"))
        and "acquirer" in roles.values()
    ):
        roles["mit"] = "acquirer"  # `mit X wird über den Kauf gesprochen`
    if subject == "investor" and word in BORROWED and not placed.isdisjoint(("von", "bei")):
        roles |= {"subj": target, "von": subject, "bei": subject}  # `hat von X Geld geliehen`
    letting = word.startswith("einsteig") and not LETTING.isdisjoint(low)
    if target not in ("", "partner") and (letting or clause.traits & _INVITING):
        roles |= {"subj": target, "obj": subject}
    elif (
        target != "partner"
        and clause.traits & _UNDERGOING
        and is_passive(word, low, subject in AGENTS or _undergone(roles, target))
    ):
        agent = subject
        goods = "customer" if subject == "supplier" else subject
        roles |= {"subj": target or goods, "obj": subject, "von": agent, "durch": agent}
        if pattern.kind == "supply" and roles.get("bei") == "supplier":
            roles["obj"] = "supplier"
    through = "durch" in placed and roles.get("durch") == subject
    if through and target not in ("", "partner", subject):
        taken = any(roles.get(p) == target for p in placed)
        roles["subj"] = roles["subj"] if taken else target
    return _shared(pattern, word, mentions, placed, clause, roles)


def _shared(
    pattern: Pattern,
    word: str,
    mentions: Sequence[Mention],
    placed: set[str],
    clause: Wording,
    roles: dict[str, str],
) -> dict[str, str]:
    """The roles where a noun has its own subject behind it, or several act together."""
    low = clause.words
    subject, target = pattern.roles.get("subj", ""), pattern.roles.get("obj", "")
    entering = word.startswith("einstieg") and "gen" in placed and target == "investee"
    entering = entering and subject == roles.get("gen") and placed.isdisjoint(_INTO)
    if entering and any(a.startswith("einstieg") and b in _WHOSE for a, b in pairwise(low)):
        roles["subj"] = target  # `X bestätigte den Einstieg des Fonds Y`
    ordered = roles.get("gen") == roles.get("subj") == "customer"
    if ordered and "gen" in placed and not ORDERS.isdisjoint(low):
        roles["subj"] = "supplier"
    together = clause.traits & _TOGETHER
    if pattern.kind == "investment" and "mit" in placed and not together:
        roles |= _with_partner(mentions, roles)
    if pattern.kind == "investment" and "auch" in low and subject == "investor":
        roles["neben"] = subject
    if together and subject and target != "partner":
        roles["mit"] = subject
    return roles


_TOGETHER = trait(("gemeinsam", "zusammen"))
_SPOKEN = trait(("gesprochen", "verhandelt"))
_INVITING = trait(INVITING)
_UNDERGOING = trait(PASSIVE | BEING)


_INTO = frozenset(("an", "bei", "in", "zu", "von", "durch", SHARE, SHARE_OF))
"""Places of what somebody invests in."""
_WHOSE = frozenset(("der", "des"))


def _undergone(roles: dict[str, str], target: str) -> bool:
    """Whether the object acts in the deal, `gewinnt X als Investor`, and no `von` tells it."""
    return target in AGENTS and roles.get("von") != target


def _with_partner(mentions: Sequence[Mention], roles: dict[str, str]) -> dict[str, str]:
    """`verhandelt mit Tarn Capital über einen Einstieg`: who looks like money invests."""
    if "mit" in roles:
        return {}
    other = next(m for m in mentions if m.place == "mit")
    subject = next((m for m in mentions if m.place in ("", "subj")), None)
    if not {"in", "an", "bei", SHARE, SHARE_OF}.isdisjoint(m.place for m in mentions):
        buys = subject is not None and (_moneyed(subject.name) or not _moneyed(other.name))
        return {"mit": "seller"} if buys else {"mit": "investor", "subj": "seller"}
    if subject is not None and _moneyed(subject.name) and not _moneyed(other.name):
        return {"mit": "investee"}
    return {"mit": "investor", "subj": "investee"}


def _moneyed(name: str) -> bool:
    return name.split()[-1].lower().endswith(MONEYED)


def _sides(
    found: dict[str, str],
    roles: dict[str, str],
    mentions: Sequence[Mention],
    asset: bool,
) -> dict[str, str]:
    """Two parties on one side: the later one is the other side, unless `und` joins them."""
    subject, target = roles.get("subj", ""), roles.get("obj", "")
    if len(found) != 2 or len(set(found.values())) != 1 or target in ("", "partner", subject):
        if (
            not asset
            and _sells_itself(found)
            and roles.get("dat") != "seller"
            and all(m.place not in ("=seller", OWNER) for m in mentions)
        ):
            return {n: "target" if r == "seller" else r for n, r in found.items()}
        return found
    if any(m.joined for m in mentions) and subject != "supplier":
        return found
    first, last = found
    parted = asset and target == "target" and found[first] == subject
    target = "seller" if parted else target
    return {first: found[first], last: target if found[first] == subject else subject}


def _sells_itself(found: dict[str, str]) -> bool:
    """A seller and a buyer, and nothing else that might be what is sold."""
    return len(found) == 2 and set(found.values()) == {"seller", "acquirer"}


AGENTS = frozenset("acquirer investor supplier seller customer".split())
