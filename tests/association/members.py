"""An association small enough to reckon by hand: the State, two regions, three municipalities."""

import datetime as dt

from samordna.domain.association.association import Association
from samordna.domain.association.key import AgreedWeight, AllocationKey, Basis, GroupPart
from samordna.domain.association.members import Member, Party, PayingGroup
from samordna.domain.association.population import PopulationCount
from samordna.domain.values.period import Period

YEAR = Period(202401, 202412)
DAY = dt.date(2023, 1, 1)
GROUPS = (PayingGroup("state", "Staten"), PayingGroup("regions", "Regioner"), PayingGroup("towns", "Kommuner"))
FK = Member("fk", "Försäkringskassan", Party.INSURANCE, "state")
MEMBERS = (
    FK,
    Member("r1", "Norra regionen", Party.REGION, "regions"),
    Member("r2", "Södra regionen", Party.REGION, "regions"),
    Member("t1", "Granby", Party.MUNICIPAL, "towns"),
    Member("t2", "Furuby", Party.MUNICIPAL, "towns"),
    Member("t3", "Ekby", Party.MUNICIPAL, "towns"),
)
KEY = AllocationKey(
    DAY,
    (
        GroupPart("state", 2, Basis.AGREED),
        GroupPart("regions", 1, Basis.AGREED),
        GroupPart("towns", 1, Basis.POPULATION),
    ),
    "Förbundsordningen 9 §",
)
WEIGHTS = tuple(AgreedWeight(code, 1, DAY, "Avtal") for code in ("fk", "r1", "r2"))
COUNTS = tuple(
    PopulationCount(code, count, dt.date(2023, 6, 30), "SCB") for code, count in (("t1", 500), ("t2", 300), ("t3", 200))
)
ASSOCIATION = Association(GROUPS, MEMBERS, (KEY,), WEIGHTS, COUNTS)
