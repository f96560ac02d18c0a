"""What is let and rented, lent and licensed; what is sold and rented back."""

from collections.abc import Sequence, Set
from typing import Final

from onrecord.extract.german.deals.valency import patterns
from onrecord.extract.records import Deal, Party, Source, Span
from onrecord.extract.tokens import Kind

RENTING = """\
supply an|mieten an|pachten pachten = subj:customer von:supplier bei:supplier
supply verpachten = subj:supplier an:customer dat:customer
supply ziehen um|ziehen ein|ziehen & in. ins. & gebäude turm hochhaus bürohaus neubau bürokomplex
    - früher ehemalig einstig = subj:customer gen:supplier von:supplier !
supply überlassen & etage etagen quadratmeter flächen fläche halle räume = subj:supplier
    dat:customer an:customer
supply gewinnen & mieter. ankermieter. hauptmieter. mieterin. & als. = subj:supplier obj:customer !
investment bezahlen begleichen & krediten kredit darlehen & mit. - zinsen rate = subj:investee
    gen:investor von:investor durch:investor
investment stemmen bestreiten & darlehen kredit anleihe & mit. = subj:investee gen:investor
    von:investor
investment bei|steuern & hälfte. teil. drittel. viertel. rest. geld. = subj:investor zu:investee
investment bewerten ein|nehmen & runde finanzierungsrunde kapitalrunde & unter. = subj:investee
    durch:investor !
partnership nutzen verwenden & darf. dürfen. durfte. & marke marken texte inhalte archiv =
    subj:partner gen:partner von:partner !
"""
LEASES = patterns(RENTING)
RENTED_BACK = Source("de-deal-rented-back", "1", 0.65, "what was sold is rented from who bought it")
RENTS = frozenset(
    """mietet mieten mietete mieteten least leasen leaste pachtet pachten pachtete gemietet geleast
    chartert chartern charterte miete""".split()
)
BACK = frozenset(
    """zurückgemietet zurückmietet zurückmieten zurückgeleast zurückleast zurückgepachtet
    zurückzumieten zurückzuleasen rückmiete""".split()
)
TENANTS = frozenset("mieter mieterin pächter pächterin".split())
UNREAL = frozenset("würde würden könnte könnten hätte hätten".split())
STAYING = frozenset("bleibt bleiben bleibe blieb bleib".split())
RENT: Final = Kind.of(RENTS | BACK | TENANTS, placed=False)


def rented_back(
    low: Sequence[str],
    names: Set[str],
    deals: Sequence[Deal],
    before: Deal | None,
    span: Span,
) -> Deal | None:
    """`X verkauft die Zentrale an Y und mietet sie zurück`, `... bleibt sie als Mieterin`: X rents
    from Y; the sentence has these `names` and `deals`, `before` is the deal told last."""
    words = set(low)
    if not words.isdisjoint(UNREAL):
        return None
    back = not words.isdisjoint(BACK) or ("zurück" in words and not words.isdisjoint(RENTS))
    if not back and (words.isdisjoint(TENANTS) or words.isdisjoint(STAYING)):
        return None
    if any(deal.kind == "supply" for deal in deals):
        return None
    sold = next((d for d in deals if d.kind == "acquisition"), None if deals else before)
    if sold is None or sold.kind != "acquisition" or span[0] - sold.evidence[1] > NEAR:
        return None
    roles = {p.role: p.name for p in sold.parties}
    if "acquirer" not in roles or "seller" not in roles:
        return None
    if names and roles["seller"] not in names:
        return None
    parties = Party(roles["acquirer"], "supplier"), Party(roles["seller"], "customer")
    return Deal("supply", parties, None, sold.status, sold.holder, span, RENTED_BACK)


NEAR = 250
"""The sale was told no more code points before."""
