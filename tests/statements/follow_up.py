"""A follow-up to try things on: a form of groups, a ledger with cost centres, and a plan."""

from tests.statements.ledger import books, layout

from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.plan.agreement import Contribution
from samordna.domain.plan.budget import Budget, BudgetNumber, Decision, Revision
from samordna.domain.plan.forecast import Forecast, ForecastNumber
from samordna.domain.plan.plan import Plan
from samordna.domain.plan.register import BudgetLine, CostCentre, EarlierCode, Group, Kind, Merge, Register
from samordna.domain.statements.lay_out import Statements, lay_out
from samordna.domain.statements.reading import Reading
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period

YEAR, BEFORE, SPRING = Period(202401, 202412), Period(202301, 202312), Period(202401, 202404)

FORM = """
[bridge]
follow_up = "enheter:total"
net_cost = "income:netto"
contributions = "income:bidrag"
financial = ["income:ranta"]
result = "income:resultat"
equity = "balance:sum_ek"

[outlook]
floor = "mal:lagsta"

[[statement]]
id = "income"
kind = "income"
title = "Resultat"
unit = "kr"
shows = "credit"
measure = "movement"
answers_for = ["I", "K"]
columns = [{ id = "actual", label = "{short}" }]
lines = [
  { id = "projekt", label = "Projektmedel", accounts = "35*" },
  { id = "kostnader", label = "Kostnader", accounts = "5*", planned = "enheter:total" },
  { id = "netto", label = "Nettokostnad", sum = "above" },
  { id = "bidrag", label = "Bidrag", accounts = "30*" },
  { id = "ranta", label = "Ränta", accounts = "83*" },
  { id = "ej", label = "Ej fördelat", unassigned = ["I", "K"] },
  { id = "resultat", label = "Periodens resultat", sum = "above", kind = "result" },
]

[[statement]]
id = "balance"
kind = "balance"
title = "Ställning"
unit = "kr"
measure = "closing"
columns = [{ id = "closing", label = "{end}" }]
lines = [
  { id = "ek", lines = [
    { id = "kapital", label = "Kapital", accounts = "20*", shows = "credit" },
    { id = "arets", label = "Periodens resultat", line = "income:resultat", shows = "credit" },
    { id = "sum_ek", label = "Eget kapital", sum = "group", shows = "credit" },
  ] },
]

[[statement]]
id = "mal"
kind = "keyfigures"
title = "Mål"
unit = "kr"
columns = [{ id = "actual", label = "{end}" }]
lines = [{ id = "lagsta", label = "Lägsta eget kapital", entered = true }]

[[statement]]
id = "enheter"
kind = "follow-up"
title = "Enheter"
unit = "kr"
shows = "credit"
measure = "movement"
columns = [
COLUMNS
]
lines = [
LINES
]
"""
COLUMNS = """
  { id = "actual", label = "{short}" },
  { id = "previous", label = "{short}", span = "compare" },
"""
LINES = """
  { each_cost_centre = "stab", accounts = "3*..8*, !30*" },
  { each_cost_centre = "insatser", accounts = "3*..8*, !30*" },
  { unplaced_cost_centres = true, accounts = "3*..8*, !30*" },
  { id = "total", label = "Summa", sum = "group", kind = "result" },
"""

LEDGER = books(
    """
account                   opening  2023-01  2023-03
1930 T Bank                  1000      500     -600
2010 S Kapital              -1000        .        .
3010 I Bidrag                   .     -900        .
3010 I Bidrag 1:900             .     -900        .
5010 K Insatser                 .      400      600
5010 K Insatser 1:10            .      100      100
5010 K Insatser 1:10 6:P1       .       20        .
5010 K Insatser 1:20            .      180      200
5010 K Insatser 1:29            .      100      300
""",
    """
account                   opening  2024-01  2024-03
1930 T Bank                   900      280     -340
2010 S Kapital               -900        .        .
3010 I Bidrag                   .     -750        .
3010 I Bidrag 1:900             .     -750        .
3510 I Projektmedel             .     -100        .
3510 I Projektmedel 1:40        .     -100        .
5010 K Insatser                 .      560      340
5010 K Insatser 1:10            .       50       60
5010 K Insatser 1:10 6:P1       .       40        .
5010 K Insatser 1:20            .      300      200
5010 K Insatser 1:40            .       70       80
5010 K Insatser 1:77            .       90        .
8310 I Ränta                    .      -10        .
8310 I Ränta 1:10               .      -10        .
5020 K Porto                    .       20        .
""",
    covers_to=202404,
)
"""In 2024: 77 is a cost centre that nobody has placed; 20 kronor of postage and of insats 10 have none."""

