"""Who pays in a year small enough to reckon by hand: shares of the plan, parties, and the ledger they are booked in."""

import datetime as dt
from dataclasses import replace

from tests.association.members import ASSOCIATION, YEAR
from tests.plan.financing.years import DECIDED, allotment, entry, framed
from tests.statements.ledger import books

from samordna.domain.association.association import Association
from samordna.domain.association.members import Member, Party
from samordna.domain.plan.agreement import Contribution
from samordna.domain.plan.contributions.payers import Payers, payers_by_party, payers_of_shares
from samordna.domain.plan.contributions.planning import ContributionYear, contribution_year
from samordna.domain.plan.contributions.requisition import Requisition, RequisitionAct, RequisitionStep, after
from samordna.domain.plan.contributions.rules import NO_RULES, ContributionRules
from samordna.domain.plan.financing.shares import Shares, shares_of
from samordna.domain.plan.financing.year import YearFinancing
from samordna.domain.values.period import Period

DAY = dt.date(2024, 1, 2)
AF = Member("af", "Arbetsförmedlingen", Party.EMPLOYMENT, "state")
BOTH = replace(
    ASSOCIATION,
    members=(*ASSOCIATION.members, AF),
    weights=(*ASSOCIATION.weights, replace(ASSOCIATION.weights[0], member="af")),
)
"""The association with both of the State's members."""
PARTIES = (
    Contribution("Staten", YEAR, 12_000_00, "Beslut 7"),
    Contribution("Regionen", YEAR, 6_000_00, "Beslut 8"),
    Contribution("Kommunerna", YEAR, 6_000_00),
)
LEDGER = books(
    """
account                      2024-01  2024-02  2024-03
1930 T Bank                     2000     2000     2000
3510 I Staten                  -1000    -1000    -1000
3520 I Kommuner                 -500     -500     -500
3520 I Kommuner 1:900           -500     -500     -500
3530 I Regionen                 -500     -500     -500
""",
    covers_to=202403,
)
SPRING = Period(202401, 202403)


def shares(kronor: int = 24_000, association: Association = ASSOCIATION) -> Shares:
    """Return a year shared out: half the State, a quarter the regions, a quarter the towns by population."""
    return shares_of(association, framed(kronor), DECIDED)


def allotted(*groups: tuple[str, int], association: Association = ASSOCIATION) -> Shares:
    told = tuple(allotment(group, entry(DECIDED, kronor)) for group, kronor in groups)
    return shares_of(association, YearFinancing(YEAR, told), DECIDED)


def by_party(rules: ContributionRules = NO_RULES, made: tuple[Requisition, ...] = ()) -> ContributionYear:
    return contribution_year(payers_by_party(PARTIES, YEAR), rules, made, YEAR)


def of_members(
    rules: ContributionRules = NO_RULES, made: tuple[Requisition, ...] = (), association: Association = ASSOCIATION
) -> ContributionYear:
    payers: Payers = payers_of_shares(shares(association=association), rules)
    return contribution_year(payers, rules, made, YEAR)


def requested(of: ContributionYear, payer: str, months: int = 1, *, first: int = 1) -> tuple[Requisition, ...]:
    """Return the first planned requisitions of a payer, requested under numbers from ``first`` on."""
    asked = of.asked_of(payer)
    assert asked is not None
    return tuple(
        after(replace(one, number=number), RequisitionAct(RequisitionStep.REQUEST, DAY))
        for number, one in enumerate(asked.planned[:months], start=first)
    )
