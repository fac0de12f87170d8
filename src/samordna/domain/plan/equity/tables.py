"""How is a path of equity laid out, as a table and as a picture with its table?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from samordna.domain.document import (
    BLANK,
    Cell,
    Chart,
    ChartKind,
    Column,
    ComputedOrigin,
    EnteredOrigin,
    How,
    Number,
    Part,
    Row,
    RowKind,
    Table,
    by_itself,
)
from samordna.domain.plan.equity.limits import Limit, LimitKind, Limits, limit_of
from samordna.domain.plan.equity.path import EquityPath, YearHeading
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import swedish_date
from samordna.domain.values.unit import PERCENT, THOUSANDS, Unit

_NET_COST: Final = swedish("Nettokostnad med finansiella poster")
_LEVELS: Final = ("equity", "floor", "ceiling")


def path_table(path: EquityPath, unit: Unit = THOUSANDS) -> Table:
    """Return each year's contributions, net cost, result and closing equity, beside the floor and ceiling then."""
    columns = (
        Column("contributions", swedish("Bidrag")),
        Column("net-cost", _NET_COST),
        Column("result", swedish("Resultat")),
        Column("equity", swedish("Eget kapital"), emphasis=True),
        *_limit_columns(path),
    )
    told = path.opening_origin or _entered(path.source, "opening", path.years)
    opening = Part(swedish("ingående eget kapital"), path.opening, told)
    rows = [_opening_row(path, opening, unit)] if path.years else []
    for year in path.years:
        opening = _closing(opening, year)
        rows.append(_year_row(path, year, opening, unit))
    title = swedish("Eget kapital år för år")
    remarks = tuple(_remarks(path))
    return Table("equity-path", title, unit, columns, tuple(rows), stub=swedish("År"), remarks=remarks)


def _limit_columns(path: EquityPath) -> Iterator[Column]:
    """Yield a column for each way that any limit keeps equity."""
    if path.floors:
        yield Column("floor", swedish("Golv"))
    if path.ceilings:
        yield Column("ceiling", swedish("Tak"))


def _entered(source: str, what: str, years: Sequence[YearHeading]) -> EnteredOrigin | ComputedOrigin:
    return EnteredOrigin(source, f"equity:{what}", "budget", years[0].year) if years else ComputedOrigin(source)


def _opening_row(path: EquityPath, opening: Part, unit: Unit) -> Row:
    after: tuple[Cell, ...] = tuple(BLANK for _ in _limit_columns(path))
    cells = (BLANK, BLANK, BLANK, Number(opening.exact, unit, by_itself(opening.origin)), *after)
    return Row("opening", swedish("Ingående"), RowKind.DETAIL, cells)


def _year_row(path: EquityPath, year: YearHeading, closing: Part, unit: Unit) -> Row:
    number = year.year.start.year
    result = _result(year)
    cells: tuple[Cell, ...] = (
        *(Number(part.exact, unit, by_itself(part.origin)) for part in (*_year_parts(year), result, closing)),
        *(_limit(limit_of(limits, year.year), year, unit) for limits in (path.floors, path.ceilings) if limits),
    )
    return Row(str(number), str(number), RowKind.DETAIL, cells)


def _year_parts(year: YearHeading) -> tuple[Part, Part]:
    paid = year.contributions_origin or _entered(year.source, "contributions", [year])
    cost = year.net_cost_origin or _entered(year.source, "net-cost", [year])
    return Part(swedish("bidrag"), year.contributions, paid), Part(_NET_COST.lower(), year.net_cost, cost)


def _result(year: YearHeading) -> Part:
    rule = swedish("Bidrag minus nettokostnad och finansiella poster.")
    origin = ComputedOrigin(rule, _year_parts(year), How.DIFFERENCE)
    return Part(swedish("resultat"), year.result, origin)


