"""Which paying groups, members and key does the law itself give an association?

Lag (2003:1210) om finansiell samordning av rehabiliteringsinsatser, 5 §: the State pays half, through
Försäkringskassan and for Arbetsförmedlingen too; the regions a quarter, the municipalities a quarter.
"""

import datetime as dt
from dataclasses import replace
from typing import Final

from samordna.domain.association.association import Association
from samordna.domain.association.key import AgreedWeight, AllocationKey, Basis, GroupPart
from samordna.domain.association.members import Member, Party, PayingGroup
from samordna.domain.values.language import swedish

STATE: Final = PayingGroup("staten", swedish("Staten"))
REGIONS: Final = PayingGroup("region", swedish("Regionen"))
MUNICIPALITIES: Final = PayingGroup("kommuner", swedish("Kommunerna"))

SOURCE: Final = swedish("Lag (2003:1210), 5 §")
PAYS_FOR_BOTH: Final = swedish("Lag (2003:1210), 5 §: Försäkringskassan betalar statens hela del")

_PARTS: Final = (
    GroupPart(STATE.id, 2, Basis.AGREED),
    GroupPart(REGIONS.id, 1, Basis.AGREED),
    GroupPart(MUNICIPALITIES.id, 1, Basis.POPULATION),
)
_STATES: Final = (
    Member("fk", Party.INSURANCE.in_words, Party.INSURANCE, STATE.id),
    Member("af", Party.EMPLOYMENT.in_words, Party.EMPLOYMENT, STATE.id),
)


def with_lawful_groups(association: Association, since: dt.date) -> Association:
    """Return an association with the groups of the law, its key from a day on, and the State's two members.

    What is there already stays as it is: a group, a member or a key of that day is never written over.
    """
    groups = tuple(one for one in (STATE, REGIONS, MUNICIPALITIES) if association.group(one.id) is None)
    members = tuple(one for one in _STATES if association.member(one.code) is None)
    weights = tuple(AgreedWeight(one.code, int(one.party is Party.INSURANCE), since, PAYS_FOR_BOTH) for one in members)
    keys = () if any(one.since == since for one in association.keys) else (AllocationKey(since, _PARTS, SOURCE),)
    return replace(
        association,
        groups=(*association.groups, *groups),
        members=(*association.members, *members),
        weights=(*association.weights, *weights),
        keys=(*association.keys, *keys),
    )
