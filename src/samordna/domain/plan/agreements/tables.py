"""How are the agreements of a year laid out: by themselves, and against budget and books?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from samordna.domain.document import (
    BLANK,
    BulletList,
    Cell,
    Column,
    ComputedOrigin,
    EnteredOrigin,
    How,
    LedgerOrigin,
    Missing,
    Number,
    Paragraph,
    Part,
    Row,
    RowKind,
    Table,
)
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.agreements.life import IN_FORCE
from samordna.domain.plan.agreements.terms import ServiceAgreement
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.plan import Plan, Planned
from samordna.domain.plan.register import COST_CENTRE, PROJECT, CostCentre, row_in_words
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.unit import KRONOR, PERSONS, Unit

KEY: Final = "agreement:"
"""Begins the key of a figure's origin that is an agreement; the number follows."""
SUM_KEY: Final = "agreed:"
"""Begins the key of a figure's origin that is an agreed sum without an agreement; the row follows."""
PLAN_KEY: Final = "plan:"
"""Begins the key of a figure's origin that the plan tells of a row, as in every statement."""

_SCENARIO: Final = "agreed"
_TOTAL: Final = ":total"
_ALL: Final = swedish("Raderna ovan tillsammans.")
_SUMS: Final = swedish("Det som är avtalat för raden, tillsammans.")
_WORKED: Final = swedish("Den del av det avtalade som faller på {period}, efter hur varje summa fördelas på månaderna.")
_LEFT: Final = swedish("Det som är upparbetat minus det som är bokfört på raden: plus saknas i bokföringen.")


def in_year(agreements: Iterable[ServiceAgreement], year: Period) -> tuple[ServiceAgreement, ...]:
    """Return the agreements that hold, or that are drafted to hold, in some month of a year, by number."""
    told = (one for one in agreements if one.period.overlaps(year))
    return tuple(sorted(told, key=lambda one: one.number))


