"""What has been booked on a project's rows, over months of several fiscal years?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from samordna.domain.document import ComputedOrigin, LedgerOrigin, Part
from samordna.domain.ledger.balances import Balances, YearBalances
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.projects.project import ExternalProject, ProjectRow, RowUse
from samordna.domain.plan.register import PROJECT, CostCentre, Register, object_of
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period


@dataclass(frozen=True)
class RowBooks:
    """A register held against a ledger, limited to any accounts; each limit is summed once, for all projects."""

    register: Register
    balances: Balances

    def on(self, accounts: tuple[str, ...]) -> Booked:
        """Return what rows have booked on some accounts; on all of income and cost when none are told."""
        wanted = frozenset(accounts) or None
        if wanted not in self._kept:
            self._kept[wanted] = Booked(self.register, self.balances, wanted)
        return self._kept[wanted]

    @cached_property
    def _kept(self) -> dict[frozenset[str] | None, Booked]:
        return {}


@dataclass(frozen=True)
class ProjectBooks:
    """The ledger as a project asks it: by what of the project its rows hold. A cost is plus and an income minus."""

    project: ExternalProject
    books: RowBooks

    def over(self, use: RowUse, period: Period) -> Ore:
        """Return what is booked of a part of the project over months of any years; nothing of what is not read."""
        return sum(ore for month, ore in self._months[use].items() if month in period)

    @property
    def years(self) -> Iterator[YearBalances]:
        """The fiscal years of the project that a ledger tells of, the first first."""
        told = (year for year in self.books.balances.years if year.year.period.overlaps(self.project.period))
        yield from sorted(told, key=lambda year: year.year.period)

    @property
    def reaches(self) -> Month:
        """The last month that a ledger covers of the project, 0 for none at all."""
        return max((min(year.covers_to, self.project.booked.last) for year in self.years), default=0)

    def covers(self, month: Month) -> bool:
        """Tell whether a ledger tells of a month."""
        return any(month in year.covered for year in self.years)

    def unread(self, through: Month) -> tuple[Period, ...]:
        """Return the project's years until a month that no ledger tells of: what is to date lacks their part."""
        known = [year.year.period for year in self.years]
        past = (year for year in self.project.years if year.first <= through)
        return tuple(year for year in past if not any(one.overlaps(year) for one in known))

    def part(self, use: RowUse, period: Period) -> Part:
        """Return the same with where it comes from: a part a row and fiscal year."""
        parts = tuple(
            Part(f"{row.row} {months.in_words}", ore, self._origin(row, year, months))
            for row in self.project.rows_of(use)
            for year in self.years
            if (months := _shared(year.covered, period, self.project.booked))
            for ore in [sum(self._of((row,), year).get(month, 0) for month in months.months)]
        )
        rule = swedish("Bokfört på projektets rader för {what}, {period}.").format(
            what=use.in_words, period=period.in_words
        )
        return Part(use.in_words, self.over(use, period), ComputedOrigin(rule, parts))

    def _origin(self, row: ProjectRow, year: YearBalances, months: Period) -> LedgerOrigin:
        found = self.books.register.row(row.row)
        code, project = (found.code, found.project) if isinstance(found, CostCentre) else (row.row, "")
        objects = (object_of(code), *([(PROJECT, project)] if project else []))
        moved = year.movements.objects
        accounts = {
            one for (one, key), by in moved.items() if key == objects[0] and any(by.get(m) for m in months.months)
        }
        told = tuple(sorted(one for one in accounts if not row.accounts or one in row.accounts))
        results = tuple(one for one in told if not self._on_balance_sheet(one))
        return LedgerOrigin(results, months, "movement", objects, (year.version,))

    def _on_balance_sheet(self, account: str) -> bool:
        known = self.books.balances.accounts.get(account)
        return known is not None and known.kind.on_balance_sheet

    @cached_property
    def _months(self) -> Mapping[RowUse, Mapping[Month, Ore]]:
        return {use: self._all(self.project.rows_of(use)) for use in RowUse}

    def _all(self, rows: tuple[ProjectRow, ...]) -> Mapping[Month, Ore]:
        found: dict[Month, Ore] = {}
        for year in self.years:
            for month, ore in self._of(rows, year).items():
                found[month] = found.get(month, 0) + ore
        return found

    def _of(self, rows: tuple[ProjectRow, ...], year: YearBalances) -> Mapping[Month, Ore]:
        found: dict[Month, Ore] = {}
        for row in rows:
            for month, ore in self.books.on(row.accounts).months(row.row, year).items():
                if month in self.project.booked:
                    found[month] = found.get(month, 0) + ore
        return found


def _shared(*periods: Period) -> Period | None:
    """Return the months that periods have in common."""
    first, last = max(one.first for one in periods), min(one.last for one in periods)
    return Period(first, last) if first <= last else None
