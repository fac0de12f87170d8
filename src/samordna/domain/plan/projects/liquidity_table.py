"""How is what a project lays out before it is paid shown: month by month, and as a picture?"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from samordna.domain.document import Chart, ChartKind, Column, ComputedOrigin, How, Number, Part, Row, RowKind, Table
from samordna.domain.plan.projects.liquidity import Liquidity, LiquidityMonth
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import how_many
from samordna.domain.values.period import MONTHS, Month, month_in_words
from samordna.domain.values.unit import KRONOR, Unit


def liquidity_table(liquidity: Liquidity, unit: Unit = KRONOR) -> Table:
    """Return costs paid, money received and the balance of each month; minus is what the association lays out."""
    columns = (
        Column("paid", swedish("Betalda kostnader")),
        Column("received", swedish("Inbetalt")),
        Column("balance", swedish("Ställning"), emphasis=True),
    )
    reaches = liquidity.earning.books.reaches
    rows = tuple(_rows(liquidity, unit, reaches))
    title = swedish("Likviditet månad för månad")
    return Table(
        "project-liquidity", title, unit, columns, rows, stub=swedish("Månad"), remarks=tuple(_remarks(liquidity, unit))
    )


def _rows(liquidity: Liquidity, unit: Unit, reaches: Month) -> Iterator[Row]:
    before = Part(swedish("månaden innan"), 0, ComputedOrigin(swedish("Projektet börjar.")))
    for one in liquidity.months:
        paid, received = _parts(one)
        moved = ComputedOrigin(swedish("Inbetalt minus betalt."), (received, paid), How.DIFFERENCE)
        change = Part(swedish("månaden"), received.exact - paid.exact, moved)
        balance = Part(
            month_in_words(one.month),
            one.balance,
            ComputedOrigin(swedish("Ställningen månaden innan och månadens ändring."), (before, change)),
        )
        cells = tuple(Number(part.exact, unit, part.origin) for part in (paid, received, balance))
        yield Row(str(one.month), _month(one, reaches), RowKind.DETAIL, cells)
        before = balance


def _parts(one: LiquidityMonth) -> tuple[Part, Part]:
    cost = (
        swedish("Det som är kvar av årets budget, jämnt på månader som bokföringen inte visar.")
        if one.expected
        else swedish("Bokfört på projektets rader under månaden.")
    )
    paid = Part(swedish("betalda kostnader"), one.paid, ComputedOrigin(cost))
    came = (
        swedish("Väntade utbetalningar: ansökningar som inte är utbetalda, och de som kommer i projektets takt.")
        if one.expected
        else swedish("Utbetalda ansökningar, förskott och medfinansiering i pengar.")
    )
    return paid, Part(swedish("inbetalt"), one.received, ComputedOrigin(came))


def _month(one: LiquidityMonth, reaches: Month) -> str:
    words = month_in_words(one.month).capitalize()
    if not one.expected:
        return words
    told = swedish("{month}, väntat") if one.month > reaches else swedish("{month}, enligt budget")
    return told.format(month=words)


def _remarks(liquidity: Liquidity, unit: Unit) -> Iterator[str]:
    yield deepest_in_words(liquidity)
    rhythm = liquidity.earning.project.rhythm
    lag = how_many(rhythm.payment_lag, swedish("en månad"), swedish("{count} månader"))
    yield swedish(
        "Ansökningar som kommer räknas var {months}:e månad, utbetalda {lag} efter sin sista månad. "
        "Medfinansiering i pengar räknas jämnt över året."
    ).format(months=rhythm.claim_months, lag=lag)
    if unit is not KRONOR:
        yield swedish("Beloppen är i {unit}.").format(unit=unit.name)


def deepest_in_words(liquidity: Liquidity) -> str:
    """Return when most is laid out, and how much, as a sentence."""
    deepest = liquidity.deepest
    if deepest is None:
        return swedish("Förbundet behöver aldrig ligga ute med pengar för projektet.")
    words = (
        swedish("Mest ligger förbundet ute med {month}, {how}: {amount} kr.")
        if resting(liquidity, deepest)
        else swedish("Mest har förbundet legat ute med {month}: {amount} kr.")
    )
    told = {"month": month_in_words(deepest.month), "amount": whole_kronor(-deepest.balance)}
    return words.format(how=resting(liquidity, deepest), **told)


def resting(liquidity: Liquidity, one: LiquidityMonth) -> str:
    """Return what the balance of a month rests on besides books, in words; empty when it rests on books alone."""
    years = ", ".join(str(year.first // 100) for year in liquidity.as_budgeted(one.month))
    known = one.month <= liquidity.earning.books.reaches
    if not years:
        return "" if known else swedish("som väntat enligt budget")
    words = swedish("enligt budget för {years}") if known else swedish("som väntat, och för {years} enligt budget")
    return words.format(years=years)


def liquidity_chart(liquidity: Liquidity, unit: Unit = KRONOR) -> Chart:
    """Return the balance as a line over the months."""
    table = liquidity_table(liquidity, unit)
    at = [column.id for column in table.columns].index("balance")
    rows = tuple(
        replace(row, label=_short(one) if _is_told(one, len(table.rows)) else "", cells=(row.cells[at],))
        for row, one in zip(table.rows, liquidity.months, strict=True)
    )
    balance = replace(table, id="project-liquidity-balance", columns=(table.columns[at],), rows=rows)
    title = swedish("Vad förbundet ligger ute med")
    told = deepest_in_words(liquidity)
    return Chart("project-liquidity-chart", title, told, ChartKind.LINES, balance, table_above=True)


def _is_told(one: LiquidityMonth, months: int) -> bool:
    """Tell whether a month is named in the picture: all of a year's, of more those that begin a half-year."""
    return months <= _FEW or one.month % 100 in {1, 7}


_FEW: Final = 12


def _short(one: LiquidityMonth) -> str:
    """Return ``jan 24``, the label of a month in the picture."""
    return f"{MONTHS[one.month % 100 - 1][:3]} {one.month // 100 % 100:02d}"
