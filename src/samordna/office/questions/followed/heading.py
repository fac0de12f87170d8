"""What is each row expected to cost, by whom, from what else could it be proposed, and what was frozen before?"""

from collections.abc import Iterator
from dataclasses import dataclass

from samordna.domain.document import Table
from samordna.domain.plan.forecast import ForecastNumber, FrozenForecast, Ground, Proposal
from samordna.domain.plan.frozen_table import followed_numbers, frozen_table
from samordna.domain.plan.proposal import proposals
from samordna.domain.plan.register import Kind, RegisterRow
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.office.questions.followed.forecast import accuracy_of, forecast_now, grounds_for
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store.plan_rows import FORECAST, Said, histories_of


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """A row with its number as it stands, what can be proposed for it, and all that people have said of it.

    ``said`` is latest first; the first of it holds, and None there took back what stood. ``proposals`` are most to be
    trusted first: the first of them stands when nobody has said anything.
    """

    row: RegisterRow
    number: ForecastNumber | None
    proposals: tuple[Proposal, ...]
    said: tuple[Said[ForecastNumber | None], ...] = ()

    @property
    def seen(self) -> int:
        """The line of the journal that says how it stands, 0 when nobody has said anything."""
        return self.said[0].number if self.said else 0

    @property
    def is_said(self) -> bool:
        """Tell whether a person has said something that holds: a number, a comment, or both."""
        return bool(self.said) and self.said[0].value is not None

    @property
    def ground(self) -> Ground | None:
        """What the number rests on; None for a person's own."""
        if self.number is None:
            return None
        return next((one.ground for one in self.proposals if one.amount == self.number.amount), None)


@dataclass(frozen=True, slots=True)
class ForecastGroup:
    """The rows of a group; ``total`` is None while one of them has no number."""

    name: str
    rows: tuple[ForecastRow, ...]

    @property
    def total(self) -> Ore | None:
        """What they are expected to cost together."""
        return _total(self.rows)


@dataclass(frozen=True, slots=True)
class FrozenListed:
    """A forecast that was frozen, by its number in the year: who froze it, and what its followed rows came to."""

    number: int
    said: Said[FrozenForecast]
    total: Ore


@dataclass(frozen=True, slots=True)
class ForecastShown:
    """The forecast of a fiscal year as it stands, group by group, and those that were frozen, latest first."""

    year: Period
    groups: tuple[ForecastGroup, ...]
    frozen: tuple[FrozenListed, ...]

    @property
    def rows(self) -> tuple[ForecastRow, ...]:
        """Every row, in the register's order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def total(self) -> Ore | None:
        """What all rows are expected to cost; None while one of them has no number."""
        return _total(self.rows)

    def row(self, key: str) -> ForecastRow | None:
        """Return the row with a key, None when there is none."""
        return next((one for one in self.rows if one.row.key == key), None)


@dataclass(frozen=True, slots=True)
class FrozenShown:
    """A frozen forecast beside today's and, when the year is over, beside what it became."""

    listed: FrozenListed
    table: Table


def forecast_shown(year: Period) -> ForecastShown:
    """Return the forecast of a fiscal year as it stands."""
    plan, stands = plan_held().plan, forecast_now(year)
    grounds, said = grounds_for(year), histories_of(FORECAST, year)
    register = plan.register
    groups = (
        ForecastGroup(
            group.name,
            tuple(
                ForecastRow(row, stands.of(row.key), proposals(row, grounds) if grounds else (), said.get(row.key, ()))
                for row in register.in_group(group.id)
                if row.kind is not Kind.OUTSIDE and (row.valid_in(year) or stands.of(row.key))
            ),
        )
        for group in register.groups
    )
    return ForecastShown(year, tuple(group for group in groups if group.rows), tuple(_frozen(year)))


def frozen_shown(year: int, number: int) -> FrozenShown | None:
    """Return a forecast that was frozen, by the year that its fiscal year ends in and its number; None without one."""
    said = (one for one in plan_held().frozen if one.period.last // 100 == year and int(one.key) == number)
    found = next(said, None)
    if found is None:
        return None
    turned_out, today = accuracy_of(found.value), forecast_now(found.period)
    table = frozen_table(found.value, today, turned_out, plan_held().plan.register)
    return FrozenShown(_listed(found), table)


def _frozen(year: Period) -> Iterator[FrozenListed]:
    """Yield what was frozen in a year, latest first."""
    for said in reversed(plan_held().frozen):
        if said.period == year:
            yield _listed(said)


def _listed(said: Said[FrozenForecast]) -> FrozenListed:
    numbers = followed_numbers(said.value, plan_held().plan.register)
    return FrozenListed(int(said.key), said, sum(one.amount for one in numbers))


def _total(rows: tuple[ForecastRow, ...]) -> Ore | None:
    numbers = [row.number for row in rows]
    known = [number.amount for number in numbers if number]
    return sum(known) if len(known) == len(numbers) else None
