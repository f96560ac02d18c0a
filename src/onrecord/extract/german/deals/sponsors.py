"""Who pays a club or an event for its name, and with whom it advertises."""

from onrecord.extract.german.deals.valency import patterns

SPONSORING = """\
partnership sponsor hauptsponsor trikotsponsor namenssponsor ärmelsponsor namensgeber sponsorvertrag
    sponsorenvertrag sponsoring sponsoringvertrag - anteil prozent = subj:partner obj:partner
    gen:partner von:partner mit:partner bei:partner für:partner an:partner
partnership sponsern sponsert sponserte gesponsert = subj:partner obj:partner von:partner
    durch:partner
partnership werben wirbt warb geworben & trikot trikots brust ärmel bande & auf. = subj:partner
    gen:partner von:partner bei:partner
partnership geben & namen. & stadion arena halle hallen = subj:partner gen:partner von:partner
    dat:partner !
"""
SPONSORS = patterns(SPONSORING)