REGISTER = Register(
    groups=(
        Group("stab", "Stab"),
        Group("insatser", "Insatser"),
        Group("projekt", "Projekt"),
        Group("ovrigt", "Övrigt"),
    ),
    rows=(
        CostCentre("10", "Kansli", "stab"),
        CostCentre("10", "Kansli, projekt ett", "stab", project="P1", valid_from=202401, remark="Betalas av staten"),
        CostCentre("20", "Granby", "insatser", earlier=(EarlierCode("29", last=202312),)),
        CostCentre("30", "Almby", "insatser"),
        BudgetLine("ovrigt", "Övrigt", "insatser"),
        CostCentre("40", "Steget", "projekt", kind=Kind.PROJECT, valid_from=202401),
        CostCentre("900", "Finansiering", "ovrigt", kind=Kind.OUTSIDE),
    ),
)
BOARD = Decision("Styrelsen § 4", "Årsbudget")


def budget(year: Period, **kronor: int) -> Budget:
    """Return a budget of one revision; ``k10_P1`` is row ``10:P1``."""
    numbers = (BudgetNumber(row.removeprefix("k").replace("_", ":"), k * 100) for row, k in kronor.items())
    return Budget(year, (Revision(BOARD, tuple(numbers)),))


PLAN = Plan(
    register=REGISTER,
    budgets=(
        budget(BEFORE, k10=900, k20=1200, k30=300),
        budget(YEAR, k10=600, k10_P1=240, k20=1500, k30=1200, ovrigt=120),
    ),
    forecasts=(
        Forecast(
            YEAR,
            202404,
            tuple(
                ForecastNumber(row, kronor * 100, "Kansliets bedömning")
                for row, kronor in {"10": 500, "10:P1": 100, "20": 1500, "30": 900, "ovrigt": 0, "40": -60}.items()
            ),
        ),
    ),
    contributions=(Contribution("Staten", YEAR, 2400_00, "Beslut 7"),),
)


def form(columns: str = COLUMNS, lines: str = LINES, **changed: str) -> str:
    """Return the form with other columns or lines of the follow-up; ``changed`` are words of it to replace."""
    text = FORM.replace("COLUMNS", columns.strip()).replace("LINES", lines.strip())
    for old, new in changed.items():
        assert old in text
        text = text.replace(old, new)
    return text


def follow_up(
    text: str = "", *, plan: Plan = PLAN, balances: Balances = LEDGER, asked: str = "2024-01..2024-04"
) -> Statements:
    """Return statements of the form for a period."""
    return lay_out(layout(text or form()), balances, Asked.of(Period.parse(asked)), plan=plan)


def reading(
    text: str = "",
    *figures: EnteredFigure,
    plan: Plan = PLAN,
    balances: Balances = LEDGER,
    asked: str = "2024-01..2024-04",
) -> Reading:
    """Return the same with what it was laid out from."""
    laid_out = lay_out(layout(text or form()), balances, Asked.of(Period.parse(asked)), figures, plan=plan)
    return Reading(laid_out, balances, figures, plan)


MERGE = Merge(("10", "10:P1"), 2023, frozenset({Scenario.ACTUAL, Scenario.BUDGET}), "Hela kansliet 2023")

NO_FINANCE = {'financial = ["income:ranta"]': "financial = []"}
"""What to change in the form so that it names no financial items."""