def _closing(opening: Part, year: YearHeading) -> Part:
    rule = swedish("Eget kapital vid årets början och årets resultat.")
    origin = ComputedOrigin(rule, (opening, _result(year)))
    label = swedish("eget kapital {year}").format(year=year.year.start.year)
    return Part(label, opening.exact + year.result, origin)


def _limit(limit: Limit | None, year: YearHeading, unit: Unit) -> Cell:
    if limit is None:
        return BLANK
    level = limit.level(year.contributions)
    if limit.amount is not None:
        return Number(level, unit, _entered(limit.source, "limit", [year]))
    share = swedish_number(PERCENT.shown(limit.share or 0))
    rule = swedish("{share} procent av årets bidrag, {source}.").format(share=share, source=limit.source)
    return Number(level, unit, ComputedOrigin(rule))


def _remarks(path: EquityPath) -> Iterator[str]:
    """Yield what the limits that hold in any of the years are, and what the years rest on."""
    named = ((path.floors, swedish("Golv: {source}.")), (path.ceilings, swedish("Tak: {source}.")))
    for limits, words in named:
        held = dict.fromkeys(limit.source for year in path.years if (limit := limit_of(limits, year.year)))
        yield from (words.format(source=source) for source in held)
    for source in dict.fromkeys(year.source for year in path.years):
        years = ", ".join(str(year.year.start.year) for year in path.years if year.source == source)
        yield swedish("{years}: {source}.").format(years=years, source=source)


def limits_table(limits: Limits, unit: Unit = THOUSANDS) -> Table:
    """Return every floor and ceiling with the day it begins: an amount, or a share of the year's contributions."""
    columns = (Column("amount", swedish("Belopp")), Column("share", swedish("Andel av årets bidrag")))
    rows = tuple(_limit_row(kind, limit, unit) for kind in LimitKind for limit in limits.of(kind))
    remarks = tuple(
        f"{_since(kind, limit)}: {limit.source.rstrip('.')}." for kind in LimitKind for limit in limits.of(kind)
    )
    return Table("equity-limits", swedish("Golv och tak"), unit, columns, rows, stub=swedish("Nivå"), remarks=remarks)


def _since(kind: LimitKind, limit: Limit) -> str:
    words = swedish("{kind} från {day}").format(kind=kind.in_words, day=swedish_date(limit.since))
    return f"{words[:1].upper()}{words[1:]}"


def _limit_row(kind: LimitKind, limit: Limit, unit: Unit) -> Row:
    origin = ComputedOrigin(limit.source)
    amount = BLANK if limit.amount is None else Number(limit.amount, unit, origin)
    share = BLANK if limit.share is None else Number(limit.share, PERCENT, origin)
    return Row(f"{kind.value}-{limit.since.isoformat()}", _since(kind, limit), RowKind.DETAIL, (amount, share))


def path_chart(path: EquityPath, unit: Unit = THOUSANDS) -> Chart:
    """Return the path as lines over the years: equity, and the floor and ceiling where there are any."""
    table = path_table(path, unit)
    rows = [row for row in table.rows if row.id != "opening"]
    shown = [
        (place, column)
        for place, column in enumerate(table.columns)
        if column.id in _LEVELS and any(row.cells[place] != BLANK for row in rows)
    ]
    kept = tuple(replace(row, cells=tuple(row.cells[place] for place, _ in shown)) for row in rows)
    levels = replace(table, id="equity-path-levels", columns=tuple(column for _, column in shown), rows=kept)
    return Chart("equity-path-chart", table.title, _described(path, unit), ChartKind.LINES, levels)


def _described(path: EquityPath, unit: Unit) -> str:
    steps = ", ".join(
        f"{year.year.start.year} {_amount(equity, unit)}"
        for year, equity in zip(path.years, path.closing(), strict=True)
    )
    told = swedish("Eget kapital vid varje års slut, i {unit}, från {opening}: {steps}.")
    return told.format(unit=unit.name, opening=_amount(path.opening, unit), steps=steps)


def _amount(amount: Ore, unit: Unit) -> str:
    return swedish_number(unit.shown(amount), unit.decimals)
