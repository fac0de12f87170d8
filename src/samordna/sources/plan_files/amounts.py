"""How are budgets, forecasts, agreed sums and contributions read from their tables?"""

from collections.abc import Callable
from typing import Final

from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.budget import BudgetNumber, Decision, PeriodNumber, Revision
from samordna.domain.plan.forecast import Forecast, ForecastNumber
from samordna.domain.plan.profile import EVEN, Profile, Shape
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.sources.plan_files.cells import Line, amount_of, day_of, lines_of

BUDGET_HEADINGS: Final = ("Rad", "Namn", "Belopp", "Fördelning", "Beslut", "Datum", "Skäl")
PERIOD_HEADINGS: Final = ("Rad", "Namn", "Belopp", "Beslut", "Datum", "Skäl")
FORECAST_HEADINGS: Final = ("Rad", "Namn", "Belopp", "Kommentar")
AGREED_HEADINGS: Final = ("Rad", "Utförare", "Belopp", "Fördelning", "Avtal")
CONTRIBUTION_HEADINGS: Final = ("Part", "Belopp", "Prognos", "Källa")

_SHAPES: Final = {
    swedish("jämnt"): Shape.EVEN,
    swedish("som avtalet"): Shape.AGREED,
    swedish("som förra året"): Shape.LAST_YEAR,
    swedish("egna månader"): Shape.OWN,
}


def read_budget(name: str, data: bytes, problems: list[Problem]) -> tuple[Revision, ...]:
    """Return the revisions of a year: the lines of one decision are one, in the order they begin."""
    numbers: dict[Decision, list[BudgetNumber]] = {}
    for line in lines_of(name, data, BUDGET_HEADINGS, problems):
        profile = line.read("Fördelning", profile_of, EVEN)
        number = BudgetNumber(line.needed("Rad"), line.amount("Belopp"), profile)
        numbers.setdefault(_decision(line), []).append(number)
    return tuple(Revision(decision, tuple(told)) for decision, told in numbers.items())


def read_period_budget(period: Period) -> Callable[[str, bytes, list[Problem]], tuple[Revision, ...]]:
    """Return a reader of what was decided for just these months."""

    def read(name: str, data: bytes, problems: list[Problem]) -> tuple[Revision, ...]:
        numbers: dict[Decision, list[PeriodNumber]] = {}
        for line in lines_of(name, data, PERIOD_HEADINGS, problems):
            number = PeriodNumber(line.needed("Rad"), period, line.amount("Belopp"))
            numbers.setdefault(_decision(line), []).append(number)
        return tuple(Revision(decision, periods=tuple(told)) for decision, told in numbers.items())

    return read


def _decision(line: Line) -> Decision:
    return Decision(line.text("Beslut"), line.text("Skäl"), line.read("Datum", day_of, None))


def profile_of(text: str) -> Profile:
    """Return the profile of ``jämnt``, ``som förra året`` or ``egna månader: 1 1 2 …``; raises ``ValueError``."""
    words, _, weights = (part.strip() for part in text.lower().partition(":"))
    if words not in _SHAPES:
        raise ValueError(swedish("välj bland {known}").format(known=", ".join(_SHAPES)))
    try:
        return Profile(_SHAPES[words], tuple(int(weight) for weight in weights.split()))
    except ValueError as error:
        raise ValueError(swedish("månadernas andelar skrivs som hela tal med mellanslag")) from error


def read_forecast(covers_to: int) -> Callable[[str, bytes, list[Problem]], Forecast]:
    """Return a reader of the forecast of a calendar year, made from books through a month of it."""
    year = Period(covers_to // 100 * 100 + 1, covers_to // 100 * 100 + 12)

    def read(name: str, data: bytes, problems: list[Problem]) -> Forecast:
        numbers = tuple(
            ForecastNumber(line.needed("Rad"), line.amount("Belopp"), line.text("Kommentar"))
            for line in lines_of(name, data, FORECAST_HEADINGS, problems)
        )
        return Forecast(year, covers_to, numbers)

    return read


def read_agreed(year: Period) -> Callable[[str, bytes, list[Problem]], tuple[AgreedSum, ...]]:
    """Return a reader of the agreed sums of a year."""

    def read(name: str, data: bytes, problems: list[Problem]) -> tuple[AgreedSum, ...]:
        return tuple(
            AgreedSum(
                row=line.needed("Rad"),
                year=year,
                amount=line.amount("Belopp"),
                profile=line.read("Fördelning", profile_of, EVEN),
                performer=line.text("Utförare"),
                source=line.text("Avtal"),
            )
            for line in lines_of(name, data, AGREED_HEADINGS, problems)
        )

    return read


def read_contributions(year: Period) -> Callable[[str, bytes, list[Problem]], tuple[Contribution, ...]]:
    """Return a reader of what the parties contribute in a year."""

    def read(name: str, data: bytes, problems: list[Problem]) -> tuple[Contribution, ...]:
        return tuple(
            Contribution(
                party=line.needed("Part"),
                year=year,
                amount=line.amount("Belopp"),
                source=line.text("Källa"),
                expected=line.read("Prognos", amount_of, None),
            )
            for line in lines_of(name, data, CONTRIBUTION_HEADINGS, problems)
        )

    return read