def agreements_table(
    agreements: Iterable[ServiceAgreement], sums: Iterable[AgreedSum], year: Period, unit: Unit = KRONOR
) -> Table:
    """Return the agreements in force in a year, with terms, and the sums that have none written; and their total."""
    told = [one for one in in_year(agreements, year) if one.state in IN_FORCE]
    without = [one for one in sums if one.year == year]
    columns = (
        Column("amount", swedish("Summa {year}").format(year=year.last // 100), emphasis=True),
        Column("number", swedish("Avtalat antal")),
    )
    rows = (*(_agreement_row(one, year, unit) for one in told), *(_sum_row(one, unit) for one in without))
    amounts = ((row.label, row.cells[0]) for row in rows)
    parts = tuple(Part(label, cell.exact, cell.origin) for label, cell in amounts if isinstance(cell, Number))
    total = Number(sum(int(part.exact) for part in parts), unit, ComputedOrigin(_ALL, parts))
    return Table(
        "agreements",
        swedish("Avtal {year}").format(year=year.last // 100),
        unit,
        columns,
        (*rows, Row(_TOTAL, swedish("Summa"), RowKind.RESULT, (total, BLANK))),
        stub=swedish("Part"),
        code_label=swedish("Avtal"),
        note_label=swedish("Rad, vad antalet räknar"),
        notes_last=True,
    )


def agreement_origin(agreement: ServiceAgreement, year: Period) -> EnteredOrigin:
    """Return where a figure of an agreement comes from."""
    source = ", ".join(part for part in (agreement.place, agreement.name, agreement.reference) if part)
    return EnteredOrigin(source, f"{KEY}{agreement.number}", _SCENARIO, year)


def _agreement_row(one: ServiceAgreement, year: Period, unit: Unit) -> Row:
    origin = agreement_origin(one, year)
    number = one.agreed.number
    people: Cell = BLANK if number is None else Number(number, PERSONS, origin)
    cells = (Number(one.amount_of(year), unit, origin) if one.parts_of(year) else BLANK, people)
    return Row(
        f"{KEY}{one.number}", one.title, RowKind.DETAIL, cells, code=str(one.number), note=_rows_and_count(one, year)
    )


def _rows_and_count(one: ServiceAgreement, year: Period) -> str:
    rows = ", ".join(dict.fromkeys(part.row for part in one.parts_of(year)))
    counted = one.agreed.counts.in_words if one.agreed.counts else ""
    return "; ".join(part for part in (rows, counted) if part)


def agreement_terms(agreements: Iterable[ServiceAgreement], year: Period) -> BulletList:
    """Return the terms of the agreements in force in a year, a line each."""
    told = (one for one in in_year(agreements, year) if one.state in IN_FORCE)
    return BulletList(tuple(Paragraph((terms_in_short(one),)) for one in told))


def terms_in_short(one: ServiceAgreement) -> str:
    """Return the terms in a line: with whom, months, rhythm, notice, agreed number and what it counts, decision."""
    day = one.notice.day
    told = (
        swedish("Avtal {number}, {title}: {period}").format(
            number=one.number, title=one.title, period=one.period.in_words
        ),
        one.invoiced_in_words,
        swedish("sägs upp senast {day}").format(day=swedish_date(day)) if day else "",
        one.agreed.in_words,
        one.reference,
    )
    return f"{'; '.join(part for part in told if part)}."


def _sum_row(one: AgreedSum, unit: Unit) -> Row:
    origin = EnteredOrigin(one.source or swedish("Avtalad summa"), f"{SUM_KEY}{one.row}", _SCENARIO, one.year)
    label = one.performer or swedish("Utan part")
    note = "; ".join(
        part
        for part in (
            one.row,
            swedish("utan skrivet avtal"),
        )
        if part
    )
    return Row(f"{SUM_KEY}{one.row}", label, RowKind.DETAIL, (Number(one.amount, unit, origin), BLANK), note=note)


def against_table(plan: Plan, booked: Booked, period: Period, year: Period, unit: Unit = KRONOR) -> Table:
    """Return what is agreed for each row of a year beside its budget, what is worked up over some months and booked.

    Difference is what is worked up and not booked; less than nothing is booked ahead.
    """
    return _Against(plan, booked, period, year, unit).table()


@dataclass(frozen=True)
class _Against:
    """Rows with something agreed, on their way to a table."""

    plan: Plan
    booked: Booked
    period: Period
    year: Period
    unit: Unit

    def table(self) -> Table:
        columns = (
            Column("agreed", swedish("Avtalat")),
            Column("budget", swedish("Budget")),
            Column("worked-up", swedish("Upparbetat")),
            Column("booked", swedish("Bokfört")),
            Column("left", swedish("Ej bokfört"), emphasis=True),
        )
        rows = tuple(self._row(row) for row in self._sums)
        title = swedish("Avtalat mot budget och bokfört, {period}").format(period=self.period.in_words)
        remarks = (swedish("Avtalat och budget är för hela året. Kostnader visas med plus."),)
        total = Row(_TOTAL, swedish("Summa"), RowKind.RESULT, tuple(self._totals(rows)))
        return Table("agreed-against", title, self.unit, columns, (*rows, total), stub=swedish("Rad"), remarks=remarks)

    @cached_property
    def _sums(self) -> dict[str, list[AgreedSum]]:
        by_row: dict[str, list[AgreedSum]] = {}
        for one in self.plan.agreed:
            if one.year == self.year:
                by_row.setdefault(one.row, []).append(one)
        return by_row

    def _row(self, key: str) -> Row:
        found = self.plan.register.row(key)
        agreed, worked = self._agreed(key), self._worked_up(key)
        booked = self._booked(key)
        cells = (agreed, self._budget(key), worked, booked, self._left(worked, booked))
        return Row(key, row_in_words(found) if found else key, RowKind.DETAIL, cells)

    def _agreed(self, key: str) -> Number:
        parts = tuple(Part(*self._part(one, one.amount)) for one in self._sums[key])
        return Number(sum(int(part.exact) for part in parts), self.unit, ComputedOrigin(_SUMS, parts))

    def _worked_up(self, key: str) -> Number:
        parts = tuple(Part(*self._part(one, one.worked_up(self.period))) for one in self._sums[key])
        rule = _WORKED.format(period=self.period.in_words)
        return Number(sum(int(part.exact) for part in parts), self.unit, ComputedOrigin(rule, parts))

    def _part(self, one: AgreedSum, amount: Ore) -> tuple[str, Ore, EnteredOrigin]:
        key = f"{KEY}{one.agreement}" if one.agreement else f"{SUM_KEY}{one.row}"
        return one.performer or one.source, amount, EnteredOrigin(one.source, key, _SCENARIO, one.year)

    def _budget(self, key: str) -> Cell:
        told = self.plan.figure(key, Scenario.BUDGET, self.year)
        if told is None:
            return BLANK
        if not isinstance(told, Planned):
            return Missing(told.reason)
        origin = EnteredOrigin(told.source, f"{PLAN_KEY}{key}", Scenario.BUDGET.value, self.year)
        return Number(told.amount, self.unit, origin)

    def _booked(self, key: str) -> Cell:
        amount = self.booked.over(key, self.period)
        if amount is None:
            return Missing(swedish("bokföringen når inte dit"))
        return Number(amount, self.unit, booked_origin(self.booked, key, self.period))

    def _left(self, worked: Number, booked: Cell) -> Cell:
        if not isinstance(booked, Number):
            return booked
        parts = (
            Part(swedish("upparbetat"), worked.exact, worked.origin),
            Part(swedish("bokfört"), booked.exact, booked.origin),
        )
        return Number(worked.exact - booked.exact, self.unit, ComputedOrigin(_LEFT, parts, How.DIFFERENCE))

    def _totals(self, rows: Sequence[Row]) -> Iterator[Cell]:
        for column in range(5):
            cells = [(row.label, row.cells[column]) for row in rows]
            missing = next((cell for _, cell in cells if isinstance(cell, Missing)), None)
            parts = tuple(Part(label, cell.exact, cell.origin) for label, cell in cells if isinstance(cell, Number))
            whole = Number(sum(int(part.exact) for part in parts), self.unit, ComputedOrigin(_ALL, parts))
            yield missing or whole


def booked_origin(booked: Booked, key: str, period: Period) -> LedgerOrigin:
    """Return where what is booked on a row comes from: its cost centre, over some months."""
    row = booked.register.row(key)
    year = booked.balances.year_of(period.last)
    objects = (
        ((COST_CENTRE, row.code), *([(PROJECT, row.project)] if row.project else []))
        if isinstance(row, CostCentre)
        else ()
    )
    moved = year.movements.objects if year else {}
    accounts = tuple(sorted(account for account, key_of in moved if objects and key_of == objects[0]))
    return LedgerOrigin(accounts, period, "movement", objects, (year.version,) if year else ())
