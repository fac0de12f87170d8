"""A small association to plan for: a register, a ledger, a year."""

from collections.abc import Mapping

from tests.statements.ledger import books

from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.budget import Budget, BudgetNumber, Decision, Revision
from samordna.domain.plan.register import BudgetLine, CostCentre, EarlierCode, Group, Kind, Merge, Register
from samordna.domain.values.period import Period

YEAR = Period(202401, 202412)
SPRING = Period(202401, 202404)
BOARD = Decision("Styrelsen § 41", "Årsbudget")

REGISTER = Register(
    groups=(Group("verksamhet", "Verksamhet"), Group("projekt", "Projekt")),
    rows=(
        CostCentre("1010", "Kansli", "verksamhet"),
        CostCentre("1010", "Kansli, projektledning", "verksamhet", project="10", valid_from=202401),
        CostCentre("3001", "Granby", "verksamhet", earlier=(EarlierCode("3002", last=202312),)),
        CostCentre("3011", "Almby", "verksamhet", performer="Almby kommun"),
        BudgetLine("investeringar", "Investeringar", "verksamhet"),
        CostCentre("4001", "Projektet Steget", "projekt", kind=Kind.PROJECT, valid_to=202312),
    ),
    merges=(Merge(("1010", "1010:10"), 2023, frozenset({Scenario.ACTUAL, Scenario.BUDGET}), "Hela kansliet 2023."),),
)

LEDGER = books(
    """
account                      2023-01  2023-04  2023-06  2023-12
1930 T Bank                     -400     -400     -800        .
5010 K Insatser                  400      400      800        .
5010 K Insatser 1:1010           100        .      100        .
5010 K Insatser 1:3001           100        .      200        .
5010 K Insatser 1:3002           200      400      500        .
""",
    """
account                      2024-01  2024-03  2024-04  2024-05
1930 T Bank                     -310     -300     -160     -100
3010 I Bidrag                    -40        .        .        .
3010 I Bidrag 1:4001             -40        .        .        .
5010 K Insatser                  350      300      160      100
5010 K Insatser 1:1010           100       60       60        .
5010 K Insatser 1:1010 6:10       30       10        .        .
5010 K Insatser 1:3001           200      200      100        .
5010 K Insatser 1:3002            10        .        .        .
""",
    covers_to=202404,
)


def budget(kronor: Mapping[str, int], *, decision: Decision = BOARD) -> Budget:
    """Return a budget for the year of one revision, in kronor."""
    return Budget(YEAR, (Revision(decision, tuple(BudgetNumber(row, k * 100) for row, k in kronor.items())),))


def read_through(balances: Balances, month: int) -> Balances:
    """Return the ledger as if its last year had been read through a month."""
    *before, last = balances.years
    changed = type(last)(last.year, last.version, month, last.opening, last.movements, last.budget)
    return Balances(balances.accounts, balances.objects, (*before, changed))
