"""A project over two years, its claims, and the books that it is held against."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from tests.statements.ledger import books

from samordna.domain.plan.projects.books import ProjectBooks, RowBooks
from samordna.domain.plan.projects.claim import Claim, ClaimEntry, ClaimState, ClaimStep, after_step
from samordna.domain.plan.projects.co_financing import CoFinancing, CoFinancingKind
from samordna.domain.plan.projects.costs import BudgetedCost, CostKind
from samordna.domain.plan.projects.earned import Earning
from samordna.domain.plan.projects.life import ProjectEntry, ProjectState
from samordna.domain.plan.projects.project import (
    ExternalProject,
    OverheadShare,
    ProjectRole,
    ProjectRow,
    Rhythm,
    RowUse,
    StaffMove,
)
from samordna.domain.plan.register import CostCentre, Group, Kind, Register
from samordna.domain.values.period import Period

Y2023, Y2024 = Period(202301, 202312), Period(202401, 202412)
MONTHS = Period(202307, 202412)
HALF = Fraction(1, 2)

REGISTER = Register(
    (Group("verksamhet", "Verksamhet"), Group("projekt", "Projekt")),
    (
        CostCentre("1010", "Kansli", "verksamhet"),
        CostCentre("3001", "Granby", "verksamhet"),
        CostCentre("4001", "Steget", "projekt", kind=Kind.PROJECT),
        CostCentre("4002", "Steget, schablon", "projekt", kind=Kind.PROJECT),
        CostCentre("4009", "Projektens bidrag", "projekt", kind=Kind.PROJECT),
    ),
)

LEDGER = books(
    """
account                      2023-07  2023-10  2023-12
1930 T Bank                     -200     -300      100
3541 I Bidrag                      .        .     -600
3541 I Bidrag 1:4009               .        .     -600
5010 K Insatser                  200      300      500
5010 K Insatser 1:4001           200      300      500
""",
    """
account                      2024-01  2024-03  2024-04
1930 T Bank                     -400     -150        .
3541 I Bidrag                      .     -250        .
3541 I Bidrag 1:4009               .     -250        .
3599 I Annat                       .     -700        .
3599 I Annat 1:4009                .     -700        .
5010 K Insatser                  400     1000        .
5010 K Insatser 1:4001           400      100        .
5010 K Insatser 1:3001             .      900        .
""",
    covers_to=202404,
)

PROJECT = ExternalProject(
    id="steget",
    name="Steget",
    funder="Fonden",
    reference="2023/7",
    period=MONTHS,
    role=ProjectRole.OWNER,
    history=(
        ProjectEntry(ProjectState.APPLIED, 2000_00, dt.date(2023, 2, 1), "Ansökan", HALF),
        ProjectEntry(ProjectState.GRANTED, 2000_00, dt.date(2023, 6, 1), "Beslut", HALF),
    ),
    rows=(ProjectRow("4001", RowUse.ACTUAL), ProjectRow("4009", RowUse.INCOME, ("3541",))),
    costs=(
        BudgetedCost(Y2023, "Personal", CostKind.ACTUAL, 1000_00),
        BudgetedCost(Y2024, "Personal", CostKind.ACTUAL, 1500_00),
        BudgetedCost(Y2024, "Indirekta kostnader", CostKind.FLAT_RATE, rate=Fraction(2, 5)),
    ),
    co_financing=(
        CoFinancing(Y2024, "Kommunerna", CoFinancingKind.TIME, hours=4, rate=225_00),
        CoFinancing(Y2023, "Regionen", CoFinancingKind.MONEY, 600_00),
        CoFinancing(Y2023, "", CoFinancingKind.OWN, 500_00),
    ),
    moves=(StaffMove(Y2024, "1010", "4001", 300_00, "Projektledning"),),
    overhead=(OverheadShare(Y2024, 50_00),),
    rhythm=Rhythm(claim_months=6, payment_lag=2),
)


def claim(number: int, months: Period, amount: int, *, costs: int | None = None, day: dt.date | None = None) -> Claim:
    """Return a claim of an amount in kronor, of costs that the amount is half of."""
    entry = ClaimEntry(ClaimState.CLAIMED, amount * 100, day or dt.date(months.last // 100, months.last % 100, 28))
    return Claim("steget", number, months, (costs if costs is not None else amount * 2) * 100, 0, 0, (entry,))


def approved(one: Claim, amount: int, *, paid: int | None = None) -> Claim:
    """Return a claim approved a month after its months, and paid the month after that."""
    day = one.history[-1].day + dt.timedelta(days=31)
    step = after_step(one, ClaimStep.APPROVE, amount * 100, day, "Beslut")
    return step if paid is None else after_step(step, ClaimStep.PAY, paid * 100, day + dt.timedelta(days=31), "Konto")


def earning(*claims: Claim, project: ExternalProject = PROJECT) -> Earning:
    """Return the earning of the project by its books."""
    return Earning.of(ProjectBooks(project, RowBooks(REGISTER, LEDGER)), claims)


def other(**changed: object) -> ExternalProject:
    """Return the project with something else."""
    return replace(PROJECT, **changed)  # type: ignore[arg-type]


def plain(text: str) -> str:
    """Return a text with spaces that can be typed."""
    return text.replace("\u00a0", " ")
