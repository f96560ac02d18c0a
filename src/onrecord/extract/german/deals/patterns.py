"""What calls a deal: patterns in the order in which they are tried, the special ones first."""

from typing import Final

from onrecord.extract.german.deals.alliances import ALLIANCES, JOINT, TALKS
from onrecord.extract.german.deals.collocations import COLLOCATIONS
from onrecord.extract.german.deals.computing import COMPUTING
from onrecord.extract.german.deals.everyday import EVERYDAY
from onrecord.extract.german.deals.frames import FRAMES
from onrecord.extract.german.deals.funding import FUNDING, ORIGINS
from onrecord.extract.german.deals.idioms import IDIOMS
from onrecord.extract.german.deals.leases import LEASES
from onrecord.extract.german.deals.matters import MATTERS
from onrecord.extract.german.deals.money import CAPITAL
from onrecord.extract.german.deals.orders import ORDERS, USES
from onrecord.extract.german.deals.purchases import BIDS, TAKEOVERS
from onrecord.extract.german.deals.services import SERVICES
from onrecord.extract.german.deals.special import SPECIAL
from onrecord.extract.german.deals.sponsors import SPONSORS
from onrecord.extract.german.deals.takings import TAKINGS
from onrecord.extract.german.deals.turns import TURNS
from onrecord.extract.german.deals.words import Pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    *LEASES,
    *COMPUTING,
    *TAKINGS,
    *SPONSORS,
    *COLLOCATIONS,
    *FRAMES,
    *MATTERS,
    *IDIOMS,
    *CAPITAL,
    *SERVICES,
    *TURNS,
    *EVERYDAY,
    *SPECIAL,
    *JOINT,
    *TAKEOVERS,
    *USES,
    *ORIGINS,
    *BIDS,
    *ORDERS,
    *ALLIANCES,
    *FUNDING,
    *TALKS,
)
