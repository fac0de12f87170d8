"""How does a project stand: this year beside all that has been, and beside what the whole of it may cost?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import (
    Cell,
    Column,
    ComputedOrigin,
    EnteredOrigin,
    How,
    Missing,
    Number,
    Part,
    Row,
    RowKind,
    Table,
)
from samordna.domain.plan.projects.claim import claim_in_words
from samordna.domain.plan.projects.co_financing import CoFinancingKind, contributed
from samordna.domain.plan.projects.costs import CostKind, budgeted
from samordna.domain.plan.projects.earned import Earning
from samordna.domain.plan.projects.lifetime import grant_by_year
from samordna.domain.plan.projects.project import RowUse
from samordna.domain.plan.projects.revenue import earned_part, falling
from samordna.domain.plan.projects.told import Told
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period, month_in_words
from samordna.domain.values.unit import KRONOR, Unit

_COSTS: Final = ((CostKind.ACTUAL, RowUse.ACTUAL), (CostKind.FLAT_RATE, RowUse.FLAT_RATE))


def to_date_table(told: Told, unit: Unit = KRONOR) -> Table:
    """Return costs and earned grant of the year and to date, beside the lifetime budget and what is left of it."""
    columns = (
        Column("year-budget", swedish("Budget {year}").format(year=told.year.first // 100)),
        Column("year", swedish("Utfall {period}").format(period=told.this_year.in_short)),
        Column("to-date", swedish("Utfall hittills"), emphasis=True),
        Column("lifetime", swedish("Hela projektet")),
        Column("left", swedish("Kvar")),
    )
    rows = tuple(_Rows(told, unit).rows())
    title = swedish("Projektet till och med {month}").format(month=month_in_words(told.to_date.last))
    remarks = tuple(_remarks(told))
    return Table("project-to-date", title, unit, columns, rows, stub=swedish("Kostnad"), remarks=remarks)


def _remarks(told: Told) -> Iterator[str]:
    for year in told.earning.books.unread(told.through):
        words = swedish("Bokföringen för {year} är inte inläst, så utfallet av kostnader kan inte räknas för det året.")
        yield words.format(year=year.in_words)
    if any(claim.time for claim in told.earning.claims if claim.stands):
        yield swedish("Deltagarnas tid räknas när den är redovisad i en ansökan.")


@dataclass(frozen=True)
class _Rows:
    """The rows on their way."""

    told: Told
    unit: Unit

    def rows(self) -> Iterator[Row]:
        for kind, use in _COSTS:
            words = kind.in_words.capitalize()
            yield self._row(kind.value, words, RowKind.DETAIL, self._budgeted(kind), self._by_books(self._booked(use)))
        if self._has_time:
            words = CoFinancingKind.TIME.in_words.capitalize()
            yield self._row("time", words, RowKind.DETAIL, self._time_budget, self._time_claimed)
        words = swedish("Summa kostnader")
        yield self._row(":cost", words, RowKind.SUBTOTAL, self._cost_budget, self._by_books(self._cost))
        words = swedish("Intjänat bidrag")
        yield self._row("earned", words, RowKind.DETAIL, self._grant, self._earned)
        words = swedish("Att betala med annat än bidraget")
        yield self._row(":rest", words, RowKind.RESULT, self._rest_budget, self._by_books(self._rest))

    def _row(
        self,
        name: str,
        label: str,
        kind: RowKind,
        budget: Callable[[Period | None], Part],
        outcome: Callable[[Period], Part | Missing],
    ) -> Row:
        to_date, lifetime = outcome(self.told.to_date), budget(None)
        left = to_date if isinstance(to_date, Missing) else _left(lifetime, to_date)
        parts = (budget(self.told.year), outcome(self.told.this_year), to_date, lifetime, left)
        return Row(name, label, kind, tuple(self._cell(part) for part in parts))

    def _cell(self, part: Part | Missing) -> Cell:
        return part if isinstance(part, Missing) else Number(part.exact, self.unit, part.origin)

    def _by_books(self, outcome: Callable[[Period], Part]) -> Callable[[Period], Part | Missing]:
        """Return an outcome that is not told of months that no ledger tells of, rather than told as nothing."""
        return lambda period: missing_books(self.told.earning, period, self.told.through) or outcome(period)

    @property
    def _has_time(self) -> bool:
        claimed = any(claim.time for claim in self.told.earning.claims)
        return claimed or bool(contributed(self.told.project.co_financing, CoFinancingKind.TIME))

    def _budgeted(self, kind: CostKind) -> Callable[[Period | None], Part]:
        return lambda year: self._entered(kind.in_words, budgeted(self.told.project.costs, kind, year), year)

    def _time_budget(self, year: Period | None) -> Part:
        amount = contributed(self.told.project.co_financing, CoFinancingKind.TIME, year)
        return self._entered(CoFinancingKind.TIME.in_words, amount, year)

    def _grant(self, year: Period | None) -> Part:
        by_year = grant_by_year(self.told.project)
        amount = self.told.project.grant if year is None else by_year.get(year, 0)
        return self._entered(swedish("bidraget"), amount, year)

    def _entered(self, what: str, amount: Ore, year: Period | None) -> Part:
        project = self.told.project
        source = project.history[-1].source or project.reference
        return Part(what, amount, EnteredOrigin(source, f"project:{project.id}", "budget", year or project.period))

    def _booked(self, use: RowUse) -> Callable[[Period], Part]:
        return lambda period: self.told.earning.books.part(use, period)

    def _time_claimed(self, period: Period) -> Part:
        parts = tuple(
            Part(claim_in_words(claim), amount, ComputedOrigin(swedish("Redovisat i ansökan, jämnt på dess månader.")))
            for claim in self.told.earning.claims
            if claim.stands and (amount := falling(claim.time, claim.period, period))
        )
        rule = swedish("Deltagarnas tid i ansökningarna.")
        return Part(CoFinancingKind.TIME.in_words, sum(part.exact for part in parts), ComputedOrigin(rule, parts))

    def _cost_budget(self, year: Period | None) -> Part:
        kinds = [self._budgeted(kind)(year) for kind in CostKind]
        return _sum(swedish("kostnader"), [*kinds, *([self._time_budget(year)] if self._has_time else [])])

    def _cost(self, period: Period) -> Part:
        uses = [self._booked(use)(period) for _, use in _COSTS]
        return _sum(swedish("kostnader"), [*uses, *([self._time_claimed(period)] if self._has_time else [])])

    def _earned(self, period: Period) -> Part:
        return earned_part(self.told.earning, period)

    def _rest_budget(self, year: Period | None) -> Part:
        return _less(self._cost_budget(year), self._grant(year))

    def _rest(self, period: Period) -> Part:
        return _less(self._cost(period), self._earned(period))


def missing_books(earning: Earning, period: Period, through: Month) -> Missing | None:
    """Return why what is booked of some months cannot be told: the years of them that no ledger tells of.

    Years after ``through`` have not begun: nothing is missing of them.
    """
    years = [year for year in earning.books.unread(min(period.last, through)) if year.overlaps(period)]
    if not years:
        return None
    words = swedish("Bokföringen för {years} är inte inläst.")
    return Missing(words.format(years=", ".join(str(year.first // 100) for year in years)))


def _left(lifetime: Part, to_date: Part) -> Part:
    rule = swedish("Hela projektet minus utfallet hittills.")
    origin = ComputedOrigin(rule, (lifetime, to_date), How.DIFFERENCE)
    return Part(swedish("kvar"), lifetime.exact - to_date.exact, origin)


def _sum(label: str, parts: list[Part]) -> Part:
    return Part(
        label, sum(part.exact for part in parts), ComputedOrigin(swedish("Raderna ovan tillsammans."), tuple(parts))
    )


def _less(cost: Part, paid: Part) -> Part:
    origin = ComputedOrigin(swedish("Kostnader minus bidrag."), (cost, paid), How.DIFFERENCE)
    return Part(swedish("att betala med annat"), cost.exact - paid.exact, origin)
