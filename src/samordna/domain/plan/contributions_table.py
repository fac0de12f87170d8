"""How are the year's contributions laid out, party by party?"""

from collections.abc import Iterator, Sequence

from samordna.domain.document import Column, ComputedOrigin, EnteredOrigin, Number, Part, Row, RowKind, Table
from samordna.domain.plan.agreement import Contribution
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, Unit

_ALL = swedish("Parternas bidrag tillsammans.")


def contributions_table(contributions: Sequence[Contribution], year: Period, unit: Unit = KRONOR) -> Table:
    """Return what each party pays for a fiscal year (medlemsbidrag), with the sum, as plus.

    What the forecast reckons with stands beside it when that is something else for anybody.
    """
    told = [one for one in contributions if one.year == year]
    differs = any(one.in_forecast() != one.amount for one in told)
    number = year.last // 100
    columns = [Column("amount", swedish("Bidrag {year}").format(year=number), emphasis=True)]
    if differs:
        columns.append(Column("forecast", swedish("Prognos {year}").format(year=number)))
    rows = (*(Row(one.party, one.party, RowKind.DETAIL, tuple(_cells(one, unit, differs=differs))) for one in told),)
    total = Row(":total", swedish("Summa"), RowKind.RESULT, tuple(_totals(told, unit, differs=differs)))
    title = swedish("Parternas bidrag {year}").format(year=number)
    return Table("contributions", title, unit, tuple(columns), (*rows, total), stub=swedish("Part"))


def _cells(one: Contribution, unit: Unit, *, differs: bool) -> Iterator[Number]:
    yield Number(one.amount, unit, _origin(one, "budget"))
    if differs:
        yield Number(one.in_forecast(), unit, _origin(one, "forecast"))


def _totals(told: Sequence[Contribution], unit: Unit, *, differs: bool) -> Iterator[Number]:
    yield _total([(one, one.amount, _origin(one, "budget")) for one in told], unit)
    if differs:
        yield _total([(one, one.in_forecast(), _origin(one, "forecast")) for one in told], unit)


def _total(told: Sequence[tuple[Contribution, Ore, EnteredOrigin]], unit: Unit) -> Number:
    parts = tuple(Part(one.party, amount, origin) for one, amount, origin in told)
    return Number(sum(part.exact for part in parts), unit, ComputedOrigin(_ALL, parts))


def _origin(one: Contribution, scenario: str) -> EnteredOrigin:
    return EnteredOrigin(one.source, f"contributions:{one.party}", scenario, one.year)
