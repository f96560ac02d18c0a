"""Companies and deals for the tests of the rules: names, and makers of what a sentence tells."""

from onrecord.article import Article
from onrecord.extract.protocol import load

K, L, N, Q = "Korvat AG", "Lumetra GmbH", "Nordhafen SE", "Quantel Systems"
M, T = "Merkurbank", "Tarn Capital"


def two_sided(kind, first, second):
    """A maker of expectations: names in the first role, names in the second."""

    def make(one, *others):
        names = [one] if isinstance(one, str) else one
        return kind, {(n, first) for n in names} | {(n, second) for n in others}

    return make


def equal(kind):
    """The same for kinds whose parties are all partners."""
    return lambda *names: (kind, {(n, "partner") for n in names})


def sold(acquirer, seller):
    """A part with no name that changes hands."""
    return "acquisition", {(acquirer, "acquirer"), (seller, "seller")}


inv = two_sided("investment", "investor", "investee")
sup = two_sided("supply", "supplier", "customer")
par, mer, neg = equal("partnership"), equal("merger"), equal("negotiation")


def acq(acquirer, target, seller=""):
    """An acquisition, with the seller where one is named."""
    parties = {(acquirer, "acquirer"), (target, "target")}
    return "acquisition", parties | ({(seller, "seller")} if seller else set())


def stake(investor, investee, seller):
    """A part of a company that one owner sells to another one."""
    parties = {(investor, "investor"), (investee, "investee"), (seller, "seller")}
    return "investment", parties


def found_in(text):
    deals = load("rules").extract(Article.from_text("x", text)).deals
    return [(d.kind, {(p.name, p.role) for p in d.parties}) for d in deals], deals
